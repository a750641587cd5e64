"""Where and when an act was that a later sentence calls an incident."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES: list[tuple[str, str, str, list[str], str | None]] = [
    (
        "the incident took place",
        "Gunmen killed two traders, the mayor said. The incident took place in Gossi on Friday.",
        "killed",
        ["Gossi"],
        "Friday",
    ),
    (
        "some sentences on",
        "Unknown men shot dead a judge. His family has left the country. The crime occurred near Boni.",
        "shot",
        ["Boni"],
        None,
    ),
    (
        "another incident",
        "Gunmen killed two traders. A similar incident occurred in Hombori on Monday.",
        "killed",
        [],
        None,
    ),
    (
        "a place of its own",
        "Gunmen killed two traders in Gossi. The incident occurred on the road to Gao.",
        "killed",
        ["Gossi"],
        None,
    ),
    (
        "another day",
        "Gunmen killed two traders on Thursday. The incident occurred in Gossi on Tuesday.",
        "killed",
        [],
        "Thursday",
    ),
    (
        "who took something away",
        "Gunmen killed two traders. The action takes the police to Gossi.",
        "killed",
        [],
        None,
    ),
]


@pytest.mark.parametrize(
    ("name", "text", "trigger", "places", "time"), CASES, ids=[case[0] for case in CASES]
)
def test_happened(
    name: str, text: str, trigger: str, places: list[str], time: str | None, told: Told
) -> None:
    (event,) = [
        body for body, _, _ in told(text) if isinstance(body, Event) and body.trigger.quote == trigger
    ]
    assert [place.name for place in event.place] == places
    assert (event.time.span.quote.split()[-1] if event.time else None) == time
