"""What is done with words, votes and papers: who did it, to whom, and as what the document holds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event, Relation

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


SETTINGS: list[tuple[str, str, list[str], str | None]] = [
    # what another does beside it is where and when they do it
    ("The envoy met the rebels in Lima on Friday; Chad condemned the meeting.", "ACCUSE", [], None),
    ("The mandate was renewed in May, although Chad had threatened the envoys.", "THREATEN", [], None),
    # but a time that opens a sentence is that of all of it
    ("On Friday Chad suspended the accord, and France recalled its ambassador.", "SANCTION", [], "Friday"),
    # whom somebody calls on is no place
    ("The bloc called on Togo to lift the curfew.", "CONCEDE", [], None),
]


@pytest.mark.parametrize(("text", "kind", "places", "time"), SETTINGS, ids=[case[0] for case in SETTINGS])
def test_where_and_when_it_was_said_or_voted(
    text: str, kind: str, places: list[str], time: str | None, told: Told
) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == kind]
    assert events
    assert [place.span.quote for place in events[-1].place] == places
    assert (events[-1].time.span.quote if events[-1].time else None) == time


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The law that outlaws the party was signed.", "COERCE"),
        ("The general threatened to deploy the army.", "THREATEN"),
    ],
)
def test_who_cannot_act_does_not(text: str, kind: str, told: Told) -> None:
    (event,) = (body for body, _, _ in told(text) if isinstance(body, Event) and body.type == kind)
    assert "law" not in {mention.name for mention in event.actor}
    assert "army" not in {mention.name for mention in event.recipient}


def test_who_leads_a_delegation_leads_no_council(told: Told) -> None:
    text = "A delegation of the Parliamentary Assembly of the Council of Europe, led by Ana Sow, met the minister."
    (led,) = (body for body, _, _ in told(text) if isinstance(body, Relation))
    assert led.subject.span.quote.startswith("delegation")


def test_repeated_threats_repeat_no_arrest(told: Told) -> None:
    text = (
        "The delegation expressed concern at repeated threats and at the arrest in January of two reporters."
    )
    held = {body.type: modality for body, modality, _ in told(text) if isinstance(body, Event)}
    assert held["COERCE"] == "asserted"


def test_the_date_of_a_paper_is_none_of_what_is_said_of_it(told: Told) -> None:
    (event,) = (
        body for body, _, _ in told("Togo condemned the letter of 5 October.") if isinstance(body, Event)
    )
    assert event.time is None
