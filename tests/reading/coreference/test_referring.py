"""Noun phrases and pronouns as referring expressions, on hand-drawn trees."""

from __future__ import annotations

from harmattan.reading.coreference.noun_kinds import Kind
from harmattan.reading.coreference.referring import Expression, Form, Part, expressions
from harmattan.reading.marks import Sentence
from harmattan.reference.lexicon import load_lexicon
from tests.reading.drawn import drawn


def found(sentence: Sentence) -> dict[str, Expression]:
    """The expressions of one sentence by their head words."""
    return {sentence.tokens[e.head].text: e for e in expressions([sentence], load_lexicon())[0]}


def test_a_sentence_taken_apart() -> None:
    _, sentence = drawn(
        "The/DET/2/det army/NOUN/3/nsubj said/VERB/0/root that/SCONJ/6/mark it/PRON/6/nsubj killed/VERB/3/ccomp"
        " four/NUM/8/nummod fighters/NOUN/6/obj of/ADP/11/case Boko/PROPN/11/compound Haram/PROPN/8/nmod",
        names={"Boko Haram": "ORG"},
    )
    here = found(sentence)
    army, it, fighters, haram = here["army"], here["it"], here["fighters"], here["Haram"]
    assert (army.form, army.kind, army.part, army.top) == (Form.DEFINITE, Kind.GROUP, Part.SUBJECT, True)
    assert (it.form, it.plural, it.top, it.clause) == (Form.PRONOUN, False, False, 5)
    assert (fighters.form, fighters.word, fighters.plural) == (Form.BARE, "fighter", True)
    assert (fighters.first, fighters.stop) == (6, 11)
    assert (haram.form, haram.kind, haram.part) == (Form.NAME, Kind.GROUP, Part.INSIDE)


def test_expletives_and_relatives_refer_to_nothing() -> None:
    _, sentence = drawn(
        "There/PRON/2/expl are/VERB/0/root men/NOUN/2/nsubj who/PRON/5/nsubj fight/VERB/3/acl:relcl"
    )
    assert set(found(sentence)) == {"men"}


def test_gender_by_title_noun_and_given_name() -> None:
    _, sentence = drawn(
        "Spokeswoman/NOUN/2/nmod:desc Aminata/PROPN/4/nsubj Ba/PROPN/2/flat spoke/VERB/0/root",
        names={"Aminata Ba": "PER"},
    )
    assert found(sentence)["Aminata"].gender == "f"


def test_what_stands_in_quotation_marks() -> None:
    _, sentence = drawn(
        "“/PUNCT/3/punct We/PRON/3/nsubj won/VERB/6/ccomp ”/PUNCT/3/punct he/PRON/6/nsubj said/VERB/0/root"
    )
    here = found(sentence)
    assert here["We"].quoted
    assert not here["he"].quoted
