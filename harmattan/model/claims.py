"""What one document says, every field with its words: written once, never edited."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from harmattan.model.readings import Body, Event, Modality, Relation, Statement, Strength
from harmattan.model.records import Record, document_record, parse_statement, statement_record
from harmattan.model.text import Document


class ClaimKind(StrEnum):
    """The three kinds of claim."""

    EVENT = "event"
    STRENGTH = "strength"
    RELATION = "relation"

    @classmethod
    def of(cls, body: Body) -> ClaimKind:
        """The kind that a body makes."""
        match body:
            case Event():
                return cls.EVENT
            case Strength():
                return cls.STRENGTH
            case Relation():
                return cls.RELATION


@dataclass(frozen=True)
class Claim:
    """A statement that passed the codebook, with the document that makes it and the reader that read it.

    In document d1 of the ministry, "French troops killed 30 militants near Gossi on Tuesday" is one claim of kind
    event; its id is a hash of all it says and of the reader, so that reading twice writes nothing new.
    """

    document: Document
    statement: Statement
    reader: str

    @property
    def body(self) -> Body:
        """The event, strength or relation."""
        return self.statement.body

    @property
    def modality(self) -> Modality:
        """How the document holds it."""
        return self.statement.modality

    @property
    def kind(self) -> ClaimKind:
        """Which of the three kinds."""
        return ClaimKind.of(self.statement.body)

    @cached_property
    def _content(self) -> Record:
        return {
            "kind": self.kind.value,
            "document": document_record(self.document),
            "reader": self.reader,
            **statement_record(self.statement),
        }

    @cached_property
    def id(self) -> str:
        """ "c" and 16 hex digits of a hash over all the claim says and its reader.

        The confidence is left out: a processor that rounds otherwise must not make another claim.
        """
        text = json.dumps(self._content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "c" + hashlib.sha256(text.encode()).hexdigest()[:16]

    @property
    def record(self) -> Record:
        """The claim in the claims format, version 1, `id` first."""
        confidence = self.statement.confidence
        sure = {} if confidence is None else {"confidence": confidence}
        return {"id": self.id, **self._content, **sure}

    @classmethod
    def parse(cls, record: Mapping[str, Any], document: Document) -> Self:
        """The claim that `record` was made of, about `document`."""
        return cls(document, parse_statement(record), record["reader"])


@dataclass(frozen=True, slots=True)
class Rejection:
    """A statement that failed the codebook's checks: kept, with the reason, rather than silently dropped."""

    document_id: str
    kind: ClaimKind
    reason: str
    """A short fixed phrase ("no actor and no recipient"), so that rejections can be counted by reason."""
    quote: str
    """The words of the trigger, or of the statement's first evidence."""
    start: int
    end: int
    reader: str

    @property
    def record(self) -> Record:
        """The rejection as a JSON object."""
        return {
            "document": self.document_id,
            "kind": self.kind.value,
            "reason": self.reason,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "reader": self.reader,
        }

    @classmethod
    def parse(cls, record: Mapping[str, Any]) -> Self:
        """The rejection that `record` was made of."""
        fields = ("document", "kind", "reason", "quote", "start", "end", "reader")
        document_id, kind, *rest = (record[field] for field in fields)
        return cls(document_id, ClaimKind(kind), *rest)
