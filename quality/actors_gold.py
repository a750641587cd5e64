"""The labelled passages of the actor set, read from `actors/` and checked as they are read.

Whom a mention means is labelled by `actors/guideline.md`. A quote is looked up in its passage as whole words; "the
army#2" is the second time they stand there.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from harmattan.model.text import Document, Span

PROVISIONAL = "provisional"
NOBODY = frozenset(("none", "unnamed"))
"""Labels of what is no actor, or of one that cannot be told: right where nothing is said."""
RE3D_DAY = date(2016, 6, 30)
KINDS = (
    "named",
    "acronym",
    "dated",
    "description",
    "nationality",
    "office",
    "mission",
    "nickname",
    "unknown",
    "none",
)


@dataclass(frozen=True)
class GoldActor:
    """A mention and whom it means; several ids where the words leave a choice."""

    span: Span
    actors: frozenset[str]
    kind: str
    person: str | None = None

    @property
    def somebody(self) -> bool:
        """Whether an id has to be given."""
        return not self.actors & NOBODY


@dataclass(frozen=True)
class Passage:
    """A short report with the mentions that are labelled in it."""

    id: str
    document: Document
    mentions: tuple[GoldActor, ...]


def load_passages(path: Path) -> list[Passage]:
    """All passages of a TOML file; raises `ValueError` where a label does not fit its passage."""
    return [_passage(table) for table in tomllib.loads(path.read_text(encoding="utf8"))["passage"]]


def load_names(path: Path, corpus: Path) -> list[Passage]:
    """Names of documents that lie elsewhere, with whom they mean: `actors/re3d.toml` over re3d's folder.

    The documents carry no day; nearly all are of 2014 to 2017, and 2016 is taken for all.
    """
    lines = (corpus / "documents.jsonl").read_text(encoding="utf8").splitlines()
    texts = {record["_id"]: record for record in map(json.loads, lines)}
    labels: dict[str, list[Mapping[str, Any]]] = {}
    for label in tomllib.loads(path.read_text(encoding="utf8"))["name"]:
        labels.setdefault(label["document"], []).append(label)
    return [_named_passage(texts[document], named) for document, named in labels.items()]


def _named_passage(record: Mapping[str, Any], labels: Sequence[Mapping[str, Any]]) -> Passage:
    document = Document(
        record["text"],
        title=record["title"],
        published=RE3D_DAY,
        source=record["sourceName"],
        origin=f"re3d {record['_id']}",
    )
    mentions = []
    for label in labels:
        end = label["start"] + len(label["name"])
        if " ".join(document.text[label["start"] : end].split()) != label["name"].strip():
            raise ValueError(f"re3d {record['_id']}: {label['name']!r} does not stand at {label['start']}")
        actor = label["actor"]
        actors = frozenset([actor] if isinstance(actor, str) else actor)
        mentions.append(GoldActor(document.span(label["start"], end), actors, "named"))
    return Passage(record["_id"], document, tuple(mentions))


def _passage(table: Mapping[str, Any]) -> Passage:
    published = table["published"]
    if not isinstance(published, date):
        raise ValueError(f"passage {table['id']}: {published!r} is no date")
    document = Document(
        table["text"], published=published, source=table.get("source"), origin=f"actors {table['id']}"
    )
    try:
        return Passage(table["id"], document, tuple(_mention(document, label) for label in table["mentions"]))
    except (KeyError, ValueError) as error:
        raise ValueError(f"passage {table['id']}: {error}") from error


def _mention(document: Document, label: Mapping[str, Any]) -> GoldActor:
    actor = label["actor"]
    if label["kind"] not in KINDS:
        raise ValueError(f"no kind {label['kind']!r}")
    return GoldActor(
        _found(document, label["quote"]),
        frozenset([actor] if isinstance(actor, str) else actor),
        label["kind"],
        label.get("person"),
    )


def _found(document: Document, quote: str) -> Span:
    words, _, nth = quote.partition("#")
    spans = [
        document.span(match.start(), match.end())
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", document.text)
    ]
    number = int(nth or 1)
    if number > len(spans):
        raise ValueError(f"{quote!r} does not stand there")
    return spans[number - 1]
