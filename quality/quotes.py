"""Labels quote the words of their passage; a quote is looked up as whole words, "leave#2" where they stand again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harmattan.model.text import Document, Span


def choices(value: str | list[str]) -> list[str]:
    """What a label says, one or several."""
    return [value] if isinstance(value, str) else value


def found(document: Document, quote: str) -> Span:
    """Where a quote stands, the first time or the one asked for; raises `ValueError` where it does not."""
    words, _, nth = quote.partition("#")
    spans = list(_occurrences(document, words))
    number = int(nth or 1)
    if number > len(spans):
        raise ValueError(f"{quote!r} does not stand there")
    return spans[number - 1]


def everywhere(document: Document, quote: str) -> tuple[Span, ...]:
    """All places where a quote stands, or the one asked for; raises `ValueError` where there is none."""
    words, _, nth = quote.partition("#")
    if not words:
        return ()
    spans = tuple(_occurrences(document, words))
    if not spans:
        raise ValueError(f"{quote!r} does not stand there")
    return (found(document, quote),) if nth else spans


def _occurrences(document: Document, words: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w)(?<!\d,){re.escape(words)}(?!\w)(?!,\d)", document.text):
        yield document.span(match.start(), match.end())
