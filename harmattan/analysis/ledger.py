"""The force ledger: how many of a force are said to be where over time, what is there apart from what is announced.

Pure functions over claims. Nothing is interpolated and no time is made up: a row that gives no time on the calendar
has none, except that a *current* strength holds on the day its document was published, and is marked as such.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Modality, Place, Strength, StrengthStatus
from harmattan.model.values import Count, Period, Precision


class Standing(StrEnum):
    """Whether a strength is told as a fact, as something to come, or as doubtful. The three are never mixed."""

    ACTUAL = "actual"
    ANNOUNCED = "announced"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What one series counts: a force (or a joint force), a place (or several together), a unit."""

    force: str
    place: str
    unit: str


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One strength claim's place in the ledger."""

    claim: Claim
    size: Count
    status: StrengthStatus
    standing: Standing
    period: Period | None
    """When the size is said to hold; None where the words give no time on the calendar."""
    as_reported: bool = False
    """Whether `period` is merely the day of publication, for a current strength that gives no other time."""


class Direction(StrEnum):
    """Whether a move adds to the force in the place or takes from it."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True)
class Move:
    """A deployment or withdrawal that a claim tells of a series' force, in its place."""

    claim: Claim
    direction: Direction
    standing: Standing
    period: Period


@dataclass(frozen=True, slots=True)
class Series:
    """All that is said of one force in one place, in one unit, oldest first, undated rows last."""

    key: SeriesKey
    force: str
    """Name to print: "French troops"."""
    place: str
    """Name to print: "Mali"; empty where the claims name no place."""
    unit: str
    """The unit that all rows count in, or the name for their different words: "troops"."""
    rows: tuple[LedgerRow, ...]
    moves: tuple[Move, ...]
    actors: frozenset[str]
    """Registry ids of the force."""
    countries: frozenset[str]
    """ISO 3166-1 alpha-2 codes of the places."""

    def standing(self, standing: Standing) -> tuple[LedgerRow, ...]:
        """The rows of one standing, in order."""
        return tuple(row for row in self.rows if row.standing is standing)


_DIRECTIONS = {
    ("RETREAT", "withdraw"): Direction.DEPARTURE,
    ("MOBILIZE", "troops"): Direction.ARRIVAL,
    ("MOBILIZE", "police"): Direction.ARRIVAL,
    ("MOBILIZE", "militia"): Direction.ARRIVAL,
}
_STATUS_STANDING = {
    StrengthStatus.CURRENT: Standing.ACTUAL,
    StrengthStatus.FORMER: Standing.ACTUAL,
    StrengthStatus.ANNOUNCED: Standing.ANNOUNCED,
    StrengthStatus.PROJECTED: Standing.ANNOUNCED,
    StrengthStatus.REQUIRED: Standing.ANNOUNCED,
    StrengthStatus.ALLEGED: Standing.DISPUTED,
}
_MODALITY_STANDING = {
    Modality.PLANNED: Standing.ANNOUNCED,
    Modality.THREATENED: Standing.ANNOUNCED,
    Modality.DENIED: Standing.DISPUTED,
    Modality.ALLEGED: Standing.DISPUTED,
    Modality.HYPOTHETICAL: Standing.DISPUTED,
}


def ledger(
    claims: Iterable[Claim], counted_as: Mapping[str, str] = MappingProxyType({})
) -> tuple[Series, ...]:
    """The ledger of all strength claims, with the moves among the event claims, ordered by names.

    For example 5,000 French troops in Mali now and "2,500 to 3,000 by 2023" are one series with an actual and an
    announced row. `counted_as` says which actors are counted as another: a state's forces as the state, so that "France
    has 5,000 soldiers in Mali" is of the same series.
    """
    strengths: dict[SeriesKey, list[Claim]] = defaultdict(list)
    events: list[Claim] = []
    for claim in claims:
        match claim.body:
            case Strength() as body:
                strengths[series_key(body, counted_as)].append(claim)
            case Event() as body if (body.type.upper(), (body.mode or "").lower()) in _DIRECTIONS:
                events.append(claim)
            case _:
                pass
    ordered = {key: sorted(held, key=lambda claim: claim.id) for key, held in strengths.items()}
    series = [_series(key, held, events) for key, held in ordered.items()]
    return tuple(sorted(series, key=lambda one: (one.force.casefold(), one.place.casefold(), one.key)))


