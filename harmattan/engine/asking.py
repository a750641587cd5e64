"""What an analyst may ask about, by what is at hand: an id or the beginning of one, an address, some words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import PurePath
from typing import Protocol, TypeVar

from rapidfuzz import fuzz, process

from harmattan.errors import UnknownId
from harmattan.model.claims import Claim
from harmattan.model.readings import Mention, Place
from harmattan.model.text import Document, Span
from harmattan.model.world import Incident
from harmattan.resolution.explanation.pairs import Explanations
from harmattan.resolution.judgements.carrying import Readings, anything

SHORTEST = 4
"""Digits from which the beginning of an id will do."""
MOST_SUGGESTED = 3

ID = re.compile(r"[cdi][0-9a-f]{1,16}")
_STRETCH = re.compile(r"(?P<document>.+):(?P<start>\d{1,9})-(?P<end>\d{1,9})", re.S)
_ADDRESS = re.compile(
    r"(?:^|/)(?:documents|incidents)/(?P<page>[cdi][0-9a-f]{16})\.html(?:#(?P<claim>c[0-9a-f]{16}))?$"
)
"""Of a page of the site, opened at a claim or not."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a document that an analyst asks about, and the mentions and places that claims read there."""

    document: Document
    span: Span
    read: tuple[Mention | Place, ...]


@dataclass(frozen=True, slots=True)
class Retired:
    """An incident, asked for by an id that leads to it."""

    id: str
    incident: Incident


Asked = Claim | Document | Incident | Retired | Stretch


class Finder:
    """Knows what there is in a store, and finds what is asked for."""

    def __init__(self, explanations: Explanations, documents: Sequence[Document], readings: Readings) -> None:
        self._claims = explanations.read
        self._held = explanations.held
        self._readings = readings
        self._documents = {document.id: document for document in documents}
        self._incidents = {incident.id: incident for incident in explanations.held.incidents}

    def find(self, text: str) -> Asked:
        """The claim, document, incident or stretch that `text` means.

        Raises `UnknownId` with what is nearest where it means nothing, or several things.
        """
        text = text.strip()
        text = id_of_address(text) or text
        if ID.fullmatch(text):
            return self._by_id(text)
        if (found := self._document(text)) is not None:
            return found
        if (stretch := self._stretch(text)) is not None:
            return stretch
        raise UnknownId(
            text,
            "is no id, address or title that this project has",
            self._suggest_title(text) or KINDS_OF_IDS,
        )

    def _by_id(self, text: str) -> Asked:
        known = list(self._ids(text[0]))
        matches = [text] if text in known else sorted({one for one in known if one.startswith(text)})
        if len(text) - 1 < SHORTEST and text not in known:
            raise UnknownId(text, f"is too short for an id: give {SHORTEST} digits or more")
        if len(matches) > 1:
            some = ", ".join(matches[:MOST_SUGGESTED]) + (" ..." if len(matches) > MOST_SUGGESTED else "")
            raise UnknownId(text, f"is the beginning of {len(matches)} ids", f"give more of one: {some}")
        if not matches:
            near = _nearest(text, known)
            raise UnknownId(text, "nothing in the store has this id", f"the nearest: {near}" if near else "")
        return self._thing(matches[0])

    def _ids(self, kind: str) -> Iterable[str]:
        if kind == "c":
            return (*self._claims, *self._readings.earlier)
        return self._documents if kind == "d" else (*self._incidents, *self._held.redirects)

    def _thing(self, full: str) -> Asked:
        if full.startswith("d"):
            return self._documents[full]
        if full.startswith("c"):
            return self._claim(full)
        if full in self._incidents:
            return self._incidents[full]
        target = self._held.redirects[full]
        if target is None or target not in self._incidents:
            raise UnknownId(full, "nothing is held of this incident any more")
        return Retired(full, self._incidents[target])

    def _claim(self, full: str) -> Claim:
        found = self._readings.carry(full, anything)
        if isinstance(found, Claim):
            return self._claims[found.id]
        raise UnknownId(full, "is a claim of an older reading, and is not read any more", found)

    def _document(self, text: str) -> Document | None:
        """By address, title, file name or id."""
        if re.fullmatch(r"d[0-9a-f]{16}", text):
            return self._documents.get(text)
        found = called(text, self._documents.values())
        if len(found) > 1:
            some = ", ".join(one.id for one in found[:MOST_SUGGESTED])
            raise UnknownId(text, f"{len(found)} documents have it", f"give one's id: {some}")
        return found[0] if found else None

    def _stretch(self, text: str) -> Stretch | None:
        """ "d0123:10-24", or "d0123:the group"."""
        if match := _STRETCH.fullmatch(text):
            document = self._of_stretch(match["document"])
            if document is not None:
                return self._words(document, int(match["start"]), int(match["end"]))
        for at in (at for at, letter in enumerate(text) if letter == ":"):
            document = self._of_stretch(text[:at])
            if document is not None:
                return self._quoted(document, text[at + 1 :].strip().strip("\"'“”‘’"))
        return None

    def _of_stretch(self, text: str) -> Document | None:
        if re.fullmatch(r"d[0-9a-f]{4,16}", text):
            found = self._by_id(text)
            return found if isinstance(found, Document) else None
        return self._document(text)

    def _words(self, document: Document, start: int, end: int) -> Stretch:
        if not 0 <= start < end <= len(document.text):
            last = len(document.text)
            raise UnknownId(f"{document.id}:{start}-{end}", f"the text has the characters 0 to {last}")
        return self._read_at(document, document.span(start, end))

    def _quoted(self, document: Document, words: str) -> Stretch:
        """The stretch with these words; where they stand several times, the first that a claim read something at."""
        spans = [document.span(at, at + len(words)) for at in _occurrences(document.text, words)]
        if not spans:
            raise UnknownId(
                f"{document.id}:{words}", "the document has no such words", _nearest_words(document, words)
            )
        found = [self._read_at(document, span) for span in spans]
        exact = (one for one in found if any(span_of(read) == one.span for read in one.read))
        return next(exact, None) or next((one for one in found if one.read), found[0])

    def _read_at(self, document: Document, span: Span) -> Stretch:
        claims = (claim for claim in self._claims.values() if claim.document.id == document.id)
        read = dict.fromkeys(
            one for claim in claims for one in named_in(claim) if span_of(one).overlaps(span)
        )
        exact = [one for one in read if span_of(one) == span]
        return Stretch(document, span, tuple(exact or sorted(read, key=lambda one: span_of(one).start)))

    def _suggest_title(self, text: str) -> str:
        titles = {document.id: document.title for document in self._documents.values() if document.title}
        found = process.extract(text, titles, scorer=fuzz.ratio, limit=MOST_SUGGESTED, score_cutoff=50)
        return (
            "did you mean " + ", ".join(f"{id_} “{title}”" for title, _, id_ in found) + "?" if found else ""
        )


