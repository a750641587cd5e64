"""Which pairs of claims are worth comparing, out of all that there are.

Whether two claims are compared depends on the two alone, never on how many others there are or when they came: the
same pairs are found in whatever order and portions documents arrive. Each claim is filed in cells (a place's name, a
square of the map, a party or a number of dead) over the days on which it may have happened, and looks into the cells
where another report of the same happening could be filed. What two claims have in common there adds up to points;
`ENOUGH` of them, and the two are compared:

    one text, near one another                                   4
    one place, by name or id, at most three days apart           4
    two towns within 50 km, on one day                           4
    one sentence word for word, at most three days apart         4
    one party, number or name, on one day                        4 for a town and an area, 2 elsewhere, 0 for two towns
    the name of the one's town beside the other, which tells
        no town, or within its sentences, on one day             4
    one thing struck that is struck seldom (a bus, a church), on
        one day, one of the two telling no more than a country   4
    one person struck, by a name of two words, on one day        4
    one place, and the number of dead (with a party, or what
        people they were, if less than ten), 50 dead and more,
        or the thing struck, one of the two undated or of a wide
        time, whenever that was                                  4
    one town, one of the two recalled ("the attack on Gossi") or
        of a wide time, and within 400 days before its printing  4

So two reports of one town are compared if their days are near, and a report that names no more than the country with
another only where the two share two parties, a party and the number of dead, or a party and the town's name: in a
country at war any two reports of one day would do otherwise. On one day are two that may both mean it. Never compared,
whatever they share, are kinds that are not told as one another; and of two texts places of two names in two countries,
or more than 50 km apart where neither report names the other's, and days two or three apart with no party or number in
common.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from hashlib import blake2b
from itertools import product
from math import cos, floor, radians
from typing import NamedTuple

from harmattan.model.readings import Number, Place, PlaceKind
from harmattan.resolution.incidents.accounts import (
    CALENDAR,
    WIDE,
    WIDEST,
    drawn,
    is_name,
    place_name,
    without_dateline,
)
from harmattan.resolution.incidents.comparison import (
    AREAS,
    SMALL,
    TOWNS,
    Account,
    kilometres,
)
from harmattan.resolution.incidents.how import MANY, never_one
from harmattan.resolution.incidents.when import RECALLED, recalls
from harmattan.resolution.incidents.who import SELDOM, peoples, persons, things
from harmattan.resolution.judgements.overruling import Pair

ENOUGH = 4
"""Points from which two claims are compared."""
CLOSE = 1
"""Days apart up to which two claims may tell one happening though they share neither a party nor a number."""
APART = 3
"""Days apart up to which two reports may date one happening and still be compared."""
TELLING = 10
"""Dead from which the number and the place are enough for a retelling to be compared, whenever that was; a smaller toll
a large town has so often in ten years that a party must be the same too."""
NEAR = 2_000
"""Characters within one text up to which two claims are compared where their times do not bring them together."""
NEAR_KM = 50.0
"""Between two towns."""

FEWEST_WORDS = 6
"""Of more than three letters in a sentence, from which on another of the same words is likely a copy."""

MOST_NAMES = 6
"""Of those in its sentences, that a claim without a town is filed under."""

_CAPITALISED = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w'-]{2,}")
_SHORT = frozenset(
    """the two six ten one but and for his her its our all not was who how why out new now yet they this that then some
    men day may had has are any can did get let she you him off per via few old own""".split()
)
"""Words of three letters, and others that begin sentences, which are no names."""
_OF_SOMEWHERE = re.compile(r"\s(?:of|in|at|from|near)\s.*")
"""What follows in "the farmers of Darey-Daye" may be the place."""
_DEGREES = NEAR_KM / 111.0
"""Of latitude, a little more than `NEAR_KM`."""
_SQUARE = 2 * _DEGREES


class Filing(NamedTuple):
    """Where a claim is found: a cell, and the stretch of it, in days or in characters of a text."""

    cell: int
    start: int
    end: int


Look = tuple[int, int, int, int]
"""Where a claim looks for others: a cell, the stretch, in days or in characters of a text, that what is filed there has
to meet, and the points for what does. A plain tuple, since a million claims look into twenty cells each."""


def filings(told: Account) -> Iterator[Filing]:
    """Where others find a claim."""
    at = told.event.trigger.start
    yield Filing(_hashed(f"text {told.text}"), at, at)
    for key in _retold(told):
        yield Filing(cell(f"{'vague' if _is_vague(told) else 'dated'} {key}"), 0, 0)
    if _goes_back(told):
        printed = told.claim.document.published
        assert printed is not None
        for name in sorted(_at(told)):
            yield Filing(cell(f"back {name}"), printed.toordinal(), printed.toordinal())
    if days := told.days:
        for found in sorted(_cells(told)):
            yield Filing(found, *days)


def looks(told: Account, latest: int | None = None) -> Iterator[Look]:
    """Where a claim looks for others that may tell the same; `latest`: no later day than this."""
    at = told.event.trigger.start
    yield _hashed(f"text {told.text}"), at - NEAR, at + NEAR, ENOUGH
    for key in _retold(told):
        for other in ("vague", "dated") if _is_vague(told) else ("vague",):
            yield cell(f"{other} {key}"), 0, 0, ENOUGH
    if _goes_back(told):
        printed = told.claim.document.published
        assert printed is not None
        for name in _at(told):
            yield cell(f"at {name}"), printed.toordinal() - RECALLED, printed.toordinal(), ENOUGH
    if not (days := told.days):
        return
    if told.towns:
        for name in _at(told):
            yield cell(f"back {name}"), days[0], days[1] + RECALLED, ENOUGH
    first, last = days[0] - APART, days[1] + APART
    if latest is not None:
        last = min(last, latest)
    for found in _firm(told):
        yield found, first, last, ENOUGH
    first, last = days[0], min(last, days[1])
    for square in {near for place in _towns(told) for near in _around(place.lat or 0.0, place.lon or 0.0)}:
        yield square, first, last, ENOUGH
    grain = _grain(told)
    for clue in _clues(told):
        for found, points in _worth(grain, clue):
            yield found, first, last, points
    if told.towns:
        for name in _at(told):
            yield cell(f"beside {name}"), first, last, ENOUGH
        for name in _beside(told):
            yield cell(f"at {name}"), first, last, ENOUGH


@lru_cache(maxsize=65_536)
def _worth(grain: str, clue: str) -> tuple[tuple[int, int], ...]:
    """The cells in which others with a clue are, and the points for having it in common, by how well one says where."""
    named = clue.startswith("name ")  # the one's town, it may be, as the other has it in its words
    seldom = clue.startswith("struck ") and clue.removeprefix("struck ") in SELDOM
    found = []
    for other, points in _TOGETHER[grain]:
        enough = (
            clue.startswith("person ")
            or (named and (grain in _FINE) != (other in _FINE))
            or (seldom and "country" in (grain, other))
        )
        found.append((cell(f"{other} {clue}"), ENOUGH if enough else points))
    return tuple(found)


def possible(left: Account, right: Account) -> bool:
    """Whether nothing forbids that two claims tell one happening, in whatever cells they meet."""
    return _obstacle(left, right) is None


def impossible(left: Account, right: Account) -> str | None:
    """What forbids that two claims tell one happening, in words."""
    match _obstacle(left, right):
        case _Obstacle.KINDS:
            return f"{left.event.type} and {right.event.type} are never told as one another"
        case _Obstacle.COUNTRIES:
            here, there = (", ".join(sorted(told.countries)) for told in (left, right))
            return f"the places are in two countries, {here} and {there}"
        case _Obstacle.DISTANCE:
            return f"the towns are more than {NEAR_KM:g} km apart, and neither is named beside the other"
        case _Obstacle.DAYS:
            return "they are days apart, and share no party and no number of dead"
        case None:
            return None


class _Obstacle(Enum):
    """What forbids that two claims tell one happening."""

    KINDS = auto()
    COUNTRIES = auto()
    DISTANCE = auto()
    DAYS = auto()


def _obstacle(left: Account, right: Account) -> _Obstacle | None:
    if never_one(left.event, right.event):
        return _Obstacle.KINDS
    if left.text == right.text:
        return None
    if left.place_names.isdisjoint(right.place_names):
        here, there = left.countries, right.countries
        if here and there and here.isdisjoint(there):
            return _Obstacle.COUNTRIES
        if _far_apart(left.places, right.places) and not _names_the_other(left, right):
            return _Obstacle.DISTANCE
    if left.period is None or right.period is None:
        return None
    days, others = left.days, right.days
    if days and others and _gap(days, others) > CLOSE and _evidence(left).isdisjoint(_evidence(right)):
        return _Obstacle.DAYS
    return None


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0], other[0]) - min(one[1], other[1])


def pairs(candidates: Iterable[Account]) -> set[Pair]:
    """Pairs that could be the same, of claims that are all at hand. A store finds the same by its own tables."""
    told = list(candidates)
    filed: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for index, one in enumerate(told):
        for filing in filings(one):
            filed[filing.cell].append((filing.start, filing.end, index))
    for members in filed.values():
        members.sort()
    found: set[Pair] = set()
    for index, one in enumerate(told):
        points: dict[int, int] = defaultdict(int)
        for found_in, first, last, worth in looks(one):
            for other in _found(first, last, filed.get(found_in, ())):
                if other < index:
                    points[other] += worth
        for other, sum_ in points.items():
            if sum_ >= ENOUGH and possible(one, told[other]):
                found.add(_pair(one, told[other]))
    return found


def compared(left: Account, right: Account) -> bool:
    """Whether two claims are compared."""
    return uncompared(left, right) is None


def uncompared(left: Account, right: Account) -> str | None:
    """Why two claims are not compared, in words; None where they are."""
    if (reason := impossible(left, right)) is not None:
        return reason
    filed: dict[int, list[Filing]] = defaultdict(list)
    for filing in filings(right):
        filed[filing.cell].append(filing)
    points = sum(
        worth
        for found, first, last, worth in looks(left)
        for _ in _found(first, last, [(filing.start, filing.end, 0) for filing in filed[found]])
    )
    if points >= ENOUGH:
        return None
    here, there = left.days, right.days
    if here is None or there is None:
        which = left if here is None else right
        if which.period is None:
            return "one is undated, and nobody says when it was printed"
        return f"the time of one is wider than {WIDEST} days, and they are not near one another in one text"
    if _gap(here, there) > APART:
        return f"they are more than {APART} days apart"
    if _gap(here, there) > 0:
        return "they are on two days, and have neither a place's name nor a whole sentence in common"
    if points:
        return "they share too little: one party or number does not tell which happening it is"
    return "they share no place, no party and no number of dead"


def _found(first: int, last: int, filed: Sequence[tuple[int, int, int]]) -> Iterator[int]:
    """What a look at a stretch finds among a cell's sorted filings."""
    for start, end, index in filed[bisect_left(filed, (first - WIDEST,)) :]:
        if start > last:
            break
        if end >= first:
            yield index


