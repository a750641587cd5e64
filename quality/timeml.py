"""TIMEX3 expressions as the corpora hold them, and the counts of TempEval-3 over one document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple


class Timex(NamedTuple):
    """One annotated expression: offsets into the text, its type and its normalised value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True)
class Annotated:
    """A document with its expressions in text order. Its creation time is given, and no expression of its own."""

    id: str
    text: str
    created: date | None
    expressions: Sequence[Timex]


class Pair(NamedTuple):
    """Two expressions that overlap, the annotated one first."""

    gold: Timex
    ours: Timex


def load(path: Path) -> Iterator[Annotated]:
    """The documents of a file, one JSON object a line, as `../shared/corpora/time` has them."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield _document(json.loads(line))


def _document(record: Mapping[str, Any]) -> Annotated:
    found = (
        Timex(each["start"], each["end"], each["type"], each["value"] or "") for each in record["timexes"]
    )
    text = record["text"]
    return Annotated(
        id=record["docid"],
        text=text,
        created=date.fromisoformat(record["dct"][:10]) if record["dct"] else None,
        # An expression without words has an offset and nothing that could be found there.
        expressions=sorted({timex for timex in found if text[timex.start : timex.end].strip()}),
    )


def overlapping(gold: Sequence[Timex], ours: Sequence[Timex]) -> list[Pair]:
    """Annotated expressions with ours, each used once, those of exactly the same extent before any others."""
    mine = {(each.start, each.end): each for each in ours}
    exact = {each: mine[each.start, each.end] for each in gold if (each.start, each.end) in mine}
    taken = set(exact.values())
    pairs: list[Pair] = []
    free = [each for each in sorted(ours) if each not in taken]
    first = 0
    for each in sorted(gold):
        if each in exact:
            pairs.append(Pair(each, exact[each]))
            continue
        while first < len(free) and free[first].end <= each.start:
            first += 1
        if first < len(free) and free[first].start < each.end:
            pairs.append(Pair(each, free[first]))
            first += 1
    return pairs


def is_exact(pair: Pair) -> bool:
    """Whether both have the same extent."""
    return pair.gold[:2] == pair.ours[:2]


def left_over(all_of: Iterable[Timex], paired: Iterable[Timex]) -> list[Timex]:
    """The expressions that no pair has."""
    known = set(paired)
    return [each for each in all_of if each not in known]
