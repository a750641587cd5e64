"""Who stands in a list is hung on whom the list begins with."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.lists import no_appositions, suffering
from tests.reading.drawn import drawn, hangs

DEEDS = [
    (
        "beside whom the deed was done to",
        "murder/NOUN/0/root of/ADP/3/case Ruiz/PROPN/1/nmod ,/PUNCT/6/punct her/PRON/6/nmod:poss"
        " driver/NOUN/1/conj and/CCONJ/9/cc a/DET/9/det guard/NOUN/1/conj",
        {"driver": ("Ruiz", "conj"), "guard": ("Ruiz", "conj")},
    ),
    (
        "a further deed",
        "murder/NOUN/0/root of/ADP/3/case Ruiz/PROPN/1/nmod and/CCONJ/6/cc the/DET/6/det kidnapping/NOUN/1/conj",
        {"kidnapping": ("murder", "conj")},
    ),
    (
        "what came of it",
        "murder/NOUN/0/root of/ADP/3/case Ruiz/PROPN/1/nmod and/CCONJ/5/cc unrest/NOUN/1/conj",
        {"unrest": ("murder", "conj")},
    ),
]


@pytest.mark.parametrize(
    ("notation", "wanted"), [case[1:] for case in DEEDS], ids=[case[0] for case in DEEDS]
)
def test_suffering(notation: str, wanted: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(notation)
    whole = suffering(sentence)
    for word, where in wanted.items():
        assert hangs(whole, word) == where


LISTS = [
    (
        "the second of three",
        "took/VERB/0/root the/DET/3/det mayor/NOUN/1/obj ,/PUNCT/6/punct two/NUM/6/nummod nurses/NOUN/3/appos"
        " and/CCONJ/9/cc a/DET/9/det priest/NOUN/3/conj",
        {"nurses": ("mayor", "conj"), "priest": ("mayor", "conj")},
    ),
    (
        "what one is, twice",
        "the/DET/2/det minister/NOUN/11/nsubj:pass ,/PUNCT/5/punct a/DET/5/det general/NOUN/2/appos and/CCONJ/8/cc"
        " a/DET/8/det friend/NOUN/2/conj ,/PUNCT/2/punct was/AUX/11/aux:pass killed/VERB/0/root",
        {"general": ("minister", "appos"), "friend": ("minister", "appos")},
    ),
    (
        "an apposition that nothing closes",
        "took/VERB/0/root the/DET/3/det mayor/NOUN/1/obj ,/PUNCT/6/punct a/DET/6/det nurse/NOUN/3/appos",
        {"nurse": ("mayor", "appos")},
    ),
]


@pytest.mark.parametrize(
    ("notation", "wanted"), [case[1:] for case in LISTS], ids=[case[0] for case in LISTS]
)
def test_no_appositions(notation: str, wanted: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(notation)
    whole = no_appositions(sentence)
    for word, where in wanted.items():
        assert hangs(whole, word) == where
