"""Which claims tell of one happening, and what they say together.

An incident is made of event claims of the kinds in `KINDS` that the document asserts, alleges or denies, at least one
of them with a place or a time that can be put on the calendar. Left out, and still listed as claims: what is planned,
threatened, hypothetical or habitual, since it tells of no one happening; other kinds of event, which are words and
dealings rather than things seen at a place; and claims with neither time nor place that nothing joins to one that has
them ("six were killed", in no text that says where), which could be said of anything.

Nothing here is kept: incidents are derived from claims and judgements each time. Only their ids last, by what was
published (`identities`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import combinations

from harmattan.model.amendments import amend
from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Event, Modality
from harmattan.model.values import Period
from harmattan.model.world import Incident
from harmattan.resolution.incidents.blocking import pairs, possible
from harmattan.resolution.incidents.comparison import SAME_FROM, Account, Comparison, account, compare
from harmattan.resolution.incidents.rivals import Doubt, Fit, doubts, in_order, joined
from harmattan.resolution.incidents.statement import state
from harmattan.resolution.judgements.clusters import partition
from harmattan.resolution.judgements.identities import Publication, earliest_claims, mint, name
from harmattan.resolution.judgements.overruling import Opinion, Pair, Standing, opinions, standings

NAME = "incidents-9"
"""The program's name in its judgements; a change of the table or of what is compared asks for another number."""

APART_BELOW = -1.0
"""Points below which two claims have so little in common that a third does not join them."""
TORN_BELOW = -4.0
"""Points below which a chain of several does not join them."""
LARGEST = 1_000
"""Claims of a cluster up to which all are held against one another; beyond, those that are the SAME as a third."""
KINDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE"})
MODALITIES = frozenset({Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED})


def judge(claims: Iterable[Claim], at: datetime) -> list[Judgement]:
    """The program's opinions about which claims tell of one happening, sorted by pair.

    Which claims are compared is said in `blocking`. Each SAME and UNSURE is an opinion. Where a claim is found the SAME
    as several that differ, and none stands out, it is UNSURE after all (see `rivals`). A DIFFERENT is said only where
    SAMEs would join two that contradict one another: readily where each was found the SAME as a third, of others where
    much speaks against it; elsewhere to be different goes without saying. What counts depends on the claims that are
    joined and not on when they came: the more claims, the more opinions and doubts, and none is taken back.
    `engine.judging` says the same of the claims of a store, a portion at a time.
    """
    candidates = {claim.id: account(claim) for claim in claims if is_candidate(claim)}
    found = {pair: compare(*map(candidates.__getitem__, pair)) for pair in pairs(candidates.values())}
    said = {pair: comparison for pair, comparison in found.items() if is_opinion(comparison)}
    judged = {pair: opinion(pair, comparison, at) for pair, comparison in said.items()}

    def differ(one: str, other: str) -> bool:
        pair = (one, other) if one < other else (other, one)
        return pair not in said and differs(candidates[one], candidates[other])

    matches = _fits(said)
    for claim, fits in sorted(matches.items()):
        for doubt in doubts(in_order(fits), differ):
            judgement = in_doubt(claim, doubt, at)
            judged[judgement.left, judgement.right or ""] = judgement
    clusters = _clusters(pair for pair, judgement in judged.items() if judgement.verdict is Verdict.SAME)
    near = corners((fit.claim for fit in fits) for fits in matches.values())
    for cluster in clusters:
        met = set(combinations(cluster, 2))
        for pair in (met if len(cluster) <= LARGEST else met & near) - judged.keys():
            comparison = compare(*map(candidates.__getitem__, pair))
            if parts(comparison, third=pair in near):
                judged[pair] = opinion(pair, comparison, at)
    return [judgement for _, judgement in sorted(judged.items())]


