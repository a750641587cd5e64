"""Comparisons of place: names, distances, what lies in what, and places that are only named beside the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from math import asin, cos, radians, sin, sqrt

from rapidfuzz.fuzz import ratio

from harmattan.model.readings import Place, PlaceKind
from harmattan.resolution.incidents.accounts import AREAS, TOWNS, Account, place_name
from harmattan.resolution.incidents.findings import Finding
from harmattan.resolution.incidents.wording import read_wording

EARTH_KM = 6371.0
WITHIN_KM = 60.0
"""From the middle of a province or an area up to which a town most likely lies in it."""
ALIKE = 85.0
"""Likeness of two spellings of one name, in percent ("Boulikessi", "Boulkessi"); both of at least `LONG` letters."""
LONG = 6


def place(left: Account, right: Account) -> Finding:
    """Where it happened, by the most specific places of both."""
    if not left.places or not right.places:
        return _placeless(left, right)
    if len(left.places) == 1 == len(right.places):
        best = _two_places(left.places[0], right.places[0])
    else:
        found = [_two_places(one, other) for one, other in product(left.places, right.places)]
        best = max(found, key=lambda finding: (finding.points, finding.detail))
    if best.outcome in _UNTOLD:
        return _beside(left, right) or best
    return best


_UNTOLD = frozenset(
    {
        "places not known to be near",
        "another name, one of the two in no gazetteer",
        "only the country in common",
        "one place may lie in the other",
        "a town near the middle of an area",
    }
)
"""Outcomes that the words around may better."""


def _two_places(one: Place, other: Place) -> Finding:
    if one.id and one.id == other.id and one.kind is other.kind:  # of millions of pairs every fourth
        return _one_place(one)
    if one.name == other.name or place_name(one) == place_name(other) or _alike(one.name, other.name):
        if one.id and other.id and one.id != other.id:
            return Finding("one name, two places of the gazetteer", one.name)
        return _one_place(one if one.kind not in TOWNS else other)
    if one.id and one.id == other.id:
        return _one_place(one)
    names = f"{one.name} and {other.name}"
    if one.country and other.country and one.country != other.country:
        return Finding("another country", names)
    if (distance := kilometres(one, other)) is not None and one.kind is other.kind is PlaceKind.POINT:
        if distance <= 10:
            return Finding("within 10 km", names)
        if distance <= 50:
            return Finding("within 50 km", names)
        return Finding("50 to 100 km apart" if distance <= 100 else "more than 100 km apart", names)
    if spelt_alike(place_name(one), place_name(other)):
        return Finding("names of places spelt alike", names)
    if (one.kind in TOWNS and other.kind in AREAS) or (one.kind in AREAS and other.kind in TOWNS):
        near = distance is not None and distance <= WITHIN_KM
        return Finding(
            "a town near the middle of an area" if near else "one place may lie in the other", names
        )
    known = one.country and one.country == other.country
    country = known and PlaceKind.COUNTRY in (one.kind, other.kind)
    if not country and None in (one.kind, other.kind):
        return Finding("another name, one of the two in no gazetteer", names)
    return Finding("only the country in common" if country else "places not known to be near", names)


def _alike(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _one_place(place: Place) -> Finding:
    if place.kind in TOWNS:
        return Finding("same place", place.name)
    return Finding("same area" if place.kind in AREAS else "only the country in common", place.name)


def _placeless(left: Account, right: Account) -> Finding:
    """One of the two does not say where: whether the other's place is named around its words."""
    if left.text == right.text:
        return Finding("one text, one of the two without a place")
    if not left.places and not right.places:
        known = {*left.actor.names, *left.recipient.names, *right.actor.names, *right.recipient.names}
        shared = (left.around & right.around) - {name.casefold() for name in known}
        if shared:
            return Finding("both without a place, one name around them", ", ".join(sorted(shared)))
        return Finding("both without a place")
    return _beside(left, right) or Finding("one without a place")


def _beside(left: Account, right: Account) -> Finding | None:
    """Whether the town of one is named by the other, in its sentences or title or before them."""
    sides = [(told, other) for told, other in ((left, right), (right, left)) if told.towns]
    for told, other in sides:
        if name := _named_in(told.towns, other.sentences) or _named_in(told.towns, other.struck):
            if other.towns:
                if _of_another_time(name, other.sentences):
                    continue
                return Finding("place named beside the other's", name)
            return Finding("place named in the other's sentence", name)
    for told, other in sides:
        if any(place.id for place in other.towns) or _leaves(other.sentences):
            continue
        if other.towns:
            if name := _named_in(told.towns, other.title) or _named_in(told.towns, other.before):
                return Finding("place named around the other's, which no gazetteer has", name)
            continue
        if name := _named_in(told.towns, other.title):
            return Finding("place named in the other's title", name)
        if name := _named_in(told.towns, other.before):
            return Finding("place named earlier in the other's text", name)
    return None


_ELSEWHERE = re.compile(
    r"\b(?:another|elsewhere|neighbou?ring|nearby|a (?:second|third|separate)|other (?:village|town|attack|part)s?)\b"
)
"""Words by which a sentence leaves the place that was told before it."""


@lru_cache(maxsize=8192)
def _leaves(sentences: str) -> bool:
    return _ELSEWHERE.search(sentences) is not None


@lru_cache(maxsize=8192)
def _of_another_time(name: str, sentences: str) -> bool:
    """Whether a name stands only in what a sentence dates its own happening by: "two weeks after the raid on Gossi"."""
    words = re.escape((read_wording(name).name or name).casefold())
    return (
        re.search(rf"\b(?:after|before|since|following)\b(?:[ ’'-]+\w+){{0,7}} {words}(?!\w)", sentences)
        is not None
    )


def _named_in(places: Iterable[Place], passage: str) -> str | None:
    for place in places:
        name = place_name(place)
        if name in passage and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", passage):
            return place.name
    return None


def spelt_alike(one: str, other: str) -> bool:
    """Whether two names may be two spellings of one: most letters the same, the first among them; or all the words of
    the one in the other, two of them or more: "St Francis Church", "St Francis Catholic Church".
    """
    words, others = frozenset(one.split()), frozenset(other.split())
    if min(len(words), len(others)) > 1 and (words <= others or others <= words):
        return True
    return min(len(one), len(other)) >= LONG and one[0] == other[0] and ratio(one, other) >= ALIKE


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance; None where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, east = radians(other.lat - one.lat), radians(other.lon - one.lon)
    chord = sin(north / 2) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, chord)))
