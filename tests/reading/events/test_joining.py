"""Which words tell one act, and who counts its dead: one claim for each teller who counts otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]
ATTACK = "Gunmen stormed the village of Solama on Monday, witnesses said. "

COUNTED = [
    # One who counts speaks for the whole.
    (ATTACK + "Four people died, police said.", [(4, 4, "police")]),
    (
        ATTACK + "Police confirmed the attack but put the death toll at 15.",
        [(15, 15, "Police")],
    ),
    # Another who counts otherwise tells the same act otherwise.
    (
        ATTACK
        + "Police confirmed the attack but put the death toll at 15. "
        + "The Red Cross said that as many as 30 people had died.",
        [(15, 15, "Police"), (None, 30, "Red Cross")],
    ),
    # As many once more are no dissent.
    (
        ATTACK + "Four people died, police said. The Red Cross said that four people had died.",
        [(4, 4, "police")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_counts_and_their_tellers(
    text: str, expected: list[tuple[int | None, int | None, str]], told: Told
) -> None:
    found = [
        (body.killed.count.low, body.killed.count.high, by)
        for body, _, by in told(text)
        if isinstance(body, Event) and body.killed
    ]
    assert found == expected


def test_a_dissent_is_of_the_same_act(told: Told) -> None:
    text = ATTACK + "Four people died, police said. The Red Cross said that nine people had died."
    police, dissent = (body for body, _, _ in told(text) if isinstance(body, Event) and body.killed)
    assert [place.name for place in dissent.place] == [place.name for place in police.place]
    assert [mention.name for mention in dissent.actor] == [mention.name for mention in police.actor]
    assert dissent.time == police.time


OF_ANOTHER_TIME = [
    # What is struck after an attack is struck by others.
    "Following the attack on a convoy at Solama on Tuesday, the air force struck the rebels and killed 15 near Gao.",
    "A car bomb struck a convoy near Gao on Monday. It was the second attack in a week, after that in which four "
    "Frenchmen died in Kidal.",
    # A further one of its kind.
    "Gunmen attacked a market in Gao on Monday. A second bomb killed four.",
    "A bomb killed three soldiers at Gao on Monday. Another went off at Kidal the same day and wounded four.",
    "Rebels attacked a post at Gao, killing three men. The shelling of the camp at Kidal took place the same day.",
    # All the dead of some days, and some of them.
    "The number of soldiers killed since Friday has reached 92. The fighting in Solama left 12 dead.",
]


@pytest.mark.parametrize("text", OF_ANOTHER_TIME)
def test_words_of_another_time_tell_another_act(text: str, told: Told) -> None:
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert len(acts) > 1


def test_what_comes_next_is_of_what_the_sentence_is_about(told: Told) -> None:
    text = (
        "Aircraft struck rebel positions in Solama on Sunday after the rebels had attacked a post at Gao. "
        "Reports that these strikes killed civilians are being looked into."
    )
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    strike = next(act for act in acts if act.trigger.quote == "struck")
    assert any(mention.name == "civilians" for mention in (*strike.victim, *strike.recipient))


def test_who_repels_an_assault_does_not_kill_its_dead(told: Told) -> None:
    text = (
        "Four peacekeepers were killed on Friday when gunmen stormed a camp at Aguelhok. Nine others were wounded. "
        "The peacekeepers repelled the assault."
    )
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.killed]
    assert acts
    assert not any("peacekeepers" in mention.name for act in acts for mention in act.actor)


def test_at_least_so_many_are_killed_whatever_the_tree_has_them_for(told: Told) -> None:
    text = "Armed men on motorcycles killed at least 50 civilians in Seytenga, near the border, in the night to Sunday."
    (act,) = (body for body, _, _ in told(text) if isinstance(body, Event) and body.killed)
    assert act.killed and act.killed.count.low == 50


def test_things_of_two_towns_are_two(told: Told) -> None:
    text = "Shells hit the railway station of Kramatorsk on Friday. On Saturday rockets hit the station of Barvinkove."
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    second = next(act for act in acts if any(place.name == "Barvinkove" for place in act.place))
    assert not any("Kramatorsk" in one.name for one in (*second.target, *second.recipient))


def test_who_are_of_a_place_are_not_one_person(told: Told) -> None:
    text = "We remember the youths of Savo, who were shot by rebels on Friday."
    assert not [body for body, _, _ in told(text) if isinstance(body, Event) and body.killed]


TAKEN_UPON = [
    # Who claims an act that is told of others tells it otherwise; what they leave unsaid is as it was told.
    ("The Front claimed responsibility for the attack.", [["Gunmen"], ["Front"]]),
    ("The Front later said that it was behind the killings.", [["Gunmen"], ["Front"]]),
    # Who says whose it was, or that it was nobody's, claims nothing.
    ("Nobody has claimed responsibility for the attack.", [["Gunmen"]]),
    ("The attack shocked the Front.", [["Gunmen"]]),
]


@pytest.mark.parametrize(("words", "actors"), TAKEN_UPON)
def test_who_takes_an_act_upon_themselves(words: str, actors: list[list[str]], told: Told) -> None:
    text = "Gunmen killed ten people in Gao on Monday. " + words
    found = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert [[mention.name for mention in event.actor] for event in found] == actors
    assert all([place.name for place in event.place] == ["Gao"] for event in found)


SPOKEN_FOR = [
    ("A spokesman for the army said it had killed ten rebels in Gao.", ["army"]),
    ("The front's leader said that it had ambushed a patrol near Gao.", ["front"]),
    ("The commander of the brigade said that it had shelled Gao.", ["brigade"]),
    ("The mayor said that it had shelled Gao.", []),
]


@pytest.mark.parametrize(("text", "actors"), SPOKEN_FOR)
def test_who_speaks_for_a_body_says_what_it_did(text: str, actors: list[str], told: Told) -> None:
    event = next(body for body, _, _ in told(text) if isinstance(body, Event))
    assert [mention.name for mention in event.actor] == actors


DONE = [
    ("The attack was planned and carried out by mercenaries, the army said.", "asserted", ["mercenaries"]),
    ("The operation that was carried out against the barracks of Gao was right.", "asserted", []),
    ("The attack on the barracks was planned by the Front.", "planned", []),
]


@pytest.mark.parametrize(("text", "modality", "actors"), DONE)
def test_what_was_carried_out_was_done(text: str, modality: str, actors: list[str], told: Told) -> None:
    event, held, _ = next(one for one in told(text) if isinstance(one[0], Event))
    assert isinstance(event, Event)
    assert (event.type, held) == ("ASSAULT", modality)
    assert [mention.name for mention in event.actor] == actors


FALLEN = [
    ("Four blue helmets fell on Friday near Kidal.", 1),
    ("The president honoured the nine soldiers who fell the day before.", 1),
    ("Three officers fell ill at the base.", 0),
    ("Two policemen fell in love in Gao.", 0),
    ("The soldiers fell silent when the general came.", 0),
    ("Seven fighters fell into the river.", 0),
]


@pytest.mark.parametrize(("text", "count"), FALLEN)
def test_who_fell(text: str, count: int, told: Told) -> None:
    assert len([body for body, _, _ in told(text) if isinstance(body, Event) and body.killed]) == count


def test_half_a_year_after_is_six_months_before_the_printing(told: Told) -> None:
    found = told("Half a year after the massacre of villagers in Gao the state has lost another town.")
    event = next(body for body, _, _ in found if isinstance(body, Event) and body.type == "ASSAULT")
    assert event.time is not None
    assert event.time.span.quote == "Half a year after"
    assert str(event.time.period.earliest) == "2021-10-01"
