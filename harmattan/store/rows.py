"""Values of the model as rows of the tables, and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from harmattan.model.claims import Claim, ClaimKind, Rejection
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Body, Event, Relation
from harmattan.model.text import Document

Row = dict[str, Any]


def document_row(document: Document) -> Row:
    """A row of `documents`."""
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published,
        "source": document.source,
        "url": document.url,
        # A file's name may hold bytes that are no text.
        "origin": document.origin.encode(errors="backslashreplace").decode(),
        "text": document.text,
    }


def parse_document(row: RowMapping) -> Document:
    """The document of a row of `documents`."""
    return Document(
        text=row["text"],
        title=row["title"],
        published=row["published"],
        source=row["source"],
        url=row["url"],
        origin=row["origin"],
    )


def claim_row(claim: Claim) -> Row:
    """A row of `claims`."""
    time = claim.body.time
    return {
        "id": claim.id,
        "document": claim.document.id,
        "reader": claim.reader,
        "kind": claim.kind.value,
        "type": _type(claim.body),
        "modality": claim.modality.value,
        "earliest": time.period.earliest if time else None,
        "latest": time.period.latest if time else None,
        "record": claim.record,
    }


def _type(body: Body) -> str | None:
    match body:
        case Event():
            return body.type
        case Relation():
            return body.relation.value
        case _:
            return None


def rejection_row(rejection: Rejection) -> Row:
    """A row of `rejections`."""
    return rejection.record


def parse_rejection(row: RowMapping) -> Rejection:
    """The rejection of a row of `rejections`."""
    return Rejection(
        document_id=row["document"],
        kind=ClaimKind(row["kind"]),
        reason=row["reason"],
        quote=row["quote"],
        start=row["start"],
        end=row["end"],
        reader=row["reader"],
    )


def judgement_row(judgement: Judgement) -> Row:
    """A row of `judgements`."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "left": judgement.left,
        "right": judgement.right,
        "holder": judgement.holder.value,
        "name": judgement.name,
        "at": judgement.at.isoformat(),
        "reason": judgement.reason,
        "amendment": judgement.amendment,
    }


def parse_judgement(row: RowMapping) -> Judgement:
    """The judgement of a row of `judgements`."""
    return Judgement(
        verdict=Verdict(row["verdict"]),
        left=row["left"],
        right=row["right"],
        holder=Holder(row["holder"]),
        name=row["name"],
        at=datetime.fromisoformat(row["at"]),
        reason=row["reason"],
        amendment=row["amendment"],
    )