class Called(Protocol):
    """What a document is called."""

    @property
    def url(self) -> str | None:
        """Where it was read on the web."""

    @property
    def origin(self) -> str:
        """The path or address of the first time it was met."""

    @property
    def title(self) -> str | None:
        """As it was printed."""


Document_ = TypeVar("Document_", bound=Called)


def called(text: str, documents: Collection[Document_]) -> list[Document_]:
    """The documents with an address, or else a file's name, or else a title."""
    wanted, title = _plain_address(text), text.casefold()
    tests: tuple[Callable[[Called], bool], ...] = (
        lambda one: one.url is not None and _plain_address(one.url) == wanted,
        lambda one: bool(one.origin) and text in (one.origin, PurePath(one.origin).name),
        lambda one: one.title is not None and one.title.casefold() == title,
    )
    found = ([document for document in documents if test(document)] for test in tests)
    return next(filter(None, found), [])


def id_of_address(text: str) -> str | None:
    """The id in the address of a page of the site, opened at a claim or not."""
    address = _ADDRESS.search(text)
    return (address["claim"] or address["page"]) if address else None


KINDS_OF_IDS = (
    "give the id of a claim (c...), document (d...) or incident (i...), the address or title of a report, or words "
    "of a document as d0123:10-24 or d0123:the group"
)


def named_in(claim: Claim) -> Iterator[Mention | Place]:
    """Every mention and place that a claim names, its attribution among them."""
    values = (claim.statement.attribution, *_values(claim))
    yield from (value for value in values if isinstance(value, Mention | Place))


def _values(claim: Claim) -> Iterator[object]:
    for field in fields(claim.body):
        value = getattr(claim.body, field.name)
        yield from value if isinstance(value, tuple) else (value,)


def span_of(read: Mention | Place) -> Span:
    """Where it stands."""
    return read.span


def _plain_address(text: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", text.strip()).rstrip("/").casefold()


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _nearest(text: str, known: Iterable[str]) -> str:
    """The ids that begin alike, the longest beginning first; else those that differ least."""
    known = list(known)
    alike = sorted(known, key=lambda one: (-_begin_alike(text, one), one))[:MOST_SUGGESTED]
    if alike and _begin_alike(text, alike[0]) > 2:
        return ", ".join(alike)
    found = process.extract(text, known, scorer=fuzz.ratio, limit=MOST_SUGGESTED, score_cutoff=50)
    return ", ".join(one for one, _, _ in found)


def _begin_alike(one: str, other: str) -> int:
    """How many letters the two have in common before they differ."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _nearest_words(document: Document, words: str) -> str:
    if not words:
        return "give some words behind the colon"
    found = fuzz.partial_ratio_alignment(words.casefold(), document.text.casefold(), score_cutoff=60)
    if found is None:
        return ""
    start, end = found.dest_start, found.dest_end
    nearest = " ".join(document.text[start:end].split())
    return f"the nearest: {document.id}:{start}-{end} “{nearest}”" if nearest else ""
