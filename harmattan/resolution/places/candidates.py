"""Which places the words of a toponym could mean, before anything is known of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.reference.abbreviations import abbreviations
from harmattan.reference.countries import Countries
from harmattan.reference.gazetteer import Gazetteer
from harmattan.reference.names import key
from harmattan.resolution.incidents.wording import Wording, read_wording
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.romanised import ARABIC_SPEAKING, romanised

MOST = 60
"""Candidates of one name that are looked at: the most populous; of a hundred Springfields the rest are hamlets."""
SEAT_KM = 150.0
"""A town this near to the middle of the first-order division of its name is in it."""
COUNTY_SEAT_KM = 60.0
"""The same of a second-order division."""
_SHORT = {
    "st.": "Saint",
    "st": "Saint",
    "ste.": "Sainte",
    "mt.": "Mount",
    "mt": "Mount",
    "ft.": "Fort",
    "ft": "Fort",
}
_LONG = {"twp.": "Township", "twp": "Township", "co.": "County", "cty.": "County"}
_TOWNSHIP = re.compile(r"\s+(?:Township|township|Charter Township|Borough|borough|Town)$")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The wording as it was understood ("South Kivu" has no direction), and what it could mean."""

    wording: Wording
    locations: tuple[Location, ...]


class CandidateFinder:
    """Looks toponyms up in the list of countries and in the gazetteer."""

    def __init__(self, countries: Countries, gazetteer: Gazetteer) -> None:
        self._countries = countries
        self._gazetteer = gazetteer
        self._abbreviations = abbreviations()
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, name: str) -> Candidates:
        """All places that bear a name, those of the kind that the words say; a country of that name first."""
        wording = read_wording(name)
        short = self._abbreviations.of(name)
        if short is not None:
            found = [
                place
                for place in self._gazetteer.lookup(short.name)
                if place.country == short.country and place.feature == "ADM1"
            ]
            if found:
                return Candidates(Wording(short.name, short.name), tuple(found))
        towns, wording = self._look_up(name, wording)
        towns = _of_kind(towns, wording)[:MOST]
        whole = (
            self._countries.by_name(name)
            or self._countries.by_demonym(name)
            or (self._countries.by_name(wording.name) if wording.bearing else None)
        )
        return Candidates(wording, tuple([whole.location, *towns] if whole else towns))

    def _look_up(self, whole: str, wording: Wording) -> tuple[list[Location], Wording]:
        for name in (whole, wording.whole):
            if name and (name[0].isupper() or not wording.bearing):
                found = self._by_any_spelling(name)
                if found:
                    return found, replace(wording, name=name, bearing=None)
        return (self._by_any_spelling(wording.name) if wording.name else []), wording

    def _by_any_spelling(self, name: str) -> list[Location]:
        for spelling in _spellings(name):
            found = self._gazetteer.lookup(spelling)
            if found:
                return found
        for spelling in romanised(name):
            found = [town for town in self._gazetteer.lookup(spelling) if town.country in ARABIC_SPEAKING]
            if found:
                return found
        return []


def _spellings(name: str) -> Iterable[str]:
    """As written, with its abbreviated words in full, and without what a township calls itself."""
    yield name
    words = name.split()
    full = [_SHORT.get(word.lower(), word) for word in words[:1]] + [
        _LONG.get(w.lower(), w) for w in words[1:]
    ]
    if len(words) > 1 and full != words:
        yield " ".join(full)
    if len(words) > 1 and words[0] == "Saint":
        yield " ".join(["St.", *words[1:]])
    bare = _TOWNSHIP.sub("", " ".join(full))
    if bare != " ".join(full):
        yield bare


def _of_kind(candidates: list[Location], wording: Wording) -> list[Location]:
    """Those of the kind that the words say; plain words mean a town before the division it lies in.

    A county of which only a namesake town is known is not that town. "Idlib area" may be either.
    """
    if wording.kind is PlaceKind.AREA:
        return [place for place in candidates if place.kind is PlaceKind.AREA] or candidates
    if wording.kind is not None:
        same = [place for place in candidates if place.kind is wording.kind]
        full = [place for place in same if key(place.name) == key(wording.name)]
        return full or same
    towns = [place for place in candidates if place.kind is PlaceKind.POINT]
    return [
        place
        for place in candidates
        if place.kind is not PlaceKind.ADMIN or not any(_is_seat(town, place) for town in towns)
    ]


def _is_seat(town: Location, division: Location) -> bool:
    """Whether a town of the same name is in the division, or about where it is told to be."""
    if town.country != division.country:
        return False
    if division.feature == "ADM2":
        return distance_km(town, division) <= COUNTY_SEAT_KM
    return town.admin1 == division.admin1 or distance_km(town, division) <= SEAT_KM