def _cells(told: Account) -> set[int]:
    grain = _grain(told)
    return {
        *_firm(told),
        *(_square(place.lat or 0.0, place.lon or 0.0) for place in _towns(told)),
        *(cell(f"{grain} {clue}") for clue in _clues(told)),
        *(cell(f"at {name}") for name in _at(told)),
        *(cell(f"beside {name}") for name in _beside(told)),
    }


_TOGETHER = {
    "town": (("village", 2), ("area", 4), ("country", 2)),
    "village": (("town", 2), ("village", 2), ("area", 4), ("country", 2)),
    "area": (("town", 4), ("village", 4), ("area", 2), ("country", 2)),
    "country": (("town", 2), ("village", 2), ("area", 2), ("country", 2)),
}
"""By how well a claim says where: what it is worth to share a party or a number with another. Two towns are compared
for their names and their distance alone; a village has no place on the map."""


_FINE = frozenset({"town", "village"})


def _is_vague(told: Account) -> bool:
    """Whether its time does not lead to the days of what it may retell: none is told, or too wide a one."""
    return told.period is None or told.days is None


def _retold(told: Account) -> Iterator[str]:
    """What a retelling has in common with the news of its day, years later: the place, and how many died or what was
    struck.
    """
    clues = [f"struck {head}" for head in sorted(things(told))]
    number = told.event.killed
    if number is not None and (count := _count(number)) > SMALL:
        toll = f"killed {count}"
        if count >= TELLING:
            clues.append(toll)
        else:
            clues += [f"{toll} {one}" for one in sorted(_evidence(told)) if one.startswith("party")]
            clues += [f"{toll} of {one}" for one in sorted(peoples(told))]
        if count >= MANY:
            clues.append("killed many")
    if clues:
        names = {_longest(place_name(place)) for place in told.event.place if place.kind not in WIDE}
        for name in sorted(names or _names_around(told)[:MOST_NAMES]):
            yield from (f"{name} {clue}" for clue in clues)


