from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reading.marks import Sentence, Token
from harmattan.reading.sentences import tokenize
from harmattan.reading.trees.insertions import put_together, take_apart

CASES = [
    (
        "Barkhane—France's mission in Mali—will end soon.",
        ["Barkhane will end soon .", "France 's mission in Mali"],
    ),
    ("AQIM and the Front (MNLA) fought in Gao.", ["AQIM and the Front fought in Gao .", "MNLA"]),
    (
        "It was replaced by Takuba—a task force led by France.",
        ["It was replaced by Takuba", "a task force led by France ."],
    ),
    ("Nothing is inserted here.", ["Nothing is inserted here ."]),
    ("Open (without an end", ["Open ( without an end"]),
    ("— It begins with a dash", ["— It begins with a dash"]),
    ("• 14 June: Gunmen raided Ber.", ["Gunmen raided Ber .", "• 14 June :"]),
    ("- South Sudan: Gunmen raided a village.", ["Gunmen raided a village .", "- South Sudan :"]),
    ("Friday, 14 June: Gunmen raided Ber.", ["Gunmen raided Ber .", "Friday , 14 June :"]),
    ("Police: Gunmen raided Ber.", ["Police : Gunmen raided Ber ."]),
    ("• The toll: nobody knows it yet.", ["• The toll : nobody knows it yet ."]),
]


@pytest.mark.parametrize(("text", "parts"), CASES)
def test_parts(text: str, parts: list[str]) -> None:
    tokens = tokenize(text)
    found = [" ".join(tokens[word].text for word in part.words) for part in take_apart(tokens)]
    assert found == parts


def test_a_dateline_is_a_part_of_its_own() -> None:
    tokens = tokenize("BAMAKO, March 14 (Agency) — Rebels attacked Gao.")
    found = [" ".join(tokens[word].text for word in part.words) for part in take_apart(tokens, start=8)]
    assert found == ["Rebels attacked Gao .", "BAMAKO , March 14 ( Agency ) —"]


def _flat(words: list[Token]) -> Sentence:
    """A sentence in which every word hangs on the first."""
    nouns = ("NOUN",) * len(words)
    heads = tuple(-1 if index == 0 else 0 for index in range(len(words)))
    return Sentence(tuple(words), nouns, heads, tuple("root" if head < 0 else "dep" for head in heads))


@given(st.lists(st.sampled_from(["Gao", "(", ")", "—", "and", "."]), min_size=1, max_size=25))
def test_every_word_is_in_one_part_and_the_tree_stays_a_tree(words: list[str]) -> None:
    tokens = [Token(index * 4, index * 4 + len(word), word) for index, word in enumerate(words)]
    parts = take_apart(tokens)
    placed = sorted(
        [word for part in parts for word in part.words] + [mark for part in parts for mark in part.marks]
    )
    assert placed == list(range(len(tokens)))
    whole = put_together(tokens, parts, [_flat([tokens[word] for word in part.words]) for part in parts], 0)
    assert sum(head < 0 for head in whole.heads) == 1
    for index in range(len(tokens)):
        assert len(list(whole.ancestors(index))) < len(tokens)
