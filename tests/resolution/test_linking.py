from dataclasses import replace
from time import perf_counter

import pytest

from harmattan.model.readings import (
    Event,
    Mention,
    Number,
    Place,
    Reading,
    Relation,
    RelationKind,
    Statement,
    Strength,
    StrengthStatus,
)
from harmattan.model.values import Count
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.linking import Linker
from tests.resolution.reported import mention, place, reading, stretch


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker(load_registry(), countries(), open_gazetteer())


TEXT = (
    "Paris said that 2,000 French troops would leave Gao. In northern Mali the Front of Things (FT) attacked "
    "Malian soldiers near Gossi, and MINUSMA said that it had lost two men."
)


def written(text: str = TEXT) -> Reading:
    base = reading(text, aliases=[("Front of Things", "FT")])
    document = base.document
    strength = Strength(
        force=(mention(document, "2,000 French troops"),),
        place=(place(document, "Gao"),),
        size=Number(stretch(document, "2,000"), Count.exactly(2000)),
        unit="troops",
        status=StrengthStatus.CURRENT,
    )
    event = Event(
        "ASSAULT",
        None,
        stretch(document, "attacked"),
        actor=(mention(document, "FT"), mention(document, "Paris")),
        recipient=(mention(document, "Malian soldiers"), mention(document, "Paris")),
        target=(mention(document, "MINUSMA"),),
        victim=(mention(document, "two men"),),
        weapon=(mention(document, "Things"),),
        place=(place(document, "Gossi"), place(document, "northern Mali")),
    )
    operates = Relation(RelationKind.OPERATES_IN, mention(document, "FT"), place(document, "northern Mali"))
    statements = (
        *(Statement(body, base.sentences[:1]) for body in (strength, event, operates)),
        *base.statements[1:],
    )
    attributed = replace(statements[1], attribution=mention(document, "MINUSMA"))
    return replace(base, statements=(statements[0], attributed, *statements[2:]))


def test_every_part_of_a_statement_is_linked(linker: Linker) -> None:
    strength, event, operates, alias = linker.link(written()).statements
    assert isinstance(strength.body, Strength)
    assert [found.actor for found in strength.body.force] == ["french-armed-forces"]
    assert [found.country for found in strength.body.place] == ["ML"]
    assert isinstance(event.body, Event)
    assert event.attribution is not None
    assert event.attribution.actor == "minusma"
    assert [found.actor for found in event.body.actor] == [None, "france"]
    assert [found.actor for found in event.body.recipient] == ["malian-armed-forces", None], (
        "a capital that is attacked is not its government"
    )
    assert [found.actor for found in event.body.target] == ["minusma"]
    assert [found.actor for found in event.body.victim] == [None]
    assert [found.country for found in event.body.place] == ["ML", "ML"]
    assert isinstance(operates.body, Relation)
    assert isinstance(operates.body.object, Place)
    assert operates.body.object.id == "country:ML:north"
    assert isinstance(alias.body, Relation)
    assert isinstance(alias.body.object, Mention)


def test_nothing_but_links_is_changed(linker: Linker) -> None:
    before = written()
    after = linker.link(before)
    assert (after.document, after.sentences, after.reader) == (
        before.document,
        before.sentences,
        before.reader,
    )
    for one, other in zip(before.statements, after.statements, strict=True):
        assert (one.evidence, one.modality, type(one.body)) == (
            other.evidence,
            other.modality,
            type(other.body),
        )


def test_linking_twice_is_linking_once(linker: Linker) -> None:
    once = linker.link(written())
    assert linker.link(written()) == once
    assert linker.link(once) == once


def test_a_reading_without_statements_is_handed_back(linker: Linker) -> None:
    empty = replace(written(), statements=())
    assert linker.link(empty) is empty


def test_linking_costs_little(linker: Linker) -> None:
    text = TEXT + " The governor of the province spoke at length about nothing much at all." * 2000
    long = written(text)
    words = len(text.split())
    linker.link(long)
    best = min(_seconds(linker, long) for _ in range(3))
    # 20 µs a word is what the pipeline can spare; ten times that allows for a slow and busy machine
    assert best / words < 200e-6


def _seconds(linker: Linker, long: Reading) -> float:
    start = perf_counter()
    linker.link(long)
    return perf_counter() - start
