"""The registry: actors known beforehand, by their names in the years they bore them.

Its entries come from `data/actors.toml`; the governments of all countries, and the armed forces of those whose forces
have no entry of their own, are made from `data/countries.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from harmattan.errors import ReferenceError_
from harmattan.model.world import Actor, ActorKind, Alias
from harmattan.reference.countries import Countries, Country, countries
from harmattan.reference.names import bare, is_acronym, key
from harmattan.reference.phrases import Phrase, PhraseIndex

DATA = "actors.toml"

FIELDS = frozenset(("id", "name", "kind", "acronyms", "aliases", "parents", "countries", "since", "until"))
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Registry:
    """All known actors. Lookups ignore case, accents, hyphens, apostrophes and a leading "the"."""

    def __init__(self, entries: Iterable[Actor]) -> None:
        self.entries = tuple(entries)
        self._by_id: dict[str, Actor] = {}
        self._by_name: dict[str, list[tuple[Actor, Alias]]] = {}
        for actor in self.entries:
            if actor.id in self._by_id:
                raise ReferenceError_(DATA, f"actor {actor.id}: the id is used twice")
            self._by_id[actor.id] = actor
            for alias in (Alias(actor.name), *actor.aliases):
                self._by_name.setdefault(key(alias.name), []).append((actor, alias))
            for acronym in actor.acronyms:
                self._by_name.setdefault(key(acronym), []).append((actor, Alias(acronym)))
        for actor in self.entries:
            for parent in actor.parents:
                if parent not in self._by_id:
                    raise ReferenceError_(DATA, f"actor {actor.id}: there is no parent {parent!r}")
        self._states = {actor.countries[0]: actor for actor in self.entries if actor.kind is ActorKind.STATE}
        self._forces: dict[str, Actor] = {}
        for iso, state in self._states.items():
            for actor in self.entries:
                if actor.kind is ActorKind.FORCES and state.id in actor.parents:
                    self._forces[iso] = actor
                    break

    def get(self, actor_id: str) -> Actor | None:
        """The entry with this id."""
        return self._by_id.get(actor_id)

    def state_of(self, iso: str) -> Actor | None:
        """The government of a country, by ISO 3166-1 alpha-2 code."""
        return self._states.get(iso)

    def forces_of(self, iso: str) -> Actor | None:
        """The armed forces of a country's government, by ISO 3166-1 alpha-2 code."""
        return self._forces.get(iso)

    def candidates(self, name: str, year: int | None = None) -> tuple[Actor, ...]:
        """All actors that bear exactly this name, in the registry's order.

        An acronym counts only in capitals. With a `year`, names that were not yet in use then are left out; a name
        given up before is kept, since reports go on to speak of "the former GSPC".
        """
        found: dict[str, Actor] = {}
        for actor, alias in self._by_name.get(key(name), ()):
            if alias.name in actor.acronyms and bare(alias.name) != bare(name):
                continue
            if year is not None and alias.since is not None and year < alias.since:
                continue
            found[actor.id] = actor
        return tuple(found.values())

    def named(self, name: str, year: int | None = None) -> Actor | None:
        """The one actor that bears this name, None where nobody does or several do.

        Where several own a name ("SNA"), the `year` may leave one that existed then.
        """
        found = self.candidates(name, year)
        if len(found) > 1 and year is not None:
            found = tuple(actor for actor in found if _existed(actor, year))
        return found[0] if len(found) == 1 else None

    @cached_property
    def _phrases(self) -> PhraseIndex[Actor]:
        return self._index(lambda kind: kind not in (ActorKind.STATE, ActorKind.PERSON))

    @cached_property
    def _persons(self) -> PhraseIndex[Actor]:
        return self._index(lambda kind: kind is ActorKind.PERSON)

    def _index(self, wanted: Callable[[ActorKind], bool]) -> PhraseIndex[Actor]:
        phrases: list[Phrase[Actor]] = []
        for owners in self._by_name.values():
            for actor, alias in owners:
                if wanted(actor.kind) and len(self.candidates(alias.name)) == 1:
                    phrases.append(Phrase(alias.name, actor, alias.name in actor.acronyms))
        # a plain alias ("Nato") admits what an acronym that folds alike ("NATO") does not: it must not come second
        return PhraseIndex(sorted(phrases, key=lambda phrase: phrase.exact))

    def find(self, text: str) -> list[tuple[int, int, Actor]]:
        """Names, aliases and acronyms in a text that one actor alone owns, in text order, longest first.

        Names of countries are left out: whether "Mali" is a government or a place, the sentence says. So are
        persons (`find_persons`).
        """
        return self._phrases.find(text)

    def find_persons(self, text: str) -> list[tuple[int, int, Actor]]:
        """Names of persons in a text, in text order."""
        return self._persons.find(text)


