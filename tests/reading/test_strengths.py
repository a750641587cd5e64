"""Strengths that must be read by the shipped reader, and numbers that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Strength

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    ("France has 2,400 soldiers in Mali.", "France", 2400, 2400, "current", "Mali"),
    ("About 1,000 Wagner fighters are deployed in Mali.", "Wagner", None, None, "current", "Mali"),
    ("Denmark will send 105 soldiers to Mali.", "Denmark", 105, 105, "announced", "Mali"),
    (
        "Of the 5,000 French troops currently in Mali, half will leave.",
        "French troops",
        5000,
        5000,
        "current",
        "Mali",
    ),
    (
        "The mission has between 12,000 and 13,000 peacekeepers in Mali.",
        "mission",
        12000,
        13000,
        "current",
        "Mali",
    ),
    ("In 2013, France had 4,000 soldiers in Mali.", "France", 4000, 4000, "former", "Mali"),
    (
        "Military experts believe that 1,000 Russian mercenaries operate in Mali.",
        "Russian",
        1000,
        1000,
        "alleged",
        "Mali",
    ),
]


@pytest.mark.parametrize(
    ("text", "force", "low", "high", "status", "place"), CASES, ids=[case[0] for case in CASES]
)
def test_a_strength_is_read(
    text: str, force: str, low: int | None, high: int | None, status: str, place: str, told: Told
) -> None:
    found = [body for body, _, _ in told(text) if isinstance(body, Strength)]
    assert [
        strength
        for strength in found
        if force in strength.force[0].span.quote
        and (strength.size.count.low, strength.size.count.high) == (low, high)
        and strength.status == status
        and place in [where.name for where in strength.place]
    ], found


def test_a_figure_that_falls_names_both_ends(told: Told) -> None:
    text = "The number of French troops in Mali is expected to fall from 5,000 to 2,500 or 3,000 by 2023."
    found = {body.status.value: body for body, _, _ in told(text) if isinstance(body, Strength)}
    assert (found["current"].size.count.best, found["current"].time) == (5000, None)
    assert (found["projected"].size.count.low, found["projected"].size.count.high) == (2500, 3000)
    assert found["projected"].size.count.best is None


NONE = [
    "Gunmen killed 40 soldiers in Mali.",
    "Some 200 fighters attacked the base in Gao.",
    "Police arrested 30 militants in Bamako.",
    "Forty soldiers were wounded near Kidal.",
    "The town lies 200 kilometres from Gao in Mali.",
]


@pytest.mark.parametrize("text", NONE)
def test_casualties_and_attackers_are_no_strength(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Strength)]
