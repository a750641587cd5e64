"""Sentences in the manner of reports, and the event that must be read from each by the shipped reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harmattan.model.readings import Body, Event

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES: list[tuple[str, dict[str, Any]]] = [
    (
        "Gunmen killed three soldiers in Ménaka on Tuesday.",
        dict(
            type="ASSAULT",
            actor=["Gunmen"],
            victim=["three soldiers"],
            killed=(3, 3, 3),
            place=["Ménaka"],
            time="2022-03-29/2022-03-29",
        ),
    ),
    (
        "Militants attacked a military post near Ber, killing at least 14 soldiers and wounding six others.",
        dict(type="ASSAULT", actor=["Militants"], place=["Ber"], killed=(14, None, None), wounded=(6, 6, 6)),
    ),
    (
        "Between 40 and 50 civilians were killed in the village of Moura.",
        dict(type="ASSAULT", actor=[], killed=(40, None, 50), place=["Moura"]),
    ),
    (
        "Eleven soldiers were killed and about 60 wounded.",
        dict(type="ASSAULT", killed=(11, 11, 11), wounded=(None, 60, None)),
    ),
    (
        "France will withdraw its troops from Mali by 2023.",
        dict(type="RETREAT", mode="withdraw", modality="planned", actor=["France"], time="/2023-12-31"),
    ),
    (
        "The junta denied that its soldiers had killed civilians in Moura.",
        dict(type="ASSAULT", modality="denied", attribution="junta"),
    ),
    (
        "ECOWAS threatened to use force against the junta.",
        dict(type="THREATEN", actor=["ECOWAS"]),
    ),
    (
        "The militants regularly ambush army convoys.",
        dict(type="ASSAULT", modality="habitual", actor=["militants"]),
    ),
    (
        "The prime minister accused France of abandoning Mali.",
        dict(type="ACCUSE", actor=["prime minister"], recipient=["France"]),
    ),
    (
        "Rebels launched an offensive against government forces in January 2012.",
        dict(
            type="ASSAULT",
            trigger="offensive",
            actor=["Rebels"],
            recipient=["government forces"],
            time="2012-01-01/2012-01-31",
        ),
    ),
    (
        "Rebel fighters seized the town of Kidal.",
        dict(type="COERCE", mode="seize", actor=["Rebel fighters"], place=["Kidal"]),
    ),
    (
        "Police arrested 12 protesters in Bamako.",
        dict(type="COERCE", mode="arrest", actor=["Police"], place=["Bamako"]),
    ),
    (
        "Gunmen kidnapped two aid workers near Gao.",
        dict(type="ASSAULT", mode="abduct", actor=["Gunmen"], abducted=(2, 2, 2), place=["Gao"]),
    ),
    (
        "Thousands of people protested in Bamako against the French presence.",
        dict(type="PROTEST", place=["Bamako"]),
    ),
    ("Mali's government appealed to Russia for assistance.", dict(type="REQUEST", recipient=["Russia"])),
    ("The president of Burkina Faso resigned on Sunday.", dict(type="RETREAT", mode="resign")),
    (
        "The minister met the commander of the mission in Niamey.",
        dict(type="CONSULT", place=["Niamey"]),
    ),
    (
        "Rebels fired rockets at the airport of Timbuktu.",
        dict(type="ASSAULT", mode="heavy-weapons", actor=["Rebels"]),
    ),
    (
        "Three soldiers died when their vehicle hit a mine near Hombori, the army said.",
        dict(type="ASSAULT", killed=(3, 3, 3), attribution="army"),
    ),
    ("The rebels did not attack the convoy.", dict(type="ASSAULT", modality="denied")),
    (
        "JNIM claimed responsibility for the attack on the camp at Gossi.",
        dict(actor=["JNIM"], target=["camp"]),
    ),
    ("No group has claimed Monday's raid on the market.", dict(modality="asserted", actor=[])),
    ("The FPRC denied the killings.", dict(type="ASSAULT", modality="denied", actor=["FPRC"])),
    ("The base came under attack in Gossi.", dict(type="ASSAULT", actor=[], target=["base"])),
    ("A unit fell into an ambush near Gossi.", dict(type="ASSAULT", actor=[], recipient=["unit"])),
    (
        "The girls who were taken from their school in Jangebe have been released.",
        dict(type="ASSAULT", mode="abduct", place=["Jangebe"]),
    ),
    (
        "Gunmen shot ten traders on Sunday, nine days after six men were killed in Gao.",
        dict(killed=(6, 6, 6), time="2022-03-18/2022-03-18"),
    ),
    (
        "Gunmen shot ten traders in Gossi on Sunday, nine days after four were killed in the same district.",
        dict(killed=(4, 4, 4), time="2022-03-18/2022-03-18"),
    ),
    (
        "Rebels attacked a base at Gossi on Sunday, a year after at least 140 soldiers were killed in Gao.",
        dict(killed=(140, None, None), place=["Gao"], time="2021-01-01/2021-12-31"),
    ),
    (
        "The mayor went on Sunday to Gossi, where 73 people were slaughtered the day before.",
        dict(killed=(73, 73, 73), place=["Gossi"], time="2022-03-26/2022-03-26"),
    ),
    (
        "A year after the massacre of farmers in Gossi nobody has been tried.",
        dict(time="2021-01-01/2021-12-31"),
    ),
    (
        "The region is in shock since last week's ambush on the convoy.",
        dict(type="ASSAULT", target=["convoy"], time="2022-03-21/2022-03-27"),
    ),
    (
        "Togo is about to restore full diplomatic ties with Ghana.",
        dict(type="SUPPORT", actor=["Togo"], recipient=["Ghana"]),
    ),
    (
        "Togo welcomed a resumption of formal ties between Ghana and Benin.",
        dict(type="SUPPORT", actor=["Togo"], recipient=["Ghana", "Benin"]),
    ),
    ("Kenya rejected Somalia's proposal.", dict(type="REJECT", actor=["Kenya"], recipient=["Somalia"])),
    (
        "The union condemned an attack by Chadian soldiers.",
        dict(type="ACCUSE", actor=["union"], recipient=["Chadian soldiers"]),
    ),
    ("Togo demanded that Ghana free the envoy.", dict(type="REQUEST", actor=["Togo"], recipient=["Ghana"])),
    ("Togo demanded the release of the prisoners.", dict(type="REQUEST", actor=["Togo"], recipient=[])),
    ("Generals threatened to use force.", dict(type="THREATEN", mode="violence", recipient=[])),
    ("The army beat back the rebels.", dict(type="ASSAULT", actor=["army"], recipient=["rebels"])),
    ("Delegates walked out of the talks.", dict(type="SANCTION", mode="withdraw", actor=["Delegates"])),
    ("The two sides agreed a cease-fire in Doha.", dict(type="AGREE", actor=["sides"])),
    ("Police tear-gassed the marchers.", dict(type="ASSAULT", mode="crowd-control", actor=["Police"])),
    ("Hundreds of students gathered outside the embassy.", dict(type="PROTEST", actor=["students"])),
    ("Wakanda will contribute a million vibras to Genovia.", dict(type="AID", recipient=["Genovia"])),
    (
        "Russian jets violated the airspace of Estonia.",
        dict(type="MOBILIZE", actor=["Russian jets"]),
    ),
    (
        "Judges found the general guilty of treason.",
        dict(type="SANCTION", mode="convict", recipient=["general"]),
    ),
    (
        "Soldiers reportedly executed 30 villagers.",
        dict(type="ASSAULT", modality="alleged", killed=(30, 30, 30)),
    ),
]

WITHOUT_A_VERB_OF_THEIR_OWN: list[tuple[str, dict[str, Any]]] = [
    (
        "There were clashes between police and protesters in Cotonou on Monday.",
        dict(type="ASSAULT", actor=["police", "protesters"], place=["Cotonou"]),
    ),
    ("Peace talks resumed on Tuesday in Jeddah.", dict(type="CONSULT", place=["Jeddah"])),
    (
        "Heads of state met in Abuja on Sunday.",
        dict(type="CONSULT", actor=["Heads of state"], place=["Abuja"]),
    ),
    ("Heavy fighting was reported around Kutum on Monday.", dict(type="ASSAULT", actor=[], place=["Kutum"])),
    (
        "Planes dropped two bombs on a monastery in Sagaing, killing nine monks.",
        dict(type="ASSAULT", target=["monastery"], killed=(9, 9, 9)),
    ),
    (
        "Nine soldiers were killed in the battle of Tinzaouaten.",
        dict(type="ASSAULT", actor=[], place=["Tinzaouaten"], killed=(9, 9, 9)),
    ),
    (
        "A blast ripped through a bus station in Kabul.",
        dict(type="ASSAULT", target=["bus station"], place=["Kabul"]),
    ),
    ("Four lorries were set ablaze by armed men near Kidira.", dict(type="ASSAULT", target=["Four lorries"])),
    ("A raid on the gold mine left nine miners dead.", dict(type="ASSAULT", killed=(9, 9, 9), weapon=[])),
    ("Shelling killed 17 displaced people in the camp.", dict(type="ASSAULT", killed=(17, 17, 17))),
    ("The raid on the market cost the lives of nine traders.", dict(type="ASSAULT", killed=(9, 9, 9))),
    (
        "Fighters ambushed the governor's convoy; eight policemen lost their lives.",
        dict(type="ASSAULT", killed=(8, 8, 8)),
    ),
    ("The rebels released two Turkish engineers.", dict(type="RETREAT", mode="release", actor=["rebels"])),
]


def _fits(event: Event, modality: str, speaker: str | None, wanted: dict[str, Any]) -> bool:
    for field, value in wanted.items():
        if field == "modality":
            have: object = modality
        elif field == "attribution":
            have = speaker
        elif field in ("killed", "wounded", "abducted"):
            number = getattr(event, field)
            have = (number.count.low, number.count.best, number.count.high) if number else None
        elif field == "time":
            period = event.time.period if event.time else None
            have = f"{period.earliest or ''}/{period.latest or ''}" if period else None
        elif field == "trigger":
            have = event.trigger.quote
        else:
            have = getattr(event, field)
            if isinstance(have, tuple):
                quotes = [part.span.quote for part in have]
                if bool(quotes) != bool(value) or not all(any(word in q for q in quotes) for word in value):
                    return False
                continue
        if have != value:
            return False
    return True


IN_FEW_WORDS = [
    ("Twelve dead in Solhan ambush", dict(type="ASSAULT", killed=(12, 12, 12))),
    ("Death toll from Gao attack rises to 15", dict(type="ASSAULT", killed=(15, 15, 15))),
    (
        "The base came under artillery fire that left six dead.",
        dict(type="ASSAULT", target=["base"], killed=(6, 6, 6)),
    ),
    ("Heavy gunfire was heard on Monday night in Ouagadougou.", dict(type="ASSAULT", place=["Ouagadougou"])),
    ("The rebels set the granaries ablaze.", dict(type="ASSAULT", mode="destroy", target=["granaries"])),
    (
        "Seven villagers were taken away by gunmen.",
        dict(type="ASSAULT", mode="abduct", actor=["gunmen"], abducted=(7, 7, 7)),
    ),
    ("Militiamen ambushed two traders on the Bambari road.", dict(type="ASSAULT", target=[])),
    ("Fourteen people were killed in the Solhan attack on Monday.", dict(type="ASSAULT", place=["Solhan"])),
    (
        "Gunmen captured nine soldiers in the raid at Jakana.",
        dict(type="COERCE", target=[]),
    ),
    ("An attack claimed the lives of 14 people in Solhan.", dict(modality="asserted", killed=(14, 14, 14))),
    ("Bandits kill 3, abduct 20 in Katsina village", dict(killed=(3, 3, 3), abducted=(20, 20, 20))),
    ("Toll of the Djibo attack: 23 dead, 40 injured", dict(killed=(23, 23, 23), wounded=(40, 40, 40))),
    ("The ambush resulted in 17 dead and 6 wounded.", dict(killed=(17, 17, 17), wounded=(6, 6, 6))),
    ("A policeman stabbed in Conakry died of his injuries on Tuesday.", dict(time=None, killed=(1, 1, 1))),
    ("Peace talks opened in Doha on Monday.", dict(type="CONSULT", place=["Doha"])),
    ("Artillery could be heard in Omdurman on Friday.", dict(type="ASSAULT", modality="asserted")),
    ("Six girls were carried off by gunmen towards Virunga.", dict(type="ASSAULT", place=[])),
]


@pytest.mark.parametrize(("text", "wanted"), [*CASES, *WITHOUT_A_VERB_OF_THEIR_OWN, *IN_FEW_WORDS])
def test_an_event_is_read(text: str, wanted: dict[str, Any], told: Told) -> None:
    statements = told(text)
    assert any(
        isinstance(body, Event) and _fits(body, modality, speaker, wanted)
        for body, modality, speaker in statements
    ), statements


BY_NUMBER = [
    ("Kenya has 3,700 soldiers there. Another 400 will leave in May.", "RETREAT", "400"),
    ("More than 300 of the column's fighters were arrested.", "COERCE", "column's fighters"),
    ("The ministry recalled the battalion. The rest left in July.", "RETREAT", "rest"),
]


@pytest.mark.parametrize(("text", "type_", "who"), BY_NUMBER, ids=[text for text, *_ in BY_NUMBER])
def test_who_is_told_by_number_or_share_takes_part(text: str, type_: str, who: str, told: Told) -> None:
    parties = [
        mention.span.quote
        for body, _, _ in told(text)
        if isinstance(body, Event) and body.type == type_
        for mention in (*body.actor, *body.recipient)
    ]
    assert any(who in quote for quote in parties), parties


def test_who_says_we_acts(told: Told) -> None:
    (event,) = (
        body
        for body, _, _ in told('"We will not leave this valley," the commander told reporters.')
        if isinstance(body, Event) and body.type == "RETREAT"
    )
    assert [(mention.span.quote, mention.name) for mention in event.actor] == [("We", "commander")]


NO_FORCE = [
    "The files were handed over to the reporters.",
    "The company will bring its staff together in Nairobi.",
    "The champions turned back to their old coach.",
    "The clerk handed over the keys of the car.",
]


@pytest.mark.parametrize("text", NO_FORCE)
def test_what_only_men_in_arms_do_is_read_of_nobody_else(text: str, told: Told) -> None:
    assert not [body for body, _, _ in told(text) if isinstance(body, Event)]


NOTHING_DONE = [
    "The rebels took the road to Mopti.",
    "Floods killed thirty people in Niger.",
    "An earthquake destroyed the village near Zagora.",
    "The army was unable to retake the town.",
    "Troops arrived to protect villages from attacks.",
    "The government did not say whether a ransom had been paid.",
    "He took part in the ceremony.",
    "The war has lasted for ten years.",
    "They would leave Goma.",
    "The army did not ask the operation, which is leaving the country, for support.",
]


@pytest.mark.parametrize("text", NOTHING_DONE)
def test_nothing_violent_is_read_as_done(text: str, told: Told) -> None:
    asserted = [
        body for body, modality, _ in told(text) if isinstance(body, Event) and modality == "asserted"
    ]
    assert not [event for event in asserted if event.type in {"ASSAULT", "COERCE"}]


def test_who_is_struck_together_is_struck_and_no_weapon(told: Told) -> None:
    bodies = [body for body, _, _ in told("Mondoro was attacked together with Boulikessi in September 2019.")]
    (event,) = [body for body in bodies if isinstance(body, Event)]
    struck = {mention.name for mention in (*event.recipient, *event.target)}
    assert {"Mondoro", "Boulikessi"} <= struck
    assert not event.weapon and not event.actor


def test_who_shoots_at_something_is_not_shot(told: Told) -> None:
    bodies = [body for body, _, _ in told("Several armed men shot at the offices of the newspaper.")]
    (event,) = [body for body in bodies if isinstance(body, Event)]
    assert [mention.span.quote for mention in event.actor] == ["armed men"]
    assert not event.victim


def test_whose_a_thing_struck_was_has_not_struck_it(told: Told) -> None:
    text = "Near Tal Afar, three strikes destroyed an ISIL-held building and four facilities."
    events = [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert events
    assert not any(event.actor for event in events)


def test_what_is_done_with_an_aim_or_on_a_march(told: Told) -> None:
    text = "In their march on Gao, the rebels took ten villages. The bridges were hit with the aim of stopping them."
    events = [body for body, _, _ in told(text) if isinstance(body, Event)]
    named = {mention.span.quote for event in events for mention in (*event.target, *event.weapon)}
    assert named == {"ten villages", "bridges"}


def test_a_crime_that_is_looked_into_was_done(told: Told) -> None:
    text = "Spain has suspended its aid until the killings of the six priests are solved."
    held = [m for body, m, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]
    assert held == ["asserted"]


def test_what_is_defused_has_not_exploded(told: Told) -> None:
    bodies = [body for body, _, _ in told("A bomb was defused before it exploded at a school in Lima.")]
    assert not [body for body in bodies if isinstance(body, Event) and body.type == "ASSAULT"]


def test_what_is_fired_from_is_not_struck(told: Told) -> None:
    bodies = [body for body, _, _ in told("The gunmen fired from a car at the home of the mayor.")]
    (event,) = [body for body in bodies if isinstance(body, Event)]
    assert [mention.span.quote for mention in event.target] == ["home of the mayor"]


def test_kinds_of_one_noun_are_one_weapon(told: Told) -> None:
    bodies = [body for body, _, _ in told("The force struck the camp using bomber and fighter aircraft.")]
    (event,) = [body for body in bodies if isinstance(body, Event)]
    assert [mention.span.quote for mention in event.weapon] == ["bomber and fighter aircraft"]


def test_what_is_met_need_not_be_talked_to(told: Told) -> None:
    text = "The junta set a deadline in February but did not meet it."
    assert not [body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "CONSULT"]


JOINED = [
    (
        "Militants attacked an army post near Ber on Monday."
        " Three soldiers were killed and five wounded, the army said.",
        dict(actor=["Militants"], killed=(3, 3, 3), wounded=(5, 5, 5), place=["Ber"]),
    ),
    (
        "Rebels launched a missile attack in Afrin. The missiles targeted two schools and a mosque, killing one.",
        dict(actor=["Rebels"], weapon=["missile"], target=["two schools", "mosque"], killed=(1, 1, 1)),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), JOINED, ids=["casualties", "weapon"])
def test_the_next_sentence_adds_to_the_same_act(text: str, wanted: dict[str, Any], told: Told) -> None:
    assaults = [(b, m, s) for b, m, s in told(text) if isinstance(b, Event) and b.type == "ASSAULT"]
    assert len(assaults) == 1, assaults
    assert _fits(*assaults[0], wanted), assaults


def test_two_acts_of_different_actors_stay_apart(told: Told) -> None:
    text = "Gunmen attacked the base on Monday. Soldiers killed five gunmen in Gao on Friday."
    assert len([body for body, _, _ in told(text) if isinstance(body, Event) and body.type == "ASSAULT"]) == 2


def test_a_sum_over_a_line_break_quotes_the_text(told: Told) -> None:
    text = "Fifty-three soldiers and\na civilian were killed in Mali."
    (killed,) = (body.killed for body, _, _ in told(text) if isinstance(body, Event) and body.killed)
    assert killed.count.best == 54
    assert (
        killed.span.quote
        == text[killed.span.start : killed.span.end]
        == "Fifty-three soldiers and\na civilian"
    )
