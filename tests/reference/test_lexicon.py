"""The lexicon: what words mean with their arguments, and that its data keeps its own rules."""

from __future__ import annotations

import re
import time
import tomllib
from collections import Counter
from collections.abc import Collection
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from harmattan.errors import ReferenceError_
from harmattan.model.readings import Modality, RelationKind
from harmattan.reference.codebook import load_codebook
from harmattan.reference.lexicon import Lexicon, Predicate, load_lexicon, parse_lexicon
from harmattan.reference.lexicon_files import forms

LEXICON = load_lexicon()


def with_arguments(text: str) -> dict[str, set[str]]:
    """ "ARG1=bases,camp of=x" as the arguments of a predicate."""
    pairs = (pair.split("=") for pair in text.split())
    return {label: set(heads.replace("_", " ").split(",")) for label, heads in pairs}


# Word, part of speech, arguments (with + the particle, with / the light verb): type, mode; None for no event.
MEANINGS: list[tuple[str, str, str, str | None]] = [
    ("attacked", "VERB", "ARG0=militants ARG1=army", "ASSAULT"),
    ("attack", "NOUN", "compound=suicide on=base", "ASSAULT suicide-attack"),
    ("attack", "NOUN", "compound=missile", "ASSAULT heavy-weapons"),
    ("offensive", "NOUN", "against=forces", "ASSAULT"),
    ("fought", "VERB", "ARG0=groups against=forces", "ASSAULT"),
    ("targeted", "VERB", "ARG0=missiles ARG1=schools", "ASSAULT"),
    ("bombed", "VERB", "ARG0=warplanes", "ASSAULT aerial"),
    ("detonated", "VERB", "ARG1=vest", "ASSAULT suicide-attack"),
    ("exploded", "VERB", "ARG1=bomb", "ASSAULT explosives"),
    ("died", "VERB", "ARG1=soldiers in=ambush", "ASSAULT"),
    ("died", "VERB", "ARG1=president in=hospital", None),
    ("fire", "NOUN", "on=crowd /open", "ASSAULT firearms"),
    ("fire", "NOUN", "to=houses /set", "ASSAULT destroy"),
    ("fire", "NOUN", "in=forest", None),
    ("hit", "VERB", "ARG0=truck ARG1=mine", "ASSAULT explosives"),
    ("hit", "VERB", "ARG0=prices ARG1=peak", None),
    ("expel", "VERB", "ARG1=rebels", "ASSAULT"),
    ("expelled", "VERB", "ARG1=ambassador", "SANCTION expel"),
    ("expelled", "VERB", "ARG1=migrants", "COERCE deport"),
    ("repel", "VERB", "ARG1=attacks", "ASSAULT"),
    ("coup", "NOUN", "", "COERCE seize"),
    ("control", "NOUN", "in=north /establish", "COERCE seize"),
    ("control", "NOUN", "of=border", None),
    ("sharia", "NOUN", "on=population /impose", "COERCE restrict"),
    ("sharia", "NOUN", "", None),
    ("seized", "VERB", "ARG1=town", "COERCE seize"),
    ("seized", "VERB", "ARG1=hostages", "ASSAULT abduct"),
    ("took", "VERB", "ARG1=town", "COERCE seize"),
    ("took", "VERB", "ARG1=hostages", "ASSAULT abduct"),
    ("took", "VERB", "ARG1=bus", None),
    ("fell", "VERB", "ARG1=town to=rebels", "COERCE seize"),
    ("fall", "VERB", "ARG1=number to=2,500", None),
    ("fell", "VERB", "ARG1=troops to=river +back", "RETREAT withdraw"),
    ("end", "VERB", "ARG0=france ARG1=operation", "RETREAT withdraw"),
    ("end", "VERB", "ARG0=barkhane,@operation", "RETREAT withdraw"),
    ("end", "VERB", "ARG0=year", None),
    ("ended", "VERB", "ARG1=curfew", "CONCEDE"),
    ("closure", "NOUN", "of=bases", "RETREAT withdraw"),
    ("close", "VERB", "ARG1=bases", "RETREAT withdraw"),
    ("closed", "VERB", "ARG1=border", "COERCE restrict"),
    ("closed", "VERB", "ARG1=broadcaster", "COERCE censor"),
    ("closed", "VERB", "ARG1=embassy", "SANCTION withdraw"),
    ("closed", "VERB", "ARG1=shops", None),
    ("withdrawal", "NOUN", "of=troops", "RETREAT withdraw"),
    ("withdrew", "VERB", "ARG1=ambassador", "SANCTION withdraw"),
    ("withdrew", "VERB", "ARG1=complaint", "CONCEDE"),
    ("left", "VERB", "ARG0=soldiers ARG1=mali", "RETREAT withdraw"),
    ("left", "VERB", "ARG0=mali ARG1=bloc", "SANCTION withdraw"),
    ("left", "VERB", "ARG0=child ARG1=house", None),
    ("laid", "VERB", "ARG1=arms +down", "RETREAT disarm"),
    ("laid", "VERB", "ARG1=mines", "ASSAULT explosives"),
    ("released", "VERB", "ARG1=hostages", "RETREAT release"),
    ("released", "VERB", "ARG1=report", None),
    ("resigned", "VERB", "ARG0=president", "RETREAT resign"),
    ("accused", "VERB", "ARG0=minister ARG1=france", "ACCUSE allege"),
    ("condemned", "VERB", "ARG1=coup", "ACCUSE disapprove"),
    ("condemned", "VERB", "ARG1=officers to=death", "SANCTION convict"),
    ("summoned", "VERB", "ARG1=ambassador", "ACCUSE disapprove"),
    ("courted", "VERB", "ARG0=officials ARG1=mercenaries", "REQUEST assist"),
    ("appealed", "VERB", "to=france for=assistance", "REQUEST assist"),
    ("appealed", "VERB", "for=calm", "REQUEST yield"),
    ("deployed", "VERB", "ARG1=soldiers", "MOBILIZE troops"),
    ("deployed", "VERB", "ARG1=missiles", "MOBILIZE weapons"),
    ("arrived", "VERB", "ARG1=instructors", "MOBILIZE troops"),
    ("arrived", "VERB", "ARG1=letter", None),
    ("protested", "VERB", "against=base", "PROTEST demo"),
    ("strike", "NOUN", "compound=hunger", "PROTEST hunger"),
    ("strike", "NOUN", "ARG0=teachers", "PROTEST strike"),
    ("strike", "NOUN", "compound=air on=convoy", "ASSAULT aerial"),
    ("sanctions", "NOUN", "on=junta", "SANCTION discontinue"),
    ("suspended", "VERB", "ARG1=@state", "SANCTION discontinue"),
    ("suspended", "VERB", "ARG1=strike", "CONCEDE"),
    ("threatened", "VERB", "ARG1=junta with=sanctions", "THREATEN restrict"),
    ("met", "VERB", "ARG0=minister ARG1=counterpart", "CONSULT"),
    ("talks", "NOUN", "between=governments", "CONSULT"),
    ("mediated", "VERB", "between=parties", "CONSULT third-party"),
    ("visited", "VERB", "ARG0=minister", "CONSULT visit"),
    ("pledged", "VERB", "ARG1=troops", "AGREE"),
    ("allegiance", "NOUN", "to=caliphate /pledge", "SUPPORT"),
    ("signed", "VERB", "ARG1=accord", "SUPPORT"),
    ("signed", "VERB", "ARG1=autograph", None),
    ("ceasefire", "NOUN", "/declare", "CONCEDE"),
    ("lifted", "VERB", "ARG1=sanctions", "CONCEDE"),
    ("lifted", "VERB", "ARG1=siege", "RETREAT access"),
    ("rejected", "VERB", "ARG1=talks", "REJECT meet"),
    ("trained", "VERB", "ARG1=soldiers", "AID"),
    ("provided", "VERB", "to=army ARG1=drones", "AID"),
    ("cooperate", "VERB", "with=army", "COOPERATE"),
    ("harmattan", "NOUN", "", None),
    ("raised", "VERB", "ARG1=siege", "RETREAT withdraw"),
    ("blocked", "VERB", "ARG0=farmers ARG1=highway", "PROTEST obstruct"),
    ("blocked", "VERB", "ARG0=soldiers ARG1=road", "COERCE restrict"),
    ("received", "VERB", "ARG1=weapons from=government", "AID"),
    ("received", "VERB", "ARG1=weapons", None),
    ("received", "VERB", "ARG1=letter from=government", None),
    ("met", "VERB", "ARG0=junta ARG1=deadline", None),
    ("took", "VERB", "ARG1=road to=mopti", None),
    ("told", "VERB", "ARG1=mission to=leave", "REQUEST yield"),
    ("found", "VERB", "ARG1=general ARG2=guilty", "SANCTION convict"),
]


