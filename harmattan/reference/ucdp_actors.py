"""The actor list of the Uppsala Conflict Data Program (CC BY 4.0), as its releases have been written since 18.1.

The list names actors; it does not say from when to when. Releases differ in the spelling of their columns, in what
separates them and in their encoding.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from io import StringIO
from itertools import chain
from pathlib import Path

from harmattan.errors import ReferenceError_, SourceError
from harmattan.reference.countries import Countries
from harmattan.reference.names import bare

LARGEST = 64 * 2**20
"""Bytes; release 22.1 has a third of a megabyte."""
MOST_ROWS = 100_000
LONGEST_FIELD = 100_000

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("actorid", "id", "actorsetid", "sideanewid"),
    "name": ("namedata", "name", "actorname"),
    "orig": ("nameorig",),
    "full": ("nameorigfull", "namefull", "nameorigfullmothertongue", "nameorigfullmt"),
    "english": ("nameorigfulleng", "namefulleng", "namefullenglish"),
    "new": ("newname",),
    "new_full": ("newnamefullmothertongue", "newnamefull"),
    "new_english": ("newnamefulleng",),
    "org": ("org", "orglevel"),
    "location": ("location", "loc"),
    "version": ("version",),
}
"""What is read, and how releases spell it, without capitals, spaces and underscores."""

_FORMER = {
    "Bosnia-Herzegovina": "BA",
    "Congo": "CG",
    "DR Congo": "CD",
    "Ivory Coast": "CI",
    "Macedonia, FYR": "MK",
    "Kingdom of eSwatini": "SZ",
    "Serbia": "RS",
    "Solomon Islands": "SB",
    "Madagascar": "MG",
}
"""Locations whose names are their own."""
_PARTS = {"Hyderabad": "IN", "South Vietnam": "VN", "South Yemen": "YE"}
"""What lies in a country of today, and had a government of its own."""
_SMALL = re.compile(r"\s*,\s*")
_FACTION = re.compile(r"^(?P<group>.+?)\s+-\s+(?P<faction>.+?)(?:\s+faction)?$")


class Level(IntEnum):
    """How an actor is organised, by the numbers of the codebook."""

    FORMAL = 1
    INFORMAL = 2
    COMMUNAL = 3
    """People who share an identity, and supporters of parties and persons: no group with members."""
    STATE = 4


@dataclass(frozen=True, slots=True)
class UcdpActor:
    """One row of the list."""

    id: int
    name: str
    """The name that the programme uses, often an acronym."""
    names: tuple[str, ...]
    """All names, this one first, each once."""
    former: frozenset[str]
    """Those of its names that it gave up for others."""
    english: str
    """The full name in English where the list has one, else `name`."""
    level: Level
    countries: tuple[str, ...]
    """Where it fought, ISO 3166-1 alpha-2."""
    line: int

    @property
    def parent_name(self) -> str | None:
        """The group that this is a faction of, where the name says so: "TTP" of "TTP - TA"."""
        match = _FACTION.match(self.name)
        return match["group"] if match else None

    @property
    def state(self) -> str | None:
        """The country whose government it is, as the list names it."""
        prefix = "Government of "
        is_state = self.level is Level.STATE and self.name.startswith(prefix)
        return self.name.removeprefix(prefix) if is_state else None


@dataclass(frozen=True, slots=True)
class UcdpList:
    """A release of the list."""

    actors: tuple[UcdpActor, ...]
    version: str
    """ "22.1"; "" where the file does not say."""


def read_ucdp(path: Path, known: Countries) -> UcdpList:
    """Read a release from a CSV file.

    Raises `SourceError` where the file cannot be opened, `ReferenceError_`, with the line, where it is no such list.
    """
    text = _decode(path, _content(path))
    lines = text.split("\n", 1)[0]
    separator = max(",;\t", key=lines.count)
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_FIELD))
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        header = next(rows, [])
        columns = _columns(path, header)
        actors: list[UcdpActor] = []
        version = ""
        for number, row in enumerate(rows):
            if number >= MOST_ROWS:
                raise ReferenceError_(path, f"has more than {MOST_ROWS:,} rows", "this is no list of actors")
            if any(map(str.strip, row)):
                fields = {field: _clean(row[at]) for field, at in columns.items() if at < len(row)}
                actors.append(_actor(path, rows.line_num, fields, known))
                version = fields.get("version", "") or version
    except csv.Error as error:
        raise ReferenceError_(
            path, f"line {rows.line_num} is not CSV ({error})", "download the CSV release again"
        ) from None
    if not actors:
        raise ReferenceError_(path, "has no actors in it", "download the CSV release again")
    return UcdpList(tuple(actors), version)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(path, f"cannot be opened ({error.strerror or error})", "name a CSV file") from None
    if len(content) > LARGEST:
        raise ReferenceError_(path, "is larger than 64 MiB", "this is no list of actors")
    return content


def _decode(path: Path, content: bytes) -> str:
    """UTF-8, or Windows-1252, in which some releases were written."""
    if b"\0" in content[:4096] or content.startswith((b"PK\x03\x04", b"\xff\xfe", b"\xfe\xff")):
        raise ReferenceError_(path, "is not CSV text", "save it as CSV in UTF-8, or unzip it")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding).replace("\0", "")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
    raise ReferenceError_(path, f"line {line} is neither UTF-8 nor Windows-1252", "save it as UTF-8")


def _columns(path: Path, header: list[str]) -> dict[str, int]:
    spelt = {bare(name).lower(): at for at, name in reversed(list(enumerate(header)))}
    found = {
        field: next(spelt[one] for one in spellings if one in spelt)
        for field, spellings in COLUMNS.items()
        if any(one in spelt for one in spellings)
    }
    for field, column in (("id", "ActorId"), ("name", "NameData")):
        if field not in found:
            has = ", ".join(filter(None, header[:6])) or "nothing"
            raise ReferenceError_(
                path, f"line 1 has no column {column}, but {has[:120]}", "name the actor list of UCDP, as CSV"
            )
    return found


def _clean(field: str) -> str:
    return " ".join(field.replace("´", "'").replace("’", "'").split())


def _actor(path: Path, line: int, fields: Mapping[str, str], known: Countries) -> UcdpActor:
    number, name = fields.get("id", ""), fields.get("name", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise ReferenceError_(path, f"line {line}: {number[:40]!r} is no actor id", "correct that line")
    if not name:
        raise ReferenceError_(path, f"line {line}: actor {number} has no name", "correct that line")
    level = fields.get("org", "")
    names = _names(fields)
    return UcdpActor(
        id=int(number),
        name=name,
        names=tuple(dict.fromkeys(chain.from_iterable(names.values()))),
        former=_former(names),
        english=([name] + names["english"] + names["new_english"])[-1],
        level=Level(int(level)) if level in ("1", "2", "3", "4") else _level(name),
        countries=tuple(dict.fromkeys(_codes(fields.get("location", ""), known))),
        line=line,
    )


def _level(name: str) -> Level:
    if name.startswith("Government of "):
        return Level.STATE
    return Level.COMMUNAL if name.startswith("Supporters of ") else Level.FORMAL


def _given(field: str | None) -> str:
    return "" if field is None or field.lower() in ("n/a", "na", "nan", "-99") else field


def _names(fields: Mapping[str, str]) -> dict[str, list[str]]:
    """The names of each column. An actor that was renamed more than once has several in each of the new ones."""
    renamed = len(_SMALL.split(_given(fields.get("new"))))
    names: dict[str, list[str]] = {}
    for column in ("name", "orig", "english", "full", "new", "new_english", "new_full"):
        value = _given(fields.get(column))
        parts = _SMALL.split(value) if column.startswith("new") else [value]
        names[column] = list(filter(None, parts if len(parts) == renamed else [value]))
    return names


def _former(names: Mapping[str, list[str]]) -> frozenset[str]:
    if not names["new"]:
        return frozenset()
    older = {*names["orig"], *names["english"], *names["full"]}
    older |= {one for column in ("new", "new_english", "new_full") for one in names[column][:-1]}
    return frozenset(
        older - {names[one][-1] for one in ("new", "new_english") if names[one]} - {*names["name"]}
    )


def _codes(locations: str, known: Countries) -> Iterator[str]:
    for location in _SMALL.split(locations.replace("Macedonia, FYR", "North Macedonia")):
        iso = country_code(location, known) or _PARTS.get(location)
        if iso is not None:
            yield iso


def country_code(name: str, known: Countries) -> str | None:
    """The country that the list means by a name, with or without what it was called before in brackets."""
    today, _, former = name.partition(" (")
    if today in _FORMER:
        return _FORMER[today]
    for one in (name, today, former.rstrip(")")):
        country = known.by_name(one) if one else None
        if country is not None:
            return country.iso
    return None
