"""Whether two claims of one document mean the same, and where they differ, in words.

Words are compared by what they were understood to mean, not by where they stand: an actor by the registry's id or else
by name, a place by the gazetteer's id or else by name, a time by its days and precision, a number by its count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import product

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Number, Place, PlaceKind, Relation, Strength, Time

_WORDS = frozenset({"trigger"})
"""Fields that say where a claim stands, not what it says."""

_EXACT = frozenset({"type", "relation", "status", "modality"})
_COMPATIBLE = frozenset({"mode", "place", "time", "actor", "recipient", "force", "subject", "object"})
"""Fields that tell which happening a claim is about: what may not change in them, and what may not contradict."""


def at_the_same_words(one: Claim, other: Claim) -> bool:
    """Whether two claims of one kind and document rest on the same words, so that they are two readings of them."""
    match one.body, other.body:
        case Event() as left, Event() as right:
            return left.trigger.overlaps(right.trigger)
        case Strength() as left, Strength() as right:
            return left.size.span.overlaps(right.size.span)
        case Relation() as left, Relation() as right:
            sides = ((left.subject, right.subject), (left.object, right.object))
            return all(a.span.overlaps(b.span) for a, b in sides)
    return False


def in_the_same_sentence(one: Claim, other: Claim) -> bool:
    """Whether the first sentences of the two share a word, where they are of one kind."""
    if one.kind is not other.kind or not one.statement.evidence or not other.statement.evidence:
        return False
    return one.statement.evidence[0].overlaps(other.statement.evidence[0])


def differences(old: Claim, new: Claim) -> dict[str, str]:
    """The fields in which two claims of one kind do not mean the same: "killed: 14 then, 13 now"."""
    return {
        name: f"{name}: {_said(was)} then, {_said(is_)} now"
        for name, was, is_ in _pairs(old, new)
        if not same(was, is_)
    }


def contradictions(old: Claim, new: Claim) -> dict[str, str]:
    """The fields by which the two are not about one happening, strength or relation, in the same words."""
    return {
        name: f"{name}: {_said(was)} then, {_said(is_)} now"
        for name, was, is_ in _pairs(old, new)
        if (name in _EXACT and not same(was, is_)) or (name in _COMPATIBLE and not _compatible(was, is_))
    }


def field_of(claim: Claim, name: str) -> object:
    """What a claim says in a field of the claims format; None for one that its kind does not have."""
    match name:
        case "modality":
            return claim.modality
        case "attribution":
            return claim.statement.attribution
        case "evidence":
            return tuple(span.quote for span in claim.statement.evidence)
    return getattr(claim.body, name, None)


def _pairs(old: Claim, new: Claim) -> Iterator[tuple[str, object, object]]:
    names = [field.name for field in fields(old.body) if field.name not in _WORDS]
    for name in ("modality", "attribution", *names):
        yield name, field_of(old, name), field_of(new, name)


def same(one: object, other: object) -> bool:
    """Whether two values of a field mean the same; lists whatever their order."""
    match one, other:
        case tuple(), tuple():
            rest = list(other)
            for value in one:
                found = next((index for index, candidate in enumerate(rest) if same(value, candidate)), None)
                if found is None:
                    return False
                del rest[found]
            return not rest
        case Mention(), Mention():
            return one.actor == other.actor if one.actor and other.actor else _alike(one.name, other.name)
        case Place(), Place():
            return one.id == other.id if one.id and other.id else _alike(one.name, other.name)
        case Time(), Time():
            return one.period == other.period
        case Number(), Number():
            return one.count == other.count
    return one == other


def _compatible(one: object, other: object) -> bool:
    """Whether two values could be said of one thing; what is not told contradicts nothing."""
    if not one or not other:
        return True
    match one, other:
        case tuple(), tuple():
            return any(_compatible(left, right) for left, right in product(one, other))
        case Mention(), Mention():
            return not (one.actor and other.actor) or one.actor == other.actor
        case Place(), Place():
            wide = PlaceKind.COUNTRY in (one.kind, other.kind)
            return same(one, other) or (wide and one.country is not None and one.country == other.country)
        case Time(), Time():
            resolved = one.period.resolved and other.period.resolved
            return not resolved or one.period.overlaps(other.period)
    return one == other


def _alike(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _said(value: object) -> str:
    match value:
        case None | ():
            return "nothing"
        case tuple():
            return ", ".join(map(_said, value))
        case Mention(name=name, actor=str(actor)) | Place(name=name, id=str(actor)):
            return f"{name} ({actor})"
        case Mention(name=name) | Place(name=name):
            return name
        case Time(span=span, period=period) if period.resolved:
            days = f"{period.earliest or '…'} to {period.latest or '…'}"
            return f"“{span.quote}” ({period.earliest if period.earliest == period.latest else days})"
        case Time(span=span) | Number(span=span):
            return f"“{span.quote}”"
    return str(value)
