"""Who a person is, hung on the person."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.described import described
from tests.reading.drawn import drawn, hangs

CASES = [
    (
        "the noun before a name",
        "adviser/NOUN/5/nsubj:pass Ana/PROPN/5/nsubj:pass Ruiz/PROPN/2/flat was/AUX/5/aux:pass shot/VERB/0/root",
        {"Ana": ("adviser", "appos")},
    ),
    (
        "a time before a name",
        "today/NOUN/4/nsubj:pass Ana/PROPN/4/nsubj:pass Ruiz/PROPN/2/flat shot/VERB/0/root",
        {"Ana": ("shot", "nsubj:pass")},
    ),
    (
        "what one person is, twice",
        "Ana/PROPN/8/nsubj:pass Ruiz/PROPN/1/flat ,/PUNCT/4/punct leader/NOUN/1/appos and/CCONJ/6/cc"
        " envoy/NOUN/1/conj was/AUX/8/aux:pass shot/VERB/0/root",
        {"envoy": ("Ana", "appos")},
    ),
    (
        "two people",
        "Ana/PROPN/8/nsubj:pass Ruiz/PROPN/1/flat ,/PUNCT/4/punct leader/NOUN/1/appos and/CCONJ/6/cc"
        " guard/NOUN/1/conj were/AUX/8/aux:pass shot/VERB/0/root",
        {"guard": ("Ana", "conj")},
    ),
]


@pytest.mark.parametrize(
    ("notation", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_described(notation: str, wanted: dict[str, tuple[str | None, str]]) -> None:
    _, sentence = drawn(notation, names={"Ana Ruiz": "PER"})
    whole = described(sentence)
    for word, where in wanted.items():
        assert hangs(whole, word) == where
