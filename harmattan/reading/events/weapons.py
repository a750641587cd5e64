"""Weapons that a pronoun stands for: "a bomb, which killed two" is one, and an attack "which killed two" nobody."""

from __future__ import annotations

from dataclasses import replace

from harmattan.model.readings import Mention
from harmattan.reading.events.joining import Found
from harmattan.reference.lexicon import Lexicon

_PRONOUNS = frozenset(["which", "that", "it", "its", "this", "these", "those", "they"])


def armed(found: Found, lexicon: Lexicon) -> Found:
    """The event with what a pronoun among its actors stands for where it belongs."""
    event = found.event
    stands_in = [mention for mention in event.actor if mention.antecedent and _is_thing(mention, lexicon)]
    if event.type != "ASSAULT" or not stands_in:
        return found
    weapons = [mention for mention in stands_in if lexicon.weapon(_last_word(mention))]
    actors = tuple(mention for mention in event.actor if mention not in stands_in)
    new = tuple(mention for mention in weapons if not any(_same(mention, other) for other in event.weapon))
    return replace(found, event=replace(event, actor=actors, weapon=(*event.weapon, *new)))


def _is_thing(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a pronoun stands for a weapon or for an act."""
    word = _last_word(mention)
    return mention.span.quote.lower() in _PRONOUNS and (
        lexicon.weapon(word) is not None or bool(lexicon.entries(word, "NOUN"))
    )


def _last_word(mention: Mention) -> str:
    return mention.name.lower().split()[-1]


def _same(mention: Mention, other: Mention) -> bool:
    return mention.antecedent == other.span or mention.name.lower() == other.name.lower()
