"""Why two claims are one incident, or are not: the comparison, what is held of the pair, and the chains around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from harmattan.model.amendments import AmendedClaim
from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement, Verdict
from harmattan.model.readings import Modality
from harmattan.model.world import Incident
from harmattan.resolution.explanation.chains import Chains
from harmattan.resolution.explanation.happenings import no_happening
from harmattan.resolution.incidents.accounts import Account, account
from harmattan.resolution.incidents.blocking import uncompared
from harmattan.resolution.incidents.comparison import compare
from harmattan.resolution.incidents.findings import Comparison
from harmattan.resolution.judgements.carrying import Readings, carry
from harmattan.resolution.judgements.derivation import Held, Memory
from harmattan.resolution.judgements.overruling import Opinion, Pair


@dataclass(frozen=True, slots=True)
class PairReason:
    """All that bears on whether two claims are one incident."""

    left: Claim
    right: Claim
    together: bool
    """Whether they are in one incident."""
    incidents: tuple[str | None, str | None]
    """The incidents' ids; None where a claim is in none."""
    lacking: str | None
    """Why one of the two is in no incident whatever else is told, in words."""
    comparison: Comparison | None
    """None where one of them tells of no happening: there is nothing to compare."""
    uncompared: str | None
    """Why the program did not compare them when it looked for what is the same; None where it did."""
    counts: Opinion | None
    """What counts of all that is held of the pair."""
    log: tuple[Judgement, ...]
    """All that was ever held of the pair, the oldest first."""
    chain: tuple[Opinion, ...]
    """The steps from left to right over claims between them, where they were not joined directly, or where a chain
    would have joined them and was cut."""
    cuts: tuple[Opinion, ...]
    """What keeps the two apart that a SAME or a chain of them would join."""