@pytest.mark.parametrize(("word", "upos", "arguments", "expected"), MEANINGS)
def test_meaning(word: str, upos: str, arguments: str, expected: str | None) -> None:
    parts = arguments.split()
    particle = next((part[1:] for part in parts if part.startswith("+")), None)
    light = next((part[1:] for part in parts if part.startswith("/")), None)
    plain = " ".join(part for part in parts if part[0] not in "+/")
    found = LEXICON.select(
        word, upos, with_arguments(plain), particles=(particle,) if particle else (), light=light
    )
    assert (" ".join(filter(None, (found.type, found.mode))) if found else None) == expected


# Word, arguments, label: field.
ROLES = [
    ("attacked", "ARG1=army", "ARG1", "recipient"),
    ("attacked", "ARG1=village", "ARG1", "target"),
    ("attacked", "ARG1=villagers", "ARG1", "victim"),
    ("targeted", "ARG0=missiles ARG1=schools", "ARG0", "weapon"),
    ("targeted", "ARG0=militants ARG1=schools", "ARG0", "actor"),
    ("killed", "ARG0=blast ARG1=two", "ARG0", "content"),
    ("killed", "ARG0=mine ARG1=two", "ARG0", "weapon"),
    ("exploded", "ARG1=bomb", "ARG1", "weapon"),
    ("withdrew", "ARG0=france ARG1=troops", "ARG0", "actor"),
    ("withdrew", "ARG1=ambassador from=mali", "from", "recipient"),
    ("captured", "ARG1=town", "ARG1", "target"),
    ("captured", "ARG1=soldiers", "ARG1", "recipient"),
    ("fell", "ARG1=town to=rebels", "to", "actor"),
    ("hosted", "ARG1=delegation", "ARG1", "actor"),
    ("hosted", "ARG1=delegation", "ARG0", "recipient"),
    ("appealed", "to=france", "to", "recipient"),
    ("clashed", "with=rebels", "with", "actor"),
]


