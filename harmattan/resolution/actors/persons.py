"""Persons and the offices they hold on the day of the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from harmattan.model.world import Actor, ActorKind
from harmattan.reference.actors import Registry
from harmattan.reference.names import key
from harmattan.resolution.actors.meaning import Meaning, of
from harmattan.resolution.context import Context

NOT_IN_OFFICE = frozenset("former ex-president late exiled".split())
"""Said of who held an office once."""
_OVERTHROWN = frozenset("ousted deposed overthrown toppled".split())
"""Said of them too, unless it is the verb: "officers deposed President Kaboré"."""
_BEFORE_ADJECTIVES = frozenset("the of by with for to and that his her their support supports backs".split())
_SOMEBODY_ELSE = frozenset("of to and for against by with".split())
RANKS = frozenset(
    """mr mrs ms dr general colonel captain major lieutenant lieutenant-colonel lieutenant-general major-general
    brigadier-general brigadier marshal admiral commander sergeant warlord leader emir chief president minister premier
    chancellor king prime sheikh mullah field""".split()
)
"""What may stand before a surname alone."""
_HIGH_OFFICES = frozenset("president chancellor premier king prime".split())
"""Offices that few hold at a time: "President Macron" is known in any country."""
_PARTICLES = frozenset("al el ag ould bin ben abu von van de del ibn".split())
_SPEAKS_FOR = (ActorKind.STATE, ActorKind.ORGANISATION)


class Persons:
    """Finds persons of the registry in phrases, by their names or by surname and rank."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._by_surname: dict[str, list[Actor]] = defaultdict(list)
        for actor in registry.entries:
            if actor.kind is ActorKind.PERSON:
                for surname in {
                    surname_of(name) for name in (actor.name, *(one.name for one in actor.aliases))
                }:
                    self._by_surname[surname].append(actor)

    def knows(self, surname: str) -> bool:
        """Whether a person of the registry bears this surname, as names are compared."""
        return surname in self._by_surname

    def at_the_end(self, text: str, context: Context, before: str = "") -> Meaning | None:
        """ "President Emmanuel Macron", and not "Macron's rival" or "allies of Macron".

        `before`: the words of the text that stand before the phrase, which may say that an office is over.
        """
        found = self._registry.find_persons(text)
        if len(found) == 1:
            start, end, person = found[0]
            if end != len(text):
                return None
        else:
            known = None if found else self._by_rank(text, context)
            if known is None:
                return None
            start, person = known
        titles = text[:start].lower().replace(",", " ").split()
        if _SOMEBODY_ELSE.intersection(titles):
            return None
        former = _is_former([*before.lower().replace(",", " ").split(), *titles])
        return self.spoken_for(person, context.year, former=former)

    def _by_rank(self, text: str, context: Context) -> tuple[int, Actor] | None:
        """ "President Macron": a surname that one person of the registry bears who was of consequence then."""
        *titles, last = text.split() or [""]
        if not last[:1].isupper():
            return None
        bearers = [
            person
            for person in self._by_surname.get(key(last), ())
            if context.year is None or person.since is None or person.since <= context.year
        ]
        if len(bearers) > 1 and context.year is not None:
            bearers = [one for one in bearers if one.until is None or context.year <= one.until]
        if len(bearers) != 1:
            return None
        person = bearers[0]
        ranked = bool(titles) and all(
            title.lower().strip(",") in RANKS or title.lower().strip(",") in NOT_IN_OFFICE for title in titles
        )
        spoken_of = any(context.weight(iso) for iso in person.countries)
        high = ranked and titles[0].lower() in _HIGH_OFFICES and self._holds_office(person, context.year)
        return (len(text) - len(last), person) if high or (spoken_of and (ranked or not titles)) else None

    def _holds_office(self, person: Actor, year: int | None) -> bool:
        return year is not None and self.spoken_for(person, year).person is not None

    def spoken_for(self, person: Actor, year: int | None, *, former: bool = False) -> Meaning:
        """The government or organisation that a person speaks for while in office, else the person."""
        in_office = not former and (
            year is None or ((person.since or year) <= year <= (person.until or year))
        )
        parent = self._registry.get(person.parents[0]) if person.parents else None
        if in_office and parent and parent.kind in _SPEAKS_FOR:
            when = f" in {year}" if year else ""
            return Meaning(parent.id, f"{person.name} spoke for {parent.name}{when}", person=person.id)
        reason = f"{person.name} by name"
        if parent and parent.kind in _SPEAKS_FOR:
            reason += (
                ", no longer in office" if former or (person.until and year and year > person.until) else ""
            )
        return of(person, reason)

    def followed(self, person: Actor, year: int | None) -> Meaning | None:
        """Whose "Haftar's forces" are: the group that a person leads, or the armed forces of the state."""
        parent = self._registry.get(person.parents[0]) if person.parents else None
        if parent is None:
            return None
        meaning = self.spoken_for(person, year)
        if parent.kind is ActorKind.STATE:
            forces = self._registry.forces_of(parent.countries[0])
            return (
                Meaning(forces.id, f"the forces of {parent.name} under {person.name}")
                if forces and meaning.actor == parent.id
                else None
            )
        return replace(of(parent, f"{person.name} leads {parent.name}"))


def _is_former(words: Sequence[str]) -> bool:
    """Whether the words before a name say that its bearer is out of office."""
    if NOT_IN_OFFICE.intersection(words[-4:]):
        return True
    for index in range(max(len(words) - 3, 0), len(words)):
        if words[index] in _OVERTHROWN:
            return index == 0 or words[index - 1] in _BEFORE_ADJECTIVES or not words[index - 1].isalpha()
    return False


def surname_of(name: str) -> str:
    """The last word of a name, as names are compared."""
    words = key(name).split()
    return words[-1] if words and words[-1] not in _PARTICLES else key(name)
