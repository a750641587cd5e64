"""Which acts are one incident in MUC-4's sense, and the template they make together."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.model.readings import Event, Mention, Modality
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision
from harmattan.reading.marks import Name, Sentence, Token
from harmattan.reference.actors import load_registry
from harmattan.reference.lexicon import load_lexicon
from quality.muc_joining import Likeness, distinct, groups, joined, load_joining
from quality.muc_relevance import Act, Surroundings
from quality.muc_scoring import Place, Response, When

FIRST, SECOND = "Rebels killed Ana Ruiz .", "The murder of Ruiz shook Lima ."
TEXT = f"{FIRST}\n\n{SECOND}"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def sentence(text: str, upos: str, heads: tuple[int, ...], deprels: str, name: Name) -> Sentence:
    tokens, at = [], TEXT.index(text)
    for word in text.split():
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    return Sentence(tuple(tokens), tuple(upos.split()), heads, tuple(deprels.split()), names=(name,))


SENTENCES = (
    sentence(
        FIRST, "NOUN VERB PROPN PROPN PUNCT", (1, -1, 1, 2, 1), "nsubj root obj flat punct", Name(2, 4, "PER")
    ),
    sentence(
        SECOND,
        "DET NOUN ADP PROPN VERB PROPN PUNCT",
        (1, 4, 3, 1, -1, 4, 4),
        "det nsubj case nmod root obj punct",
        Name(3, 4, "PER"),
    ),
)


def act(trigger: str, victim: str, name: str) -> Act:
    event = Event("ASSAULT", None, span(trigger), victim=(Mention(span(victim), name),))
    return Act(event, "ATTACK", Modality.ASSERTED, attributed=False)


@pytest.mark.parametrize(
    "feature",
    [
        "always",
        "apart 1",
        "both ATTACK",
        "second noun known",
        "paragraphs",
        "struck by one name",
        "struck by one long name",
        "one person",
        "doer untold",
        "time untold",
        "neighbours",
    ],
)
def test_what_two_acts_have_in_common(feature: str) -> None:
    acts = [act("killed", "Ana Ruiz", "Ana Ruiz"), act("murder", "Ruiz", "Ana Ruiz")]
    around = Surroundings(Document(TEXT), SENTENCES, load_lexicon(), load_registry())
    assert feature in set(Likeness(around).features(acts, 0, 1))


def test_an_act_joins_what_it_is_most_like_in_the_mean() -> None:
    like = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.1, (0, 3): 0.2, (1, 3): 0.2, (2, 3): 0.8}
    assert groups([0, 1, 2, 3], lambda one, two: like[one, two], 0.6) == [[0, 1], [2, 3]]


def test_joined_templates_keep_what_says_most() -> None:
    friday = Period(date(1990, 3, 16), date(1990, 3, 16), Precision.DAY)
    report = When(Period(None, date(1990, 3, 18), Precision.OPEN), until=True)
    peru, lima = (Place("Peru", "Peru"),), (Place("Lima", "Peru"),)
    one = Response(
        {
            "type": [("ATTACK",)],
            "date": [report],
            "location": [peru],
            "human target": [("ANA RUIZ", "Ana Ruiz")],
            "killed": [Count.exactly(1)],
        }
    )
    two = Response(
        {
            "type": [("BOMBING",)],
            "date": [When(friday)],
            "location": [lima],
            "human target": [("WHO", "Ana Ruiz"), ("GUARDS", "guards")],
            "killed": [Count.exactly(2)],
        },
        4,
        9,
    )
    both = joined([one, two])
    assert (both.start, both.end) == (0, 0)
    assert dict(both.slots) == {
        "type": [("BOMBING",)],
        "date": [When(friday)],
        "location": [lima],
        "human target": [("ANA RUIZ", "Ana Ruiz", "WHO"), ("GUARDS", "guards")],
        "killed": [Count.exactly(1)],
    }
    assert joined([two]) is two


def test_what_is_called_twice_is_one() -> None:
    names = [
        ("GALAN SARMIENTO",),
        ("HIS DRIVER",),
        ("LUIS CARLOS GALAN SARMIENTO",),
        ("TWO GUARDS",),
        ("GUARDS",),
    ]
    assert distinct(names) == [
        ("GALAN SARMIENTO", "LUIS CARLOS GALAN SARMIENTO"),
        ("HIS DRIVER",),
        ("TWO GUARDS", "GUARDS"),
    ]
    assert distinct([("MAYOR OF LIMA",), ("LIMA",)]) == [("MAYOR OF LIMA",), ("LIMA",)]


def test_two_who_are_struck_apart_are_seldom_one_incident() -> None:
    model = load_joining()
    assert model.likely(iter(["always", "struck by one name", "one person"])) > model.likely(
        iter(["always", "struck apart", "persons apart"])
    )
