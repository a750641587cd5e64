"""How far two places are from one another."""

from __future__ import annotations

import math

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.world import Location

EARTH_KM = 12742.0
"""The earth's diameter."""


def distance_km(one: Location, other: Location) -> float:
    """Great-circle distance; infinite where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    half_lat, half_lon = (lat2 - lat1) / 2, math.radians(other.lon - one.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(half_lon) ** 2
    return EARTH_KM * math.asin(math.sqrt(min(chord, 1.0)))


def located(place: Place) -> Location:
    """A place of a text as one of the gazetteer, for its distance to others."""
    return Location(
        place.id or "", place.name, place.kind or PlaceKind.POINT, place.country, place.lat, place.lon
    )
