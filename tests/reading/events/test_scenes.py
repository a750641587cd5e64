"""Acts of one page that have nothing to do with one another keep their doers, their dead and their times apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]


def acts(told: Told, text: str) -> list[Event]:
    return [body for body, *_ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]


NOT_DONE_BY_THE_LAST = [
    "Rebels of the Sand Front stormed a post at Gossi and killed two guards. Separately, a bomb went off near a market"
    " in Bama on Thursday, leaving two traders dead.",
    "Rebels stormed a post at Gossi and killed two guards. In the north, three members of a family died when a missile"
    " struck a field.",
    "Rebels stormed a post at Gossi on 9 June. Four civilians died when a barrel bomb hit a house.",
]


@pytest.mark.parametrize("text", NOT_DONE_BY_THE_LAST)
def test_nobody_does_what_another_scene_tells(text: str, told: Told) -> None:
    last = acts(told, text)[-1]
    assert not last.actor


def test_the_rows_of_a_table_are_apart(told: Told) -> None:
    text = "A mine injured four men near Bama.\n\nGossi: 21 killed, 55 injured\nHombori: 6 killed, 12 injured"
    found = [
        (event.killed and event.killed.count.best, event.wounded and event.wounded.count.best)
        for event in acts(told, text)
    ]
    assert found == [(None, 4), (21, 55), (6, 12)]


COUNTED = [
    ("Eight people, five women and three children, were killed in Ber.", 8),
    ("Eight soldiers, five rebels and three children were killed in Ber.", 16),
]


@pytest.mark.parametrize(("text", "killed"), COUNTED)
def test_parts_of_a_sum_are_counted_once(text: str, killed: int, told: Told) -> None:
    assert [event.killed.count.best for event in acts(told, text) if event.killed] == [killed]


def test_two_groups_of_which_one_is_counted_dead(told: Told) -> None:
    found = acts(told, "Soldiers killed three women and shot 14 fighters of the Front in Ber.")
    assert [len(event.victim) for event in found if event.killed] == [1]


def test_a_suicide_bomber_with_a_car(told: Told) -> None:
    (found,) = acts(told, "A suicide bomber of the Front rammed a car into a convoy and killed 40 men.")
    assert found.mode == "suicide-attack"


def test_days_of_no_known_year_are_apart(told: Told) -> None:
    text = (
        "A strike on a building in Sana'a on 14 February wounded ten people. "
        "The death toll of the strike on a prison in Saada on 21 January has risen to 91."
    )
    assert [bool(event.killed) for event in acts(told, text)] == [False, True]


NOT_TOLD = [
    "The government should ensure that its forces do not carry out executions.",
    "The Front cannot keep the militia from killing.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_who_is_kept_from_an_act(text: str, told: Told) -> None:
    assert not acts(told, text)


def test_who_has_fled_a_clash_is_not_struck_by_it(told: Told) -> None:
    (clash,) = acts(
        told, "Clashes between the Sand Front and the army in the hamlet of Ber displaced some 600 people."
    )
    assert not clash.victim
    assert [place.name for place in clash.place] == ["Ber"]


def test_a_chronicle_tells_each_day_by_itself(told: Told) -> None:
    text = (
        "11 April 2021: A helicopter fired on a wedding in Ber. A spokesman said that insurgents had laid mines.\n\n"
        "19 May 2021: Militiamen burned 120 houses in Gossi. An old man was burned to death."
    )
    burned = [event for event in acts(told, text) if event.killed]
    assert [[place.name for place in event.place] for event in burned] == [["Gossi"]]


def test_who_orders_an_attack_need_not_be_there(told: Told) -> None:
    (ordered,) = acts(told, "The emir had sheltered the men in Ber and ordered the attack on the church.")
    assert not ordered.place


def test_two_who_say_so_are_none_of_the_dead(told: Told) -> None:
    (hit,) = acts(told, "Shelling killed six men, a nun and two guards, police and the mayor said.")
    assert not any("police" in mention.name.lower() for mention in hit.victim)


def test_what_came_two_days_later_is_another_act(told: Told) -> None:
    text = (
        "In Ber two demonstrators were shot dead, and two days later drones hit the palace of the governor, wounding"
        " six guards."
    )
    assert [bool(event.wounded) for event in acts(told, text)] == [False, True]


def test_a_sum_of_the_year_is_none_of_the_dead(told: Told) -> None:
    (killed,) = acts(
        told, "Eight rebels were killed in Ber, taking the toll of rebels killed this year to 131."
    )
    assert killed.killed and killed.killed.count.best == 8
    assert len(killed.victim) == 1


SITED = [
    ("In May gunmen shot three tourists in Bamiyan's bazaar.", ["Bamiyan"]),
    ("On 9 June militants fired on a bus carrying Hindu pilgrims in Reasi.", ["Reasi"]),
    ("Shells hit a car in the southern suburbs of Beirut.", ["the southern suburbs of Beirut"]),
    ("Mali's army killed three rebels.", []),
]


@pytest.mark.parametrize(("text", "places"), SITED)
def test_parts_of_towns_are_where_it_was(text: str, places: list[str], told: Told) -> None:
    assert [[place.name for place in event.place] for event in acts(told, text)] == [places]


DONE_BY: list[tuple[str, list[str]]] = [
    ("In the north a drone hit a depot, the governor claims.", []),
    (
        "Villagers, whom the army accused, fled. Soldiers came under fire and shot dead two of the attackers.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "doers"), DONE_BY)
def test_who_says_so_has_not_done_it(text: str, doers: list[str], told: Told) -> None:
    assert [mention.name for mention in acts(told, text)[0].actor] == doers


def test_border_forces_are_nowhere(told: Told) -> None:
    (fired,) = acts(told, "Pakistani border forces and Taliban fighters exchanged fire on Friday.")
    assert not fired.place
