"""Weapons that a pronoun stands for: "a bomb, which killed two" is one, and an attack "which killed two" nobody.

Nobody either is a clinic whose bombing "that killed two" stands behind it, nor a "that" of which nobody can say what it
stands for.
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.model.readings import Mention
from harmattan.reading.events.agency import PARTIES
from harmattan.reading.events.joining import Found
from harmattan.reference.lexicon import Lexicon

_RELATIVE = frozenset(["that", "which"])
_PRONOUNS = frozenset(["which", "that", "it", "its", "this", "these", "those", "they"])


def armed(found: Found, lexicon: Lexicon) -> Found:
    """The event with what a pronoun among its actors stands for where it belongs."""
    event = found.event
    ends = {place.span.end for place in event.place}
    stands_in = [
        mention
        for mention in event.actor
        if _is_nobody(mention, event.type, lexicon) or _stands_for_a_place(mention, ends)
    ]
    if not stands_in:
        return found
    weapons = [mention for mention in stands_in if lexicon.weapon(_last_word(mention))]
    actors = tuple(mention for mention in event.actor if mention not in stands_in)
    new = tuple(mention for mention in weapons if not any(_same(mention, other) for other in event.weapon))
    return replace(found, event=replace(event, actor=actors, weapon=(*event.weapon, *new)))


def _stands_for_a_place(mention: Mention, ends: set[int]) -> bool:
    """Whether a "that" is given the place before it, as which nothing acts: "a strike in Gao that killed six"."""
    known = mention.antecedent
    return known is not None and mention.span.quote.lower() in _RELATIVE and known.end in ends


def _is_nobody(mention: Mention, type_: str, lexicon: Lexicon) -> bool:
    """Whether a pronoun stands for nothing that acts: for nothing known, for a weapon, an act or a building."""
    if mention.antecedent is None:
        return mention.span.quote.lower() in _RELATIVE
    word = _last_word(mention)
    return (
        type_ == "ASSAULT"
        and mention.span.quote.lower() in _PRONOUNS
        and (
            lexicon.weapon(word) is not None
            or bool(lexicon.entries(word, "NOUN"))
            or (mention.name.islower() and PARTIES.isdisjoint(lexicon.noun_class(word)))
        )
    )


def _last_word(mention: Mention) -> str:
    return mention.name.lower().split()[-1]


def _same(mention: Mention, other: Mention) -> bool:
    return mention.antecedent == other.span or mention.name.lower() == other.name.lower()
