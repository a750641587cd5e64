"""What is mended where a word was hung on the nearest one, on hand-drawn trees that a small parser has drawn so."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.repairs import mended
from tests.reading.drawn import drawn, hangs

CASES = [
    (
        "who blows himself up",
        "A/DET/2/det man/NOUN/3/nsubj entered/VERB/0/root a/DET/5/det bank/NOUN/3/obj where/ADV/9/advmod"
        " clerks/NOUN/9/nsubj were/AUX/9/aux waiting/VERB/5/acl:relcl and/CCONJ/11/cc blew/VERB/9/conj"
        " himself/PRON/11/obj up/ADP/11/compound:prt",
        {"blew": ("entered", "conj")},
    ),
    (
        "what is dismissed as lies",
        "Kyiv/PROPN/2/nsubj dismissed/VERB/0/root as/ADP/4/case lies/NOUN/2/obl a/DET/6/det claim/NOUN/4/appos"
        " that/SCONJ/9/mark troops/NOUN/9/nsubj fled/VERB/6/acl",
        {"claim": ("dismissed", "obj")},
    ),
    (
        "the act behind a clause on somebody",
        "Police/NOUN/2/nsubj seized/VERB/0/root a/DET/4/det man/NOUN/2/obj ,/PUNCT/6/punct called/VERB/4/acl"
        " the/DET/8/det boss/NOUN/6/xcomp ,/PUNCT/12/punct in/ADP/12/case a/DET/12/det raid/NOUN/8/obl",
        {"raid": ("seized", "obl")},
    ),
    (
        "where a road leads to",
        "Trucks/NOUN/2/nsubj burned/VERB/0/root on/ADP/5/case the/DET/5/det road/NOUN/2/obl to/ADP/7/case"
        " Gao/PROPN/2/obl",
        {"Gao": ("road", "nmod")},
    ),
    (
        "a row of a table",
        "Gao/PROPN/4/nsubj:pass :/PUNCT/4/punct 6/NUM/4/nsubj:pass killed/VERB/0/root ,/PUNCT/6/punct"
        " 12/NUM/7/nummod injured/ADJ/3/parataxis",
        {"Gao": ("killed", "obl:unmarked"), "12": ("injured", "nsubj:pass"), "injured": ("killed", "conj")},
    ),
    (
        "who is shot dead",
        "Gunmen/NOUN/3/nsubj shot/VERB/1/acl dead/ADJ/5/amod a/DET/5/det teacher/NOUN/0/root"
        " in/ADP/7/case Gao/PROPN/5/nmod",
        {"teacher": ("shot", "obj"), "dead": ("shot", "xcomp")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "notation", "hung"), CASES, ids=[case[0] for case in CASES])
def test_strays(name: str, notation: str, hung: dict[str, tuple[str, str]]) -> None:
    _, sentence = drawn(notation)
    whole = mended(sentence)
    for word, where in hung.items():
        assert hangs(whole, word) == where
