"""What is mended around whole clauses, on hand-drawn trees that a small parser has drawn so."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.repairs import mended
from tests.reading.drawn import drawn, hangs

CASES = [
    (
        "an active verb drawn as a passive",
        "the/DET/2/det junta/NOUN/3/nsubj:pass blamed/VERB/0/root rebels/NOUN/3/obl:agent",
        {"junta": ("blamed", "nsubj"), "rebels": ("blamed", "obj")},
    ),
    (
        "a passive that is one",
        "the/DET/2/det junta/NOUN/4/nsubj:pass was/AUX/4/aux:pass blamed/VERB/0/root by/ADP/6/case rebels/NOUN/4/obl",
        {"junta": ("blamed", "nsubj:pass"), "rebels": ("blamed", "obl")},
    ),
    (
        "who speaks, drawn as the last of the dead",
        "Shells/NOUN/2/nsubj hit/VERB/12/ccomp Ber/PROPN/2/obj killing/VERB/2/advcl six/NUM/6/nummod men/NOUN/4/obj"
        " ,/PUNCT/9/punct a/DET/9/det doctor/NOUN/6/conj and/CCONJ/11/cc villagers/NOUN/6/conj said/VERB/0/root",
        {"doctor": ("said", "nsubj"), "villagers": ("doctor", "conj")},
    ),
    (
        "the last of the dead, before who speaks",
        "Shells/NOUN/2/nsubj killed/VERB/10/ccomp six/NUM/4/nummod men/NOUN/2/obj ,/PUNCT/7/punct a/DET/7/det"
        " nun/NOUN/4/conj police/NOUN/10/nsubj officers/NOUN/8/flat said/VERB/0/root",
        {"nun": ("men", "conj")},
    ),
    (
        "what is told of a speaker",
        "I/PRON/3/nsubj never/ADV/3/advmod slept/VERB/5/ccomp ,/PUNCT/3/punct said/VERB/0/root Amina/PROPN/5/nsubj"
        " ,/PUNCT/10/punct whose/PRON/9/nmod:poss son/NOUN/11/nsubj:pass was/AUX/11/aux:pass shot/VERB/3/parataxis",
        {"shot": ("Amina", "acl:relcl")},
    ),
    (
        "a count taken for a circumstance",
        "Shelling/NOUN/2/nsubj killed/VERB/0/root at/ADP/4/case least/ADJ/5/nmod six/NUM/6/nummod men/NOUN/2/obl",
        {"men": ("killed", "obj")},
    ),
    (
        "a second count taken for some of the first",
        "Shelling/NOUN/2/nsubj killed/VERB/0/root six/NUM/4/nummod men/NOUN/2/obj and/CCONJ/6/cc wounded/ADJ/4/conj"
        " 30/NUM/2/obl:unmarked",
        {"wounded": ("killed", "conj"), "30": ("wounded", "obj")},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "notation", "hung"), CASES, ids=[case[0] for case in CASES])
def test_clauses(name: str, notation: str, hung: dict[str, tuple[str, str]]) -> None:
    _, sentence = drawn(notation)
    whole = mended(sentence)
    for word, where in hung.items():
        assert hangs(whole, word) == where


def test_the_arguments_of_an_active_verb_follow() -> None:
    _, sentence = drawn(
        "courts/NOUN/2/nsubj:pass freed/VERB/0/root editors/NOUN/2/nsubj:pass",
        arguments={"freed": {"courts": "ARG1", "editors": "ARG1"}},
    )
    (told,) = mended(sentence).predicates
    assert [argument.label for argument in told.arguments] == ["ARG0", "ARG1"]
