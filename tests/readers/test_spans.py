"""Names and roles from the tags of words, and roles carried on to the end of their phrases."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from harmattan.readers.spans import NameTags, completed, names, roles
from harmattan.reading.marks import Name, Role, Sentence, Token

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


LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC")

TAGGED = [
    # What is likely of each word, and the tags: what is not said is shared among the other labels.
    ([{"O": 0.999}, {"O": 0.999}], "O O"),
    ([{"B-PER": 0.9}, {"I-PER": 0.9}, {"O": 0.9}], "B-PER I-PER O"),
    # "North Korea": no name goes on under another label.
    ([{"B-PER": 0.5, "B-LOC": 0.4}, {"I-LOC": 0.9}], "B-LOC I-LOC"),
    # "Scott Neal": a name rather goes on than another begins right after it.
    ([{"B-PER": 0.9}, {"B-PER": 0.5, "I-PER": 0.4}], "B-PER I-PER"),
    # "Gao Ménaka", where the second is surely one of its own.
    ([{"B-LOC": 0.97}, {"B-LOC": 0.97}], "B-LOC B-LOC"),
    # Nothing goes on at the beginning, nor after a word that is certainly no name.
    ([{"I-LOC": 0.6, "B-LOC": 0.3}], "B-LOC"),
    ([{"B-PER": 0.9}, {"O": 0.999}, {"I-PER": 0.6, "B-PER": 0.2}], "B-PER O B-PER"),
]


@pytest.mark.parametrize(("words", "tags"), TAGGED)
def test_name_tags(words: list[dict[str, float]], tags: str) -> None:
    rows = []
    for known in words:
        rest = (1 - sum(known.values())) / (len(LABELS) - len(known))
        rows.append([known.get(label, rest) for label in LABELS])
    assert NameTags(LABELS)(np.array(rows, np.float32)) == tags.split()


@given(
    arrays(
        np.float32,
        st.tuples(st.integers(0, 12), st.just(len(LABELS))),
        elements=st.floats(0, 1, width=32),
    )
)
def test_no_name_goes_on_that_did_not_begin(probabilities: NDArray[np.float32]) -> None:
    tags = NameTags(LABELS)(probabilities)
    assert len(tags) == len(probabilities)
    for before, after in pairwise(["O", *tags]):
        assert not after.startswith("I-") or before in (f"B-{after[2:]}", after)


@given(
    arrays(
        np.float32,
        st.tuples(st.integers(0, 12), st.just(len(LABELS))),
        elements=st.floats(0, 1, width=32),
    ),
    st.integers(0, 12),
)
def test_two_sentences_are_tagged_together_as_apart(probabilities: NDArray[np.float32], start: int) -> None:
    tags = NameTags(LABELS)
    assert tags(probabilities, {0, start}) == tags(probabilities[:start]) + tags(probabilities[start:])


ROLES = [
    # Probabilities to begin and to be inside, word by word.
    ([], []),
    ([(0.1, 0.0)], []),
    ([(0.9, 0.0), (0.1, 0.8), (0.0, 0.1)], [(0, 2, 0.85)]),
    ([(0.6, 0.1), (0.2, 0.25)], [(0, 1, 0.6)]),
    # Hardly begun, and yet as a whole likely; begun, and then less likely than is asked for.
    ([(0.3, 0.1), (0.1, 0.8)], [(0, 2, 0.55)]),
    ([(0.45, 0.1), (0.1, 0.3)], []),
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


# Words with part of speech, head from 1 and relation; a role's first word, stop and name; what it becomes.
PHRASES = [
    ("oil/NOUN/2/compound pipeline/NOUN/0/root", (0, 1, "Target"), (0, 2)),
    ("bomb/NOUN/2/compound attack/NOUN/0/root", (0, 1, "Weapon"), (0, 1)),
    ("army/NOUN/2/compound commander/NOUN/0/root", (0, 1, "PerpOrg"), (0, 1)),
    ("president/NOUN/3/nmod:poss 's/PART/1/case home/NOUN/0/root", (0, 1, "Target"), (0, 3)),
    ("mayor/NOUN/3/nmod:poss 's/PART/1/case death/NOUN/0/root", (0, 2, "Victim"), (0, 1)),
    ("members/NOUN/0/root of/ADP/4/case the/DET/4/det fmln/PROPN/1/nmod", (0, 2, "PerpInd"), (0, 4)),
    ("vehicles/NOUN/0/root of/ADP/1/fixed", (0, 2, "Target"), (0, 1)),
    ("pylons/NOUN/0/root and/CCONJ/3/cc bridges/NOUN/1/conj", (0, 2, "Target"), (0, 1)),
    ("jaime/PROPN/0/root estevez/PROPN/1/flat fled/VERB/1/acl", (0, 1, "Victim"), (0, 2)),
    (
        "big/ADJ/6/amod a/X/1/dep b/X/1/dep c/X/1/dep d/X/1/dep house/NOUN/0/root",
        (0, 1, "Target"),
        (0, 1),
    ),
]


def _sentence(line: str, found: list[Role]) -> Sentence:
    words = [word.split("/") for word in line.split()]
    return Sentence(
        tuple(Token(index, index + 1, word[0]) for index, word in enumerate(words)),
        tuple(word[1] for word in words),
        tuple(int(word[2]) - 1 for word in words),
        tuple(word[3] for word in words),
        roles=tuple(found),
    )


@pytest.mark.parametrize(("line", "role", "expected"), PHRASES)
def test_a_role_ends_where_its_phrase_does(
    line: str, role: tuple[int, int, str], expected: tuple[int, int]
) -> None:
    first, stop, name = role
    assert completed(_sentence(line, [Role(first, stop, name, 0.5)])) == [Role(*expected, name, 0.5)]


@pytest.mark.parametrize(
    ("scores", "expected"), [((0.6, 0.5), Role(0, 2, "Target", 0.6)), ((0.4, 0.5), Role(1, 2, "Target", 0.5))]
)
def test_of_roles_that_come_to_overlap_the_likelier_is_kept(
    scores: tuple[float, float], expected: Role
) -> None:
    line = "oil/NOUN/2/compound pipeline/NOUN/0/root"
    found = [Role(0, 1, "Target", scores[0]), Role(1, 2, "Target", scores[1])]
    assert completed(_sentence(line, found)) == [expected]
    assert len(completed(_sentence(line, [found[0], Role(1, 2, "Victim", 0.1)]))) == 2
