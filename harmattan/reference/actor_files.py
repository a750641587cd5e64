"""Files of actors: TOML shaped as `data/actors.toml`, the package's own or a project's.

Whatever is wrong with a record is collected, with its line, so that all of a file can be told at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeVar

from harmattan.errors import ReferenceError_
from harmattan.model.world import Actor, ActorKind, Alias, Character, Membership
from harmattan.reference.countries import Countries

FIELDS = frozenset("""id name kind character acronyms aliases parents countries since until check""".split())
CHARACTERS: Mapping[ActorKind, tuple[Character, ...]] = {
    ActorKind.STATE: (Character.GOVERNMENT,),
    ActorKind.FORCES: (
        Character.STATE_FORCE,
        Character.POLICE,
        Character.MILITIA,
        Character.COALITION,
    ),
    ActorKind.GROUP: (
        Character.REBEL,
        Character.JIHADIST,
        Character.MILITIA,
        Character.CRIMINAL,
        Character.COALITION,
        Character.AUTHORITY,
        Character.PARTY,
        Character.MOVEMENT,
    ),
    ActorKind.MISSION: (Character.MISSION,),
    ActorKind.OPERATION: (Character.OPERATION,),
    ActorKind.COMPANY: (Character.COMPANY,),
    ActorKind.ORGANISATION: (
        Character.INTERGOVERNMENTAL,
        Character.NON_GOVERNMENTAL,
        Character.PARTY,
        Character.MOVEMENT,
        Character.GOVERNMENT,
        Character.AUTHORITY,
        Character.EXILE,
        Character.INTELLIGENCE,
        Character.COALITION,
    ),
    ActorKind.PERSON: (Character.OFFICE_HOLDER, Character.LEADER),
}
"""The characters that each kind may have; where there is one alone it need not be said."""

EARLIEST, LATEST = 1000, 2999
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*actor[ \t]*\]\]", re.MULTILINE)
_NAMED = re.compile(r"`(\w+)`|'([^']*)'")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with an entry of a file of actors."""

    file: str
    line: int
    actor: str
    """The entry's id, or "number 3" where it has none; "" for what is about the whole file."""
    problem: str
    grave: bool = True
    """Whether the registry cannot be used with it; what is not grave makes an entry less useful, or harder to check."""

    def __str__(self) -> str:
        return f"{self.file}: {self.where}"

    @property
    def where(self) -> str:
        """Line, entry and problem, without the file."""
        return f"line {self.line}, " + (f"actor {self.actor}: " if self.actor else "") + self.problem


@dataclass(frozen=True, slots=True)
class Record:
    """One `[[actor]]` table as written, and where."""

    file: str
    line: int
    fields: Mapping[str, Any]
    number: int
    """Its place in the file, from 1."""
    source: str = ""
    """The lines it was written in."""

    @property
    def name(self) -> str:
        """What messages call it."""
        own = self.fields.get("id")
        return own if isinstance(own, str) and own else f"number {self.number}"

    def finding(self, problem: str, about: str = "", *, grave: bool = True) -> Finding:
        """Something wrong with it, on the line where the word that it is `about` is written."""
        return Finding(self.file, self.line_of(about), self.name, problem, grave)

    def line_of(self, word: str) -> int:
        """The line a field or a text in quotes is written on; the entry's first where it is not to be found."""
        at = self.source.find(f'"{word}"') if word else -1
        if at < 0 and word:
            at = self.source.find(f"\n{word} =") + 1 or -1
        return self.line + (self.source.count("\n", 0, at) if at > 0 else 0)


@dataclass(frozen=True, slots=True)
class ActorFile:
    """What is written in one file, not yet believed."""

    name: str
    records: tuple[Record, ...]
    shared: tuple[str, ...]
    """Names that several actors bear at one time, on purpose."""


