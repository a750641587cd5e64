from collections import Counter
from pathlib import Path

import pytest

from harmattan.errors import ReferenceError_
from harmattan.model.world import Actor, ActorKind, Character, Membership
from harmattan.reference.actor_files import CHARACTERS
from harmattan.reference.actors import Registry, load_registry, packaged_file, parse_registry, slug
from harmattan.reference.countries import countries

NAMED = [
    ("al-Qaeda in the Islamic Maghreb", None, "aqim"),
    ("Al Qaeda in the Islamic Maghreb", None, "aqim"),
    ("AQMI", None, "aqim"),
    ("GSPC", 2005, "aqim"),
    ("GSPC", 2020, "aqim"),
    ("Jama’at Nasr al-Islam wal Muslimin", None, "jnim"),
    ("Jamaat Nusrat al-Islam wal Muslimeen", None, "jnim"),
    ("Ansar Eddine", None, "ansar-dine"),
    ("the People’s Protection Units", None, "ypg"),
    ("Jabhat al-Nusra", 2015, "hts"),
    ("Operation Serval", None, "operation-serval"),
    ("Opération Barkhane", None, "operation-barkhane"),
    ("FAMa", None, "malian-armed-forces"),
    ("FAMA", None, "malian-armed-forces"),
    ("U.N. Security Council", None, "un-security-council"),
    ("Mali", None, "mali"),
    ("government of Mali", None, "mali"),
    ("Cape Verdean Armed Forces", None, "cape-verdean-armed-forces"),
    ("UPC in a sentence", None, None),
    ("UPC", None, None),
    ("SNA", None, None),
    ("fama", None, None),
    ("us", None, None),
    ("JEM", None, "jem"),
    ("JeM", None, "jaish-e-mohammed"),
    ("Jabhat Fateh al-Sham", 2014, None),
    ("National Liberation Army", None, None),
    ("National Liberation Army", 2019, "eln"),
    ("Sudan People's Liberation Army", 2008, "splm"),
    ("Sudan People's Liberation Army", 2014, "sspdf"),
    ("SPLA", 2000, "splm"),
    ("SPLA", 2012, "sspdf"),
    ("SPLA", None, None),
    ("CNSP", 2020, "malian-cnsp"),
    ("CNSP", 2023, "nigerien-cnsp"),
    ("FPL", 1985, "fpl-el-salvador"),
    ("FPL", 2024, "fpl-niger"),
    ("", None, None),
]


@pytest.mark.parametrize(("name", "year", "actor"), NAMED)
def test_named(name: str, year: int | None, actor: str | None) -> None:
    found = load_registry().named(name, year)
    assert (found.id if found else None) == actor


def test_several_owners_of_an_acronym_are_candidates() -> None:
    assert {actor.id for actor in load_registry().candidates("UPC")} == {"upc-car", "upc-drc"}


def test_finds_names_in_a_text_longest_first() -> None:
    text = (
        "Jama’at Nusrat al-Islam wal-Muslimin (JNIM) and the Islamic State in the Greater Sahara fought "
        "MINUSMA in Mali; Minusma left. The UN said un mot."
    )
    assert [(text[start:end], actor.id) for start, end, actor in load_registry().find(text)] == [
        ("Jama’at Nusrat al-Islam wal-Muslimin", "jnim"),
        ("JNIM", "jnim"),
        ("Islamic State in the Greater Sahara", "is-sahel"),
        ("MINUSMA", "minusma"),
        ("Minusma", "minusma"),
        ("UN", "united-nations"),
    ]


def test_every_name_of_one_owner_is_found_as_it_is_written() -> None:
    registry = load_registry()
    for actor in registry.entries:
        if actor.kind is ActorKind.STATE:
            continue
        for name in (actor.name, *actor.acronyms, *(alias.name for alias in actor.aliases)):
            if len(registry.candidates(name)) == 1:
                find = registry.find_persons if actor.kind is ActorKind.PERSON else registry.find
                assert find(name) == [(0, len(name), actor)], name


def test_every_country_has_a_government_and_most_have_forces() -> None:
    registry = load_registry()
    for country in countries().all:
        state = registry.state_of(country.iso)
        assert state is not None
        assert state.kind is ActorKind.STATE
        assert (registry.forces_of(country.iso) is not None) == country.forces, country.name
    forces = registry.forces_of("FR")
    assert forces is not None
    assert forces.id == "french-armed-forces"
    assert registry.state_of("ZZ") is None
    assert registry.forces_of("CR") is None


def test_it_covers_the_world() -> None:
    entries = [actor for actor in load_registry().entries if actor.kind is not ActorKind.STATE]
    kinds = Counter(actor.kind for actor in entries)
    for kind, least in {
        "group": 600,
        "mission": 110,
        "operation": 90,
        "company": 20,
        "organisation": 150,
    }.items():
        assert kinds[ActorKind(kind)] >= least
    characters = Counter(actor.character for actor in entries)
    assert all(characters[character] for character in Character if character is not Character.GOVERNMENT)


