"""Why an incident is what it is: how each further claim came to it, and what was compared with it and left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from harmattan.model.world import Incident
from harmattan.resolution.explanation.happenings import no_happening
from harmattan.resolution.explanation.pairs import Explanations, PairReason
from harmattan.resolution.incidents.blocking import pairs, uncompared
from harmattan.resolution.incidents.findings import SAME_FROM
from harmattan.resolution.judgements.overruling import Pair

LEAST = SAME_FROM / 2
"""Points from which a comparison with another incident is near enough to tell of."""
MOST = 5
"""How many other incidents are told of."""
MANY = 100_000
"""Claims from which only such comparisons are told of as left a judgement: to make all of them again takes minutes."""
AROUND = timedelta(days=45)
"""More than any two claims of two texts are apart that are compared."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Another incident that was compared with this one and not joined, by the pair of claims that is most alike."""

    incident: str
    """The other's id."""
    reason: PairReason
    """`left` is this incident's claim, `right` the other's."""


@dataclass(frozen=True, slots=True)
class IncidentReason:
    """How an incident came to be."""

    incident: Incident
    first: Claim
    """The earliest; the others were joined to it."""
    joined: tuple[PairReason, ...]
    """For each further claim, in the incident's order and then those that deny it: `left` is the claim that it is
    joined with, `right` the claim."""
    near: tuple[NearMiss, ...]
    """The most alike first, no more than `MOST`."""


def joinings(explanations: Explanations, incident: Incident) -> tuple[PairReason, ...]:
    """For each further claim of an incident, the link by which it came to the first.

    Beginning with the first, the strongest link of all that lead out of what is there already is followed, analysts'
    before programs': so the links together are why the claims are one incident, and none of them could be spared.
    """
    ids = (*incident.claim_ids, *incident.dissent)
    members = set(ids)
    towards: dict[str, str] = {}
    waiting: list[tuple[bool, float, str, str]] = []
    here = ids[0]
    while True:
        for there, opinion in explanations.chains.of(here).items():
            if there in members and there not in towards and there != ids[0]:
                found = explanations.compared(here, there)
                score = found.score if found else 0.0
                heappush(waiting, (not opinion.by_analyst, -score, there, here))
        while waiting and waiting[0][2] in towards:
            heappop(waiting)
        if not waiting:
            break
        _, _, there, before = heappop(waiting)
        towards[there] = before
        here = there
    return tuple(explanations.pair(towards.get(one, ids[0]), one) for one in ids[1:])


def explain(explanations: Explanations, incident: Incident, near: Iterable[Pair]) -> IncidentReason:
    """How an incident came to be; `near` are pairs of claims that were compared, its own first."""
    best: dict[str, tuple[float, Pair]] = {}
    for own, other in near:
        there = explanations.incident_of.get(other)
        comparison = explanations.compared(own, other)
        if there is None or there.id == incident.id or comparison is None:
            continue
        said = explanations.opinions.get((min(own, other), max(own, other)))
        if comparison.score < LEAST and said is None:
            continue
        held = best.get(there.id)
        if held is None or (comparison.score, (own, other)) > held:
            best[there.id] = comparison.score, (own, other)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:MOST]
    return IncidentReason(
        incident,
        explanations.read[incident.claim_ids[0]],
        joinings(explanations, incident),
        tuple(NearMiss(other, explanations.pair(*pair)) for other, (_, pair) in ranked),
    )


def explain_all(explanations: Explanations) -> dict[str, IncidentReason]:
    """By id, how every incident came to be that was joined of several claims or compared with others."""
    many = len(explanations.incident_of) > MANY
    near = _held_near(explanations) if many else all_near(explanations)
    found: dict[str, IncidentReason] = {}
    for incident in explanations.held.incidents:
        reason = explain(explanations, incident, near.get(incident.id, ()))
        if reason.joined or reason.near:
            found[incident.id] = reason
    return found


def _held_near(explanations: Explanations) -> Mapping[str, Sequence[Pair]]:
    """For each incident, the pairs with others of which anything is held."""
    found: dict[str, list[Pair]] = defaultdict(list)
    for left, right in explanations.opinions:
        here, there = explanations.incident_of.get(left), explanations.incident_of.get(right)
        if here is not None and there is not None and here.id != there.id:
            found[here.id].append((left, right))
            found[there.id].append((right, left))
    return found


def all_near(explanations: Explanations) -> Mapping[str, Sequence[Pair]]:
    """For each incident, the pairs of claims by which it was compared with others, its own claim first."""
    accounts = [explanations.account(claim_id) for claim_id in explanations.incident_of]
    found: dict[str, list[Pair]] = defaultdict(list)
    for left, right in sorted(pairs(accounts)):
        here, there = explanations.incident_of[left].id, explanations.incident_of[right].id
        if here != there:
            found[here].append((left, right))
            found[there].append((right, left))
    return found


def near_of(explanations: Explanations, incident: Incident) -> Iterator[Pair]:
    """The same for one incident, without going through all others."""
    own = [explanations.account(one) for one in (*incident.claim_ids, *incident.dissent)]
    texts = {told.text for told in own}
    stretches = [stretch for told in own if (stretch := _about(told.claim)) is not None]
    for claim_id, there in explanations.incident_of.items():
        if there.id == incident.id:
            continue
        claim = explanations.read[claim_id]
        days = _about(claim)
        near = days is not None and any(first <= days[1] and days[0] <= last for first, last in stretches)
        if (near or claim.document.id in texts) and no_happening(claim) is None:
            other = explanations.account(claim_id)
            for told in own:
                if uncompared(told, other) is None:
                    yield told.claim.id, claim_id


def _about(claim: Claim) -> tuple[date, date] | None:
    """Days around what a claim tells of, wide enough for all that it may be compared with in other texts."""
    event = claim.body
    period = event.time.period if isinstance(event, Event) and event.time else None
    first = (period.earliest or period.latest) if period else None
    last = (period.latest or period.earliest) if period else None
    first, last = first or claim.document.published, last or claim.document.published
    if first is None or last is None:
        return None
    return first - min(AROUND, first - date.min), last + min(AROUND, date.max - last)
