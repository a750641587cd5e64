"""What somebody does besides saying something is theirs, by the forms of the verbs."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.own_acts import own_acts
from tests.reading.drawn import drawn, hangs

CASES = [
    (  # what is wished would not be "refuses"
        "Chad/PROPN/2/nsubj insists/VERB/0/root that/SCONJ/5/mark Niger/PROPN/5/nsubj withdraw/VERB/2/ccomp"
        " first/ADV/5/advmod and/CCONJ/8/cc refuses/VERB/5/conj talks/NOUN/8/obj",
        "refuses",
        ("insists", "conj"),
    ),
    (
        "Ghana/PROPN/2/nsubj denies/VERB/0/root that/SCONJ/5/mark it/PRON/5/nsubj has/VERB/2/ccomp"
        " men/NOUN/5/obj and/CCONJ/8/cc accuses/VERB/5/conj Togo/PROPN/8/obj",
        "accuses",
        ("denies", "conj"),
    ),
    (  # "would" begins nothing in the past
        "Togo/PROPN/2/nsubj said/VERB/0/root it/PRON/5/nsubj would/AUX/5/aux sign/VERB/2/ccomp and/CCONJ/7/cc"
        " accused/VERB/5/conj Benin/PROPN/7/obj",
        "accused",
        ("said", "conj"),
    ),
    (  # rebels, too, urge
        "Ghana/PROPN/2/nsubj said/VERB/0/root rebels/NOUN/4/nsubj attacked/VERB/2/ccomp and/CCONJ/6/cc"
        " urged/VERB/4/conj farmers/NOUN/6/obj",
        "urged",
        ("attacked", "conj"),
    ),
    (
        "Ghana/PROPN/2/nsubj said/VERB/0/root rebels/NOUN/5/nsubj had/AUX/5/aux attacked/VERB/2/ccomp"
        " and/CCONJ/7/cc urged/VERB/5/conj restraint/NOUN/7/obj",
        "urged",
        ("said", "conj"),
    ),
    (  # but who had attacked may have threatened
        "Ghana/PROPN/2/nsubj said/VERB/0/root rebels/NOUN/5/nsubj had/AUX/5/aux attacked/VERB/2/ccomp"
        " and/CCONJ/7/cc threatened/VERB/5/conj farmers/NOUN/7/obj",
        "threatened",
        ("attacked", "conj"),
    ),
    (  # a participle beside another
        "Ghana/PROPN/2/nsubj said/VERB/0/root men/NOUN/5/nsubj:pass were/AUX/5/aux:pass tried/VERB/2/ccomp"
        " and/CCONJ/7/cc condemned/VERB/5/conj",
        "condemned",
        ("tried", "conj"),
    ),
    (
        "Mali/PROPN/2/nsubj ordered/VERB/0/root envoys/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp"
        " ,/PUNCT/7/punct accusing/VERB/5/advcl them/PRON/7/obj",
        "accusing",
        ("ordered", "advcl"),
    ),
    (  # without a comma it may be how they leave
        "Mali/PROPN/2/nsubj ordered/VERB/0/root envoys/NOUN/2/obj to/PART/5/mark leave/VERB/2/xcomp"
        " saying/VERB/5/advcl nothing/PRON/6/obj",
        "saying",
        ("leave", "advcl"),
    ),
]


@pytest.mark.parametrize(("tree", "word", "where"), CASES)
def test_a_verb_hangs_on_whom_it_is_told_of(tree: str, word: str, where: tuple[str, str]) -> None:
    _, sentence = drawn(tree)
    assert hangs(own_acts(sentence), word) == where
