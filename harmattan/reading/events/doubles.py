"""Parties of one act that its tellings call differently: "Ana Ruiz" and "Ruiz", "six priests" and "the priests"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from harmattan.model.readings import Mention
from harmattan.reading.events.joining import Found
from harmattan.reading.events.retelling import Tellings
from harmattan.reading.numbers.numerals import numerals

_FIELDS = ("actor", "recipient", "target", "victim", "weapon")
_EMPTY = frozenset(
    "a an the of several some many all other others more two both at least about his her its their".split()
)
"""Words that tell nothing of who or what it is."""


def without_doubles(told: Tellings, found: Found) -> Found:
    """The event, of those that its fields name twice the fuller name only."""
    event = found.event
    fields = {name: getattr(event, name) for name in _FIELDS}
    kept = {name: _once(told, mentions) for name, mentions in fields.items() if len(mentions) > 1}
    changed: dict[str, Any] = {name: mentions for name, mentions in kept.items() if mentions != fields[name]}
    return replace(found, event=replace(event, **changed)) if changed else found


def _once(told: Tellings, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in mentions:
        at = next((at for at, other in enumerate(kept) if _are_one(told, other, mention)), None)
        if at is None:
            kept.append(mention)
        elif told.persons((mention,)) and len(_content(mention)) > len(_content(kept[at])):
            kept[at] = mention
    return tuple(kept)


def _are_one(told: Tellings, one: Mention, two: Mention) -> bool:
    names, others = told.persons((one,)), told.persons((two,))
    if names and others:
        return told.same_person(names, others)
    if names or others or told.is_named(one.span) or told.is_named(two.span):
        return False
    words, again = _content(one), _content(two)
    if not (words and again) or words[-1] != again[-1] or _counted_apart(one, two):
        return False
    return set(words) <= set(again) or set(again) <= set(words)


def _content(mention: Mention) -> list[str]:
    """The words of a mention up to its head that say who or what it is, in the singular."""
    quote = mention.span.quote
    for number in numerals(quote, 0, len(quote)):
        quote = quote[: number.start] + " " * (number.end - number.start) + quote[number.end :]
    words = quote.lower().split()
    words = words[: words.index("of")] if "of" in words[1:] else words
    return [word.removesuffix("s") for word in words if word not in _EMPTY]


def _counted_apart(one: Mention, two: Mention) -> bool:
    """Whether both are counted, and otherwise."""
    counts = [[n.value for n in numerals(m.span.quote, 0, len(m.span.quote))] for m in (one, two)]
    return all(counts) and counts[0] != counts[1]
