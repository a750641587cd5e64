"""Deeds and their doers, hung where the words say they belong."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.deeds import (
    dated_doers,
    further_deeds,
    one_object,
    own_clauses,
    reported,
    shares_of,
    torn_deeds,
)
from tests.reading.drawn import drawn, hangs

Mend = Callable[[Sentence], Sentence]

CASES: list[tuple[Mend, str, dict[str, tuple[str | None, str]]]] = [
    (
        torn_deeds,
        "they/PRON/2/nsubj looted/VERB/0/root camps/NOUN/2/obj and/CCONJ/5/cc arrested/VERB/6/amod"
        " scores/NOUN/2/conj",
        {"arrested": ("looted", "conj"), "scores": ("arrested", "obj")},
    ),
    (
        torn_deeds,
        "they/PRON/2/nsubj freed/VERB/0/root hostages/NOUN/2/obj and/CCONJ/6/cc the/DET/6/det"
        " prisoners/NOUN/2/conj",
        {"prisoners": ("freed", "conj")},
    ),
    (
        dated_doers,
        "On/ADP/2/case 1/NUM/5/obl February/PROPN/2/nmod:unmarked M23/NOUN/2/nmod:unmarked"
        " shelled/VERB/0/root Kaina/PROPN/5/obj",
        {"M23": ("shelled", "nsubj")},
    ),
    (
        dated_doers,
        "In/ADP/2/case May/PROPN/4/obl they/PRON/4/nsubj shelled/VERB/0/root Kaina/PROPN/4/obj",
        {"May": ("shelled", "obl"), "they": ("shelled", "nsubj")},
    ),
    (
        further_deeds,
        "Gunmen/NOUN/2/nsubj took/VERB/0/root guests/NOUN/2/obj returning/VERB/3/acl and/CCONJ/6/cc"
        " killed/VERB/4/conj Musa/PROPN/6/obj",
        {"killed": ("took", "conj")},
    ),
    (
        shares_of,
        "Gunmen/NOUN/2/nsubj killed/VERB/0/root people/NOUN/2/obj ,/PUNCT/8/punct most/ADJ/8/nsubj"
        " of/ADP/7/case them/PRON/5/nmod traders/NOUN/1/appos",
        {"traders": ("people", "appos")},
    ),
    (
        own_clauses,
        "soldiers/NOUN/2/nsubj died/VERB/0/root and/CCONJ/5/cc 27/NUM/5/nummod people/NOUN/1/conj"
        " were/AUX/7/aux:pass wounded/VERB/2/ccomp",
        {"people": ("wounded", "nsubj:pass"), "wounded": ("died", "conj")},
    ),
    (
        one_object,
        "Gunmen/NOUN/2/nsubj killed/VERB/0/root 15/NUM/4/nummod gold/NOUN/2/obj diggers/NOUN/2/obj",
        {"gold": ("diggers", "compound"), "15": ("diggers", "nummod")},
    ),
    (
        reported,
        "Two/NUM/2/nsubj:pass fell/VERB/6/ccomp ,/PUNCT/6/punct civil/ADJ/5/amod society/NOUN/6/compound"
        " reports/NOUN/0/root ./PUNCT/6/punct",
        {"society": ("reports", "nsubj"), "fell": ("reports", "ccomp")},
    ),
]


@pytest.mark.parametrize(("mend", "tree", "expected"), CASES)
def test_a_deed_is_hung(mend: Mend, tree: str, expected: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(tree)
    sentence = mend(sentence)
    for word, where in expected.items():
        assert hangs(sentence, word) == where
