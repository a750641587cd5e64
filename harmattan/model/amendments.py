"""A claim as an analyst would have it read: some of its fields changed, its id the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement
from harmattan.model.records import Record, parse_statement, statement_record
from harmattan.model.text import Document


@dataclass(frozen=True)
class AmendedClaim(Claim):
    """A claim with amended fields; it goes by the id of the claim that was read."""

    read: Claim
    """What the reader had read."""

    @property
    def id(self) -> str:
        """The id of the claim that was read."""
        return self.read.id


def amend(claim: Claim, fields: Mapping[str, Any]) -> AmendedClaim:
    """The claim with these fields of its record changed: `{"killed": null}` takes the dead away.

    Raises `ValueError` where there is no such field, where a value is not in the claims format, and where what a
    value quotes does not stand in the document: an analyst's values keep their words too.
    """
    if unknown := sorted(fields.keys() - statement_record(claim.statement).keys()):
        raise ValueError(f"no field of a claim of kind {claim.kind}: {', '.join(unknown)}")
    try:
        quotes = list(_quotes(list(fields.values())))
    except RecursionError:
        raise ValueError("not in the claims format: nested too deeply") from None
    for start, end, quote in quotes:
        if not _stands(claim.document, start, end, quote):
            raise ValueError(f"“{quote}” does not stand at {start} to {end} in the document")
    try:
        statement = parse_statement({**claim.record, **fields})
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"not in the claims format: {error}") from error
    return AmendedClaim(claim.document, statement, claim.reader, getattr(claim, "read", claim))


def amended_fields(judgement: Judgement) -> Record:
    """The fields that a judgement amends. Raises `ValueError` where its amendment is no JSON object, or empty."""
    try:
        fields = json.loads(judgement.amendment or "")
    except (ValueError, RecursionError):
        raise ValueError("the amendment is not JSON") from None
    if not isinstance(fields, dict) or not fields:
        raise ValueError("the amendment names no field")
    return fields


def _quotes(value: object) -> Iterator[tuple[Any, Any, Any]]:
    if isinstance(value, dict):
        if "quote" in value:
            yield value.get("start"), value.get("end"), value["quote"]
        for part in value.values():
            yield from _quotes(part)
    elif isinstance(value, list):
        for part in value:
            yield from _quotes(part)


def _stands(document: Document, start: object, end: object, quote: object) -> bool:
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        return False
    return document.text[start:end] == quote
