"""Plain sentences of agencies: who did it, to what, how many were killed and hurt, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

ACTS = [
    # Who stands behind the second verb was hurt, not killed.
    (
        "Boko Haram fighters killed 12 people and injured nine others in Borno state.",
        ["Boko Haram fighters"],
        ("12", "nine"),
        ["Borno state"],
    ),
    (
        "Today, multiple attacks have killed at least 35 civilians and injured scores of others.",
        [],
        ("at least 35", "scores"),
        [],
    ),
    ("A bomb killed two people and wounded seven more.", [], ("two", "seven"), []),
    (
        "A shooting near Goma yesterday left up to 30 aid workers dead and 2 injured, residents told Reuters.",
        [],
        ("up to 30", "2"),
        ["Goma"],
    ),
    # The name behind "the capital" is the place, also before the verb.
    (
        "An air strike by the Syrian army on a village in the Somali capital, Mogadishu killed 15 villagers.",
        ["Syrian army"],
        ("15", None),
        ["Mogadishu"],
    ),
    # Fighting in which people die.
    (
        "Four people have been killed in fighting between the Pakistani military and Kurdish militants near Goma.",
        ["Pakistani military", "Kurdish militants"],
        ("Four", None),
        ["Goma"],
    ),
    # A fight of two named sides that drove people out is told, too.
    ("Clashes between JNIM and the army displaced 350 families.", ["JNIM", "army"], (None, None), []),
    # Acronyms that only the text knows, the owner of what was struck, the part of a country in front.
    (
        "At least 14 people died in an FPZ drone strike on a camp in Gao.",
        ["FPZ"],
        ("At least 14", None),
        ["Gao"],
    ),
    ("Rebels shelled Goma's airport on Monday, killing two people.", ["Rebels"], ("two", None), ["Goma"]),
    ("In Azawad, army shelling of a prison in Gao killed 20 inmates.", ["army"], ("20", None), ["Gao"]),
    # Buildings before the noun are struck, and their owners do nothing.
    ("A church attack in Jos on Sunday left nine dead.", [], ("nine", None), ["Jos"]),
    # Who receives fire is struck, and so is what munitions are delivered against.
    ("Iraqi forces received heavy fire from ISIL fighters.", ["ISIL fighters"], (None, None), []),
]


@pytest.mark.parametrize(("text", "actors", "counts", "places"), ACTS)
def test_one_claim_has_it_all(
    text: str,
    actors: list[str],
    counts: tuple[str | None, str | None],
    places: list[str],
    told: Told,
) -> None:
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert len(acts) == 1
    act = acts[0]
    assert [mention.span.quote for mention in act.actor] == actors
    assert (
        act.killed and act.killed.span.quote,
        act.wounded and act.wounded.span.quote,
    ) == counts
    assert [place.span.quote for place in act.place] == places


NO_DOERS = [
    # A "that" stands for the blast, the crater or the clinic.
    "She laid a wreath next to the crater left by the embassy blast that killed 10 people.",
    # Who is fought is not the doer, nor who speaks of it.
    "We support the government in defeating the rebels and hold them accountable for the atrocities.",
    # An embassy's owner is no bomber.
    "Last year's deadly U.S. Embassy blasts in Kenya killed 224 people.",
]


@pytest.mark.parametrize("text", NO_DOERS)
def test_nobody_acts_of_whom_it_is_not_told(text: str, told: Told) -> None:
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert acts
    assert not any(act.actor for act in acts)


def test_who_withdraws_whose_men_from_where(told: Told) -> None:
    (event,) = (
        body
        for body, _, _ in told("Chad completed the withdrawal of its 4,500 soldiers from Mali in January.")
        if isinstance(body, Event)
    )
    assert [mention.name for mention in event.actor] == ["Chad"]
    assert [place.name for place in event.place] == ["Mali"]


WHOSE = [
    ("JNIM said its fighters killed ten soldiers in Djibo.", "JNIM"),
    ("The RSF said that its forces had captured El Fasher.", "RSF"),
    ("JNIM attacked Djibo on Sunday. The group said its men had taken Diapaga.", "JNIM"),
]


@pytest.mark.parametrize(("text", "name"), WHOSE)
def test_men_act_for_the_side_that_has_them(text: str, name: str, told: Told) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert {mention.name for event in events for mention in event.actor} == {name}


def test_those_counted_together_came_to_harm_and_those_cited_did_not(told: Told) -> None:
    text = "Rebels killed dozens of soldiers and civilians, according to an aid worker and two residents who fled."
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert [mention.span.quote for mention in events[0].victim] == ["dozens of soldiers", "civilians"]
