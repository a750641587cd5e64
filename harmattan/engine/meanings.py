"""Whom or what words of a document were taken to mean, and why: actors by their own reasons, places by the ranker's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.engine.asking import Stretch
from harmattan.engine.coders import HouseCoder
from harmattan.engine.project import Project
from harmattan.errors import HarmattanError
from harmattan.model.readings import Mention, Place, Reading
from harmattan.model.text import Span
from harmattan.reference.actors import Registry
from harmattan.resolution.places.linker import Located
from harmattan.resolution.places.reasons import in_words

NOBODY = "no actor: the registry has nobody of this name, and the text does not tell whom the words describe"


@dataclass(frozen=True, slots=True)
class Said:
    """What some words were taken to mean."""

    span: Span
    what: str
    """ "actor" or "place"."""
    name: str
    """The best name the document gives."""
    id: str | None
    known_as: str | None
    """The registry's or the gazetteer's own name for it."""
    antecedent: Span | None
    """The words that the name was taken from."""
    reason: str
    person: str | None = None
    """The registry's id of the office holder by whom the actor is named."""


def meanings(stretch: Stretch, project: Project) -> Iterator[Said]:
    """What claims took the words of a stretch to mean, each meaning once.

    Places are looked up again with the house reader, which is loaded for it: what spoke for a place is not stored.
    """
    met: set[tuple[Span, str, str | None]] = set()
    located: dict[tuple[int, int], Located] | None = None
    for read in stretch.read:
        if isinstance(read, Place):
            if located is None:
                located = _located(stretch, project)
            said = _place(read, located)
        else:
            said = _actor(read, project.registry)
        if (key := (said.span, said.what, said.id)) not in met:
            met.add(key)
            yield said


def _actor(mention: Mention, registry: Registry) -> Said:
    known = registry.get(mention.actor) if mention.actor else None
    reason = mention.reason or ("found in the registry" if mention.actor else NOBODY)
    return Said(
        mention.span,
        "actor",
        mention.name,
        mention.actor,
        known.name if known else None,
        mention.antecedent,
        reason,
        mention.person,
    )


def _place(place: Place, located: dict[tuple[int, int], Located]) -> Said:
    found = located.get((place.span.start, place.span.end))
    location = found.choice.location if found and found.choice else None
    return Said(
        place.span,
        "place",
        place.name,
        place.id,
        location.name if location else None,
        None,
        _why_there(place, found),
    )


def _why_there(place: Place, found: Located | None) -> str:
    if found is not None and found.choice is not None:
        reason = in_words(found.choice)
        chosen = found.choice.location.id if found.choice.location else None
        if place.id != chosen:
            reason += "; the claim was read otherwise, by an older reader or gazetteer"
        return reason
    if place.id is None:
        return "no place: the gazetteer has none of this name that is likely enough"
    if place.id.startswith("country:"):
        part = place.id.count(":") > 1
        return "part of a country, by its name" if part else "a country, by its name"
    if place.radius_km is not None:
        return f"an area told by other places, within {place.radius_km:g} km"
    return "its words name one place only"


def _located(stretch: Stretch, project: Project) -> dict[tuple[int, int], Located]:
    """All places of the document with what spoke for them; none where it cannot be read now."""
    coder = HouseCoder(project.settings.gazetteer, project.actors_path)()
    locate = getattr(coder.linker, "located", None)
    if locate is None:
        return {}
    try:
        reading: Reading = coder.reader.read(stretch.document)
    except HarmattanError:
        return {}
    return {(place.span.start, place.span.end): found for place, found in locate(reading).items()}
