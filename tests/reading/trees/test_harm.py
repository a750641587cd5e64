"""What is mended around those who are harmed and who fight, on hand-drawn trees that a small parser has drawn so."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.repairs import mended
from tests.reading.drawn import drawn, hangs

CASES = [
    (
        "the sides of a fight, behind where it was",
        "Fighting/NOUN/2/nsubj broke/VERB/0/root out/ADP/2/compound:prt near/ADP/5/case Gao/PROPN/2/obl"
        " between/ADP/8/case the/DET/8/det army/NOUN/5/nmod and/CCONJ/10/cc rebels/NOUN/8/conj",
        {"army": ("Fighting", "nmod"), "rebels": ("army", "conj")},
    ),
    (
        "no sides of a fight, but of a treaty",
        "Fighting/NOUN/2/nsubj ended/VERB/0/root in/ADP/5/case a/DET/5/det treaty/NOUN/2/obl"
        " between/ADP/7/case Mali/PROPN/5/nmod and/CCONJ/9/cc Niger/PROPN/7/conj",
        {"Mali": ("treaty", "nmod")},
    ),
    (
        "two participles of harm",
        "Police/NOUN/2/nsubj fired/VERB/0/root ,/PUNCT/4/punct killing/VERB/2/advcl several/ADJ/8/amod"
        " and/CCONJ/7/cc injuring/VERB/5/conj five/NUM/4/obj",
        {"several": ("killing", "obj"), "injuring": ("killing", "conj"), "five": ("injuring", "obj")},
    ),
    (
        "whom the second verb strikes",
        "A/DET/2/det bomb/NOUN/3/nsubj killed/VERB/0/root nine/NUM/3/obj ;/PUNCT/8/punct another/DET/7/det"
        " blast/NOUN/8/nsubj injured/VERB/3/parataxis two/NUM/10/nummod traders/NOUN/3/obj",
        {"traders": ("injured", "obj")},
    ),
    (
        "who attacks behind as",
        "Dozens/NOUN/0/root killed/VERB/1/acl as/SCONJ/5/case armed/ADJ/5/amod settlers/NOUN/2/obl"
        " attack/VERB/2/advcl base/NOUN/6/obj",
        {"settlers": ("attack", "nsubj")},
    ),
    (
        "that they attack, in a headline",
        "Nine/NUM/2/nsubj:pass killed/VERB/0/root as/ADP/6/case rebels/NOUN/6/compound attack/NOUN/6/compound"
        " base/NOUN/2/obl in/ADP/8/case Gao/PROPN/6/nmod",
        {"rebels": ("attack", "nsubj"), "attack": ("killed", "advcl"), "base": ("attack", "obj")},
    ),
    (
        "where and when those were shot who are accused of something",
        "Rebels/NOUN/2/nsubj shot/VERB/0/root two/NUM/4/nummod men/NOUN/2/obj accused/VERB/4/acl of/SCONJ/7/mark"
        " spying/VERB/5/advcl in/ADP/9/case Gao/PROPN/7/obl on/ADP/11/case Monday/PROPN/7/obl",
        {"Gao": ("shot", "obl"), "Monday": ("shot", "obl")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "notation", "hung"), CASES, ids=[case[0] for case in CASES])
def test_harm(name: str, notation: str, hung: dict[str, tuple[str, str]]) -> None:
    _, sentence = drawn(notation)
    whole = mended(sentence)
    for word, where in hung.items():
        assert hangs(whole, word) == where
