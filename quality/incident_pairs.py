"""The labelled reports of the incident set, read from `incidents/` and checked as they are read; and their pairs."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from harmattan.model.text import Document, Span

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])")

FOLDER = Path(__file__).parent / "incidents"


@dataclass(frozen=True)
class Mark:
    """Words of one sentence of a report that tell an event, by `incidents/guideline.md`."""

    report: str
    document: Document
    spans: tuple[Span, ...]
    """Each of them tells it: a claim may have any for its trigger ("attacked", "killing 14")."""
    event: str
    sentence: Span

    @property
    def span(self) -> Span:
        """The first of the words."""
        return self.spans[0]


@dataclass(frozen=True)
class Report:
    """One report with its marks."""

    id: str
    group: str
    document: Document
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class MarkPair:
    """Two marks of a group, and whether they tell one event."""

    left: Mark
    right: Mark

    @property
    def same(self) -> bool:
        return self.left.event == self.right.event

    @property
    def across(self) -> bool:
        """Whether they stand in two reports."""
        return self.left.report != self.right.report


def load_reports(path: Path) -> list[Report]:
    """All reports of a TOML file; raises `ValueError` where a label does not fit its report."""
    return [_report(table) for table in tomllib.loads(path.read_text(encoding="utf8"))["report"]]


def pairs(reports: Iterable[Report]) -> list[MarkPair]:
    """All pairs of marks of a group, in the order of the file."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    for report in reports:
        groups[report.group].extend(report.marks)
    return [MarkPair(left, right) for marks in groups.values() for left, right in combinations(marks, 2)]


def _report(table: Mapping[str, Any]) -> Report:
    published = table["published"]
    if not isinstance(published, date):
        raise ValueError(f"report {table['id']}: {published!r} is no date")
    document = Document(table["text"], table["title"], published, table["source"], origin=table["id"])
    labels: dict[tuple[Span, str], list[Span]] = defaultdict(list)
    sentences = _sentences(document)
    for label in table["events"]:
        span = _found(document, label["at"], table["id"])
        labels[next(one for one in sentences if span.start < one.end), label["event"]].append(span)
    marks = tuple(
        Mark(table["id"], document, tuple(spans), event, sentence)
        for (sentence, event), spans in labels.items()
    )
    return Report(table["id"], table["group"], document, marks)


def _sentences(document: Document) -> list[Span]:
    """In the order of the text; a new one begins with a capital behind a full stop."""
    ends = [match.start() for match in _SENTENCE_END.finditer(document.text)]
    starts = [0, *ends]
    return [document.span(start, end) for start, end in zip(starts, [*ends, len(document.text)], strict=True)]


def _found(document: Document, quote: str, report: str) -> Span:
    words, _, nth = quote.partition("#")
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text)]
    number = int(nth or 1)
    if not words or number > len(places):
        raise ValueError(f"report {report}: {quote!r} does not stand there")
    return document.span(places[number - 1], places[number - 1] + len(words))
