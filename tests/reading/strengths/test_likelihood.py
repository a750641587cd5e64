from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Body, Strength
from harmattan.reading.strengths.likelihood import LIKELY, likelihood

Told = Callable[[str], list[tuple[Body, str, str | None]]]


@given(st.sets(st.text(max_size=12)))
def test_a_likelihood_is_one(features: set[str]) -> None:
    assert 0 <= likelihood(features) <= 1


def test_what_nobody_knows_is_not_likely() -> None:
    assert likelihood(set()) < LIKELY


LIKELY_ONES = [
    (
        "The army has 40,000 soldiers in the north, the minister told the chamber; his critics know of 15,000.",
        "15,000",
    ),
    ("Their commander had promised a battalion. By the most generous count it comes to 300.", "300"),
]
UNLIKELY_ONES = [
    "The soldiers guard a town of 300,000.",
    "The war has cost the army 2,261 billion francs.",
    "The brigade was reinforced under Resolutions 822, 853 and 874.",
    "Thousands rallied outside the barracks of the guard.",
    "Troops found 40 rifles, 12,000 rounds and 300 kilos of explosives in the camp.",
    "The general, who is 61, has written a book of 480 pages about the regiment.",
    "The police have 370 patrol cars and 42 boats.",
    "| tanks of the army | 4,000 | 6,000 |",
]


@pytest.mark.parametrize(("text", "size"), LIKELY_ONES)
def test_a_number_that_the_talk_of_a_force_leads_to_is_a_strength(text: str, size: str, told: Told) -> None:
    found = [body.size.span.quote for body, _, _ in told(text) if isinstance(body, Strength)]
    assert size in found


@pytest.mark.parametrize("text", UNLIKELY_ONES)
def test_other_numbers_of_a_force_are_none(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Strength)]
