""" "The group", "the militants", "the mission": whom a report named before and can mean by that."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from harmattan.model.world import Actor, ActorKind, Character
from harmattan.reference.actors import Registry
from harmattan.reference.names import key
from harmattan.resolution.actors.meaning import Meaning
from harmattan.resolution.actors.provisional import is_provisional

_REACH = 4
"""How many sentences back a description may reach."""
_GROUPS = frozenset((ActorKind.GROUP, ActorKind.COMPANY))
_IRREGULAR = frozenset((Character.MILITIA, Character.COALITION))

_KINDS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys("group organisation organization".split(), frozenset((*_GROUPS, ActorKind.ORGANISATION))),
    **dict.fromkeys("movement faction militia militias network".split(), frozenset((ActorKind.GROUP,))),
    **dict.fromkeys(
        """militants insurgents rebels jihadists jihadis terrorists extremists islamists separatists guerrillas
        militiamen paramilitaries dissidents fighters gang gangs cartel""".split(),
        frozenset((ActorKind.GROUP,)),
    ),
    **dict.fromkeys(
        "company firm contractor contractors mercenaries".split(), frozenset((ActorKind.COMPANY,))
    ),
    **dict.fromkeys("mission peacekeepers".split(), frozenset((ActorKind.MISSION,))),
    "force": frozenset((ActorKind.MISSION, ActorKind.OPERATION)),
    "operation": frozenset((ActorKind.OPERATION,)),
    "bloc": frozenset((ActorKind.ORGANISATION,)),
    "coalition": frozenset((ActorKind.OPERATION, ActorKind.FORCES)),
    "alliance": frozenset((ActorKind.GROUP, ActorKind.ORGANISATION)),
    "party": frozenset((ActorKind.ORGANISATION, ActorKind.GROUP)),
    "council": frozenset((ActorKind.ORGANISATION, ActorKind.GROUP)),
}
_CHARACTERS: dict[str, frozenset[Character]] = {
    **dict.fromkeys(
        "jihadists jihadis terrorists extremists islamists".split(), frozenset((Character.JIHADIST,))
    ),
    **dict.fromkeys(
        "rebels separatists guerrillas dissidents".split(),
        frozenset((Character.REBEL, Character.COALITION)),
    ),
    **dict.fromkeys("militants insurgents".split(), frozenset((Character.JIHADIST, Character.REBEL))),
    **dict.fromkeys("militia militias militiamen".split(), frozenset((Character.MILITIA,))),
    **dict.fromkeys("gang gangs cartel".split(), frozenset((Character.CRIMINAL,))),
    "bloc": frozenset((Character.INTERGOVERNMENTAL,)),
    "coalition": frozenset((Character.COALITION, Character.OPERATION)),
    "alliance": frozenset((Character.COALITION, Character.INTERGOVERNMENTAL)),
}
"""What is likelier meant by a word where several could be."""
_ONLY = frozenset(
    "jihadists jihadis terrorists extremists islamists gang gangs cartel bloc coalition".split()
)
"""Words that are said of those characters alone."""
_IRREGULARS_TOO = frozenset("militia militias militiamen paramilitaries group fighters".split())
"""Words that are said of a state's irregular forces too: of the RSF, of volunteers."""
HEADS = frozenset(_KINDS)
_RULES = re.compile(r"\s+(?:government|authorities|administration|regime|officials)\b")
"""What follows the name of a group that is spoken of as a government."""
_COMPANY = re.compile(
    r"(?i)\b(?:alongside|against|with|and|fighting|fought|attack(?:ed|ing)?)\s+(?:the\s+)?$"
)
_BEFORE = 24
"""How many characters before a description are looked at for such a word."""
_NAMELESS = frozenset("army military forces government state people".split())
"""Words of names that are no short form of them: "the army" is not the Lord's Resistance Army."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named at a stretch of the text."""

    start: int
    end: int
    sentence: int
    meaning: Meaning


