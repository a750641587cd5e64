"""Who leaves, and what is left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Emirates pulled out of Hodeidah.", {"The Emirates"}),
        ("They pulled out of Hodeidah and out of Aden.", set()),
        ("The withdrawal of French troops from Mali began.", {"French troops"}),
        ("Germany withdrew from EUTM Mali.", {"Germany"}),
    ],
)
def test_what_is_left_does_not_leave(text: str, actors: set[str], told: Told) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "RETREAT"]
    assert {mention.span.quote for event in events for mention in event.actor} == actors
