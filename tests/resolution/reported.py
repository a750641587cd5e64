"""Readings for tests of linking, built from a text and the words in it that are mentions and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from harmattan.model.readings import (
    Body,
    Event,
    Mention,
    Place,
    Reading,
    Relation,
    RelationKind,
    Statement,
)
from harmattan.model.text import Document, Span

_SENTENCE = re.compile(r"[^\s.][^.]*(?:\.(?!\s|$)[^.]*)*\.?")


def stretch(document: Document, quote: str) -> Span:
    """The first stretch with these words; "Gao#2" is the second."""
    words, _, number = quote.partition("#")
    start = -1
    for _ in range(int(number or 1)):
        start = document.text.index(words, start + 1)
    return document.span(start, start + len(words))


def mention(document: Document, quote: str, name: str | None = None) -> Mention:
    span = stretch(document, quote)
    return Mention(span, name or span.quote)


def place(document: Document, quote: str) -> Place:
    span = stretch(document, quote)
    return Place(span, span.quote)


def reading(
    text: str,
    *,
    actors: Iterable[str] = (),
    places: Iterable[str] = (),
    aliases: Iterable[tuple[str, str]] = (),
    published: date | None = None,
) -> Reading:
    """One event with all the actors and places, and a relation for each pair of aliases."""
    document = Document(text, published=published)
    sentences = tuple(document.span(match.start(), match.end()) for match in _SENTENCE.finditer(text))
    evidence = sentences[:1]
    event = Event(
        "ASSAULT",
        None,
        evidence[0],
        actor=tuple(mention(document, quote) for quote in actors),
        place=tuple(place(document, quote) for quote in places),
    )
    relations: list[Body] = [
        Relation(RelationKind.ALIAS, mention(document, one), mention(document, other))
        for one, other in aliases
    ]
    statements = tuple(Statement(body, evidence) for body in [event, *relations])
    return Reading(document, sentences, statements, "test-1")
