"""Acts told by one verb for several places: "killed 70 people in Gabou and 30 in Waro" are two acts of one verb."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from harmattan.model.readings import Number, Place
from harmattan.reading.events.joining import Found
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.places.named import PlaceMark

_AND = frozenset(["and", ",", "or", ";"])
_IN = frozenset(["in", "at", "near", "outside", "around"])
_FARTHEST = 2
"""How many words a place may begin behind its preposition: "in the Plateau"."""


def apart(line: Line, found: Found) -> list[Found]:
    """The event, and one more for every further number that only a place stands behind."""
    counts = found.predicate.counts
    own = getattr(found.event, counts) if counts is not None else None
    if own is None or found.event.type != "ASSAULT" or not found.event.place:
        return [found]
    further = list(_further(line, found, own))
    if not further:
        return [found]
    stretches = [*(line.tokens_of(quantity.span)[0] for quantity, _ in further), len(line.sentence)]
    marks = {mark.place: mark for mark in line.places}
    first = tuple(
        place for place in found.event.place if place not in marks or marks[place].first < stretches[0]
    )
    if not first:
        return [found]
    acts = [replace(found, event=replace(found.event, place=first))]
    for (quantity, mark), stop in zip(further, stretches[1:], strict=True):
        there: tuple[Place, ...] = tuple(
            one.place for one in line.places if mark.first <= one.first < stop and one.preposition
        )
        more: dict[str, Any] = dict.fromkeys(("killed", "wounded", "abducted"))
        more[str(counts)] = Number(quantity.span, quantity.count)
        acts.append(replace(found, event=replace(found.event, place=there, victim=(), recipient=(), **more)))
    return acts


def _further(line: Line, found: Found, own: Number) -> Iterator[tuple[Quantity, PlaceMark]]:
    """The numbers behind an event's own that nothing stands behind but a place, no verb between, and the place."""
    sentence = line.sentence
    start = max(found.index, line.tokens_of(own.span)[1] - 1)
    for quantity in line.quantities:
        first, stop = line.tokens_of(quantity.span)
        if first <= start or stop >= len(sentence) or sentence.words[first - 1] not in _AND:
            continue
        if any(sentence.upos[at] in {"VERB", "AUX"} for at in range(start + 1, first)):
            return
        before = any(start < mark.first < first for mark in line.places)
        mark = next((mark for mark in line.places if stop < mark.first <= stop + _FARTHEST), None)
        if before and mark is not None and sentence.words[stop] in _IN:
            yield quantity, mark