class Explanations:
    """What is held today, and all that it was made of; answers one question after the other."""

    def __init__(self, memory: Memory, held: Held) -> None:
        self._memory = memory
        self.held = held
        self.read = {claim.id: claim for claim in memory.claims}
        """Today's claims as they were read; what programs compare."""
        self.incident_of: dict[str, Incident] = {}
        for incident in held.incidents:
            for claim_id in (*incident.claim_ids, *incident.dissent):
                self.incident_of[claim_id] = incident
        self.opinions: Mapping[Pair, Opinion] = {opinion.pair: opinion for opinion in held.opinions}
        self._accounts: dict[str, Account] = {}

    @classmethod
    def of(cls, held: Held) -> Self:
        """The same without what was once held and counts no more."""
        read = [one.read if isinstance(one, AmendedClaim) else one for one in held.claims]
        return cls(Memory(read, ()), held)

    @cached_property
    def _amended(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.held.claims if isinstance(claim, AmendedClaim)}

    @cached_property
    def chains(self) -> Chains:
        """All SAMEs that count."""
        return Chains(self.held.opinions)

    @cached_property
    def _log(self) -> Mapping[Pair, list[Judgement]]:
        """All judgements about pairs, in terms of today's claims."""
        carried = carry(self._memory.judgements, Readings(self._memory.claims, self._memory.earlier))
        known = self._earliest_of_incidents()
        found: dict[Pair, list[Judgement]] = defaultdict(list)
        for judgement in carried.judgements:
            if judgement.right is not None:
                left, right = (known.get(side, side) for side in judgement.sides)
                found[min(left, right), max(left, right)].append(judgement)
        return found

    def _earliest_of_incidents(self) -> dict[str, str]:
        """For an incident's id in a judgement, the claim that it stands for, as far as it can still be told."""
        known = {incident.id: incident.claim_ids[0] for incident in self.held.incidents}
        for incident, claim_id in self._memory.published:
            if claim_id in self.read:
                known.setdefault(incident, claim_id)
        return known

    def log(self, left: str, right: str) -> tuple[Judgement, ...]:
        """All that was ever held of two claims, the oldest first."""
        found = self._log.get((min(left, right), max(left, right)), ())
        return tuple(sorted(found, key=lambda one: (one.at, one.id)))

    def account(self, claim_id: str) -> Account:
        """What the comparisons look at in a claim, as it was read."""
        if claim_id not in self._accounts:
            self._accounts[claim_id] = account(self.read[claim_id])
        return self._accounts[claim_id]

    def pair(self, left: str, right: str) -> PairReason:
        """All that bears on whether two claims of today's readings are one incident."""
        one, other = self.read[left], self.read[right]
        here, there = self.incident_of.get(left), self.incident_of.get(right)
        together = here is not None and there is not None and here.id == there.id
        comparison = self.compared(left, right)
        opinion = self.opinions.get((min(left, right), max(left, right)))
        chain = self._chain(left, right, here if together else None)
        cuts = () if together else tuple(self._cuts(left, right, chain))
        return PairReason(
            left=one,
            right=other,
            together=together,
            incidents=(here.id if here else None, there.id if there else None),
            lacking=None if together else self._lacking(left, right),
            comparison=comparison,
            uncompared=uncompared(self.account(left), self.account(right)) if comparison else None,
            counts=opinion,
            log=self.log(left, right),
            chain=chain if len(chain) > 1 else (),
            cuts=cuts,
        )

    def _lacking(self, left: str, right: str) -> str | None:
        for claim_id, which in ((left, "the first"), (right, "the second")):
            if reason := self.lacking(claim_id):
                return f"{which} is in none: {reason}"
        return None

    def lacking(self, claim_id: str) -> str | None:
        """Why a claim is in no incident, in words; None where it is in one."""
        if claim_id in self.incident_of:
            return None
        standing = self.held.standings.get(claim_id)
        if standing is not None and standing.out:
            return "an analyst holds it to be wrong"
        claim = self._amended.get(claim_id, self.read[claim_id])
        if reason := no_happening(claim):
            return reason
        if claim.modality is Modality.DENIED:
            return "it denies what no report tells"
        return "it says neither where nor when, and nothing that does was held to be the same"

    def _chain(self, left: str, right: str, incident: Incident | None) -> tuple[Opinion, ...]:
        if incident is None:
            return self.chains.shortest(left, right)
        return self.chains.shortest(left, right, {*incident.claim_ids, *incident.dissent})

    def compared(self, left: str, right: str) -> Comparison | None:
        """The comparison of two claims as they were read; None where one of them tells of no happening."""
        if left == right or no_happening(self.read[left]) or no_happening(self.read[right]):
            return None
        return compare(self.account(left), self.account(right))

    def _cuts(self, left: str, right: str, chain: tuple[Opinion, ...]) -> Iterator[Opinion]:
        """DIFFERENTs between the incidents along a chain."""
        along = {left, right, *(claim for opinion in chain for claim in opinion.pair)}
        side = {claim: claim_id for claim_id in sorted(along) for claim in self._with(claim_id)}
        for opinion in self.held.opinions if chain else ():
            one, other = (side.get(claim) for claim in opinion.pair)
            if (
                opinion.verdict is Verdict.DIFFERENT
                and one
                and other
                and not self._one_incident(*opinion.pair)
            ):
                yield opinion

    def _one_incident(self, one: str, other: str) -> bool:
        here, there = self.incident_of.get(one), self.incident_of.get(other)
        return here is not None and there is not None and here.id == there.id

    def _with(self, claim_id: str) -> set[str]:
        incident = self.incident_of.get(claim_id)
        return {claim_id} if incident is None else {*incident.claim_ids, *incident.dissent}


def most_telling(reasons: Iterable[PairReason]) -> list[PairReason]:
    """Those together first, then by points, those that were never compared last."""
    return sorted(
        reasons,
        key=lambda one: (
            not one.together,
            one.uncompared is not None,
            -(one.comparison.score if one.comparison else float("-inf")),
            one.left.id,
            one.right.id,
        ),
    )
