"""Which claims were found the same as which, in arrays: of all that a store has there are millions of pairs.

Pairs of pairs are looked at some thousands of claims at a time, so that what is held at once does not grow with the
store.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from harmattan.resolution.incidents.joint import LARGEST
from harmattan.resolution.incidents.rivals import Fit

Numbers = NDArray[np.int64]
Small = NDArray[np.int32]

AT_ONCE = 1_000_000
"""Pairs made in one go, or as many as one claim alone has."""
LOW = 0xFFFFFFFF
"""The digits of a pair's second claim; those above are the first's."""
CENT = 100
"""Of a point: comparisons are rounded to this."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found the same, and of which pairs anything else was said; claims are numbers of a store's."""

    begin: Numbers
    """Where the matches of each claim begin in what follows."""
    other: Small
    """What a claim was found the same as, the best first."""
    points: Small
    """Of each match, in hundredths."""
    known: Numbers
    """Pairs of which anything was said but that they differ, as one number each, in order."""
    apart: Numbers
    """Pairs of which it was said that they differ."""
    doubted: Numbers
    """Those of them that were found the same and are in doubt."""

    @classmethod
    def of(cls, same: Numbers, points: Numbers, unsure: Numbers, apart: Numbers) -> Self:
        """Of pairs that were found the same, rows of two, with their points in hundredths; of pairs that are held to be
        unsure, be they found the same before; and of pairs that are held to differ.
        """
        same_keys, other_keys = pair_keys(same), pair_keys(unsure)
        claim, other = np.concatenate([same, same[:, ::-1]]).T
        order = np.lexsort((other, -np.concatenate([points, points]), claim))
        begin = np.searchsorted(claim[order], np.arange(int(claim.max(initial=0)) + 2))
        return cls(
            begin.astype(np.int64),
            other[order].astype(np.int32),
            np.concatenate([points, points])[order].astype(np.int32),
            distinct(np.concatenate([same_keys, other_keys])),
            distinct(pair_keys(apart)),
            np.intersect1d(same_keys, other_keys),
        )

    def save(self, folder: Path) -> None:
        """Write the arrays as files."""
        for field in fields(self):
            np.save(folder / f"{field.name}.npy", getattr(self, field.name))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The same arrays, read from files that processes share."""
        arrays = (np.load(folder / f"{field.name}.npy", mmap_mode="r") for field in fields(cls))
        return cls(
            *(array.view(np.ndarray) for array in arrays)
        )  # looked into quicker than what np.load gives

    def of_claim(self, claim: int) -> list[Fit[int]]:
        """What a claim was found the same as, the best first."""
        if claim + 1 >= len(self.begin):
            return []
        first, last = int(self.begin[claim]), int(self.begin[claim + 1])
        points, others = self.points[first:last].tolist(), self.other[first:last].tolist()
        return [Fit(score / CENT, other) for score, other in zip(points, others, strict=True)]

    def settled(self, fits: Sequence[Fit[int]]) -> Callable[[int], list[int]]:
        """Of the one at a place among these, the places of those with which it is known not to differ."""
        claims = np.array([fit.claim for fit in fits], dtype=np.int64)

        def places(place: int) -> list[int]:
            found: list[int] = np.flatnonzero(_are_within(self.known, _keys(claims, claims[place]))).tolist()
            return found

        return places

    def is_said(self, one: int, other: int) -> bool:
        """Whether anything was said of a pair but that they differ."""
        return _within(self.known, one, other)

    def is_doubted(self, one: int, other: int) -> bool:
        """Whether a pair was found the same and is in doubt."""
        return _within(self.doubted, one, other)

    def doubting(self, pairs: Collection[int]) -> Self:
        """The same with more of them in doubt."""
        more = np.fromiter(pairs, dtype=np.int64, count=len(pairs))
        return replace(self, doubted=distinct(np.concatenate([self.doubted, more])))

    def unsettled(self, claims: Numbers, fresh: Numbers | None = None) -> list[int]:
        """Those of the claims that were found the same as two of which nothing is said together.

        `fresh`: only where one of the two is a match among these pairs, as one number each, in order.
        """
        claims = claims[claims < len(self.begin) - 1]
        begin = self.begin[claims]
        found = []
        for groups, members in _groups(begin, self.begin[claims + 1] - begin):
            others = self.other[members].astype(np.int64)
            first, second = np.triu_indices(others.shape[1], 1)
            open_ = ~_are_within(self.known, _keys(others[:, first], others[:, second]))
            if fresh is not None:
                new = _are_within(fresh, _keys(claims[groups][:, None], others))
                open_ &= new[:, first] | new[:, second]
            found += claims[groups[open_.any(axis=1)]].tolist()
        return found

    def standing(self) -> Numbers:
        """The pairs that were found the same and are not in doubt, in rows of two, each once."""
        claim = np.repeat(np.arange(len(self.begin) - 1), np.diff(self.begin))
        once = np.flatnonzero(claim < self.other)
        keys = _keys(claim[once], self.other[once].astype(np.int64))
        return pairs_of(keys[~_are_within(self.doubted, keys)])

    def corners(self, cluster: Numbers) -> Numbers:
        """The pairs of one cluster of which nothing is said, each once, in rows of three: the third number is 1 where
        both were found the same as a third claim.

        `cluster`: of each claim, by its number, which cluster it is in.
        """
        near = self._of_a_third(cluster)
        others = [np.empty(0, dtype=np.int64)]
        sizes = np.bincount(cluster, minlength=1)[cluster]
        claims = np.flatnonzero((sizes > 1) & (sizes <= LARGEST))
        claims = claims[np.argsort(cluster[claims], kind="stable")]
        if len(claims):
            there = cluster[claims]
            starts = np.flatnonzero(np.append(True, there[1:] != there[:-1]))
            for _, members in _groups(starts, np.diff(np.append(starts, len(claims)))):
                some = claims[members]
                first, second = np.triu_indices(some.shape[1], 1)
                keys = _keys(some[:, first], some[:, second]).ravel()
                others.append(keys[~(self._is_settled(keys) | _are_within(near, keys))])
        far = distinct(np.concatenate(others))
        rows = np.concatenate([pairs_of(near), pairs_of(far)])
        third = np.append(np.ones(len(near), dtype=np.int64), np.zeros(len(far), dtype=np.int64))
        return np.column_stack([rows, third])

    def _of_a_third(self, cluster: Numbers) -> Numbers:
        """Pairs of one cluster of which nothing is said though both were found the same as a third, as one number."""
        claim = np.repeat(np.arange(len(self.begin) - 1), np.diff(self.begin))
        there = cluster[self.other]
        order = np.lexsort((there, claim))
        claim, there, other = claim[order], there[order], self.other[order].astype(np.int64)
        starts = np.flatnonzero(np.append(True, (claim[1:] != claim[:-1]) | (there[1:] != there[:-1])))
        found = [np.empty(0, dtype=np.int64)]
        for _, members in _groups(starts, np.diff(np.append(starts, len(claim)))) if len(claim) else ():
            others = other[members]
            first, second = np.triu_indices(others.shape[1], 1)
            keys = distinct(_keys(others[:, first], others[:, second]).ravel())
            found.append(keys[~self._is_settled(keys)])
        return distinct(np.concatenate(found))

    def _is_settled(self, keys: Numbers) -> NDArray[np.bool_]:
        return _are_within(self.known, keys) | _are_within(self.apart, keys)


def clusters(count: int, pairs: Numbers) -> Numbers:
    """Of each number below `count` the smallest that pairs, rows of two, join it with."""
    label = np.arange(count)
    while True:
        left, right = label[pairs[:, 0]], label[pairs[:, 1]]
        apart = left != right
        if not apart.any():
            return label
        pairs, left, right = pairs[apart], left[apart], right[apart]
        np.minimum.at(label, np.maximum(left, right), np.minimum(left, right))
        while not np.array_equal(nearer := label[label], label):
            label = nearer


def rows_of_two(numbers: array[int]) -> Numbers:
    """Numbers one after the other as pairs."""
    return np.frombuffer(numbers, dtype=np.int64).reshape(-1, 2) if numbers else np.empty((0, 2), np.int64)


def pair_keys(pairs: Numbers) -> Numbers:
    """Each pair, a row of two, as one number."""
    return _keys(pairs[:, 0], pairs[:, 1])


def pairs_of(keys: Numbers) -> Numbers:
    """The rows of two that numbers stand for, the smaller claim first."""
    return np.stack([keys >> 32, keys & LOW], axis=1)


def distinct(keys: Numbers) -> Numbers:
    """Sorted, each once. `np.unique` looks for them in a hash table, which takes these numbers twenty times as long."""
    keys = np.sort(keys)
    return keys[np.append(True, keys[1:] != keys[:-1])] if len(keys) else keys


def _groups(begin: Numbers, counts: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Stretches of one length together, some at a time: which they are, and where their members stand, a row each."""
    for count in np.unique(counts[counts > 1]).tolist():
        of_length = np.flatnonzero(counts == count)
        step = max(1, 2 * AT_ONCE // (count * (count - 1)))
        for at in range(0, len(of_length), step):
            some = of_length[at : at + step]
            yield some, begin[some][:, None] + np.arange(count)


def _keys(one: Numbers, other: Numbers | np.int64) -> Numbers:
    """Pairs as one number each, the smaller claim's first."""
    return np.minimum(one, other) << 32 | np.maximum(one, other)


def _are_within(keys: Numbers, sought: Numbers) -> NDArray[np.bool_]:
    if not len(keys):
        return np.zeros(sought.shape, dtype=bool)
    found: NDArray[np.bool_] = keys[np.searchsorted(keys, sought) % len(keys)] == sought
    return found


def _within(keys: Numbers, one: int, other: int) -> bool:
    key = one << 32 | other if one < other else other << 32 | one
    at = int(keys.searchsorted(key))
    return at < len(keys) and int(keys[at]) == key
