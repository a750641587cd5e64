"""Who stands where around a word of relation, on hand-drawn trees, so that no model is needed."""

from __future__ import annotations

import pytest

from harmattan.model.readings import Relation
from harmattan.reading.marks import Sentence
from harmattan.reading.names.entities import find_entities
from harmattan.reading.pages import Line, Page
from harmattan.reading.places.named import find_places
from harmattan.reading.relations.arguments import foes_of, relation_arguments
from harmattan.reading.relations.finder import find_relations
from harmattan.reference.lexicon import load_lexicon
from tests.reading.drawn import drawn

APPOSITION = (
    "Idder/PROPN/7/nsubj ,/PUNCT/3/punct commander/NOUN/1/appos of/ADP/6/case the/DET/6/det Front/PROPN/3/nmod "
    "spoke/VERB/0/root ./PUNCT/7/punct"
)
TITLE = "Front/PROPN/3/compound leader/NOUN/3/compound Idder/PROPN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct"
COPULA = (
    "Idder/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det member/NOUN/0/root of/ADP/7/case the/DET/7/det "
    "Front/PROPN/4/nmod ./PUNCT/4/punct"
)
SUPPORT = (
    "The/DET/2/det corps/NOUN/3/nsubj flew/VERB/0/root in/ADP/5/case support/NOUN/3/obl of/ADP/8/case the/DET/8/det "
    "garrison/NOUN/5/nmod ./PUNCT/3/punct"
)
CAMPAIGN = (
    "The/DET/2/det army/NOUN/3/nsubj leads/VERB/0/root a/DET/5/det campaign/NOUN/3/obj to/PART/7/mark "
    "defeat/VERB/5/acl the/DET/9/det Front/PROPN/7/obj ./PUNCT/3/punct"
)
HELPED = (
    "France/PROPN/2/nsubj supports/VERB/0/root Mali/PROPN/2/obj in/ADP/6/case its/PRON/6/nmod:poss fight/NOUN/2/obl "
    "against/ADP/9/case the/DET/9/det Front/PROPN/6/nmod ./PUNCT/2/punct"
)
CONTROL = (
    "Tessit/PROPN/5/nsubj is/AUX/5/cop under/ADP/5/case Front/PROPN/5/compound control/NOUN/0/root "
    "./PUNCT/5/punct"
)
HELD = (
    "They/PRON/2/nsubj left/VERB/0/root Front/PROPN/5/compound -/PUNCT/3/punct held/VERB/6/amod terrain/NOUN/2/obj "
    "./PUNCT/2/punct"
)
NESTED = (
    "The/DET/3/det 2nd/ADJ/3/amod Battalion/PROPN/8/nsubj ,/PUNCT/7/punct 5th/ADJ/7/amod Infantry/PROPN/7/compound "
    "Regiment/PROPN/3/appos left/VERB/0/root ./PUNCT/8/punct"
)
ORIGIN = (
    "The/DET/2/det soldiers/NOUN/6/nsubj from/ADP/5/case the/DET/5/det Front/PROPN/2/nmod left/VERB/0/root "
    "./PUNCT/6/punct"
)
PART = (
    "The/DET/3/det 2nd/ADJ/3/amod Battalion/PROPN/7/nsubj of/ADP/6/case the/DET/6/det Front/PROPN/3/nmod "
    "left/VERB/0/root ./PUNCT/7/punct"
)
SENT = (
    "France/PROPN/2/nsubj sent/VERB/0/root men/NOUN/2/obj to/PART/5/mark support/VERB/2/advcl the/DET/7/det "
    "army/NOUN/5/obj ./PUNCT/2/punct"
)
ORG = {"Front": "ORG", "Idder": "PER", "France": "LOC", "Mali": "LOC", "Tessit": "LOC"}


def sentence_of(notation: str) -> Sentence:
    _, sentence = drawn(notation, names={n: label for n, label in ORG.items() if n + "/" in notation})
    return sentence


LABELS = [
    (APPOSITION, "commander", "holder", ["idder"]),
    (APPOSITION, "commander", "of", ["front"]),
    (TITLE, "leader", "holder", ["idder"]),
    (TITLE, "leader", "body", ["front"]),
    (COPULA, "member", "holder", ["idder"]),
    (SUPPORT, "support", "in+of", ["garrison"]),
    (SUPPORT, "support", "governor", ["corps"]),
    (CAMPAIGN, "campaign", "foe", ["front"]),
    (CAMPAIGN, "campaign", "owner", ["army"]),
    (HELPED, "fight", "governor", ["mali"]),
    (CONTROL, "control", "under+governor", ["tessit"]),
    (HELD, "held", "ARG0", ["front"]),
    (HELD, "held", "ARG1", ["terrain"]),
]


@pytest.mark.parametrize(
    ("notation", "word", "label", "heads"), LABELS, ids=[f"{case[1]} {case[2]}" for case in LABELS]
)
def test_labels(notation: str, word: str, label: str, heads: list[str]) -> None:
    sentence = sentence_of(notation)
    found = relation_arguments(sentence, sentence.words.index(word))
    assert [sentence.words[head] for head in found.get(label)] == heads


def test_only_verbs_of_defeating_have_foes() -> None:
    sentence = sentence_of(CAMPAIGN.replace("defeat/", "visit/"))
    assert foes_of(sentence, sentence.words.index("visit")) == []


RELATIONS = [
    (APPOSITION, ["led_by Front > Idder"]),
    (TITLE, ["led_by Front > Idder"]),
    (COPULA, ["part_of Idder > Front"]),
    (CAMPAIGN, ["hostile_to army > Front"]),
    (HELPED, ["supports France > Mali", "hostile_to Mali > Front"]),
    (CONTROL, ["controls Front > Tessit"]),
    (HELD, ["controls Front > terrain"]),
    (NESTED, ["part_of 2nd Battalion > 5th Infantry Regiment"]),
    (ORIGIN, ["part_of soldiers > Front"]),
    (PART, ["part_of 2nd Battalion > Front"]),
    (SENT, ["supports France > army"]),
]


@pytest.mark.parametrize(("notation", "told"), RELATIONS, ids=[case[1][0] for case in RELATIONS])
def test_relations(notation: str, told: list[str]) -> None:
    document, sentence = drawn(notation, names={n: label for n, label in ORG.items() if n + "/" in notation})
    entities = find_entities(document, [sentence])
    line = Line(entities.sentences[0], (), (), tuple(find_places(document, entities.sentences[0])))
    found = [
        statement.body for statement in find_relations(Page(document, (line,), entities), load_lexicon())
    ]
    assert [
        f"{body.relation} {body.subject.name} > {body.object.name}"
        for body in found
        if isinstance(body, Relation)
    ] == told
