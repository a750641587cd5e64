"""What stands beside an act, before or behind it, is none of its parts; orders and habits are no deeds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

TOLD = [
    # A noun above which two deeds stand tells the nearer one.
    (
        "The general said seven soldiers had died and that the army had killed 16 rebels in a counter-attack.",
        ["died > seven soldiers, 7", "killed: army > 16 rebels, 16"],
    ),
    # What one does by a verb of its own, and who says so, is no part of what stands before "and".
    (
        "Aircraft bombed several camps, and the army says it has killed hundreds of fighters.",
        ["bombed > camps", "killed > hundreds of fighters, 200"],
    ),
    # Those who kill may lose men of their own.
    (
        "On 20 August, security forces killed 25 militants in the Tirah valley, losing four men.",
        [
            "killed: security forces > 25 militants @ Tirah valley, 25",
            "losing > security forces, four men @ Tirah valley, 4",
        ],
    ),
    # Who is taken away was not burnt.
    (
        "The gunmen burned the market and took four traders away.",
        ["burned: gunmen > market", "took: gunmen > four traders"],
    ),
    ("Rebels attacked Ber and took four traders away.", ["attacked: Rebels > Ber, four traders @ Ber"]),
    # Those who were freed were not taken just now.
    ("Troops killed 12 bandits and rescued nine kidnap victims.", ["killed: Troops > 12 bandits, 12"]),
    # The dead of several acts at several places are of none of them.
    (
        "Separatists blew up a bridge in Bolan and stormed a camp in Bela. At least 14 soldiers were killed.",
        [
            "blew: Separatists > bridge @ Bolan",
            "stormed: Separatists > camp @ Bela",
            "killed > 14 soldiers, 14",
        ],
    ),
    # What another was beaten with is not what the first was shot with.
    (
        "The older brother was taken behind the house and shot dead. The younger was beaten with sticks.",
        ["shot > older brother, 1"],
    ),
    # Who says so next is not who was struck.
    (
        "Gunmen shot into the air in Boni. A resident, Musa Diallo, told reporters that he had fled.",
        ["shot: Gunmen @ Boni"],
    ),
    # Countries meet on the map.
    ("Lake Chad, where Niger and Nigeria meet, is drying up.", []),
    # "Which" with a verb of saying between.
    (
        "The president launched an offensive, which the army said killed 1,000 militants.",
        ["offensive: president > 1,000 militants, 1000"],
    ),
    # What a place is north of is not struck.
    (
        "Insurgents beheaded two fishermen at Pangane, about 15 km north of Mucojo, the sources said.",
        ["beheaded: Insurgents > two fishermen @ Pangane; about 15 km north of Mucojo, 2"],
    ),
    # Whose protest it is.
    ("Police dispersed a protest by displaced people with tear gas.", ["dispersed: Police"]),
    # On what they came.
    ("Bandits stormed the village on over 20 motorcycles.", ["stormed: Bandits > village"]),
    # A name that the encoder has for a person's, to which is done what is done to towns.
    ("Fighters attacked Ansongo, killing four.", ["attacked: Fighters > Ansongo @ Ansongo, 4"]),
    ("Rebels took Musa hostage.", ["took: Rebels > Musa"]),
    # A participle that opens the sentence.
    ("Driven out of Uganda, the rebels established themselves across the border.", ["Driven > rebels"]),
    # No one is nobody.
    ("An ambush hit a convoy on Sunday. No one was killed.", ["ambush > convoy", "denied killed"]),
    # Whose word it is does not make somebody the doer.
    (
        "Forty people were killed in Mahihi in an attack blamed on the Allied Democratic Forces.",
        [
            "killed > Forty people @ Mahihi, 40",
            "alleged killed: Allied Democratic Forces > Forty people @ Mahihi",
        ],
    ),
    # One verb, two days.
    (
        "Rebels killed six people in Ber on 3 August and another nine on 5 August.",
        ["killed: Rebels > six people @ Ber, 6", "killed: Rebels @ Ber, 9"],
    ),
    # What was done to who is accused is none of what they are accused of.
    ("The man was accused of spying and shot dead.", ["shot > man, 1"]),
    ("Two soldiers died and 27 were hurt.", ["died > Two soldiers, 2"]),
    ("The front denied having targeted civilians.", ["denied targeted: front > civilians"]),
    # The head of a village is somebody.
    (
        "Bandits invaded Keita community, killing the village head and whisking away 31 persons.",
        ["invaded: Bandits > Keita community, village head, 31 persons, 1"],
    ),
    ("The man fired a grenade into a crowd.", ["fired: man > crowd"]),
    ("The gunmen marched ten women into the forest.", ["marched: gunmen > ten women"]),
    # Who answers for a deed is only held to have done it, also where they are to have ordered it.
    (
        "A court convicted the colonel of overseeing the murder of 27 people.",
        ["murder > 27 people, 27", "alleged murder: colonel > 27 people"],
    ),
    (
        "Three officers are being tried for having ordered the bombing of Ber.",
        ["bombing > Ber", "alleged bombing: officers > Ber"],
    ),
    ("Fighters attacked Christians in Ber.", ["attacked: Fighters > Christians @ Ber"]),
    (
        "The group called on supporters to attack Christians.",
        ["hypothetical attack: supporters > Christians"],
    ),
    # How manieth it was is said of the act that is told.
    (
        "Police fired warning shots in Fataki. This is the third attack on Djaiba in two months.",
        ["fired: Police @ Fataki"],
    ),
    # The dead of a war are no toll of the act before, and nobody's who is told of there.
    (
        "Rebels attacked a post in Ber on Monday. The war has killed 5,000 people.",
        ["attacked: Rebels > post @ Ber", "killed > 5,000 people, 5000"],
    ),
    # Mines kill on other days than they are laid.
    (
        "Both groups have planted mines along the road: a woman lost her life on 27 June.",
        ["planted: groups"],
    ),
    # Whose attacks they are.
    ("Codeco signed a truce in June but has since resumed its attacks.", ["attacks: Codeco"]),
    # Where they came from is not where they burned.
    (
        "The assailants came from the Mbau forest and burned 30 houses.",
        ["burned: assailants > 30 houses"],
    ),
    # The dead of years ago do not attack.
    (
        "Militants killed four soldiers in Ber, where 60 people had been massacred in 2012. In June they attacked Gao.",
        [
            "killed: Militants > four soldiers @ Ber, 4",
            "massacred > 60 people, 60",
            "attacked: Militants > Gao @ Gao",
        ],
    ),
    # Who judges a deed did not do it; whoever is told of in a relative clause is no toll of the sentence before.
    (
        "A tribunal sentenced four soldiers to ten years for the killing of two women at Zelevet.",
        ["killing > two women @ Zelevet, 2", "alleged killing: soldiers > two women @ Zelevet"],
    ),
    (
        "Rebels killed the mayor of Gao. Troops then arrested 12 people, two of whom were later burned alive.",
        ["killed: Rebels > mayor of Gao, 1", "burned > people, 2"],
    ),
    # A number of the dead and the hurt together is neither's.
    ("More than 200 people have been killed or wounded in Ber.", ["killed > 200 people @ Ber"]),
    ("Gang leaders gave orders to burn down the houses.", ["planned burn: Gang leaders > houses"]),
    # Orders, habits, purposes and threats.
    (
        '"Fight them wherever you find them, kill them and burn their villages," it said.',
        ["hypothetical Fight > villages"],
    ),
    ('"They kill farmers with machetes," she said.', ["habitual kill > farmers"]),
    ('"They killed my father with machetes," she said.', ["killed > father, 1"]),
    ("A man said that they would kill me if I spoke.", ["threatened kill"]),
    (
        "He appealed to residents not to march, following reports that youths had lynched two men in Ber.",
        ["alleged lynched: youths > two men @ Ber, 2"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_acts_of_force_and_their_parts(text: str, expected: list[str], told: Told) -> None:
    found = [
        _line(body, modality)
        for body, modality, _ in told(text)
        if isinstance(body, Event) and body.type in {"ASSAULT", "CONSULT"}
    ]
    assert found == expected


def _line(event: Event, modality: str) -> str:
    """An act in one line: how it is held, its word, who did it, to whom or what, where, and how many died."""
    struck = sorted((*event.recipient, *event.target, *event.victim), key=lambda one: one.span.start)
    words = ("" if modality == "asserted" else modality + " ") + event.trigger.quote
    words += ": " + ", ".join(one.name for one in event.actor) if event.actor else ""
    words += " > " + ", ".join(one.span.quote for one in struck) if struck else ""
    words += " @ " + "; ".join(place.name for place in event.place) if event.place else ""
    if event.killed and event.killed.count.low:
        words += f", {event.killed.count.low}"
    return words


def test_whoever_plans_to_overthrow_has_not(told: Told) -> None:
    found = [
        (body.trigger.quote, modality)
        for body, modality, _ in told("He said the gangs had united to overthrow the president.")
        if isinstance(body, Event)
    ]
    assert found == [("overthrow", "planned")]


def test_the_army_is_not_its_spokesman(told: Told) -> None:
    text = "Chad's army spokesman, General Ali Deby, spoke on Monday. He said that the army had killed 16 rebels."
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.killed]
    assert [mention.name for act in acts for mention in act.actor] == ["army"]


NO_MOVES = [
    "Five rebels went on trial on Monday over the killing of six aid workers.",
    "The army ordered its troops to stay in barracks.",
]


@pytest.mark.parametrize("text", NO_MOVES)
def test_nobody_moves(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "MOBILIZE"]


def test_a_day_behind_the_second_place_is_its_own(told: Told) -> None:
    text = "Rebels killed six people in Ber on 3 August and nine in Gao on 5 August."
    acts = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert [(act.place[0].name, act.time and act.time.span.quote) for act in acts] == [
        ("Ber", "3 August"),
        ("Gao", "5 August"),
    ]


SUSPENDED = [
    ("The port suspended classes for a week.", None),
    ("Partners have suspended activities until security improves.", None),
    ("The junta suspended the activities of political parties.", "COERCE"),
    ("The regional bloc suspended Mali after the coup.", "SANCTION"),
    ("The army suspended its operations.", "RETREAT"),
]


@pytest.mark.parametrize(("text", "expected"), SUSPENDED)
def test_what_is_suspended(text: str, expected: str | None, told: Told) -> None:
    types = [
        body.type for body, _, _ in told(text) if isinstance(body, Event) and "suspend" in body.trigger.quote
    ]
    assert types == ([expected] if expected else [])


ORDERED = [
    ("A court ordered the arrest of four negotiators.", "arrest", "planned"),
    ("He has ordered the deployment of two platoons to the area.", "deployment", "planned"),
    ("The general ordered the bombing of Ber.", "bombing", "asserted"),
]


@pytest.mark.parametrize(("text", "word", "expected"), ORDERED)
def test_who_orders_an_arrest_has_not_made_it(text: str, word: str, expected: str, told: Told) -> None:
    assert [
        held for body, held, _ in told(text) if isinstance(body, Event) and body.trigger.quote == word
    ] == [expected]


def test_a_year_in_passing_is_not_the_next_months(told: Told) -> None:
    text = "Gunmen killed ten men in Ber, where sixty had been massacred in May 2012. In March they signed a ceasefire."
    truce = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "CONCEDE"]
    assert [
        event.time and event.time.period.earliest and event.time.period.earliest.year for event in truce
    ] == [2022]


def test_an_army_that_denies_is_not_told_of_by_others(told: Told) -> None:
    text = "Lawyers said 100 people died, but the army denied it and accused the front of spreading lies."
    assert "Lawyers" not in [
        by for body, _, by in told(text) if isinstance(body, Event) and body.type == "ACCUSE"
    ]
