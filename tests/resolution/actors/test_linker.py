from datetime import date

import pytest

from harmattan.model.readings import Mention
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.resolution.actors.linker import ActorLinker
from harmattan.resolution.context import Context
from tests.resolution.actors.meant import actor as meant_actor
from tests.resolution.reported import reading, stretch

MALI = "Fighting went on in Mali. "

CASES = [
    ("AQIM", "aqim"),
    ("AQIM fighters", "aqim"),
    ("dozens of suspected Boko Haram militants", "boko-haram"),
    ("members of al-Shabaab", "al-shabaab"),
    ("Houthi rebels", "houthis"),
    ("People’s Protection Units (YPG) militants", "ypg"),
    ("Jamaat Nusrat al-Islam wal Muslimeen (JNIM)", "jnim"),
    ("the Wagner Group’s mercenaries", "wagner-group"),
    ("Takuba Task Force", "takuba"),
    ("Operation Barkhane troops", "operation-barkhane"),
    ("UN peacekeepers", "united-nations"),
    ("5,000 French troops", "french-armed-forces"),
    ("Malian officials", "mali"),
    ("Mali", "mali"),
    ("al-Qaeda-linked militants", None),
    ("AQIM leader Abdelmalek Droukdel", "abdelmalek-droukdel"),
    ("AQIM leader Somebody Unknown", None),
    ("victims of Boko Haram", None),
    ("AQIM and JNIM fighters", None),
    ("the Boko Haram insurgency", None),
    ("the rebels", None),
    ("gunmen", None),
    ("Choguel Maïga", "mali"),
    ("interim President Dioncounda Traoré", "mali"),
    ("allies of Emmanuel Macron", None),
    ("former President François Hollande", "francois-hollande"),
    ("Iyad Ag Ghali", "iyad-ag-ghali"),
    ("Choguel Somebody", None),
    ("Bamako", None),
    ("anti-MINUSMA protesters", None),
]


def link(quote: str, text: str = "", *, metonyms: bool = False) -> str | None:
    written = reading(f"{text}{quote} did so.")
    mention = Mention(stretch(written.document, quote), quote)
    linker = ActorLinker(load_registry(), countries())
    return linker.link(mention, Context(written, countries()), metonyms=metonyms).actor


@pytest.mark.parametrize(("quote", "actor"), CASES)
def test_a_mention_s_actor(quote: str, actor: str | None) -> None:
    assert link(quote, MALI) == actor


def test_the_best_known_name_comes_before_the_words() -> None:
    written = reading("The group left Mali.")
    span = stretch(written.document, "The group")
    linker = ActorLinker(load_registry(), countries())
    named = Mention(span, "Ansar Dine")
    assert linker.link(named, Context(written, countries())).actor == "ansar-dine"
    unnamed = Mention(span, "The group")
    assert linker.link(unnamed, Context(written, countries())) is unnamed


def test_an_actor_that_is_there_is_kept() -> None:
    written = reading("AQIM left.")
    mention = Mention(stretch(written.document, "AQIM"), "AQIM", actor="somebody")
    assert ActorLinker(load_registry(), countries()).link(mention, Context(written, countries())) is mention


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The SNA shelled Afrin in Syria. Syrian towns fell.", "syrian-national-army"),
        ("The SNA retook towns in Somalia from Somali fighters.", "somali-national-army"),
        ("The SNA was named with Syria and Somalia.", None),
        ("The SNA was named.", None),
    ],
)
def test_an_acronym_of_several_is_told_apart_by_the_countries_named(text: str, actor: str | None) -> None:
    written = reading(text)
    mention = Mention(stretch(written.document, "SNA"), "SNA")
    assert (
        ActorLinker(load_registry(), countries()).link(mention, Context(written, countries())).actor == actor
    )


def test_what_the_document_says_of_its_acronyms_comes_first() -> None:
    written = reading(
        "The Union of Congolese Patriots (UPC) was founded. UPC men fled.",
        aliases=[("Union of Congolese Patriots", "UPC")],
    )
    mention = Mention(stretch(written.document, "UPC#2"), "UPC")
    context = Context(written, countries())
    assert ActorLinker(load_registry(), countries()).link(mention, context).actor == "upc-drc"


def test_an_acronym_nobody_knows_is_learnt_from_the_document() -> None:
    written = reading(
        "Ansar Dine, called the AnD by some, left. The AnD returned.", aliases=[("Ansar Dine", "AnD")]
    )
    mention = Mention(stretch(written.document, "AnD#2"), "AnD")
    context = Context(written, countries())
    assert ActorLinker(load_registry(), countries()).link(mention, context).actor == "ansar-dine"


