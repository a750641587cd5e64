"""Figures that go up or down: "from 5,100 to 2,500", "their number could reach 2,000", "down from 7,500"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.model.readings import Modality, StrengthStatus
from harmattan.model.values import Count
from harmattan.reading.marks import Sentence
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.pages import Line
from harmattan.reading.stance.attribution import Stance
from harmattan.reading.strengths.phrases import is_unit, unit_of
from harmattan.reading.strengths.status import governing, is_past, is_recent
from harmattan.reading.strengths.words import (
    AMOUNTS,
    CEILINGS,
    CHANGES,
    COLLECTIVES,
    CONTEXT,
    FIGURES,
    FORECAST,
    GROUPS,
    REQUIRED_BY,
    UNITS,
    Frame,
    armed_names,
    frame_of,
)
from harmattan.reference.inflection import forms_of_all, verb_forms
from harmattan.reference.lexicon import Lexicon

_EXCEEDING = forms_of_all("exceed top surpass outnumber")
_HELD = frozenset("numbered totalled totaled stood peaked was were had".split())
_NEEDING = verb_forms("need") | verb_forms("require")
_RANGING = frozenset("range ranges ranged ranging vary varies varied run runs ran".split())
_BODIES = frozenset(["strength", "ranks", "size", "presence", "deployment"])
_TOWARDS = frozenset(["to", "at", "under", "below"])
_LINKS = _TOWARDS | {"from", "between"}
_POINTING = frozenset(["that", "this", "the", "its", "their", "his", "her"])
_RELATIVE = frozenset(["that", "which", "who"])
_SHARED = frozenset(["xcomp", "conj", "advcl", "parataxis"])
_FURTHEST = 16
"""Words between a verb of change and its figure at most."""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that a verb of change starts from or comes to."""

    quantity: Quantity
    verb: int
    subject: int | None
    """What it is the figure of: "the number of troops"."""
    start: bool
    """Whether the change starts from it."""
    estimate: bool = False
    """Whether it is a range that estimates "run" or "range" over, and nothing changes."""
    beside: bool = False
    """Whether it is only told beside a strength: "down from 7,500"."""


def find_changes(line: Line) -> Iterator[Change]:
    """The figures of a sentence that something goes from or comes to, in text order."""
    sentence = line.sentence
    verbs = [
        index
        for index, word in enumerate(sentence.words)
        if (sentence.upos[index] in {"VERB", "AUX"} and (word in CHANGES or word in AMOUNTS))
        or _is_sum(sentence, index)
    ]
    for quantity in line.quantities:
        first, _ = line.tokens_of(quantity.span)
        if _is_aside(sentence, first):
            yield Change(quantity, first, None, start=True, beside=True)
            continue
        linked = _linked(line, quantity)
        if linked is not None:
            yield Change(quantity, *linked, start=False)
            continue
        for verb in reversed([index for index in verbs if index < first]):
            if _reaches(line, quantity, verb):
                estimate = sentence.words[verb] in _RANGING
                start = _preceding(sentence, first) == "from" and not estimate
                yield Change(quantity, verb, _topic(sentence, verb), start, estimate)
                break


def _is_sum(sentence: Sentence, index: int) -> bool:
    """Whether "total" or "number" is what men do, whatever the tree says: "the forces now total 664,000"."""
    if sentence.words[index] not in {"total", "number"} or sentence.upos[index] == "VERB":
        return False
    behind = sentence.upos[index + 1 : index + 4]
    plural = any(sentence.words[before].endswith("s") for before in range(max(0, index - 2), index))
    return "NUM" in behind and not {"NOUN", "VERB", "PUNCT"} & set(behind[: behind.index("NUM")]) and plural


def _linked(line: Line, quantity: Quantity) -> tuple[int, int] | None:
    """The number and the figure that "is" links: "the strength of the mission was 14,893"."""
    sentence = line.sentence
    numeral = line.hung_by(quantity.core)
    if sentence.upos[numeral] != "NUM" or not sentence.dependants(numeral, "cop"):
        return None
    first, _ = line.tokens_of(quantity.span)
    altered = sentence.words[max(0, first - 2) : first] in {("down", "to"), ("up", "to")}
    subjects = [
        s for s in sentence.dependants(numeral, "nsubj") if altered or sentence.words[s] in FIGURES | _BODIES
    ]
    return (numeral, subjects[0]) if subjects else None


def _is_aside(sentence: Sentence, first: int) -> bool:
    """Whether a figure is told beside another: ", down from 7,500"; not "came down from 7,500"."""
    for index in range(first - 1, max(-1, first - 6), -1):
        if index < first - 3 and sentence.words[first - 1] != "of":
            return False  # "down from a peak of 25,000"
        if sentence.words[index] == "from" and index and sentence.words[index - 1] in {"down", "up"}:
            return index > 1 and sentence.words[index - 2] not in CHANGES
    return False


