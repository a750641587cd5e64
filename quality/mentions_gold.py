"""The labelled passages of the set of mentions of violence, read from `mentions/` and checked as they are read.

What a passage says is labelled by `mentions/guideline.md`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from harmattan.model.readings import Modality
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from quality.quotes import choices, everywhere, found

VIOLENT = frozenset(["ASSAULT", "COERCE"])
COUNTS = ("killed", "wounded", "abducted")
OPEN = "?"
"""What is not scored, whatever is read."""
_COUNT = re.compile(r"(?P<about>~?)(?P<low>\d*)(?P<range>-?)(?P<high>\d*)")

Days = tuple[date | None, date | None]


@dataclass(frozen=True)
class GoldCount:
    """How many; None where nothing is scored."""

    count: Count | None
    asked: bool = True
    """Whether it has to be read; where not, it is right if read so."""


@dataclass(frozen=True)
class GoldMention:
    """One happening that a passage tells of, in whatever words and however often."""

    told: tuple[Span, ...]
    """Every word that can be taken for the one that tells it."""
    types: frozenset[str]
    modalities: frozenset[Modality]
    asked: bool
    actor: tuple[Span, ...]
    """The words for who does it, any of which will do."""
    blamed: tuple[Span, ...]
    """Who is only said to have done it: an actor of a claim that is no assertion."""
    struck: tuple[Span, ...]
    maybe: tuple[Span, ...]
    """Who may stand as an actor or as struck, and need not."""
    place: tuple[Span, ...]
    place_open: bool
    when: tuple[Days, ...] | None
    """Empty where no time is told, None where it is not scored."""
    counts: Mapping[str, GoldCount] = field(default_factory=dict)


@dataclass(frozen=True)
class Passage:
    """A few sentences with every violent happening they tell of."""

    id: str
    document: Document
    events: tuple[GoldMention, ...]
    free: tuple[Span, ...]
    """Words on which a claim is neither asked for nor wrong."""


def load_passages(path: Path) -> list[Passage]:
    """All passages of a TOML file; raises `ValueError` where a label does not fit its passage."""
    return [_passage(table) for table in tomllib.loads(path.read_text(encoding="utf8"))["passage"]]


def _passage(table: Mapping[str, Any]) -> Passage:
    document = Document(table["text"], published=table["published"], origin=table["id"])
    try:
        return Passage(
            table["id"],
            document,
            tuple(_event(document, label) for label in table["events"]),
            _all(document, table.get("free", ())),
        )
    except (KeyError, ValueError) as error:
        raise ValueError(f"passage {table['id']}: {error}") from error


def _event(document: Document, label: Mapping[str, Any]) -> GoldMention:
    places = choices(label.get("place", []))
    return GoldMention(
        told=_all(document, label["told"]),
        types=frozenset(choices(label.get("type", "ASSAULT"))),
        modalities=frozenset(Modality(word) for word in choices(label.get("modality", "asserted"))),
        asked=not label.get("optional", False),
        actor=_all(document, label.get("actor", ())),
        blamed=_all(document, label.get("blamed", ())),
        struck=_all(document, label.get("struck", ())),
        maybe=_all(document, label.get("maybe", ())),
        place=_all(document, [place for place in places if place != OPEN]),
        place_open=OPEN in places,
        when=None
        if label.get("when") == OPEN
        else tuple(_days(days) for days in choices(label.get("when", []))),
        counts={name: _count(label[name]) for name in COUNTS if name in label},
    )


def _all(document: Document, quotes: Sequence[str]) -> tuple[Span, ...]:
    for quote in quotes:
        found(document, quote)
    return tuple(span for quote in quotes for span in everywhere(document, quote))


def _count(words: str) -> GoldCount:
    """ "12", "12-" (at least), "-12" (at most), "10-15", "~12" (about), each with a "?" where it need not be read."""
    words, unasked, _ = words.partition(OPEN)
    if not words:
        return GoldCount(None, asked=False)
    parts = _COUNT.fullmatch(words)
    if parts is None:
        raise ValueError(f"{words!r} is no count")
    low, high = (int(parts[end]) if parts[end] else None for end in ("low", "high"))
    if parts["about"]:
        count = Count(None, low, None)
    elif parts["range"]:
        count = Count(low, None, high)
    else:
        count = Count(low, low, low)
    return GoldCount(count, asked=not unasked)


def _days(words: str) -> Days:
    """ "2024-03-02", or the first and the last day: "2024-03-02/2024-03-05"."""
    first, _, last = words.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)