@pytest.mark.parametrize(("word", "arguments", "label", "expected"), ROLES)
def test_role(word: str, arguments: str, label: str, expected: str) -> None:
    found = LEXICON.select(word, "VERB", with_arguments(arguments))
    assert found is not None
    assert found.roles[label] == expected


def test_second_choice_is_kept_apart() -> None:
    found = LEXICON.select("withdrew", "VERB", {"ARG1": {"troops"}})
    assert found is not None
    assert "ARG1" not in found.roles
    assert found.otherwise["ARG1"] == "actor"


def test_counts() -> None:
    assert {predicate.counts for predicate in LEXICON.entries("killed", "VERB")} == {"killed"}
    assert {predicate.counts for predicate in LEXICON.entries("abduction", "NOUN")} == {"abducted"}
    assert "wounded" in {predicate.counts for predicate in LEXICON.entries("wounded", "VERB")}


@pytest.mark.parametrize(
    ("word", "upos", "lemma"),
    [
        ("withdrew", "VERB", "withdraw"),
        ("bombings", "NOUN", "bombing"),
        ("launched", "VERB", "launch"),
        ("said", "VERB", "say"),
        ("Timbuktu", "PROPN", "Timbuktu"),
    ],
)
def test_lemma(word: str, upos: str, lemma: str) -> None:
    assert LEXICON.lemma(word, upos) == lemma


def test_light_verbs() -> None:
    for word in ("launched", "staged", "mounting", "imposed", "established", "began"):
        assert LEXICON.light(word) is not None
    carried = LEXICON.light("carried")
    assert carried is not None
    assert carried.particles == {"out"}
    assert LEXICON.light("slept") is None


