"""Which pairs of claims are worth comparing, out of all that there are.

Claims that share a country, an actor or a place's name are gone through in the order of their days, and each is
compared with those whose days it could share; within one text claims that stand near one another as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from harmattan.resolution.incidents.comparison import OFTEN_ONE, Account
from harmattan.resolution.judgements.overruling import Pair

APART = timedelta(days=3)
"""How far apart two reports may date one happening and still be compared."""
NEWS = timedelta(days=7)
"""How long before its printing an undated happening is looked for."""
WIDEST = timedelta(days=31)
"""Claims of wider times ("in 2012") are compared within their own text only."""
NEAR = 2_000
"""Characters within one text up to which two claims are compared where their times do not bring them together."""


def pairs(candidates: Iterable[Account]) -> set[Pair]:
    """Pairs that could be the same; the number grows with the claims of a few days, not with all claims."""
    blocks: dict[str, list[tuple[date, date, Account]]] = defaultdict(list)
    texts: dict[str, list[Account]] = defaultdict(list)
    for told in candidates:
        texts[told.text].append(told)
        if days := _days(told):
            for key in _keys(told):
                blocks[key].append((*days, told))
    found: set[Pair] = set()
    for block in blocks.values():
        found.update(_overlapping(block))
    for text in texts.values():
        found.update(_neighbours(text))
    return found


def _days(told: Account) -> tuple[date, date] | None:
    """The days on which another report may put it; None where they are too many."""
    period = told.period
    if period is not None:
        if period.earliest is None or period.latest is None or period.latest - period.earliest > WIDEST:
            return None
        return period.earliest, period.latest + APART
    published = told.claim.document.published
    return (published - NEWS, published + APART) if published else None


def _keys(told: Account) -> set[str]:
    return {
        *(f"country {place.country}" for place in told.event.place if place.country),
        *(f"place {place.name.casefold()}" for place in told.event.place),
        *(f"actor {actor}" for actor in told.actor.ids | told.recipient.ids),
    }


def _overlapping(block: list[tuple[date, date, Account]]) -> Iterator[Pair]:
    """Pairs whose days overlap, by going through them from the earliest to the latest."""
    open_: list[tuple[date, Account]] = []
    for start, end, told in sorted(block, key=lambda item: (item[0], item[2].claim.id)):
        open_ = [(until, other) for until, other in open_ if until >= start]
        yield from (_pair(other, told) for _, other in open_ if _kin(other, told))
        open_.append((end, told))


def _neighbours(text: list[Account]) -> Iterator[Pair]:
    ordered = sorted(text, key=lambda told: (told.event.trigger.start, told.claim.id))
    for index, told in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.event.trigger.start - told.event.trigger.start > NEAR:
                break
            if _kin(told, other):
                yield _pair(told, other)


def _kin(left: Account, right: Account) -> bool:
    one, other = left.event.type, right.event.type
    return one == other or frozenset((one, other)) in OFTEN_ONE


def _pair(left: Account, right: Account) -> Pair:
    one, other = left.claim.id, right.claim.id
    return (one, other) if one < other else (other, one)
