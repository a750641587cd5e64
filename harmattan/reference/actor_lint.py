"""What is wrong, or doubtful, in a file of actors: for whoever writes one, and before a project's own is used.

A name that two actors bear in the same years is either a mistake or listed in `shared_names`; years must be possible;
parents and countries must exist; an entry says where it can be checked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from harmattan.model.world import Actor, Membership
from harmattan.reference.actor_files import (
    CHARACTERS,
    EARLIEST,
    LATEST,
    ActorFile,
    Finding,
    Record,
    merge,
    parse_records,
)
from harmattan.reference.actors import slug, with_governments
from harmattan.reference.countries import Countries
from harmattan.reference.names import bare, key

SHORTEST_NAME = 3
"""Letters of the shortest name that is no acronym; a shorter one is found in every text."""
SHORTEST_ACRONYM = 2


class Years(NamedTuple):
    """A period of whole years, both included."""

    first: int
    last: int

    @classmethod
    def of(cls, since: int | None, until: int | None) -> Years:
        """None is open."""
        return cls(EARLIEST if since is None else since, LATEST if until is None else until)

    def __and__(self, other: Years) -> Years:
        return Years(max(self.first, other.first), min(self.last, other.last))

    def __bool__(self) -> bool:
        return self.first <= self.last

    def __str__(self) -> str:
        if (self.first, self.last) == (EARLIEST, LATEST):
            return "at any time"
        if self.last == LATEST:
            return f"from {self.first}"
        return f"until {self.last}" if self.first == EARLIEST else f"{self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class _Use:
    """One actor bearing one name."""

    actor: Actor
    name: str
    years: Years
    exact: bool
    """Whether it counts only as it is written."""

    def meets(self, other: _Use) -> bool:
        apart = self.exact and other.exact and bare(self.name) != bare(other.name)
        return self.actor.id != other.actor.id and not apart and bool(self.years & other.years)


def lint(file: ActorFile, known: Countries, packaged: ActorFile | None = None) -> list[Finding]:
    """All that is wrong in a file, in the order of its lines; nothing of it is used.

    `packaged`: the file is a project's own, which adds to this one. Only what the own file brings in is told.
    """
    records = merge(packaged, file) if packaged else file.records
    actors, findings = parse_records(records, known)
    shared = (*file.shared, *(packaged.shared if packaged else ()))
    look = _Look(file, records, with_governments(actors, known), known)
    findings += look.duplicates()
    findings += look.names(frozenset(map(key, shared)))
    findings += look.parents()
    findings += look.years()
    findings += look.notes()
    if packaged is None:
        findings += look.unused(file.shared)
    mine = (one for one in findings if one.file == file.name)
    return sorted(dict.fromkeys(mine), key=lambda one: (one.line, one.actor))


class _Look:
    """Everything that the checks look at."""

    def __init__(
        self, file: ActorFile, records: Sequence[Record], actors: Sequence[Actor], known: Countries
    ) -> None:
        self._file = file
        self._records = records
        self._record: Mapping[str, Record] = {record.name: record for record in records}
        self._actors = actors
        self._by_id = {actor.id: actor for actor in actors}
        self._written = [actor for actor in actors if actor.id in self._record]
        self._known = known
        self._uses: defaultdict[str, list[_Use]] = defaultdict(list)
        for actor in actors:
            for use in _uses(actor):
                self._uses[key(use.name)].append(use)

    def duplicates(self) -> Iterator[Finding]:
        """Ids that several entries have."""
        counts = Counter(record.name for record in self._records)
        for record in self._records:
            if counts[record.name] > 1:
                yield record.finding("the id is used twice", record.name)
        made = {slug(country.name) for country in self._known.all}
        for record in self._records:
            if record.name in made:
                yield record.finding("the id is that of a country's government", record.name)

    def names(self, shared: frozenset[str]) -> Iterator[Finding]:
        """Names of two actors in the same years, and names that are found where nobody is meant."""
        for actor in self._written:
            record = self._record[actor.id]
            for use in _uses(actor):
                letters = len(bare(use.name))
                if use.exact and (letters < SHORTEST_ACRONYM or not any(map(str.isupper, use.name))):
                    yield record.finding(
                        f"the acronym {use.name!r} must be two letters or more, with a capital", use.name
                    )
                elif not use.exact and letters < SHORTEST_NAME:
                    yield record.finding(f"the name {use.name!r} is too short", use.name)
                yield from self._taken(record, use, shared)
            yield from _repeated(record, actor)

    def _taken(self, record: Record, use: _Use, shared: frozenset[str]) -> Iterator[Finding]:
        country = self._known.by_demonym(use.name)
        if country is not None and not use.exact:
            yield record.finding(f"{use.name!r} is what people of {country.name} are called", use.name)
        if self._known.region(use.name) is not None:
            yield record.finding(f"{use.name!r} is a region", use.name)
        if key(use.name) in shared:
            return
        for other in self._uses[key(use.name)]:
            if use.meets(other):
                place = self._record.get(other.actor.id)
                line = f" (line {place.line_of(other.name)})" if place and place.file == record.file else ""
                yield record.finding(
                    f"the name {use.name!r} is also that of {other.actor.id}{line} "
                    f"{use.years & other.years}: give them years, or list it in `shared_names`",
                    use.name,
                )

    def parents(self) -> Iterator[Finding]:
        """Parents that are not there, or that lead round to the actor itself."""
        names = {*self._by_id, *self._record}
        for actor in self._written:
            record = self._record[actor.id]
            for parent in actor.parents:
                if parent not in names:
                    yield record.finding(f"there is no parent {parent!r}", parent)
            if actor.id in self._ancestors(actor):
                yield record.finding("it belongs to itself, by way of its parents", "parents")

    def _ancestors(self, actor: Actor) -> set[str]:
        found: set[str] = set()
        ahead = list(actor.parents)
        while ahead:
            parent = ahead.pop()
            if parent not in found:
                found.add(parent)
                ahead += self._by_id[parent].parents if parent in self._by_id else ()
        return found

    def years(self) -> Iterator[Finding]:
        """Years of names and of memberships in which the actor, or its parent, was not there."""
        for actor in self._written:
            record = self._record[actor.id]
            own = Years.of(actor.since, actor.until)
            for alias in actor.aliases:
                if not _within(alias.since, alias.until, own):
                    yield record.finding(f"the alias {alias.name!r} has years outside its own", alias.name)
            for one in _memberships(actor):
                if not _within(one.since, one.until, own):
                    yield record.finding(f"it belongs to {one.parent} in years outside its own", one.parent)
                parent = self._by_id.get(one.parent)
                theirs = Years.of(parent.since, parent.until) if parent else own
                if parent and not _within(one.since or actor.since, one.until or actor.until, theirs):
                    yield record.finding(
                        f"it belongs to {parent.id}, which was there {theirs}, in years outside these: "
                        f'write {{ id = "{parent.id}", since = ..., until = ... }}',
                        one.parent,
                    )
                elif parent and parent.until is not None and (one.until or actor.until) is None:
                    yield record.finding(
                        f"it belongs to {parent.id} to this day, which ended in {parent.until}", one.parent
                    )

    def notes(self) -> Iterator[Finding]:
        """Entries that do not say where they can be checked, or what they are."""
        for actor in self._written:
            record = self._record[actor.id]
            if not actor.check:
                yield record.finding("it has no `check`: where can it be looked up?", grave=False)
            if actor.character is None:
                choice = ", ".join(CHARACTERS[actor.kind])
                yield record.finding(f"it has no `character`: one of {choice}", grave=False)

    def unused(self, shared: Iterable[str]) -> Iterator[Finding]:
        """Names said to be shared that are not."""
        for name in shared:
            owners = {use.actor.id for use in self._uses[key(name)]}
            if len(owners) < 2:
                problem = f"`shared_names`: {name!r} is not the name of two actors"
                yield Finding(self._file.name, 1, "", problem, grave=False)


def _uses(actor: Actor) -> Iterator[_Use]:
    own = Years.of(actor.since, actor.until)
    yield _Use(actor, actor.name, own, exact=False)
    for acronym in actor.acronyms:
        yield _Use(actor, acronym, own, exact=True)
    for alias in actor.aliases:
        yield _Use(actor, alias.name, own & Years.of(alias.since, alias.until), exact=False)


def _memberships(actor: Actor) -> Iterator[Membership]:
    dated = {one.parent for one in actor.memberships}
    yield from actor.memberships
    yield from (Membership(parent) for parent in actor.parents if parent not in dated)


def _within(since: int | None, until: int | None, years: Years) -> bool:
    """Whether the years that are given lie within others; an open end says nothing."""
    return all(years.first <= year <= years.last for year in (since, until) if year is not None)


def _repeated(record: Record, actor: Actor) -> Iterator[Finding]:
    seen = {key(actor.name)}
    for alias in actor.aliases:
        if key(alias.name) in seen or alias.name in actor.acronyms:
            yield record.finding(
                f"the name {alias.name!r} is there already: case, accents and hyphens do not matter",
                alias.name,
                grave=False,
            )
        seen.add(key(alias.name))
