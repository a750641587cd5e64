"""A reader that differs from `FakeReader` on purpose, in ways that a newer reader may differ from an older one.

| the report says | FakeReader reads | OtherReader reads |
|---|---|---|
| AQIM killed 3 soldiers in Gossi | an attack at "killed" | the same |
| Gunmen killed 5 soldiers in Gossi | an attack | nothing: it knows no gunmen |
| AQIM killed 12 farmers in Moura | 12 killed | 2 killed: it loses a digit |
| AQIM killed 4 guards in Menaka with mortars | no weapon | mortars |
| AQIM killed 6 herders in Doro | an attack in Doro | an attack in Gao |
| AQIM killed 7 traders in Kidal | an attack at "killed" | the same attack at "AQIM killed" |
| AQIM killed 8 drivers in Bourem | it has happened | it is alleged |

It also reads what FakeReader never does: "AQIM burned a bridge in Konna".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from harmattan.model.readings import Event, Mention, Modality, Number, Place, Reading, Statement
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from harmattan.pipeline import Coder
from harmattan.reference.codebook import load_codebook
from tests.fakes import FakeLinker, FakeReader

REPORTS = {
    "same": "AQIM killed 3 soldiers in Gossi on 2020-02-03.",
    "again": "AQIM killed 3 soldiers in Gossi on 2020-02-03, we hear.",
    "unread": "Gunmen killed 5 soldiers in Gossi on 2020-02-03.",
    "count": "AQIM killed 12 farmers in Moura on 2020-02-05.",
    "weapon": "AQIM killed 4 guards in Menaka on 2020-02-07 with mortars.",
    "place": "AQIM killed 6 herders in Doro on 2020-02-09. Nobody is in Gao.",
    "words": "AQIM killed 7 traders in Kidal on 2020-02-11.",
    "alleged": "AQIM killed 8 drivers in Bourem on 2020-02-13.",
}


def report(name: str) -> Document:
    """One of the reports, with its name for a title."""
    return Document(REPORTS[name], name, origin=f"{name}.txt")


@dataclass
class OtherReader:
    """See the top of this file."""

    version: str = "other-1"

    def read(self, document: Document) -> Reading:
        first = FakeReader(self.version).read(document)
        statements = (*_otherwise(document, first.statements), *_burned(document))
        return replace(first, statements=statements)


def _otherwise(document: Document, statements: tuple[Statement, ...]) -> Iterator[Statement]:
    for statement in statements:
        event = statement.body
        if not isinstance(event, Event) or not event.place:
            yield statement
            continue
        if event.actor[0].name == "Gunmen":
            continue
        killed, place, evidence = event.killed, event.place[0], statement.evidence
        if killed and killed.count == Count.exactly(12):
            span = document.span(killed.span.end - 1, killed.span.end)
            event = replace(event, killed=Number(span, Count.exactly(2)))
        if mortars := re.search("mortars", document.text):
            span = document.span(*mortars.span())
            event = replace(event, weapon=(Mention(span, span.quote),))
        if place.name == "Doro":
            event = replace(event, place=(_named(document, "Gao"),))
            evidence = (document.span(0, len(document.text)),)
        if place.name == "Kidal":
            event = replace(event, trigger=document.span(event.actor[0].span.start, event.trigger.end))
        modality = Modality.ALLEGED if place.name == "Bourem" else statement.modality
        yield replace(statement, body=event, evidence=evidence, modality=modality)


def _burned(document: Document) -> Iterator[Statement]:
    for match in re.finditer(r"AQIM (burned) a bridge in Konna", document.text):
        who = document.span(match.start(), match.start() + 4)
        event = Event(
            "ASSAULT",
            None,
            document.span(*match.span(1)),
            actor=(Mention(who, "AQIM"),),
            place=(_named(document, "Konna"),),
        )
        yield Statement(event, (document.span(*match.span()),))


def _named(document: Document, name: str) -> Place:
    start = document.text.index(name)
    span: Span = document.span(start, start + len(name))
    return Place(span, name)


@dataclass(frozen=True)
class OtherCoder:
    """Makes coders around it."""

    version: str = "other-1"

    def __call__(self) -> Coder:
        return Coder(OtherReader(self.version), FakeLinker(), load_codebook())
