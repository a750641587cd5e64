"""Why things are held to be one, or not: answers to what an analyst asks about one thing or two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from harmattan.engine.asking import Asked, Finder, Retired, Stretch
from harmattan.engine.meanings import Said, meanings
from harmattan.engine.project import Project
from harmattan.engine.surroundings import surroundings
from harmattan.errors import UnknownId
from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement
from harmattan.model.text import Document
from harmattan.model.world import Incident
from harmattan.resolution.explanation.incidents import (
    IncidentReason,
    NearMiss,
    explain,
    near_of,
)
from harmattan.resolution.explanation.pairs import Explanations, PairReason, most_telling
from harmattan.resolution.judgements.carrying import Readings
from harmattan.resolution.judgements.derivation import derive


@dataclass(frozen=True, slots=True)
class OfClaim:
    """Why a claim is where it is."""

    claim: Claim
    incident: Incident | None
    lacking: str | None
    """Why it is in no incident."""
    joined: tuple[PairReason, ...]
    """By what it is joined to the other claims of its incident; `left` is another claim, `right` this one."""
    near: tuple[NearMiss, ...]
    log: tuple[Judgement, ...]
    """What is held of it alone."""


@dataclass(frozen=True, slots=True)
class OfIncident:
    """Why an incident is what it is."""

    reason: IncidentReason
    asked: str
    """The id it was asked for by, which may be one that leads to it."""
    log: tuple[Judgement, ...]
    """Analysts' opinions about its claims."""


@dataclass(frozen=True, slots=True)
class OfDocument:
    """Where the events of a report went."""

    document: Document
    held: tuple[tuple[Claim, Incident], ...]
    none: tuple[tuple[Claim, str], ...]
    """Claims that are in no incident, each with the reason."""


@dataclass(frozen=True, slots=True)
class OfStretch:
    """Whom or what some words were taken to mean."""

    stretch: Stretch
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class OfPair:
    """Why two claims are one incident, or are not."""

    reason: PairReason


@dataclass(frozen=True, slots=True)
class OfGroups:
    """Why the claims of two reports or incidents are one incident, or are not."""

    left: Document | Incident | Claim
    right: Document | Incident | Claim
    asked: tuple[str, str]
    """The ids they were asked for by."""
    reasons: tuple[PairReason, ...]
    """Of pairs in which both could be an incident, the most telling first."""
    never: Mapping[str, int]
    """Why pairs were never compared, and how many for each reason, the most frequent first."""
    none: tuple[tuple[Claim, str], ...]
    """Claims that are in no incident, whatever they are compared with, each with the reason."""


@dataclass(frozen=True, slots=True)
class OfStretches:
    """Whom or what the words of two stretches mean, and whether that is the same."""

    left: OfStretch
    right: OfStretch
    same: bool | None
    """None where one of the two is not known."""


Answer = OfClaim | OfIncident | OfDocument | OfStretch | OfPair | OfGroups | OfStretches


def why(folder: Path, one: str, other: str | None = None) -> Answer:
    """The answer to what is asked about one thing, or two, in a project.

    Raises `ProjectError`, `StoreError`, `UnknownId`.
    """
    project = Project.open(folder)
    with project.store() as store:
        things = [one] if other is None else [one, other]
        found = surroundings(store, things, compared=other is None)
    memory = found.memory
    explanations = Explanations(found.log, derive(memory))
    finder = Finder(explanations, found.documents, Readings(memory.claims, memory.earlier))
    inquiry = _Inquiry(explanations, found.log.judgements, project)
    first, *second = (finder.find(thing) for thing in found.things)
    return inquiry.about_two(first, second[0]) if second else inquiry.about(first)


