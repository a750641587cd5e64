"""Names and roles from the tags of words."""

from __future__ import annotations

import numpy as np
import pytest

from harmattan.readers.spans import names, roles
from harmattan.reading.marks import Name, Role

NAMES = [
    ("", []),
    ("O O", []),
    ("B-PER I-PER O", [Name(0, 2, "PER")]),
    ("B-LOC B-LOC", [Name(0, 1, "LOC"), Name(1, 2, "LOC")]),
    ("O I-ORG I-ORG", [Name(1, 3, "ORG")]),
    ("B-PER I-ORG", [Name(0, 1, "PER"), Name(1, 2, "ORG")]),
]


@pytest.mark.parametrize(("tags", "expected"), NAMES)
def test_names(tags: str, expected: list[Name]) -> None:
    assert list(names(tags.split())) == expected


ROLES = [
    # Probabilities to begin and to be inside, word by word.
    ([], []),
    ([(0.1, 0.0)], []),
    ([(0.9, 0.0), (0.1, 0.8), (0.0, 0.1)], [(0, 2, 0.9)]),
    ([(0.6, 0.1), (0.2, 0.25)], [(0, 1, 0.6)]),
    ([(0.9, 0.0), (0.8, 0.1)], [(0, 1, 0.9), (1, 2, 0.8)]),
    ([(0.5, 0.6)], []),
]


@pytest.mark.parametrize(("words", "expected"), ROLES)
def test_roles(words: list[tuple[float, float]], expected: list[tuple[int, int, float]]) -> None:
    rows = np.array([(1 - begin - inside, begin, inside) for begin, inside in words], np.float32).reshape(
        -1, 3
    )
    assert list(roles(rows, "Victim", 0.4)) == [
        Role(first, stop, "Victim", score) for first, stop, score in expected
    ]
