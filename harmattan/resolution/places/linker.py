"""Which place a stretch of text means: country, region, part of a country, or one of the towns of that name.

A town is chosen by what the text says of where it is ("Gossi, Mali"), by the countries named around it, by the other
places of the document and by size. Where that leaves two towns far apart, none is chosen: no point is ever invented.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.world import Location
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries, Country
from harmattan.reference.gazetteer import Gazetteer
from harmattan.reference.names import key
from harmattan.resolution.context import Context
from harmattan.resolution.incidents.wording import Wording, read_wording
from harmattan.resolution.places.candidates import CandidateFinder, Candidates
from harmattan.resolution.places.containers import Container, ContainerReader
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.features import HOME_KM, Mentions, OwnFeatures
from harmattan.resolution.places.ranker import Choice, Group, Weights, choose, shipped_weights, weigh
from harmattan.resolution.places.relative import Relative, area, read_relative
from harmattan.resolution.places.source_homes import Homes

OWN_SHARE = 0.3
"""Part of a document's words of countries that makes a country one the document is about."""

_ARTICLE = re.compile(r"(?i)(?:al|el|ad|ar|as|at|an|az|ash)[ -]")
MAIN_SHARE = 0.6
"""Part of a document's words of countries that makes one the only country it is about."""
MAIN_NAMINGS = 2
"""How often that country has to be named."""
KNOWN_EVERYWHERE = 300_000
"""Inhabitants of a town that a text on another country may name without saying where it is."""

_OF_THE_COUNTRY = " of the country"

