"""Who is out of a place or home, drawn as if the place were what they are."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.away import away
from tests.reading.drawn import drawn

OUT = [
    "They/PRON/6/nsubj must/AUX/6/aux be/AUX/6/cop out/ADP/6/case of/ADP/6/case Bor/PROPN/0/root by/ADP/8/case "
    "May/PROPN/6/obl",
    "They/PRON/7/nsubj are/AUX/7/cop out/ADP/7/case of/ADP/7/case the/DET/7/det far/ADJ/7/amod north/NOUN/0/root",
]
HOME = ["They/PRON/4/nsubj will/AUX/4/aux be/AUX/4/cop home/ADV/0/root by/ADP/6/case May/PROPN/4/obl"]
AS_THEY_ARE = [
    "They/PRON/5/nsubj are/AUX/5/cop out/ADP/5/case of/ADP/5/case ammunition/NOUN/0/root",
    "It/PRON/4/nsubj is/AUX/4/cop the/DET/4/det home/NOUN/0/root of/ADP/6/case soldiers/NOUN/4/nmod",
    "They/PRON/2/nsubj went/VERB/0/root home/ADV/2/advmod",
]


@pytest.mark.parametrize("notation", OUT)
def test_being_out_of_a_place_is_told_of_them(notation: str) -> None:
    sentence = away(drawn(notation)[1])
    out = sentence.words.index("out")
    assert sentence.heads[out] < 0
    assert sentence.upos[out] == "VERB"
    assert sentence.heads[0] == out
    assert {sentence.deprels[child] for child in sentence.children[out]} >= {"nsubj", "aux", "obl"}
    assert not sentence.dependants(out, "cop")


@pytest.mark.parametrize("notation", HOME)
def test_being_home_is_told_of_them(notation: str) -> None:
    sentence = away(drawn(notation)[1])
    home = sentence.words.index("home")
    assert sentence.upos[home] == "VERB"
    assert [sentence.words[child] for child in sentence.dependants(home, "aux")] == ["will", "be"]


@pytest.mark.parametrize("notation", AS_THEY_ARE)
def test_what_else_is_out_or_home(notation: str) -> None:
    _, sentence = drawn(notation)
    assert away(sentence) == sentence
