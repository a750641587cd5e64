"""Which claims are each the same as a third, of all that a store has: found in arrays, since there are millions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

AT_ONCE = 4_000_000
"""Pairs made in one go."""
LOW = 0xFFFFFFFF
"""The digits of a pair's second claim; those above are the first's."""


def unsaid_corners(same: Numbers, said: Numbers, days: Mapping[int, int]) -> Numbers:
    """The pairs of which nothing is said, though both are the same as a third, in the order of their days.

    A pair is a row of two numbers of claims, as in `same` and `said`; `days` has those that are compared today.
    """
    day = np.full(max(max(days, default=0), int(same.max(initial=0))) + 1, -1, dtype=np.int64)
    day[list(days)] = list(days.values())
    same = same[(day[same] >= 0).all(axis=1)] if len(same) else same.reshape(0, 2)
    known = _distinct(np.concatenate([_keys(same), _keys(said.reshape(-1, 2))]))
    found = [keys[known[np.searchsorted(known, keys) % len(known)] != keys] for keys in _met(same)]
    keys = _distinct(np.concatenate(found)) if found else known[:0]
    pairs = np.stack([keys >> 32, keys & LOW], axis=1)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0], day[pairs[:, 0]]))]


def _met(same: Numbers) -> Iterator[Numbers]:
    """Pairs of the partners of one claim, some at a time; a pair comes once for each claim that is between."""
    keys = _keys(same)
    keys = _distinct(np.concatenate([keys, keys >> 32 | (keys & LOW) << 32]))
    both = np.stack([keys >> 32, keys & LOW], axis=1)
    _, begin, counts = np.unique(both[:, 0], return_index=True, return_counts=True)
    for count in np.unique(counts[counts > 1]).tolist():
        first, second = np.triu_indices(count, 1)
        thirds = begin[counts == count]
        step = max(1, AT_ONCE // len(first))
        for at in range(0, len(thirds), step):
            partners = both[thirds[at : at + step, None] + np.arange(count), 1]
            yield _distinct(
                _keys(np.stack([partners[:, first].ravel(), partners[:, second].ravel()], axis=1))
            )


def _distinct(keys: Numbers) -> Numbers:
    """Sorted, each once. `np.unique` looks for them in a hash table, which takes these numbers twenty times as long."""
    keys = np.sort(keys)
    return keys[np.append(True, keys[1:] != keys[:-1])] if len(keys) else keys


def _keys(pairs: Numbers) -> Numbers:
    """Each pair as one number, the smaller claim's first."""
    return np.minimum(pairs[:, 0], pairs[:, 1]) << 32 | np.maximum(pairs[:, 0], pairs[:, 1])