@pytest.mark.parametrize(
    ("word", "upos", "modality"),
    [
        ("expected", "VERB", Modality.PLANNED),
        ("will", "AUX", Modality.PLANNED),
        ("threatened", "VERB", Modality.THREATENED),
        ("denied", "VERB", Modality.DENIED),
        ("reportedly", "ADV", Modality.ALLEGED),
        ("alleged", "ADJ", Modality.ALLEGED),
        ("could", "AUX", Modality.HYPOTHETICAL),
        ("if", "SCONJ", Modality.HYPOTHETICAL),
        ("regularly", "ADV", Modality.HABITUAL),
        ("walked", "VERB", None),
    ],
)
def test_modality(word: str, upos: str, modality: Modality | None) -> None:
    assert LEXICON.modality(word, upos) is modality


@pytest.mark.parametrize(
    ("word", "upos", "modality"),
    [
        ("said", "VERB", Modality.ASSERTED),
        ("announced", "VERB", Modality.ASSERTED),
        ("denies", "VERB", Modality.DENIED),
        ("claims", "VERB", Modality.ALLEGED),
        ("statement", "NOUN", Modality.ASSERTED),
        ("threatened", "VERB", Modality.THREATENED),
    ],
)
def test_reporting(word: str, upos: str, modality: Modality) -> None:
    found = LEXICON.reporting(word, upos)
    assert found is not None
    assert found.modality is modality


@pytest.mark.parametrize(
    ("word", "upos", "kind"),
    [
        ("replaced", "VERB", "succeeds"),
        ("superseded", "VERB", "succeeds"),
        ("led", "VERB", "led_by"),
        ("spearheaded", "VERB", "led_by"),
        ("leader", "NOUN", "led_by"),
        ("branch", "NOUN", "part_of"),
        ("joined", "VERB", "part_of"),
        ("fought", "VERB", "allied_with"),
        ("fought", "VERB", "hostile_to"),
        ("backs", "VERB", "supports"),
        ("operates", "VERB", "operates_in"),
        ("active", "ADJ", "operates_in"),
    ],
)
def test_relations(word: str, upos: str, kind: str) -> None:
    assert RelationKind(kind) in {found.relation for found in LEXICON.relations(word, upos)}


@pytest.mark.parametrize(
    ("word", "mode"),
    [
        ("missiles", "heavy-weapons"),
        ("ied", "explosives"),
        ("vest", "suicide-attack"),
        ("airstrike", "aerial"),
        ("drones", "drone"),
        ("rifles", "firearms"),
        ("machete", "primitive"),
        ("tear gas", "crowd-control"),
        ("sarin", "unconventional"),
        ("bread", None),
    ],
)
def test_weapon(word: str, mode: str | None) -> None:
    assert LEXICON.weapon(word) == mode


def test_noun_classes() -> None:
    assert {"forces", "troops"} <= LEXICON.noun_class("soldiers")
    assert "thing" in LEXICON.noun_class("mosque")
    assert LEXICON.noun_class("idea") == frozenset()
    assert LEXICON.struck({"mosque"}) == "target"
    assert LEXICON.struck({"kony", "@people"}) == "victim"
    assert LEXICON.struck({"mali"}) == "recipient"


def test_large_enough_and_all_types_and_their_modes() -> None:
    lemmas = {(predicate.lemma, predicate.pos) for predicate in LEXICON.predicates}
    assert len(lemmas) >= 1200
    counted = Counter(predicate.type for predicate in LEXICON.predicates)
    codebook = load_codebook()
    assert set(counted) == set(codebook.types)
    assert min(counted.values()) >= 8
    used = {(predicate.type, predicate.mode) for predicate in LEXICON.predicates}
    used |= {(clause.type or p.type, clause.mode) for p in LEXICON.predicates for clause in p.when}
    used |= {("ASSAULT", mode) for mode in LEXICON._weapons.values()}
    unused = {(t.name, mode) for t in codebook.types.values() for mode in t.modes} - used
    assert unused == set()


