"""Learning what comparisons count: it follows the examples, keeps signs, and writes what can be read again."""

from __future__ import annotations

import pytest

from harmattan.resolution.incidents.findings import POINTS, read_scale
from training.incidents import BY_HAND, ORDERED, SAME, Example, Model, fit, in_folds, written

BY_HAND_TEXT = """# Set by hand.

[verdicts]
same = 3.0
unsure = 2.0

[time]
"same day" = 2.0
"same place" = 2.0
"another day" = -2.0
"one undated" = -0.5
"""
SCALE = read_scale(BY_HAND_TEXT)


def examples(outcome: str, *, same: int, different: int) -> list[Example]:
    return [
        Example(f"group {number % 4}", (outcome,), number < same, across=True)
        for number in range(same + different)
    ]


def points_of(model: Model) -> dict[str, float]:
    return dict(zip(model.names, model.points, strict=True))


def test_points_follow_the_examples() -> None:
    learnt = points_of(
        fit(
            [*examples("same day", same=30, different=2), *examples("another day", same=1, different=30)],
            SCALE,
        )
    )
    assert learnt["same day"] > 1.2 > learnt["another day"]


def test_no_point_changes_its_sign() -> None:
    learnt = points_of(fit(examples("same place", same=0, different=60), SCALE))
    assert learnt["same place"] == 0
    learnt = points_of(fit(examples("another day", same=60, different=0), SCALE))
    assert learnt["another day"] == 0


def test_what_says_how_little_is_known_stays_nearer_to_what_was_set_by_hand() -> None:
    told = points_of(fit(examples("another day", same=20, different=20), SCALE))["another day"]
    untold = points_of(fit(examples("one undated", same=20, different=20), SCALE))["one undated"]
    assert abs(untold + 0.3) < abs(told + 1.2)


def test_what_is_written_can_be_read_and_begins_same_at_six() -> None:
    model = fit(examples("same day", same=10, different=10), SCALE)
    text = written(model, BY_HAND_TEXT)
    scale = read_scale(text)
    assert scale.same_from == SAME
    assert scale.points.keys() == SCALE.points.keys()
    assert text.splitlines()[0].startswith("# Written by `python -m training.incidents`")


def test_folds_measure_on_groups_not_learnt_from() -> None:
    lines = list(in_folds(examples("same day", same=12, different=4), SCALE))
    assert len(lines) == 12
    assert all("precision" in line for line in lines)


def test_what_ships_has_the_outcomes_that_were_set_by_hand_and_their_signs() -> None:
    by_hand = read_scale(BY_HAND.read_text("utf-8")).points
    assert by_hand.keys() == POINTS.keys()
    assert all(by_hand[name] * value >= 0 for name, value in POINTS.items())


@pytest.mark.parametrize("order", ORDERED, ids=lambda order: order[0])
def test_what_ships_keeps_the_orders(order: tuple[str, ...]) -> None:
    points = [POINTS[name] for name in order]
    assert points == sorted(points, reverse=True)


@pytest.mark.parametrize("name", sorted(POINTS))
def test_points_are_bounded(name: str) -> None:
    assert -25 <= POINTS[name] <= 10
