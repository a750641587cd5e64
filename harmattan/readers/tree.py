"""Dependency trees from arc scores: the likeliest head of each word where that is a tree, else the best tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROOT = -1
_ROUNDING = 1e-6


def decode(scores: NDArray[np.float32]) -> list[int]:
    """The head of each word, -1 for the one root; `scores` is [words, words + 1], column 0 the root.

    Where the best heads of all words do not form a tree with one root, the maximum spanning tree is found
    (Chu and Liu 1965, Edmonds 1967).
    """
    heads: list[int] = (scores.argmax(1) - 1).tolist()
    return heads if is_tree(heads) else best_tree(scores)


def is_tree(heads: list[int]) -> bool:
    """Whether exactly one word is the root and every word hangs below it."""
    if heads.count(ROOT) != 1:
        return False
    reached = [ROOT] * len(heads)
    """From which word each was first reached on the way up."""
    for start in range(len(heads)):
        index = start
        while index != ROOT and reached[index] == ROOT:
            reached[index] = start
            index = heads[index]
        if index != ROOT and reached[index] == start:
            return False
    return True


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """The best of the trees below each of the four likeliest roots."""
    import numpy as np  # noqa: PLC0415 - this module is imported where numpy may not be wanted yet

    count = len(scores)
    if count == 1:
        return [ROOT]
    between = scores[:, 1:].astype(np.float64).copy()
    np.fill_diagonal(between, -np.inf)
    best: list[int] = []
    best_total = -np.inf
    order = np.argsort(-scores[:, 0], kind="stable")[:4]
    most = between.max(1)
    for root in order.tolist():
        if scores[root, 0] + most.sum() - most[root] < best_total - _ROUNDING:
            continue  # not even the best heads of all words would do
        heads = _arborescence(between, root)
        total = float(scores[root, 0]) + sum(float(between[i, heads[i]]) for i in range(count) if i != root)
        if total > best_total:
            best, best_total = heads, total
    return best


def _arborescence(between: NDArray[np.float64], root: int) -> list[int]:
    """The maximum spanning tree below `root`: contract each cycle of best heads, solve, and open it again."""
    import numpy as np  # noqa: PLC0415

    heads: list[int] = between.argmax(1).tolist()
    heads[root] = ROOT
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.zeros(len(between), bool)
    inside[cycle] = True
    members = np.array(cycle)
    outside = np.flatnonzero(~inside)
    # The cycle becomes one word, the last: entering it at a word gives up that word's arc within.
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = between[np.ix_(outside, outside)]
    within = between[members, np.array(heads)[members]]
    entering = between[np.ix_(members, outside)] - within[:, None]
    smaller[size, :size] = entering.max(0)
    leaving = between[np.ix_(outside, members)]
    smaller[:size, size] = leaving.max(1)
    solved = _arborescence(smaller, int(np.flatnonzero(outside == root)[0]))
    for position, index in enumerate(outside.tolist()):
        head = solved[position]
        if head == size:
            heads[index] = cycle[int(leaving[position].argmax())]
        elif head != ROOT:
            heads[index] = int(outside[head])
    entry = solved[size]
    heads[cycle[int(entering[:, entry].argmax())]] = int(outside[entry])
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """The words of some cycle, or none."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        index = start
        path = []
        while index != ROOT and not state[index]:
            state[index] = 1
            path.append(index)
            index = heads[index]
        if index != ROOT and state[index] == 1:
            return path[path.index(index) :]
        for index in path:
            state[index] = 2
    return []
