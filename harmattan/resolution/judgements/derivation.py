"""All that is held today, derived from what the store remembers: the rule of docs/judgements.md as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement, Verdict
from harmattan.model.world import Incident
from harmattan.resolution.incidents.joint import Order, Resolved, Strength, is_candidate, resolve, score_said
from harmattan.resolution.judgements.actors import (
    ActorDecisions,
    about_actors,
    decided,
    settled_claim,
    settled_incident,
)
from harmattan.resolution.judgements.carrying import Orphan, Readings, anything, carry, orphan
from harmattan.resolution.judgements.clusters import partition
from harmattan.resolution.judgements.identities import Publication, earliest_claims, follow, mint, name
from harmattan.resolution.judgements.overruling import Opinion, Standing, live, opinions

NOTHING_LEFT = "nothing is held of this incident any more"
NO_INCIDENT = "the claim tells of no incident"


@dataclass(frozen=True, slots=True)
class Memory:
    """What the store remembers."""

    claims: Sequence[Claim]
    """Of every document's newest reading."""
    judgements: Sequence[Judgement]
    earlier: Mapping[str, Claim] = field(default_factory=dict)
    """Claims of older readings, by id: at least those that the judgements or `published` speak of."""
    published: Sequence[Publication] = ()
    """Incidents' ids with their own claims, the oldest first."""
    redirects: Mapping[str, str | None] = field(default_factory=dict)
    """Where published ids led that no incident had when it was last published; None is nowhere."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held today."""

    claims: list[Claim]
    """Those not held to be wrong, their fields amended."""
    incidents: list[Incident]
    redirects: dict[str, str | None]
    """Published ids that no incident has: the incident that each leads to, None where nothing is held of it."""
    orphans: tuple[Orphan, ...]
    """Decisions that fit nothing of what is read today, in the order in which they were made."""
    refused: tuple[Judgement, ...]
    contested: tuple[Judgement, ...]
    to_publish: tuple[Publication, ...]
    """What is to be remembered when this is published."""
    to_redirect: dict[str, str | None]
    """Likewise, where it is not what is remembered already; an id that is an incident's again leads to itself."""
    opinions: tuple[Opinion, ...] = ()
    """What counts of each pair of today's claims that something is held of."""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """What counts of each of today's claims that an analyst holds something of."""
    order: Mapping[str, Order] = field(default_factory=dict)
    """Of two claims that could tell of an incident, the earlier has the smaller value."""
    actors: ActorDecisions = field(default_factory=ActorDecisions)
    """What is held of provisional actors; the claims and incidents name them accordingly."""


_SETTLING = 8
"""How often what is published may change what an analyst's word on an incident is about."""


def derive(memory: Memory, strength: Strength | None = None) -> Held:
    """Everything that is held, by the rule. A pure function; the order of judgements and claims makes no difference.

    `strength` as in `incidents.resolve`. An id in a judgement stands for the earliest of the incident's own claims, and
    a claim that becomes its own may be earlier yet: what is to be published is what still holds once it is.
    """
    held = _derived(memory, strength)
    if not any(side.startswith("i") for one in memory.judgements for side in one.sides):
        return held
    rows: list[Publication] = []
    known = memory
    for _ in range(_SETTLING):
        if not held.to_publish:
            break
        rows.extend(held.to_publish)
        known = replace(
            known,
            published=(*known.published, *held.to_publish),
            redirects={**known.redirects, **held.to_redirect},
        )
        held = _derived(known, strength)
    return replace(held, to_publish=tuple(rows), to_redirect=_to_redirect(held.redirects, memory.redirects))


