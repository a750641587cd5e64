"""Who was killed does nothing afterwards, and who speaks goes on speaking."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]


def test_who_was_killed_before_does_not_flee(told: Told) -> None:
    text = (
        "Musa Karimu joined the preacher Ali Sule in 2006. After Sule was killed in July 2009, he led the assault"
        " on the barracks at Metele."
    )
    (actor,) = (
        mention.name
        for body, _, _ in told(text)
        if isinstance(body, Event) and body.trigger.quote == "assault"
        for mention in body.actor
    )
    assert actor == "Musa Karimu"


def test_who_kills_is_who_storms(told: Told) -> None:
    text = "Gunmen killed ten traders, most of them women, when they stormed a market in Ber on Sunday."
    actors = [mention.name for body, _, _ in told(text) if isinstance(body, Event) for mention in body.actor]
    assert set(actors) == {"Gunmen"}


SPEAKING = [
    (
        "Bandits shot dead the chief, Sani Dogo, on Sunday. A resident, Bello Maikudi, told reporters that they came"
        " at dawn. He said the bandits had burned six houses.",
        "Bello Maikudi",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKING)
def test_the_dead_say_nothing(text: str, speaker: str, told: Told) -> None:
    speakers = [who for body, _, who in told(text) if isinstance(body, Event) and body.mode == "destroy"]
    assert all(who is None or speaker in who or who == "He" for who in speakers)
    assert not any(who and "Dogo" in who for who in speakers)
