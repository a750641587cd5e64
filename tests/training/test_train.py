"""The course of a training."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="training needs torch")

from training.train import Round, Schedule


@pytest.mark.parametrize(
    ("schedule", "plan"),
    [
        (Schedule(epochs=3, rounds=2, settling=1), [Round(3), Round(3), Round(1, 0.5, taught_beside=False)]),
        (Schedule(epochs=5, rounds=1, settling=0), [Round(5)]),
    ],
)
def test_the_rounds_of_a_schedule(schedule: Schedule, plan: list[Round]) -> None:
    assert schedule.plan() == plan
