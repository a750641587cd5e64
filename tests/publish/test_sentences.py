from __future__ import annotations

from typing import Any

import pytest

from harmattan.model.claims import Claim
from harmattan.model.readings import Modality
from harmattan.publish.phrases import TYPE_PHRASES, phrase_for
from harmattan.publish.sentences import plain, sentence_for
from harmattan.reference.codebook import load_codebook
from tests.publish.written import Written

TEXT = "The army moved on JNIM near Gossi on 3 March 2022, a spokesman said."


def told(
    type_: str, modality: str = "asserted", trigger: str = "moved on", *, by: bool = False, **roles: Any
) -> Claim:
    page = Written.of(TEXT)
    said_by = page.who("a spokesman", None, "spokesman") if by else None
    if not roles:
        roles = {"actor": page.who("army", "army"), "recipient": page.who("JNIM", "jnim")}
    return page.event(type_, trigger, modality, said_by, **roles)


def words(claim: Claim) -> str:
    return plain(sentence_for(claim))


BY_TYPE = [
    ("AGREE", "The army expressed readiness to cooperate with JNIM (“moved on”)."),
    ("CONSULT", "The army held talks or a meeting with JNIM (“moved on”)."),
    ("CONSULT/visit", "The army paid a visit to JNIM (“moved on”)."),
    ("SUPPORT", "The army expressed support for JNIM (“moved on”)."),
    ("CONCEDE", "The army announced a concession, concerning JNIM (“moved on”)."),
    ("COOPERATE", "The army cooperated with JNIM (“moved on”)."),
    ("AID", "The army gave aid to JNIM (“moved on”)."),
    ("RETREAT", "The army gave way, concerning JNIM (“moved on”)."),
    ("RETREAT/withdraw", "The army withdrew or ended operations, concerning JNIM (“moved on”)."),
    ("REQUEST", "The army made a request or demand to JNIM (“moved on”)."),
    ("ACCUSE", "The army criticised JNIM (“moved on”)."),
    ("ACCUSE/allege", "The army accused JNIM (“moved on”)."),
    ("REJECT", "The army made a refusal, concerning JNIM (“moved on”)."),
    ("THREATEN", "The army threatened JNIM (“moved on”)."),
    ("PROTEST", "The army protested against JNIM (“moved on”)."),
    ("SANCTION", "The army cut back relations with JNIM (“moved on”)."),
    ("MOBILIZE", "The army moved or readied forces, concerning JNIM (“moved on”)."),
    ("COERCE", "The army used coercion, concerning JNIM (“moved on”)."),
    ("ASSAULT", "The army attacked JNIM (“moved on”)."),
    ("ASSAULT/drone", "The army attacked JNIM with a drone (“moved on”)."),
    ("NO-SUCH-TYPE", "The army took part in an event, concerning JNIM (“moved on”)."),
]

BY_MODALITY = [
    ("asserted", "The army attacked JNIM", "JNIM was attacked", "Attack by the army"),
    (
        "planned",
        "The army is expected to attack JNIM",
        "JNIM is expected to be attacked",
        "Expected: attack by the army",
    ),
    (
        "threatened",
        "The army threatened to attack JNIM",
        "It was threatened that JNIM would be attacked",
        "Threatened: attack by the army",
    ),
    (
        "denied",
        "Denied: the army attacking JNIM",
        "Denied: JNIM being attacked",
        "Denied: attack by the army",
    ),
    (
        "alleged",
        "The army allegedly attacked JNIM",
        "JNIM was allegedly attacked",
        "Alleged: attack by the army",
    ),
    (
        "hypothetical",
        "Spoken of as a possibility only: the army attacking JNIM",
        "Spoken of as a possibility only: JNIM being attacked",
        "Spoken of as a possibility only: attack by the army",
    ),
    (
        "habitual",
        "The army regularly attacks JNIM",
        "JNIM is regularly attacked",
        "Regularly: attack by the army",
    ),
]


@pytest.mark.parametrize(("type_", "sentence"), BY_TYPE)
def test_each_type_is_told_by_a_cover_term_and_the_words(type_: str, sentence: str) -> None:
    assert words(told(type_)) == sentence


