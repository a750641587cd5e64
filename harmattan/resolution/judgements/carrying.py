"""Analysts' decisions and incidents' ids carried over to what a newer reader reads at the same words.

A decision was made about a claim in a document; when the document is read again the claim has another id, or is not
there any more. Each decision asks its own question of the new claim (docs/judgements.md), and where the answer is no it
is an orphan: kept, listed, and without effect until it fits again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from harmattan.model.amendments import amend, amended_fields
from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.resolution.judgements.meaning import (
    at_the_same_words,
    contradictions,
    differences,
    field_of,
    in_the_same_sentence,
    same,
)
from harmattan.resolution.judgements.overruling import PAIRS, live, rank

UNKNOWN = "the store knows no such claim"
UNREAD = "nothing of the kind is read from these words any more"
SEVERAL = "several claims of the sentence say the same now"
ONE = "both are one claim now"

Objection = Callable[[Claim, Claim], str | None]
"""What speaks against taking the second claim, read later, for the first; None where nothing does."""


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision of an analyst that fits nothing of what is read today.

    Ada held claim c1 to be wrong, in which the reader had read 14 dead; the reader of today reads 13 there, which she
    has not judged: "killed: 14 then, 13 now".
    """

    judgement: Judgement
    reason: str
    claims: tuple[Claim, ...] = ()
    """What it was about, as read then."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The log as it speaks of today's claims."""

    judgements: list[Judgement]
    origin: Mapping[Judgement, Judgement]
    """For those that were carried, the judgement in the log."""
    orphans: tuple[Orphan, ...]


class Readings:
    """The claims of today, and those of earlier readings that the log still speaks of."""

    def __init__(self, today: Iterable[Claim], earlier: Mapping[str, Claim]) -> None:
        self.today = {claim.id: claim for claim in today}
        self.earlier = earlier
        self._by_document: dict[str, list[Claim]] | None = None

    def find(self, claim_id: str) -> Claim | None:
        """A claim of any reading."""
        return self.today.get(claim_id) or self.earlier.get(claim_id)

    def carry(self, claim_id: str, objection: Objection) -> Claim | str:
        """Today's claim for a claim of any reading, or why there is none."""
        if (current := self.today.get(claim_id)) is not None:
            return current
        if (old := self.earlier.get(claim_id)) is None:
            return UNKNOWN
        return successor(old, self._of_document(old.document.id), objection)

    def at_the_same_words(self, one: str, other: str) -> bool:
        """Whether two ids are of claims of any reading that rest on the same words of one document, or one id."""
        if one == other:
            return True
        left, right = self.find(one), self.find(other)
        if left is None or right is None or left.document.id != right.document.id:
            return False
        return at_the_same_words(left, right)

    def _of_document(self, document_id: str) -> list[Claim]:
        if self._by_document is None:
            self._by_document = defaultdict(list)
            for claim in self.today.values():
                self._by_document[claim.document.id].append(claim)
        return self._by_document.get(document_id, [])


def successor(old: Claim, reading: Iterable[Claim], objection: Objection) -> Claim | str:
    """Of a later reading of the same document, the claim that stands where `old` stood and that nothing speaks
    against; or what speaks against the nearest.
    """
    reading = list(reading)
    there = [new for new in reading if at_the_same_words(old, new)]
    if there:
        if len(there) > 1:
            there.sort(key=lambda new: (len(differences(old, new)), _start(new), new.id))
        fitting = (new for new in there if objection(old, new) is None)
        return next(fitting, None) or objection(old, there[0]) or UNREAD
    alike = [new for new in reading if in_the_same_sentence(old, new) and not differences(old, new)]
    if len(alike) == 1:
        return alike[0]
    return SEVERAL if alike else UNREAD


def _start(claim: Claim) -> int:
    return min((span.start for span in claim.statement.evidence), default=0)


