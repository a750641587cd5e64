"""What was done to somebody, where the tree draws it to the word before."""

from __future__ import annotations

import pytest

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.passives import counted_passives, goes_on, having_done
from tests.reading.drawn import drawn

SPY = (
    "The/DET/2/det man/NOUN/4/nsubj:pass was/AUX/4/aux:pass accused/VERB/0/root of/SCONJ/6/mark spying/VERB/4/advcl "
    "and/CCONJ/8/cc shot/VERB/6/conj dead/ADJ/8/xcomp"
)
FLED = (
    "The/DET/2/det man/NOUN/4/nsubj:pass was/AUX/4/aux:pass accused/VERB/0/root of/SCONJ/6/mark killing/VERB/4/advcl "
    "and/CCONJ/8/cc robbing/VERB/6/conj others/NOUN/8/obj"
)
HURT = (
    "Two/NUM/2/nummod soldiers/NOUN/3/nsubj died/VERB/0/root and/CCONJ/7/cc 27/NUM/3/conj were/AUX/7/aux:pass "
    "hurt/VERB/3/conj"
)
OTHERS_HURT = (
    "Two/NUM/2/nummod soldiers/NOUN/3/nsubj died/VERB/0/root and/CCONJ/7/cc 27/NUM/7/nsubj:pass were/AUX/7/aux:pass "
    "hurt/VERB/3/conj"
)
DENIED = "It/PRON/2/nsubj denied/VERB/0/root having/VERB/2/xcomp targeted/VERB/5/amod civilians/NOUN/3/obj"
DENIES = "It/PRON/2/nsubj denied/VERB/0/root having/VERB/2/xcomp armed/ADJ/5/amod guards/NOUN/3/obj"


def hanging(sentence: Sentence, word: str) -> tuple[str, str]:
    """On which word, and by which relation."""
    index = sentence.words.index(word)
    return sentence.words[sentence.heads[index]], sentence.deprels[index]


@pytest.mark.parametrize(("notation", "word", "expected"), [
    (SPY, "shot", ("accused", "conj")),
    (FLED, "robbing", ("killing", "conj")),
])  # fmt: skip
def test_what_else_was_done_to_the_accused(notation: str, word: str, expected: tuple[str, str]) -> None:
    assert hanging(goes_on(drawn(notation)[1]), word) == expected


@pytest.mark.parametrize("notation", [HURT, OTHERS_HURT])
def test_a_number_before_a_passive_is_its_subject(notation: str) -> None:
    assert hanging(counted_passives(drawn(notation)[1]), "27") == ("hurt", "nsubj:pass")


def test_having_is_an_auxiliary() -> None:
    sentence = having_done(drawn(DENIED)[1])
    assert hanging(sentence, "targeted") == ("denied", "xcomp")
    assert hanging(sentence, "civilians") == ("targeted", "obj")


def test_what_somebody_has_stays_theirs() -> None:
    assert hanging(having_done(drawn(DENIES)[1]), "guards") == ("having", "obj")
