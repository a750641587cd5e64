"""The one-to-one assignment that is worth most: the Hungarian method (Kuhn 1955, Munkres 1957), in O(n^3)."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def best_pairs(worth: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of the assignment worth most in all, those worth nothing left out; rows in order."""
    rows, columns = len(worth), max(map(len, worth), default=0)
    size = max(rows, columns)
    if not rows or not columns:
        return []
    cost = [
        [-worth[row][column] if row < rows and column < columns else 0.0 for column in range(size)]
        for row in range(size)
    ]
    owner = _owners(cost)
    pairs = sorted((row, column) for column, row in enumerate(owner) if row < rows and column < columns)
    return [(row, column) for row, column in pairs if worth[row][column] > 0]


def _owners(cost: list[list[float]]) -> list[int]:
    """For each column the row that takes it in the cheapest assignment of a square table."""
    size = len(cost)
    row_price, column_price = [0.0] * (size + 1), [0.0] * (size + 1)
    owner = [size] * (size + 1)
    """Which row holds a column; the last entry of each list is a column and a row outside the table."""
    for row in range(size):
        owner[size] = row
        column = size
        least = [inf] * size
        way = [size] * size
        seen = [False] * (size + 1)
        while owner[column] != size:
            seen[column] = True
            here, step, nearest = owner[column], inf, size
            for other in range(size):
                if seen[other]:
                    continue
                reduced = cost[here][other] - row_price[here] - column_price[other]
                if reduced < least[other]:
                    least[other], way[other] = reduced, column
                if least[other] < step:
                    step, nearest = least[other], other
            for other in range(size + 1):
                if seen[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                elif other < size:
                    least[other] -= step
            column = nearest
        while column != size:
            before = way[column]
            owner[column] = owner[before]
            column = before
    return owner[:size]
