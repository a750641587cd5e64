"""Every stretch that a statement rests on lies in its evidence: sentences, the one that tells it first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from harmattan.model.readings import Body, Event, Mention, Number, Place, Relation, Statement, Strength, Time
from harmattan.model.text import Span


def grounded(statement: Statement, sentences: Sequence[Span]) -> Statement:
    """The statement with the sentences added that its antecedents and its speaker stand in."""
    evidence = list(statement.evidence)
    for span in _cited(statement):
        if not any(span in sentence for sentence in evidence):
            evidence.extend(
                sentence for sentence in sentences if sentence.overlaps(span) and sentence not in evidence
            )
    return replace(statement, evidence=tuple(evidence))


def _cited(statement: Statement) -> Iterator[Span]:
    for value in (*_values(statement.body), statement.attribution):
        if value is None:
            continue
        yield value.span
        if isinstance(value, Mention) and value.antecedent is not None:
            yield value.antecedent


def _values(body: Body) -> tuple[Mention | Place | Time | Number | None, ...]:
    match body:
        case Event():
            people = (*body.actor, *body.recipient, *body.target, *body.victim, *body.weapon)
            return (
                *people,
                *body.place,
                body.time,
                body.report_time,
                body.killed,
                body.wounded,
                body.abducted,
            )
        case Strength():
            return (*body.force, *body.place, body.size, body.time)
        case Relation():
            return body.subject, body.object, body.time
