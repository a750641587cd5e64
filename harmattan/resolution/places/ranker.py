"""Weighs the candidates of all places of a document together.

Every name has a belief over its candidates, from their own features first; the beliefs then make the features that
places share (who is whose neighbour, which country most of them lie in), and are weighed again, a few times over.
All names are weighed at once, so that their order does not matter.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.features import FAR_KM, NEAR_KM, Features, Mentions

ROUNDS = 3
SAME_KM = 60.0
"""Two candidates this near are one place to a reader of the report: a town and the division it is the seat of."""
_CELL = 2.0
"""Degrees of latitude; more than `FAR_KM`, so that neighbours lie in neighbouring cells."""


@dataclass(frozen=True)
class Weights:
    """How much each feature speaks for a candidate, and how sure one must be."""

    features: Mapping[str, float]
    nowhere: float
    """What speaks for it that none of the candidates is meant."""
    least: float
    """Probability from which a place is given."""

    def score(self, features: Features) -> float:
        """The sum of all that speaks for a candidate."""
        return math.fsum(self.features.get(name, 0.0) * value for name, value in features.items())


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    """The weights in the package."""
    data = resources.files("harmattan.resolution.places").joinpath("weights.json")
    record = json.loads(data.read_text(encoding="utf-8"))
    return Weights(record["features"], record["nowhere"], record["least"])


@dataclass
class Group:
    """One name of a document, its candidates, and what is believed of them."""

    name: str
    mentions: Mentions
    sentences: frozenset[int]
    """Where its sentences begin."""
    candidates: Sequence[Location]
    own: Sequence[Features]
    shared: list[Features] = field(default_factory=list)
    beliefs: list[float] = field(default_factory=list)

    def features(self, index: int) -> Features:
        """All features of one candidate."""
        return {**self.own[index], **(self.shared[index] if self.shared else {})}


@dataclass(frozen=True)
class Choice:
    """What came of one name: the place, or None where nothing is sure enough, and why."""

    location: Location | None
    probability: float
    """Of the best candidate and those that are the same place to a reader."""
    features: Features
    """The best candidate's."""


def weigh(groups: Sequence[Group], weights: Weights) -> None:
    """Set the shared features and beliefs of all groups."""
    neighbours = _Neighbours(groups)
    for group in groups:
        group.shared = [{} for _ in group.candidates]
    for _ in range(ROUNDS):
        for group in groups:
            group.beliefs = _beliefs(group, weights)
        for group, features in zip(groups, neighbours.shared(), strict=True):
            group.shared = features
    for group in groups:
        group.beliefs = _beliefs(group, weights)


def choose(group: Group, weights: Weights) -> Choice:
    """The likeliest candidate, where it is likely enough."""
    if not group.candidates:
        return Choice(None, 0.0, {})
    best = max(range(len(group.candidates)), key=lambda index: (group.beliefs[index], -index))
    place = group.candidates[best]
    probability = group.beliefs[best] + math.fsum(
        belief
        for index, belief in enumerate(group.beliefs)
        if index != best and distance_km(group.candidates[index], place) <= SAME_KM
    )
    sure = probability >= weights.least
    return Choice(place if sure else None, probability, group.features(best))


def _beliefs(group: Group, weights: Weights) -> list[float]:
    scores = [weights.score(group.features(index)) for index in range(len(group.candidates))]
    most = max([weights.nowhere, *scores])
    shares = [math.exp(score - most) for score in scores]
    total = math.fsum([*shares, math.exp(weights.nowhere - most)])
    return [share / total for share in shares]


def _saturated(mass: float) -> float:
    return 1 - math.exp(-mass)


@dataclass
class _Believed:
    """How much belief there is in each country and first-order division, over some names of a document."""

    countries: Counter[str | None] = field(default_factory=Counter)
    divisions: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    inside: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    """The same of places within first-order divisions."""

    def add(self, group: Group) -> None:
        """One more name."""
        for place, belief in zip(group.candidates, group.beliefs, strict=True):
            if place.country:
                self.countries[place.country] += belief  # type: ignore[assignment]
            if place.feature == "ADM1":
                self.divisions[place.country, place.admin1] += belief  # type: ignore[assignment]
            elif place.kind is not PlaceKind.COUNTRY:
                self.inside[place.country, place.admin1] += belief  # type: ignore[assignment]


