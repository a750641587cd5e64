"""What a document as a whole tells of where and when it is: the countries it names, and where it names them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from harmattan.model.readings import Mention, NameMark, Place, Reading, Relation, RelationKind
from harmattan.model.text import Span
from harmattan.reference.countries import Countries
from harmattan.reference.datelines import find_datelines
from harmattan.reference.names import key

DATELINE_WEIGHT = 1.5
"""How many namings of a country the dateline is worth."""


@dataclass(frozen=True, slots=True)
class CountryWordAt:
    """A country's name or demonym in the text."""

    start: int
    end: int
    iso: str
    kind: str
    """ "name" or "demonym"."""


class Context:
    """The countries a document names, by position, and the other names it gives to those it speaks of."""

    def __init__(self, reading: Reading, countries: Countries) -> None:
        document = reading.document
        self.text = document.text
        self.source = document.source
        self.names = reading.names
        self._names_at: dict[int, list[NameMark]] = {}
        for mark in reading.names:
            self._names_at.setdefault(mark.span.start, []).append(mark)
        self.year = document.published.year if document.published else None
        words = [
            CountryWordAt(start, end, country.iso, kind)
            for start, end, country, kind in countries.find(document.text)
        ]
        self._words = words
        self._starts = [word.start for word in words]
        self._sentences = sorted(reading.sentences, key=lambda sentence: sentence.start)
        self._sentence_starts = [sentence.start for sentence in self._sentences]
        self.counts = Counter(word.iso for word in words)
        title = countries.find(document.title) if document.title else []
        self.title_counts = Counter(country.iso for _, _, country, _ in title)
        self.counts.update(self.title_counts)
        self.total = sum(self.counts.values())
        self.other_names = _other_names(reading)
        self.datelines = find_datelines(self.text)
        first = self.datelines.found[0] if self.datelines.found else None
        self.dateline = self._dateline_country(first.place if first else "", countries)
        """The country of the dateline's town, as far as the town alone or a place found there tells."""
        self.located: list[tuple[int, str]] = []
        """Where the text names places that were found, and in which countries they are."""

    def _dateline_country(self, name: str, countries: Countries) -> str | None:
        country = (countries.by_metonym(name) or countries.by_name(name)) if name else None
        return country.iso if country else None

    def locate(self, places: Iterable[Place]) -> None:
        """Take note of places that were found: a report that names Goma alone is about its country."""
        found = {(place.span.start, place.country) for place in places if place.country}
        self.located = sorted((start, iso) for start, iso in found if iso)
        if self.dateline is None:
            reporters = (iso for start, iso in self.located if self.datelines.covers(start))
            self.dateline = next(reporters, None)

    def weight(self, iso: str) -> float:
        """How much the whole document speaks of a country, in namings of it or of its places."""
        places = sum(one == iso for _, one in self.located)
        return self.counts[iso] + places + (DATELINE_WEIGHT if iso == self.dateline else 0.0)

    def names_from(self, start: int) -> Iterable[NameMark]:
        """The names that begin at an offset."""
        return self._names_at.get(start, ())

    def sentence_index(self, offset: int) -> int:
        """The number of the sentence in which an offset lies; 0 before the first."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    @property
    def country_words(self) -> list[CountryWordAt]:
        """All names and demonyms of countries in the text, in its order."""
        return self._words

    def between(self, start: int, end: int) -> list[CountryWordAt]:
        """The country words that begin in a stretch of the text."""
        return self._words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def sentence_of(self, span: Span, before: int = 0, after: int = 0) -> tuple[int, int]:
        """Where the sentence of a span begins and ends, and with it so many sentences `before` and `after`."""
        index = bisect_right(self._sentence_starts, span.start) - 1
        if index < 0:
            return span.start, span.end
        first = self._sentences[max(index - before, 0)]
        last = self._sentences[min(index + after, len(self._sentences) - 1)]
        return first.start, max(last.end, span.end)

    def near(self, span: Span, before: int = 0, after: int = 0) -> Counter[str]:
        """How often the sentence of a span, and so many before and after it, name each country."""
        return Counter(word.iso for word in self.between(*self.sentence_of(span, before, after)))

    def share(self, iso: str) -> float:
        """Which part of the document's country words speak of this country, 0..1."""
        return self.counts[iso] / self.total if self.total else 0.0

    def country_at_hand(self, span: Span) -> str | None:
        """The country a span speaks of without naming it: the document's main one, if its lines agree."""
        main = self.main_country(least=0.5)
        if main is None:
            return None
        for lines in (self.near(span), self.near(span, before=2)):
            if lines:
                return main if 2 * lines[main] > lines.total() else None
        return main

    def main_country(self, least: float) -> str | None:
        """The one country that at least this part of the country words speak of."""
        if not self.counts:
            return None
        iso, count = min(self.counts.items(), key=lambda item: (-item[1], item[0]))
        return iso if count >= least * self.total else None


def _other_names(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Names that the document itself says are of one actor ("Ansar al-Dine (AAD)"), by their key."""
    found: dict[str, list[str]] = {}
    for one, other in _alias_pairs(reading):
        for name in (one.name, one.span.quote):
            found.setdefault(key(name), []).extend((other.name, other.span.quote))
        for name in (other.name, other.span.quote):
            found.setdefault(key(name), []).extend((one.name, one.span.quote))
    return {name: tuple(dict.fromkeys(names)) for name, names in found.items()}


def _alias_pairs(reading: Reading) -> Iterable[tuple[Mention, Mention]]:
    for statement in reading.statements:
        body = statement.body
        if (
            isinstance(body, Relation)
            and body.relation is RelationKind.ALIAS
            and isinstance(body.object, Mention)
        ):
            yield body.subject, body.object
