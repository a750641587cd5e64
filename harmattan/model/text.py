"""A document's frozen text, and stretches of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one document's text: `text[start:end] == quote`, offsets in Unicode code points."""

    start: int
    end: int
    quote: str

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Document:
    """One report as it was printed, its text cleaned once by a source and then never changed.

    One file or page can hold several documents. `published` is the day the source printed it, None where
    nobody says; no pass ever guesses it. `origin` is the path or address it was read from, for messages.
    """

    text: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    origin: str = ""

    @cached_property
    def id(self) -> str:
        """ "d" and 16 hex digits of a hash over all that is said of the document but its origin."""
        parts = (self.title, self.published, self.source, self.url, self.text)
        digest = hashlib.sha256("\x1f".join("" if part is None else str(part) for part in parts).encode())
        return "d" + digest.hexdigest()[:16]

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` up to but not including `end`, with its words."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no stretch {start}:{end} in a text of {len(self.text)} characters")
        return Span(start, end, self.text[start:end])

    def renamed(self, origin: str) -> Document:
        """The same document, told to come from elsewhere."""
        return replace(self, origin=origin)
