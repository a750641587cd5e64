"""The registry: actors known beforehand, by their names in the years they bore them.

Its entries come from `data/actors.toml`; the governments of all countries, and the armed forces of those whose forces
have no entry of their own, are made from `data/countries.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from importlib import resources

from harmattan.errors import ReferenceError_
from harmattan.model.world import Actor, ActorKind, Alias, Character
from harmattan.reference.actor_files import ActorFile, parse_records, read_file
from harmattan.reference.countries import Countries, Country, countries
from harmattan.reference.names import bare, is_acronym, key
from harmattan.reference.phrases import Phrase, PhraseIndex

DATA = "actors.toml"


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
                if _is_armed_forces(actor) and state.id in actor.parents:
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

        Where several own a name ("SNA"), the `year` may leave one that existed then, or one that bore it then.
        """
        found = self.candidates(name, year)
        if len(found) > 1 and year is not None:
            found = tuple(actor for actor in found if _existed(actor, year))
        if len(found) > 1 and year is not None:
            bearing = {
                actor.id
                for actor, alias in self._by_name[key(name)]
                if alias.until is None or year <= alias.until
            }
            found = tuple(actor for actor in found if actor.id in bearing)
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


def _is_armed_forces(actor: Actor) -> bool:
    return actor.kind is ActorKind.FORCES and actor.character in (Character.STATE_FORCE, None)


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
        character=Character.GOVERNMENT,
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
        character=Character.STATE_FORCE,
    )


def with_governments(actors: Sequence[Actor], known: Countries) -> list[Actor]:
    """Actors with the governments of all countries, and the forces of those that have no entry of their own."""
    listed = {parent for actor in actors if _is_armed_forces(actor) for parent in actor.parents}
    governments = [_government(country) for country in known.all]
    forces = [
        _armed_forces(country) for country in known.all if country.forces and slug(country.name) not in listed
    ]
    return [*actors, *governments, *forces]


def parse_registry(text: str, known: Countries, name: str = DATA) -> Registry:
    """The registry of a TOML text shaped as `data/actors.toml`, with the governments and forces of `known`.

    Raises `ReferenceError_`, naming the entry and what is wrong with it.
    """
    actors, findings = parse_records(read_file(text, name).records, known)
    for finding in findings:
        raise ReferenceError_(name, finding.where)
    return Registry(with_governments(actors, known))


@lru_cache(maxsize=1)
def packaged_file() -> ActorFile:
    """The file of actors that ships with the package."""
    data = resources.files("harmattan.reference").joinpath("data", DATA)
    return read_file(data.read_text(encoding="utf-8"), DATA)


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """The registry that ships with the package, read and checked once."""
    actors, findings = parse_records(packaged_file().records, countries())
    for finding in findings:
        raise ReferenceError_(DATA, finding.where)
    return Registry(with_governments(actors, countries()))
