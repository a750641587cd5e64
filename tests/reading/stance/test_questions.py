"""What is asked is not told, what a question takes for granted is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("How many soldiers are stationed in Ber?", set()),
        ("Which bases were handed over?", set()),
        ("When did the troops withdraw from Gao?", set()),
        ("Will Chad withdraw its troops from Gao?", set()),
        ("When will the last French troops leave Gao?", {"RETREAT"}),
        ("The troops withdrew from Gao.", {"RETREAT"}),
    ],
)
def test_what_is_asked_is_not_told(text: str, types: set[str], told: Told) -> None:
    assert {body.type for body, _, _ in told(text) if isinstance(body, Event)} == types
