from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Body, Event
from harmattan.reading.events.moves import LIKELY, likelihood

Told = Callable[[str], list[tuple[Body, str, str | None]]]


@given(st.sets(st.text(max_size=12)))
def test_a_likelihood_is_one(features: set[str]) -> None:
    assert 0 <= likelihood(features) <= 1


def test_what_nobody_knows_is_not_likely() -> None:
    assert likelihood(set()) < LIKELY


MOVES = [
    ("About 900 soldiers were in the country last year. Sweden left Mali in March.", "left"),
    ("Germany intends to leave Mali by May, the defence ministry said.", "leave"),
    ("The Danish company has packed. All should be gone by the end of the month.", "gone"),
    ("The general staff said that the base at Kidal was to be handed over in November.", "handed"),
    ("The Dutch battalion arrived in January. The rest left in July.", "left"),
]
NONE = [
    "The army might have to leave 400 soldiers behind.",
    "The rebels went on the offensive in the north.",
    "Soldiers say that two million refugees have left the country.",
    "Russian forces had closed within 20 kilometres of the town.",
    "Government forces close in on the town.",
    "The blast left six soldiers dead.",
    "The brigade's commander left a message for the mayor.",
    "The army abandoned three trucks in the sand.",
    "The army will go on training recruits.",
]


@pytest.mark.parametrize(("text", "word"), MOVES)
def test_a_force_moves_where_the_conditions_of_the_lexicon_do_not_hold(
    text: str, word: str, told: Told
) -> None:
    moves = [
        body.trigger.quote for body, _, _ in told(text) if isinstance(body, Event) and body.type == "RETREAT"
    ]
    assert word in moves


@pytest.mark.parametrize("text", NONE)
def test_nobody_moves(text: str, told: Told) -> None:
    bodies = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert not [body for body in bodies if body.type in {"RETREAT", "MOBILIZE"}]