def carry(judgements: Iterable[Judgement], readings: Readings) -> Carried:
    """Let analysts' judgements speak of today's claims. Programs' are left alone: the program judges anew.

    Whatever cannot be carried is left out, and is an orphan if its holder still holds it.
    """
    judgements = list(judgements)
    spoken: list[Judgement] = []
    origin: dict[Judgement, Judgement] = {}
    unfit: dict[Judgement, str] = {}
    for judgement in judgements:
        if judgement.holder is Holder.PROGRAM:
            spoken.append(judgement)
            continue
        carried = _carried(judgement, readings)
        if isinstance(carried, Judgement):
            spoken.append(carried)
            origin[carried] = judgement
        else:
            unfit[judgement] = carried
    decided = _by_documents(judgements, readings) if unfit else {}
    orphans = [
        orphan(judgement, unfit[judgement], readings)
        for judgement in (live(judgements) if unfit else ())
        if judgement in unfit
        and not any(
            _decides_anew(newer, judgement, readings) for newer in decided[_documents(judgement, readings)]
        )
    ]
    return Carried(spoken, origin, tuple(orphans))


def _by_documents(
    judgements: Iterable[Judgement], readings: Readings
) -> dict[frozenset[str], list[Judgement]]:
    """Analysts' judgements by the documents that they are about."""
    found: dict[frozenset[str], list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.holder is Holder.ANALYST:
            found[_documents(judgement, readings)].append(judgement)
    return found


def _documents(judgement: Judgement, readings: Readings) -> frozenset[str]:
    claims = ((side, readings.find(side)) for side in judgement.sides)
    return frozenset(side if claim is None else claim.document.id for side, claim in claims)


def _decides_anew(newer: Judgement, older: Judgement, readings: Readings) -> bool:
    """Whether one holder's newer judgement answers what the older did, about what another reading has there."""
    if newer.name != older.name or rank(newer) <= rank(older) or len(newer.sides) != len(older.sides):
        return False
    if newer.verdict is older.verdict is Verdict.AMENDED and not _fields(older) <= _fields(newer):
        return False
    orders = {newer.sides, newer.sides[::-1]}
    return any(all(map(readings.at_the_same_words, older.sides, sides)) for sides in orders)


def _fields(judgement: Judgement) -> set[str]:
    try:
        return set(amended_fields(judgement))
    except ValueError:
        return set()


def orphan(judgement: Judgement, reason: str, readings: Readings) -> Orphan:
    """The judgement as an orphan, with the claims that it was about."""
    claims = map(readings.find, judgement.sides)
    return Orphan(judgement, reason, tuple(claim for claim in claims if claim is not None))


def _carried(judgement: Judgement, readings: Readings) -> Judgement | str:
    if all(side in readings.today for side in judgement.sides) and judgement.verdict is not Verdict.AMENDED:
        return judgement
    sides = []
    for side in judgement.sides:
        if judgement.right is not None and side.startswith("i"):
            sides.append(side)  # an incident: its claims are carried, and with them its id
            continue
        try:
            found = readings.carry(side, _objection(judgement))
            if isinstance(found, Claim) and judgement.verdict is Verdict.AMENDED:
                amend(found, amended_fields(judgement))
        except ValueError as error:
            return str(error)
        if isinstance(found, str):
            return found
        sides.append(found.id)
    if len(sides) == 1:
        return replace(judgement, left=sides[0])
    if sides[0] == sides[1] and judgement.verdict is Verdict.DIFFERENT:
        return ONE
    return replace(judgement, left=min(sides), right=max(sides))


def _objection(judgement: Judgement) -> Objection:
    if judgement.verdict is Verdict.WITHDRAWN:
        return anything
    if judgement.verdict in PAIRS:
        return another_happening
    if judgement.verdict is Verdict.AMENDED:
        return _unlike_amended(judgement)
    return another_content


def anything(_old: Claim, _new: Claim) -> None:
    """Nothing speaks against a claim of the same kind at the same words."""


def another_happening(old: Claim, new: Claim) -> str | None:
    """Something that tells which happening it is has changed."""
    return next(iter(contradictions(old, new).values()), None)


def another_content(old: Claim, new: Claim) -> str | None:
    """Any field means something else."""
    return next(iter(differences(old, new).values()), None)


def _unlike_amended(judgement: Judgement) -> Objection:
    fields = amended_fields(judgement)

    def objection(old: Claim, new: Claim) -> str | None:
        settled = contradictions(old, new)
        amended = amend(old, fields)
        changed = differences(old, new)
        for name in fields:
            if same(field_of(amended, name), field_of(new, name)):
                settled.pop(name, None)  # the reader has learnt what the analyst said
            elif name in changed:
                return changed[name]
        return next(iter(settled.values()), None)

    return objection
