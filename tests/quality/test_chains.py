"""The scores of coreference chains on the worked examples of the papers that define them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quality.chains import ChainScores, heaviest_matching

TRUTH = ["12345", "67", "89ABC"]
"""Luo (2005), "On coreference resolution performance metrics", the example of its comparison of metrics."""
LUO = [
    ("two chains that differ are joined", ["12345", "6789ABC"], 94.7, 86.5, 73.3),
    ("two long chains are joined", ["1234589ABC", "67"], 94.7, 73.7, 66.7),
    ("all are joined", ["123456789ABC"], 90.0, 54.5, 29.4),
    ("all is right", ["12345", "67", "89ABC"], 100.0, 100.0, 100.0),
]


@pytest.mark.parametrize(
    ("response", "muc", "b_cubed", "ceaf"), [case[1:] for case in LUO], ids=[case[0] for case in LUO]
)
def test_scores_as_in_luo(response: list[str], muc: float, b_cubed: float, ceaf: float) -> None:
    scores = ChainScores()
    scores.add(TRUTH, response)
    found = (scores.muc.f1, scores.b_cubed.f1, scores.ceaf.f1)
    assert found == pytest.approx((muc, b_cubed, ceaf), abs=0.06)
    assert scores.conll == pytest.approx(sum(found) / 3)


def test_predicted_mentions_as_in_pradhan() -> None:
    """Pradhan et al. (2014), figure 1: mentions are missed (e) and made up (h, i)."""
    scores = ChainScores()
    scores.add(["abc", "defg"], ["ab", "cd", "fghi"])
    assert (scores.muc.recall, scores.muc.precision) == pytest.approx((40, 40))
    assert (scores.b_cubed.recall, scores.b_cubed.precision) == pytest.approx((41.67, 50), abs=0.01)
    assert (scores.ceaf.recall, scores.ceaf.precision) == pytest.approx((65, 43.33), abs=0.01)
    assert (scores.mentions.recall, scores.mentions.precision) == pytest.approx((600 / 7, 75))


def test_chains_of_one_do_not_count() -> None:
    scores = ChainScores()
    scores.add(["ab", "c"], ["ab", "d", "e"])
    assert scores.conll == 100


def test_sums_run_over_documents() -> None:
    scores = ChainScores()
    scores.add(["ab"], ["ab"])
    scores.add(["abc", "de"], [])
    assert scores.muc.recall == pytest.approx(25)
    assert scores.muc.precision == 100


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=5))
def test_the_matching_is_the_heaviest(weights: list[list[int]]) -> None:
    rows = [*weights, [0, 0, 0], [0, 0, 0]]
    best = max(
        sum(rows[row][column] for column, row in enumerate(order))
        for order in permutations(range(len(rows)), 3)
    )
    assert heaviest_matching([[float(weight) for weight in row] for row in weights]) == best
