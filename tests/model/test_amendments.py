"""A claim with fields that an analyst amended: the same id, other words, and never without words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from harmattan.model.amendments import AmendedClaim, amend, amended_fields
from harmattan.model.claims import Claim
from harmattan.model.judgements import Verdict
from harmattan.model.readings import Event, Modality
from harmattan.model.values import Count
from tests.fakes import FakeCoder, reports
from tests.resolution.judgements.test_overruling import judgement

CLAIM = FakeCoder()()(reports(1)[0]).claims[0]
TEXT = CLAIM.document.text
ELSEWHERE = {"start": 1, "end": 2, "quote": "?"}


def quote(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def event_of(claim: Claim) -> Event:
    assert isinstance(claim.body, Event)
    return claim.body


def test_an_amended_claim_keeps_its_id_and_its_other_fields() -> None:
    amended = amend(CLAIM, {"killed": {**quote("500"), "low": 500, "best": None, "high": None}})
    assert amended.id == CLAIM.id
    assert amended.read == CLAIM
    killed = event_of(amended).killed
    assert killed is not None and killed.count == Count(500, None, None)
    assert amended.record == {**CLAIM.record, "killed": amended.record["killed"]}
    assert event_of(CLAIM).killed != killed


def test_amended_twice_it_is_still_what_was_read() -> None:
    amended = amend(amend(CLAIM, {"killed": None}), {"modality": "alleged"})
    assert (event_of(amended).killed, amended.modality, amended.id) == (None, Modality.ALLEGED, CLAIM.id)
    assert isinstance(amended, AmendedClaim) and amended.read == CLAIM


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"dead": 3}, "no field of a claim of kind event: dead"),
        ({"id": "c1"}, "no field"),
        ({"document": {}}, "no field"),
        ({"reader": "me"}, "no field"),
        ({"killed": 3}, "not in the claims format"),
        ({"killed": {**quote("500"), "low": 9, "best": 1, "high": 2}}, "not in the claims format"),
        ({"modality": "likely"}, "not in the claims format"),
        ({"actor": None}, "not in the claims format"),
        ({"actor": json.loads("[" * 900 + "]" * 900)}, "not in the claims format"),
        ({"killed": {"start": 0, "end": 3, "quote": "500", "low": 1, "best": 1, "high": 1}}, "does not stand"),
        ({"trigger": {"start": "0", "end": None, "quote": "AQIM"}}, "does not stand"),
        ({"trigger": {"start": -4, "end": -1, "quote": TEXT[-4:-1]}}, "does not stand"),
        ({"actor": [{**quote("AQIM"), "name": "AQIM", "actor": None, "antecedent": ELSEWHERE}]}, "does not stand"),
    ],
)  # fmt: skip
def test_what_cannot_be_amended(fields: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        amend(CLAIM, fields)


@pytest.mark.parametrize("amendment", ["", "{", "[]", "3", "{}", "null", "[" * 100_000])
def test_amendments_that_name_no_field(amendment: str) -> None:
    odd = judgement(Verdict.AMENDED, "c1", None, "Ann", 1)
    with pytest.raises(ValueError, match="the amendment"):
        amended_fields(type(odd)(odd.verdict, "c1", None, odd.holder, "Ann", odd.at, "", amendment))
