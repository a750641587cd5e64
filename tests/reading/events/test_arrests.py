"""Who is held for a deed, and that the deed is told as done all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES: list[tuple[str, str, list[tuple[str, list[str]]]]] = [
    (
        "in connection with",
        "Police arrested two men in connection with the murder of the judge in Gao.",
        [("asserted", []), ("alleged", ["two men"])],
    ),
    (
        "over",
        "Soldiers arrested three men over the killing of a policeman in Gao.",
        [("asserted", []), ("alleged", ["three men"])],
    ),
    (
        "on charges of a verb",
        "Two soldiers were arrested on charges of murdering six priests in Gao.",
        [("asserted", []), ("alleged", ["Two soldiers"])],
    ),
    (
        "on charges of a part in it",
        "Eight officers were arrested on charges of being implicated in the murder of six priests.",
        [("asserted", []), ("alleged", ["Eight officers"])],
    ),
    (
        "on suspicion of",
        "Two men were arrested on suspicion of having killed the judge in Gao.",
        [("asserted", []), ("alleged", ["Two men"])],
    ),
    (
        "who is arrested afterwards",
        "Three men were arrested after the attack on the mosque in Gao.",
        [("asserted", [])],
    ),
]


@pytest.mark.parametrize(("name", "text", "acts"), CASES, ids=[case[0] for case in CASES])
def test_who_is_held_for_a_deed_is_blamed_for_it(
    name: str, text: str, acts: list[tuple[str, list[str]]], told: Told
) -> None:
    found = [
        (body, held) for body, held, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"
    ]
    assert [(held, [mention.span.quote.split()[-1] for mention in body.actor]) for body, held in found] == [
        (held, [name.split()[-1] for name in names]) for held, names in acts
    ]
    assert not any(body.weapon for body, _ in found)
