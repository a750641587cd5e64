"""Nouns that mean force only because the text tells of it, and acts that are claimed or denied by their noun alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

HELD = [
    ("Rebels attacked a camp in Gao on Friday. The Front claimed the attack.", "attack", "alleged", "Front"),
    (
        "Drones hit a market in Taiz on Friday. The coalition denied the strike.",
        "strike",
        "denied",
        "coalition",
    ),
]
NO_FORCE = [
    "The unions met in Paris on Friday. The government condemned the strike.",
    "Drones filmed the harvest. Wages are low, and the strike in Lille goes on since Monday.",
]


@pytest.mark.parametrize(("text", "noun", "modality", "actor"), HELD)
def test_an_act_that_is_claimed_or_denied_is_when_and_where_it_was(
    text: str, noun: str, modality: str, actor: str, told: Told
) -> None:
    (act,) = (
        body
        for body, held, _ in told(text)
        if isinstance(body, Event) and body.trigger.quote == noun and held == modality
    )
    assert [mention.name for mention in act.actor] == [actor]
    assert act.place
    assert act.time is not None


@pytest.mark.parametrize("text", NO_FORCE)
def test_a_strike_of_work_strikes_nobody(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
