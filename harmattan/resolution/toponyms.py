"""Which of a document's names are places."""

from __future__ import annotations

from dataclasses import dataclass

from harmattan.model.readings import Place, Reading
from harmattan.reference.countries import Countries
from harmattan.reference.gazetteer import Gazetteer
from harmattan.resolution.context import Context


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place named in the text; a demonym ("Malian") names its country by the way."""

    place: Place
    demonym: bool = False


class ToponymFinder:
    """Finds every place that a document names, in text order."""

    def __init__(self, countries: Countries, gazetteer: Gazetteer) -> None:
        self._countries = countries
        self._gazetteer = gazetteer

    def find(self, reading: Reading, context: Context) -> list[Toponym]:
        """The places among a reading's names, and the demonyms of countries."""
        found = {
            (mark.span.start, mark.span.end): Toponym(Place(mark.span, mark.span.quote))
            for mark in reading.names
            if mark.label in {"LOC", "GPE"}
        }
        for word in context.between(0, len(context.text)):
            if word.kind == "demonym" and not any(s < word.end and word.start < e for s, e in found):
                span = reading.document.span(word.start, word.end)
                found[word.start, word.end] = Toponym(Place(span, span.quote), demonym=True)
        return [found[span] for span in sorted(found)]
