"""Where the words right after a place say it is: "Gossi, Mali", "Léré, in the Timbuktu region", "Athens, Ga."."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from harmattan.model.readings import PlaceKind
from harmattan.model.text import Span
from harmattan.model.world import Location
from harmattan.reference.abbreviations import abbreviations
from harmattan.reference.countries import Countries, Country
from harmattan.reference.gazetteer import Gazetteer
from harmattan.reference.names import is_acronym, key
from harmattan.resolution.context import Context
from harmattan.resolution.places.distance import distance_km

WITHIN_KM = 80.0
"""A town this near to the middle of the second-order division that it is said to be in lies in it."""

_SPAN = 60
_BETWEEN = re.compile(
    r"(?:['’]s)?\s*[,(]?\s*(?:(?:also|a|an|the|in|of|on|near|far|region|province|state|governorate|district|town|village|city|"
    r"part|border|area|country|north|south|east|west|northern|southern|eastern|western|central|northeastern|"
    r"northwestern|southeastern|southwestern|north-?eastern|north-?western|south-?eastern|south-?western|northeast|"
    r"northwest|southeast|southwest|restive|remote)[\s-]+)*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+\w")
_DIVISION = re.compile(
    r"\s*[,(]?\s*(?:in\s+)?(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?(?:region\s+of\s+|province\s+of\s+)?"
    r"(?P<name>[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*){0,2})",
)


@dataclass(frozen=True, slots=True)
class Container:
    """What a place is said to lie in."""

    country: str | None = None
    divisions: tuple[Location, ...] = ()
    """All that bear the name of the division it is said to be in."""
    start: int | None = field(default=None, compare=False)
    """Where the words for it begin in the text."""

    def __bool__(self) -> bool:
        return self.country is not None or bool(self.divisions)

    def holds(self, place: Location) -> bool:
        """Whether a candidate lies in it."""
        if self.country is not None and place.country != self.country:
            return False
        if not self.divisions:
            return self.country is not None
        return any(_within(place, division) for division in self.divisions)


def _within(place: Location, division: Location) -> bool:
    if place.id == division.id or place.country != division.country:
        return False
    if division.kind is PlaceKind.COUNTRY:
        return True
    if division.feature == "ADM2":
        return place.admin1 == division.admin1 and distance_km(place, division) <= WITHIN_KM
    return place.admin1 == division.admin1


class ContainerReader:
    """Reads containers from the text behind places."""

    def __init__(self, countries: Countries, gazetteer: Gazetteer) -> None:
        self._countries = countries
        self._gazetteer = gazetteer
        self._abbreviations = abbreviations()

    def read(self, span: Span, context: Context) -> Container:
        """What the words behind a place put it in; empty where they say nothing."""
        short = self._abbreviations.after(context.text, span.end)
        if short is not None:
            begin, _, division = short
            found = [
                place
                for place in self._gazetteer.lookup(division.name)
                if place.country == division.country and place.feature == "ADM1"
            ]
            return Container(division.country, tuple(found), begin)
        country = self._country(span, context)
        if country is not None and country.namesakes:
            # "Athens, Georgia" is in either; which of them, the rest of the document says
            divisions, start = self._divisions(span, context)
            return Container(None, (country.location, *divisions), start)
        return Container(country.iso) if country else Container(None, *self._divisions(span, context))

    def _country(self, span: Span, context: Context) -> Country | None:
        following = context.between(span.end, span.end + _SPAN)
        if not following or following[0].kind != "name":
            return None
        between = context.text[span.end : following[0].start]
        if not (between.strip() and _BETWEEN.fullmatch(between)):
            return None
        words = context.text[following[0].start : following[0].end]
        if is_acronym(words) and _GOES_ON.match(context.text, following[0].end):
            return None  # "Georgia, U.S. officials said"
        return self._countries.get(following[0].iso)

    def _divisions(self, span: Span, context: Context) -> tuple[tuple[Location, ...], int | None]:
        match = _DIVISION.match(context.text, span.end, span.end + _SPAN)
        if match is None or not context.text[span.end : match.start("name")].strip():
            return (), None
        words = match["name"].split()
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            found = tuple(
                place
                for place in self._gazetteer.lookup(name)
                if place.kind is PlaceKind.ADMIN and (place.feature != "ADM2" or key(place.name) == key(name))
            )
            if found:
                return found, match.start("name")
        return (), None
