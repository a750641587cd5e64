"""What a claim is about: the ids of actors, places and countries anywhere in its record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COUNTRY = "country:"
"""Before an ISO code, as in "country:ML"; the gazetteer's own ids of countries are written alike."""


def things(record: Mapping[str, Any]) -> list[str]:
    """The ids that a claim record names, sorted, each once.

    A claim of an attack by AQIM in Gossi is about "aqim", "geonames:2457161" and "country:ML".
    """
    found: set[str] = set()
    for name, value in record.items():
        if name != "document":
            _collect(value, found)
    return sorted(found)


def _collect(value: object, found: set[str]) -> None:
    match value:
        case list():
            for item in value:
                _collect(item, found)
        case {"actor": str(actor)}:
            found.add(actor)
        case {"lat": _, "id": place, "country": country}:
            found.update(part for part in (place, country and COUNTRY + country) if part)
