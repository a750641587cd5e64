"""Which place a stretch of text means: country, region, part of a country, or one of the towns of that name.

A town is chosen by what the text says of where it is ("Gossi, Mali"), by the countries named around it, by the other
places of the document and by size. Where that leaves two towns far apart, none is chosen: no point is ever invented.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.text import Span
from harmattan.model.world import Location
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries, Country
from harmattan.reference.gazetteer import Gazetteer
from harmattan.reference.names import key
from harmattan.resolution.context import Context
from harmattan.resolution.distance import distance_km
from harmattan.resolution.wording import Wording, read_wording

NEAR_KM = 300.0
"""Two places of one report are often this near; a town this near to another place of the report is the likelier."""
SAME_KM = 60.0
"""Two candidates this near are one place to a reader of the report: a town and the division it is the seat of."""
SEAT_KM = 150.0
"""A town this near to the middle of the division of its name is in it."""
LARGE = 100_000
"""Inhabitants from which a town is named in reports from elsewhere."""

DIVISION = 10_000_000
"""Inhabitants that a first-order division counts as having, where only its name is known."""
DIVISION_ELSEWHERE = 300_000
"""The same in a document that names countries, and not that one: "Gaza" is seldom the province of Mozambique."""
OWN_SHARE = 0.3
"""Part of a document's evidence that makes its country one the document is about."""

SCORE_SENTENCE = 2.0
SCORE_PARAGRAPH = 1.0
SCORE_DOCUMENT = 3.0
SCORE_ACTOR = 1.0
SCORE_NEAR = 1.5
SCORE_BORDER = 1.5
SCORE_DIVISION = 1.5
SCORE_CAPITAL = 1.5
SCORE_MAIN_NAME = 0.7
SCORE_POPULATION = 0.9
"""For each factor of ten in inhabitants."""
MARGIN = 0.9
"""What the best candidate must lead by over the best that is far from it."""
SURE = 3.0
"""What it must lead by to be taken before the other places of the document are known."""

_PLAIN = Wording("")
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


