"""Names for towns, where only towns have that done to them, or where a town of the name is known."""

from __future__ import annotations

import pytest

from harmattan.reading.marks import Sentence
from harmattan.reading.names.towns import with_towns
from tests.reading.drawn import drawn


def taken(verb: str, name: str, label: str = "PER") -> Sentence:
    return drawn(f"Rebels/NOUN/2/nsubj {verb}/VERB/0/root {name}/PROPN/2/obj", names={name: label})[1]


def suffered(name: str, verb: str, label: str = "PER") -> Sentence:
    drawing = f"{name}/PROPN/3/nsubj:pass was/AUX/3/aux:pass {verb}/VERB/0/root"
    return drawn(drawing, names={name: label} if label else {})[1]


def text_of(sentences: list[Sentence]) -> str:
    return " ".join(token.text for sentence in sentences for token in sentence.tokens)


IN_CONGO = drawn("Congo/PROPN/2/nsubj burns/VERB/0/root", names={"Congo": "LOC"})[1]
LISTED = drawn(
    "They/PRON/2/nsubj shelled/VERB/0/root Sake/PROPN/2/obj and/CCONJ/5/cc Kibumba/PROPN/3/conj",
    names={"Sake": "PER", "Kibumba": "PER"},
)[1]
TITLED = drawn(
    "They/PRON/2/nsubj captured/VERB/0/root Colonel/PROPN/2/obj Goma/PROPN/3/flat", names={"Goma": "PER"}
)[1]
SIEGE = drawn("the/DET/2/det siege/NOUN/0/root of/ADP/4/case Sake/PROPN/2/nmod", names={"Sake": "PER"})[1]
ATTACK = drawn("the/DET/2/det attack/NOUN/0/root on/ADP/4/case Goma/PROPN/2/nmod", names={"Goma": "PER"})[1]
UNDER_FIRE = drawn(
    "Goma/PROPN/2/nsubj came/VERB/0/root under/ADP/4/case fire/NOUN/2/obl", names={"Goma": "ORG"}
)[1]
FELL = drawn("Goma/PROPN/2/nsubj fell/VERB/0/root to/ADP/4/case rebels/NOUN/2/obl", names={"Goma": "PER"})[1]
KILLED = taken("killed", "Goma")


@pytest.mark.parametrize(
    ("case", "sentences", "labels"),
    [
        ("only places are shelled", [taken("shelled", "Kibumba")], ["LOC"]),
        ("in the passive, not marked at all", [suffered("Kibumba", "besieged", "")], ["LOC"]),
        ("both of a list", [LISTED], ["LOC", "LOC"]),
        ("behind a noun", [SIEGE], ["LOC"]),
        ("a town that is known", [taken("captured", "Goma")], ["LOC"]),
        ("a town known in a country that is named", [IN_CONGO, suffered("Goma", "captured")], ["LOC"]),
        ("a town known elsewhere", [IN_CONGO, taken("captured", "Djibo")], ["PER"]),
        ("no town that is known", [taken("captured", "Kibumba")], ["PER"]),
        ("under fire", [UNDER_FIRE], ["LOC"]),
        ("fallen to somebody", [FELL], ["LOC"]),
        ("behind a noun, a town that is known", [ATTACK], ["LOC"]),
        ("a town taken for a body", [taken("struck", "Goma", "ORG")], ["LOC"]),
        ("somebody with a title", [TITLED], ["PER"]),
        ("what is done to persons", [KILLED], ["PER"]),
    ],
)
def test_towns(case: str, sentences: list[Sentence], labels: list[str]) -> None:
    assert [name.label for name in with_towns(text_of(sentences), sentences)[-1].names] == labels


def test_a_body_that_is_known_is_no_town() -> None:
    struck = taken("struck", "Hamas", "ORG")
    assert with_towns(text_of([struck]), [struck], {struck.tokens[2].start})[0].names == struck.names
