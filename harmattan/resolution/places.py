"""Which place a stretch of text means: country, region, part of a country, or one of the towns of that name.

A town is chosen by what the text says of where it is ("Gossi, Mali"), by the countries named around it, by the other
places of the document and by size. Where that leaves two towns far apart, none is chosen: no point is ever invented.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.text import Span
from harmattan.model.world import Location
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.gazetteer import Gazetteer
from harmattan.reference.names import key
from harmattan.resolution.context import Context
from harmattan.resolution.wording import Wording, read_wording

NEAR_KM = 300.0
"""Two places of one report are often this near; a town this near to another place of the report is the likelier."""
SAME_KM = 60.0
"""Two candidates this near are one place to a reader of the report: a town and the division it is the seat of."""
LARGE = 100_000
"""Inhabitants from which a town is named in reports from elsewhere."""

SCORE_SENTENCE = 3.0
SCORE_PARAGRAPH = 1.5
SCORE_DOCUMENT = 3.0
SCORE_NEAR = 2.0
SCORE_MAIN_NAME = 0.7
SCORE_POPULATION = 0.6
"""For each factor of ten in inhabitants."""
MARGIN = 1.0
"""What the best candidate must lead by over the best that is far from it."""

_HINT_SPAN = 60
_HINT_BETWEEN = re.compile(
    r"(?:['’]s)?\s*[,(]?\s*(?:(?:also|a|an|the|in|of|on|near|far|region|province|state|governorate|district|town|village|city|"
    r"part|border|area|country|north|south|east|west|northern|southern|eastern|western|central|northeastern|"
    r"northwestern|southeastern|southwestern|north-?eastern|north-?western|south-?eastern|south-?western|northeast|"
    r"northwest|southeast|southwest|restive|remote)[\s-]+)*",
    re.IGNORECASE,
)
_DIVISION_HINT = re.compile(
    r"\s*[,(]?\s*(?:in\s+)?(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?(?:region\s+of\s+|province\s+of\s+)?"
    r"(?P<name>[^\W\d_a-z][\w'’-]*(?:\s+[^\W\d_a-z][\w'’-]*){0,2})",
)


def distance_km(one: Location, other: Location) -> float:
    """Great-circle distance; infinite where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return 12742.0 * math.asin(math.sqrt(min(chord, 1.0)))


@dataclass(slots=True)
class _Surroundings:
    """What one document gives to choose by, and the places found in it so far."""

    context: Context
    found: list[Location] = field(default_factory=list)
    actor_countries: frozenset[str] = frozenset()


