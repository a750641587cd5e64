"""Which actors of another list are in the registry already: by an id that is noted, by names, by acronyms.

A name alone is not enough where countries speak against it: there are eleven National Liberation Armies.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz

from harmattan.model.world import Actor, ActorKind, Character
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.names import is_acronym, key
from harmattan.reference.ucdp_actors import Level, UcdpActor, country_code

NOTED = re.compile(r"UCDP actor ((?:\d+(?:, )?)+)")
"""How a `check` notes the ids of the list: "UCDP actor 540, 541"."""

ALIKE = 88.0
"""Two names are nearly the same from here on, of 100; looked at in actors of one country only."""
NEVER = frozenset((ActorKind.PERSON, ActorKind.STATE, ActorKind.OPERATION))
"""Kinds that no group of the list is."""


@dataclass(frozen=True, slots=True)
class Match:
    """What is held of one actor of the list."""

    actor: UcdpActor
    found: tuple[Actor, ...]
    """The registry's: one where it is `sure`, more where there are several; none where it is new."""
    reason: str
    sure: bool


class Matcher:
    """Looks actors of the list up in a registry."""

    def __init__(self, registry: Registry, known: Countries) -> None:
        self._registry = registry
        self._countries = known
        self._noted: defaultdict[int, list[Actor]] = defaultdict(list)
        self._in_country: defaultdict[str, list[tuple[str, Actor]]] = defaultdict(list)
        for actor in registry.entries:
            for ids in NOTED.findall(actor.check):
                for number in re.findall(r"\d+", ids):
                    self._noted[int(number)].append(actor)
            if actor.kind not in NEVER:
                for name in (actor.name, *(alias.name for alias in actor.aliases)):
                    for iso in actor.countries:
                        self._in_country[iso].append((key(name), actor))

    def match(self, actor: UcdpActor) -> Match:
        """What the registry has of it."""
        if actor.state is not None:
            return self._government(actor, actor.state)
        if noted := self._noted.get(actor.id):
            return Match(actor, tuple(noted), "its id is noted in `check`", sure=True)
        return self._by_name(actor) or self._by_likeness(actor) or Match(actor, (), "", sure=False)

    def _government(self, actor: UcdpActor, country: str) -> Match:
        iso = country_code(country, self._countries)
        state = self._registry.state_of(iso) if iso else None
        if state is None:
            return Match(actor, (), "", sure=False)
        return Match(actor, (state,), "the government of the country", sure=True)

    def _by_name(self, actor: UcdpActor) -> Match | None:
        full, short = self._owners(actor)
        near = [one for one in full if _share_a_country(one, actor)]
        if len(near) == 1:
            against = self._against(actor, near[0])
            return Match(actor, tuple(near), against or "the same name", sure=not against)
        if full:
            reason = "several bear its name" if near else "the same name, in other countries"
            return Match(actor, tuple(near or full), reason, sure=False)
        near = [one for one in short if not set(one.countries).isdisjoint(actor.countries)]
        if len(near) == 1 and _alike_in_full(actor, near[0]):
            against = self._against(actor, near[0])
            return Match(
                actor, tuple(near), against or "the same acronym, in the same country", sure=not against
            )
        if near:
            reason = "the same acronym, but another name" if len(near) == 1 else "several bear its acronym"
            return Match(actor, tuple(near), reason, sure=False)
        return None

    def _against(self, actor: UcdpActor, known: Actor) -> str:
        """What makes a match of names doubtful."""
        if known.kind is ActorKind.FORCES and known.character is Character.STATE_FORCE:
            return "a state's forces bear the name"
        today = [name for name in actor.names if name not in actor.former]
        if not any(known in self._registry.candidates(name) for name in today):
            return "a name that it gave up"
        return ""

    def _owners(self, actor: UcdpActor) -> tuple[list[Actor], list[Actor]]:
        """Who bears one of its names in full, and who as an acronym."""
        full: dict[str, Actor] = {}
        short: dict[str, Actor] = {}
        for name in actor.names:
            for owner in self._registry.candidates(name):
                if owner.kind not in NEVER:
                    acronym = is_acronym(name) or key(name) in map(key, owner.acronyms)
                    (short if acronym else full)[owner.id] = owner
        return list(full.values()), [owner for owner in short.values() if owner.id not in full]

    def _by_likeness(self, actor: UcdpActor) -> Match | None:
        if actor.level in (Level.COMMUNAL, Level.STATE) or actor.parent_name:
            return None
        names = [key(name) for name in actor.names if not is_acronym(name)]
        alike: dict[str, Actor] = {}
        for iso in actor.countries:
            for known, owner in self._in_country[iso]:
                if any(fuzz.ratio(known, name, score_cutoff=ALIKE) for name in names):
                    alike[owner.id] = owner
        if not alike:
            return None
        return Match(actor, tuple(alike.values()), "nearly the same name, in the same country", sure=False)


def _share_a_country(known: Actor, actor: UcdpActor) -> bool:
    return not known.countries or not actor.countries or not set(known.countries).isdisjoint(actor.countries)


def _alike_in_full(actor: UcdpActor, known: Actor) -> bool:
    """Whether full names, where the list has any, leave it open that the two are one."""
    own = [key(name) for name in (actor.english, *actor.names) if not is_acronym(name)]
    theirs = [key(name) for name in (known.name, *(alias.name for alias in known.aliases))]
    return not own or any(fuzz.token_sort_ratio(one, other) >= ALIKE - 20 for one in own for other in theirs)