def _preceding(sentence: Sentence, first: int) -> str:
    """The preposition that leads to a figure, be it inside its words ("between") or before an article."""
    if sentence.words[first] in _LINKS:
        return "to" if sentence.words[first] == "between" else sentence.words[first]
    for index in range(first - 1, max(-1, first - 6), -1):
        if sentence.words[index] in _LINKS:
            return sentence.words[index]
        if sentence.upos[index] in {"VERB", "NUM", "PUNCT", "PROPN"}:
            break
    return ""


def _reaches(line: Line, quantity: Quantity, verb: int) -> bool:
    """Whether a number follows the verb with "to", "from" or "at", or is what an amount comes to."""
    sentence = line.sentence
    first, _ = line.tokens_of(quantity.span)
    between = range(verb + 1, first)
    if first - verb > _FURTHEST or any(
        sentence.upos[index] == "VERB" or sentence.words[index] in {";", "that"} for index in between
    ):
        return False
    if sentence.words[verb] in AMOUNTS:
        return first - verb <= 2
    return _preceding(sentence, first) in _LINKS


def _topic(sentence: Sentence, verb: int) -> int | None:
    """What goes up or down: the verb's object, else its subject."""
    found = _topic_above(sentence, verb)
    if found is not None:
        return found
    # Read wrongly, the subject hangs elsewhere: the nearest word for a figure or a body of men before the verb.
    for index in range(verb - 1, max(-1, verb - 9), -1):
        if sentence.upos[index] in {"VERB", "NUM"} or sentence.words[index] in {";", ":", "that"}:
            break
        if sentence.words[index] in FIGURES | _BODIES and sentence.upos[index] == "NOUN":
            return index
    return None


def _topic_above(sentence: Sentence, verb: int) -> int | None:
    current = verb
    if _is_sum(sentence, verb) and not sentence.dependants(verb, "nsubj"):
        return None
    for _ in range(4):
        amount = sentence.words[current] in AMOUNTS
        objects = [] if amount else sentence.dependants(current, "obj", "iobj")
        things = [
            index
            for index in (*objects, *sentence.dependants(current, "nsubj"))
            if sentence.upos[index] != "NUM"
        ]
        things += [
            # "bringing to nearly 900 the strength of the force"
            index
            for index in sentence.dependants(current, "obl")
            if sentence.words[index] in FIGURES and sentence.words[index - 1] in _POINTING
        ]
        if things:
            return _meant(sentence, things[0])
        if sentence.deprels[current] == "acl" and current == verb:
            # "its conscripts, reckoned at 200,000"
            return sentence.heads[current]
        if sentence.deprels[current].partition(":")[0] not in _SHARED or sentence.heads[current] < 0:
            return None
        current = sentence.heads[current]
    return None


def _meant(sentence: Sentence, topic: int) -> int:
    """What a relative pronoun stands for: "a presence that had grown to 100,000"."""
    clause = sentence.heads[topic]
    if sentence.words[topic] not in _RELATIVE or clause < 0 or sentence.deprels[clause] != "acl:relcl":
        return topic
    return sentence.heads[clause]


def counted_in(sentence: Sentence, topic: int, lexicon: Lexicon) -> int | None:
    """The noun of a topic that counts men or is a body of them; None where it is the figure of something else."""
    for index in sentence.subtree(topic):
        if is_unit(sentence, index, lexicon):
            return index
    if sentence.words[topic] in COLLECTIVES:
        return topic
    name = sentence.name_at.get(topic)
    if (
        name is not None
        and name.label == "ORG"
        and not CONTEXT.isdisjoint(sentence.words[name.first : name.stop])
    ):
        return topic
    if sentence.words[topic] in _BODIES | CEILINGS and sentence.dependants(topic, "nmod:poss"):
        return topic
    if sentence.words[topic] in armed_names() or sentence.words[topic] == "presence":
        return topic
    if sentence.words[topic] in FIGURES and any(
        sentence.words[child] in UNITS for child in sentence.dependants(topic, "compound")
    ):
        return topic
    if sentence.words[topic] == "forces":
        return topic
    if sentence.words[topic] in GROUPS | _BODIES - FIGURES and is_definite(sentence, topic):
        return topic
    for index in sentence.subtree(topic):
        if sentence.words[index] in _BODIES and any(
            child in sentence.name_at and sentence.name_at[child].label == "ORG"
            for child in sentence.children[index]
        ):
            return index
    return None


