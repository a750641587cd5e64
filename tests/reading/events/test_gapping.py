"""One verb that tells what was done at several places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

SEVERAL = [
    (
        "Gunmen killed about 20 people in Dosso and six in Tahoua on Friday.",
        [(20, ["Dosso"]), (6, ["Tahoua"])],
    ),
    (
        "Raiders killed eleven people: six in Dosso, two in Tahoua and three near Zinder.",
        [(6, ["Dosso"]), (2, ["Tahoua"]), (3, ["Zinder"])],
    ),
    (
        "Nine villagers were killed in Dosso, four in Tahoua and three near Zinder.",
        [(9, ["Dosso"]), (4, ["Tahoua"]), (3, ["Zinder"])],
    ),
]
ONE = [
    "Gunmen killed six people in Dosso and wounded nine in a market.",
    "Gunmen killed six people, among them two children, in Dosso.",
]


def killed(told: Told, text: str) -> list[tuple[int | None, list[str]]]:
    return [
        (body.killed.count.best, [place.name for place in body.place])
        for body, _, _ in told(text)
        if isinstance(body, Event) and body.killed
    ]


@pytest.mark.parametrize(("text", "acts"), SEVERAL)
def test_a_number_with_a_place_of_its_own_is_an_act(
    text: str, acts: list[tuple[int, list[str]]], told: Told
) -> None:
    assert killed(told, text) == acts


@pytest.mark.parametrize("text", ONE)
def test_other_numbers_are_of_the_same_act(text: str, told: Told) -> None:
    assert len(killed(told, text)) == 1