@pytest.mark.parametrize(
    "predicate", LEXICON.predicates, ids=lambda predicate: f"{predicate.type}-{predicate.lemma}"
)
def test_every_example_shows_its_word(predicate: Predicate) -> None:
    text = predicate.example.lower()
    words = {*re.findall(r"[\w'’-]+", text), *re.findall(r"[\w'’]+", text)}
    shown = forms(predicate.lemma, predicate.pos) | set(predicate.adjectives)
    for noun in predicate.nouns:
        shown |= forms(noun, "noun")
    assert shown & words
    assert predicate.example.endswith(".")
    if predicate.particle:
        assert predicate.particle in words


def test_no_two_meanings_of_a_word_hold_at_once() -> None:
    """Two that both hold without a condition would be told apart by nothing but the order of the files."""
    plain: dict[tuple[str, str, str | None, frozenset[str]], list[str]] = {}
    for (form, pos), entries in LEXICON._entries.items():
        for entry in entries:
            if not entry.ambiguous:
                plain.setdefault((form, pos, entry.particle, entry.only_under), []).append(entry.type)
    assert {key: types for key, types in plain.items() if len(types) > 1} == {}


def test_lookups_are_fast() -> None:
    load_lexicon.cache_clear()
    started = time.perf_counter()
    fresh = load_lexicon()
    assert time.perf_counter() - started < 3
    started = time.perf_counter()
    for _ in range(20_000):
        fresh.entries("withdrew", "VERB")
    assert time.perf_counter() - started < 1


FRAMES: dict[str, Any] = {
    "frames": {"deed": {"ARG0": "actor", "ARG1": "recipient"}},
    "classes": {"thing": ["house"], "people": ["child"]},
    "light": {"stage": []},
    "reporting": {"asserted": {"verbs": ["say"]}},
    "modality": {"planned": {"verbs": ["plan"]}},
    "weapons": {"firearms": ["gun"]},
    "relation": [
        {"lemma": "join", "relation": "part_of", "subject": "ARG0", "object": "ARG1", "example": "A joins B."}
    ],
}


def test_a_clause_may_name_several_arguments() -> None:
    words = {"argument": ["to", "into"], "heads": ["town"], "absent": ["ARG1", "on"]}
    (held,) = parse({"ambiguous": True, "when": [words]}).predicates
    (clause,) = held.when
    assert clause.holds({"into": {"town"}})
    assert clause.holds({"to": {"village"}, "into": {"town"}})
    assert not clause.holds({"from": {"town"}})
    assert not clause.holds({"to": {"town"}, "on": {"friday"}})


def parse(changes: dict[str, Any] | None = None, **tables: Any) -> Lexicon:
    row = {
        "lemma": "arrest",
        "roles": "deed",
        "mode": "arrest",
        "example": "They arrest him.",
        **(changes or {}),
    }
    documents = {"words.toml": {**FRAMES, **tables}, "coerce.toml": {"type": "COERCE", "predicate": [row]}}
    return parse_lexicon(documents, load_codebook())


def test_a_small_lexicon_is_read() -> None:
    assert [predicate.lemma for predicate in parse().predicates] == ["arrest"]


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no such type": ({"type": "WAR"}, "no type WAR"),
    "no such mode": ({"mode": "loudly"}, "no mode loudly"),
    "no such frame": ({"roles": "misdeed"}, "no frame is called misdeed"),
    "no such field": ({"roles": {"ARG0": "hero"}}, "no field is called hero"),
    "no such label": ({"roles": {"ARG9": "actor"}}, "ARG9 is neither"),
    "no such count": ({"counts": "missing"}, "no count is called missing"),
    "no such part of speech": ({"pos": "verbal"}, "pos is verb, noun or adjective"),
    "two words": ({"nouns": ["house arrest"]}, "word by word"),
    "not a light verb": ({"only_under": ["sleep"]}, "only_under"),
    "never used": ({"ambiguous": True}, "would never be used"),
    "unknown field": ({"weight": 3}, "does not know weight"),
    "no such class": (
        {"when": [{"argument": "ARG1", "heads": ["@gods"]}]},
        "no class of nouns is called @gods",
    ),
    "clause without argument": ({"when": [{"heads": ["man"]}]}, "must name its argument"),
    "a second argument with another field": (
        {"when": [{"argument": "ARG1", "and": {"argument": "ARG2", "head": "man"}}]},
        "does not know head",
    ),
    "an example read for another field": ({"reads": {"place": "Gao"}}, "is not read for place"),
    "clause with another field": ({"when": [{"argument": "ARG1", "head": "man"}]}, "does not know head"),
    "mode of another type in a clause": (
        {"when": [{"argument": "ARG1", "type": "AID", "mode": "arrest"}]},
        "AID has no mode",
    ),
}