class _Inquiry:
    def __init__(self, explanations: Explanations, log: Sequence[Judgement], project: Project) -> None:
        self._explanations = explanations
        self._log = log
        self._project = project

    def about(self, thing: Asked) -> Answer:
        match thing:
            case Claim():
                return self._claim(thing)
            case Document():
                return self._document(thing)
            case Stretch():
                return self._stretch(thing)
            case Retired(asked, incident):
                return self._incident(incident, asked)
        return self._incident(thing, thing.id)

    def about_two(self, one: Asked, other: Asked) -> Answer:
        if isinstance(one, Stretch) and isinstance(other, Stretch):
            left, right = self._stretch(one), self._stretch(other)
            return OfStretches(left, right, _same(left, right))
        if isinstance(one, Stretch) or isinstance(other, Stretch):
            raise UnknownId(
                "words of a document",
                "can only be compared with other words",
                "ask about two stretches, or about claims, reports or incidents",
            )
        if isinstance(one, Claim) and isinstance(other, Claim):
            return OfPair(self._explanations.pair(one.id, other.id))
        return self._groups(one, other)

    def _claim(self, claim: Claim) -> OfClaim:
        explanations = self._explanations
        incident = explanations.incident_of.get(claim.id)
        log = tuple(one for one in self._log if one.right is None and one.left == claim.id)
        if incident is None:
            return OfClaim(claim, None, explanations.lacking(claim.id), (), (), log)
        others = [one for one in (*incident.claim_ids, *incident.dissent) if one != claim.id]
        joined = tuple(explanations.pair(one, claim.id) for one in others)
        pairs = (pair for pair in near_of(explanations, incident) if pair[0] == claim.id)
        near = explain(explanations, incident, pairs).near
        return OfClaim(claim, incident, None, joined, near, log)

    def _incident(self, incident: Incident, asked: str) -> OfIncident:
        reason = explain(self._explanations, incident, near_of(self._explanations, incident))
        ids = {*incident.claim_ids, *incident.dissent, incident.id, *incident.former_ids}
        log = [one for one in self._log if one.holder.value == "analyst" and ids.intersection(one.sides)]
        return OfIncident(reason, asked, tuple(sorted(log, key=lambda one: (one.at, one.id))))

    def _document(self, document: Document) -> OfDocument:
        claims = self._of_document(document)
        incident_of = self._explanations.incident_of
        held = tuple((claim, incident_of[claim.id]) for claim in claims if claim.id in incident_of)
        return OfDocument(document, held, tuple(self._none(claims)))

    def _none(self, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str]]:
        for claim in claims:
            if reason := self._explanations.lacking(claim.id):
                yield claim, reason

    def _of_document(self, document: Document) -> list[Claim]:
        found = [one for one in self._explanations.read.values() if one.document.id == document.id]
        return sorted(found, key=lambda one: (min(span.start for span in one.statement.evidence), one.id))

    def _stretch(self, stretch: Stretch) -> OfStretch:
        return OfStretch(stretch, tuple(meanings(stretch, self._project)))

    def _groups(
        self, one: Document | Incident | Claim | Retired, other: Document | Incident | Claim | Retired
    ) -> OfGroups:
        asked = (one.id, other.id)
        left = one.incident if isinstance(one, Retired) else one
        right = other.incident if isinstance(other, Retired) else other
        claims = [self._claims_of(left), self._claims_of(right)]
        none = dict(self._none([*claims[0], *claims[1]]))
        sides = [[claim for claim in side if claim not in none] for side in claims]
        met: set[frozenset[str]] = set()
        reasons: list[PairReason] = []
        for here, there in product(*sides):
            pair = frozenset((here.id, there.id))
            if len(pair) == 2 and pair not in met:
                met.add(pair)
                reasons.append(self._explanations.pair(here.id, there.id))
        never = Counter(one.uncompared for one in reasons if one.uncompared and not one.together)
        return OfGroups(
            left, right, asked, tuple(most_telling(reasons)), dict(never.most_common()), tuple(none.items())
        )

    def _claims_of(self, thing: Document | Incident | Claim) -> list[Claim]:
        if isinstance(thing, Claim):
            return [thing]
        if isinstance(thing, Document):
            return self._of_document(thing)
        return [self._explanations.read[one] for one in (*thing.claim_ids, *thing.dissent)]


def _same(left: OfStretch, right: OfStretch) -> bool | None:
    ids = [{said.id for said in side.said if said.id is not None} for side in (left, right)]
    if not ids[0] or not ids[1]:
        return None
    return bool(ids[0] & ids[1])