def test_every_entry_says_what_it_is_and_where_it_can_be_checked() -> None:
    records = packaged_file().records
    assert len(records) >= 650
    for record in records:
        actor = load_registry().get(record.name)
        assert actor is not None
        assert len(actor.check) > 5, record.name
        assert actor.character is not None, record.name


MEMBERSHIPS = [
    ("ansar-dine", 2016, ()),
    ("ansar-dine", 2017, ("jnim",)),
    ("aqim", 2006, ()),
    ("aqim", 2010, ("al-qaeda",)),
    ("hts", 2014, ("al-qaeda",)),
    ("hts", 2018, ()),
    ("jnim", 2020, ("al-qaeda", "aqim")),
    ("mnla", 2013, ()),
    ("mnla", 2023, ("cma", "csp-mali")),
    ("mnla", None, ("cma", "csp-mali", "fla-azawad")),
]


@pytest.mark.parametrize(("actor_id", "year", "parents"), MEMBERSHIPS)
def test_what_an_actor_belongs_to_in_a_year(
    actor_id: str, year: int | None, parents: tuple[str, ...]
) -> None:
    actor = load_registry().get(actor_id)
    assert actor is not None
    assert actor.parents_in(year) == parents


def test_an_actor_may_leave_and_come_back() -> None:
    periods = (Membership("b", until=2004), Membership("b", since=2009))
    actor = Actor("a", "A", ActorKind.GROUP, parents=("b",), memberships=periods)
    assert [year for year in range(2003, 2011) if actor.parents_in(year)] == [2003, 2004, 2009, 2010]


def test_units_police_and_militias_are_not_a_countrys_army() -> None:
    for country in countries().all:
        forces = load_registry().forces_of(country.iso)
        if forces is not None:
            assert forces.character is Character.STATE_FORCE
            words = forces.name.lower()
            assert any(
                word in words for word in ("arm", "defen", "force", "bundeswehr", "guard", "military")
            ), forces.name


def test_the_page_names_every_character_of_every_kind() -> None:
    page = (Path(__file__).parents[2] / "docs" / "registry.md").read_text("utf-8")
    for kind, characters in CHARACTERS.items():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{kind}` | `"))
        for character in characters:
            assert f"`{character}`" in row, f"{kind}: {character}"


ENTRY = '[[actor]]\nid = "a"\nname = "A"\nkind = "group"\n'
BROKEN = [
    ("[[actor", "actors.toml"),
    ('[[actor]]\nname = "A"\nkind = "group"\n', "actor number 1: `id` is missing"),
    ('[[actor]]\nid = "A B"\nname = "A"\nkind = "group"\n', "actor A B: an id is"),
    ('[[actor]]\nid = "a"\nname = "A"\nkind = "club"\n', "actor a: there is no kind 'club'"),
    (ENTRY + "colour = 1\n", "actor a: unknown field 'colour'"),
    (ENTRY + 'countries = ["QQ"]\n', "actor a: there is no country 'QQ'"),
    (ENTRY + 'parents = ["b"]\n', "actor a: there is no parent 'b'"),
    (ENTRY + "since = 2010\nuntil = 2001\n", "actor a: it ends before it begins"),
    (ENTRY + 'since = "old"\n', "actor a: `since` must be a year"),
    (ENTRY + "aliases = [1]\n", "actor a: not an alias"),
    (ENTRY + 'aliases = [{name = "B", from = 3}]\n', "actor a: alias 'B'"),
    (ENTRY + 'aliases = [{name = "B", since = 2003, until = 2001}]\n', "actor a: alias 'B' ends"),
    (ENTRY + 'acronyms = "A"\n', "actor a: `acronyms` must be a list"),
    (ENTRY + ENTRY, "actor a: the id is used twice"),
]


@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_wrong_data_names_the_entry_and_the_problem(text: str, problem: str) -> None:
    with pytest.raises(ReferenceError_, match=problem):
        parse_registry(text, countries())


def test_an_empty_registry_knows_governments_only() -> None:
    registry: Registry = parse_registry("", countries())
    assert registry.named("AQIM") is None
    assert registry.find("AQIM") == []
    assert registry.state_of("ML") is not None


def test_slugs() -> None:
    assert slug("Côte d'Ivoire") == "cote-divoire"
    assert slug("São Tomé and Príncipe") == "sao-tome-and-principe"


def test_persons_are_found_apart() -> None:
    text = "Emmanuel Macron spoke to MINUSMA."
    registry = load_registry()
    assert [actor.id for _, _, actor in registry.find(text)] == ["minusma"]
    assert [actor.id for _, _, actor in registry.find_persons(text)] == ["emmanuel-macron"]


def test_persons_speak_for_somebody() -> None:
    for actor in load_registry().entries:
        assert actor.kind is not ActorKind.PERSON or len(actor.parents) == 1, actor.id