@pytest.mark.parametrize(("changes", "message"), BAD.values(), ids=BAD.keys())
def test_malformed_predicates_are_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ReferenceError_, match=message) as error:
        parse(changes)
    assert "coerce.toml: arrest" in str(error.value)


@pytest.mark.parametrize(
    "tables",
    [
        {"modality": {"wished": {"verbs": ["wish"]}}},
        {"modality": {"planned": {"particles": ["to"]}}},
        {"weapons": {"words": ["pen"]}},
        {"relation": [{"lemma": "join"}]},
        {"frames": {"deed": {"ARG0": "hero"}}},
    ],
)
def test_malformed_tables_are_refused(tables: dict[str, Any]) -> None:
    with pytest.raises(ReferenceError_):
        parse(None, **tables)


def test_a_table_stands_in_one_file() -> None:
    documents: dict[str, dict[str, Any]] = {"a.toml": FRAMES, "b.toml": {"light": {"mount": []}}}
    with pytest.raises(ReferenceError_, match="one file"):
        parse_lexicon(documents, load_codebook())


def test_a_particle_of_its_own_leaves_a_common_verb_no_plain_meaning() -> None:
    food = {"ARG0": {"he"}, "ARG1": {"food"}}
    assert LEXICON.select("brought", "VERB", food) is not None
    assert LEXICON.select("brought", "VERB", food, particles=["up"], own=["up"]) is None


def test_a_class_goes_with_names_known_to_be_of_it() -> None:
    heads: Collection[str] = {"barkhane", "@operation"}
    assert LEXICON.select("conclude", "VERB", {"ARG1": heads}) is not None
    assert LEXICON.select("conclude", "VERB", {"ARG1": {"barkhane"}}) is None


PAGE = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text("utf-8")


@pytest.mark.parametrize("block", re.findall(r"```toml\n(.*?)```", PAGE, re.S))
def test_examples_of_the_documentation_are_read(block: str) -> None:
    shipped = resources.files("harmattan.reference") / "data" / "predicates"
    tables = {
        name: tomllib.loads((shipped / name).read_text("utf-8"))
        for name in ("frames.toml", "words.toml", "relations.toml")
    }
    lexicon = parse_lexicon({**tables, "page.toml": tomllib.loads(block)}, load_codebook())
    assert len(lexicon.predicates) == 1


def test_choices_of_the_documentation_are_types_and_modes() -> None:
    codebook = load_codebook()
    for cell in re.findall(r"^\| [^|]+ \| ([A-Z][^|]+) \|", PAGE, re.M):
        for coded in cell.strip().split(", "):
            name, _, mode = coded.partition(" ")
            assert not mode or mode in codebook.types[name].modes


def test_particles_change_nothing_where_the_lexicon_says_they_do_not() -> None:
    arguments = {"ARG0": {"@forces"}, "ARG1": {"@forces", "@people"}, "from": {"@state"}}
    verbs = {predicate.lemma for predicate in LEXICON.predicates if predicate.pos == "verb"}
    deaf = [verb for verb in sorted(verbs) if not LEXICON.has_particles(verb, "VERB")]
    assert {"kill", "abduct"} <= set(deaf)
    assert LEXICON.has_particles("carry", "VERB")
    assert not LEXICON.has_particles("pullout", "NOUN")
    for verb in deaf:
        plain = LEXICON.select(verb, "VERB", arguments)
        assert LEXICON.select(verb, "VERB", arguments, particles=["out", "up"], own=["up"]) == plain
