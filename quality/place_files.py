"""The files of annotated toponyms, one document a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from harmattan.model.readings import PlaceKind
from harmattan.model.text import Document
from harmattan.model.world import Location
from harmattan.reference.countries import Countries


@dataclass(frozen=True)
class Toponym:
    """A toponym as annotated: its span, the place it means where that has coordinates, and its GeoNames id."""

    start: int
    end: int
    location: Location | None
    id: str | None = None
    """As the gazetteer writes it: "geonames:2453348"."""


@dataclass(frozen=True)
class Annotated:
    """A document with its toponyms in text order."""

    id: str
    document: Document
    toponyms: tuple[Toponym, ...]


def read_annotated(path: Path) -> list[Annotated]:
    """All documents of a JSON-lines file; a toponym whose span is empty or outside the text is left out."""
    with path.open(encoding="utf8") as lines:
        return [_annotated(json.loads(line), number) for number, line in enumerate(lines) if line.strip()]


def _annotated(record: dict[str, Any], number: int) -> Annotated:
    text = record["text"]
    spans = {
        (toponym["start"], toponym["end"]): toponym
        for toponym in record["toponyms"]
        if 0 <= toponym["start"] < toponym["end"] <= len(text)
    }
    document = Document(
        text,
        published=_day(record.get("dltime")),
        source=record.get("domain"),
        url=record.get("url"),
    )
    return Annotated(
        str(record.get("docid", number)), document, tuple(_toponym(spans[span]) for span in sorted(spans))
    )


def _day(stamp: object) -> date | None:
    try:
        return date.fromisoformat(str(stamp)[:10])
    except ValueError:
        return None


def _toponym(record: dict[str, Any]) -> Toponym:
    lat, lon, number = record.get("lat"), record.get("lon"), record.get("geonameid")
    location = None
    if lat not in (None, "") and lon not in (None, ""):
        location = Location("gold", record.get("name", ""), PlaceKind.POINT, None, float(lat), float(lon))
    identity = f"geonames:{number}" if number not in (None, "") else None
    return Toponym(record["start"], record["end"], location, identity)


def marks_demonyms(documents: Sequence[Annotated], countries: Countries) -> bool:
    """Whether a data set's convention is to annotate demonyms: at least half of those of countries are."""
    marked = total = 0
    for annotated in documents:
        spans = {(toponym.start, toponym.end) for toponym in annotated.toponyms}
        for start, end, _, kind in countries.find(annotated.document.text):
            if kind == "demonym":
                total += 1
                marked += (start, end) in spans
    return 2 * marked >= total > 0