def series_key(body: Strength, counted_as: Mapping[str, str] = MappingProxyType({})) -> SeriesKey:
    """Which series a strength belongs to. A total over several places or forces is a series of its own."""
    forces = sorted({counted_as.get(key, key) for key in map(_mention_key, body.force)})
    places = sorted({_place_key(place) for place in body.place})
    return SeriesKey(" + ".join(forces), " + ".join(places), _unit(body.unit))


_MEN = {
    "troops": (
        "troops",
        "soldiers",
        "men",
        "personnel",
        "military personnel",
        "forces",
        "servicemen",
        "peacekeepers",
    ),
    "fighters": (
        "fighters",
        "militants",
        "rebels",
        "insurgents",
        "jihadists",
        "gunmen",
        "combatants",
        "members",
    ),
}


def _unit(unit: str) -> str:
    """One name for units that count the same: soldiers are troops, militants are fighters."""
    plain = unit.casefold()
    return next((name for name, units in _MEN.items() if plain in units), plain)


def _mention_key(mention: Mention) -> str:
    return mention.actor or f"“{mention.name.casefold()}”"


def _place_key(place: Place) -> str:
    return place.id or f"“{place.name.casefold()}”"


def _series(key: SeriesKey, claims: Sequence[Claim], events: Sequence[Claim]) -> Series:
    bodies = [claim.body for claim in claims if isinstance(claim.body, Strength)]
    rows = sorted(
        (_row(claim, claim.body) for claim in claims if isinstance(claim.body, Strength)), key=_row_order
    )
    actors = frozenset(m.actor for body in bodies for m in body.force if m.actor)
    places = [place for body in bodies for place in body.place]
    countries = frozenset(place.country for place in places if place.country)
    place_keys = frozenset(map(_place_key, places))
    moves = [move for claim in events if (move := _move(claim, actors, place_keys, countries))]
    first = bodies[0]
    return Series(
        key,
        _usual(_joined(mention.name for mention in body.force) for body in bodies),
        _usual(_joined(place.name for place in body.place) for body in bodies),
        first.unit if len({body.unit for body in bodies}) == 1 else key.unit,
        tuple(rows),
        tuple(sorted(moves, key=lambda move: (_start(move.period), move.claim.id))),
        actors,
        countries,
    )


def _row(claim: Claim, body: Strength) -> LedgerRow:
    standing = _MODALITY_STANDING.get(claim.modality, _STATUS_STANDING[body.status])
    period = body.time.period if body.time and body.time.period.resolved else None
    as_reported = False
    published = claim.document.published
    if period is None and body.time is None and body.status is StrengthStatus.CURRENT and published:
        period, as_reported = Period(published, published, Precision.DAY), True
    return LedgerRow(claim, body.size.count, body.status, standing, period, as_reported)


def _move(
    claim: Claim, actors: frozenset[str], places: frozenset[str], countries: frozenset[str]
) -> Move | None:
    body = claim.body
    if not isinstance(body, Event) or body.time is None or not body.time.period.resolved:
        return None
    movers = {mention.actor for mention in body.actor if mention.actor}
    where = set(map(_place_key, body.place))
    lands = {place.country for place in body.place if place.country}
    if not movers & actors or not (where & places or lands & countries):
        return None
    standing = _MODALITY_STANDING.get(claim.modality, Standing.ACTUAL)
    direction = _DIRECTIONS[body.type.upper(), (body.mode or "").lower()]
    return Move(claim, direction, standing, body.time.period)


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _usual(names: Iterable[str]) -> str:
    """The most frequent name; among equals the shortest, then one in lower case."""
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], len(name), name.swapcase()))


def _start(period: Period | None) -> date:
    if period is None:
        return date.max
    return period.earliest or period.latest or date.max


def _row_order(row: LedgerRow) -> tuple[date, date, str]:
    end = (row.period and row.period.latest) or date.max
    return _start(row.period), end, row.claim.id