@drawn
def _goes_back(told: Account) -> bool:
    """Whether it tells again, in no more than passing, what was done long before it was printed."""
    if told.claim.document.published is None:
        return False
    return told.days is None if told.period is not None else recalls(told)


def _grain(told: Account) -> str:
    """How well it says where: a town on the map, a village that is not, an area, or a country at best."""
    if any(place.kind in AREAS for place in told.places):
        return "area"
    if any(place.kind in TOWNS for place in told.places):
        return "town" if all(_on_the_map(place) for place in told.places) else "village"
    return "country"


def _firm(told: Account) -> Iterator[int]:
    """The cells of what is enough to have in common on days that are not too far apart."""
    for name in told.place_names:
        yield cell(f"place {name}")
    if len(told.words) >= FEWEST_WORDS:
        yield _hashed(f"words {' '.join(sorted(told.words))}")


def _towns(told: Account) -> list[Place]:
    return [place for place in told.places if _on_the_map(place)]


def _on_the_map(place: Place) -> bool:
    return place.kind is PlaceKind.POINT and place.lat is not None and place.lon is not None


def _far_apart(left: Iterable[Place], right: Iterable[Place]) -> bool:
    apart = False
    for one, other in product(left, right):
        if not (_on_the_map(one) and _on_the_map(other)):
            return False
        apart = True
        if abs((one.lat or 0.0) - (other.lat or 0.0)) > _SQUARE:
            continue  # no need to work out how far
        if (distance := kilometres(one, other)) is None or distance <= NEAR_KM:
            return False
    return apart