def _existed(actor: Actor, year: int) -> bool:
    return (actor.since is None or actor.since <= year) and (actor.until is None or year <= actor.until)


def slug(name: str) -> str:
    """A name as an id: "Côte d'Ivoire" is "cote-divoire"."""
    return re.sub(r"[^a-z0-9]+", "-", key(name)).strip("-")


def _adjective(country: Country) -> str:
    return country.demonyms[0] if country.demonyms else country.name


def _government(country: Country) -> Actor:
    names = [f"Government of {country.name}", f"{country.name} government"]
    names += [name for name in country.variants if not is_acronym(name)]
    names += [f"{demonym} government" for demonym in country.demonyms[:1]]
    return Actor(
        slug(country.name),
        country.name,
        ActorKind.STATE,
        acronyms=tuple(filter(is_acronym, country.variants)),
        aliases=tuple(map(Alias, names)),
        countries=(country.iso,),
    )


def _armed_forces(country: Country) -> Actor:
    adjective = _adjective(country)
    return Actor(
        f"{slug(adjective)}-armed-forces",
        f"{adjective} Armed Forces",
        ActorKind.FORCES,
        aliases=(Alias(f"{adjective} Army"), Alias(f"Armed Forces of {country.name}")),
        parents=(slug(country.name),),
        countries=(country.iso,),
    )


def _parse_alias(record: object) -> Alias:
    match record:
        case str():
            return Alias(record)
        case {"name": str(name), **years}:
            since, until = years.pop("since", None), years.pop("until", None)
            if (
                years
                or not (since is None or isinstance(since, int))
                or not (until is None or isinstance(until, int))
            ):
                raise ValueError(f"alias {name!r}: only `since` and `until`, as years")
            if since is not None and until is not None and since > until:
                raise ValueError(f"alias {name!r} ends before it begins")
            return Alias(name, since, until)
    raise ValueError(f"not an alias: {record!r}")


def _strings(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    values = record.get(field, [])
    if not isinstance(values, list) or not all(isinstance(value, str) and value for value in values):
        raise ValueError(f"`{field}` must be a list of strings")
    return tuple(values)


def _year(record: Mapping[str, Any], field: str) -> int | None:
    value = record.get(field)
    if value is not None and not (isinstance(value, int) and 1000 < value < 3000):
        raise ValueError(f"`{field}` must be a year")
    return value


def _parse_actor(record: Mapping[str, Any], known: Countries) -> Actor:
    if unknown := set(record) - FIELDS:
        raise ValueError(f"unknown field {sorted(unknown)[0]!r}")
    for field in ("id", "name", "kind"):
        if not isinstance(record.get(field), str) or not record[field]:
            raise ValueError(f"`{field}` is missing")
    if not _SLUG.fullmatch(record["id"]):
        raise ValueError("an id is lower-case letters and digits with single hyphens")
    codes = _strings(record, "countries")
    for code in codes:
        if known.get(code) is None:
            raise ValueError(f"there is no country {code!r}")
    since, until = _year(record, "since"), _year(record, "until")
    if since is not None and until is not None and since > until:
        raise ValueError("it ends before it begins")
    try:
        kind = ActorKind(record["kind"])
    except ValueError:
        raise ValueError(f"there is no kind {record['kind']!r}") from None
    aliases = record.get("aliases", [])
    if not isinstance(aliases, list):
        raise ValueError("`aliases` must be a list")
    return Actor(
        id=record["id"],
        name=record["name"],
        kind=kind,
        acronyms=_strings(record, "acronyms"),
        aliases=tuple(map(_parse_alias, aliases)),
        parents=_strings(record, "parents"),
        countries=codes,
        since=since,
        until=until,
    )


def parse_registry(text: str, known: Countries) -> Registry:
    """The registry of a TOML text shaped as `data/actors.toml`, with the governments and forces of `known`.

    Raises `ReferenceError_`, naming the entry and what is wrong with it.
    """
    try:
        records = tomllib.loads(text).get("actor", [])
    except tomllib.TOMLDecodeError as error:
        raise ReferenceError_(DATA, str(error)) from error
    actors: list[Actor] = []
    for number, record in enumerate(records, start=1):
        try:
            actors.append(_parse_actor(record, known))
        except ValueError as error:
            raise ReferenceError_(DATA, f"actor {record.get('id', f'number {number}')}: {error}") from error
    governments = [_government(country) for country in known.all]
    listed = {parent for actor in actors if actor.kind is ActorKind.FORCES for parent in actor.parents}
    forces = [
        _armed_forces(country) for country in known.all if country.forces and slug(country.name) not in listed
    ]
    return Registry([*actors, *governments, *forces])


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """The registry that ships with the package, read and checked once."""
    data = resources.files("harmattan.reference").joinpath("data", DATA)
    return parse_registry(data.read_text(encoding="utf-8"), countries())
