"""Documents and claims written by hand: words are found in their sentence, so that every span is true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from harmattan.model.claims import Claim
from harmattan.model.readings import (
    Body,
    Event,
    Mention,
    Modality,
    Number,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    RelationStatus,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision

READER = "by-hand-1"


def period(earliest: str | None, latest: str | None = None, precision: str = "day") -> Period:
    """The period of ISO days; one day where only one is given, an open end where one is None and it is OPEN."""
    first = date.fromisoformat(earliest) if earliest else None
    last = date.fromisoformat(latest) if latest else first if precision != "open" else None
    return Period(first, last, Precision(precision))


def count(low: int | None, best: int | None = None, high: int | None = None) -> Count:
    """A count; one number alone is exact."""
    return Count.exactly(low) if low is not None and best is None and high is None else Count(low, best, high)


@dataclass
class Written:
    """A document, and the claims made from its sentences."""

    document: Document
    sentences: tuple[Span, ...]
    claims: list[Claim] = field(default_factory=list)
    _sentence: Span | None = None

    @classmethod
    def of(cls, *paragraphs: Sequence[str] | str, **about: Any) -> Written:
        """A document of paragraphs, each a sentence or several."""
        blocks = [(block,) if isinstance(block, str) else tuple(block) for block in paragraphs]
        document = Document("\n\n".join(" ".join(block) for block in blocks), **about)
        spans = []
        at = 0
        for sentence in (sentence for block in blocks for sentence in block):
            at = document.text.index(sentence, at)
            spans.append(document.span(at, at + len(sentence)))
            at += len(sentence)
        return cls(document, tuple(spans))

    def at(self, words: str) -> Span:
        """The stretch of the present sentence that holds the words; "…|words" takes their last occurrence."""
        sentence = self._sentence or self.sentences[0]
        last = words.startswith("…|")
        words = words.removeprefix("…|")
        find = sentence.quote.rindex if last else sentence.quote.index
        start = sentence.start + find(words)
        return self.document.span(start, start + len(words))

    def who(self, words: str, actor: str | None = None, name: str | None = None) -> Mention:
        return Mention(self.at(words), name or words.removeprefix("…|"), actor)

    def where(
        self, words: str, country: str | None = None, kind: str = "point", name: str | None = None
    ) -> Place:
        name = name or words
        identifier = (
            f"country:{country}" if kind == "country" else f"place:{name.lower()}" if country else None
        )
        return Place(self.at(words), name, identifier, country, None, None, PlaceKind(kind))

    def when(self, words: str, *ends: str | None, precision: str = "day") -> Time:
        first, last = (*ends, None, None)[:2]
        return Time(self.at(words), period(first, last, precision))

    def number(self, words: str, low: int | None, best: int | None = None, high: int | None = None) -> Number:
        return Number(self.at(words), count(low, best, high))

    def reading(self, sentence: int) -> Written:
        """Turns to a sentence: the words that follow are found there."""
        self._sentence = self.sentences[sentence]
        return self

    def says(self, body: Body, modality: str = "asserted", by: Mention | None = None) -> Claim:
        evidence = (self._sentence or self.sentences[0],)
        claim = Claim(self.document, Statement(body, evidence, Modality(modality), by), READER)
        self.claims.append(claim)
        return claim

    def event(
        self, type_: str, trigger: str, modality: str = "asserted", by: Mention | None = None, **roles: Any
    ) -> Claim:
        type_name, _, mode = type_.partition("/")
        single = ("time", "report_time", "killed", "wounded", "abducted")
        filled: dict[str, Any] = {
            name: value if name in single or isinstance(value, tuple) else (value,)
            for name, value in roles.items()
        }
        return self.says(Event(type_name, mode or None, self.at(trigger), **filled), modality, by)

    def strength(self, force: Mention, size: Number, unit: str, status: str, **more: Any) -> Claim:
        place = more.get("place", ())
        places = place if isinstance(place, tuple) else (place,)
        body = Strength((force,), places, size, unit, StrengthStatus(status), more.get("time"))
        return self.says(body, more.get("modality", "asserted"), more.get("by"))

    def relation(self, kind: str, subject: Mention, other: Mention | Place, **more: Any) -> Claim:
        status = RelationStatus(more.get("status", "current"))
        body = Relation(RelationKind(kind), subject, other, status, more.get("time"))
        return self.says(body, more.get("modality", "asserted"), more.get("by"))
