"""Forces of several nations told by one noun are each nation's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Malian and French troops withdrew from Gao.", {"Malian troops", "French troops"}),
        ("US and British forces attacked the port.", {"US forces", "British forces"}),
        ("Malian troops withdrew from Gao.", {"Malian troops"}),
    ],
)
def test_forces_of_several_nations(text: str, names: set[str], told: Told) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert {mention.name for event in events for mention in event.actor} == names