class _Neighbours:
    """Which candidates of different names lie near one another; found once, weighed by the beliefs of the moment."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = groups
        self._near: list[list[list[tuple[int, int, bool]]]] = [[[] for _ in g.candidates] for g in groups]
        cells: dict[tuple[int, int], list[tuple[int, int, Location]]] = defaultdict(list)
        for number, group in enumerate(groups):
            for index, place in enumerate(group.candidates):
                if place.lat is not None and place.lon is not None and _is_local(place):
                    cells[_row(place.lat), _column(place.lat, place.lon)].append((number, index, place))
        for (row, column), inside in cells.items():
            around = [
                entry
                for other_row in (row - 1, row, row + 1)
                for other_column in _columns(row, column, other_row)
                for entry in cells.get((other_row, other_column), ())
            ]
            for number, index, place in inside:
                self._near[number][index] = [
                    (other, other_index, distance <= NEAR_KM)
                    for other, other_index, candidate in around
                    if groups[other].name != groups[number].name
                    and (distance := distance_km(place, candidate)) <= FAR_KM
                ]

    def shared(self) -> list[list[Features]]:
        """The shared features of all candidates of all groups."""
        everywhere = _Believed()
        names: dict[str, _Believed] = defaultdict(_Believed)
        sentences: dict[int, _Believed] = defaultdict(_Believed)
        for group in self._groups:
            everywhere.add(group)
            names[group.name].add(group)
            for sentence in group.sentences:
                sentences[sentence].add(group)
        total = math.fsum(everywhere.countries.values())
        found: list[list[Features]] = []
        for number, group in enumerate(self._groups):
            own = names[group.name]
            others = total - math.fsum(own.countries.values())
            found.append(
                [
                    {
                        **self._nearness(number, index),
                        **_in_division(place, group, (everywhere, own), sentences),
                        "country of places": (
                            (everywhere.countries[place.country] - own.countries[place.country]) / others
                            if others > 0.01
                            else 0.0
                        ),
                    }
                    for index, place in enumerate(group.candidates)
                ]
            )
        return found

    def _nearness(self, number: int, index: int) -> Features:
        near = far = 0.0
        for other, other_index, is_near in self._near[number][index]:
            belief = self._groups[other].beliefs[other_index]
            far += belief
            near += belief if is_near else 0.0
        return {"near": _saturated(near), "not far": _saturated(far)}


def _in_division(
    place: Location,
    group: Group,
    believed: tuple[_Believed, _Believed],
    sentences: Mapping[int, _Believed],
) -> Features:
    everywhere, own = believed
    home = (place.country, place.admin1)
    if place.kind is PlaceKind.COUNTRY:
        return {}
    if place.feature == "ADM1":
        return {"holds places": _saturated(everywhere.inside[home] - own.inside[home])}
    beside = max((sentences[sentence].divisions[home] for sentence in group.sentences), default=0.0)
    return {
        "in named division": _saturated(everywhere.divisions[home] - own.divisions[home]),
        "division in sentence": _saturated(beside),
    }


def _is_local(place: Location) -> bool:
    """Whether a place is small enough for its middle to be where it is."""
    return place.kind in (PlaceKind.POINT, PlaceKind.AREA) or place.feature not in (None, "ADM1", "PCLD")


def _row(lat: float) -> int:
    return math.floor(lat / _CELL)


@lru_cache(maxsize=256)
def _width(row: int) -> float:
    """Degrees of longitude of a cell in a row: as wide as it is high, and the poles in one."""
    nearest_pole = min(max(abs(row), abs(row + 1)) * _CELL, 89.0)
    return min(_CELL / math.cos(math.radians(nearest_pole)), 360.0)


def _column(lat: float, lon: float) -> int:
    return math.floor((lon + 180) / _width(_row(lat)))


def _columns(row: int, column: int, other_row: int) -> range:
    """The columns of a row that a cell of another row or their neighbours overlap."""
    width, other_width = _width(row), _width(other_row)
    west, east = (column - 1) * width, (column + 2) * width
    return range(math.floor(west / other_width), math.floor(east / other_width) + 1)
