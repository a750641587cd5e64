"""Who counts the dead of an act: one claim for each teller who counts otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]
ATTACK = "Gunmen stormed the village of Solama on Monday, witnesses said. "

COUNTED = [
    # One who counts speaks for the whole.
    (ATTACK + "Four people died, police said.", [(4, 4, "police")]),
    (
        ATTACK + "Police confirmed the attack but put the death toll at 15.",
        [(15, 15, "Police")],
    ),
    # Another who counts otherwise tells the same act otherwise.
    (
        ATTACK
        + "Police confirmed the attack but put the death toll at 15. "
        + "The Red Cross said that as many as 30 people had died.",
        [(15, 15, "Police"), (None, 30, "Red Cross")],
    ),
    # As many once more are no dissent.
    (
        ATTACK + "Four people died, police said. The Red Cross said that four people had died.",
        [(4, 4, "police")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts_and_their_tellers(
    text: str, expected: list[tuple[int | None, int | None, str]], told: Told
) -> None:
    found = [
        (body.killed.count.low, body.killed.count.high, by)
        for body, _, by in told(text)
        if isinstance(body, Event) and body.killed
    ]
    assert found == expected


def test_a_dissent_is_of_the_same_act(told: Told) -> None:
    text = ATTACK + "Four people died, police said. The Red Cross said that nine people had died."
    police, dissent = (body for body, _, _ in told(text) if isinstance(body, Event) and body.killed)
    assert [place.name for place in dissent.place] == [place.name for place in police.place]
    assert [mention.name for mention in dissent.actor] == [mention.name for mention in police.actor]
    assert dissent.time == police.time
