"""Relations between two stretches of one document: from the corpus, from our claims, and which of them agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from harmattan.model.readings import Event, Mention, Modality, Place, Relation, RelationKind, Statement

SYMMETRIC = frozenset(["FightingAgainst", "AlliesOf", "IsSynonymOf"])
"""Types of which the corpus gives now one direction, now the other, now both."""
_OURS = {
    RelationKind.ALLIED_WITH: "AlliesOf",
    RelationKind.SUPPORTS: "AlliesOf",
    RelationKind.HOSTILE_TO: "FightingAgainst",
    RelationKind.PART_OF: "BelongsTo",
    RelationKind.LED_BY: "InChargeOf",
    RelationKind.CONTROLS: "InChargeOf",
    RelationKind.ALIAS: "IsSynonymOf",
}
_TURNED = frozenset([RelationKind.LED_BY])
"""Kinds whose object is the corpus's source: who leads."""
_AGAINST_PERSONS = frozenset(["abduct", "arrest"])
_ARTICLES = ("the ", "a ", "an ")

Stretch = tuple[int, int]
Stretches = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation of a type from one argument to another; ends of stretches are exclusive.

    An argument is one stretch, or for "the group" and "which" of our claims also the stretch they stand for.
    """

    type: str
    source: Stretches
    target: Stretches

    def same(self, other: Pair) -> bool:
        """Type and both arguments are equal, in either order where the type is symmetric."""
        return any(
            self.type == turned.type
            and not set(self.source).isdisjoint(turned.source)
            and not set(self.target).isdisjoint(turned.target)
            for turned in other.readings()
        )

    def touches(self, other: Pair) -> int:
        """Characters shared with a relation of the same type whose arguments both overlap; 0 where one does not."""
        return max(self._shared(turned) for turned in other.readings()) if self.type == other.type else 0

    def inside(self, other: Pair) -> bool:
        """Whether both arguments are parts of another's: "the group" hit, and "the group's camps" hit."""
        return self is not other and any(
            self.type == turned.type
            and _within(self.source, turned.source)
            and _within(self.target, turned.target)
            for turned in other.readings()
        )

    def readings(self) -> Iterator[Pair]:
        """The pair, and the pair turned round where its type is symmetric."""
        yield self
        if self.type in SYMMETRIC:
            yield replace(self, source=self.target, target=self.source)

    def _shared(self, other: Pair) -> int:
        source, target = _overlap(self.source, other.source), _overlap(self.target, other.target)
        return source + target if source and target else 0


def _overlap(one: Stretches, other: Stretches) -> int:
    return max(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _within(one: Stretches, other: Stretches) -> bool:
    return any(b[0] <= a[0] and a[1] <= b[1] for a in one for b in other)


def unique(pairs: Iterable[Pair]) -> list[Pair]:
    """Each pair once; of a symmetric type in one direction."""
    kept: list[Pair] = []
    for pair in pairs:
        if not any(pair.same(other) for other in kept):
            kept.append(pair)
    return kept


def bare(text: str, stretch: Stretch) -> Stretch:
    """A stretch without white space at its ends and a leading article, which no mention of ours has."""
    start, end = stretch
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for article in _ARTICLES:
        if text[start:end].lower().startswith(article):
            return start + len(article), end
    return start, end


def annotated(text: str, rows: Sequence[Mapping[str, Any]], types: Sequence[str]) -> list[Pair]:
    """The relations of these types that the corpus gives for a document, in its order."""
    return unique(
        Pair(
            row["type"],
            (bare(text, (row["sourceBegin"], row["sourceEnd"])),),
            (bare(text, (row["targetBegin"], row["targetEnd"])),),
        )
        for row in rows
        if row["type"] in types
    )


def claimed(text: str, statements: Iterable[Statement]) -> list[Pair]:
    """What our claims say in the corpus's terms; what is denied is left out, what two claims say is one relation."""
    said = unique(
        Pair(type_, _stretches(text, source), _stretches(text, target))
        for statement in statements
        if statement.modality is not Modality.DENIED
        for type_, source, target in _said(statement)
    )
    return [pair for pair in said if not any(pair.inside(other) and not other.inside(pair) for other in said)]


def _stretches(text: str, party: Mention | Place) -> Stretches:
    antecedent = party.antecedent if isinstance(party, Mention) else None
    return tuple(bare(text, (span.start, span.end)) for span in (party.span, antecedent) if span)


def _said(statement: Statement) -> Iterator[tuple[str, Mention, Mention | Place]]:
    body = statement.body
    if isinstance(body, Relation):
        type_ = _OURS.get(body.relation)
        if type_ is not None and body.relation not in _TURNED:
            yield type_, body.subject, body.object
        elif type_ is not None and isinstance(body.object, Mention):
            yield type_, body.object, body.subject
    elif isinstance(body, Event):
        for type_, sources, targets in _done(body):
            yield from ((type_, source, target) for source in sources for target in targets)


def _done(event: Event) -> Iterator[tuple[str, Sequence[Mention], Sequence[Mention | Place]]]:
    """What an act of force says of its parties; a weapon that hits a party stands for an actor who is not named."""
    others = (*event.recipient, *event.target, *event.victim)
    if event.type == "ASSAULT":
        # Who destroys or burns a thing fights its owner, and the corpus gives the thing to the owner alone.
        foes = (*event.recipient, *event.victim) if event.mode == "destroy" else others
        yield "FightingAgainst", event.actor, foes
        yield "FightingAgainst", () if event.actor else event.weapon, event.recipient
        yield "InChargeOf", event.actor, event.weapon
    elif event.type == "COERCE" and event.mode == "seize":
        yield "FightingAgainst", event.actor, event.recipient
        yield "InChargeOf", event.actor, event.target or event.place
    elif event.type == "COERCE" and event.mode in _AGAINST_PERSONS:
        yield "FightingAgainst", event.actor, others


def matched(gold: Sequence[Pair], found: Sequence[Pair]) -> dict[Pair, Pair]:
    """Found pairs with the gold pair each agrees with by overlap; no gold pair is taken twice, the closest first."""
    close = sorted(
        (
            (shared, f, g)
            for f, one in enumerate(found)
            for g, two in enumerate(gold)
            if (shared := one.touches(two))
        ),
        key=lambda match: (not found[match[1]].same(gold[match[2]]), -match[0], match[1], match[2]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, f, g in close:
        if f not in pairs and g not in taken:
            pairs[f] = g
            taken.add(g)
    return {found[f]: gold[g] for f, g in pairs.items()}
