"""Wire sentences: who did what to whom, how many were killed and hurt, where; each told as one act, or as two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]
Act = tuple[list[str], list[str], str | None, str | None, list[str]]

ACTS: list[tuple[str, list[Act]]] = [
    # A text, and of each act who did it, what was struck, the killed, the wounded, the places.
    (
        "A raid killed 27 villagers near Kobani on Monday; another 16 people were wounded.",
        [([], [], "27", "another 16", ["Kobani"])],
    ),
    (
        "A bomb killed nine soldiers near Gao on Friday; another bomb injured two traders.",
        [([], [], "nine", None, ["Gao"]), ([], [], None, "two", [])],
    ),
    (
        "Fighting broke out on Friday near Kobani between the army and rebels, leaving 40 herders dead.",
        [(["army", "rebels"], [], "40", None, ["Kobani"])],
    ),
    (
        "Police fired at protesters in Idlib on Monday, killing some 25 and injuring up to 18.",
        [(["Police"], [], "some 25", "up to 18", ["Idlib"])],
    ),
    (
        "Nine gendarmes lost their lives in a raid carried out by rebels on a camp near Djibo.",
        [(["rebels"], ["camp"], "Nine", None, ["Djibo"])],
    ),
    (
        "Two guards are dead and 19 in hospital after a raid on an army outpost in Quetta.",
        [([], ["army outpost"], "Two", "19", ["Quetta"])],
    ),
    (
        "The hospital in Bunia said it had received nine bodies after Friday's attack on a camp.",
        [([], ["camp"], "nine", None, [])],
    ),
    # The dead that an act brings a toll to; but not those of a war or of a country.
    (
        "Bodies were pulled from the rubble of a school hit by an air strike in Gao, bringing the death toll to 34.",
        [([], ["school"], "34", None, ["Gao"])],
    ),
    (
        "A strike hit a school in Rafah on Monday, bringing the death toll in Gaza to 34,000.",
        [([], ["school"], None, None, ["Rafah"])],
    ),
    # Whose the fire and the strikes are.
    (
        "Artillery fire by Ethiopian forces killed three villagers in Humera.",
        [(["Ethiopian forces"], [], "three", None, ["Humera"])],
    ),
    (
        "Israeli strikes hit a school in Rafah on Monday, killing nine people.",
        [(["Israeli"], ["school"], "nine", None, ["Rafah"])],
    ),
    ("Fire from a nearby kitchen killed two girls in Lagos.", [([], [], "two", None, ["Lagos"])]),
    # Those who are struck together.
    (
        "Gunmen attacked a wedding in Kaduna on Friday, killing nine guests.",
        [(["Gunmen"], ["wedding"], "nine", None, ["Kaduna"])],
    ),
    # What was taken in the killing; arms and men are not what was struck.
    (
        "Militants overran an army base at Metele on Sunday and killed 39 soldiers.",
        [(["Militants"], ["army base"], "39", None, ["Metele"])],
    ),
    (
        "Rebels seized weapons in Goma on Monday, killing two guards.",
        [(["Rebels"], [], "two", None, ["Goma"])],
    ),
    # What hurts whom: wounds, a second number, a second fate.
    (
        "Gunmen attacked a bus near Jos on Monday, leaving six people dead and 10 others with gunshot wounds.",
        [(["Gunmen"], ["bus"], "six", "10", ["Jos"])],
    ),
    (
        "Five guards were killed and 12 more were wounded near Kobani on Monday as gunmen clashed with the army.",
        [(["gunmen", "army"], [], "Five", "12", ["Kobani"])],
    ),
    (
        "The attack, which took place on Monday in Helmand province, left 13 children dead and three wounded.",
        [([], [], "13", "three", ["Helmand province"])],
    ),
    (
        "Eight soldiers have been confirmed dead following an attack by rebels in Helmand province.",
        [(["rebels"], [], "Eight", None, ["Helmand province"])],
    ),
    # Who else it was: what they attacked, what they did to those taken, what the hearsay is of.
    (
        "Al-Shabaab fighters killed nine soldiers when they attacked a base in Bula Hawa on Monday.",
        [(["Al-Shabaab fighters"], ["base"], "nine", None, ["Bula Hawa"])],
    ),
    (
        "Militants dragged six men from their homes and shot them dead in Tillaberi on Tuesday.",
        [(["Militants"], [], "six", None, ["Tillaberi"])],
    ),
    (
        "Eight villagers were reportedly killed in Gao on Monday in a raid by armed herders.",
        [(["armed herders"], [], "Eight", None, ["Gao"])],
    ),
    (
        "Three boys were killed on Friday by Saudi shelling of a school in Cabo Delgado.",
        [(["Saudi"], ["school"], "Three", None, ["Cabo Delgado"])],
    ),
    (
        "An attack by rebels on motorcycles killed nine people near Gao.",
        [(["rebels"], [], "nine", None, ["Gao"])],
    ),
    (
        "An attack by rebels on a bridge killed nine people near Gao.",
        [(["rebels"], ["bridge"], "nine", None, ["Gao"])],
    ),
    (
        "Gunmen on motorcycles descended on the village of Kouri on Monday, killing nine people.",
        [(["Gunmen"], ["village of Kouri"], "nine", None, ["Kouri"])],
    ),
    (
        "Soldiers killed nine rebels and captured six others in Beni, the army said.",
        [(["Soldiers"], [], "nine", None, ["Beni"])],
    ),
    # What people were killed at because of what it is; men of a state kill there for other reasons.
    (
        "Gunmen shot dead nine worshippers at a mosque in Katsina on Friday.",
        [(["Gunmen"], ["mosque"], "nine", None, ["Katsina"])],
    ),
    ("Police shot dead two robbers at a bank in Lagos.", [(["Police"], [], "two", None, ["Lagos"])]),
    (
        "A car bomb killed two civilians outside an army outpost in Djibo.",
        [([], ["army outpost"], "two", None, ["Djibo"])],
    ),
    (
        "Militants shot at a crowded bus station near Kobani, wounding 11 soldiers.",
        [(["Militants"], ["crowded bus station"], None, "11", ["Kobani"])],
    ),
    ("A man was shot at a checkpoint near Jenin on Monday.", [([], [], None, None, ["Jenin"])]),
    (
        "Militiamen killed eight villagers and abducted 13 more outside Beni.",
        [(["Militiamen"], [], "eight", None, ["Beni"])],
    ),
    (
        "The president condemned a strike on an ambulance outside Kharkiv that killed nine civilians on 7 March.",
        [([], ["ambulance"], "nine", None, ["Kharkiv"])],
    ),
    # Who claims it in a sentence of its own; nobody where none does.
    (
        "A car bombing in Kabul on Thursday killed 13 soldiers. Al-Shabaab claimed responsibility.",
        [(["Al-Shabaab"], [], "13", None, ["Kabul"])],
    ),
    (
        "A car bombing in Kabul on Thursday killed 13 soldiers. No group has claimed responsibility.",
        [([], [], "13", None, ["Kabul"])],
    ),
    (
        "A bomb killed six in Kabul on Friday. The minister took responsibility for the delay.",
        [([], [], "six", None, ["Kabul"])],
    ),
    # The hurt and the dead whom a hospital has, and what lives a thing cost.
    (
        "Gunmen attacked a mosque near Kobani. A doctor at a clinic said it had received seven bodies and 18 wounded.",
        [(["Gunmen"], ["mosque"], "seven", "18", ["Kobani"])],
    ),
    (
        "Gunmen attacked a bus near Jos on Monday. Nine passengers were taken to hospital.",
        [(["Gunmen"], ["bus"], None, "Nine", ["Jos"])],
    ),
    (
        "A rocket attack in Ituri province late on Saturday cost 13 passengers their lives.",
        [([], [], "13", None, ["Ituri province"])],
    ),
    (
        "Nearly 30 herders were killed after their truck ran over an explosive device in the Gaza Strip on Friday.",
        [([], [], "Nearly 30", None, ["Gaza Strip"])],
    ),
    (
        "A drone operated by Ethiopian forces struck a school in Inata, killing up to 18 villagers.",
        [(["Ethiopian forces"], ["school"], "up to 18", None, ["Inata"])],
    ),
    (
        "Militiamen stopped a bus in Ituri province on Monday and abducted six civilians.",
        [(["Militiamen"], ["bus"], None, None, ["Ituri province"])],
    ),
    # Two verbs of one act, and what they left; two acts leave nobody in particular.
    (
        "A car bomb blew up in Bogota and destroyed the building, leaving 67 dead and 100 wounded.",
        [([], ["building"], "67", "100", ["Bogota"])],
    ),
    (
        "Gunmen attacked Boni on Monday and rebels raided Gossi, leaving nine dead and six wounded.",
        [(["Gunmen"], ["Boni"], None, None, ["Boni"]), (["rebels"], ["Gossi"], None, None, ["Gossi"])],
    ),
    (
        "Rebels of the ADF shot dead a dozen worshippers and injured a dozen others in Ituri on Monday, police said.",
        [(["Rebels of the ADF"], [], "a dozen", "a dozen", ["Ituri"])],
    ),
    (
        "In an air strike outside Mosul on Monday, seven soldiers were killed, the army said on Thursday.",
        [([], [], "seven", None, ["Mosul"])],
    ),
    (
        "The kidnapping of 12 officers by Boko Haram fighters in Rakhine state overnight has caused outrage.",
        [(["Boko Haram fighters"], [], None, None, ["Rakhine state"])],
    ),
    # Where those were who were about something.
    (
        "Gunmen shot three women working in a field near Beni on Monday.",
        [(["Gunmen"], [], None, None, ["Beni"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ACTS, ids=[text[:40] for text, _ in ACTS])
def test_the_acts_of_a_wire_sentence(text: str, expected: list[Act], told: Told) -> None:
    acts = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    found = [
        (
            [mention.span.quote for mention in act.actor],
            [mention.span.quote for mention in act.target],
            act.killed and act.killed.span.quote,
            act.wounded and act.wounded.span.quote,
            [place.span.quote for place in act.place],
        )
        for act in acts
    ]
    assert found == expected


TOWNS = [
    # What a word is a town by: what was done to it, or who lives there.
    ("The army recaptured Kario from the rebels on Tuesday.", ["Kario"]),
    ("Soldiers withdrew from Jhol on Monday after heavy fighting.", ["Jhol"]),
    ("Fighting continued around Jhol on Sunday.", ["Jhol"]),
    ("Rebels attacked Pattoki on Friday, killing six soldiers.", ["Pattoki"]),
    # No towns are bodies, peoples and persons of two names.
    ("Mali withdrew from ECOWAS in January.", []),
    ("Rebels attacked Fulani herders on Monday.", []),
    ("Police recaptured Jorge Salas on Friday.", []),
]


@pytest.mark.parametrize(("text", "places"), TOWNS)
def test_towns_by_what_befell_them(text: str, places: list[str], told: Told) -> None:
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    assert {place.name for event in events for place in event.place} == set(places)
