"""Reports that come back to an event, parts of an act that stand apart from it, and counts that a name gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]


def acts(told: Told, text: str) -> list[Event]:
    return [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]


ONE_ACT = [
    "Gunmen killed Judge Ana Ruiz in Lima on Friday. The government condemned the murder of Ruiz.",
    "Rebels abducted the engineer Paul Dubois in Gao. His company said that Dubois was kidnapped near his home.",
    "Militants attacked a bank in Medellin on Monday. The guards said that four men attacked the bank.",
    "A judge and two guards were shot dead on Friday. The union condemned the murder of the judge.",
]
TWO_ACTS = [
    "Gunmen killed Judge Ana Ruiz in Lima on Friday. On Saturday rebels killed the mayor, Luis Soto, in Cuzco.",
    "Rebels abducted the engineer Paul Dubois in Gao. A month later the kidnappers killed Dubois.",
    "Militants killed three soldiers near Gao on Monday. On Thursday bandits killed three soldiers near Kidal.",
    "Militants attacked a bank in Medellin on Monday. On Friday rebels attacked the bank in Bogota.",
    "Gunmen killed two priests in Gao on Friday. The mayor denounced the killing of the two teachers.",
]


@pytest.mark.parametrize("text", ONE_ACT)
def test_what_is_told_again_is_one_act(text: str, told: Told) -> None:
    assert len(acts(told, text)) == 1


@pytest.mark.parametrize("text", TWO_ACTS)
def test_another_time_place_or_deed_is_another_act(text: str, told: Told) -> None:
    assert len(acts(told, text)) == 2


def test_what_came_before_is_no_part_of_the_act(told: Told) -> None:
    text = "After the death of Judge Ana Ruiz in Lima, the army launched an offensive against the rebels."
    (offensive,) = [act for act in acts(told, text) if act.trigger.quote == "offensive"]
    assert offensive.killed is None
    assert not offensive.victim


def test_a_later_telling_adds_what_the_first_left_open(told: Told) -> None:
    text = (
        "Judge Ana Ruiz was murdered on Friday. Rebels of the Red Path killed Ruiz in Lima, the police said."
    )
    (act,) = acts(told, text)
    assert [mention.span.quote for mention in act.actor] == ["Rebels of the Red Path"]
    assert [place.name for place in act.place] == ["Lima"]
    assert act.time is not None
    assert act.time.span.quote == "Friday"


def test_an_attack_that_struck_elsewhere_is_another(told: Told) -> None:
    text = (
        "Troops killed 14 insurgents in a forest near Awasse on Saturday. They had been called after the attack on "
        "Patacua, in which civilians lost their lives."
    )
    battle, raid = acts(told, text)
    assert [place.name for place in battle.place] == ["Awasse"]
    assert [place.name for place in raid.place] == ["Patacua"]
    assert raid.time is None


COUNTED: list[tuple[str, dict[str, Any]]] = [
    ("The rebels murdered Judge Ana Ruiz.", dict(killed=1)),
    ("Gunmen killed the mayor and his driver in Lima.", dict(killed=2)),
    ("Gunmen kidnapped Ana Ruiz and Paul Dubois.", dict(abducted=2)),
    ("Gunmen killed Judge Ana Ruiz and two guards.", dict(killed=3)),
    ("Gunmen killed six priests, a cook and her daughter.", dict(killed=8)),
    ("Gunmen killed six soldiers, including Captain Paul Dubois.", dict(killed=6)),
    ("Two farmers were shot to death in Lima.", dict(killed=2)),
    ("Gunmen shot dead the mayor and two of his guards in Lima.", dict(killed=3)),
    ("Gunmen shot dead three policemen in Lima.", dict(killed=3)),
    ("Men in a pick-up shot dead three policemen at a checkpoint near Lima.", dict(killed=3)),
    ("A sniper fatally wounded a policeman in Lima.", dict(killed=1, wounded=None)),
    ("Police shot a girl in the leg.", dict(killed=None)),
    ("Guerrillas planted a bomb that exploded at the bank, killing a guard.", dict(killed=1)),
    ("Gunmen killed the villagers.", dict(killed=None)),
    ("Gunmen killed the mayor's family.", dict(killed=None)),
]


@pytest.mark.parametrize(("text", "counts"), COUNTED)
def test_a_person_counts_as_one(text: str, counts: dict[str, int | None], told: Told) -> None:
    (act,) = acts(told, text)
    for field, best in counts.items():
        number = getattr(act, field)
        assert (number.count.best if number else None) == best


def test_a_weapon_of_the_next_sentence_belongs_to_the_act(told: Told) -> None:
    text = "Guerrillas attacked the army barracks in San Miguel on Friday. They used dynamite."
    act = acts(told, text)[0]
    assert "dynamite" in {mention.span.quote for mention in act.weapon}


def test_who_reports_is_no_part_of_the_act(told: Told) -> None:
    act = acts(told, "Twenty people died in the attack on the hotel, security minister Salif Diop said.")[0]
    parts = (*act.actor, *act.recipient, *act.target, *act.victim)
    assert not any("Diop" in mention.span.quote for mention in parts)


def test_an_act_is_when_and_where_it_is_said_to_have_happened(told: Told) -> None:
    (act,) = acts(told, "Police condemned the murder of Ana Ruiz, which took place on Friday in Lima.")
    assert act.time is not None
    assert [act.time.span.quote, *(place.name for place in act.place)] == ["Friday", "Lima"]


def test_what_is_struck_is_struck_where_it_lies(told: Told) -> None:
    (act,) = acts(told, "Guerrillas attacked a power station located in Lima.")
    assert [place.name for place in act.place] == ["Lima"]


def test_a_bomb_which_killed_is_the_weapon_and_nobody(told: Told) -> None:
    act = acts(told, "Police found the remains of a bomb, which killed two guards in Lima on Friday.")[0]
    assert not act.actor
    assert {mention.name for mention in act.weapon} == {"bomb"}


def test_who_has_a_kidnapping_by_others_is_its_victim(told: Told) -> None:
    act = acts(told, "Paul Dubois's kidnapping by the rebels took place on Friday.")[0]
    assert [mention.name for mention in act.actor] == ["rebels"]
    assert [mention.name for mention in act.victim] == ["Paul Dubois"]


MEANT_AGAIN = [
    "Gunmen attacked a checkpoint near Fada on Monday. Residents fled to Pama. The attack killed a guard.",
    "A bomb went off at a hotel in Lima on Friday. Windows broke for streets around. The explosion wounded a cook.",
    "Soldiers killed nine peasants near Cobán on Tuesday. Their officers were questioned. "
    "The mistake was noticed only when nine civilians had been killed.",
    "Thirty people were killed in an attack on a hotel in Gao on Friday. Two teachers were among the dead.",
]
MEANT_ELSE = [
    "Gunmen attacked a checkpoint near Fada on Monday. Residents fled to Pama. The attack on "
    "Tuesday at Tenkodogo killed a guard.",
    "Soldiers killed nine peasants near Cobán on Tuesday. On Friday bandits killed nine peasants near Flores.",
]


@pytest.mark.parametrize("text", MEANT_AGAIN)
def test_an_act_is_meant_by_its_noun_or_by_its_dead(text: str, told: Told) -> None:
    assert len(acts(told, text)) == 1


@pytest.mark.parametrize("text", MEANT_ELSE)
def test_a_noun_with_a_day_or_place_of_its_own_means_another(text: str, told: Told) -> None:
    assert len(acts(told, text)) == 2


def test_a_group_is_told_by_its_apposition(told: Told) -> None:
    (act,) = acts(
        told, "The alliance said that its branch al-Sahra had carried out the attack on the barracks."
    )
    assert [mention.name.removeprefix("branch ") for mention in act.actor] == ["al-Sahra"]


TOLD_ON = [
    "Forty people were killed in two villages near Tillia yesterday. Gunmen on motorcycles fired at everything that "
    "moved, a teacher said.",
    "Armed men stormed the village of Bilanga at dawn. They burned houses and killed thirteen farmers.",
    "A policeman was wounded in Lima on Friday when guerrillas attacked the guards of a power station.",
    "Eight soldiers were killed in an attack on a post at Mandouri on Wednesday. Residents fled to the town. Heavily "
    "armed men attacked the post before dawn.",
]
TOLD_APART = [
    "Forty people were killed in two villages near Tillia yesterday. In another attack gunmen shot at a lorry.",
    "Armed men stormed the village of Bilanga at dawn. On Friday they burned houses at Foutouri and killed a farmer.",
]


@pytest.mark.parametrize("text", TOLD_ON)
def test_who_did_it_and_what_else_they_did_belongs_to_the_act(text: str, told: Told) -> None:
    (act,) = acts(told, text)
    assert act.actor


@pytest.mark.parametrize("text", TOLD_APART)
def test_another_attack_is_another_act(text: str, told: Told) -> None:
    assert len(acts(told, text)) == 2


def test_attackers_who_are_shot_are_not_shot_by_themselves(told: Told) -> None:
    text = "Gunmen attacked a hotel in Grand-Bassam on Sunday. It was full. Six attackers were shot dead."
    shot = [act for act in acts(told, text) if any("attackers" in mention.name for mention in act.victim)]
    assert not any(mention.name == "Gunmen" for act in shot for mention in act.actor if not act.target)


def test_an_attack_that_kills_is_no_abduction(told: Told) -> None:
    text = (
        "Rebels attacked a base near Menaka on Monday, killing nine soldiers and taking two others hostage."
    )
    assert all(act.mode != "abduct" for act in acts(told, text) if act.killed)


def test_a_toll_is_of_the_attack_and_not_of_what_was_burnt(told: Told) -> None:
    text = (
        "Gunmen killed 130 people in the village of Solama on Saturday. The mayor spoke of a massacre. "
        "The attackers also burnt the market. About 40 people were wounded."
    )
    (act,) = acts(told, text)
    assert act.killed and act.wounded
    assert act.killed.count.best == 130
    assert act.mode != "destroy"
    assert [mention.name for mention in act.actor] == ["Gunmen"]


def test_attackers_who_are_killed_do_nothing_more_to_each_other(told: Told) -> None:
    text = "Soldiers shot three attackers in Gao on Friday. The attackers burnt two cars."
    assert len(acts(told, text)) == 2
