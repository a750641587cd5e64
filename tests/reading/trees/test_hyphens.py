"""Words with a hyphen are one word, on the token that hangs outside of them."""

from __future__ import annotations

import pytest

from harmattan.reading.marks import Sentence, Token
from harmattan.reading.trees.hyphens import hyphenated

HANGS = [
    ("a cease-fire held", {1: 3, 2: 3, 3: 4}, {1: "", 2: "", 3: "cease-fire"}),
    ("they carpet-bombed it", {1: 3, 2: 0, 3: -1}, {1: "", 2: "", 3: "carpet-bombed"}),
    ("a sit-in began", {1: 3, 2: 1, 3: 4}, {1: "", 2: "", 3: "sit-in"}),
    (
        "rocket-propelled-grenade fire",
        {0: 4, 1: 0, 2: 0, 3: 0, 4: 5},
        dict.fromkeys(range(4), "") | {4: "rocket-propelled-grenade"},
    ),
    ("a pause - then fire", {}, {}),
    ("no hyphen here", {}, {}),
]


def sentence(text: str, heads: dict[int, int]) -> Sentence:
    """Tokens as EWT has them, hyphens apart; every word hangs on the root but for `heads`."""
    tokens, at = [], 0
    for word in text.split():
        for part in word.replace("-", " - ").split() if word != "-" else [word]:
            tokens.append(Token(at, at + len(part), part))
            at += len(part)
        at += 1
    return Sentence(
        tokens=tuple(tokens),
        upos=("X",) * len(tokens),
        heads=tuple(heads.get(index, -1) for index in range(len(tokens))),
        deprels=("dep",) * len(tokens),
    )


@pytest.mark.parametrize(("text", "heads", "words"), HANGS, ids=[text for text, _, _ in HANGS])
def test_the_word_stands_on_the_token_that_hangs_outside(
    text: str, heads: dict[int, int], words: dict[int, str]
) -> None:
    assert hyphenated(sentence(text, heads)) == words