@dataclass(slots=True)
class _Surroundings:
    """What one document gives to choose by, and the places found in it so far."""

    context: Context
    actor_countries: frozenset[str]
    found: dict[str, Location] = field(default_factory=dict)
    countries: Counter[str] = field(default_factory=Counter)
    """How often the text names each country, and how many of the places found are in it."""
    middles: tuple[Location, ...] = ()
    """The countries it names, as places."""

    def add(self, location: Location) -> None:
        """A place has been found."""
        if location.id not in self.found:
            self.found[location.id] = location
            if location.country:
                self.countries[location.country] += 1

    def share(self, iso: str) -> float:
        """Which part of all that speaks for a country speaks for this one, 0..1."""
        total = self.countries.total()
        return self.countries[iso] / total if total else 0.0

    def is_near(self, location: Location) -> bool:
        """Whether another place of the document is near."""
        return any(
            other.name != location.name and distance_km(location, other) <= NEAR_KM
            for other in self.found.values()
        )

    def is_across_a_border(self, location: Location) -> bool:
        """Whether the middle of a country that the document names is near: Gaza in a text on Israel."""
        return any(distance_km(location, middle) <= NEAR_KM for middle in self.middles)

    def in_named_division(self, location: Location) -> bool:
        """Whether the document names the division that it lies in."""
        return any(
            other.kind is PlaceKind.ADMIN
            and other.id != location.id
            and (other.country, other.admin1) == (location.country, location.admin1)
            for other in self.found.values()
        )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What the words beside one place say of where it is."""

    pinned: bool
    """Its country is said in so many words ("Gossi, Mali")."""
    divisions: frozenset[tuple[str | None, str | None]]
    """Country and division that it is said to be in, all that bear the name."""
    sentence: Counter[str]
    """How often its sentence names each country."""
    paragraph: Counter[str]
    """How often the sentences around it do."""


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
        named = (self._countries.get(iso) for iso in sorted(context.counts))
        around = _Surroundings(
            context,
            self._actor_countries(context),
            countries=context.counts.copy(),
            middles=tuple(country.location for country in named if country),
        )
        linked: dict[Place, Place] = {}
        for last in (False, True):
            for place in waiting:
                if place in linked:
                    continue
                result = self._link(place, around, last=last)
                if result is not None:
                    linked[place] = result
        return linked

    def candidates(self, place: Place) -> list[Location]:
        """All that the gazetteer and the list of countries have under the words of a place."""
        wording = read_wording(place.name)
        whole = self._countries.by_name(place.name) or self._countries.by_demonym(place.name)
        region = self._countries.region(place.name)
        found = [whole.location] if whole else []
        return [*found, *([region] if region else []), *self._candidates(place, wording)[0]]

    def holds(self, geonames: str) -> bool:
        """Whether a place of this GeoNames id is known."""
        return self._gazetteer.holds(geonames)

    def geonames_id(self, place: Place) -> str | None:
        """A place's id as GeoNames has it."""
        return place.id

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
        if not last and self._may_be_division(wording):
            return None
        whole = self._proper(place, wording, around)
        if whole is not None:
            return whole
        hint = self._hinted_country(place.span, around.context)
        candidates, wording = self._candidates(place, wording)
        candidates = _of_kind(candidates, wording)
        if hint is not None:
            candidates = [candidate for candidate in candidates if candidate.country == hint]
        evidence = self._evidence(place.span, around.context, pinned=hint is not None)
        margin = MARGIN if last or evidence.pinned or evidence.divisions else SURE
        chosen = self._choose(candidates, wording, around, evidence, margin=margin)
        if chosen is None:
            return replace(place, country=hint) if last or not candidates else None
        around.add(chosen)
        return _as_place(place, chosen, wording)

    def _part_of_main_country(self, place: Place, wording: Wording, context: Context) -> Place:
        """ "the north" in a text on one country, which the sentence or the two before it name most."""
        near = context.near(place.span, before=2)
        iso = context.main_country(least=0.4)
        if iso is None or not near[iso] or 2 * near[iso] < near.total():
            return replace(place, kind=PlaceKind.AREA)
        return _area(place, f"country:{iso}", iso, wording.bearing)

    def _proper(self, place: Place, wording: Wording, around: _Surroundings) -> Place | None:
        """Countries and regions, whole or in part."""
        country = self._countries.by_name(place.name)
        if country is not None:
            if self._is_division_instead(country, around):
                return None
            return _as_place(place, country.location, _PLAIN)
        region = self._countries.region(place.name)
        if region is not None and not self._is_own_division(wording, around):
            return _as_place(place, region, _PLAIN)
        if wording.kind in (PlaceKind.ADMIN, PlaceKind.POINT) or self._has_capital_direction(wording):
            return None
        country = self._countries.by_name(wording.name)
        if country is not None and wording.bearing:
            return _area(place, f"country:{country.iso}", country.iso, wording.bearing)
        region = self._countries.region(wording.name)
        if region is None:
            return None
        if wording.bearing:
            return _area(place, region.id, None, wording.bearing)
        return _as_place(place, region, _PLAIN)

    def _has_capital_direction(self, wording: Wording) -> bool:
        """ "Northern Ireland" is a place of its own, and "northern Ireland" is not."""
        return (
            bool(wording.bearing) and wording.whole[:1].isupper() and self._gazetteer.contains(wording.whole)
        )

    def _may_be_division(self, wording: Wording) -> bool:
        """Georgia: what the text says of other places must be known first."""
        country = self._countries.by_name(wording.name)
        return country is not None and bool(country.namesakes)

    def _is_division_instead(self, country: Country, around: _Surroundings) -> bool:
        """Georgia in a text that speaks of the United States more than of all others, and not just once."""
        others = around.countries.total() - around.countries[country.iso]
        return any(
            around.countries[iso] >= 2 and 2 * around.countries[iso] > others for iso in country.namesakes
        )

    def _is_own_division(self, wording: Wording, around: _Surroundings) -> bool:
        """The Sahel region, in a text on Burkina Faso, which has a region of that name."""
        return wording.kind is PlaceKind.ADMIN and any(
            place.kind is PlaceKind.ADMIN and place.country and around.share(place.country) >= OWN_SHARE
            for place in self._gazetteer.lookup(wording.name)
        )

    def _evidence(self, span: Span, context: Context, *, pinned: bool) -> _Evidence:
        divisions = frozenset((place.country, place.admin1) for place in self._hinted_division(span, context))
        return _Evidence(pinned, divisions, context.near(span), context.near(span, before=3, after=1))

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

    def _candidates(self, place: Place, wording: Wording) -> tuple[list[Location], Wording]:
        """Places of this name, and the wording as it was understood: "South Kivu" has no direction."""
        for name in (place.name, wording.whole):
            if name and (name[0].isupper() or not wording.bearing):
                found = self._gazetteer.lookup(name)
                if found:
                    return found, replace(wording, name=name, bearing=None)
        return self._gazetteer.lookup(wording.name), wording

    def _choose(
        self,
        candidates: list[Location],
        wording: Wording,
        around: _Surroundings,
        evidence: _Evidence,
        *,
        margin: float,
    ) -> Location | None:
        """The candidate that the document speaks for, None where two that are far apart are within `margin`."""
        within = [
            candidate
            for candidate in candidates
            if (candidate.country, candidate.admin1) in evidence.divisions
        ]
        capitals = self._capitals(candidates)
        if wording.kind is None:  # Washington is the capital before it is the state
            with_capital = {place.country for place in candidates if place.id in capitals}
            candidates = [
                place
                for place in candidates
                if place.kind is not PlaceKind.ADMIN or place.country not in with_capital
            ]
        scored = sorted(
            (
                (
                    _score(candidate, wording, around, evidence) + SCORE_CAPITAL * (candidate.id in capitals),
                    candidate,
                )
                for candidate in within or candidates
            ),
            key=lambda item: (-item[0], item[1].id),
        )
        if not scored:
            return None
        best_score, best = scored[0]
        if not (evidence.pinned or within or _plausible(best, wording, around)):
            return None
        rivals = [score for score, other in scored[1:] if distance_km(best, other) > SAME_KM]
        return best if not rivals or best_score - rivals[0] >= margin else None

    def _capitals(self, candidates: list[Location]) -> frozenset[str]:
        """Ids of those that are capitals: of the towns with the capital's name the largest in its country."""
        largest: dict[str, Location] = {}
        for place in candidates:
            country = self._countries.get(place.country) if place.country else None
            if (
                country is None
                or place.kind is not PlaceKind.POINT
                or key(country.capital) != key(place.name)
            ):
                continue
            known = largest.get(country.iso)
            if known is None or place.population > known.population:
                largest[country.iso] = place
        return frozenset(place.id for place in largest.values())


