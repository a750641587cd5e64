"""Anything with an id, with what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from harmattan.engine.project import Project
from harmattan.engine.surroundings import surroundings
from harmattan.errors import UnknownId
from harmattan.model.claims import Claim, ClaimKind, Rejection
from harmattan.model.judgements import Judgement
from harmattan.model.text import Document
from harmattan.model.world import Actor, Incident
from harmattan.reference.actors import Registry, load_registry
from harmattan.resolution.judgements.derivation import derive
from harmattan.store.store import Store


@dataclass(frozen=True, slots=True)
class Named:
    """A place or country: known to the store by the claims that name it."""

    id: str


Thing = Document | Claim | Judgement | Incident | Actor | Named


@dataclass(frozen=True, slots=True)
class Found:
    """A thing, and what belongs to it.

    A document's claims are those it makes, an incident's those that tell it, a judgement's those it is about, an
    actor's, place's or country's those that name it; a claim has none.
    """

    thing: Thing
    claims: Sequence[Claim] = ()
    rejections: Sequence[Rejection] = ()
    judgements: Sequence[Judgement] = ()


def show(folder: Path, thing: str) -> Found:
    """Find a document, claim, judgement, incident, actor, place or country of a project by its id.

    Raises `ProjectError`, `StoreError`, `UnknownId`.
    """
    project = Project.open(folder)
    with project.store() as store:
        return find(store, thing, project.registry)


def find(store: Store, thing: str, registry: Registry | None = None) -> Found:
    """Find by id in a store, and actors in a registry, the package's where none is given. Raises `UnknownId`."""
    try:
        value = store.find(thing)
    except UnknownId:
        return _derived(store, thing, registry or load_registry())
    match value:
        case Document():
            return Found(value, store.claims_of(thing), store.rejections(thing))
        case Claim():
            return Found(value, judgements=store.judgements_on(thing))
        case Judgement():
            claims = store.claims_by_id(value.sides)
            return Found(value, [claims[side] for side in value.sides if side in claims])


def _derived(store: Store, thing: str, registry: Registry) -> Found:
    if thing.startswith("i") and (found := _incident(store, thing)):
        return found
    claims = _events_first(store.claims_about(thing))
    actor = registry.get(thing)
    if actor is not None:
        return Found(actor, claims)
    if claims:
        return Found(Named(thing), claims)
    raise UnknownId(
        thing,
        "nothing in the store has this id",
        "ids are those of claims, documents, incidents, judgements, actors",
    )


def _incident(store: Store, thing: str) -> Found | None:
    """The incident with this id, or the one that a retired id leads to. Raises `UnknownId` if it leads nowhere."""
    held = derive(surroundings(store, [thing]).memory)
    wanted = held.redirects.get(thing, thing)
    if wanted is None:
        raise UnknownId(
            thing,
            "nothing is held of this incident any more",
            "its claims were held to be wrong, or the reader of today does not read them",
        )
    for incident in held.incidents:
        if incident.id == wanted:
            claims = {claim.id: claim for claim in held.claims}
            told = [claims[claim] for claim in (*incident.claim_ids, *incident.dissent)]
            judged = {
                judgement.id: judgement
                for one in (*(claim.id for claim in told), incident.id, *incident.former_ids)
                for judgement in store.judgements_on(one)
            }
            return Found(incident, told, judgements=sorted(judged.values(), key=lambda one: (one.at, one.id)))
    return None


def _events_first(claims: list[Claim]) -> list[Claim]:
    """Events, then strengths, then relations, each by the day they were printed."""
    kinds = list(ClaimKind)
    return sorted(claims, key=lambda claim: (kinds.index(claim.kind), claim.document.published or date.max))
