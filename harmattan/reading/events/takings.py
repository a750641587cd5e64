"""What was struck, and where, by those who killed as they took it: "overran an outpost in Gao, killing two guards"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from harmattan.model.readings import Event, Mention
from harmattan.reading.events.joining import Found
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line
from harmattan.reference.lexicon import Lexicon


def with_what_was_taken(line: Line, events: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """The events of a sentence, a killing that hangs on the taking of a thing with the thing and where that is."""
    takings = {
        event.index: event
        for event in events
        if event.predicate.type == "COERCE" and event.event.target and _takes(event)
    }
    if not takings:
        return list(events)
    return [_with(line, event, takings.get(_above(line.sentence, event)), lexicon) for event in events]


def _takes(event: Found) -> bool:
    return event.predicate.mode == "seize" or event.predicate.lemma in {"besiege", "surround", "encircle"}


def _above(sentence: Sentence, event: Found) -> int:
    """The verb that a participle or a second verb of harm goes on from; -1 where it is told otherwise."""
    index = event.index
    harms = event.predicate.type == "ASSAULT" and event.predicate.counts is not None
    goes_on = sentence.words[index].endswith("ing") and sentence.deprels[index] == "advcl"
    goes_on = goes_on or (sentence.deprels[index] == "conj" and not sentence.dependants(index, "nsubj"))
    return sentence.heads[index] if harms and goes_on else -1


def _with(line: Line, killing: Found, taking: Found | None, lexicon: Lexicon) -> Found:
    if taking is None or taking.stance.modality is not killing.stance.modality or _strikes(killing.event):
        return killing
    things = tuple(mention for mention in taking.event.target if _is_site(line, mention, lexicon))
    if not things:
        return killing
    place = killing.event.place or taking.event.place
    return replace(killing, event=replace(killing.event, target=things, place=place))


def _strikes(event: Event) -> bool:
    return bool(event.target)


def _is_site(line: Line, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether what is taken is a place or something that stands in one, and not arms or men."""
    if any(mention.span.overlaps(mark.place.span) for mark in (*line.places, *line.sites)):
        return True
    word = mention.span.quote.lower().split()[-1]
    classes = lexicon.noun_class(word)
    return "thing" in classes and "arms" not in classes and "people" not in classes
