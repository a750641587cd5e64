"""Acts told by one verb for several places or days: "killed 70 people in Gabou and 30 in Waro" are two acts of one
verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from harmattan.model.readings import Number, Place
from harmattan.reading.events.joining import Found
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.places.named import PlaceMark

_AND = frozenset(["and", ",", "or", ";"])
_IN = frozenset(["in", "at", "near", "outside", "around", "on", "between", "along"])
_STANDING_IN = tuple((word,) for word in _IN)
_AGAIN = frozenset(["another", "further"])
_FARTHEST = 2
"""How many words a place may begin behind its preposition: "in the Plateau"."""


def apart(line: Line, found: Found) -> list[Found]:
    """The event, and one more for every further number that only a place stands behind."""
    counts = found.predicate.counts
    own = getattr(found.event, counts) if counts is not None else None
    if own is None or found.event.type != "ASSAULT":
        return [found]
    if found.event.time is not None and len(line.times) > 1:
        again = list(_on_other_days(line, found, own))
        if again:
            return [found, *again]
    if not found.event.place:
        return [found]
    told, own = own, _first_of(line, found.index, own)
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
    behind = line.sentence.tokens[stretches[0]].start
    here: dict[str, Any] = {
        role: tuple(
            mention
            for mention in getattr(found.event, role)
            if mention.span.start < behind and not (own.span.start > mention.span.end > told.span.start)
        )
        for role in ("victim", "recipient")
    }
    here[str(counts)] = own
    acts = [replace(found, event=replace(found.event, place=first, **here))]
    for (quantity, mark), stop in zip(further, stretches[1:], strict=True):
        there: tuple[Place, ...] = tuple(
            one.place for one in line.places if mark.first <= one.first < stop and one.preposition
        )
        more: dict[str, Any] = dict.fromkeys(("killed", "wounded", "abducted"))
        more[str(counts)] = Number(quantity.span, quantity.count)
        behind_it = (time for time in line.times if mark.first < line.tokens_of(time.span)[0] < stop)
        more["time"] = next(behind_it, found.event.time)
        acts.append(replace(found, event=replace(found.event, place=there, victim=(), recipient=(), **more)))
    return acts


def _on_other_days(line: Line, found: Found, own: Number) -> Iterator[Found]:
    """The event once more for every further number that only a time stands behind: "killing 11 people on 9 August and
    another four on 14 August".
    """
    sentence = line.sentence
    start = max(found.index, line.tokens_of(own.span)[1] - 1)
    for quantity in line.quantities:
        first, stop = line.tokens_of(quantity.span)
        before = first - (sentence.words[max(0, first - 1)] in _AGAIN)
        if first <= start or stop + 1 >= len(sentence) or sentence.words[before - 1] not in _AND:
            continue
        if any(_opens_another(sentence, at) for at in range(start + 1, first)):
            return
        time = next((time for time in line.times if line.tokens_of(time.span)[0] in {stop, stop + 1}), None)
        own_time = found.event.time
        if (
            time is None
            or own_time is None
            or sentence.words[stop] not in {"on", "in", sentence.words[first]}
        ):
            continue
        if time.span == own_time.span or own_time.span.start > quantity.span.start:
            continue
        more: dict[str, Any] = dict.fromkeys(("killed", "wounded", "abducted"))
        more[str(found.predicate.counts)] = Number(quantity.span, quantity.count)
        yield replace(found, event=replace(found.event, time=time, victim=(), recipient=(), **more))


def _first_of(line: Line, verb: int, own: Number) -> Number:
    """The first number of a sum: of "20 people in Gabou and six in Waro" the 20, and of "eleven: six in Gabou, ..." the
    six.
    """
    sentence = line.sentence
    inside = [quantity for quantity in line.quantities if quantity.span in own.span]
    start = inside[0].span.start if inside else own.span.start
    behind = [quantity for quantity in line.quantities if quantity.span.start > start]
    for quantity in behind:
        first, stop = line.tokens_of(quantity.span)
        if (
            first > verb
            and sentence.words[first - 1] == ":"
            and sentence.words[stop : stop + 1] in _STANDING_IN
        ):
            return Number(quantity.span, quantity.count)
    return Number(inside[0].span, inside[0].count) if inside else own


def _opens_another(sentence: Sentence, at: int) -> bool:
    """Whether a word is a verb that tells something else, and not what those counted were or did."""
    return sentence.upos[at] == "VERB" and not sentence.deprels[at].startswith(("acl", "amod"))


def _further(line: Line, found: Found, own: Number) -> Iterator[tuple[Quantity, PlaceMark]]:
    """The numbers behind an event's own that nothing stands behind but a place, no verb between, and the place."""
    sentence = line.sentence
    start = max(found.index, line.tokens_of(own.span)[1] - 1)
    for quantity in line.quantities:
        first, stop = line.tokens_of(quantity.span)
        if first <= start or stop >= len(sentence) or sentence.words[first - 1] not in _AND:
            continue
        if any(_opens_another(sentence, at) for at in range(start + 1, first)):
            return
        before = any(start < mark.first < first for mark in line.places)
        mark = next((mark for mark in line.places if stop <= mark.first <= stop + _FARTHEST), None)
        if before and mark is not None and sentence.words[stop] in _IN:
            yield quantity, mark
