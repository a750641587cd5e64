"""The labelled passages of the strength and modality set, read from `strengths/` and checked as they are read.

What a passage says is labelled by `strengths/guideline.md`. A quote is looked up in its passage as whole words;
"leave#2" is the second time they stand there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from harmattan.model.readings import Modality, StrengthStatus
from harmattan.model.text import Document, Span
from harmattan.model.values import Count

SCORED_TYPES = frozenset(["RETREAT", "MOBILIZE", "ASSAULT", "COERCE", "CONSULT", "PROTEST"])
"""Deeds. What is only said (REQUEST, ACCUSE, THREATEN ...) is left to other tests."""
UNSCORED = "?"
"""An attribution that is not scored."""


@dataclass(frozen=True)
class GoldStrength:
    """A strength as the guideline has it; several statuses where the words leave a choice."""

    size: Span
    count: Count
    statuses: frozenset[StrengthStatus]
    denied: bool = False
    unit: str = ""
    force: tuple[Span, ...] = ()
    """All places of the passage where the words stand that say whose they are."""
    place: tuple[Span, ...] = ()
    attribution: tuple[Span, ...] | None = ()
    """Empty where the document speaks for itself, None where it is not scored."""


@dataclass(frozen=True)
class GoldEvent:
    """An event as the guideline has it; several types or modalities where the words leave a choice."""

    triggers: tuple[Span, ...]
    """The words that tell it; several where a reader may take either ("died in the attack")."""
    types: frozenset[str]
    modalities: frozenset[Modality]
    mode: str | None = None
    attribution: tuple[Span, ...] | None = ()


@dataclass(frozen=True)
class Passage:
    """One to three sentences with all they claim."""

    id: str
    document: Document
    strengths: tuple[GoldStrength, ...]
    events: tuple[GoldEvent, ...]
    free: tuple[Span, ...]
    """Words on which a claim is neither asked for nor wrong."""


def load_passages(path: Path) -> list[Passage]:
    """All passages of a TOML file; raises `ValueError` where a label does not fit its passage."""
    return [_passage(table) for table in tomllib.loads(path.read_text(encoding="utf8"))["passage"]]


def _passage(table: Mapping[str, Any]) -> Passage:
    published = table.get("published")
    if published is not None and not isinstance(published, date):
        raise ValueError(f"passage {table['id']}: {published!r} is no date")
    document = Document(table["text"], published=published, origin=table["id"])
    try:
        return Passage(
            table["id"],
            document,
            tuple(_strength(document, label) for label in table.get("strengths", ())),
            tuple(_event(document, label) for label in table.get("events", ())),
            tuple(_found(document, words) for words in table.get("free", ())),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"passage {table['id']}: {error}") from error


def _strength(document: Document, label: Mapping[str, Any]) -> GoldStrength:
    exactly = label.get("exactly")
    count = (
        Count.exactly(exactly)
        if exactly is not None
        else Count(label.get("low"), label.get("best"), label.get("high"))
    )
    return GoldStrength(
        _found(document, label["size"]),
        count,
        frozenset(StrengthStatus(word) for word in _choices(label["status"])),
        label.get("modality") == Modality.DENIED,
        label.get("unit", ""),
        _everywhere(document, label.get("force", "")),
        _everywhere(document, label.get("place", "")),
        _attribution(document, label),
    )


def _event(document: Document, label: Mapping[str, Any]) -> GoldEvent:
    types = frozenset(_choices(label["type"]))
    if not types & SCORED_TYPES:
        raise ValueError(f"no event of {', '.join(sorted(types))} is scored")
    return GoldEvent(
        tuple(_found(document, words) for words in _choices(label["trigger"])),
        types,
        frozenset(Modality(word) for word in _choices(label["modality"])),
        label.get("mode"),
        _attribution(document, label),
    )


def _choices(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _attribution(document: Document, label: Mapping[str, Any]) -> tuple[Span, ...] | None:
    choices = _choices(label.get("attribution", []))
    if UNSCORED in choices:
        return None
    return tuple(span for words in choices for span in _everywhere(document, words))


def _found(document: Document, quote: str) -> Span:
    words, _, nth = quote.partition("#")
    spans = list(_occurrences(document, words))
    number = int(nth or 1)
    if number > len(spans):
        raise ValueError(f"{quote!r} does not stand there")
    return spans[number - 1]


def _everywhere(document: Document, quote: str) -> tuple[Span, ...]:
    words, _, nth = quote.partition("#")
    if not words:
        return ()
    spans = tuple(_occurrences(document, words))
    if not spans:
        raise ValueError(f"{quote!r} does not stand there")
    return (_found(document, quote),) if nth else spans


def _occurrences(document: Document, words: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w)(?<!\d,){re.escape(words)}(?!\w)(?!,\d)", document.text):
        yield document.span(match.start(), match.end())
