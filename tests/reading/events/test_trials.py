"""Who answers for a deed before a court: it was done, and theirs it is only alleged to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

TRIED = [
    (
        "Abdou Sow was arrested in 2022 and is standing trial in Bamako for the murder of two traders.",
        "Abdou Sow",
    ),
    ("Three men were charged with the murder of the governor.", "men"),
    (
        "The court sentenced Musa Baba to 30 years in prison for the abduction of 110 girls in Dapchi.",
        "Musa Baba",
    ),
    ("A Bangui court convicted two rebels of killing ten peacekeepers.", "rebels"),
    ("Two soldiers were jailed for raping a girl in Goma.", "soldiers"),
]


@pytest.mark.parametrize(("text", "who"), TRIED, ids=[text for text, _ in TRIED])
def test_who_is_tried_is_only_held_to_have_done_it(text: str, who: str, told: Told) -> None:
    acts = [
        ([mention.span.quote for mention in body.actor], modality)
        for body, modality, _ in told(text)
        if isinstance(body, Event) and body.type == "ASSAULT"
    ]
    assert ([], "asserted") in acts
    assert ([who], "alleged") in acts


def test_a_plea_of_not_guilty_denies_and_asks_for_nothing(told: Told) -> None:
    text = "A former militia leader pleaded not guilty on Monday to the killing of 12 protesters in Conakry."
    events = [(body, modality) for body, modality, _ in told(text) if isinstance(body, Event)]
    (killing,) = ((body, modality) for body, modality in events if body.type == "ASSAULT")
    assert killing[1] == "denied"
    assert [mention.span.quote for mention in killing[0].actor] == ["former militia leader"]
    assert all(body.type != "REQUEST" for body, _ in events)