_PLAIN = Wording("")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place that has to be told from its namesakes."""

    place: Place
    candidates: Candidates
    container: Container

    @property
    def name(self) -> str:
        """As names are compared."""
        return key(self.candidates.wording.name)


@dataclass(frozen=True, slots=True)
class Located:
    """A place with the fields that could be found, and where it was one of several what spoke for it."""

    place: Place
    choice: Choice | None = None


class PlaceLinker:
    """Finds the places of a document."""

    def __init__(
        self,
        registry: Registry,
        countries: Countries,
        gazetteer: Gazetteer,
        weights: Weights | None = None,
        homes: Homes | None = None,
    ) -> None:
        self._registry = registry
        self._countries = countries
        self._gazetteer = gazetteer
        self._finder = CandidateFinder(countries, gazetteer)
        self._containers = ContainerReader(countries, gazetteer)
        self._weights = weights or shipped_weights()
        self._homes: Homes = homes or {}

    def link_all(self, places: Iterable[Place], context: Context) -> dict[Place, Place]:
        """Each place with the fields that could be found, by the place as it was read."""
        return {place: located.place for place, located in self.locate(places, context).items()}

    def locate(self, places: Iterable[Place], context: Context) -> dict[Place, Located]:
        """The same, with what spoke for each."""
        ordered = sorted(
            dict.fromkeys(places), key=lambda place: (place.span.start, place.span.end, place.name)
        )
        told = {place: relative for place in ordered if (relative := read_relative(place)) is not None}
        if told:
            return self._with_areas(ordered, told, context)
        return self._beside_towns(self._located(ordered, context), context)

    def _located(self, ordered: Sequence[Place], context: Context) -> dict[Place, Located]:
        certain = {place: self._certain(place, context) for place in ordered}
        located = {place: Located(found) for place, found in certain.items() if found is not None}
        groups = self.believed([place for place in ordered if certain[place] is None], context)
        choices = [choose(group, self._weights) for group, _ in groups]
        towns = Counter(choice.location.country for choice in choices if choice.location is not None)
        for (_, members), choice in zip(groups, choices, strict=True):
            alone = choice.location is not None and towns[choice.location.country] == 1
            for toponym in members:
                far = alone and _is_far_afield(choice.location, toponym, context)
                location = None if far else choice.location
                located[toponym.place] = Located(_placed(toponym, location), choice)
        return located

    def _beside_towns(self, located: dict[Place, Located], context: Context) -> dict[Place, Located]:
        """The places with bare directions put where the other places of their sentence are: "Diapaga, in the east"."""
        bare = [place for place, found in located.items() if found.place.id is None and not _name(place)]
        if not bare:
            return located
        known = [
            (context.sentence_index(one.span.start), found.place.country) for one, found in located.items()
        ]
        for place in bare:
            here = context.sentence_index(place.span.start)
            countries = {country for sentence, country in known if sentence == here and country}
            if len(countries) == 1:
                iso = countries.pop()
                bearing = read_wording(place.name).bearing
                located[place] = Located(_area(place, f"country:{iso}", iso, bearing))
        return located

    def _with_areas(
        self, places: Iterable[Place], told: Mapping[Place, Relative], context: Context
    ) -> dict[Place, Located]:
        """Places told by others are found when those are."""
        named = [place for place in places if place not in told]
        anchors = [anchor for relative in told.values() for anchor in relative.anchors]
        located = self.locate([*named, *anchors], context)
        areas = {
            place: Located(
                area(
                    place,
                    relative,
                    [located[anchor].place for anchor in relative.anchors],
                    context.country_at_hand(place.span),
                )
            )
            for place, relative in told.items()
        }
        return {**located, **areas}

    def believed(self, places: Iterable[Place], context: Context) -> list[tuple[Group, list[Toponym]]]:
        """What is believed of those of the places that have to be told from their namesakes, by name."""
        groups = self.groups(self.toponyms(places, context), context)
        weigh([group for group, _ in groups], self._weights)
        return groups

    def toponyms(self, places: Iterable[Place], context: Context) -> list[Toponym]:
        """Those of the places that have to be told from their namesakes, with what they could mean."""
        return [
            Toponym(place, self._finder.find(place.name), self._containers.read(place.span, context))
            for place in places
            if self._certain(place, context) is None
        ]

    def groups(self, toponyms: Iterable[Toponym], context: Context) -> list[tuple[Group, list[Toponym]]]:
        """The toponyms by name, and where the words behind some mentions say where they are, by that."""
        toponyms = list(toponyms)
        members: dict[_Sense, list[Toponym]] = defaultdict(list)
        holding = _holding(toponyms)
        said: dict[str, dict[Container, None]] = defaultdict(dict)
        for toponym in toponyms:
            container = toponym.container if _applies(toponym) else Container()
            holds = holding.get(toponym.place.span.start, frozenset())
            members[toponym.name, toponym.candidates.wording.kind, container, holds].append(toponym)
            if container:
                said[toponym.name][container] = None
        own = OwnFeatures(
            context, self._countries, self._actor_countries(context), self._homes.get(context.source or "")
        )
        found: list[tuple[Group, list[Toponym]]] = []
        for (name, _, container, holds), same in members.items():
            spans = tuple(toponym.place.span for toponym in same)
            elsewhere = tuple(other for other in said[name] if other != container)
            mentions = Mentions(spans, container, elsewhere, holds)
            candidates = [
                place for place in same[0].candidates.locations if not container or container.holds(place)
            ]
            group = Group(
                name,
                mentions,
                frozenset(context.sentence_of(span)[0] for span in spans),
                candidates,
                own.of(name, mentions, candidates),
            )
            found.append((group, same))
        return found

    def candidates(self, place: Place) -> list[Location]:
        """All that the gazetteer and the list of countries have under the words of a place."""
        region = self._countries.region(place.name)
        found = self._finder.find(place.name).locations
        return [region, *found] if region else list(found)

    def holds(self, geonames: str) -> bool:
        """Whether a place of this id ("geonames:2453866") is known, countries and regions included."""
        return self._gazetteer.holds(geonames) or geonames in self._countries.geonames.values()

    def geonames_id(self, place: Place) -> str | None:
        """A place's id as GeoNames has it."""
        return self._countries.geonames.get(place.id or "", place.id)

    def _actor_countries(self, context: Context) -> frozenset[str]:
        return frozenset(
            iso
            for _, _, actor in self._registry.find(context.text)
            if len(actor.countries) <= 3
            for iso in actor.countries
        )

    def _certain(self, place: Place, context: Context) -> Place | None:
        """The place with its fields where nothing has to be weighed; None where it does."""
        if place.id is not None:
            return place
        wording = read_wording(place.name)
        if not wording.name:
            return self._part_of_main_country(place, wording, context)
        return self._proper(place, wording, context)

    def _part_of_main_country(self, place: Place, wording: Wording, context: Context) -> Place:
        """ "the north" in a text on one country, which the sentence or the two before it name most; "the north of the
        country" in that which the sentence named last.
        """
        if context.text.startswith(_OF_THE_COUNTRY, place.span.end):
            start, _ = context.sentence_of(place.span)
            named = context.between(start, place.span.start)
            if named:
                return _area(place, f"country:{named[-1].iso}", named[-1].iso, wording.bearing)
        near = context.near(place.span, before=2)
        iso = context.main_country(least=0.4)
        if iso is None or not near[iso] or 2 * near[iso] < near.total():
            return replace(place, kind=PlaceKind.AREA)
        return _area(place, f"country:{iso}", iso, wording.bearing)

    def _proper(self, place: Place, wording: Wording, context: Context) -> Place | None:
        """Countries and regions, whole or in part; None for a country that has a namesake."""
        country = self._countries.by_name(place.name) or self._countries.by_demonym(place.name)
        if country is not None:
            if self._countries.by_name(place.name) is not None and self._has_namesake(
                place, country, context
            ):
                return None
            return _as_place(place, country.location, _PLAIN)
        region = self._countries.region(place.name) or self._region_so_called(wording)
        if region is not None and not self._is_own_division(wording, context):
            return _as_place(place, region, _PLAIN)
        if wording.kind in (PlaceKind.ADMIN, PlaceKind.POINT) or self._has_capital_direction(wording):
            return None
        country = self._countries.by_name(wording.name)
        if country is not None and wording.bearing and not country.namesakes:
            return _area(place, f"country:{country.iso}", country.iso, wording.bearing)
        region = self._countries.region(wording.name)
        if region is None:
            return None
        if wording.bearing:
            return _area(place, region.id, None, wording.bearing)
        return _as_place(place, region, _PLAIN)

    def _region_so_called(self, wording: Wording) -> Location | None:
        """ "The Liptako-Gourma region", which is no country's division."""
        divided = wording.kind is PlaceKind.ADMIN and not wording.bearing
        return (
            self._countries.region(wording.name)
            if divided and not self._finder.find(wording.name).locations
            else None
        )

    def _has_namesake(self, place: Place, country: Country, context: Context) -> bool:
        """Whether a country's name may be another place's: Georgia, "Peru, Ind.", Lebanon in its own newspaper."""
        if country.namesakes or self._containers.read(place.span, context).divisions:
            return True
        home = self._homes.get(context.source or "")
        return home is not None and any(
            distance_km(town, home) <= HOME_KM for town in self._gazetteer.lookup(place.name)
        )

    def _has_capital_direction(self, wording: Wording) -> bool:
        """ "Northern Ireland" is a place of its own, and "northern Ireland" is not."""
        return (
            bool(wording.bearing) and wording.whole[:1].isupper() and self._gazetteer.contains(wording.whole)
        )

    def _is_own_division(self, wording: Wording, context: Context) -> bool:
        """The Sahel region, in a text on Burkina Faso, which has a region of that name."""
        return wording.kind is PlaceKind.ADMIN and any(
            place.kind is PlaceKind.ADMIN and place.country and context.share(place.country) >= OWN_SHARE
            for place in self._gazetteer.lookup(wording.name)
        )


