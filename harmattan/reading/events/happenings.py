"""Where and when an act was that a later sentence names by no more than that something happened: "The incident took
place in Gossi on Friday".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from harmattan.model.readings import Modality, Place, Time
from harmattan.reading.events.joining import Found
from harmattan.reading.marks import Sentence
from harmattan.reading.pages import Line, Page
from harmattan.reading.places.named import SITE_PREPOSITIONS, PlaceMark
from harmattan.reading.trees.phrases import preposition
from harmattan.reference.inflection import verb_forms

_HAPPENINGS = frozenset(
    """incident event crime action episode tragedy confrontation confrontations events incidents crimes actions homicide
    tragedies outrage atrocity shootout shoot-out encounter""".split()
)
"""Nouns that stand for whatever was told before."""
_HAPPEN = frozenset(form for lemma in ("occur", "happen", "take") for form in verb_forms(lemma))
_PARTS = frozenset("neighborhood neighbourhood quarter suburb sector zone road highway market".split())
"""What is called by its name or by the town it is in."""
_POINTING = frozenset(["the", "this", "that", "these", "those"])
_OTHER = frozenset("another other similar second third previous earlier separate further last latest".split())
_NEAR = 3
"""How many sentences behind an act it may be told where that was."""
_TOLD = frozenset([Modality.ASSERTED, Modality.ALLEGED])


@dataclass(frozen=True)
class Happening:
    """What a sentence tells of an act that it does not name: the token of the noun, places and time."""

    noun: int
    places: tuple[Place, ...]
    time: Time | None


def happened(page: Page, events: Sequence[Found]) -> list[Found]:
    """The events, the last act told before such a sentence with the place and the time that it had not."""
    told = list(events)
    acts = [at for at, event in enumerate(told) if event.event.type == "ASSAULT"]
    for number, line in enumerate(page.lines):
        for happening in _happenings(line):
            for host in _meant(told, acts, number, happening):
                told[host] = _with(page, told[host], number, happening)
    return told


def _happenings(line: Line) -> Iterator[Happening]:
    """What a sentence says of when and where "the incident" was, by a verb of happening or a clause with "which"."""
    sentence = line.sentence
    for verb, word in enumerate(sentence.words):
        if word not in _HAPPEN or sentence.upos[verb] != "VERB" or not _is_happening(sentence, verb):
            continue
        noun = _subject(sentence, verb)
        if noun is None or not _stands_for_an_act(sentence, noun):
            continue
        places = tuple(mark.place for mark in _marks(line) if _clause(sentence, mark.head) == verb)
        times = [time for time in line.times if _clause(sentence, line.hung_by(time.span)) == verb]
        time = next((time for time in times if time.period.resolved), None)
        if places or time:
            yield Happening(noun, places, time)


def _marks(line: Line) -> Iterator[PlaceMark]:
    """The places of a sentence that say where something is: "in Gossi", "in the Badala neighbourhood"."""
    yield from (mark for mark in line.places if mark.preposition in SITE_PREPOSITIONS)
    for mark in line.sites:
        thing = line.sentence.heads[mark.head]
        if line.sentence.words[thing] in _PARTS and preposition(line.sentence, thing) in SITE_PREPOSITIONS:
            yield mark


def _is_happening(sentence: Sentence, verb: int) -> bool:
    """Whether a verb says no more than that something happened: "occurred", "took place"."""
    if not sentence.words[verb].startswith(("t", "T")):
        return True
    return any(sentence.words[thing] == "place" for thing in sentence.dependants(verb, "obj"))


def _subject(sentence: Sentence, verb: int) -> int | None:
    """What happened: the subject, or what a relative clause tells of."""
    subject = next(iter(sentence.dependants(verb, "nsubj")), None)
    if subject is None or sentence.words[subject] in {"which", "that"}:
        return sentence.heads[verb] if sentence.deprels[verb].startswith("acl") else None
    return subject


def _stands_for_an_act(sentence: Sentence, noun: int) -> bool:
    """Whether a noun with an article names an act told before, and no other one."""
    if noun < 0 or sentence.words[noun] not in _HAPPENINGS:
        return False
    words = {sentence.words[child] for child in sentence.children[noun]}
    return not words.isdisjoint(_POINTING) and words.isdisjoint(_OTHER)


def _clause(sentence: Sentence, index: int) -> int | None:
    """The nearest verb above a word."""
    return next((above for above in sentence.ancestors(index) if sentence.upos[above] == "VERB"), None)


def _meant(told: Sequence[Found], acts: Sequence[int], number: int, happening: Happening) -> list[int]:
    """The acts of the last sentence before that told any, where they may have been then and there."""
    before = [
        at
        for at in acts
        if (told[at].line < number and number - max(told[at].line, told[at].last) <= _NEAR)
        or (told[at].line == number and told[at].index < happening.noun)
    ]
    latest = max((max(told[at].line, told[at].last) for at in before), default=None)
    return [
        at for at in before if max(told[at].line, told[at].last) == latest and _may_be(told[at], happening)
    ]


def _may_be(host: Found, happening: Happening) -> bool:
    """Whether nothing told of an act says otherwise."""
    if host.stance.modality not in _TOLD or (host.event.place and happening.places):
        return False
    own = host.event.time
    return own is None or happening.time is None or own.period.overlaps(happening.time.period)


def _with(page: Page, host: Found, number: int, happening: Happening) -> Found:
    event = replace(
        host.event, place=host.event.place or happening.places, time=host.event.time or happening.time
    )
    span = page.evidence(page.lines[number].sentence)
    evidence = host.evidence if span in host.evidence else (*host.evidence, span)
    return replace(host, event=event, evidence=evidence)