@pytest.mark.parametrize(("modality", "active", "passive", "nominal"), BY_MODALITY)
def test_nothing_but_an_assertion_is_told_as_done(
    modality: str, active: str, passive: str, nominal: str
) -> None:
    page = Written.of(TEXT)
    army, jnim = page.who("army", "army"), page.who("JNIM", "jnim")
    assert words(told("ASSAULT", modality)) == f"{active} (“moved on”)."
    assert words(told("ASSAULT", modality, recipient=jnim)) == f"{passive} (“moved on”)."
    assert words(told("ASSAULT", modality, actor=army)) == f"{nominal} (“moved on”)."


@pytest.mark.parametrize("modality", list(Modality))
@pytest.mark.parametrize("type_", sorted(load_codebook().types))
@pytest.mark.parametrize("roles", ["both", "actor", "recipient", "none"])
def test_every_type_and_mode_makes_a_sentence_that_shows_its_modality(
    type_: str, modality: Modality, roles: str
) -> None:
    page = Written.of(TEXT)
    army, jnim = page.who("army", "army"), page.who("JNIM", "jnim")
    filled: dict[str, Any] = {"both": {"actor": army, "recipient": jnim}, "actor": {"actor": army}}.get(
        roles, {"recipient": jnim} if roles == "recipient" else {"actor": ()}
    )
    for mode in ("", *load_codebook().types[type_].modes):
        sentence = words(told(f"{type_}/{mode}", modality.value, **filled))
        assert sentence[0].isupper() and sentence.endswith(".") and "  " not in sentence
        if modality is not Modality.ASSERTED and type_ != "THREATEN":
            assert any(sign in sentence.lower() for sign in _SIGNS[modality]), sentence


_SIGNS = {
    Modality.PLANNED: ("expected", "plan"),
    Modality.THREATENED: ("threaten",),
    Modality.DENIED: ("denied", "denies"),
    Modality.ALLEGED: ("alleged",),
    Modality.HYPOTHETICAL: ("possibility",),
    Modality.HABITUAL: ("regularly",),
}


def test_every_type_of_the_codebook_has_a_phrase() -> None:
    codebook = load_codebook()
    assert set(TYPE_PHRASES) == set(codebook.types)
    labels = {
        (name, mode): phrase_for(name, mode).label
        for name, one in codebook.types.items()
        for mode in one.modes
    }
    general = {key for key, label in labels.items() if label == phrase_for(key[0], None).label}
    assert general <= {("ASSAULT", "primitive")}


def test_own_plans_are_plans_and_those_of_others_expectations() -> None:
    page = Written.of("France will leave Mali, France said.", "The mission will leave Mali, officials said.")
    own = page.event(
        "RETREAT/withdraw",
        "leave",
        "planned",
        page.who("…|France", "france"),
        actor=page.who("France", "france"),
    )
    assert words(own) == "France plans to leave."
    page.reading(1)
    other = page.event(
        "RETREAT/withdraw", "leave", "planned", page.who("officials"), actor=page.who("mission", "m")
    )
    assert words(other) == "The mission is expected to leave, according to officials."


def test_a_denial_is_of_what_has_been_done_and_of_what_will_be_and_names_the_denier_once() -> None:
    page = Written.of(
        "JNIM denied that it had attacked Solhan.", "The ministry denied that rebels had taken Kidal."
    )
    jnim = page.who("JNIM", "jnim")
    own = page.event(
        "ASSAULT",
        "attacked",
        "denied",
        jnim,
        actor=page.who("it", "jnim", "JNIM"),
        recipient=page.who("Solhan"),
    )
    assert words(own) == "JNIM denies attacking Solhan."
    page.reading(1)
    other = page.event(
        "COERCE/seize",
        "taken",
        "denied",
        page.who("ministry"),
        actor=page.who("rebels"),
        place=page.where("Kidal", "ML"),
    )
    assert (
        words(other)
        == "Denied by the ministry: rebels taking territory, power or property in Kidal (“taken”)."
    )