def _clusters(pairs: Iterable[Pair]) -> list[list[str]]:
    """What pairs join, each cluster sorted."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim, cluster in joined(pairs).items():
        found[cluster].append(claim)
    return [sorted(claims) for claims in found.values()]


def _fits(said: Mapping[Pair, Comparison]) -> dict[str, list[Fit[str]]]:
    found: dict[str, list[Fit[str]]] = defaultdict(list)
    for (left, right), comparison in said.items():
        if comparison.verdict is Verdict.SAME:
            found[left].append(Fit(comparison.score, right))
            found[right].append(Fit(comparison.score, left))
    return found


def in_doubt(claim: str, doubt: Doubt[str], at: datetime) -> Judgement:
    """What the program says of a pair that it found the same, where one of the two fits others as well."""
    other = doubt.fit.claim
    more = f"{doubt.rival} and {doubt.others - 1} more" if doubt.others > 1 else doubt.rival
    reason = (
        f"{doubt.fit.score:g} of {SAME_FROM:g}, but {claim} may as well tell of other happenings than {other}: "
        f"it fits {more}, {'which all differ' if doubt.others > 1 else 'which differs'} from {other}"
    )
    pair = (claim, other) if claim < other else (other, claim)
    return Judgement(Verdict.UNSURE, *pair, Holder.PROGRAM, NAME, at, reason)


def opinion(pair: Pair, found: Comparison, at: datetime) -> Judgement:
    """What the program says of a pair."""
    return Judgement(found.verdict, *pair, Holder.PROGRAM, NAME, at, found.reason)


def standing(held: Iterable[tuple[str, str, str, str, str]]) -> set[Pair]:
    """The pairs that a program holds to be the same, but for those that it found so and put in doubt.

    `held`: claims, verdict, program and reason, all there is of each pair.
    """
    rows = list(held)
    doubted = {row[:2] for row in rows if row[2] == Verdict.UNSURE.value and row[3] == NAME}
    return {
        row[:2]
        for row in rows
        if row[2] == Verdict.SAME.value and not (row[3] == NAME and row[:2] in doubted)
    }


def is_opinion(found: Comparison) -> bool:
    """Whether a comparison is worth saying whatever else there is."""
    return found.verdict is not Verdict.DIFFERENT


def differs(left: Account, right: Account) -> bool:
    """Whether two claims, of which nothing is said, tell of two happenings."""
    return not possible(left, right) or parts(compare(left, right))


def parts(found: Comparison, *, third: bool = True) -> bool:
    """Whether a comparison is worth saying of two claims that are each the SAME as a third; or, without such a `third`,
    of two that a longer chain joins.
    """
    if found.verdict is not Verdict.DIFFERENT:
        return False
    return (found.contradicts or found.score < APART_BELOW) if third else found.score < TORN_BELOW


def is_candidate(claim: Claim) -> bool:
    """Whether a claim tells of a happening, and so may belong to an incident: see the top of this file."""
    event = claim.body
    return isinstance(event, Event) and event.type in KINDS and claim.modality in MODALITIES


def is_placed(claim: Claim) -> bool:
    """Whether a claim says where or when: an incident has at least one such claim."""
    event = claim.body
    return isinstance(event, Event) and (
        bool(event.place) or (event.time is not None and event.time.period.resolved)
    )


Order = tuple[date, str, int, str]
"""When its report was printed, which report that is, where in the text, and the claim's id."""

Strength = Callable[[str, str], float]
"""How strongly a program holds two claims, by their ids, to be the same."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What claims, judgements and published ids make."""

    claims: list[Claim]
    """All but those that are held to be wrong, their fields amended."""
    incidents: list[Incident]
    """The earliest first."""
    order: Mapping[str, Order]
    """Of two claims that could tell of an incident, the earlier has the smaller value."""
    leads: Mapping[str, str | None]
    """Published ids that no incident has today, and the id of the incident that has their earliest claim."""
    refused: tuple[Judgement, ...]
    """Analysts' SAMEs that would lead through an analyst's wall."""
    contested: tuple[Judgement, ...]
    """Analysts' opinions that a newer one of another analyst outranks."""
    opinions: tuple[Opinion, ...] = ()
    """What counts of each pair that something is held of."""
    standings: Mapping[str, Standing] = field(default_factory=dict)
    """What counts of each claim that an analyst holds something of."""


def incidents(
    claims: Iterable[Claim], judgements: Iterable[Judgement], published: Iterable[Publication] = ()
) -> list[Incident]:
    """The incidents of `resolve`."""
    return resolve(claims, judgements, published).incidents


