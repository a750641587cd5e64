"""Likelihoods learnt from features, and whether they hold what they promise."""

from __future__ import annotations

import random

import pytest

from quality.calibration import brier, calibration_error, fit, likelihood, reliability


def _claims(count: int) -> tuple[list[dict[str, float]], list[bool]]:
    """Claims of which nine in ten are right where they are plain, and three in ten where they are not."""
    draw = random.Random(7)
    examples, right = [], []
    for _ in range(count):
        hard = draw.random() < 0.5
        examples.append({"always": 1.0, **({"hard": 1.0} if hard else {})})
        right.append(draw.random() < (0.3 if hard else 0.9))
    return examples, right


def test_likelihoods_are_the_shares_they_were_learnt_from() -> None:
    weights = fit(*_claims(4000), penalty=0.1)
    assert likelihood(weights, {"always": 1.0}) == pytest.approx(0.9, abs=0.03)
    assert likelihood(weights, {"always": 1.0, "hard": 1.0}) == pytest.approx(0.3, abs=0.03)


def test_the_order_of_the_claims_does_not_matter() -> None:
    examples, right = _claims(500)
    assert fit(examples, right) == fit(examples[::-1], right[::-1])


def test_a_rare_feature_is_not_learnt_from() -> None:
    examples, right = _claims(100)
    assert "once" not in fit([{**examples[0], "once": 1.0}, *examples[1:]], right)


def test_a_feature_that_always_holds_does_not_run_away() -> None:
    weights = fit([{"always": 1.0, "sure": 1.0}] * 20 + [{"always": 1.0}] * 20, [True] * 20 + [False] * 20)
    assert 0.5 < likelihood(weights, {"always": 1.0, "sure": 1.0}) < 0.99


TABLES = [
    # promised, right, calibration error, Brier score
    ([1.0, 1.0], [True, True], 0.0, 0.0),
    ([0.75, 0.75, 0.75, 0.75], [True, True, True, False], 0.0, 18.75),
    ([0.95, 0.95], [True, False], 45.0, 45.25),
    ([0.2, 0.95], [True, True], 42.5, 32.125),
]


@pytest.mark.parametrize(("promised", "right", "error", "score"), TABLES)
def test_promises_against_truth(promised: list[float], right: list[bool], error: float, score: float) -> None:
    assert calibration_error(reliability(promised, right)) == pytest.approx(error)
    assert brier(promised, right) == pytest.approx(score)


def test_a_bin_holds_its_lower_bound_and_the_last_its_upper() -> None:
    bins = reliability([0.5, 0.6, 1.0], [True, False, True])
    assert [(one.low, one.count) for one in bins] == [(0.5, 1), (0.6, 1), (0.9, 1)]