def test_a_name_is_not_used_before_its_time() -> None:
    name = "Jabhat Fateh al-Sham"
    for year, actor in ((2014, None), (2016, "hts"), (2023, "hts")):
        written = reading(f"{name} in Syria.")
        document = written.document.__class__(written.document.text, published=date(year, 8, 1))
        dated = written.__class__(document, written.sentences, written.statements, written.reader)
        mention = Mention(stretch(document, name), name)
        linker = ActorLinker(load_registry(), countries())
        assert linker.link(mention, Context(dated, countries())).actor == actor


def test_a_word_in_capitals_is_nobody_s_acronym() -> None:
    text = "THE REBELS BLEW UP A BRIDGE. IT IS NOT KNOWN WHO IS TO BLAME."
    assert meant_actor(text, "REBELS") is None


def test_a_capital_is_its_government_only_where_it_may_be() -> None:
    assert link("Paris") is None
    assert link("Paris", metonyms=True) == "france"
    assert link("the Kremlin", metonyms=True) == "russia"
    assert link("Gao", metonyms=True) is None


@pytest.mark.parametrize(("year", "actor"), [(2013, "france"), (2023, "francois-hollande"), (None, "france")])
def test_who_left_office_no_longer_speaks_for_the_government(year: int | None, actor: str) -> None:
    written = reading("François Hollande said so.", published=date(year, 5, 1) if year else None)
    mention = Mention(stretch(written.document, "François Hollande"), "François Hollande")
    assert (
        ActorLinker(load_registry(), countries()).link(mention, Context(written, countries())).actor == actor
    )


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("Gunmen attacked Mali. The army fled.", "army", "malian-armed-forces"),
        ("Gunmen attacked Mali. The army fled.", "The army", "malian-armed-forces"),
        ("Gunmen attacked Mali. Later the defence ministry spoke.", "defence ministry", "mali"),
        ("Gunmen attacked Mali. An army fled.", "army", None),
        ("Gunmen attacked Mali. Its army fled.", "army", None),
        ("Gunmen attacked Mali and Niger. The army fled.", "army", None),
        (
            "Mali, Mali and Mali. In Niger gunmen came, and in Niger the army fled.",
            "army",
            "nigerien-armed-forces",
        ),
        ("The army fled.", "army", None),
        ("Rebels in Syria fought government forces.", "government forces", "syrian-armed-forces"),
        ("Gunmen attacked Mali. The soldiers fled.", "soldiers", "malian-armed-forces"),
    ],
)
def test_an_institution_is_that_of_the_country_at_hand(text: str, quote: str, actor: str | None) -> None:
    written = reading(text)
    mention = Mention(stretch(written.document, quote), quote)
    assert (
        ActorLinker(load_registry(), countries()).link(mention, Context(written, countries())).actor == actor
    )


@pytest.mark.parametrize(
    ("text", "men", "owner", "actor"),
    [
        ("Niger said that its forces fled.", "forces", "Niger", "nigerien-armed-forces"),
        ("JNIM said that its fighters fled.", "fighters", "JNIM", "jnim"),
        ("Niger said that its members fled.", "members", "Niger", "niger"),
    ],
)
def test_a_state_s_own_men_are_its_armed_forces(text: str, men: str, owner: str, actor: str) -> None:
    written = reading(text)
    mention = Mention(stretch(written.document, men), owner, antecedent=stretch(written.document, owner))
    linked = ActorLinker(load_registry(), countries()).link(mention, Context(written, countries()))
    assert linked.actor == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("An Israeli air strike killed two.", "israel-defense-forces"),
        ("A night-time Israeli drone strike killed two.", "israel-defense-forces"),
        ("They refused an Israeli request.", "israel"),
        ("An Israeli was killed.", None),
        ("An Israeli farmer was killed.", None),
    ],
)
def test_what_a_people_s_name_describes_is_the_state_s(text: str, actor: str | None) -> None:
    written = reading(text)
    mention = Mention(stretch(written.document, "Israeli"), "Israeli")
    assert (
        ActorLinker(load_registry(), countries()).link(mention, Context(written, countries())).actor == actor
    )


def test_the_united_nations_are_no_group() -> None:
    assert (
        link("The group", "JNIM attacked Djibo in Burkina Faso. The United Nations condemned it. ") == "jnim"
    )
