"""What the grammar of one sentence allows a pronoun to mean, on hand-drawn trees."""

from __future__ import annotations

import pytest

from harmattan.reading.coreference.binding import bound_apart, overlap, subject_of
from harmattan.reading.coreference.referring import Expression, expressions
from harmattan.reading.marks import Sentence
from harmattan.reference.lexicon import load_lexicon
from tests.reading.drawn import drawn

ATTACKED = "Mali/PROPN/2/nsubj attacked/VERB/0/root it/PRON/2/obj"
OWN = "Mali/PROPN/2/nsubj withdrew/VERB/0/root its/PRON/4/nmod:poss troops/NOUN/2/obj"
BESIDE = (
    "Benin/PROPN/2/nsubj praised/VERB/0/root Togo/PROPN/2/obj its/PRON/5/nmod:poss neighbour/NOUN/3/appos"
)
UNDERSTOOD = "Mali/PROPN/2/nsubj paid/VERB/0/root to/PART/4/mark leave/VERB/2/advcl it/PRON/4/obj"
CLAUSE = "Mali/PROPN/2/nsubj said/VERB/0/root France/PROPN/4/nsubj attacked/VERB/2/ccomp it/PRON/4/obj"
WITHIN = (
    "the/DET/2/det man/NOUN/0/root who/PRON/4/nsubj lost/VERB/2/acl:relcl his/PRON/6/nmod:poss job/NOUN/4/obj"
)
INSIDE = "a/DET/2/det picture/NOUN/0/root of/ADP/4/case it/PRON/2/nmod"

CASES = [
    ("the object is not the subject", ATTACKED, "it", "Mali", True),
    ("an owner may be", OWN, "its", "Mali", False),
    ("a neighbour is another's", BESIDE, "its", "Togo", True),
    ("and may be the subject's", BESIDE, "its", "Benin", False),
    ("the subject of a clause without one is that above", UNDERSTOOD, "it", "Mali", True),
    ("a clause between makes free", CLAUSE, "it", "Mali", False),
    ("a relative clause may speak of its head", WITHIN, "his", "man", False),
    ("a phrase is not within itself", INSIDE, "it", "picture", True),
]


def heads(notation: str) -> tuple[Sentence, dict[str, Expression]]:
    """A sentence and its expressions by their head words."""
    _, sentence = drawn(notation)
    return sentence, {sentence.tokens[e.head].text: e for e in expressions([sentence], load_lexicon())[0]}


@pytest.mark.parametrize(
    ("notation", "pronoun", "other", "apart"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_binding(notation: str, pronoun: str, other: str, apart: bool) -> None:
    sentence, found = heads(notation)
    assert bound_apart(sentence, found[pronoun], found[other]) is apart


def test_a_description_is_not_its_clauses_subject() -> None:
    sentence, found = heads("Mali/PROPN/2/nsubj left/VERB/0/root the/DET/4/det country/NOUN/2/obj")
    assert subject_of(sentence, found["country"], found["Mali"])
    assert not subject_of(sentence, found["Mali"], found["country"])
    assert overlap(found["country"], found["country"])
    assert not overlap(found["country"], found["Mali"])