class Discourse:
    """The actors that a report names, in the order in which it does."""

    def __init__(self, registry: Registry, named: Iterable[Named], text: str) -> None:
        self._registry = registry
        self._named = sorted(named, key=lambda one: one.start)
        self._starts = [one.start for one in self._named]
        self._sentences = [one.sentence for one in self._named]
        self._text = text

    @property
    def named(self) -> Sequence[Named]:
        """Who is named where, in text order."""
        return self._named

    def named_in(self, first: int, last: int) -> Iterator[Named]:
        """Who is named in a few sentences, both numbers included."""
        low = bisect_left(self._sentences, first)
        for index in range(low, len(self._named)):
            if self._named[index].sentence > last:
                return
            yield self._named[index]

    def described(self, words: Sequence[str], start: int, sentence: int) -> Meaning | None:
        """Whom lower-case words without their article mean ("islamist group") that begin at `start`.

        A word of a name is a short form of it ("the committee"); else the kind of actor decides.
        """
        if list(words) in (["latter"], ["former"]):
            return self._of_two(words[0], start, sentence)
        *modifiers, head = words
        found = self._nearest(start, sentence, lambda one: self._bears(one, head)) if not modifiers else None
        if found is not None:
            return self._because(found, f"“the {head}” is a word of its name, which was given before")
        kinds = _KINDS.get(head)
        if kinds is None:
            return None
        preferred = _CHARACTERS.get(head)
        if preferred:
            found = self._nearest(
                start, sentence, lambda one: self._fits(one, head, kinds) and self._is(one, preferred)
            )
        if found is None and head not in _ONLY:
            found = self._nearest(start, sentence, lambda one: self._fits(one, head, kinds))
        return (
            self._because(found, f"named before, and can be called “the {' '.join(words)}”")
            if found
            else None
        )

    def _of_two(self, word: str, start: int, sentence: int) -> Meaning | None:
        """ "the latter": of two that the nearest sentence names, the second."""
        for row in self._before(start, sentence):
            groups = [one for one in row if self._fits(one, "group", _KINDS["group"])]
            if groups:
                if len({one.meaning.actor for one in groups}) != 2:
                    return None
                return self._because(
                    groups[-1 if word == "latter" else 0], f"the {word} of the two named before"
                )
        return None

    def _because(self, named: Named, reason: str) -> Meaning:
        meaning = named.meaning
        actor = self._registry.get(meaning.actor or "")
        name = actor.name if actor else meaning.name
        return Meaning(meaning.actor, f"{name}: {reason}", name=meaning.name)

    def _before(self, start: int, sentence: int) -> Iterator[list[Named]]:
        """Those named in the same sentence before, then in the one before it, and so on."""
        by_sentence: dict[int, list[Named]] = {}
        for index in range(bisect_left(self._starts, start) - 1, -1, -1):
            one = self._named[index]
            if one.sentence < sentence - _REACH:
                break
            if one.end <= start:
                by_sentence.setdefault(one.sentence, []).append(one)
        for number in sorted(by_sentence, reverse=True):
            yield by_sentence[number][::-1]

    def _nearest(self, start: int, sentence: int, fits: Callable[[Named], bool]) -> Named | None:
        """The first of the nearest sentence that names any; None where two stand there side by side."""
        beside = self._beside(start, sentence)
        for row in self._before(start, sentence):
            fitting = [one for one in row if fits(one)]
            if any(one.meaning.actor in beside for one in fitting):
                return None
            if not fitting:
                continue
            first = fitting[0]
            others = [one for one in fitting if one.meaning.actor != first.meaning.actor]
            if others and self._side_by_side(first, others[0]):
                return None
            return first
        return None

    def _beside(self, start: int, sentence: int) -> frozenset[str | None]:
        """Whom a description behind "alongside", "against" or "and" cannot mean: those of its clause before it."""
        if not _COMPANY.search(self._text[max(0, start - _BEFORE) : start]):
            return frozenset()
        clause = max(
            self._text.rfind(mark, 0, start - len(mark)) for mark in (". ", ";", ", which ", ", who ", "\n")
        )
        return frozenset(
            one.meaning.actor for one in self.named_in(sentence, sentence) if clause < one.start < start
        )

    def _side_by_side(self, one: Named, other: Named) -> bool:
        between = self._text[one.end : other.start]
        return (
            len(between) < 60
            and between.replace(",", " ").split()[-1:] in (["and"], ["or"], ["the"])
            and (" and " in between or " or " in between or "," in between)
            and len(between.split()) <= 4
        )

    def _bears(self, named: Named, head: str) -> bool:
        if head in _NAMELESS:
            return False
        singular = head.removesuffix("s")
        return any(
            word in (head, singular) or word.removesuffix("s") == singular
            for name in self._names(named)
            for word in key(name).split()
        )

    def _names(self, named: Named) -> Iterator[str]:
        """The names by which a report may have introduced an actor: its main one, and that which stands there."""
        actor = self._registry.get(named.meaning.actor or "")
        if actor is None:
            yield from filter(None, (named.meaning.name,))
        elif actor.kind not in (ActorKind.STATE, ActorKind.PERSON) and not _is_army(actor):
            yield actor.name
            yield self._text[named.start : named.end]

    def _fits(self, named: Named, head: str, kinds: frozenset[ActorKind]) -> bool:
        if _RULES.match(self._text, named.end):
            return False
        actor = self._registry.get(named.meaning.actor or "")
        if actor is None:
            return is_provisional(named.meaning.actor or "") and ActorKind.GROUP in kinds
        if actor.kind is ActorKind.FORCES and head in _IRREGULARS_TOO:
            return actor.character in _IRREGULAR or not _is_army(actor)
        if head == "group" and actor.character is Character.INTERGOVERNMENTAL:
            return False  # the United Nations are no "group", and a rights group is one
        if actor.kind is ActorKind.FORCES and head == "coalition":
            return actor.character is Character.COALITION
        return actor.kind in kinds

    def _is(self, named: Named, preferred: frozenset[Character]) -> bool:
        actor = self._registry.get(named.meaning.actor or "")
        return actor is not None and actor.character in preferred


def _is_army(actor: Actor) -> bool:
    """Whether it is one of a state's own forces, whose parent is the state."""
    return actor.kind is ActorKind.FORCES and actor.character in (
        Character.STATE_FORCE,
        Character.POLICE,
        None,
    )
