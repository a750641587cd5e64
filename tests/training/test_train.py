"""The course of a training."""

from __future__ import annotations

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")

from tests.training.test_model import PARSED, TAGGED  # noqa: E402
from training.train import Round, Schedule, Trainer  # noqa: E402

SHORT = Schedule(epochs=2, rounds=1, settling=2)


@pytest.mark.parametrize(
    ("schedule", "plan"),
    [
        (Schedule(epochs=3, rounds=2, settling=1), [Round(3), Round(3), Round(1, 0.5, taught_beside=False)]),
        (Schedule(epochs=5, rounds=1, settling=0), [Round(5)]),
    ],
)
def test_the_rounds_of_a_schedule(schedule: Schedule, plan: list[Round]) -> None:
    assert schedule.plan() == plan


def test_a_round_begins_with_its_first_epoch() -> None:
    assert [first for _, first in SHORT.course()] == [True, False, True, False]


class Killed(Trainer):
    """Is killed in an epoch, before anything of it is written."""

    def __init__(self, epoch: int) -> None:
        super().__init__([PARSED], [TAGGED], SHORT)
        self._fatal = epoch

    def _epoch(self, epoch: int) -> None:
        super()._epoch(epoch)
        if epoch == self._fatal:
            raise KeyboardInterrupt


@pytest.mark.parametrize("epoch", [2, 3, 4])
def test_a_killed_run_goes_on_where_it_was(epoch: int, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Killed(epoch).run(tmp_path)
    left = tmp_path / "left.pt"
    (tmp_path / "state.pt").rename(left)
    trainer = Trainer([PARSED], [TAGGED], SHORT)
    assert trainer.resume(left) == epoch - 1
    trainer.save_state(again := tmp_path / "again.pt", epoch - 1)
    before, after = (torch.load(path, weights_only=True) for path in (left, again))
    assert after.pop("minutes") >= before.pop("minutes")
    assert _as_bytes(before) == _as_bytes(after)


def _as_bytes(value: object) -> object:
    """The same with the numbers of a tensor in place of it, which does not say of itself whether it is another."""
    if isinstance(value, torch.Tensor):
        return str(value.dtype), tuple(value.shape), value.numpy().tobytes()
    if isinstance(value, dict):
        return {key: _as_bytes(one) for key, one in value.items()}
    return [_as_bytes(one) for one in value] if isinstance(value, list | tuple) else value


def test_a_run_goes_through_to_the_end_after_it_was_killed(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Killed(3).run(tmp_path)
    Trainer([PARSED], [TAGGED], SHORT).run(tmp_path)
    assert torch.load(tmp_path / "reader.pt", weights_only=True)["epoch"] == 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["reader.pt"]


def test_a_run_of_another_schedule_begins_anew(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Killed(2).run(tmp_path)
    Trainer([PARSED], [TAGGED], Schedule(epochs=1, rounds=1, settling=0)).run(tmp_path)
    assert torch.load(tmp_path / "reader.pt", weights_only=True)["epoch"] == 1
