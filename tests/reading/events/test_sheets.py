"""What reports of other manners than a wire's tell: items under their days, quotes with what is told of the speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event, Relation, Strength

Told = Callable[[str], list[tuple[Body, str, str | None]]]

BULLETS = (
    "• 14 June: Shelling of the camp killed 12 people and injured 30.\n"
    "• 16 June: Army aircraft dropped bombs on Ber. Local teachers report four villagers killed."
)


def events(told: Told, text: str) -> list[Event]:
    return [body for body, *_ in told(text) if isinstance(body, Event)]


def test_an_item_of_a_list_has_its_own_day_and_dead(told: Told) -> None:
    found = [event for event in events(told, BULLETS) if event.killed]
    assert [
        (event.killed.span.quote, event.time.span.quote) for event in found if event.killed and event.time
    ] == [
        ("12", "14 June"),
        ("four", "16 June"),
    ]


NO_TIMES = [
    ("Fighters of the April 6 Movement entered Ber.", []),
    ("The senator, Sunday Okafor, urged the army to leave Ber.", []),
    ("Fighters of the April 6 Movement entered Ber on 9 May.", ["9 May"]),
]


@pytest.mark.parametrize(("text", "times"), NO_TIMES)
def test_a_day_in_a_name_is_no_time(told: Told, text: str, times: list[str]) -> None:
    assert [event.time.span.quote for event in events(told, text) if event.time] == times


HELD = [
    ("The rebels took the town without fighting.", "fighting", None),
    (
        "The front claimed to have burnt two lorries and to have captured nine soldiers.",
        "captured",
        "alleged",
    ),
    ('"We were not warned," said Musa Keita, whose brother was abducted in May.', "abducted", "asserted"),
]


@pytest.mark.parametrize(("text", "trigger", "modality"), HELD)
def test_how_it_is_held(told: Told, text: str, trigger: str, modality: str | None) -> None:
    found = [
        held for body, held, _ in told(text) if isinstance(body, Event) and body.trigger.quote == trigger
    ]
    assert found == ([modality] if modality else [])


RELATIONS = [
    ("The army is known to operate drones from Turkey and Iran.", []),
    ("Rebels held the town for three weeks.", [("controls", "former")]),
    ("Rebels have held the town for three weeks.", [("controls", "current")]),
    ("Musa Keita, who commands the brigade, spoke on Friday.", [("led_by", "current")]),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS)
def test_relations(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(body, held) for body, held, _ in told(text) if isinstance(body, Relation)]
    assert [(body.relation.value, body.status.value) for body, _ in found] == expected
    assert all(held == "asserted" for _, held in found)


TOLLS = [
    # Whoever gives the toll of an act says so of the act told before, be it some sentences before.
    (
        "A bomb killed nine people in Ber on Friday. Shops closed. The mayor put the number of dead at 14.",
        [("nine", None), ("14", "mayor")],
    ),
    (
        "Shells hit Ber on Friday. Doctors put the toll at 12. The Red Crescent spoke of 20.",
        [("12", "Doctors")],
    ),
    # Some of a toll
    (
        "Gunmen killed three people in Ber on Sunday. The prefect said the death toll had risen to six as three of the"
        " wounded died.",
        [("three", None), ("six", "prefect")],
    ),
    # None of those who take captives is killed by that.
    (
        "Bandits abducted nine pupils. During a chase two of the bandits were shot dead.",
        [("two", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLLS)
def test_tolls(told: Told, text: str, expected: list[tuple[str, str | None]]) -> None:
    found = [(body, speaker) for body, _, speaker in told(text) if isinstance(body, Event)]
    assert [(body.killed.span.quote, speaker) for body, speaker in found if body.killed] == expected


def test_numbers_of_the_dead_and_taken_are_no_strengths(told: Told) -> None:
    text = "Gunmen attacked Ber. Police put the toll at 15. The Red Crescent spoke of 30."
    assert not [body for body, *_ in told(text) if isinstance(body, Strength)]


COUNTED = [
    ("Gunmen killed around 50 villagers, mostly women and the elderly, in Ber.", "around 50"),
    ("Gunmen killed the mayor and two guards in Ber.", None),
]


@pytest.mark.parametrize(("text", "killed"), COUNTED)
def test_those_named_behind_mostly_are_counted_already(told: Told, text: str, killed: str | None) -> None:
    found = [event.killed.span.quote for event in events(told, text) if event.killed]
    assert killed in found if killed else "two" not in found


def test_a_war_that_goes_on_has_no_single_dead(told: Told) -> None:
    text = "Rebels have been fighting the army since May 2020. A nurse was killed at the market."
    (war,) = [event for event in events(told, text) if event.trigger.quote == "fighting"]
    assert war.killed is None and not war.victim
