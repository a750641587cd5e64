"""What is learnt of antecedents: weights from choices, and how likely a link must be."""

from __future__ import annotations

import pytest

from training.coreference import Example, Outcome, fit, outcomes, threshold


def choice(right: int) -> Example:
    """A choice between none, a subject and an object."""
    options = [["none"], ["subject"], ["object"]]
    return Example(0, "it", options, [index == right for index in range(3)], [False, True, False])


def test_the_right_choice_becomes_the_likeliest() -> None:
    examples = [choice(1)] * 20 + [choice(2)] * 4 + [choice(0)] * 2
    weights = fit(examples, penalty=0.1)
    assert weights["subject"] > weights["object"] > weights["none"]
    (found,) = outcomes([choice(1)], weights)
    assert (found.joined, found.named, found.right, found.findable, found.findable_other) == (
        True,
        True,
        True,
        True,
        False,
    )
    assert found.likely == pytest.approx(20 / 26, abs=0.05)


def test_rare_features_are_left_out() -> None:
    odd = Example(0, "it", [["none"], ["subject", "odd"]], [False, True], [False, True])
    assert "odd" not in fit([choice(1)] * 5 + [odd], penalty=0.1)


@pytest.mark.parametrize(
    ("outcomes_", "least"),
    [
        ([(0.9, True)] * 20 + [(0.6, False)] * 20, 0.9),
        ([(0.9, True)] * 20 + [(0.6, True)] * 20, 0.6),
        ([(0.9, False)] * 20, 1.0),
        ([(0.9, True)] * 5, 1.0),
        ([(0.2, True)] * 20, 0.4),
        ([], 1.0),
    ],
    ids=["the sure ones", "all", "none are right", "too few to say", "never below", "nothing"],
)
def test_threshold(outcomes_: list[tuple[float, bool]], least: float) -> None:
    made = [Outcome(likely, True, True, right, True, False) for likely, right in outcomes_]
    assert threshold(made, 0.86) == least
