"""Who said something when and to whom, and which noun a group beside it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.tellers import said_when, told_to
from tests.reading.drawn import drawn, hangs

Mend = Callable[[Sentence], Sentence]

CASES: list[tuple[Mend, str, dict[str, tuple[str | None, str]]]] = [
    (
        said_when,
        "Ghana/PROPN/2/nsubj said/VERB/0/root on/ADP/4/case Tuesday/PROPN/7/obl they/PRON/7/nsubj"
        " had/AUX/7/aux arrested/VERB/2/ccomp four/NUM/7/obj",
        {"Tuesday": ("said", "obl")},
    ),
    (
        said_when,
        "Ghana/PROPN/2/nsubj said/VERB/0/root that/SCONJ/8/mark on/ADP/5/case Tuesday/PROPN/8/obl"
        " they/PRON/8/nsubj had/AUX/8/aux arrested/VERB/2/ccomp four/NUM/8/obj",
        {"Tuesday": ("arrested", "obl")},
    ),
    (
        said_when,
        "Last/ADJ/2/amod month/NOUN/5/obl:unmarked ,/PUNCT/2/punct he/PRON/5/nsubj said/VERB/0/root"
        " ,/PUNCT/9/punct soldiers/NOUN/9/nsubj had/AUX/9/aux burned/VERB/5/ccomp huts/NOUN/9/obj",
        {"month": ("burned", "obl:unmarked")},
    ),
    (
        told_to,
        "They/PRON/2/nsubj held/VERB/6/ccomp Ber/PROPN/2/obj ,/PUNCT/2/punct residents/NOUN/2/nsubj"
        " told/VERB/0/root AFP/PROPN/6/nsubj",
        {"residents": ("told", "nsubj"), "AFP": ("told", "iobj")},
    ),
]


@pytest.mark.parametrize(("mend", "tree", "expected"), CASES)
def test_a_word_is_hung(mend: Mend, tree: str, expected: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(tree)
    sentence = mend(sentence)
    for word, where in expected.items():
        assert hangs(sentence, word) == where
