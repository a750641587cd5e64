"""Which strings of a MUC-4 text name one party."""

from __future__ import annotations

from collections import Counter

import pytest

from harmattan.reading.marks import Name, Sentence, Token
from quality.filler_names import fullest, person_names, same

PARTIES = [
    ("fmln", "farabundo marti national liberation front", True),
    ("army of national liberation", "eln", True),
    ("sendero luminoso", "shining path", True),
    ("anti tank brigade", "atb", True),
    ("jesuit priests", "priests", True),
    ("fmln", "eln", False),
    ("guerrillas", "soldiers", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), PARTIES)
def test_parties(one: str, other: str, expected: bool) -> None:
    assert same(one, other) is same(other, one) is expected


NAMES = Counter({"ana maria lopez": 2, "jorge lopez": 1, "ana maria": 3, "lopezreyes": 1})
FULLER = {
    "lopez": "ana maria lopez",  # named so more often
    "jorge": "jorge lopez",
    "ana maria": "ana maria lopez",
    "mari": "mari",  # whole words only
    "maria": "ana maria",
    "ana maria lopez": "ana maria lopez",
    "guerrillas": "guerrillas",
}


@pytest.mark.parametrize(("mention", "expected"), FULLER.items())
def test_fuller_names(mention: str, expected: str) -> None:
    assert fullest(mention, NAMES) == expected


def test_ranks_are_no_part_of_a_name_nor_places_persons() -> None:
    text = "col jorge lopez left cali"
    tokens, at = [], 0
    for word in text.split():
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    sentence = Sentence(
        tuple(tokens),
        ("NOUN", "PROPN", "PROPN", "VERB", "PROPN"),
        (1, 3, 1, -1, 3),
        ("compound", "nsubj", "flat", "root", "obj"),
        (Name(0, 3, "PER"), Name(4, 5, "LOC")),
        (),
        (),
        0,
        (1.0,) * 5,
    )
    assert person_names(text, [sentence]) == {"jorge lopez": 1}
