"""Likelihoods that are learnt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reference.learnt import likelihood, logistic, weights

MODELS = ["moves", "strengths"]


@pytest.mark.parametrize("model", MODELS)
@given(features=st.lists(st.text(max_size=12)))
def test_a_likelihood_is_one_in_whatever_order(model: str, features: list[str]) -> None:
    found = likelihood(model, features)
    assert 0 <= found <= 1
    assert likelihood(model, features[::-1]) == found


@pytest.mark.parametrize("model", MODELS)
def test_the_order_of_known_features_makes_no_difference(model: str) -> None:
    known = list(weights(model))
    assert likelihood(model, known) == likelihood(model, known[::-1])


@pytest.mark.parametrize(("score", "likely"), [(0.0, 0.5), (1e9, 1.0), (-1e9, 0.0)])
def test_logistic(score: float, likely: float) -> None:
    assert logistic(score) == pytest.approx(likely)


def test_nothing_learnt() -> None:
    assert weights("no such model") == {}
    assert likelihood("no such model", ["always"]) == 0
