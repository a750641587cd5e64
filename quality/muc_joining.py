"""Which acts of a report are one incident in MUC-4's sense, by a small model learnt on its training part.

MUC-4 has one template for an incident however often it is told, and for all that was struck in it; claims keep apart
what a report does not say to be one. `training/muc_relevance.py` learns a logistic model over the features below of two
acts; `muc_joining.json` has its weights.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from harmattan.model.readings import Event, Mention, Place
from harmattan.reading.marks import Sentence
from quality.muc_relevance import Act, Relevance, Surroundings
from quality.muc_scoring import FULL, SLOTS, Answer, Response, When, content, head, string_credit

WEIGHTS = Path(__file__).with_name("muc_joining.json")
_VAGUE = frozenset(
    "people person civilian soldier victim member man woman other guerrilla policeman police".split()
)
_OTHER = frozenset("another other second also meanwhile moreover addition similarly".split())
_BEFORE = 12
"""How many words before an act may say that it is another one."""
_APART = {0: "0", 1: "1", 2: "2", 3: "to 4", 4: "to 4", **dict.fromkeys(range(5, 9), "to 8")}
"""How many sentences apart two acts stand."""


@cache
def load_joining() -> Relevance:
    """What was learnt."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    return Relevance(data["weights"], data["least"])


@dataclass(frozen=True)
class Likeness:
    """What the features of two acts of a document are made of."""

    surroundings: Surroundings

    def features(self, acts: Sequence[Act], one: int, two: int) -> Iterator[str]:
        """What two acts, the earlier first, have in common and apart, by name."""
        yield "always"
        yield from self._of_words(acts[one], acts[two])
        first, second = acts[one].event, acts[two].event
        yield from self._of_the_struck(_struck(first), _struck(second))
        yield from _alike("doer", _heads(first.actor), _heads(second.actor))
        yield from _alike("weapon", _heads(first.weapon), _heads(second.weapon))
        yield from _alike("place", _named(first.place), _named(second.place))
        yield from _of_times(first, second)
        for field in ("killed", "wounded"):
            yield from _alike(field, _counted(first, field), _counted(second, field))
        if two == one + 1:
            yield "neighbours"
        yield f"acts {min(len(acts), 8) // 2 * 2}"

    def _of_words(self, one: Act, two: Act) -> Iterator[str]:
        """By the words that tell them and how far these stand apart."""
        around = self.surroundings
        (line, at), (later, index) = around.place(one.event), around.place(two.event)
        yield f"apart {_APART.get(later - line, 'far')}"
        yield (
            f"both {one.kind}"
            if one.kind == two.kind
            else f"{min(one.kind, two.kind)} {max(one.kind, two.kind)}"
        )
        sentence = around.sentences[later]
        word, noun = sentence.words[index], sentence.upos[index] in {"NOUN", "PROPN"}
        known = {sentence.words[child] for child in sentence.dependants(index, "det")}
        definite = not known.isdisjoint({"the", "this", "that", "these"})
        several = " several" if noun and word.endswith("s") else ""
        yield f"second {'noun' if noun else 'verb'}{' known' if definite else ''}{several}"
        if not _OTHER.isdisjoint(sentence.words[max(0, index - _BEFORE) : index]):
            yield "another"
        if self._lemma(around.sentences[line], at) == self._lemma(sentence, index):
            yield "one word"
        between = around.document.text[one.event.trigger.start : two.event.trigger.start]
        yield "paragraphs" if "\n\n" in between else "one paragraph"

    def _lemma(self, sentence: Sentence, index: int) -> str:
        return self.surroundings.lexicon.lemma(sentence.words[index], sentence.upos[index])

    def _of_the_struck(self, one: Sequence[Mention], two: Sequence[Mention]) -> Iterator[str]:
        """By whom and what they strike."""
        if not (one and two):
            yield f"struck {'untold' if not (one or two) else 'of the first' if one else 'of the second'}"
            return
        phrases, others = _phrases(one), _phrases(two)
        both = phrases & others
        if both:
            yield "struck by one name"
            if any(len(words) > 1 for words in both):
                yield "struck by one long name"
        heads = _heads(one) & _heads(two)
        if heads - _VAGUE:
            yield "struck of one head"
        elif heads:
            yield "struck of one vague head"
        else:
            yield "struck of one word" if any(a & b for a in phrases for b in others) else "struck apart"
        persons, people = self._persons(one), self._persons(two)
        if persons and people:
            yield "one person" if persons & people else "persons apart"
        elif persons or people:
            yield "a person and others"

    def _persons(self, mentions: Sequence[Mention]) -> set[str]:
        """The words of the names of persons."""
        named = (mention for mention in mentions if "PER" in self.surroundings.labels(mention))
        return {word for mention in named for word in content(mention.name)}


