"""Places told by others become areas: "12 km north of Gossi", "between Gao and Ansongo", "the border with Niger".

An area has a middle and a radius within which the words allow it to be, and is never the town it is told by. How wide
the words are is written down here: a wind is good for an eighth of the compass, and what is "south of" a town or on its
outskirts is taken to be within 25 km of it, as UCDP's precision 2 has it. A border has no middle.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.text import Span
from harmattan.resolution.incidents.wording import bearing
from harmattan.resolution.places.distance import EARTH_KM, distance_km, located

AROUND_KM = 25.0
"""How far "outside of", "south of" and "on the outskirts of" reach."""
WIND = math.sin(math.radians(22.5))
"""Half the width of an eighth of the compass, of a distance."""
LEAST_KM = 2.0
WIDEST_KM = 600.0
"""Two towns farther apart than this have no "between" that says where."""

_WIND = r"(?P<bearing>(?:north|south|east|west)(?:-?(?:east|west))?)"
_NUMBERS = {
    word: float(number)
    for word, number in (
        *zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True),
        ("twelve", 12),
        ("fifteen", 15),
        ("twenty", 20),
        ("thirty", 30),
        ("forty", 40),
        ("fifty", 50),
    )
}
_DISTANCE = re.compile(
    rf"^(?:[a-z ]{{0,16}}?\s)?(?P<number>\d[\d,.]*|{'|'.join(_NUMBERS)})[ -]?"
    rf"(?P<unit>km|kms|kilomet(?:re|er)s?|miles?|mi)\b[^a-z]*"
    rf"(?:\([^()]*\)\s*)?(?:(?:to the |due )?{_WIND} of|(?:away )?from|outside(?: of)?|off)\s",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"^(?:[a-z]+\s)?(?:a few|several)[ -](?:km|kms|kilomet(?:re|er)s?|miles?|mi)\b", re.IGNORECASE
)
_BESIDE = re.compile(
    r"^(?:just\s+|far\s+)?(?:(?P<bearing>(?:north|south|east|west)(?:-?(?:east|west))?)\s+of|(?:the\s+)?"
    r"(?:(?:north|south|east|west)\w*\s+)?(?:outskirts|suburbs|countryside|vicinity|surroundings|environs|edge)\s+of)\s",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^(?:(?:the\s+)?(?P<what>road|highway|route|axis|border|stretch|area)\s+)?(?:between|linking|from)\s",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"^(?:(?:the|its|their)\s+|(?P<own>[A-Z]\w+)['’]s\s+)?(?:\w+\s+)?borders?(?:\s+(?:area|region|zone))?\s+with\s"
)
_DEMONYM_BORDER = re.compile(r"^(?P<whose>[A-Z][\w-]+)\s+(?:borders?|frontier)$")
_SECOND = re.compile(r"\s(?:and|to|with)\s")
_TOWN_OF = re.compile(
    r"^(?:the\s+)?(?:(?:[a-z]+\s+)?(?:towns?|city|cities|villages?|capital|localit(?:y|ies)|district|commune)(?:\s+of)?\s+)?"
    r"(?:neighbou?ring\s+)?"
)


@dataclass(frozen=True, slots=True)
class Relative:
    """A place told by others: how, and by which stretches."""

    how: str
    """ "offset", "around", "between" or "border"."""
    anchors: tuple[Place, ...]
    km: float | None = None
    """How far from the anchor."""
    bearing: str | None = None


def read_relative(place: Place) -> Relative | None:
    """How a place is told by others; None where its words name it itself."""
    name = place.name
    if place.span.quote != name:
        return None
    whose = _DEMONYM_BORDER.match(name)
    if whose:
        return Relative("border", (_part(place, *whose.span("whose")),))
    match = _BORDER.match(name)
    if match:
        own = (_part(place, *match.span("own")),) if match["own"] else ()
        return Relative("border", (*own, _anchor(place, match.end(), len(name))))
    match = _DISTANCE.match(name)
    if match:
        wind = bearing(match["bearing"]) if match["bearing"] else None
        return Relative("offset", (_anchor(place, match.end(), len(name)),), _kilometres(match), wind)
    vague = _VAGUE.match(name)
    match = _BESIDE.match(name)
    if vague or (match and (match["bearing"] is None or name[0].islower())):
        start = match.end() if match else _after_preposition(name)
        return Relative("around", (_anchor(place, start, len(name)),)) if start else None
    match = _BETWEEN.match(name)
    second = _SECOND.search(name, match.end()) if match else None
    if match and second:
        how = "border" if match["what"] == "border" else "between"
        return Relative(
            how, (_anchor(place, match.end(), second.start()), _anchor(place, second.end(), len(name)))
        )
    return None


def _after_preposition(name: str) -> int:
    match = re.search(r"\s(?:of|from|outside|off)\s", name)
    return match.end() if match else 0


def _anchor(place: Place, start: int, stop: int) -> Place:
    skipped = _TOWN_OF.match(place.name[start:stop])
    return _part(place, start + (skipped.end() if skipped else 0), stop)


def _part(place: Place, start: int, stop: int) -> Place:
    words = place.name[start:stop]
    return Place(Span(place.span.start + start, place.span.start + stop, words), words)


def _kilometres(match: re.Match[str]) -> float | None:
    word = match["number"].lower()
    try:
        number = _NUMBERS.get(word) or float(word.rstrip(".,").replace(",", ""))
    except ValueError:
        return None
    return number * (1.609 if match["unit"].lower().startswith("mi") else 1.0)


def area(
    place: Place, relative: Relative, anchors: Sequence[Place], country_at_hand: str | None = None
) -> Place:
    """The area that a place told by others is, from its anchors as they were found.

    Without coordinates where an anchor has none, or where the words leave too much open; its country is kept where
    all anchors are in one. The border with one country is that of the country at hand.
    """
    countries = {anchor.country for anchor in anchors}
    country = countries.pop() if len(countries) == 1 and relative.how != "border" else None
    bare = replace(place, country=country, kind=PlaceKind.AREA)
    ids = [anchor.id for anchor in anchors if anchor.id]
    if len(ids) < len(anchors):
        return bare
    if relative.how == "border":
        if len(ids) == 1 and country_at_hand and country_at_hand != anchors[0].country:
            ids.append(f"country:{country_at_hand}")
        return replace(bare, id="border:" + ",".join(sorted(ids))) if len(ids) == 2 else bare
    if any(anchor.kind is not PlaceKind.POINT for anchor in anchors):
        return bare
    if relative.how == "between":
        return _between(bare, anchors[0], anchors[1])
    anchor = anchors[0]
    if relative.how == "around":
        return _at(bare, f"{anchor.id}:around", anchor.lat, anchor.lon, AROUND_KM)
    if relative.km is None or relative.km > WIDEST_KM:
        return bare
    if relative.bearing is None or anchor.lat is None or anchor.lon is None:
        return _at(bare, f"{anchor.id}:around", anchor.lat, anchor.lon, max(relative.km, LEAST_KM))
    lat, lon = destination(anchor.lat, anchor.lon, relative.bearing, relative.km)
    radius = max(relative.km * WIND, LEAST_KM)
    return _at(bare, f"{anchor.id}:{relative.km:.0f}km-{relative.bearing}", lat, lon, radius)


def _at(place: Place, identity: str, lat: float | None, lon: float | None, radius: float) -> Place:
    return replace(place, id=identity, lat=lat, lon=lon, radius_km=round(radius, 1))


def _between(place: Place, one: Place, other: Place) -> Place:
    apart = distance_km(located(one), located(other))
    if apart > WIDEST_KM or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return place
    lat, lon = (one.lat + other.lat) / 2, (one.lon + other.lon) / 2
    if abs(one.lon - other.lon) > 180:
        return place
    return _at(place, f"between:{one.id},{other.id}", round(lat, 5), round(lon, 5), max(apart / 2, LEAST_KM))


_DEGREES = {
    wind: 45.0 * index
    for index, wind in enumerate(
        ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
    )
}


def destination(lat: float, lon: float, wind: str, km: float) -> tuple[float, float]:
    """Where one is after so many kilometres on a great circle that begins in a wind; degrees, rounded to metres."""
    course, angle = math.radians(_DEGREES[wind]), 2 * km / EARTH_KM
    start = math.radians(lat)
    end = math.asin(math.sin(start) * math.cos(angle) + math.cos(start) * math.sin(angle) * math.cos(course))
    turn = math.atan2(
        math.sin(course) * math.sin(angle) * math.cos(start),
        math.cos(angle) - math.sin(start) * math.sin(end),
    )
    return round(math.degrees(end), 5), round((lon + math.degrees(turn) + 180) % 360 - 180, 5)