@drawn
def _evidence(told: Account) -> frozenset[str]:
    """Parties, by registry id or name, numbers of dead and hurt that are more than a few, and things struck."""
    event, places = told.event, {place.name for place in told.event.place}
    found = {
        f"party {mention.actor or mention.name.casefold()}"
        for mention in (*event.actor, *event.recipient, *event.target, *event.victim)
        if mention.actor or (mention.name not in places and is_name(mention.name))
    }
    for kind, number in (("killed", event.killed), ("wounded", event.wounded), ("taken", event.abducted)):
        if number is not None and (count := _count(number)) > SMALL:
            found.add(f"{kind} {count}")
            if count >= MANY:
                found.add(f"{kind} many")
    found |= {f"person {name}" for name in persons(told)}
    return frozenset(found | {f"struck {head}" for head in things(told)})


def _clues(told: Account) -> set[str]:
    """The evidence, with the names of its towns and areas and those in its sentences, of which one may be the town's as
    another tells it; where it tells no town, those in its title and before its sentences as well.
    """
    found = set(_evidence(told))
    found |= {f"name {_longest(place_name(place))}" for place in told.event.place if place.kind not in WIDE}
    wide = {
        word for place in told.event.place if place.kind in WIDE for word in place.name.casefold().split()
    }
    names = [name for name in _names_around(told) if name not in wide]
    return found | {f"name {name}" for name in names[:MOST_NAMES]}