def _alike(name: str, one: set[str], two: set[str]) -> Iterator[str]:
    if one and two:
        yield f"{name} the same" if one & two else f"{name} apart"
    else:
        yield f"{name} {'untold' if not (one or two) else 'of the first' if one else 'of the second'}"


def _of_times(one: Event, two: Event) -> Iterator[str]:
    first, second = (
        event.time.period if event.time and event.time.period.resolved else None for event in (one, two)
    )
    if first and second:
        same = (first.earliest, first.latest) == (second.earliest, second.latest)
        yield "one time" if same else "times that overlap" if first.overlaps(second) else "times apart"
    else:
        yield f"time {'untold' if not (first or second) else 'of the first' if first else 'of the second'}"


def _struck(event: Event) -> tuple[Mention, ...]:
    return (*event.victim, *event.recipient, *event.target)


def _phrases(mentions: Sequence[Mention]) -> set[frozenset[str]]:
    found = {content(words) for mention in mentions for words in (mention.span.quote, mention.name)}
    return found - {frozenset()}


def _heads(mentions: Sequence[Mention]) -> set[str]:
    return {head(words) for mention in mentions for words in (mention.span.quote, mention.name)} - {""}


def _named(places: Sequence[Place]) -> set[str]:
    return {place.name.lower() for place in places}


def _counted(event: Event, field: str) -> set[str]:
    number = getattr(event, field)
    return {str(number.count)} if number else set()


def groups(kept: Sequence[int], likely: Callable[[int, int], float], least: float) -> list[list[int]]:
    """Acts by incident: each joins the incident that it is most like in the mean, if it is as like as `least`."""
    found: list[list[int]] = []
    for act in kept:
        means = [sum(likely(other, act) for other in group) / len(group) for group in found]
        best = max(range(len(found)), key=means.__getitem__, default=None)
        if best is not None and means[best] >= least:
            found[best].append(act)
        else:
            found.append([act])
    return found


def joined(responses: Sequence[Response]) -> Response:
    """One template of several: the special type, the time and place told most precisely, the first counts, all else
    together.
    """
    if len(responses) == 1:
        return responses[0]
    slots: dict[str, Sequence[Answer]] = {}
    for slot in SLOTS:
        told = [fills for response in responses if (fills := response.slots.get(slot))]
        if told:
            slots[slot] = _JOIN.get(slot, _all)(told)
    return Response(slots, responses[0].start, responses[0].end)


def _first(told: Sequence[Sequence[Answer]]) -> Sequence[Answer]:
    return told[0]


def _all(told: Sequence[Sequence[Answer]]) -> Sequence[Answer]:
    return distinct(answer for fills in told for answer in fills)


def distinct(answers: Iterable[Answer]) -> list[Answer]:
    """Answers, each thing or person once with all it is called: "Galan Sarmiento" is "Luis Carlos Galan Sarmiento"."""
    kept: list[Answer] = []
    for answer in answers:
        at = next((at for at, other in enumerate(kept) if _one_thing(answer, other)), None)
        if at is None:
            kept.append(answer)
        else:
            kept[at] = tuple(dict.fromkeys((*_called(kept[at]), *_called(answer))))
    return kept


def _one_thing(one: Answer, two: Answer) -> bool:
    """Whether two strings call the same: the content words of one are all among the other's, under one head."""
    return any(
        name.lower() == other.lower()
        or (content(name) and content(other) and string_credit(name, other) == FULL)
        for name in _called(one)
        for other in _called(two)
    )


def _called(answer: Answer) -> tuple[str, ...]:
    return tuple(map(str, answer)) if isinstance(answer, tuple) else ()


def _kind(told: Sequence[Sequence[Answer]]) -> Sequence[Answer]:
    return next((fills for fills in told if fills[0] != ("ATTACK",)), told[0])


def _date(told: Sequence[Sequence[Answer]]) -> Sequence[Answer]:
    return next((fills for fills in told if isinstance(fills[0], When) and not fills[0].until), told[0])


def _place(told: Sequence[Sequence[Answer]]) -> Sequence[Answer]:
    """The first place that is more than a country."""

    def inner(fills: Sequence[Answer]) -> bool:
        places = fills[0] if isinstance(fills[0], tuple) else ()
        return any(not isinstance(place, str) and place.name != place.country for place in places)

    return next((fills for fills in told if inner(fills)), told[0])


_JOIN: Mapping[str, Callable[[Sequence[Sequence[Answer]]], Sequence[Answer]]] = {
    "type": _kind,
    "stage": _first,
    "date": _date,
    "location": _place,
    "killed": _first,
    "wounded": _first,
}
