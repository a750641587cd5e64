"""The scorer of relations: what agrees, what our claims mean in the corpus's terms, figures over a tiny corpus."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from harmattan.model.coding import Coded
from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Relation,
    RelationKind,
    Statement,
)
from harmattan.model.text import Document
from quality.bench import Bench
from quality.relation_pairs import Pair, annotated, bare, claimed, matched, unique
from quality.relations import TYPES, Relations

TEXT = "The Northern Front, led by Idder, fought the garrison of Tessit."


def stretch(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def mention(words: str) -> Mention:
    span = Document(TEXT).span(*stretch(words))
    return Mention(span, span.quote)


def pair(type_: str, source: str, target: str) -> Pair:
    return Pair(type_, (stretch(source),), (stretch(target),))


AGREEING = [
    (
        "equal",
        pair("InChargeOf", "Idder", "Northern Front"),
        pair("InChargeOf", "Idder", "Northern Front"),
        True,
    ),
    ("overlap", pair("InChargeOf", "Idder", "Front"), pair("InChargeOf", "Idder", "Northern Front"), True),
    ("other type", pair("BelongsTo", "Idder", "Front"), pair("InChargeOf", "Idder", "Front"), False),
    ("other way round", pair("BelongsTo", "Idder", "Front"), pair("BelongsTo", "Front", "Idder"), False),
    ("symmetric", pair("AlliesOf", "Idder", "Front"), pair("AlliesOf", "Front", "Idder"), True),
    ("one side apart", pair("AlliesOf", "Idder", "Front"), pair("AlliesOf", "Idder", "garrison"), False),
]


@pytest.mark.parametrize(("name", "ours", "gold", "agree"), AGREEING, ids=[case[0] for case in AGREEING])
def test_two_relations_agree(name: str, ours: Pair, gold: Pair, agree: bool) -> None:
    assert bool(matched([gold], [ours])) is agree


def test_a_gold_relation_is_taken_once_and_by_the_closest() -> None:
    gold = [pair("InChargeOf", "Idder", "Northern Front")]
    loose, exact = pair("InChargeOf", "led by Idder", "Front"), pair("InChargeOf", "Idder", "Northern Front")
    assert matched(gold, [loose, exact]) == {exact: gold[0]}


def test_symmetric_relations_count_once() -> None:
    both = [pair("AlliesOf", "Idder", "Front"), pair("AlliesOf", "Front", "Idder")]
    assert unique(both) == both[:1]
    assert len(unique([pair("InChargeOf", "Idder", "Front"), pair("InChargeOf", "Front", "Idder")])) == 2


def test_what_stands_for_an_earlier_stretch_agrees_by_either() -> None:
    which = Pair("InChargeOf", (stretch("led"), stretch("Idder")), (stretch("Northern Front"),))
    assert matched([pair("InChargeOf", "Idder", "Northern Front")], [which])
    assert which.same(pair("InChargeOf", "Idder", "Northern Front"))


def test_articles_and_white_space_are_no_part_of_a_stretch() -> None:
    assert bare(TEXT, stretch("The Northern Front")) == stretch("Northern Front")
    assert bare(TEXT, stretch(" the garrison ")) == stretch("garrison")


BODIES = [
    (
        Relation(RelationKind.ALIAS, mention("Front"), mention("Northern Front")),
        "IsSynonymOf",
        "Front",
        "Northern Front",
    ),
    (
        Relation(RelationKind.CONTROLS, mention("Northern Front"), mention("Tessit")),
        "InChargeOf",
        "Northern Front",
        "Tessit",
    ),
    (
        Event(
            "COERCE", "seize", mention("fought").span, actor=(mention("Front"),), target=(mention("Tessit"),)
        ),
        "InChargeOf",
        "Front",
        "Tessit",
    ),
    (
        Relation(RelationKind.LED_BY, mention("Northern Front"), mention("Idder")),
        "InChargeOf",
        "Idder",
        "Northern Front",
    ),
    (Relation(RelationKind.PART_OF, mention("Idder"), mention("Front")), "BelongsTo", "Idder", "Front"),
    (Relation(RelationKind.SUPPORTS, mention("Idder"), mention("Front")), "AlliesOf", "Idder", "Front"),
    (
        Event(
            "ASSAULT",
            None,
            mention("fought").span,
            actor=(mention("Front"),),
            recipient=(mention("garrison"),),
        ),
        "FightingAgainst",
        "Front",
        "garrison",
    ),
]


@pytest.mark.parametrize(("body", "type_", "source", "target"), BODIES, ids=[case[1] for case in BODIES])
def test_claims_in_the_terms_of_the_corpus(body: Any, type_: str, source: str, target: str) -> None:
    evidence = (Document(TEXT).span(0, len(TEXT)),)
    assert claimed(TEXT, [Statement(body, evidence)]) == [pair(type_, source, target)]
    assert claimed(TEXT, [Statement(body, evidence, Modality.DENIED)]) == []


def test_a_thing_that_is_destroyed_is_no_foe() -> None:
    burnt = Event(
        "ASSAULT",
        "destroy",
        mention("fought").span,
        actor=(mention("Front"),),
        recipient=(mention("garrison"),),
        target=(mention("Tessit"),),
    )
    evidence = (Document(TEXT).span(0, len(TEXT)),)
    assert claimed(TEXT, [Statement(burnt, evidence)]) == [pair("FightingAgainst", "Front", "garrison")]


def test_what_a_relation_and_an_event_tell_is_one() -> None:
    hostile = Relation(RelationKind.HOSTILE_TO, mention("Front"), mention("garrison"))
    fought = Event(
        "ASSAULT",
        None,
        mention("fought").span,
        actor=(mention("Northern Front"),),
        recipient=(mention("garrison of Tessit"),),
    )
    evidence = (Document(TEXT).span(0, len(TEXT)),)
    found = claimed(TEXT, [Statement(body, evidence) for body in (hostile, fought)])
    assert found == [pair("FightingAgainst", "Northern Front", "garrison of Tessit")]


def test_other_types_of_the_corpus_are_left_out() -> None:
    row = {"type": "CoLocated", "sourceBegin": 0, "sourceEnd": 3, "targetBegin": 4, "targetEnd": 9}
    assert annotated(TEXT, [row], TYPES) == []


class OneRelation:
    """Stands for the reader: claims one right relation and one wrong of every document."""

    fast = False

    def __init__(self, root: Path) -> None:
        self.root = root

    @staticmethod
    def sample(items: Any) -> Any:
        return items

    @staticmethod
    def code(document: Document) -> Coded:
        led = Relation(RelationKind.LED_BY, mention("Northern Front"), mention("Idder"))
        part = Relation(RelationKind.PART_OF, mention("garrison"), mention("Northern Front"))
        evidence = (document.span(0, len(TEXT)),)
        claims = [SimpleNamespace(statement=Statement(body, evidence)) for body in (led, part)]
        return cast(Coded, SimpleNamespace(claims=claims))


def test_figures_over_a_folder_laid_out_like_the_corpus(tmp_path: Path) -> None:
    folder = tmp_path / "relations" / "re3d"
    folder.mkdir(parents=True)
    (folder / "documents.jsonl").write_text(json.dumps({"_id": "D1", "title": "", "text": TEXT}) + "\n")
    rows = [
        {
            "documentId": "D1",
            "type": type_,
            "sourceBegin": a[0],
            "sourceEnd": a[1],
            "targetBegin": b[0],
            "targetEnd": b[1],
        }
        for type_, a, b in [
            ("InChargeOf", stretch("Idder"), stretch("The Northern Front")),
            ("FightingAgainst", stretch("The Northern Front"), stretch("the garrison")),
        ]
    ]
    (folder / "relations.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    test = Relations()
    assert [path.name for path in test.files(tmp_path)] == ["documents.jsonl", "relations.jsonl"]
    outcome = test.run(cast(Bench, OneRelation(tmp_path)))
    figures = {figure.name: figure.value for figure in outcome.figures}
    assert figures["four types F1"] == figures["four types strict F1"] == 50
    assert figures["InChargeOf F1"] == 100
    assert figures["FightingAgainst recall"] == 0
    assert sorted(case.kind for case in outcome.cases) == ["missed FightingAgainst", "spurious BelongsTo"]


def test_no_files_where_there_is_no_corpus(tmp_path: Path) -> None:
    assert Relations().files(tmp_path) == []
