"""A reader and a linker that go by plain rules, for tests of everything around them. No model is loaded."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from harmattan.errors import DocumentError
from harmattan.model.readings import (
    Event,
    Mention,
    Number,
    Place,
    PlaceKind,
    Reading,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision
from harmattan.pipeline import Coder
from harmattan.reference.codebook import load_codebook

ATTACK = re.compile(
    r"(?P<actor>[A-Z]\w+) (?P<trigger>killed) (?P<killed>\d+) (?P<victim>\w+) in (?P<place>[A-Z]\w+)"
    r"(?: on (?P<time>\d{4}-\d\d-\d\d))?"
)
STRENGTH = re.compile(r"(?P<force>[A-Z]\w+) has (?P<size>\d+) troops in (?P<place>[A-Z]\w+)")
NOBODY = re.compile(r"Somebody (?P<trigger>shot)")

ACTORS = {"AQIM": "aqim", "France": "state-fr"}


@dataclass
class FakeReader:
    """Reads "AQIM killed 3 soldiers in Gossi on 2020-02-03." and "France has 500 troops in Mali."

    It knows how to fail: a text with CRASH in it raises an unforeseen error, one with BAD a foreseen one, and DIE
    kills the process.
    """

    version: str = "fake-1"

    def read(self, document: Document) -> Reading:
        text = document.text
        if "CRASH" in text:
            raise ValueError("no rule for this")
        if "BAD" in text:
            raise DocumentError(document.origin or "?", "is not English", "leave it out")
        if "DIE" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        sentences = tuple(document.span(m.start(), m.end()) for m in re.finditer(r"[^.\n]+\.?", text))
        statements = tuple(_statements(document, sentences))
        return Reading(document, sentences, statements, self.version, len(text.split()))


def _statements(document: Document, sentences: tuple[Span, ...]) -> Iterator[Statement]:
    for sentence in sentences:
        for match in ATTACK.finditer(document.text, sentence.start, sentence.end):
            span = {
                name: document.span(*match.span(name)) for name, words in match.groupdict().items() if words
            }
            event = Event(
                type="ASSAULT",
                mode=None,
                trigger=span["trigger"],
                actor=(Mention(span["actor"], span["actor"].quote),),
                victim=(Mention(span["victim"], span["victim"].quote),),
                place=(Place(span["place"], span["place"].quote),),
                time=_day(span.get("time")),
                killed=Number(span["killed"], Count.exactly(int(span["killed"].quote))),
            )
            yield Statement(event, (sentence,))
        for match in STRENGTH.finditer(document.text, sentence.start, sentence.end):
            span = {name: document.span(*match.span(name)) for name in match.groupdict()}
            strength = Strength(
                force=(Mention(span["force"], span["force"].quote),),
                place=(Place(span["place"], span["place"].quote),),
                size=Number(span["size"], Count.exactly(int(span["size"].quote))),
                unit="troops",
                status=StrengthStatus.CURRENT,
            )
            yield Statement(strength, (sentence,))
        for match in NOBODY.finditer(document.text, sentence.start, sentence.end):
            yield Statement(Event("ASSAULT", None, document.span(*match.span("trigger"))), (sentence,))


def _day(span: Span | None) -> Time | None:
    if span is None:
        return None
    day = date.fromisoformat(span.quote)
    return Time(span, Period(day, day, Precision.DAY))


class FakeLinker:
    """Knows two actors, and that every place is in Mali."""

    def link(self, reading: Reading) -> Reading:
        return replace(reading, statements=tuple(map(self._linked, reading.statements)))

    def _linked(self, statement: Statement) -> Statement:
        body = statement.body
        place = tuple(
            replace(place, id=f"fake:{place.name}", country="ML", lat=16.0, lon=-1.5, kind=PlaceKind.POINT)
            for place in getattr(body, "place", ())
        )
        if isinstance(body, Event):
            return replace(statement, body=replace(body, actor=tuple(map(_known, body.actor)), place=place))
        if isinstance(body, Strength):
            return replace(statement, body=replace(body, force=tuple(map(_known, body.force)), place=place))
        return statement


def _known(mention: Mention) -> Mention:
    return replace(mention, actor=ACTORS.get(mention.name))


@dataclass(frozen=True)
class FakeCoder:
    """Makes coders around the fakes, in this process or in a worker's."""

    version: str = "fake-1"

    def __call__(self) -> Coder:
        return Coder(FakeReader(self.version), FakeLinker(), load_codebook())


REPORTS = (
    "AQIM killed 3 soldiers in Gossi on 2020-02-03. France has 500 troops in Mali.",
    "Nothing happened today.",
    "Gunmen killed 5 soldiers in Gossi on 2020-02-03.\nSomebody shot.",
    "France has 400 troops in Mali. AQIM killed 3 soldiers in Gossi on 2020-02-03.",
    "AQIM killed 12 farmers in Moura.",
)

PRINTED = date(2020, 2, 4)


def reports(count: int) -> list[Document]:
    """Different documents about the same few things."""
    return [
        Document(
            f"{REPORTS[number % len(REPORTS)]} Report {number}.", f"Report {number}", origin=f"{number}.txt"
        )
        for number in range(count)
    ]
