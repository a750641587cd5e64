"""Trees from arc scores."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from harmattan.readers.tree import decode, is_tree

TREES = [
    ([-1], True),
    ([1, -1, 1], True),
    ([1, 2, -1], True),
    ([-1, -1], False),
    ([1, 0], False),
    ([1, 0, -1], False),
    ([-1, 2, 1], False),
]


@pytest.mark.parametrize(("heads", "expected"), TREES)
def test_a_tree_has_one_root_and_no_cycle(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected


def test_best_heads_that_form_a_tree_are_kept() -> None:
    scores = np.array([[0, 0, 9, 1], [9, 0, 0, 0], [0, 0, 9, 0]], np.float32)
    assert decode(scores) == [1, -1, 1]


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    # The first two words choose each other; the first loses less by hanging below the third.
    scores = np.array([[0, 0, 9, 8], [0, 9, 0, 1], [9, 0, 0, 0]], np.float32)
    assert decode(scores) == [2, 0, -1]


def test_of_two_roots_the_better_stays() -> None:
    scores = np.array([[9, 0, 5], [8, 7, 0]], np.float32)
    assert decode(scores) == [-1, 0]


def _total(scores: NDArray[np.float32], heads: list[int]) -> float:
    return sum(float(scores[word, head + 1]) for word, head in enumerate(heads))


@given(
    st.integers(1, 5).flatmap(
        lambda count: st.lists(
            st.lists(st.integers(-40, 0), min_size=count + 1, max_size=count + 1),
            min_size=count,
            max_size=count,
        )
    )
)
def test_the_tree_found_is_one_and_as_good_as_any_below_the_likeliest_roots(rows: list[list[int]]) -> None:
    scores = np.array(rows, np.float32)
    count = len(rows)
    for word in range(count):
        scores[word, word + 1] = -1e9
    heads = decode(scores)
    assert is_tree(heads)
    if count <= 4:
        choices = [list(choice) for choice in product(range(-1, count), repeat=count)]
        best = max(_total(scores, choice) for choice in choices if is_tree(choice))
        assert _total(scores, heads) == best
