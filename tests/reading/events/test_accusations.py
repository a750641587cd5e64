"""Who is only blamed for a deed: the deed is told without them, and alleged as theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

BLAMED = [
    ("The attack on Boni, blamed on JNIM, killed nine soldiers.", ["JNIM"], None),
    ("Nine soldiers were killed in Boni on Sunday in an attack blamed on the Front.", ["Front"], None),
    (
        "The attack, blamed by survivors on militiamen, claimed the lives of 51 people.",
        ["militiamen"],
        "survivors",
    ),
    ("The army blamed Boko Haram for the raid on Kukawa, in which six traders died.", ["Boko Haram"], "army"),
    (
        "Two nurses were shot dead on Saturday. The governor blamed the murders on a militia.",
        ["militia"],
        "governor",
    ),
    ("The governor accused bandits of the killing of four farmers in Zamfara.", ["bandits"], "governor"),
    (
        "Six herders were killed on Friday. Residents held the army responsible for the killings.",
        ["army"],
        "Residents",
    ),
    (
        "The raid on Salha, which left 28 dead, was the work of the Rapid Support Forces.",
        ["Rapid Support Forces"],
        None,
    ),
    ("Pupils were hacked to death in Mpondwe by rebels believed to belong to the ADF.", ["ADF"], None),
    ("Four policemen were shot dead near Ber, an officer said, blaming rebels.", ["rebels"], "officer"),
    ("A bomb wounded nine shoppers in Gao. Residents pointed the finger at JNIM.", ["JNIM"], "Residents"),
    ("The raid on the church bears the hallmarks of Boko Haram and left nine dead.", ["Boko Haram"], None),
    ("Suspected Boko Haram insurgents killed three people in Chibok.", ["Boko Haram insurgents"], None),
]


@pytest.mark.parametrize(("text", "blamed", "accuser"), BLAMED, ids=[text for text, *_ in BLAMED])
def test_who_is_blamed_is_no_actor_of_what_is_asserted(
    text: str, blamed: list[str], accuser: str | None, told: Told
) -> None:
    acts = [
        ([mention.span.quote for mention in body.actor], modality, speaker)
        for body, modality, speaker in told(text)
        if isinstance(body, Event) and body.type == "ASSAULT"
    ]
    assert (blamed, "alleged", accuser) in acts
    asserted = [actors for actors, modality, _ in acts if modality == "asserted"]
    assert asserted
    assert not any(set(blamed) & set(actors) for actors in asserted)


def test_who_blames_somebody_has_not_counted_the_dead(told: Told) -> None:
    (alleged,) = (
        body
        for body, modality, _ in told(
            "The army blamed bandits for the raid on Kukawa, in which six traders died."
        )
        if isinstance(body, Event) and modality == "alleged"
    )
    assert alleged.killed is None


IN_GENERAL = [
    "The army was accused of attacks on villages.",
    "The minister blamed the drought for the poor harvest.",
    "Critics blamed the defeat on bad planning.",
]


@pytest.mark.parametrize("text", IN_GENERAL)
def test_an_accusation_of_no_certain_deed_tells_none(text: str, told: Told) -> None:
    held = [
        modality for body, modality, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"
    ]
    assert "asserted" not in held
