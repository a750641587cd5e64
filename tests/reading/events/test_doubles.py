"""Parties that two tellings of an act call differently stand once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = {
    "a name and its last part": (
        "Judge Ana Ruiz was murdered in Lima. Rebels of the Red Path killed Ruiz, the police said.",
        ["Judge Ana Ruiz"],
    ),
    "with a number and without": (
        "Gunmen killed six priests in Lima on Friday. The government condemned the murder of the priests.",
        ["six priests"],
    ),
    "two that differ": (
        "Gunmen killed a judge and a priest in Lima on Friday.",
        ["judge", "priest"],
    ),
    "two numbers of one word": (
        "Gunmen killed two army officers and six police officers in Lima on Friday.",
        ["two army officers", "six police officers"],
    ),
}


@pytest.mark.parametrize(("text", "victims"), CASES.values(), ids=CASES.keys())
def test_who_is_struck_stands_once(text: str, victims: list[str], told: Told) -> None:
    (act,) = [b for b, _, _ in told(text) if isinstance(b, Event) and b.type == "ASSAULT"]
    assert [mention.span.quote for mention in (*act.victim, *act.recipient)] == victims


def test_a_group_is_not_one(told: Told) -> None:
    text = "The rebels seized a bus and took a group of pupils hostage."
    acts = [b for b, _, _ in told(text) if isinstance(b, Event) and b.type == "ASSAULT"]
    assert all(act.abducted is None for act in acts)
