"""Entries for actors of another list that the registry does not have, as a file of actors that can be read as it is.

Only what the list says is written: no kind finer than "group", no years. A name that somebody bears already, or that
would be found where nobody is meant, is left out and told.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from harmattan.model.world import Actor, ActorKind, Alias, Membership
from harmattan.reference.actor_lint import SHORTEST_NAME
from harmattan.reference.actors import Registry, slug
from harmattan.reference.countries import Countries
from harmattan.reference.names import bare, is_acronym, key
from harmattan.reference.packaged_places import packaged_places
from harmattan.reference.ucdp_actors import Level, UcdpActor

SHORTEST_ACRONYM = 3
"""Letters; with fewer it would be found in texts of all kinds."""
LONGEST_NAME = 120
WORDS_OF_A_TRANSLATION = 3
"""A list's translation of a name ("Be Strong") is a name of its own from so many words on."""
LONGEST_LINE = 118
DESCRIPTION = re.compile(
    r"Military faction\b|.* (insurgents|rebels|irregulars|groups|gang|tribe|clan)$|(Non|Other) |Opposition coalition",
    re.IGNORECASE,
)
"""What the list writes for want of a name."""
_GENERIC = frozenset(
    """alliance army band boys brigade brigades bush coalition command council democratic division elements faction
    first force forces forest front general group guard guards independent islamic league liberation militia movement
    national neutralists new old opposition organisation organization outlaws party people's peoples popular regiment
    republican resistance revolutionary royalists second special third union united white brothers""".split()
)
"""Words that a name of one country's group shares with groups of many others."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry for an actor of the list."""

    source: UcdpActor
    actor: Actor
    dropped: tuple[tuple[str, str], ...] = ()
    """Names that it does not get, and why."""


def is_no_group(actor: UcdpActor) -> str:
    """Why an actor of the list gets no entry: "" where it gets one."""
    if actor.level is Level.STATE:
        return "a state of former times"
    if actor.level is Level.COMMUNAL:
        return "people of one identity, or supporters: no group with members"
    if DESCRIPTION.match(actor.name):
        return "a description, no name"
    crowd = actor.name.startswith(("Supporters of ", "Opponents of "))
    return "supporters or opponents: no group with members" if crowd else ""


class Proposer:
    """Makes entries, each knowing of those before it."""

    def __init__(self, registry: Registry, known: Countries) -> None:
        self._registry = registry
        self._countries = known
        self._ids: set[str] = set()
        self._names: set[str] = set()

    def propose(self, source: UcdpActor) -> Proposal:
        """An entry that the file of a project can have beside the registry."""
        dropped: dict[str, str] = {}
        name = self._name(source, dropped)
        self._names.add(key(name))
        acronyms: list[str] = []
        aliases: list[str] = []
        for other in source.names:
            if key(other) == key(name) or other in dropped:
                continue
            if why := self._unfit(source, other):
                dropped[other] = why
                continue
            self._names.add(key(other))
            (acronyms if is_acronym(other) else aliases).append(other)
        memberships = tuple(self._parents(source))
        actor = Actor(
            id=self._id(source, name),
            name=name,
            kind=ActorKind.GROUP,
            acronyms=tuple(acronyms),
            aliases=tuple(map(Alias, aliases)),
            parents=tuple(one.parent for one in memberships),
            countries=source.countries,
            check=f"UCDP actor {source.id}",
            memberships=memberships,
        )
        self._ids.add(actor.id)
        return Proposal(source, actor, tuple(dropped.items()))

    def _name(self, source: UcdpActor, dropped: dict[str, str]) -> str:
        """Its name, or its name and country where another actor has it."""
        own = source.english if is_acronym(source.name) else source.name
        own = own[:LONGEST_NAME]
        country = self._countries.get(source.countries[0]) if source.countries else None
        plain = own if not is_acronym(own) else ""
        located = f"{own} ({country.name})" if country else ""
        for name in (plain, located):
            if name:
                why = self._taken(name) or self._means_many(name)
                if not why:
                    return name
                dropped[name] = why
        return f"{own} (UCDP {source.id})"

    def _taken(self, name: str) -> str:
        if owners := self._registry.candidates(name):
            return f"it is a name of {owners[0].id}"
        if key(name) in self._names:
            return "another new actor has it"
        if self._countries.by_demonym(name) or self._countries.region(name):
            return "people or a region are called so"
        return "too short" if len(bare(name)) < SHORTEST_NAME else ""

    def _means_many(self, name: str) -> str:
        if key(name) in _place_names():
            return "a place is called so"
        words = name.lower().replace("-", " ").split()
        return "it would be found where others are meant" if _GENERIC.issuperset(words) else ""

    def _unfit(self, source: UcdpActor, name: str) -> str:
        if is_acronym(name):
            return "too short" if len(bare(name)) < SHORTEST_ACRONYM else self._taken(name)
        translated = name == source.english != source.name and not is_acronym(source.name)
        if translated and len(name.split()) < WORDS_OF_A_TRANSLATION:
            return "a translation"
        if len(name) > LONGEST_NAME:
            return "too long"
        return self._taken(name) or self._means_many(name)

    def _parents(self, source: UcdpActor) -> Iterator[Membership]:
        """The registry's group that it is a faction of, by its own name, as long as that was there."""
        group = source.parent_name
        if group is None:
            return
        owners = [
            owner
            for owner in self._registry.candidates(group)
            if owner.kind is ActorKind.GROUP and not set(owner.countries).isdisjoint(source.countries)
        ]
        if len(owners) == 1:
            yield Membership(owners[0].id, until=owners[0].until)

    def _id(self, source: UcdpActor, name: str) -> str:
        wanted = slug(name)[:60].strip("-")
        free = wanted and wanted not in self._ids and self._registry.get(wanted) is None
        return wanted if free else f"ucdp-{source.id}"


@cache
def _place_names() -> frozenset[str]:
    return frozenset(key(place.name) for place in packaged_places())


def to_toml(actors: Iterable[Actor]) -> str:
    """Entries as they stand in a file of actors, with a blank line above each."""
    return "".join(f"\n[[actor]]\n{_entry(actor)}" for actor in actors)


def _entry(actor: Actor) -> str:
    lines = [f"id = {_quoted(actor.id)}", f"name = {_quoted(actor.name)}", f'kind = "{actor.kind}"']
    for field, values in (
        ("acronyms", list(map(_quoted, actor.acronyms))),
        ("aliases", [_quoted(alias.name) for alias in actor.aliases]),
        ("parents", [_parent(one) for one in actor.memberships]),
        ("countries", list(map(_quoted, actor.countries))),
    ):
        if values:
            lines.append(_list(field, values))
    lines.append(f"check = {_quoted(actor.check)}")
    return "\n".join(lines) + "\n"


def _parent(one: Membership) -> str:
    return (
        _quoted(one.parent) if one.until is None else f"{{ id = {_quoted(one.parent)}, until = {one.until} }}"
    )


def _list(field: str, values: list[str]) -> str:
    line = f"{field} = [{', '.join(values)}]"
    if len(line) <= LONGEST_LINE:
        return line
    return f"{field} = [\n" + "".join(f"  {value},\n" for value in values) + "]"


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are among TOML's, but for the one character JSON leaves bare."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