def _name(place: Place) -> str:
    """What a place is called but for directions: nothing of "the north"."""
    return read_wording(place.name).name


_Sense = tuple[str, PlaceKind | None, Container, frozenset[str]]
"""What tells mentions of one name apart: the kind said, the container said, and what is said to lie in it."""


def _holding(toponyms: Iterable[Toponym]) -> dict[int, frozenset[str]]:
    """By where a place begins the ids of those of its name that hold the place before it ("Buffalo, New York")."""
    found: dict[int, frozenset[str]] = {}
    for toponym in toponyms:
        start = toponym.container.start
        if start is not None:
            ids = frozenset(
                division.id
                for division in toponym.container.divisions
                if any(Container(None, (division,)).holds(place) for place in toponym.candidates.locations)
            )
            if ids:
                found[start] = ids
    return found


def _applies(toponym: Toponym) -> bool:
    """Whether a place may lie in what the words behind it name: "Georgia, Ukraine and Moldova" is a list.

    "Gossito, Mali" is in Mali though no Gossito is known there.
    """
    locations = toponym.candidates.locations
    if any(map(toponym.container.holds, locations)):
        return True
    is_country = any(place.kind is PlaceKind.COUNTRY for place in locations)
    return toponym.container.country is not None and not is_country


def _is_far_afield(location: Location | None, toponym: Toponym, context: Context) -> bool:
    """Whether all that is known of a name is a small town in a country that a text on another one never speaks of, nor
    of another town there: the place that is meant is too small to be known.
    """
    if (
        location is None
        or location.country is None
        or location.kind is not PlaceKind.POINT
        or toponym.container
    ):
        return False
    main = context.main_country(least=MAIN_SHARE)
    if main is None or context.counts[main] < MAIN_NAMINGS or location.country == main:
        return False
    if context.counts[location.country]:
        return False
    article = _ARTICLE.match(toponym.place.name)
    respelt = article is not None and not _ARTICLE.match(location.name)  # "Al-Juba" of Yemen, "Juba"
    return respelt or location.population < KNOWN_EVERYWHERE


def _placed(toponym: Toponym, location: Location | None) -> Place:
    if location is None:
        return replace(toponym.place, country=toponym.container.country)
    return _as_place(toponym.place, location, toponym.candidates.wording)


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