def _of_kind(candidates: list[Location], wording: Wording) -> list[Location]:
    """Those of the kind that the words say; plain words mean a town before the division it lies in.

    A county of which only a namesake town is known is not that town. "Idlib area" may be either.
    """
    if wording.kind is PlaceKind.AREA:
        return [place for place in candidates if place.kind is PlaceKind.AREA] or candidates
    if wording.kind is not None:
        return [place for place in candidates if place.kind is wording.kind]
    towns = [place for place in candidates if place.kind is PlaceKind.POINT]
    return [
        place
        for place in candidates
        if place.kind is not PlaceKind.ADMIN or not any(_is_seat(town, place) for town in towns)
    ]


def _is_seat(town: Location, division: Location) -> bool:
    """Whether a town of the same name is in the division, or about where it is told to be."""
    return town.country == division.country and (
        town.admin1 == division.admin1 or distance_km(town, division) <= SEAT_KM
    )


def _score(candidate: Location, wording: Wording, around: _Surroundings, evidence: _Evidence) -> float:
    people = candidate.population
    if candidate.kind is PlaceKind.ADMIN:
        expected = not around.countries or bool(around.countries[candidate.country or ""])
        people = max(people, DIVISION if expected else DIVISION_ELSEWHERE)
    score = SCORE_POPULATION * math.log10(people + 100)
    if key(candidate.name) == key(wording.name):
        score += SCORE_MAIN_NAME
    if candidate.country:
        score += SCORE_DOCUMENT * around.share(candidate.country)
        score += SCORE_SENTENCE * bool(evidence.sentence[candidate.country])
        score += SCORE_PARAGRAPH * bool(evidence.paragraph[candidate.country])
        score += SCORE_ACTOR * (candidate.country in around.actor_countries)
        if not around.countries[candidate.country]:
            score += SCORE_BORDER * around.is_across_a_border(candidate)
    score += SCORE_NEAR * around.is_near(candidate)
    return score + SCORE_DIVISION * around.in_named_division(candidate)


def _plausible(best: Location, wording: Wording, around: _Surroundings) -> bool:
    """Whether the document gives any reason to be there: a small town far from all it names is another's namesake."""
    if best.population >= LARGE or best.kind is PlaceKind.ADMIN or best.country is None:
        return True
    if best.country in around.countries or best.country in around.actor_countries or around.is_near(best):
        return True
    # Where nothing says which country it is, a name that is only one of a small town's others is no reason.
    return not around.countries and not around.actor_countries and key(best.name) == key(wording.name)


def _as_place(place: Place, location: Location, wording: Wording) -> Place:
    if wording.bearing and location.kind is not PlaceKind.POINT:
        return _area(place, location.id, location.country, wording.bearing)
    # "south of Gao" is around the town: its coordinates say it well enough, its kind says it is not the town
    kind = PlaceKind.AREA if wording.bearing else location.kind
    return replace(
        place, id=location.id, country=location.country, lat=location.lat, lon=location.lon, kind=kind
    )


def _area(place: Place, whole: str, iso: str | None, direction: str | None) -> Place:
    """A part of a country or region. It has no coordinates: nobody can say where its middle is."""
    return replace(place, id=f"{whole}:{direction}", country=iso, kind=PlaceKind.AREA)
