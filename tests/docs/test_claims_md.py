"""The page on the claims format tells the truth: its examples, its tables, and every field of the schema."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from harmattan.claims.checks import EXPLANATIONS, refusal
from harmattan.claims.schema import claims_schema
from harmattan.model.claims import Claim
from harmattan.model.readings import Modality, RelationKind, StrengthStatus
from harmattan.model.text import Document
from harmattan.reference.codebook import load_codebook

PAGE = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
BLOCKS = dict(
    zip(
        ("text", "attack", "end", "strength", "alias", "rejection"),
        re.findall(r"```\w+\n(.*?)\n```", PAGE, re.S),
        strict=True,
    )
)
DOCUMENT = Document(
    BLOCKS["text"],
    "Attack on an army post at Gossi",
    date(2021, 3, 8),
    "Sahel Wire",
    "https://example.org/2021/03/gossi",
)
RECORDS: dict[str, dict[str, Any]] = {
    name: json.loads(block) for name, block in BLOCKS.items() if name != "text"
}
CLAIMS = {name: record for name, record in RECORDS.items() if name != "rejection"}


def stretches(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [found for item in value for found in stretches(item)]
    if isinstance(value, dict):
        own = [value] if "quote" in value else []
        return own + [found for item in value.values() for found in stretches(item)]
    return []


@pytest.mark.parametrize("name", RECORDS)
def test_examples_are_in_the_format(name: str) -> None:
    jsonschema.Draft202012Validator(claims_schema()).validate(RECORDS[name])


@pytest.mark.parametrize("name", RECORDS)
def test_examples_quote_the_report(name: str) -> None:
    for found in stretches(RECORDS[name]):
        assert DOCUMENT.text[found["start"] : found["end"]] == found["quote"]


@pytest.mark.parametrize("name", CLAIMS)
def test_examples_are_claims_with_their_true_ids(name: str) -> None:
    claim = Claim.parse(CLAIMS[name], DOCUMENT)
    assert claim.record == CLAIMS[name]
    assert refusal(claim.statement, DOCUMENT, load_codebook()) is None


def test_every_field_is_named() -> None:
    definitions = claims_schema()["$defs"]
    fields = {field for name in ("event", "strength", "relation", "document", "mention", "place", "time", "count")
              for field in definitions[name]["properties"]}  # fmt: skip
    assert {field for field in fields if f"`{field}`" not in PAGE} == set()


def test_every_value_is_told() -> None:
    for values in (Modality, RelationKind, StrengthStatus):
        assert {value.value for value in values if value.value not in PAGE} == set()


def test_every_reason_is_explained() -> None:
    for reason, explanation in EXPLANATIONS.items():
        assert f"| {reason.value} | {explanation} |" in PAGE
