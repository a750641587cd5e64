"""Who fills which place of a predicate, on drawn trees."""

from __future__ import annotations

import pytest

from harmattan.reading.events.arguments import arguments, is_passive
from tests.reading.drawn import drawn

# A sentence as drawn, PropBank's labels, its predicate, and the arguments: label=head.
CASES = {
    "a subject and an object": (
        "Rebels/NOUN/2/nsubj took/VERB/0/root Kidal/PROPN/2/obj",
        {},
        "took",
        "ARG0=Rebels ARG1=Kidal",
    ),
    "a passive": (
        "Kidal/PROPN/3/nsubj:pass was/AUX/3/aux:pass taken/VERB/0/root by/ADP/5/case rebels/NOUN/3/obl:agent",
        {},
        "taken",
        "ARG1=Kidal ARG0=rebels",
    ),
    "a subject drawn as a passive's": (
        "Mali/PROPN/2/nsubj:pass equipped/VERB/0/root battalions/NOUN/2/obj",
        {},
        "equipped",
        "ARG0=Mali ARG1=battalions",
    ),
    "a participle in -ing is no passive": (
        "Envoys/NOUN/4/nsubj:pass have/AUX/4/aux been/AUX/4/aux:pass shuttling/VERB/0/root",
        {},
        "shuttling",
        "ARG0=Envoys",
    ),
    "an object alone, drawn as indirect": (
        "Officers/NOUN/2/nsubj taught/VERB/0/root cadets/NOUN/2/iobj",
        {},
        "taught",
        "ARG0=Officers ARG1=cadets",
    ),
    "a particle drawn as a preposition": (
        "Troops/NOUN/2/nsubj sealed/VERB/0/root off/ADP/4/case towns/NOUN/2/obl",
        {},
        "sealed",
        "ARG0=Troops off=towns ARG1=towns",
    ),
    "a preposition of two words": (
        "Mali/PROPN/2/nsubj pulled/VERB/0/root out/ADP/6/case of/ADP/6/case the/DET/6/det bloc/NOUN/2/obl",
        {},
        "pulled",
        "ARG0=Mali out=bloc of=bloc",
    ),
    "what stands in front of something": (
        "bomb/NOUN/2/nsubj exploded/VERB/0/root in/ADP/4/case front/NOUN/2/obl of/ADP/6/case banks/NOUN/4/nmod",
        {},
        "exploded",
        "ARG0=bomb outside=banks",
    ),
    "whose murder it was": (
        "Ruiz/PROPN/3/nmod:poss 's/PART/1/case murder/NOUN/4/nsubj shocked/VERB/0/root Lima/PROPN/4/obj",
        {},
        "murder",
        "ARG1=Ruiz",
    ),
    "who murdered": (
        "rebels/NOUN/3/nmod:poss '/PART/1/case murder/NOUN/6/nsubj of/ADP/5/case Ruiz/PROPN/3/nmod shocked/VERB/0/root",
        {},
        "murder",
        "ARG0=rebels ARG1=Ruiz",
    ),
    "a phrase on a particle": (
        "Rebels/NOUN/2/nsubj walked/VERB/0/root away/ADV/2/advmod from/ADP/5/case talks/NOUN/3/obl",
        {},
        "walked",
        "ARG0=Rebels from=talks",
    ),
    "a gerund as the subject": (
        "Fighting/VERB/2/nsubj erupted/VERB/0/root between/ADP/4/case clans/NOUN/2/obl",
        {},
        "erupted",
        "ARG0=Fighting between=clans",
    ),
    "a phrase behind the object": (
        "Mali/PROPN/2/nsubj bought/VERB/0/root tanks/NOUN/2/obj from/ADP/5/case China/PROPN/3/nmod",
        {},
        "bought",
        "ARG0=Mali ARG1=tanks from=China",
    ),
    "a label beats the place": (
        "Soldiers/NOUN/2/nsubj deserted/VERB/0/root",
        {"deserted": {"Soldiers": "ARG1"}},
        "deserted",
        "ARG1=Soldiers",
    ),
}


@pytest.mark.parametrize(("notation", "labels", "word", "expected"), CASES.values(), ids=CASES.keys())
def test_arguments(notation: str, labels: dict[str, dict[str, str]], word: str, expected: str) -> None:
    _, sentence = drawn(notation, arguments=labels)
    words = [token.text for token in sentence.tokens]
    found = arguments(sentence, words.index(word))
    heads = {f"{label}={words[head]}" for label, heads in found.by_label.items() for head in heads}
    assert heads == set(expected.split())


def test_the_tree_alone_where_labels_are_left_out() -> None:
    _, sentence = drawn(
        "Soldiers/NOUN/2/nsubj deserted/VERB/0/root", arguments={"deserted": {"Soldiers": "ARG1"}}
    )
    assert arguments(sentence, 1, tree_only=True).by_label == {"ARG0": [0]}


# A sentence, its predicate, and what tells its meanings apart: label=word.
BESIDE = [
    (
        "Chad/PROPN/2/nsubj told/VERB/0/root rebels/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp",
        "told",
        {"clause": ["leave"], "to": ["leave"], "ARG2": ["leave"]},
    ),
    (
        "Judges/NOUN/2/nsubj found/VERB/0/root him/PRON/2/obj guilty/ADJ/2/xcomp",
        "found",
        {"clause": ["guilty"], "ARG2": ["guilty"]},
    ),
    (
        "They/PRON/2/nsubj stripped/VERB/0/root him/PRON/2/obj of/ADP/5/case immunity/NOUN/3/nmod",
        "stripped",
        {"of": ["immunity"]},
    ),
    ("a/DET/3/det suicide/NOUN/3/compound bombing/NOUN/0/root", "bombing", {"compound": ["suicide"]}),
]


@pytest.mark.parametrize(("notation", "word", "expected"), BESIDE)
def test_what_tells_meanings_apart(notation: str, word: str, expected: dict[str, list[str]]) -> None:
    _, sentence = drawn(notation)
    words = [token.text for token in sentence.tokens]
    found = arguments(sentence, words.index(word))
    assert {label: [words[head] for head in heads] for label, heads in found.clauses.items()} == expected


def test_being_makes_a_passive_of_another_word() -> None:
    _, sentence = drawn(
        "Towns/NOUN/4/nsubj:pass are/AUX/4/aux being/AUX/4/aux:pass shelled/VERB/0/root", arguments={}
    )
    assert is_passive(sentence, 3)
    assert not is_passive(sentence, 2)