def read_file(text: str, name: str) -> ActorFile:
    """The records of a TOML text. Raises `ReferenceError_` where it is not TOML or not of this shape."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReferenceError_(name, str(error), "correct that line") from error
    for key in table:
        if key not in ("actor", "shared_names"):
            raise ReferenceError_(
                name, f"`{key}` is not known", "a file of actors has `shared_names` and [[actor]] tables"
            )
    records, shared = table.get("actor", []), table.get("shared_names", [])
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise ReferenceError_(name, "`actor` must be tables", "write [[actor]] above each entry")
    if not isinstance(shared, list) or not all(isinstance(one, str) and one for one in shared):
        raise ReferenceError_(name, "`shared_names` must be a list of strings")
    blocks = _blocks(text)
    if len(blocks) != len(records):
        blocks = [(1, "")] * len(records)  # written in some other way: told by their ids alone
    return ActorFile(
        name,
        tuple(
            Record(name, line, record, number, block)
            for number, (record, (line, block)) in enumerate(zip(records, blocks, strict=True), start=1)
        ),
        tuple(shared),
    )


def _blocks(text: str) -> list[tuple[int, str]]:
    """The stretches of text below each [[actor]], with the line that each begins on."""
    edges = [*(match.start() for match in _HEADER.finditer(text)), len(text)]
    found: list[tuple[int, str]] = []
    line, last = 1, 0
    for start, end in pairwise(edges):
        line += text.count("\n", last, start)
        last = start
        found.append((line, text[start:end]))
    return found


def merge(packaged: ActorFile, own: ActorFile) -> tuple[Record, ...]:
    """The packaged records with a project's own: an id that is there already adds to its entry.

    Lists are added to, single values replaced.
    """
    records = {record.name: record for record in packaged.records}
    added: list[Record] = []
    for record in own.records:
        known = records.get(record.name)
        if known is None or known.file == own.name:
            added.append(record)
        else:
            fields = {**known.fields, **record.fields}
            for field, before in known.fields.items():
                added_to = record.fields.get(field)
                if isinstance(before, list) and isinstance(added_to, list):
                    fields[field] = [*before, *(one for one in added_to if one not in before)]
            records[record.name] = Record(record.file, record.line, fields, record.number, record.source)
    return (*records.values(), *added)


def parse_records(records: Iterable[Record], known: Countries) -> tuple[list[Actor], list[Finding]]:
    """The actors of all records that can be understood, and what is wrong with the others."""
    actors: list[Actor] = []
    findings: list[Finding] = []
    for record in records:
        actor, problems = _parse(record.fields, known)
        findings += (record.finding(problem, _about(problem)) for problem in problems)
        if actor is not None:
            actors.append(actor)
    return actors, findings


def _about(problem: str) -> str:
    """The word of a file that a problem names first."""
    match = _NAMED.search(problem)
    return (match[1] or match[2]) if match else ""


class _Reading:
    """Takes the fields of one record, collecting what is wrong with them."""

    def __init__(self, fields: Mapping[str, Any]) -> None:
        self._fields = fields
        self.problems: list[str] = []

    def text(self, field: str) -> str:
        value = self._fields.get(field)
        if isinstance(value, str) and value.strip():
            return value
        self.problems.append(f"`{field}` is missing" if value is None else f"`{field}` must be a text")
        return ""

    def strings(self, field: str) -> tuple[str, ...]:
        values = self._fields.get(field, [])
        if isinstance(values, list) and all(isinstance(value, str) and value.strip() for value in values):
            return tuple(values)
        self.problems.append(f"`{field}` must be a list of strings")
        return ()

    def one_of(self, field: str, values: type[_Value]) -> _Value | None:
        value = self.text(field)
        if not value:
            return None
        try:
            return values(value)  # type: ignore[call-arg]
        except ValueError:
            self.problems.append(f"there is no {field} {value!r}")
            return None

    def year(self, of: Mapping[str, Any], field: str, whose: str = "") -> int | None:
        value = of.get(field)
        if value is None or (type(value) is int and EARLIEST <= value <= LATEST):
            return value
        self.problems.append(f"{whose}`{field}` must be a year")
        return None

    def years(self, of: Mapping[str, Any], whose: str = "") -> tuple[int | None, int | None]:
        since, until = self.year(of, "since", whose), self.year(of, "until", whose)
        if since is not None and until is not None and since > until:
            self.problems.append(f"{whose or 'it '}ends before it begins")
        return since, until

    def dated(self, field: str, key: str) -> Iterator[tuple[str, int | None, int | None, bool]]:
        """Names of a list, each a string or a table of `key` and years; the last says whether it has years."""
        values = self._fields.get(field, [])
        if not isinstance(values, list):
            self.problems.append(f"`{field}` must be a list")
            return
        singular = {"aliases": "alias", "parents": "parent"}[field]
        for value in values:
            match value:
                case str() if value.strip():
                    yield value, None, None, False
                case dict() if isinstance(value.get(key), str) and value[key].strip():
                    whose = f"{singular} {value[key]!r} "
                    if set(value) - {key, "since", "until"}:
                        self.problems.append(f"{whose.strip()}: only `{key}`, `since` and `until`")
                    yield value[key], *self.years(value, whose), True
                case _:
                    article = "an" if singular[0] == "a" else "a"
                    self.problems.append(f"not {article} {singular}: {value!r}")


def _parse(fields: Mapping[str, Any], known: Countries) -> tuple[Actor | None, list[str]]:
    reading = _Reading(fields)
    problems = reading.problems
    problems += [f"unknown field {field!r}" for field in sorted(set(fields) - FIELDS)]
    actor_id, name = reading.text("id"), reading.text("name")
    if actor_id and not _SLUG.fullmatch(actor_id):
        problems.append("an id is lower-case letters and digits with single hyphens")
    kind = reading.one_of("kind", ActorKind)
    character = reading.one_of("character", Character) if "character" in fields else None
    if kind is not None:
        allowed = CHARACTERS[kind]
        if character is None and len(allowed) == 1:
            character = allowed[0]
        if character is not None and character not in allowed:
            problems.append(f"what is of the kind {kind.value!r} has no character {character.value!r}")
    codes = reading.strings("countries")
    problems += [f"there is no country {code!r}" for code in codes if known.get(code) is None]
    since, until = reading.years(fields)
    aliases = tuple(Alias(alias, *years) for alias, *years, _ in reading.dated("aliases", "name"))
    parents = tuple(reading.dated("parents", "id"))
    acronyms = reading.strings("acronyms")
    check = reading.text("check") if "check" in fields else ""
    if problems or kind is None:
        return None, problems
    return Actor(
        id=actor_id,
        name=name,
        kind=kind,
        acronyms=acronyms,
        aliases=aliases,
        parents=tuple(dict.fromkeys(parent for parent, *_ in parents)),
        countries=codes,
        since=since,
        until=until,
        character=character,
        check=check,
        memberships=tuple(Membership(parent, *years) for parent, *years, dated in parents if dated),
    ), []
