"""Names of places that one sentence marks and another does not."""

from __future__ import annotations

import pytest

from harmattan.reading.marks import Sentence
from harmattan.reading.names.places_again import with_places_again
from tests.reading.drawn import drawn

KNOWN = drawn("Rebels/NOUN/2/nsubj left/VERB/0/root Ber/PROPN/2/obj", names={"Ber": "LOC"})[1]
PERSON = drawn("Ahmed/PROPN/3/nsubj Ber/PROPN/1/flat left/VERB/0/root", names={"Ahmed Ber": "PER"})[1]
BODY = drawn(
    "He/PRON/2/nsubj died/VERB/0/root in/ADP/4/case Ber/PROPN/2/obl today/NOUN/2/obl", names={"Ber": "ORG"}
)[1]
BARE = drawn("He/PRON/2/nsubj died/VERB/0/root near/ADP/4/case Ber/PROPN/2/obl")[1]
LONGER = drawn("He/PRON/2/nsubj died/VERB/0/root in/ADP/5/case Ber/PROPN/5/compound Hospital/PROPN/2/obl")[1]
PARTY = drawn("Ber/PROPN/2/nsubj won/VERB/0/root", names={"Ber": "ORG"})[1]


@pytest.mark.parametrize(
    ("case", "sentences", "labels"),
    [
        ("taken for a body's", [KNOWN, BODY], ["LOC"]),
        ("missed", [KNOWN, BARE], ["LOC"]),
        ("known nowhere", [BODY], ["ORG"]),
        ("a longer name", [KNOWN, LONGER], []),
        ("a person's, too", [KNOWN, PERSON, BARE], []),
        ("behind no preposition", [KNOWN, PARTY], ["ORG"]),
    ],
)
def test_places_again(case: str, sentences: list[Sentence], labels: list[str]) -> None:
    assert [name.label for name in with_places_again(sentences)[-1].names] == labels
