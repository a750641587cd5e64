"""Windows: consecutive whole sentences of one paragraph, packed up to a number of word pieces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

WINDOW_PIECES = 126
"""Pieces of words in a window, without the marks at its ends. Twice as many read no better, and slower."""

LONGEST_PIECES = 252
"""The longest window the model was trained on: a sentence of more than `WINDOW_PIECES` may fill it alone."""


def pack(sizes: Sequence[int], limit: int = WINDOW_PIECES) -> Iterator[range]:
    """Ranges of consecutive sentences whose sizes sum to at most `limit`; a larger sentence stands alone.

    >>> list(pack([100, 100, 100, 300, 5], limit=252))
    [range(0, 2), range(2, 3), range(3, 4), range(4, 5)]
    """
    first = total = 0
    for index, size in enumerate(sizes):
        if index > first and total + size > limit:
            yield range(first, index)
            first, total = index, 0
        total += size
    if first < len(sizes):
        yield range(first, len(sizes))
