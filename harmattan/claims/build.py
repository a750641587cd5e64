"""From a reading to its claims, and the statements that were refused."""

from __future__ import annotations

from harmattan.claims.checks import Reason, refusal, stretches
from harmattan.model.claims import Claim, ClaimKind, Rejection
from harmattan.model.readings import Body, Event, Reading, Statement
from harmattan.model.text import Span
from harmattan.reference.codebook import Codebook


def build(reading: Reading, codebook: Codebook) -> tuple[list[Claim], list[Rejection]]:
    """Every statement as a claim or as a rejection with its reason, both in the reading's order.

    Of statements with the same fields and the same words the first becomes the claim, the others are duplicates.
    """
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    said: set[Body] = set()
    for statement in reading.statements:
        reason = refusal(statement, reading.document, codebook)
        if reason is None and statement.body in said:
            reason = Reason.DUPLICATE
        if reason is None:
            said.add(statement.body)
            claims.append(Claim(reading.document, statement, reading.reader))
        else:
            rejections.append(_rejection(statement, reason, reading))
    return claims, rejections


def _rejection(statement: Statement, reason: Reason, reading: Reading) -> Rejection:
    span = _shown(statement)
    return Rejection(
        document_id=reading.document.id,
        kind=ClaimKind.of(statement.body),
        reason=reason.value,
        quote=span.quote,
        start=span.start,
        end=span.end,
        reader=reading.reader,
    )


def _shown(statement: Statement) -> Span:
    """The words a rejection shows: an event's trigger, else the sentence, else the first words of the body."""
    if isinstance(statement.body, Event):
        return statement.body.trigger
    return next(iter((*statement.evidence, *stretches(statement.body))))
