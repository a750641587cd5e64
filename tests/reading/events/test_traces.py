"""The dead who are found afterwards: killed where there are marks of force or an act beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

KILLED = [
    ("The bodies of six men with gunshot wounds were found near Tillabéri on Sunday.", 6, "six men"),
    ("Sixteen bodies, bound and riddled with bullets, turned up on a road.", 16, "Sixteen bodies"),
    ("The bodies of 11 herders, their hands tied, were discovered outside Kutum.", 11, "11 herders"),
    (
        "Two guards and a driver were found dead near Lwemba. Police are looking for the killers.",
        3,
        "Two guards",
    ),
    ("Residents discovered eleven bodies in a well after the attack on Boni.", 11, "eleven bodies"),
    ("Nine bodies were pulled from the rubble after the air strike on Jabala.", 9, "Nine bodies"),
    ("Two soldiers did not survive the ambush at Inates.", 2, "Two soldiers"),
    ("Twelve soldiers lost their lives in Boni on Monday.", 12, "Twelve soldiers"),
    ("Troops shot dead two protesters in Nouna.", 2, "two protesters"),
    ("Two herders were fatally wounded in Gao by gunmen.", 2, "Two herders"),
    ("The shelling led to the deaths of ten refugees.", 10, "ten refugees"),
    ("Twenty-four faithful lost their lives when armed men stormed a church.", 24, "Twenty-four faithful"),
]


@pytest.mark.parametrize(("text", "killed", "victims"), KILLED, ids=[text for text, *_ in KILLED])
def test_the_dead_of_force_are_told(text: str, killed: int, victims: str, told: Told) -> None:
    counts = {
        (body.killed.count.best, mention.span.quote)
        for body, modality, _ in told(text)
        if isinstance(body, Event) and body.killed is not None and modality == "asserted"
        for mention in body.victim
    }
    assert any(count == killed and (words in victims or victims in words) for count, words in counts), counts


def test_the_day_on_which_the_dead_are_found_is_not_that_of_the_deed(told: Told) -> None:
    text = "The bodies of six men with gunshot wounds were found near Tillabéri on Sunday."
    (found,) = (body for body, _, _ in told(text) if isinstance(body, Event))
    assert found.time is None


BY_NOBODY = [
    "The bodies of nine migrants were recovered off Tarfaya.",
    "Sixty-one migrants went missing after their boat sank. The bodies of nine had been recovered by Monday.",
    "Cholera has claimed the lives of 300 people in Kassala since July.",
    "A bus plunged into a ravine near Yei, killing 14 people.",
    "Six soldiers died when their truck overturned near Segou.",
    "Fifty-three soldiers have died in the Sahel since 2013.",
    "Two climbers were found dead on the glacier.",
    "All passengers survived the attack.",
    "Ten patients did not survive.",
]


@pytest.mark.parametrize("text", BY_NOBODY)
def test_the_dead_of_accidents_and_illness_are_not(text: str, told: Told) -> None:
    killed = [body for body, _, _ in told(text) if isinstance(body, Event) and body.killed is not None]
    assert killed == []
