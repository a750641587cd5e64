"""Ids of judgements: a program that judges alike again adds nothing, an analyst's every opinion is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from harmattan.model.judgements import Holder, Judgement, Verdict

MORNING = datetime(2021, 3, 4, 8, tzinfo=UTC)
EVENING = datetime(2021, 3, 4, 20, tzinfo=UTC)
SAME = Judgement(Verdict.SAME, "c1", "c2", Holder.PROGRAM, "incidents-1", MORNING, "one day, one town")


def test_two_things_stand_in_sorted_order() -> None:
    with pytest.raises(ValueError, match="sorted order"):
        replace(SAME, left="c2", right="c1")


def test_a_program_writes_the_same_row_again() -> None:
    assert replace(SAME, at=EVENING).id == SAME.id


def test_an_analysts_opinions_are_told_apart_by_time() -> None:
    opinion = replace(SAME, holder=Holder.ANALYST, name="Awa")
    assert replace(opinion, at=EVENING).id != opinion.id


def test_everything_else_is_in_the_id() -> None:
    changes = (
        {"verdict": Verdict.DIFFERENT}, {"left": "c0"}, {"right": "c3"}, {"right": None}, {"name": "incidents-2"},
        {"reason": "other"}, {"amendment": "{}"}, {"holder": Holder.ANALYST},
    )  # fmt: skip
    ids = {SAME.id, *(replace(SAME, **change).id for change in changes)}
    assert len(ids) == len(changes) + 1


def test_the_sides_of_a_judgement() -> None:
    assert SAME.sides == ("c1", "c2")
    assert replace(SAME, verdict=Verdict.WITHDRAWN, right=None).sides == ("c1",)
