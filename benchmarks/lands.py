"""Where made-up happenings are: countries with their towns, parties and times, by Zipf's law."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random

from harmattan.model.readings import PlaceKind
from harmattan.model.world import ActorKind
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.packaged_places import packaged_places

COUNTRIES = """UA SY AF SD ML NG BF IQ SO YE CD NE ET MM PS SS LY CF MZ CM TD PK IN CO MX PH HT KE LB IL TR EG BI UG DZ
TH BD RU VE ZW""".split()
FIRST_DAY, DAYS = date(2014, 1, 1), 3650
TOWNS = 1500
"""Of a country at most, the largest."""


@dataclass(frozen=True, slots=True)
class Town:
    """A place of the gazetteer."""

    id: str
    name: str
    lat: float
    lon: float
    division: tuple[str, str] | None
    """Id and name of the first-order division that it is in."""


@dataclass(frozen=True, slots=True)
class Land:
    """A country with its towns, parties and times."""

    code: str
    name: str
    towns: Sequence[Town]
    town_weights: Sequence[float]
    """Cumulative; so are the days'."""
    day_weights: Sequence[float]
    parties: Sequence[tuple[str, str]]
    """Registry ids with names, the busiest first."""


def lands(chance: Random) -> list[Land]:
    """The countries, the busiest first."""
    towns: dict[str, list[tuple[int, Town]]] = {code: [] for code in COUNTRIES}
    entries = list(packaged_places())
    divisions = {entry.division: (entry.id, entry.name) for entry in entries if entry.division}
    for entry in entries:
        if entry.kind is PlaceKind.POINT and entry.country in towns and entry.lat is not None:
            town = Town(
                entry.id,
                entry.name,
                entry.lat,
                entry.lon or 0.0,
                divisions.get(f"{entry.country}.{entry.admin1}"),
            )
            towns[entry.country].append((entry.population, town))
    registry, known = load_registry(), countries()
    found = []
    for code in COUNTRIES:
        largest = sorted(towns[code], key=lambda found: (-found[0], found[1].id))[:TOWNS]
        parties = [
            (actor.id, actor.name)
            for actor in registry.entries
            if code in actor.countries and actor.kind in (ActorKind.FORCES, ActorKind.GROUP, ActorKind.STATE)
        ]
        chance.shuffle(parties)
        found.append(
            Land(
                code,
                land.name if (land := known.get(code)) else code,
                [town for _, town in largest],
                list(accumulate((rank + 1) ** -0.8 for rank in range(len(largest)))),
                list(accumulate(_busy(chance))),
                parties,
            )
        )
    return found


def _busy(chance: Random) -> list[float]:
    days = [1.0] * DAYS
    for _ in range(12):
        start, length = chance.randrange(DAYS), chance.randint(10, 60)
        for day in range(start, min(start + length, DAYS)):
            days[day] = 6.0
    return days


def drawn(chance: Random, cumulative: Sequence[float]) -> int:
    """A place among weights that were added up."""
    return bisect_left(cumulative, chance.random() * cumulative[-1])
