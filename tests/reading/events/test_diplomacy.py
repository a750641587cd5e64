"""What is done with words, votes and papers: who did it, to whom, and as what the document holds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

DEEDS = [
    # who is told to go, by whom they are
    (
        "Chad gave the German ambassador 48 hours to leave.",
        "SANCTION",
        "expel",
        ["Chad"],
        ["German ambassador"],
    ),
    ("Chad told the French soldiers to go home.", "REQUEST", "yield", ["Chad"], ["French soldiers"]),
    # who visits is named, and whom or where
    ("Omar Sow visited Lomé twice in May.", "CONSULT", "visit", ["Omar Sow"], ["Lomé"]),
    # whose meeting ends does no harm to anybody
    ("The generals ended a meeting in Accra.", "CONSULT", None, ["generals"], []),
    # the people of a country are nobody's soldiers, though soldiers are told of
    (
        "The army and the militias expelled 1.7 million people from Darfur.",
        "COERCE",
        "deport",
        ["army", "militias"],
        ["people"],
    ),
    # a passive's subject is refused
    ("The delegation was refused a visa.", "SANCTION", "discontinue", [], ["delegation"]),
    ("Chad withdrew its ambassadors to Togo and Ghana.", "SANCTION", "withdraw", ["Chad"], ["Togo", "Ghana"]),
    # another verb than the one before it in an infinitive
    (
        "The students called for the general to go and launched a campaign of civil disobedience.",
        "PROTEST",
        "demo",
        ["students"],
        [],
    ),
    ("Chad handed over ten armoured vehicles.", "AID", None, ["Chad"], []),
]


@pytest.mark.parametrize(
    ("text", "kind", "mode", "actor", "recipient"), DEEDS, ids=[case[0] for case in DEEDS]
)
def test_a_deed_of_diplomacy(
    text: str, kind: str, mode: str | None, actor: list[str], recipient: list[str], told: Told
) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    (event,) = (event for event in events if event.type == kind)
    assert event.mode == mode
    assert [mention.span.quote for mention in event.actor] == actor
    assert [mention.span.quote for mention in event.recipient] == recipient


@pytest.mark.parametrize(
    "text",
    [
        "The newspaper closed in May.",  # nobody closed it
        "We will not rest until the road is open.",
        "France rejected the accusations.",  # but for the rejection
    ],
)
def test_what_nobody_did_to_nobody_is_none(text: str, told: Told) -> None:
    assert {body.type for body, _, _ in told(text) if isinstance(body, Event)} <= {"REJECT"}


def test_a_place_of_who_is_cited_is_none_of_the_deed(told: Told) -> None:
    text = "Egypt sent soldiers to Somalia in May, according to two diplomats in Nairobi."
    (event,) = (body for body, _, _ in told(text) if isinstance(body, Event))
    assert [place.span.quote for place in event.place] == ["Somalia"]


def test_the_date_of_a_paper_is_none_of_what_is_said_of_it(told: Told) -> None:
    (event,) = (
        body for body, _, _ in told("Togo condemned the letter of 5 October.") if isinstance(body, Event)
    )
    assert event.time is None
