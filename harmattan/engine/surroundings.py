"""What a store holds around the things that somebody asks about, when the rest has no bearing on the answer.

An analyst asks about two claims of a million. What is said of them is derived from the claims that are joined with
them, those that they were compared with, and all that analysts ever spoke of; by the same pure function as for a whole
store.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from harmattan.engine.asking import ID, SHORTEST, called, id_of_address
from harmattan.engine.desks import Desk
from harmattan.engine.incidents import closed, programs_of_today, remembered
from harmattan.engine.judging import all_compared
from harmattan.model.text import Document
from harmattan.model.world import Incident
from harmattan.resolution.actors.provisional import is_provisional
from harmattan.resolution.judgements.derivation import Memory, derive
from harmattan.store.naming import cards, ids_from
from harmattan.store.resolving import Resolving
from harmattan.store.store import Store

_OF_DOCUMENT = re.compile(r"(?P<document>d[0-9a-f]{4,16})(?P<rest>:.*)", re.S)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """As much of a store's memory as bears on some things, or all of it."""

    memory: Memory
    log: Memory
    """The same with all that programs of whatever version ever held."""
    documents: Sequence[Document]
    """Those asked about, or all."""
    things: tuple[str, ...]
    """What was asked about, by whole ids where that was found out."""


def surroundings(store: Store, things: Sequence[str], *, compared: bool = False) -> Surroundings:
    """What bears on these things: ids, beginnings of ids, addresses, titles, words of documents.

    `compared`: with all claims that they were compared with, too. All of the store where a thing is not found by its
    name alone, so that whoever asks can be told what is nearest.
    """
    found = [_found(store, thing.strip()) for thing in things]
    resolving = Resolving(store)
    known = [one for one in found if one is not None]
    if len(known) < len(found) or (compared and not all_compared(resolving)):
        memory = remembered(store)
        return Surroundings(memory, memory, store.documents(), tuple(things))
    desk, programs = Desk(store), programs_of_today(resolving)
    documents = [store.document(one.id) for one in known if one.id.startswith("d")]
    seeds = {one.id for one in known if not one.id.startswith("d")}
    seeds |= resolving.read_from([document.id for document in documents])
    analysts = {side for judgement in resolving.analysts_judgements() for side in judgement.sides}
    memory = _memory(desk, seeds, analysts, programs)
    if compared:
        own = (one for one in derive(memory).incidents if seeds.intersection(_names(one)))
        claims = {claim for incident in own for claim in (*incident.claim_ids, *incident.dissent)}
        memory = _memory(desk, seeds | desk.met(claims), analysts, programs)
    ever = desk.resolving.judgements_among({claim.id for claim in memory.claims}, resolving.programs())
    log = replace(memory, judgements=[*ever, *resolving.analysts_judgements()])
    return Surroundings(memory, log, documents, tuple(one.id + one.rest for one in known))


def claims_about(store: Store, things: Set[str]) -> Memory:
    """What bears on all incidents that name one of these actors or places, by their ids, or countries ("country:ML").

    Whom else an analyst holds to be one of the actors is among them.
    """
    resolving = Resolving(store)
    analysts = {side for judgement in resolving.analysts_judgements() for side in judgement.sides}
    seeds = resolving.naming(things | {side for side in analysts if is_provisional(side)})
    return _memory(Desk(store), seeds, analysts, programs_of_today(resolving))


def _memory(desk: Desk, seeds: Set[str], analysts: Set[str], programs: Sequence[str]) -> Memory:
    world = closed(desk.resolving, seeds, analysts, programs)
    return desk.memory(replace(world, analysts=True))


def _names(incident: Incident) -> tuple[str, ...]:
    """What it is asked for by."""
    return (incident.id, *incident.former_ids, *incident.claim_ids, *incident.dissent)


@dataclass(frozen=True, slots=True)
class _Found:
    id: str
    rest: str = ""
    """What follows the id of a document: which of its words."""


def _found(store: Store, thing: str) -> _Found | None:
    """The one thing of that name, as far as a look at names tells."""
    thing = id_of_address(thing) or thing
    rest = ""
    if match := _OF_DOCUMENT.fullmatch(thing):
        thing, rest = match["document"], match["rest"]
    if ID.fullmatch(thing):
        ids = ids_from(store, thing) if len(thing) > SHORTEST else []
        return _Found(ids[0], rest) if len(ids) == 1 or thing in ids else None
    named = called(thing, cards(store))
    return _Found(named[0].id) if len(named) == 1 else None
