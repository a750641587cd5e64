"""The labelled passages of the strength and modality set, read from `strengths/` and checked as they are read.

What a passage says is labelled by `strengths/guideline.md`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from harmattan.model.readings import Modality, StrengthStatus
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from quality.quotes import choices, everywhere, found

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
            tuple(found(document, words) for words in table.get("free", ())),
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
        found(document, label["size"]),
        count,
        frozenset(StrengthStatus(word) for word in choices(label["status"])),
        label.get("modality") == Modality.DENIED,
        label.get("unit", ""),
        _any_of(document, label.get("force", "")),
        _any_of(document, label.get("place", "")),
        _attribution(document, label),
    )


def _event(document: Document, label: Mapping[str, Any]) -> GoldEvent:
    types = frozenset(choices(label["type"]))
    if not types & SCORED_TYPES:
        raise ValueError(f"no event of {', '.join(sorted(types))} is scored")
    return GoldEvent(
        tuple(found(document, words) for words in choices(label["trigger"])),
        types,
        frozenset(Modality(word) for word in choices(label["modality"])),
        label.get("mode"),
        _attribution(document, label),
    )


def _any_of(document: Document, words: str | list[str]) -> tuple[Span, ...]:
    """Every place where the words stand, or any of several that are as right."""
    return tuple(span for choice in choices(words) for span in everywhere(document, choice))


def _attribution(document: Document, label: Mapping[str, Any]) -> tuple[Span, ...] | None:
    said = choices(label.get("attribution", []))
    if UNSCORED in said:
        return None
    return _any_of(document, said)
