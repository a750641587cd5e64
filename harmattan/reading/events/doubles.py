"""Parties of one act that its tellings call differently: "Ana Ruiz" and "Ruiz", "six priests" and "the priests"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from harmattan.model.readings import Mention
from harmattan.model.text import Span
from harmattan.reading.events.joining import Found
from harmattan.reading.events.retelling import Tellings
from harmattan.reading.numbers.numerals import numerals

_FIELDS = ("actor", "recipient", "target", "victim", "weapon")
_EMPTY = frozenset(
    "a an the of several some many all other others more two both at least about his her its their".split()
)
"""Words that tell nothing of who or what it is."""


def without_doubles(told: Tellings, found: Found) -> Found:
    """The event, of those that its fields name in two sentences the fuller name only."""
    event = found.event
    if event.type != "ASSAULT" or len(found.evidence) < 2:
        return found
    fields = {name: getattr(event, name) for name in _FIELDS}
    kept = {
        name: _once(told, mentions, found.evidence) for name, mentions in fields.items() if len(mentions) > 1
    }
    changed: dict[str, Any] = {name: mentions for name, mentions in kept.items() if mentions != fields[name]}
    return replace(found, event=replace(event, **changed)) if changed else found


def _once(told: Tellings, mentions: Sequence[Mention], sentences: Sequence[Span]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in mentions:
        apart = (at for at, other in enumerate(kept) if not _together(other, mention, sentences))
        at = next((at for at in apart if _are_one(told, kept[at], mention)), None)
        if at is None:
            kept.append(mention)
        elif told.persons((mention,)) and len(_content(mention)) > len(_content(kept[at])):
            kept[at] = mention
    return tuple(kept)


def _together(one: Mention, two: Mention, sentences: Sequence[Span]) -> bool:
    """Whether two mentions stand in one sentence, which names nobody twice."""
    return any(one.span in sentence and two.span in sentence for sentence in sentences)


def _are_one(told: Tellings, one: Mention, two: Mention) -> bool:
    names, others = told.persons((one,)), told.persons((two,))
    if names and others:
        return told.same_person(names, others)
    if names or others or told.is_named(one.span) or told.is_named(two.span):
        return False
    words, again = _content(one), _content(two)
    if not (words and again) or words[-1] != again[-1] or _counted_apart(one, two) or _of_others(one, two):
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


def _of_others(one: Mention, two: Mention) -> bool:
    """Whether both are said to be of something, and not of the same: "the commander of the north"."""
    wholes = [m.span.quote.lower().partition(" of ")[2] for m in (one, two)]
    return all(wholes) and wholes[0] != wholes[1]


def _counted_apart(one: Mention, two: Mention) -> bool:
    """Whether both are counted, and otherwise."""
    counts = [[n.value for n in numerals(m.span.quote, 0, len(m.span.quote))] for m in (one, two)]
    return all(counts) and counts[0] != counts[1]
