"""From a reading to its claims, and the statements that were refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from harmattan.claims.checks import Reason, mentions, refusal, stretches
from harmattan.model.claims import Claim, ClaimKind, Rejection
from harmattan.model.readings import Body, Event, Reading, Statement
from harmattan.model.text import Span
from harmattan.reference.codebook import Codebook


def build(reading: Reading, codebook: Codebook) -> tuple[list[Claim], list[Rejection]]:
    """Every statement as a claim or as a rejection with its reason, both in the reading's order.

    Of statements with the same fields and the same words the first becomes the claim, the others are duplicates.
    A claim also cites the sentence that a name was taken from, where that is another one.
    """
    claims: list[Claim] = []
    rejections: list[Rejection] = []
    said: set[Body] = set()
    for told in reading.statements:
        statement = _with_antecedents(told, reading.sentences)
        reason = refusal(statement, reading.document, codebook)
        if reason is None and statement.body in said:
            reason = Reason.DUPLICATE
        if reason is None:
            said.add(statement.body)
            claims.append(Claim(reading.document, statement, reading.reader))
        else:
            rejections.append(_rejection(statement, reason, reading))
    return claims, rejections


def _with_antecedents(statement: Statement, sentences: Iterable[Span]) -> Statement:
    """The statement with the sentences that its mentions' names were taken from among its evidence.

    "It freed four hostages" rests on the sentence before, which says who "it" is. Only antecedents are added so: any
    other field whose words lie outside the evidence was misread.
    """
    evidence = list(statement.evidence)
    for mention in mentions(statement):
        named = mention.antecedent
        if named is not None and evidence and not any(named in cited for cited in evidence):
            evidence.extend([sentence for sentence in sentences if named in sentence][:1])
    if len(evidence) == len(statement.evidence):
        return statement
    return replace(statement, evidence=tuple(evidence))


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
