"""What a document says, compared with what its parts say when each is read by itself.

A claim *refers across* if anything it rests on (its evidence, a mention, an antecedent, a place, a time, a number)
stands in another part than its first evidence. Every other claim must be read in the part, too, and every claim of a
part must be read in the whole, unless a claim that refers across has taken its sentence up. What the words of one part
may be told by another is not compared: the best name of a mention, and the days that a time means.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from harmattan.model.readings import Statement
from harmattan.model.records import statement_record
from harmattan.model.text import Document
from harmattan.readers.house import HouseReader

BETWEEN = "\n\n"
_TOLD_ELSEWHERE = frozenset(["name", "antecedent", "earliest", "latest", "precision"])

Record = dict[str, Any]


@dataclass(frozen=True)
class Comparison:
    """The claims of a whole and of its parts, offsets counted from the beginning of the whole."""

    alike: int
    """Claims of the whole that a part has, too."""
    across: int
    """Claims of the whole that refer from one part to another."""
    strays: tuple[str, ...]
    """Claims that only the whole has, or only a part, and no reference across tells why."""

    @property
    def share(self) -> float:
        """The share of the claims that the parts and the whole agree on, but for references across."""
        kept = self.alike + self.across
        return kept / (kept + len(self.strays)) if kept else 1.0


def compared(reader: HouseReader, parts: Sequence[str]) -> Comparison:
    """The parts read together and one by one."""
    starts = [0, *accumulate(len(part) + len(BETWEEN) for part in parts[:-1])]
    whole = [statement_record(each) for each in _read(reader, BETWEEN.join(parts))]
    apart = [
        _moved(statement_record(each), start)
        for part, start in zip(parts, starts, strict=True)
        for each in _read(reader, part)
    ]
    own = {_own(record) for record in whole if not _refers_across(record, starts)}
    taken_up = {
        span["start"] for record in whole if _refers_across(record, starts) for span in record["evidence"]
    }
    parted = {_own(record): record["evidence"][0]["start"] for record in apart}
    only_whole = own - parted.keys()
    only_parts = {record for record, start in parted.items() if record not in own and start not in taken_up}
    across = sum(_refers_across(record, starts) for record in whole)
    return Comparison(len(own & parted.keys()), across, tuple(sorted(only_whole | only_parts)))


def _read(reader: HouseReader, text: str) -> Sequence[Statement]:
    return reader.read(Document(text)).statements


def _refers_across(record: Record, starts: Sequence[int]) -> bool:
    return len({bisect_right(starts, start) for start in _starts_in(record)}) > 1


def _starts_in(value: object) -> Iterator[int]:
    """Where the stretches of text begin that a record holds."""
    if isinstance(value, dict):
        if "start" in value:
            yield value["start"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _starts_in(each)


def _moved(value: Any, by: int) -> Any:
    """A record with its stretches so many characters further on."""
    if isinstance(value, list):
        return [_moved(each, by) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: each + by if name in {"start", "end"} else _moved(each, by) for name, each in value.items()}


def _own(record: Record) -> str:
    """What a record says in words of its own."""
    return json.dumps(_without_elsewhere(record), sort_keys=True)


def _without_elsewhere(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_elsewhere(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {name: _without_elsewhere(each) for name, each in value.items() if name not in _TOLD_ELSEWHERE}
