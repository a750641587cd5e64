"""All cells of a store at hand, for when thousands of claims look into them at once.

The store answers the same question by its own tables (`Resolving.found`). That is quick enough for a day's claims; for
all that there are it takes four times as long as it takes here, with the rows of the table side by side in arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from harmattan.store.resolving import Resolving, Search

Numbers = NDArray[np.int64]
Small = NDArray[np.int32]

DIGITS = 22
"""Binary digits of a key that are a day's or a character's number; those above are the first of the cell's."""
MOST = (1 << DIGITS) - 1
"""Where what is further on in a text than these can tell is filed."""


class Cells:
    """The table of what is filed, in order, and the days of all candidates; read from files that processes share."""

    def __init__(self, folder: Path) -> None:
        self._cell: Numbers = np.load(folder / "cell.npy", mmap_mode="r")
        self._start: Small = np.load(folder / "start.npy", mmap_mode="r")
        self._end: Small = np.load(folder / "end.npy", mmap_mode="r")
        self._claim: Small = np.load(folder / "claim.npy", mmap_mode="r")
        self._key: Numbers = np.load(folder / "key.npy", mmap_mode="r")
        self._day: Small = np.load(folder / "day.npy", mmap_mode="r")

    @staticmethod
    def write(resolving: Resolving, folder: Path) -> None:
        """Write the files for what is filed in a store."""
        cells, others = [np.empty(0, dtype=np.int64)], [np.empty((0, 3), dtype=np.int32)]
        for rows in resolving.filed():
            filed = np.array(rows, dtype=np.int64)
            cells.append(filed[:, 0].copy())
            others.append(filed[:, 1:].astype(np.int32))
        cell, rest = np.concatenate(cells), np.concatenate(others)
        del cells, others
        key = _keys(cell, rest[:, 0])
        if (key[1:] < key[:-1]).any():  # two cells of one key
            order = np.argsort(key, kind="stable")
            key, cell, rest = key[order], cell[order], rest[order]
        np.save(folder / "key.npy", key)
        np.save(folder / "cell.npy", cell)
        for column, name in enumerate(("start", "end", "claim")):
            np.save(folder / f"{name}.npy", rest[:, column])
        days = resolving.days()
        day = np.zeros(max(days, default=0) + 1, dtype=np.int32)
        day[list(days)] = list(days.values())
        np.save(folder / "day.npy", day)

    def found(
        self, searches: Mapping[int, Iterable[Search]], enough: int, longest: int
    ) -> list[tuple[int, int]]:
        """For each of these claims, the others before it in the order of days that it finds with so many points.

        What `Resolving.found` says, where everything that was judged comes before what was not.
        """
        rows = [(claim, *search) for claim, wanted in searches.items() for search in wanted]
        if not rows:
            return []
        sought = np.array(rows, dtype=np.int64)
        low = _keys(sought[:, 1], sought[:, 2] - longest)
        sought, low = sought[order := np.argsort(low)], low[order]  # side by side in the table, too
        begin = np.searchsorted(self._key, low, "left")
        count = np.searchsorted(self._key, _keys(sought[:, 1], sought[:, 3]), "right") - begin
        which = np.repeat(np.arange(len(sought)), count)
        at = np.arange(len(which)) + np.repeat(begin - (np.cumsum(count) - count), count)
        met = np.flatnonzero(self._end[at] >= sought[which, 2])
        which, at = which[met], at[met]
        met = np.flatnonzero((self._cell[at] == sought[which, 1]) & (self._start[at] <= sought[which, 3]))
        which, at = which[met], at[met]
        claim, other = sought[which, 0], self._claim[at].astype(np.int64)
        day, others = self._day[claim], self._day[other]
        before = np.flatnonzero((others < day) | ((others == day) & (other < claim)))
        pairs = claim[before] << 32 | other[before]
        found, pair = np.unique(pairs, return_inverse=True)
        points = np.bincount(pair, weights=sought[which[before], 4], minlength=len(found))
        found = found[points >= enough]
        return list(zip((found >> 32).tolist(), (found & 0xFFFFFFFF).tolist(), strict=True))


def _keys(cell: Numbers, start: Numbers | Small) -> Numbers:
    """What the table is in the order of: cells of the same key are told apart by looking."""
    keys: Numbers = (cell >> DIGITS << DIGITS) + np.clip(start, 0, MOST)
    return keys