def test_both_sides_of_a_fight_are_not_made_attackers() -> None:
    page = Written.of("France and JNIM clashed near Gao.")
    sides = (page.who("France", "france"), page.who("JNIM", "jnim"))
    fight = page.event("ASSAULT", "clashed", actor=sides, place=page.where("Gao", "ML"))
    assert words(fight) == "Attack, involving France and JNIM near Gao (“clashed”)."


def test_the_text_gives_the_preposition_but_from_is_no_place_of_an_attack() -> None:
    page = Written.of(
        "Rebels ambushed a convoy from Gao.", "France withdrew from Gao.", "Shelling near Gao, Mali."
    )
    attack = page.event(
        "ASSAULT", "ambushed", actor=page.who("Rebels"), recipient=page.who("convoy"), place=page.where("Gao")
    )
    assert words(attack) == "Rebels ambushed a convoy; place named: Gao."
    page.reading(1)
    move = page.event("RETREAT/withdraw", "withdrew", actor=page.who("France"), place=page.where("Gao"))
    assert words(move) == "France withdrew from Gao."
    page.reading(2)
    wider = (page.where("Gao", "ML"), page.where("Mali", "ML", "country"))
    assert words(page.event("ASSAULT", "Shelling", place=wider)) == "Shelling near Gao, Mali."


PLURALS = [
    ("rebels", None, "were"),
    ("some", None, "were"),
    ("30 fighters of a group", None, "were"),
    ("at least 14 people", None, "were"),
    ("Malian Armed Forces", "famac", "were"),
    ("soldiers and police", None, "were"),
    ("United Nations", "un", "was"),
    ("Movement for Unity and Jihad in West Africa", "mujao", "was"),
    ("Resolution 2085", None, "was"),
    ("an ambush", None, "was"),
    ("a member of the forces", None, "was"),
]


@pytest.mark.parametrize(("name", "actor", "verb"), PLURALS)
def test_verbs_agree(name: str, actor: str | None, verb: str) -> None:
    page = Written.of(f"They struck {name} today.")
    claim = page.event("ASSAULT", "struck", recipient=page.who(name, actor))
    assert words(claim).lower() == f"{name} {verb} attacked (“struck”).".lower()


def test_the_documents_own_verb_tells_what_its_object_follows() -> None:
    page = Written.of(
        "The army took the town of Kidal.",
        "France will end Operation Barkhane.",
        "It took Kidal and the airport.",
    )
    took = page.event("COERCE/seize", "took", actor=page.who("army"), recipient=page.who("town of Kidal"))
    assert words(took) == "The army took the town of Kidal."
    page.reading(1)
    france, barkhane = page.who("France", "france"), page.who("Operation Barkhane", "barkhane")
    ends = page.event("RETREAT/withdraw", "end", "planned", france, actor=france, recipient=barkhane)
    assert words(ends) == "France plans to end Operation Barkhane."
    page.reading(2)
    denied = page.event("COERCE/seize", "took", "denied", actor=page.who("It"), recipient=page.who("Kidal"))
    assert words(denied) == "Denied: it taking territory, power or property, concerning Kidal."
    apart = page.event("COERCE/seize", "took", actor=page.who("It"), recipient=page.who("airport"))
    assert words(apart) == "It took territory, power or property, concerning the airport."


def test_of_a_killing_the_victims_are_the_object() -> None:
    page = Written.of("A convoy was ambushed and eleven soldiers killed.")
    convoy, soldiers, number = page.who("convoy"), page.who("eleven soldiers"), page.number("eleven", 11)
    claim = page.event("ASSAULT", "killed", recipient=convoy, victim=soldiers, killed=number)
    assert words(claim) == "Eleven soldiers were killed; upon: a convoy."


def test_the_wounded_of_a_killing_are_not_killed() -> None:
    page = Written.of("Gunmen killed eleven soldiers. About forty men were wounded.")
    claim = page.event(
        "ASSAULT",
        "killed",
        actor=page.who("Gunmen"),
        victim=(page.who("eleven soldiers"), page.who("forty men")),
        killed=page.number("eleven", 11),
        wounded=page.number("About forty", 40),
    )
    assert words(claim) == "Gunmen killed eleven soldiers; 40 wounded."


