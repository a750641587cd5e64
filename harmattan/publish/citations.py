"""Claims as lines of a page: the sentence with its links, its mark, and a footnote that leads to the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from harmattan.model.amendments import AmendedClaim
from harmattan.model.claims import Claim
from harmattan.model.readings import Modality, Strength, StrengthStatus
from harmattan.model.text import Document, Span
from harmattan.publish import addresses
from harmattan.publish.contents import Contents
from harmattan.publish.sentences import Part, sentence_for
from harmattan.publish.wording import day_words, tidy

MAX_QUOTE = 600
"""Longest quote printed in a note, in characters; the document page always has all of it."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the words, and where they stand."""

    number: int
    href: str
    quote: str
    source: str
    title: str


@dataclass(frozen=True, slots=True)
class LinkedPart:
    """A stretch of a sentence with the page it leads to, if any."""

    text: str
    href: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as a page prints it."""

    parts: tuple[LinkedPart, ...]
    mark: str
    """How the document holds it, where that is not a plain assertion: "planned"; else empty."""
    source: str
    """Who printed it, and when: "Le Matin, 3 June 2021"."""
    note: Note
    incidents: tuple[str, ...]
    """Links to the incidents it counts for."""


def source_words(document: Document) -> str:
    """Who printed a document, and when, as far as it is known."""
    source = document.source or "source not named"
    return f"{source}, {day_words(document.published)}" if document.published else f"{source}, undated"


def origin_words(claim: Claim) -> str:
    """Who printed what a claim was read from, and when; and that an analyst amended it, where one did."""
    amended = "; as amended by an analyst" if isinstance(claim, AmendedClaim) else ""
    return source_words(claim.document) + amended


def title_of(document: Document) -> str:
    """The document's title, or its opening words."""
    if document.title and document.title.strip():
        return tidy(document.title)
    words = tidy(document.text[:200])
    return words if len(words) <= 70 else words[:70].rsplit(" ", 1)[0] + " …"


def mark_of(claim: Claim) -> str:
    """The mark a claim bears: its modality, or a strength's status, where it is not told as plain fact."""
    body = claim.body
    to_come = (Modality.ASSERTED, Modality.PLANNED)
    plain = (StrengthStatus.CURRENT, StrengthStatus.FORMER)
    if isinstance(body, Strength) and body.status not in plain and claim.modality in to_come:
        return body.status.value
    return "" if claim.modality is Modality.ASSERTED else claim.modality.value


def evidence_words(claim: Claim) -> str:
    """The sentence, and after an ellipsis whatever else the claim rests on that is not part of it."""
    kept: list[Span] = []
    for span in claim.statement.evidence:
        if not any(span in other for other in kept):
            kept.append(span)
    return " … ".join(tidy(span.quote) for span in kept)


class Citations:
    """The footnotes of one page, numbered as the page cites them; a claim cited twice keeps its number."""

    def __init__(self, contents: Contents, page: str) -> None:
        self._contents = contents
        self.page = page
        self._notes: dict[str, Note] = {}

    @property
    def notes(self) -> list[Note]:
        """All notes so far, in order."""
        return list(self._notes.values())

    def note(self, claim: Claim) -> Note:
        """The claim's footnote on this page."""
        found = self._notes.get(claim.id)
        if found is None:
            document = claim.document
            quote = evidence_words(claim)
            short = quote if len(quote) <= MAX_QUOTE else quote[:MAX_QUOTE].rsplit(" ", 1)[0] + " …"
            href = self.href(addresses.document_page(document.id, claim.id))
            found = Note(len(self._notes) + 1, href, short, origin_words(claim), title_of(document))
            self._notes[claim.id] = found
        return found

    def href(self, target: str) -> str:
        """The link from this page to another."""
        return addresses.relative(self.page, target)

    def line(self, claim: Claim) -> Line:
        """The claim as this page prints it."""
        pages = (
            addresses.incident_page(one.id) for one in self._contents.incidents_of_claim.get(claim.id, ())
        )
        return Line(
            tuple(self._linked(part) for part in sentence_for(claim)),
            mark_of(claim),
            origin_words(claim),
            self.note(claim),
            tuple(self.href(page) for page in pages if page != self.page),
        )

    def lines(self, claims: Iterable[Claim]) -> tuple[Line, ...]:
        """The claims as this page prints them."""
        return tuple(map(self.line, claims))

    def _linked(self, part: Part) -> LinkedPart:
        page = None
        if part.actor:
            page = addresses.actor_page(part.actor)
        elif part.country:
            page = addresses.country_page(part.country)
        return LinkedPart(part.text, self.href(page) if page and page != self.page else None, part.note)
