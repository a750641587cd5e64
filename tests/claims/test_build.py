"""Claims and rejections from a reading: order, duplicates, what a rejection shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from harmattan.claims.build import build
from harmattan.claims.checks import Reason
from harmattan.model.claims import ClaimKind
from harmattan.model.readings import Modality
from harmattan.reference.codebook import load_codebook
from tests.claims.statements import (
    ALIAS,
    ATTACK,
    DOCUMENT,
    READER,
    SECOND,
    STRENGTH,
    mention,
    reading,
    span,
    statement,
)

CODEBOOK = load_codebook()
BARE: dict[str, Any] = {"victim": (), "place": (), "time": None, "killed": None, "wounded": None}


def test_good_statements_become_claims_in_the_readings_order() -> None:
    told = (statement(ATTACK), statement(STRENGTH), statement(ALIAS))
    claims, rejections = build(reading(*told), CODEBOOK)
    assert [claim.statement for claim in claims] == list(told)
    assert [claim.kind for claim in claims] == [ClaimKind.EVENT, ClaimKind.STRENGTH, ClaimKind.RELATION]
    assert {claim.document.id for claim in claims} == {DOCUMENT.id}
    assert {claim.reader for claim in claims} == {READER}
    assert not rejections


def test_a_bad_statement_takes_no_good_one_with_it() -> None:
    claims, rejections = build(
        reading(statement(replace(ATTACK, type="WAR")), statement(STRENGTH), statement(ALIAS, evidence=())),
        CODEBOOK,
    )
    assert [claim.kind for claim in claims] == [ClaimKind.STRENGTH]
    assert [(rejection.kind, rejection.reason) for rejection in rejections] == [
        (ClaimKind.EVENT, Reason.UNKNOWN_TYPE.value),
        (ClaimKind.RELATION, Reason.NO_EVIDENCE.value),
    ]


def test_a_rejection_shows_the_trigger_or_the_sentence() -> None:
    refused = (replace(ATTACK, type="WAR"), replace(STRENGTH, force=(), place=()))
    _, rejections = build(reading(*(statement(body) for body in refused)), CODEBOOK)
    assert [rejection.quote for rejection in rejections] == ["killed", SECOND]
    for rejection in rejections:
        assert DOCUMENT.text[rejection.start : rejection.end] == rejection.quote
        assert rejection.document_id == DOCUMENT.id
        assert rejection.reader == READER


def test_a_rejection_without_evidence_shows_its_own_words() -> None:
    _, rejections = build(reading(statement(ALIAS, evidence=())), CODEBOOK)
    assert [rejection.quote for rejection in rejections] == ["SF"]


def test_the_same_said_with_the_same_words_is_one_claim() -> None:
    again = statement(ATTACK, modality=Modality.ALLEGED)
    claims, rejections = build(reading(statement(ATTACK), again, statement(ATTACK)), CODEBOOK)
    assert [claim.modality for claim in claims] == [Modality.ASSERTED]
    assert [rejection.reason for rejection in rejections] == [Reason.DUPLICATE.value] * 2


def test_a_refused_statement_is_no_duplicate() -> None:
    bad = statement(replace(ATTACK, type="WAR"))
    _, rejections = build(reading(bad, bad), CODEBOOK)
    assert [rejection.reason for rejection in rejections] == [Reason.UNKNOWN_TYPE.value] * 2


def test_building_twice_gives_the_same_ids() -> None:
    first, _ = build(reading(statement(ATTACK), statement(STRENGTH)), CODEBOOK)
    second, _ = build(reading(statement(ATTACK), statement(STRENGTH)), CODEBOOK)
    assert [claim.id for claim in first] == [claim.id for claim in second]
    assert len({claim.id for claim in first}) == 2


def test_the_sentence_a_name_was_taken_from_is_cited() -> None:
    named = replace(mention("it"), name="The Sand Front", antecedent=span("The Sand Front"))
    told = statement(
        replace(ATTACK, actor=(named,), trigger=span("denies"), **BARE), evidence=(span("denies it"),)
    )
    (claim,), rejections = build(reading(told), CODEBOOK)
    assert not rejections
    assert [cited.quote for cited in claim.statement.evidence] == ["denies it", SECOND]


def test_no_sentence_is_cited_for_words_that_are_no_antecedent() -> None:
    told = statement(replace(ATTACK, actor=(mention("SF"),)))
    claims, (rejection,) = build(reading(told), CODEBOOK)
    assert not claims
    assert rejection.reason == Reason.OUTSIDE_EVIDENCE.value


def test_an_empty_reading_gives_nothing() -> None:
    assert build(reading(), CODEBOOK) == ([], [])
