"""Whether an expression and an entity can be one: number, gender, kind, and what the registry knows."""

from __future__ import annotations

from collections.abc import Sequence

from harmattan.reading.coreference.antecedents import Entity
from harmattan.reading.coreference.noun_kinds import INSTITUTIONS, SORTS, Kind
from harmattan.reading.coreference.referring import PRONOUNS, Expression, Form, Part

SPEAKERS = frozenset(["i", "we", "you"])
"""Pronouns of who speaks and who is spoken to."""
_LANDS = frozenset(["island", "region", "territory"])


def agrees(expression: Expression, entity: Entity) -> bool:
    """Whether number, gender and kind allow a pronoun to stand for an entity."""
    base = PRONOUNS[expression.word]
    if entity.pronoun in SPEAKERS and entity.named is None:
        return False
    if base in {"he", "she"}:
        if entity.kind not in {Kind.PERSON, None} or entity.last.form is Form.LIST:
            return False
        if entity.pronoun in {"it", "they"} or (
            entity.kind is None and entity.named is None and not entity.pronoun
        ):
            return False
        return entity.gender in {None, expression.gender} and entity.plural is not True
    if base == "it":
        if entity.kind is Kind.PERSON or entity.pronoun in {"he", "she", "they"}:
            return False
        return not (entity.settled and entity.plural)
    if entity.pronoun in {"he", "she", "it"}:
        return False
    if entity.kind is Kind.PERSON and entity.named is not None:
        return False
    return entity.plural is not False or entity.kind is Kind.GROUP or not entity.settled


def could_be(expression: Expression, entity: Entity) -> bool:
    """Whether a description and an entity that was never called so are of kinds that go together."""
    if entity.named is None and expression.word not in entity.words:
        return False
    if _is_whose_man(expression, entity):
        return False
    if expression.word in entity.described:
        return True
    if expression.kind is None or entity.kind is None or (expression.plural and entity.kind is Kind.PERSON):
        return False
    if expression.kind is entity.kind:
        return True
    kinds = {expression.kind, entity.kind}
    return kinds in ({Kind.COUNTRY, Kind.PLACE}, {Kind.GROUP, Kind.COUNTRY}) or (
        expression.plural is True and kinds == {Kind.PERSON, Kind.GROUP}
    )


def _is_whose_man(expression: Expression, entity: Entity) -> bool:
    """Whether a body's name only says whose man somebody is: "the army" is not "army spokesman Ali Diallo"."""
    bodily = expression.kind is Kind.GROUP and not expression.plural
    return bodily and entity.kind is Kind.PERSON and expression.word not in entity.words


_ARMIES = frozenset(["army", "military"])
_REBELLING = frozenset(
    "liberation resistance revolutionary people people's lord lord's independence free salvation arakan kachin".split()
)


def safely_is(expression: Expression, entity: Entity) -> bool:
    """Whether a description can be told to be an entity.

    What many have one of ("the army") must have been called so, and whom the registry knows as a company is no "group".
    """
    if expression.form is Form.PRONOUN:
        return True
    if expression.plural and not entity.plural:
        return False
    if expression.word in _ARMIES and _is_of_rebels(entity):
        return False
    if expression.word in entity.words or expression.word in entity.described:
        return True
    if entity.sort and entity.sort not in SORTS.get(expression.word, {entity.sort}):
        return False
    if expression.word in INSTITUTIONS:
        return False
    kinds = {expression.kind, entity.kind}
    return len(kinds) == 1 or (expression.word in _LANDS and kinds == {Kind.COUNTRY, Kind.PLACE})


def _is_of_rebels(entity: Entity) -> bool:
    """Whether a name says that its army is none of a state's: "the army" is not the National Liberation Army."""
    return not _REBELLING.isdisjoint(entity.described)


def topic_called(expression: Expression, at_hand: Sequence[Entity]) -> Entity | None:
    """Whom a bare "the group" takes up: the last of its kind, if it was named as a subject at most a sentence ago."""
    plain = (
        expression.form is Form.DEFINITE and expression.stop == expression.head + 1 and not expression.plural
    )
    if not plain or expression.word not in SORTS:
        return None
    nearest = next((entity for entity in at_hand if entity.kind is expression.kind), None)
    if nearest is None or nearest.named is None or nearest.last.part not in {Part.SUBJECT, Part.PASSIVE}:
        return None
    near = expression.sentence - nearest.last.sentence <= 1
    return nearest if near and safely_is(expression, nearest) else None


def may_be_said_of(entity: Entity, noun: Expression) -> bool:
    """Whether a noun in apposition can be what an entity is: no city is an armed group, whatever the tree says."""
    kinds = {entity.kind, noun.kind}
    sited, acting = {Kind.COUNTRY, Kind.PLACE}, {Kind.GROUP, Kind.PERSON}
    return None in kinds or len(kinds) == 1 or kinds <= sited or kinds <= acting or Kind.THING in kinds


def may_be_named(entity: Entity, name: Expression) -> bool:
    """Whether a name beside an entity can be its own: "the capital, Bamako", and not "games (Miller, 2004)"."""
    if entity.named is not None:
        return False
    sited = {Kind.GROUP, Kind.COUNTRY, Kind.PLACE}
    return entity.kind is name.kind or {entity.kind, name.kind} <= sited or (
        {entity.kind, name.kind} <= {None, Kind.GROUP, Kind.THING}
    )  # fmt: skip