class PlaceLinker:
    """Finds the places of a document."""

    def __init__(self, registry: Registry, countries: Countries, gazetteer: Gazetteer) -> None:
        self._registry = registry
        self._countries = countries
        self._gazetteer = gazetteer

    def link_all(self, places: Iterable[Place], context: Context) -> dict[Place, Place]:
        """Each place with the fields that could be found, by the place as it was read.

        Those that stand alone are found first; they then help to tell the others apart.
        """
        waiting = sorted(
            dict.fromkeys(places), key=lambda place: (place.span.start, place.span.end, place.name)
        )
        around = _Surroundings(context, actor_countries=self._actor_countries(context))
        linked: dict[Place, Place] = {}
        for last in (False, True):
            for place in waiting:
                if place in linked:
                    continue
                result = self._link(place, around, last=last)
                if result is not None:
                    linked[place] = result
        return linked

    def _actor_countries(self, context: Context) -> frozenset[str]:
        return frozenset(
            iso
            for _, _, actor in self._registry.find(context.text)
            if len(actor.countries) <= 3
            for iso in actor.countries
        )

    def _link(self, place: Place, around: _Surroundings, *, last: bool) -> Place | None:
        """The place with its fields; None where more must be known of the document first."""
        if place.id is not None:
            return place
        wording = read_wording(place.name)
        if not wording.name:
            return self._part_of_main_country(place, wording, around.context)
        whole = self._proper(place, wording, around.context)
        if whole is not None:
            return whole
        hint = self._hinted_country(place.span, around.context)
        candidates = self._candidates(place, wording)
        if not candidates:
            return replace(place, country=hint)
        chosen = self._choose(candidates, place, wording, around, hint, last)
        if chosen is None:
            return replace(place, country=hint) if last else None
        around.found.append(chosen)
        return _as_place(place, chosen, wording)

    def _part_of_main_country(self, place: Place, wording: Wording, context: Context) -> Place:
        """ "the north" in a text on one country, which the sentence or the two before it name."""
        near = context.near(place.span, before=2)
        main = context.main_country()
        iso = next(iter(near)) if len(near) == 1 else main
        if iso is None or iso != main or not near[iso]:
            return replace(place, kind=PlaceKind.AREA)
        return _area(place, f"country:{iso}", iso, wording.bearing)

    def _proper(self, place: Place, wording: Wording, context: Context) -> Place | None:
        """Countries and regions, whole or in part."""
        country = self._countries.by_name(place.name)
        if country is None and wording.kind is not PlaceKind.POINT:
            country = self._countries.by_name(wording.name)
        if country is not None:
            if not self._countries.by_name(place.name) and wording.bearing:
                if self._has_capital_direction(place, wording):
                    return None
                return _area(place, f"country:{country.iso}", country.iso, wording.bearing)
            if self._is_division_instead(country.iso, wording, context):
                return None
            return _as_place(place, country.location, Wording(wording.name))
        region = self._countries.region(place.name) or self._countries.region(wording.name)
        if region is None or (wording.kind is PlaceKind.ADMIN and self._divisions(wording.name, context)):
            return None
        if wording.bearing and self._countries.region(place.name) is None:
            return _area(place, region.id, None, wording.bearing)
        return _as_place(place, region, Wording(wording.name))

    def _has_capital_direction(self, place: Place, wording: Wording) -> bool:
        """ "Northern Ireland" is a place of its own, and "northern Ireland" is not."""
        return place.name[:1].isupper() and self._gazetteer.contains(place.name)

    def _is_division_instead(self, iso: str, wording: Wording, context: Context) -> bool:
        """Georgia in a text on the United States: the division of that name of another country named more often."""
        named_here = context.counts[iso]
        return any(
            division.country != iso and context.counts[division.country] > named_here
            for division in self._gazetteer.lookup(wording.name)
            if division.kind is PlaceKind.ADMIN and division.country and wording.name == division.name
        )

    def _divisions(self, name: str, context: Context) -> list[Location]:
        """Divisions of this name in countries that the text speaks of: the Sahel region of Burkina Faso."""
        return [
            place
            for place in self._gazetteer.lookup(name)
            if place.kind is PlaceKind.ADMIN and place.country and context.share(place.country) >= 0.3
        ]

    def _hinted_country(self, span: Span, context: Context) -> str | None:
        """The country that the words right after a place put it in: "Gossi, Mali", "Afrin, northwestern Syria"."""
        following = context.between(span.end, span.end + _HINT_SPAN)
        if not following or following[0].kind != "name":
            return None
        between = context.text[span.end : following[0].start]
        if between.strip() and _HINT_BETWEEN.fullmatch(between):
            return following[0].iso
        return None

    def _hinted_division(self, span: Span, context: Context) -> list[Location]:
        """The divisions that the words right after a place may put it in: "Gossi, in the Timbuktu region"."""
        match = _DIVISION_HINT.match(context.text, span.end, span.end + _HINT_SPAN)
        if match is None or not context.text[span.end : match.start("name")].strip():
            return []
        words = match["name"].split()
        for length in range(len(words), 0, -1):
            found = [
                place
                for place in self._gazetteer.lookup(" ".join(words[:length]))
                if place.kind is PlaceKind.ADMIN
            ]
            if found:
                return found
        return []

    def _candidates(self, place: Place, wording: Wording) -> list[Location]:
        for name in dict.fromkeys((place.name, wording.name)):
            found = self._gazetteer.lookup(name)
            if found:
                return found
        return []

    def _choose(
        self,
        candidates: list[Location],
        place: Place,
        wording: Wording,
        around: _Surroundings,
        hint: str | None,
        last: bool,
    ) -> Location | None:
        context = around.context
        if hint is not None:
            candidates = [candidate for candidate in candidates if candidate.country == hint]
            if not candidates:
                return None
        divisions = self._hinted_division(place.span, context)
        within = [
            candidate
            for candidate in candidates
            if any(
                candidate.country == division.country and candidate.admin1 == division.admin1
                for division in divisions
            )
        ]
        pinned = bool(within) or hint is not None
        candidates = _of_kind(within or candidates, wording)
        if not candidates:
            return None
        near = context.near(place.span)
        paragraph = context.near(place.span, before=3)
        scored = sorted(
            (
                (
                    -_score(candidate, place, around)
                    - (SCORE_SENTENCE if candidate.country and near[candidate.country] else 0.0)
                    - (SCORE_PARAGRAPH if candidate.country and paragraph[candidate.country] else 0.0),
                    candidate.id,
                    candidate,
                )
                for candidate in candidates
            ),
        )
        best_score, _, best = scored[0]
        if not pinned and not _plausible(best, around):
            return None
        if not last and not pinned and len(candidates) > 1 and not around.context.counts:
            return None
        rivals = [score for score, _, other in scored[1:] if distance_km(best, other) > SAME_KM]
        if rivals and rivals[0] - best_score < MARGIN:
            return None
        return best


def _of_kind(candidates: list[Location], wording: Wording) -> list[Location]:
    """Those of the kind that the words say, all where there is none; plain words mean a town before its division."""
    wanted = wording.kind or PlaceKind.POINT
    return [candidate for candidate in candidates if candidate.kind is wanted] or candidates


def _score(candidate: Location, place: Place, around: _Surroundings) -> float:
    context = around.context
    score = SCORE_POPULATION * math.log10(candidate.population + 10)
    if key(candidate.name) == key(place.name):
        score += SCORE_MAIN_NAME
    if candidate.country:
        score += SCORE_DOCUMENT * context.share(candidate.country)
        if candidate.country in around.actor_countries:
            score += SCORE_PARAGRAPH
    if any(
        distance_km(candidate, other) <= NEAR_KM for other in around.found if other.name != candidate.name
    ):
        score += SCORE_NEAR
    return score


def _plausible(best: Location, around: _Surroundings) -> bool:
    """Whether the document gives any reason to be there: a small town far from all it names is another's namesake."""
    context = around.context
    if best.population >= LARGE or best.country is None:
        return True
    if best.country in context.counts or best.country in around.actor_countries:
        return True
    if any(distance_km(best, other) <= NEAR_KM for other in around.found):
        return True
    return not context.counts and not around.actor_countries


def _as_place(place: Place, location: Location, wording: Wording) -> Place:
    kind = location.kind
    if wording.bearing and key(place.name) != key(location.name):
        kind = PlaceKind.AREA
    return replace(
        place, id=location.id, country=location.country, lat=location.lat, lon=location.lon, kind=kind
    )


def _area(place: Place, whole: str, iso: str | None, direction: str | None) -> Place:
    """A part of a country or region. It has no coordinates: nobody can say where its middle is."""
    return replace(place, id=f"{whole}:{direction}", country=iso, kind=PlaceKind.AREA)