def is_definite(sentence: Sentence, noun: int) -> bool:
    """Whether a noun takes its men to be known: "the rebels", "soldiers at the border"."""
    beside = {sentence.words[child] for child in sentence.children[noun]}
    return bool(beside & _POINTING) or bool(sentence.dependants(noun, "nmod"))


def points_back(sentence: Sentence, topic: int) -> bool:
    """Whether a topic takes up what was told before: "it", "their number", "that figure"."""
    if sentence.upos[topic] == "PRON":
        return True
    pointing = any(sentence.words[child] in _POINTING for child in sentence.children[topic])
    return pointing and sentence.words[topic] in FIGURES | COLLECTIVES


def unit_of_change(line: Line, change: Change, noun: int | None, lexicon: Lexicon) -> str:
    """What a figure counts: its own noun ("to 1,600 soldiers"), else the topic's."""
    sentence = line.sentence
    _, stop = line.tokens_of(change.quantity.span)
    if stop < len(sentence) and sentence.upos[stop] in {"NOUN", "PROPN"} and is_unit(sentence, stop, lexicon):
        return unit_of(sentence, stop)
    if noun is not None and sentence.words[noun] not in COLLECTIVES | _BODIES | CONTEXT | GROUPS | FIGURES:
        return unit_of(sentence, noun)
    return "troops"


def bounded(line: Line, change: Change) -> Count:
    """The count as the verb bounds it: "exceed 12,000"."""
    sentence, count = line.sentence, change.quantity.count
    if count.best is None or sentence.words[change.verb] not in _EXCEEDING:
        return count
    denied = {"not", "n't", "n’t", "never"} & {sentence.words[c] for c in sentence.children[change.verb]}
    return Count(None, None, count.best) if denied else Count(count.best, None, None)


def _goes_on(line: Line, change: Change) -> bool:
    """Whether a later figure follows in the same breath: "came down to 4,100 last year and to 400 this spring"."""
    sentence = line.sentence
    _, stop = line.tokens_of(change.quantity.span)
    later = [line.tokens_of(other.span)[0] for other in line.quantities]
    for first in later:
        if stop < first <= stop + 8:
            words = sentence.words[stop:first]
            return "and" in words and words[-1:] == ("to",)
    return False


def status_of_change(line: Line, change: Change, held: Stance) -> StrengthStatus:
    """What the figure is at the time of writing."""
    sentence = line.sentence
    around = {sentence.words[index] for index in (change.verb, *governing(sentence, change.verb))}
    granted = any(frame_of(word, subject=False, particles=frozenset()) is Frame.GRANT for word in around)
    ongoing = {sentence.words[c] for c in sentence.dependants(change.verb, "aux")} & {
        "is",
        "are",
        "'re",
        "’re",
    }
    ongoing_change = bool(ongoing) and sentence.words[change.verb].endswith("ing")
    present = sentence.words[change.verb] in {"cap", "caps", "limit", "limits"}
    unmade = held.modality not in {Modality.ASSERTED, Modality.HABITUAL, Modality.ALLEGED}
    if change.estimate:
        return StrengthStatus.FORMER if sentence.words[change.verb].endswith("ed") else StrengthStatus.CURRENT
    linked = bool(sentence.dependants(change.verb, "cop"))
    if (linked or sentence.words[change.verb] in _HELD) and not unmade and is_past(sentence, change.verb):
        timed = bool(sentence.dependants(change.verb, "obl:unmarked", "advcl"))
        standing = sentence.words[change.verb] == "stood" and not timed and "had" not in sentence.words
        return StrengthStatus.CURRENT if standing or is_recent(sentence) else StrengthStatus.FORMER
    if change.start or (not unmade and _goes_on(line, change)):
        return StrengthStatus.CURRENT if unmade or granted or ongoing_change else StrengthStatus.FORMER
    if granted or present or (change.subject is not None and sentence.words[change.subject] in CEILINGS):
        return StrengthStatus.ANNOUNCED
    if around & _NEEDING or (held.modality is Modality.HYPOTHETICAL and around & REQUIRED_BY):
        return StrengthStatus.REQUIRED
    match held.modality:
        case Modality.PLANNED:
            return StrengthStatus.PROJECTED if around & FORECAST else StrengthStatus.ANNOUNCED
        case Modality.HYPOTHETICAL:
            return StrengthStatus.PROJECTED
        case Modality.ALLEGED:
            return StrengthStatus.ALLEGED
        case Modality.THREATENED:
            return StrengthStatus.ANNOUNCED
    if held.report is None and any(
        sentence.words[child] == "had" for child in sentence.dependants(change.verb, "aux")
    ):
        # "had grown to 5,000 by the time the town fell"
        return StrengthStatus.FORMER
    return StrengthStatus.ANNOUNCED if ongoing_change else StrengthStatus.CURRENT
