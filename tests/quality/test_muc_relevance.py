"""What is known of an act when it is asked whether it is an incident in MUC-4's sense."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.model.readings import Event, Mention, Modality, Time
from harmattan.model.text import Document, Span
from harmattan.model.values import Period, Precision
from harmattan.reading.marks import Name, Role, Sentence, Token
from harmattan.reference.actors import load_registry
from harmattan.reference.lexicon import load_lexicon
from quality.muc_relevance import Act, Relevance, Surroundings, load_relevance

TEXT = "Rebels killed Ana Ruiz on Friday ."
DOCUMENT = Document(TEXT, published=date(1990, 3, 18))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def sentence() -> Sentence:
    words, tokens, at = TEXT.split(), [], 0
    for word in words:
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    return Sentence(
        tuple(tokens),
        ("NOUN", "VERB", "PROPN", "PROPN", "ADP", "PROPN", "PUNCT"),
        (1, -1, 1, 2, 5, 1, 1),
        ("nsubj", "root", "obj", "flat", "case", "obl", "punct"),
        names=(Name(2, 4, "PER"),),
        roles=(Role(2, 4, "Victim", 0.9), Role(0, 1, "PerpInd", 0.1)),
    )


def act(modality: Modality = Modality.ASSERTED) -> Act:
    friday = Period(date(1990, 3, 16), date(1990, 3, 16), Precision.DAY)
    event = Event(
        "ASSAULT",
        None,
        span("killed"),
        actor=(Mention(span("Rebels"), "Rebels"),),
        victim=(Mention(span("Ana Ruiz"), "Ana Ruiz"),),
        time=Time(span("Friday"), friday),
    )
    return Act(event, "ATTACK", modality, attributed=False)


def features(*acts: Act) -> set[str]:
    around = Surroundings(DOCUMENT, (sentence(),), load_lexicon(), load_registry())
    return set(around.features(acts, len(acts) - 1))


@pytest.mark.parametrize(
    "feature",
    [
        "type ATTACK",
        "word kill",
        "verb",
        "modality asserted",
        "struck person",
        "struck 1",
        "when 7 day",
        "line 0",
        "first act",
        "mark Victim",
        "marks 1",
    ],
)
def test_an_act_has_a_feature(feature: str) -> None:
    assert feature in features(act())


def test_marks_in_doubt_do_not_count() -> None:
    assert "mark PerpInd" not in features(act())


def test_a_second_telling_is_known_as_one() -> None:
    again = features(act(), act())
    assert {"not the first of its type", "what it strikes was struck", "later act"} <= again


def test_an_act_is_kept_from_the_least_likelihood_on() -> None:
    model = Relevance({"always": -1.0, "type BOMBING": 2.0}, 0.5)
    assert model(iter(["always", "type BOMBING"]))
    assert not model(iter(["always", "type ATTACK"]))


def test_the_learnt_weights_are_there() -> None:
    assert load_relevance().weights["always"]