def _names_the_other(left: Account, right: Account) -> bool:
    return not (_at(left).isdisjoint(_beside(right)) and _at(right).isdisjoint(_beside(left)))


@drawn
def _at(told: Account) -> frozenset[str]:
    """The longest words of its towns' names."""
    return frozenset([_longest(place_name(place)) for place in told.towns])


@drawn
def _beside(told: Account) -> frozenset[str]:
    """Names in the sentences of what tells a town, of which one may be the town that another means."""
    return frozenset(_names_around(told)[:MOST_NAMES]) - _at(told) if told.towns else frozenset()


def _names_around(told: Account) -> list[str]:
    """The longest word of each name, those of the sentences first; no days and months, and not the parties' own."""
    words = [without_dateline(span.quote) for span in told.claim.statement.evidence]
    around: Iterable[str] = ()
    if not told.towns:
        words.append(told.claim.document.title or "")
        around = sorted(told.around)
    event = told.event
    # what is struck may be the town, as another tells it
    mentions = (*event.actor, *(one for one in (*event.recipient, *event.target, *event.victim) if one.actor))
    parties = " ".join([_OF_SOMEWHERE.sub("", one.name) for one in mentions])
    known = set(parties.casefold().split())
    names = [name.casefold() for text in words for name in _CAPITALISED.findall(text)]
    found = dict.fromkeys([*names, *map(_longest, around)])
    return [name for name in found if name not in known and name not in CALENDAR and name not in _SHORT]


def _longest(name: str) -> str:
    words = name.split()
    return words[0] if len(words) == 1 else max(words, key=len, default=name)


def _count(number: Number) -> int:
    count = number.count
    return next(value for value in (count.best, count.low, count.high) if value is not None)


def _pair(left: Account, right: Account) -> Pair:
    one, other = left.claim.id, right.claim.id
    return (one, other) if one < other else (other, one)


# The map: bands of latitude, each cut into squares about twice as wide as towns may be apart, so that a town looks into
# four of them at most. That some of those it finds there are too far away is for `impossible` to see.


@lru_cache(maxsize=16_384)
def _square(lat: float, lon: float) -> int:
    """The cell of the square that a town is in."""
    band = floor(lat / _SQUARE)
    return cell(f"square {band} {_column(band, lon)}")


def _column(band: int, lon: float) -> int:
    width = _width(band)
    return floor(lon % 360 / width) % round(360 / width)


@lru_cache(maxsize=1024)
def _width(band: int) -> float:
    """Degrees of longitude of the squares of a band: no less than `_SQUARE` in its middle, a whole number around."""
    lat = min(abs(band + 0.5) * _SQUARE, 85.0)
    return 360 / max(1, floor(360 * cos(radians(lat)) / _SQUARE))


@lru_cache(maxsize=16_384)
def _around(lat: float, lon: float) -> frozenset[int]:
    """The cells of the squares that reach within `NEAR_KM` of a town."""
    found = set()
    reach = _DEGREES / cos(radians(min(abs(lat) + _DEGREES, 85.0)))
    for band in {floor((lat + side) / _SQUARE) for side in (-_DEGREES, 0.0, _DEGREES)}:
        columns = {_column(band, lon + side) for side in (-reach, 0.0, reach)}
        found |= {cell(f"square {band} {column}") for column in columns}
    return frozenset(found)


@lru_cache(maxsize=65_536)
def cell(name: str) -> int:
    """A cell's number, kept at hand: for what is told often."""
    return _hashed(name)


def _hashed(name: str) -> int:
    """A cell's number: 63 bits of a hash of its name."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
