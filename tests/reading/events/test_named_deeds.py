"""Deeds told by no more than their name and whom they struck; bombs by what they lie beside; threats received."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

TOLD = [
    # Whom a deed struck sets it apart from others, though nothing else is told of it.
    ("The minister condemned a bomb attack on the embassy.", ["asserted attack: bomb > embassy"]),
    ("Police investigated the murder of the governor.", ["asserted murder > governor"]),
    (
        "Police blamed the army for an attack on the governor.",
        ["asserted attack > governor", "alleged attack: army > governor"],
    ),
    # Any such deed is none, nor is what goes on for years, nor what somebody is kept safe from.
    ("The minister denounced attacks on civilians.", []),
    ("The fight against the Front goes on.", []),
    ("The programme protects them against the murder of their families.", []),
    # Who is to be tried for a deed is accused of what was done.
    (
        "The officers are to be brought to trial for the murder of six priests.",
        ["asserted murder > six priests", "alleged murder: officers > six priests"],
    ),
    # Who announces a death tells of it.
    ("The army announced the death of two soldiers in Gao.", ["asserted death > two soldiers @ Gao"]),
    # A place behind what is reported is its own.
    (
        "The party reports the kidnapping of its leader Ana Ruiz in Guatemala City today.",
        ["asserted kidnapping > Ana Ruiz @ Guatemala City"],
    ),
    # A bomb strikes the building by which it lies, and no stretch of land.
    ("A bomb exploded near the embassy.", ["asserted exploded: bomb > embassy"]),
    ("A bomb exploded near the house of the mayor.", ["asserted exploded: bomb > house of the mayor"]),
    ("A bomb exploded in a restaurant in Gao.", ["asserted exploded: bomb > restaurant @ Gao"]),
    ("A mine exploded near the village of Ber.", ["asserted exploded: mine @ Ber"]),
    # A bomb is placed as it is planted; charges are laid against men, too.
    ("Two men placed a bomb under a bus.", ["asserted placed: men, bomb > bus"]),
    ("Prosecutors placed charges against two men.", []),
    # Who somebody is, is nobody else.
    (
        "UP legal advisor Abelardo Daza was shot this morning.",
        ["asserted shot > legal advisor Abelardo Daza"],
    ),
    (
        "Danilo Varillas, a Democratic leader and former ambassador to Spain, was shot to death.",
        ["asserted shot > Danilo Varillas"],
    ),
    ("Also injured was a street vendor identified as Maria Perez.", ["asserted injured > street vendor"]),
    # What is asked of a court is not whom it tries.
    (
        "His extradition was requested, despite being charged with the murder of a judge.",
        ["asserted murder > judge"],
    ),
    # Who survives an attempt underwent it, as does the target of an attack.
    ("The mayor survived an assassination attempt.", ["asserted attempt > mayor"]),
    ("The mayor escaped unharmed from an attempt on his life.", ["asserted attempt > his"]),
    ("The minister was the target of an attack in Gao on Tuesday.", ["asserted attack > minister @ Gao"]),
    # Things that are shot at are no victims.
    ("Five of its ambulances have been shot at in Gao.", ["asserted shot > ambulances @ Gao"]),
    (
        "Unidentified men machinegunned the minister's car.",
        ["asserted machinegunned: Unidentified men > minister's car"],
    ),
    # Who confesses did it, and so did those whose part in it is confirmed and no mere possibility.
    ("Luis Torres confessed to having killed the general.", ["asserted killed: Luis Torres > general"]),
    ("The men confessed to the murder of the general.", ["asserted murder: men > general"]),
    (
        "Gonzalo Lagos confessed to taking part in the attacks against the towers.",
        ["asserted attacks: Gonzalo Lagos > towers"],
    ),
    (
        "He confirmed the involvement of troops in the murder of priests.",
        ["asserted murder: troops > priests"],
    ),
    (
        "The report reveals the possible participation of the Front in the murders of the union leaders.",
        ["asserted murders > union leaders"],
    ),
    # All of a list suffered it.
    (
        "He is charged with the murder of Judge Ana Ruiz, her driver and a guard in Gao.",
        ["asserted murder > Judge Ana Ruiz, driver, guard @ Gao"],
    ),
    (
        "Guerrillas kidnapped the mayor of San Luis, two councilmen and the police inspector.",
        ["asserted kidnapped: Guerrillas > mayor of San Luis, two councilmen, police inspector"],
    ),
    (
        "The minister, a former general and a friend of the president, was killed.",
        ["asserted killed > minister"],
    ),
    # Who "drug dealers" are is one phrase.
    (
        "The drug dealers were blamed for the murder of Ana Ruiz.",
        ["asserted murder > Ana Ruiz", "alleged murder: drug dealers > Ana Ruiz"],
    ),
]


@pytest.mark.parametrize(("text", "acts"), TOLD)
def test_acts_of_force(text: str, acts: list[str], told: Told) -> None:
    found = [(body, how) for body, how, _ in told(text) if isinstance(body, Event)]
    assert sorted(_shown(body, how) for body, how in found if body.type == "ASSAULT") == sorted(acts)


def test_threats_received(told: Told) -> None:
    text = "The journalist received several death threats from the paramilitaries."
    (event,) = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert (event.type, event.mode) == ("THREATEN", "violence")
    assert [mention.span.quote for mention in event.actor] == ["paramilitaries"]
    assert [mention.span.quote for mention in event.recipient] == ["journalist"]


def test_who_survives_on_a_day_was_struck_on_it(told: Told) -> None:
    (act,) = [
        body
        for body, _, _ in told("The mayor survived an assassination attempt on Friday.")
        if isinstance(body, Event)
    ]
    assert act.time is not None
    assert act.time.span.quote == "Friday"


def test_a_day_behind_the_deed_that_somebody_is_blamed_for(told: Told) -> None:
    text = "The dealers were blamed for the murder of Ana Ruiz on 18 August."
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert [act.time and act.time.span.quote for act in acts] == ["18 August", "18 August"]


COUNTED = [
    ("His driver and one of his bodyguards were killed.", "driver and one of his bodyguards"),
    ("Fabio Roa and his brother-in-law were shot dead.", "Fabio Roa and his brother-in-law"),
    ("The mayor and another judge were murdered.", "mayor and another judge"),
    (
        "Councilman Fabio Roa, candidate for mayor of Lopez, and his brother Luis Roa were shot to death.",
        "Councilman Fabio Roa, candidate for mayor of Lopez, and his brother Luis Roa",
    ),
]


@pytest.mark.parametrize(("text", "words"), COUNTED)
def test_two_who_are_killed(text: str, words: str, told: Told) -> None:
    (act,) = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert act.killed is not None
    assert (act.killed.span.quote, act.killed.count.best) == (words, 2)


def _shown(event: Event, how: str) -> str:
    doers = ", ".join(mention.span.quote for mention in (*event.actor, *event.weapon))
    struck = ", ".join(mention.span.quote for mention in (*event.target, *event.victim, *event.recipient))
    places = ", ".join(place.span.quote for place in event.place)
    shown = f"{how} {event.trigger.quote}" + (f": {doers}" if doers else "")
    return shown + (f" > {struck}" if struck else "") + (f" @ {places}" if places else "")
