"""How alike two event claims are, as a table of named outcomes with points that an analyst can read.

Each comparison looks at one thing (kind, time, place, sides, counts, means, wording, nearness in one text) and gives at
most one outcome, with a reason in words. What each outcome counts stands in `points.toml`. The points are summed: from
`SAME_FROM` on it is SAME, from `UNSURE_FROM` on UNSURE, below DIFFERENT.

    same kind (+1), same day: 2021-03-03 (+3), same place: Gossi (+3), killed: both say 14 (+1.5): 8.5 of 6
"""

from __future__ import annotations

from collections.abc import Callable

from harmattan.resolution.incidents.accounts import AREAS, TOWNS, Account, Party, account
from harmattan.resolution.incidents.findings import POINTS, SAME_FROM, UNSURE_FROM, Comparison, Finding
from harmattan.resolution.incidents.how import (
    OFTEN_ONE,
    SMALL,
    denial,
    killed,
    kind,
    mode,
    reversal,
    weapon,
    wounded,
)
from harmattan.resolution.incidents.when import time
from harmattan.resolution.incidents.where import kilometres, place
from harmattan.resolution.incidents.who import THINGS, actor, recipient, sides
from harmattan.resolution.incidents.words import gone_on, in_common, names, nearness, taken_up, wording

__all__ = [
    "AREAS",
    "OFTEN_ONE",
    "POINTS",
    "SAME_FROM",
    "SMALL",
    "TABLE",
    "THINGS",
    "TOWNS",
    "UNSURE_FROM",
    "Account",
    "Comparison",
    "Finding",
    "Party",
    "account",
    "compare",
    "kilometres",
]

TABLE: tuple[Callable[[Account, Account], Finding | None], ...] = (
    kind,
    mode,
    reversal,
    time,
    place,
    sides,
    actor,
    recipient,
    killed,
    wounded,
    weapon,
    denial,
    names,
    wording,
    in_common,
    nearness,
    taken_up,
    gone_on,
)
"""The comparisons, in the order their reasons are read."""
_OF_TWO_TEXTS = tuple(one for one in TABLE if one not in (nearness, taken_up))


def compare(left: Account, right: Account) -> Comparison:
    """Compare two accounts; the order of the two makes no difference."""
    if left.claim.id > right.claim.id:
        left, right = right, left
    table = TABLE if left.text == right.text else _OF_TWO_TEXTS
    return Comparison(tuple([found for one in table if (found := one(left, right)) is not None]))
