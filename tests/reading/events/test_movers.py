from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

STAND_INS = [
    (
        "The Bundeswehr had 1,100 soldiers in Kunduz, and in June the last of them flew home.",
        "flew",
        "soldiers",
    ),
    (
        "The gendarmes should come back to the post, from which they were withdrawn in 2019.",
        "withdrawn",
        "gendarmes",
    ),
]


@pytest.mark.parametrize(("text", "word", "men"), STAND_INS)
def test_who_moves_is_the_force_last_spoken_of(text: str, word: str, men: str, told: Told) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    moved = [event for event in events if event.trigger.quote == word]
    assert moved
    meant = [mention.antecedent or mention.span for mention in moved[0].actor]
    assert any(span.quote.endswith(men) for span in meant)


def test_where_men_only_stand_nobody_moves(told: Told) -> None:
    text = "The shells fell on the barracks where they are stationed. The soldiers had left it."
    assert not [
        body for body, _, _ in told(text) if isinstance(body, Event) and body.trigger.quote == "stationed"
    ]