STRENGTHS = [
    ("current", "asserted", "French troops in Mali: 5,000 (current)."),
    ("projected", "asserted", "French troops in Mali: 5,000 (projected)."),
    ("current", "denied", "French troops in Mali: 5,000 (current, denied)."),
    ("alleged", "alleged", "French troops in Mali: 5,000 (alleged)."),
]


@pytest.mark.parametrize(("status", "modality", "sentence"), STRENGTHS)
def test_strengths_bear_their_status(status: str, modality: str, sentence: str) -> None:
    page = Written.of("There are 5,000 French troops in Mali.")
    size = page.number("5,000", 5000)
    mali = page.where("Mali", "ML", "country")
    claim = page.strength(page.who("French troops"), size, "troops", status, place=mali, modality=modality)
    assert words(claim) == sentence


def test_a_denied_strength_names_who_denies_it() -> None:
    page = Written.of("Wagner has 1,000 men in Mali, which the government denies.")
    wagner, mali, size = page.who("Wagner"), page.where("Mali", "ML", "country"), page.number("1,000", 1000)
    government = page.who("government")
    claim = page.strength(wagner, size, "men", "current", place=mali, modality="denied", by=government)
    assert words(claim) == "Wagner in Mali: 1,000 men (current), denied by the government."


RELATIONS = [
    ("allied_with", "current", "AQIM is allied with the rebels."),
    ("allied_with", "former", "AQIM was allied with the rebels."),
    ("hostile_to", "current", "AQIM is hostile to the rebels."),
    ("part_of", "current", "AQIM is part of the rebels."),
    ("led_by", "former", "AQIM was led by the rebels."),
    ("succeeds", "current", "AQIM succeeds the rebels."),
    ("supports", "current", "AQIM supports the rebels."),
    ("alias", "current", "AQIM is also known as rebels."),
    ("alias", "former", "AQIM was formerly also known as rebels."),
]


@pytest.mark.parametrize(("kind", "status", "sentence"), RELATIONS)
def test_relations(kind: str, status: str, sentence: str) -> None:
    page = Written.of("AQIM and the rebels.")
    assert words(page.relation(kind, page.who("AQIM"), page.who("rebels"), status=status)) == sentence


def test_an_alias_is_told_by_the_words_of_the_text_not_by_the_best_known_name() -> None:
    page = Written.of("The High Council (HC) met.")
    name = "High Council for Unity"
    claim = page.relation("alias", page.who("HC", "hc", name), page.who("High Council", "hc", name))
    assert words(claim) == "HC is also known as High Council."


def test_a_number_stays_with_its_noun() -> None:
    page = Written.of("Gunmen killed at least 50 people.", "Fifty soldiers were wounded.")
    number = page.number("at least 50", 50, 50, None)
    killed = page.event(
        "ASSAULT", "killed", actor=page.who("Gunmen"), recipient=page.who("50 people"), killed=number
    )
    assert words(killed) == "Gunmen killed at least 50 people."
    page.reading(1)
    wounded = page.event(
        "ASSAULT", "wounded", recipient=page.who("Fifty soldiers"), wounded=page.number("Fifty", 50)
    )
    assert words(wounded) == "Fifty soldiers were attacked (“wounded”); 50 wounded."


def test_a_relation_to_a_place() -> None:
    page = Written.of("The rebels hide in Mali.")
    claim = page.relation("operates_in", page.who("rebels"), page.where("Mali", "ML", "country"))
    assert words(claim) == "The rebels operate in Mali."


def test_names_link_and_show_the_words_of_the_text() -> None:
    page = Written.of("JNIM grew. The group attacked Gossi.")
    claim = page.event("ASSAULT", "attacked", actor=page.who("JNIM", "jnim"), place=page.where("Gossi", "ML"))
    parts = {part.text: part for part in sentence_for(claim)}
    assert parts["JNIM"].actor == "jnim"
    assert parts["Gossi"].country == "ML"