def resolve(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    published: Iterable[Publication] = (),
    strength: Strength | None = None,
) -> Resolved:
    """What claims and judgements make by the rule of docs/judgements.md; the order they come in makes no difference.

    Both are of today's readings (see `carrying`). `published` are the ids of earlier publications with their own
    claims, the oldest first. An incident's `claim_ids` are the earliest first; claims that deny it are in `dissent`
    and not in `claim_ids`. Denials that nothing else is told of make no incident. `strength` orders programs' SAMEs;
    None is the score of the comparison of the two claims as they were read.
    """
    claims, judgements, published = list(claims), list(judgements), list(published)
    standing = standings(judgements)
    corrected = _corrected(claims, standing)
    candidates = {claim.id: account(claim) for claim in corrected if is_candidate(claim)}
    order = {claim_id: _order(told) for claim_id, told in candidates.items()}
    held = opinions(judgements, _known(judgements, published, order))
    drawn = partition(candidates, held, _strengths(held, strength or _likeness(claims, held)))
    telling, denying = [], []
    for cluster in drawn.clusters:
        members = sorted((candidates[claim_id] for claim_id in cluster), key=_order)
        told = [one for one in members if one.claim.modality is not Modality.DENIED]
        if told and any(is_placed(one.claim) for one in members):
            telling.append(told)
            denying.append([one for one in members if one.claim.modality is Modality.DENIED])
    naming = name([[told.claim.id for told in cluster] for cluster in telling], order, published)
    found = [
        state(incident_id, told, denied)
        for incident_id, told, denied in zip(naming.ids, telling, denying, strict=True)
    ]
    contested = (
        *(judgement for opinion in held for judgement in opinion.contested),
        *(judgement for one in standing.values() for judgement in one.contested),
    )
    return Resolved(
        corrected,
        sorted(found, key=lambda incident: (_earliest(incident.period), incident.id)),
        order,
        naming.leads,
        tuple(one for opinion in drawn.refused for one in (opinion.judgement, *opinion.agreed)),
        contested,
        tuple(held),
        standing,
    )


def _corrected(claims: list[Claim], standing: Mapping[str, Standing]) -> list[Claim]:
    """The claims that are not held to be wrong, with the fields that are amended."""
    if not standing:
        return claims
    corrected = []
    for claim in claims:
        found = standing.get(claim.id)
        if found is None:
            corrected.append(claim)
        elif not found.out:
            corrected.append(amend(claim, found.fields) if found.fields else claim)
    return corrected


def _known(
    judgements: Iterable[Judgement], published: Iterable[Publication], order: Mapping[str, object]
) -> dict[str, str]:
    """Which claim an id in a judgement stands for."""
    known = {claim_id: claim_id for claim_id in order}
    if any(side.startswith("i") for judgement in judgements for side in judgement.sides):
        known |= {mint(claim_id): claim_id for claim_id in order}
        known |= {one: claim for one, claim in earliest_claims(published, order).items() if claim}
    return known


def _strengths(held: Iterable[Opinion], strength: Strength) -> dict[Pair, float]:
    return {
        opinion.pair: strength(*opinion.pair)
        for opinion in held
        if opinion.verdict is Verdict.SAME and not opinion.by_analyst
    }


def score_said(judgement: Judgement) -> float | None:
    """The score that the program's own opinion ends with; None in an opinion of another or of another version."""
    if judgement.name != NAME or judgement.holder is not Holder.PROGRAM:
        return None
    return score_in(judgement.reason)


def score_in(reason: str) -> float | None:
    """The score that a reason of the program's ends with, if it does."""
    score, _, most = reason.rpartition(": ")[2].partition(" of ")
    try:
        return float(score) if float(most) > 0 else None
    except ValueError:
        return None


def _likeness(claims: Iterable[Claim], held: Iterable[Opinion]) -> Strength:
    """The comparison's score as it was said, or else made again, each claim drawn out when it is first asked for."""
    said = {opinion.pair: score_said(opinion.judgement) for opinion in held}
    by_id = {claim.id: claim for claim in claims}
    accounts: dict[str, Account] = {}

    def told(claim_id: str) -> Account:
        if claim_id not in accounts:
            accounts[claim_id] = account(by_id[claim_id])
        return accounts[claim_id]

    def score(left: str, right: str) -> float:
        known = said.get((left, right))
        return compare(told(left), told(right)).score if known is None else known

    return score


def _order(told: Account) -> Order:
    return told.claim.document.published or date.max, told.text, told.event.trigger.start, told.claim.id


def _earliest(period: Period | None) -> date:
    return (period.earliest or period.latest or date.max) if period else date.max


def corners(matches: Iterable[Iterable[str]]) -> set[Pair]:
    """Pairs of claims that are each the same as a third: `matches` are those of one claim each."""
    return {pair for others in matches for pair in combinations(sorted(others), 2)}
