"""Whose army "the army" is, where one that a report names is no state's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    ("The Hill Liberation Army raided Ber. The army arrested two men on Friday.", ["army"]),
    ("Talks with the People's Resistance Army ended. The army arrested two men on Friday.", ["army"]),
]


@pytest.mark.parametrize(("text", "actors"), CASES)
def test_the_army_is_not_the_rebels(told: Told, text: str, actors: list[str]) -> None:
    arrested = [
        body for body, *_ in told(text) if isinstance(body, Event) and body.trigger.quote == "arrested"
    ]
    assert [mention.name.lower() for event in arrested for mention in event.actor] == actors
