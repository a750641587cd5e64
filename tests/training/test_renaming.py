"""Replacing names in training sentences."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

import harmattan.readers
from harmattan.readers.pieces import WordPieces
from training.examples import Example, Syntax
from training.renaming import Renamer, known_names, seen_names, spans

TOKENIZER = Path(harmattan.readers.__file__).parent / "weights" / "tokenizer.json"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O", []),
        ("B-PER I-PER O B-LOC", [("PER", 0, 2), ("LOC", 3, 4)]),
        ("B-LOC B-LOC", [("LOC", 0, 1), ("LOC", 1, 2)]),
        ("O B-ORG I-ORG", [("ORG", 1, 3)]),
    ],
)
def test_spans(tags: str, expected: list[tuple[str, int, int]]) -> None:
    assert list(spans(tags.split())) == expected


def example(text: str, upos: str, names: str) -> Example:
    words = tuple(text.split())
    return Example(
        "document",
        words,
        tuple((1,) for _ in words),
        (1,) * len(words),
        syntax=Syntax(tuple(upos.split()), (0,) * len(words), ("root",) * len(words)),
        names=tuple(names.split()),
    )


SENTENCE = example(
    "Awa Diallo left the Bank of Gao",
    "PROPN PROPN VERB DET PROPN ADP PROPN",
    "B-PER I-PER O O B-ORG I-ORG I-ORG",
)


def test_only_names_of_proper_nouns_are_seen() -> None:
    assert dict(seen_names([SENTENCE])) == {("PER", 2): [("Awa", "Diallo")]}


def test_a_name_gives_way_to_one_of_its_class_and_length() -> None:
    pieces = WordPieces.load(TOKENIZER)
    renamed = Renamer([{("PER", 2): [("Moussa", "Ag")]}], pieces, random.Random(1), 1.0)(SENTENCE)
    assert renamed.words == ("Moussa", "Ag", "left", "the", "Bank", "of", "Gao")
    assert renamed == replace(SENTENCE, words=renamed.words, pieces=renamed.pieces, shapes=renamed.shapes)
    assert len(renamed.pieces) == len(renamed.shapes) == 7


def test_without_a_name_to_give_the_example_stays() -> None:
    pieces = WordPieces.load(TOKENIZER)
    assert Renamer([{}], pieces, random.Random(1), 1.0)(SENTENCE) is SENTENCE


def test_the_package_gives_names_of_every_class() -> None:
    found = known_names()
    assert ("Gao",) in found["LOC", 1]
    assert ("Al", "Shabaab") in found["ORG", 2] or ("Boko", "Haram") in found["ORG", 2]
