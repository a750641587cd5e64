"""Whose the weapons are that an event tells of."""

from __future__ import annotations

import pytest

from harmattan.reading.events.wielders import wielders
from harmattan.reading.names.entities import find_entities
from harmattan.reading.pages import Page
from harmattan.reference.lexicon import load_lexicon
from tests.reading.drawn import drawn

WEAPONS = [
    ("Malian/ADJ/2/amod jets/NOUN/3/nsubj struck/VERB/0/root", {}, ["Malian"]),
    ("coalition/NOUN/2/compound jets/NOUN/3/nsubj struck/VERB/0/root", {}, ["coalition"]),
    ("Front/PROPN/2/compound jets/NOUN/3/nsubj struck/VERB/0/root", {"Front": "ORG"}, ["Front"]),
    ("Gao/PROPN/2/compound jets/NOUN/3/nsubj struck/VERB/0/root", {"Gao": "LOC"}, []),
    ("heavy/ADJ/2/amod jets/NOUN/3/nsubj struck/VERB/0/root", {}, []),
    ("Islamic/ADJ/2/amod jets/NOUN/3/nsubj struck/VERB/0/root", {}, []),
    (
        "the/DET/2/det jets/NOUN/6/nsubj of/ADP/5/case the/DET/5/det army/NOUN/2/nmod struck/VERB/0/root",
        {},
        ["army"],
    ),
    ("fighter/NOUN/2/compound jets/NOUN/3/nsubj struck/VERB/0/root", {}, []),
]


@pytest.mark.parametrize(
    ("notation", "names", "owners"), WEAPONS, ids=[case[0].split("/")[0] for case in WEAPONS]
)
def test_owners_of_weapons(notation: str, names: dict[str, str], owners: list[str]) -> None:
    document, sentence = drawn(notation, names=names)
    page = Page(document, (), find_entities(document, [sentence]))
    jets = sentence.words.index("jets")
    assert [mention.name for mention in wielders(page, sentence, [jets], load_lexicon())] == owners