def _derived(memory: Memory, strength: Strength | None) -> Held:
    readings = Readings(memory.claims, memory.earlier)
    actors = decided(memory.judgements)
    carried = carry([one for one in memory.judgements if not about_actors(one)], readings)
    published = list(_carried_ids(memory.published, readings))
    resolved = resolve(memory.claims, carried.judgements, published, strength)
    redirects = _redirects(resolved, memory.redirects)
    orphans = [*carried.orphans, *_idle(carried.judgements, resolved, published, readings)]
    claims, incidents = resolved.claims, list(_with_former(resolved.incidents, redirects))
    if actors:
        claims = [settled_claim(claim, actors) for claim in claims]
        incidents = [settled_incident(incident, actors) for incident in incidents]
    return Held(
        claims=claims,
        incidents=incidents,
        redirects=redirects,
        orphans=tuple(sorted(orphans, key=lambda one: (one.judgement.at, one.judgement.id))),
        refused=tuple(carried.origin.get(one, one) for one in resolved.refused),
        contested=tuple(carried.origin.get(one, one) for one in resolved.contested),
        to_publish=tuple(_to_publish(memory.published, published, resolved.incidents, resolved.order)),
        to_redirect=_to_redirect(redirects, memory.redirects),
        opinions=resolved.opinions,
        standings=resolved.standings,
        order=resolved.order,
        actors=actors,
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """What bears on ids in a claim that may tell of an incident."""

    order: Order
    denied: bool
    placed: bool
    """Whether it says where or when."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The part of `Held` that is to be remembered."""

    to_publish: tuple[Publication, ...]
    to_redirect: dict[str, str | None]
    order: Mapping[str, Order]


def outline(
    kept: Mapping[str, Kept],
    judgements: Sequence[Judgement],
    published: Sequence[Publication] = (),
    redirects: Mapping[str, str | None] | None = None,
) -> Outline | None:
    """What `derive` would have published, of today's candidates of which no analyst has said anything.

    An eighth of the work, since nothing is worked out of what the incidents say. None where a program does not say how
    strongly it holds two claims to be the same.
    """
    held = opinions(judgements, {claim_id: claim_id for claim_id in kept})
    strengths = {one.pair: score_said(one.judgement) for one in held if one.verdict is Verdict.SAME}
    known = {pair: strength for pair, strength in strengths.items() if strength is not None}
    if len(known) < len(strengths):
        return None
    order = {claim_id: one.order for claim_id, one in kept.items()}
    telling = []
    for cluster in partition(kept, held, known).clusters:
        told = sorted((one for one in cluster if not kept[one].denied), key=order.__getitem__)
        if told and any(kept[one].placed for one in cluster):
            telling.append(told)
    naming = name(telling, order, published)
    led = redirects or {}
    found = {incident: follow(incident, naming.leads, led) for incident in naming.leads}
    named = [_Named(incident, tuple(told)) for incident, told in zip(naming.ids, telling, strict=True)]
    return Outline(tuple(_to_publish(published, published, named, order)), _to_redirect(found, led), order)


@dataclass(frozen=True, slots=True)
class _Named:
    """An incident of which only the claims are known."""

    id: str
    claim_ids: tuple[str, ...]


def _carried_ids(published: Iterable[Publication], readings: Readings) -> Iterator[Publication]:
    """What was published, in terms of today's claims; what is not read any more stays under its old id."""
    for incident, claim_id in published:
        found = readings.carry(claim_id, anything)
        yield incident, found.id if isinstance(found, Claim) else claim_id


def _with_former(incidents: Iterable[Incident], redirects: Mapping[str, str | None]) -> Iterator[Incident]:
    former: dict[str | None, list[str]] = defaultdict(list)
    for retired, target in redirects.items():
        former[target].append(retired)
    for incident in incidents:
        ids = former.get(incident.id)
        yield replace(incident, former_ids=tuple(ids)) if ids else incident


def _idle(
    judgements: Iterable[Judgement], resolved: Resolved, published: Iterable[Publication], readings: Readings
) -> Iterator[Orphan]:
    """Decisions about pairs that say nothing of any incident, though their claims are read today."""
    about_pairs = [judgement for judgement in live(judgements) if judgement.right is not None]
    if not about_pairs:
        return
    corrected = {claim.id: claim for claim in resolved.claims}
    order = {claim.id: claim.id for claim in resolved.claims if is_candidate(claim)}
    known = {incident for incident, claim in earliest_claims(published, order).items() if claim}
    known |= {mint(claim_id) for claim_id in order}
    for judgement in about_pairs:
        for side in judgement.sides:
            if side.startswith("i") and side not in known:
                yield orphan(judgement, NOTHING_LEFT, readings)
                break
            if side in corrected and side not in order:
                yield orphan(judgement, NO_INCIDENT, readings)
                break


def _redirects(resolved: Resolved, led: Mapping[str, str | None]) -> dict[str, str | None]:
    return {incident: follow(incident, resolved.leads, led) for incident in resolved.leads}


def _to_publish(
    remembered: Iterable[Publication],
    published: Sequence[Publication],
    incidents: Iterable[Incident | _Named],
    order: Mapping[str, Order],
) -> Iterator[Publication]:
    """Rows for claims that are published for the first time, and for all claims of new ids.

    A claim that a newer reader read in place of an older one goes where that one was, not where it is merged today.
    """
    rows = set(remembered)
    ids = {incident for incident, _ in rows}
    at_home = {claim for _, claim in rows}
    for publication in dict.fromkeys(published):
        if publication not in rows and publication[1] not in at_home:
            yield publication
    at_home |= {claim for _, claim in published}
    for incident in sorted(incidents, key=lambda one: order[one.claim_ids[0]]):
        new = incident.id not in ids
        for claim in incident.claim_ids:
            if new or claim not in at_home:
                yield incident.id, claim


def _to_redirect(
    redirects: Mapping[str, str | None], remembered: Mapping[str, str | None]
) -> dict[str, str | None]:
    changed = {
        incident: target
        for incident, target in redirects.items()
        if incident not in remembered or remembered[incident] != target
    }
    back = (
        incident
        for incident, target in remembered.items()
        if incident not in redirects and target != incident
    )
    return dict(sorted((changed | {incident: incident for incident in back}).items()))
