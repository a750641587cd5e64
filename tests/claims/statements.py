"""Statements about one short document, built from its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from harmattan.model.readings import (
    Event,
    Mention,
    Number,
    Place,
    Reading,
    Relation,
    RelationKind,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision

SENTENCE = "On 3 March 2021 gunmen of the Sand Front killed 14 soldiers and wounded 6 near Gossi."
SECOND = "The Sand Front (SF), with some 400 fighters in Gossi, denies it."
DOCUMENT = Document(f"{SENTENCE} {SECOND}", "Attack near Gossi", date(2021, 3, 4), "Sahel Wire")
READER = "test-1"


def span(words: str, document: Document = DOCUMENT) -> Span:
    """The first place where the document says these words."""
    start = document.text.index(words)
    return document.span(start, start + len(words))


def mention(words: str, name: str | None = None, actor: str | None = None) -> Mention:
    return Mention(span(words), name or words, actor)


def place(words: str) -> Place:
    return Place(span(words), words)


def number(words: str, count: int) -> Number:
    return Number(span(words), Count.exactly(count))


DAY = Time(span("3 March 2021"), Period(date(2021, 3, 3), date(2021, 3, 3), Precision.DAY))

ATTACK = Event(
    type="ASSAULT",
    mode="firearms",
    trigger=span("killed"),
    actor=(mention("gunmen of the Sand Front"),),
    victim=(mention("soldiers"),),
    place=(place("Gossi"),),
    time=DAY,
    killed=number("14", 14),
    wounded=number("6", 6),
)
STRENGTH = Strength(
    force=(mention("The Sand Front"),),
    place=(Place(DOCUMENT.span(*[DOCUMENT.text.rindex("Gossi") + n for n in (0, 5)]), "Gossi"),),
    size=number("some 400", 400),
    unit="fighters",
    status=StrengthStatus.CURRENT,
)
ALIAS = Relation(RelationKind.ALIAS, mention("SF", "The Sand Front"), mention("The Sand Front"))


def statement(body: Event | Strength | Relation, **changes: Any) -> Statement:
    evidence = (span(SENTENCE) if isinstance(body, Event) else span(SECOND),)
    return replace(Statement(body, evidence), **changes)


def reading(*statements: Statement) -> Reading:
    return Reading(DOCUMENT, (span(SENTENCE), span(SECOND)), statements, READER)
