"""Claims as records and back, and their ids, for any claim at all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.model.claims import Claim, ClaimKind, Rejection
from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Number,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    RelationStatus,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.records import parse_body
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision

WORDS = st.text(min_size=1, max_size=12)
SPANS = st.builds(Span, st.integers(0, 500), st.integers(501, 999), WORDS)
MENTIONS = st.builds(Mention, SPANS, WORDS, st.none() | WORDS, st.none() | SPANS)
PLACES = st.builds(
    Place,
    SPANS,
    WORDS,
    id=st.none() | WORDS,
    country=st.none() | st.sampled_from(["ML", "NE"]),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    kind=st.none() | st.sampled_from(PlaceKind),
)
DAYS = st.none() | st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(DAYS), draw(DAYS)
    if start and end and start > end:
        start, end = end, start
    return Period(start, end, draw(st.sampled_from(Precision)))


TIMES = st.none() | st.builds(Time, SPANS, periods())
COUNTS = st.lists(st.integers(0, 9999), min_size=3, max_size=3).map(lambda bounds: Count(*sorted(bounds)))
NUMBERS = st.builds(Number, SPANS, COUNTS | st.just(Count(14, None, None)) | st.just(Count(None, None, 20)))


def several(strategy: st.SearchStrategy[Mention]) -> st.SearchStrategy[tuple[Mention, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


PLACED = st.lists(PLACES, max_size=2).map(tuple)
EVENTS = st.builds(
    Event,
    type=WORDS,
    mode=st.none() | WORDS,
    trigger=SPANS,
    actor=several(MENTIONS),
    recipient=several(MENTIONS),
    target=several(MENTIONS),
    victim=several(MENTIONS),
    weapon=several(MENTIONS),
    place=PLACED,
    time=TIMES,
    report_time=TIMES,
    killed=st.none() | NUMBERS,
    wounded=st.none() | NUMBERS,
    abducted=st.none() | NUMBERS,
)
STRENGTHS = st.builds(
    Strength, several(MENTIONS), PLACED, NUMBERS, WORDS, st.sampled_from(StrengthStatus), TIMES
)
RELATIONS = st.builds(
    Relation,
    st.sampled_from(RelationKind),
    MENTIONS,
    MENTIONS | PLACES,
    st.sampled_from(RelationStatus),
    TIMES,
)
STATEMENTS = st.builds(
    Statement,
    EVENTS | STRENGTHS | RELATIONS,
    st.lists(SPANS, min_size=1, max_size=2).map(tuple),
    st.sampled_from(Modality),
    st.none() | MENTIONS,
    st.none() | st.floats(0, 1),
)
DOCUMENTS = st.builds(Document, WORDS, st.none() | WORDS, DAYS, st.none() | WORDS, st.none() | WORDS)
CLAIMS = st.builds(Claim, DOCUMENTS, STATEMENTS, WORDS)

SMALL = Claim(
    Document("Rebels took Gao."),
    Statement(
        Event("COERCE", "seize", Span(7, 11, "took"), actor=(Mention(Span(0, 6, "Rebels"), "Rebels"),)),
        (Span(0, 16, "Rebels took Gao."),),
    ),
    "test-1",
)


@settings(max_examples=150)
@given(CLAIMS)
def test_a_claim_is_its_record(claim: Claim) -> None:
    printed = json.dumps(claim.record, ensure_ascii=False)
    again = Claim.parse(json.loads(printed), claim.document)
    assert again == claim
    assert again.id == claim.id
    assert next(iter(claim.record)) == "id"


@given(CLAIMS, CLAIMS)
def test_ids_are_equal_where_records_are(one: Claim, other: Claim) -> None:
    assert (one.id == other.id) == (one.record == other.record)


@given(CLAIMS, st.floats(0, 1))
def test_how_sure_the_reader_is_is_not_in_the_id(claim: Claim, confidence: float) -> None:
    surer = replace(claim, statement=replace(claim.statement, confidence=confidence))
    assert surer.id == claim.id


@given(CLAIMS)
def test_where_the_document_lay_is_not_in_the_id(claim: Claim) -> None:
    assert replace(claim, document=claim.document.renamed("elsewhere")).id == claim.id
    assert replace(claim, reader=claim.reader + "x").id != claim.id


def test_the_id_is_the_same_in_every_process() -> None:
    assert SMALL.id == "c626905f743aa7852"
    assert SMALL.kind is ClaimKind.EVENT


@given(
    st.builds(
        Rejection, WORDS, st.sampled_from(ClaimKind), WORDS, WORDS, st.integers(0), st.integers(0), WORDS
    )
)
def test_a_rejection_is_its_record(rejection: Rejection) -> None:
    assert Rejection.parse(json.loads(json.dumps(rejection.record))) == rejection


def test_no_fourth_kind() -> None:
    with pytest.raises(ValueError, match="not a kind of claim"):
        parse_body({"kind": "rumour"})
