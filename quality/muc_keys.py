"""The key templates of MUC-4: what stands in their slots, with alternatives and options.

A fill may have alternatives ("A" / "B"), is optional where it begins with "?" or has "-" for an alternative, and
may say of which other fill it speaks ("PRESIDENT": "CEREZO").
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

NOTHING = frozenset(["-", "*", ""])
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_DATE = re.compile(r"(?:(\d{1,2}) )?([A-Z]{3})[A-Z]* (\d\d)(?!\d)")
_KIND = re.compile(r"\s*\([^():]*\)")
_COUNT = re.compile(r"(-)?\s*(~)?\s*(\d+)\s*(-)?\s*(\d+)?")
PLURAL = "PLURAL"


@dataclass(frozen=True)
class Words:
    """A string fill: all that it may be called."""

    names: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True)
class Dates:
    """When: each alternative from the first to the last day it may have been; None where nothing says since when."""

    spans: tuple[tuple[date | None, date], ...]
    optional: bool = False


@dataclass(frozen=True)
class Whereabouts:
    """Where: each alternative from the country inwards; a level is a tuple of names, two for "A - B"."""

    levels: tuple[tuple[tuple[str, ...], ...], ...]
    optional: bool = False


@dataclass(frozen=True)
class Toll:
    """How many were killed or wounded: the least and the most, None where the key names no upper bound."""

    low: int
    high: int | None
    optional: bool = False


Fill = Words | Dates | Whereabouts | Toll


@dataclass(frozen=True)
class Key:
    """One template of the key."""

    slots: Mapping[str, Sequence[Fill]]
    optional: bool = False


@dataclass
class _Person:
    """A human target under construction: names, descriptions, what became of it and how many it is."""

    names: list[str]
    optional: bool
    effects: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)
    number: str = ""


def read_keys(records: Iterable[Mapping[str, Any]]) -> dict[str, list[Key]]:
    """The templates of each document; a document without an incident has none."""
    keys: dict[str, list[Key]] = defaultdict(list)
    for record in records:
        found = keys[record["docid"]]
        if not record.get("irrelevant") and record["raw"].get("incident_type"):
            found.append(read_key(record["raw"], optional=bool(record.get("optional_template"))))
    return dict(keys)


def read_key(raw: Mapping[str, Sequence[str]], *, optional: bool = False) -> Key:
    """One template from its raw fills."""
    people = _people(raw)
    slots: dict[str, Sequence[Fill]] = {
        "type": _set_fill(raw, "incident_type"),
        "stage": _set_fill(raw, "incident_stage"),
        "date": [dates for text in _texts(raw, "incident_date") if (dates := read_dates(text))],
        "location": [place for text in _texts(raw, "incident_location") if (place := read_location(text))],
        "weapon": _strings(raw, "instrument_id"),
        "perpetrator individual": _strings(raw, "perp_individual_id"),
        "perpetrator organisation": _strings(raw, "perp_organization_id"),
        "physical target": _strings(raw, "phys_tgt_id"),
        "human target": [Words(tuple(person.names), person.optional) for person in people],
        "killed": _toll(people, "DEATH"),
        "wounded": _toll(people, "INJURY"),
    }
    return Key({name: fills for name, fills in slots.items() if fills}, optional)


def read_dates(text: str) -> Dates | None:
    """ "17 FEB 90 - 18 FEB 90", "- 04 MAR 90", "(A) / (B)"; None where there is no date in it with a year."""
    spans: list[tuple[date | None, date]] = []
    optional = text.startswith("?")
    for part in text.upper().replace("(", " ").replace(")", " ").split("/"):
        days = [span for match in _DATE.finditer(part) if (span := _days(match))]
        if not days:
            optional = optional or part.strip() in NOTHING
        elif part.strip().startswith("-"):
            spans.append((None, days[0][1]))
        else:
            spans.append((days[0][0], max(days[0][0], days[-1][1])))
    return Dates(tuple(spans), optional) if spans else None


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    day, month, year = match.groups()
    if month not in _MONTHS:
        return None
    number, in_full = _MONTHS.index(month) + 1, 1900 + int(year)
    last = monthrange(in_full, number)[1]
    if day is None:
        return date(in_full, number, 1), date(in_full, number, last)
    if not 1 <= int(day) <= last:
        return None
    return date(in_full, number, int(day)), date(in_full, number, int(day))


def read_location(text: str) -> Whereabouts | None:
    """ "PERU: LIMA (CITY)", "COLOMBIA: PEREIRA (CITY) - MEDELLIN (CITY)", "(A) / (B)"."""
    bare = text.strip()
    optional = bare.startswith("?")
    bare = bare.lstrip("? ")
    if bare.startswith("("):
        parts = [part.strip(" ()") for part in re.split(r"\)\s*/\s*\(", bare)]
        parts = [_KIND.sub("", part + ")" * (part.count("(") - part.count(")"))) for part in parts]
    else:
        parts = _KIND.sub("", bare).split(" / ")
    levels = tuple(
        tuple(tuple(name.strip() for name in level.split(" - ")) for level in part.split(":"))
        for part in parts
        if part.strip() not in NOTHING
    )
    return Whereabouts(levels, optional) if levels else None


def _texts(raw: Mapping[str, Sequence[str]], slot: str) -> list[str]:
    return [text for text in raw.get(slot, ()) if text.strip() not in NOTHING]


def _set_fill(raw: Mapping[str, Sequence[str]], slot: str) -> list[Words]:
    return [
        Words(tuple(part.strip(" ?") for part in text.split("/")), text.startswith("?"))
        for text in _texts(raw, slot)
    ]


def _strings(raw: Mapping[str, Sequence[str]], slot: str) -> list[Words]:
    found = [Words(names, _optional(text)) for text in _texts(raw, slot) if (names := _quoted(text))]
    return [fill for fill in found if any(name not in NOTHING for name in fill.names)]


def _quoted(text: str) -> tuple[str, ...]:
    names = tuple(name.replace('\\"', '"') for name in _QUOTED.findall(text))
    return names or tuple(part.strip(' "?') for part in text.split("/") if part.strip(' "?'))


def _optional(text: str) -> bool:
    """Whether a fill may be left out: it is in doubt, or nothing is one of its alternatives."""
    return text.strip().startswith("?") or any(part.strip() in {"-", '"-"'} for part in text.split("/"))


def _divided(text: str) -> tuple[str, str]:
    """A fill and what it speaks of, at the first colon outside quotation marks."""
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for index, character in enumerate(text):
        if character == ":" and not any(start <= index < end for start, end in quoted):
            return text[:index], text[index + 1 :]
    return text, ""


def _people(raw: Mapping[str, Sequence[str]]) -> list[_Person]:
    """Human targets, those named and those only described, with what became of them."""
    people = [
        _Person(list(fill.names), fill.optional) for fill in _strings(raw, "hum_tgt_name") if fill.names
    ]
    for text in _texts(raw, "hum_tgt_description"):
        described, named = _divided(text)
        names = [name for name in _quoted(described) if name not in NOTHING]
        owner = _of(people, _quoted(named)) if named.strip() else None
        if owner is not None:
            owner.names += names
        elif names:
            people.append(
                _Person([*names, *_quoted(named)] if named.strip() else names, _optional(described))
            )
    for slot in ("hum_tgt_effect", "hum_tgt_number"):
        for text in _texts(raw, slot):
            value, named = _divided(text)
            owner = _of(people, _quoted(named)) if named.strip() else None
            if owner is None:
                continue
            if slot == "hum_tgt_number":
                owner.number = value.strip()
                continue
            effects = {part.strip(" ?()") for part in value.split("/")}
            owner.effects |= effects
            if len(effects) > 1 or value.strip().startswith("?"):
                owner.doubtful |= effects
    return people


def _of(people: Sequence[_Person], names: Sequence[str]) -> _Person | None:
    return next((person for person in people if not set(names).isdisjoint(person.names)), None)


def _toll(people: Sequence[_Person], effect: str) -> list[Toll]:
    """How many had this effect in all."""
    concerned = [person for person in people if effect in person.effects]
    if not concerned:
        return []
    bounds = [read_count(person.number) for person in concerned]
    high = sum(most for _, most in bounds if most is not None)
    unbounded = any(most is None for _, most in bounds)
    doubtful = all(effect in person.doubtful for person in concerned)
    return [Toll(sum(least for least, _ in bounds), None if unbounded else high, doubtful)]


def read_count(text: str) -> tuple[int, int | None]:
    """Least and most of "6", "PLURAL" (two or more), "5-" (or more), "-26" (up to), "~70", "3 - 4", "10 / PLURAL"."""
    bounds: list[tuple[int, int | None]] = []
    for part in text.split("/"):
        match = _COUNT.search(part)
        if match is None:
            bounds.append((2, None) if PLURAL in part else (1, None))
            continue
        up_to, about, first, open_end, second = match.groups()
        number = int(first)
        if second:
            bounds.append((number, int(second)))
        elif up_to:
            bounds.append((1, number))
        elif open_end:
            bounds.append((number, None))
        else:
            bounds.append((number * 9 // 10, -(-number * 11 // 10)) if about else (number, number))
    most = None if any(high is None for _, high in bounds) else max(high or 0 for _, high in bounds)
    return min(low for low, _ in bounds), most
