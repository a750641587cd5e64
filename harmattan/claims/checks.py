"""What a statement must be to become a claim: a table of reasons for refusing it, each with its test.

The codebook asks three types (COOPERATE, AID, SANCTION) for a recipient. A claim is not refused for lacking one:
reports say "the bloc imposed sanctions" with the recipient a sentence before, and two who cooperate are both actors,
so the rule would lose claims that are true and quoted. What is asked of every event is `NOBODY`: that somebody takes
part, or that at least a place is told with a time or a weapon. Of what is denied it is not asked: "nobody was hurt" is
a claim. An export that must keep the codebook's rule can read
`EventType.recipient_required` and leave such claims out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from itertools import combinations
from typing import Any, TypeVar

from harmattan.model.readings import Event, Mention, Modality, Relation, RelationKind, Statement, Strength
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period
from harmattan.reference.codebook import Codebook


class Reason(StrEnum):
    """Why a statement is refused; the value is what a rejection prints."""

    NO_EVIDENCE = "no evidence"
    MISQUOTED = "a quote that is not in the text"
    OUTSIDE_EVIDENCE = "a stretch outside the evidence"
    UNKNOWN_TYPE = "a type the codebook does not have"
    UNKNOWN_MODE = "a mode the type does not have"
    NOBODY = "nobody takes part"
    TWO_ROLES = "one stretch both acts and is acted upon"
    COUNTED_TWICE = "one number is two counts"
    COUNTED_DATE = "a number that is a date"
    UNPLACED_STRENGTH = "a strength of no force in no place"
    SELF_RELATION = "a relation of a thing to itself"
    DUPLICATE = "said already with the same words"


EXPLANATIONS = {
    Reason.NO_EVIDENCE: "The statement names no sentence that it rests on.",
    Reason.MISQUOTED: "A field's quote differs from the document's text at its offsets, or lies beyond its end.",
    Reason.OUTSIDE_EVIDENCE: "A field rests on words that none of the evidence covers.",
    Reason.UNKNOWN_TYPE: "The event's type is not one of the codebook's.",
    Reason.UNKNOWN_MODE: "The event's mode is not one of its type's.",
    Reason.NOBODY: "No actor, recipient, target, victim or casualties, and no place with a time or a weapon; nor is "
    "the event denied, or a moving of weapons.",
    Reason.TWO_ROLES: "The same words fill the actor and what is acted upon, so one of them was misread.",
    Reason.COUNTED_TWICE: "The same words are read as two of killed, wounded and abducted.",
    Reason.COUNTED_DATE: "The words of a count are also the words of a time.",
    Reason.UNPLACED_STRENGTH: "A number of men without a force and without a place tells nothing.",
    Reason.SELF_RELATION: "Both sides are one actor, or an alias is the name itself.",
    Reason.DUPLICATE: "An earlier claim of the document has the same fields with the same words.",
}
"""Each reason in a sentence, for an analyst who asks why something is missing."""

Check = Callable[[Statement, Document, Codebook], bool]


def stretches(value: object) -> Iterator[Span]:
    """Every span in a statement or a part of one, in field order."""
    found: list[Span] = []
    _gather(value, Span, found)
    return iter(found)


def mentions(value: object) -> Iterator[Mention]:
    """Every mention in a statement or a part of one, in field order."""
    found: list[Mention] = []
    _gather(value, Mention, found)
    return iter(found)


Part = TypeVar("Part", Span, Mention)


def _gather(value: Any, kind: type[Part], found: list[Part]) -> None:
    if isinstance(value, kind):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, kind, found)
    elif value is not None:
        for name in _field_names(value.__class__):
            inner = getattr(value, name)
            if inner and inner.__class__ not in _PLAIN:
                _gather(inner, kind, found)


_PLAIN = frozenset([str, int, float, Count, Period])
"""What holds no words of the text."""


@cache
def _field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a dataclass; none of anything else. Asked for every value of every claim."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _no_evidence(statement: Statement, document: Document, codebook: Codebook) -> bool:
    return not statement.evidence


def _misquoted(statement: Statement, document: Document, codebook: Codebook) -> bool:
    text = document.text
    return any(
        not 0 <= span.start < span.end <= len(text) or text[span.start : span.end] != span.quote
        for span in stretches(statement)
    )


def _outside_evidence(statement: Statement, document: Document, codebook: Codebook) -> bool:
    cited = (*stretches(statement.body), *stretches(statement.attribution))
    return any(not any(span in evidence for evidence in statement.evidence) for span in cited)


def _unknown_type(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    return isinstance(body, Event) and body.type not in codebook.types


def _unknown_mode(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    return (
        isinstance(body, Event) and body.mode is not None and body.mode not in codebook.types[body.type].modes
    )


def _nobody(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    if not isinstance(body, Event):
        return False
    people = body.actor or body.recipient or body.target or body.victim
    casualties = body.killed or body.wounded or body.abducted
    located = body.place and (body.time or body.weapon)
    armed = body.type == "MOBILIZE" and body.weapon
    # "Nobody was detained", "the redeployment has not taken place": that nobody takes part is what is said.
    denied = statement.modality is Modality.DENIED
    return not (people or casualties or located or armed or denied)


def _two_roles(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    if not isinstance(body, Event):
        return False
    acting = {mention.span for mention in body.actor}
    return any(mention.span in acting for mention in (*body.recipient, *body.target, *body.victim))


def _counted_twice(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    if not isinstance(body, Event):
        return False
    numbers = [number.span for number in (body.killed, body.wounded, body.abducted) if number]
    return any(one.overlaps(other) for one, other in combinations(numbers, 2))


def _counted_date(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    if isinstance(body, Event):
        numbers = [number for number in (body.killed, body.wounded, body.abducted) if number]
        times = [time for time in (body.time, body.report_time) if time]
    elif isinstance(body, Strength):
        numbers, times = [body.size], [body.time] if body.time else []
    else:
        return False
    return any(number.span.overlaps(time.span) for number in numbers for time in times)


def _unplaced_strength(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    return isinstance(body, Strength) and not body.force and not body.place


def _self_relation(statement: Statement, document: Document, codebook: Codebook) -> bool:
    body = statement.body
    if not isinstance(body, Relation):
        return False
    subject, other = body.subject, body.object
    if body.relation is RelationKind.ALIAS:
        # Both sides of an alias have one best name and one actor: only their words differ.
        return subject.span.quote.casefold() == other.span.quote.casefold()
    if isinstance(other, Mention):
        same_actor = subject.actor is not None and subject.actor == other.actor
        return same_actor or subject.name.casefold() == other.name.casefold() or subject.span == other.span
    return subject.span == other.span


CHECKS: tuple[tuple[Reason, Check], ...] = (
    (Reason.NO_EVIDENCE, _no_evidence),
    (Reason.MISQUOTED, _misquoted),
    (Reason.OUTSIDE_EVIDENCE, _outside_evidence),
    (Reason.UNKNOWN_TYPE, _unknown_type),
    (Reason.UNKNOWN_MODE, _unknown_mode),
    (Reason.NOBODY, _nobody),
    (Reason.TWO_ROLES, _two_roles),
    (Reason.COUNTED_TWICE, _counted_twice),
    (Reason.COUNTED_DATE, _counted_date),
    (Reason.UNPLACED_STRENGTH, _unplaced_strength),
    (Reason.SELF_RELATION, _self_relation),
)
"""The first that holds is the reason. DUPLICATE is no property of one statement: `build` sees to it."""


def refusal(statement: Statement, document: Document, codebook: Codebook) -> Reason | None:
    """Why the statement cannot be a claim about the document; None where it can."""
    return next((reason for reason, holds in CHECKS if holds(statement, document, codebook)), None)
