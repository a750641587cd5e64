"""From a reading with names to a reading with actors and places: the first stage of resolution."""

from __future__ import annotations

from dataclasses import replace

from harmattan.model.readings import Body, Event, Mention, Place, Reading, Relation, Statement, Strength
from harmattan.reference.actors import Registry
from harmattan.reference.countries import Countries
from harmattan.reference.gazetteer import Gazetteer
from harmattan.resolution.actors.descriptions import Found
from harmattan.resolution.actors.linker import ActorLinker
from harmattan.resolution.context import Context
from harmattan.resolution.places.linker import Located, PlaceLinker
from harmattan.resolution.places.source_homes import Homes
from harmattan.resolution.places.toponyms import ToponymFinder

_AGAINST_PLACES = frozenset(("ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE"))
"""Event types whose recipient may be a town as such: there "Paris" does not stand for a government."""


class Linker:
    """Fills `Mention.actor` and the fields of `Place` below `name`; what is not known stays None.

    Keeps no state between documents but what it looked up: the same reading always gives the same result. `homes`
    says where sources are at home; without it the gazetteer does.
    """

    def __init__(
        self, registry: Registry, countries: Countries, gazetteer: Gazetteer, homes: Homes | None = None
    ) -> None:
        self._countries = countries
        self._actors = ActorLinker(registry, countries)
        known = gazetteer.homes() if homes is None else homes
        self._places = PlaceLinker(registry, countries, gazetteer, homes=known)
        self._toponyms = ToponymFinder(countries, gazetteer)

    def link(self, reading: Reading) -> Reading:
        """The same reading, its statements linked."""
        if not reading.statements:
            return reading
        context = Context(reading, self._countries)
        places = self._places.link_all(self._named(reading, context), context)
        context.locate(places.values())
        linked = _Linked(self._actors, context, places)
        return replace(reading, statements=tuple(map(linked.statement, reading.statements)))

    def located(self, reading: Reading) -> dict[Place, Located]:
        """Every place that the text names, with what spoke for the one that was chosen."""
        context = Context(reading, self._countries)
        return self._places.locate(self._named(reading, context), context)

    def everybody(self, reading: Reading) -> list[Found]:
        """Everybody the text names or describes, whether or not a statement speaks of them."""
        context = Context(reading, self._countries)
        context.locate(self._places.link_all(self._named(reading, context), context).values())
        return self._actors.named_in(context)

    def _named(self, reading: Reading, context: Context) -> list[Place]:
        """The places of the statements, and those that the text names beside them: they tell where the others are."""
        stated = _places(reading)
        covered = {offset for place in stated for offset in range(place.span.start, place.span.end)}
        beside = [
            toponym.place
            for toponym in self._toponyms.find(reading, context)
            if not toponym.demonym
            and covered.isdisjoint(range(toponym.place.span.start, toponym.place.span.end))
        ]
        return [*stated, *beside]


def _places(reading: Reading) -> list[Place]:
    found: list[Place] = []
    for statement in reading.statements:
        body = statement.body
        if isinstance(body, Relation):
            if isinstance(body.object, Place):
                found.append(body.object)
        else:
            found.extend(body.place)
    return found


class _Linked:
    """One document's statements, rewritten mention by mention; a mention met twice is looked up once."""

    def __init__(self, actors: ActorLinker, context: Context, places: dict[Place, Place]) -> None:
        self._actors = actors
        self._context = context
        self._places = places
        self._mentions: dict[tuple[Mention, bool], Mention] = {}

    def statement(self, statement: Statement) -> Statement:
        attribution = statement.attribution
        return replace(
            statement,
            body=self._body(statement.body),
            attribution=self._mention(attribution, metonyms=True) if attribution else None,
        )

    def _mention(self, mention: Mention, *, metonyms: bool = False) -> Mention:
        known = self._mentions.get((mention, metonyms))
        if known is None:
            known = self._actors.link(mention, self._context, metonyms=metonyms)
            self._mentions[mention, metonyms] = known
        return known

    def _all(self, mentions: tuple[Mention, ...], *, metonyms: bool = False) -> tuple[Mention, ...]:
        return tuple(self._mention(mention, metonyms=metonyms) for mention in mentions)

    def _located(self, places: tuple[Place, ...]) -> tuple[Place, ...]:
        return tuple(self._places[place] for place in places)

    def _body(self, body: Body) -> Body:
        match body:
            case Event():
                return replace(
                    body,
                    actor=self._all(body.actor, metonyms=True),
                    recipient=self._all(body.recipient, metonyms=body.type not in _AGAINST_PLACES),
                    target=self._all(body.target),
                    victim=self._all(body.victim),
                    weapon=body.weapon,
                    place=self._located(body.place),
                )
            case Strength():
                places = self._located(body.place)
                force = tuple(
                    self._actors.at(mention, places) for mention in self._all(body.force, metonyms=True)
                )
                return replace(body, force=force, place=places)
            case Relation():
                target = body.object
                return replace(
                    body,
                    subject=self._mention(body.subject, metonyms=True),
                    object=self._places[target]
                    if isinstance(target, Place)
                    else self._mention(target, metonyms=True),
                )
