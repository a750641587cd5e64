"""Joins the tellings of one act of force that stand anywhere in a document: a report comes back to its event.

Two tellings are of one act where they strike the same: a person of the same name, who is killed or abducted once, or
the same described people or thing, told the second time with an article ("killed six priests", "the murder of the
priests"); and where no time, named actor, place or count told of both says otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from harmattan.model.readings import Event, Mention, Modality
from harmattan.model.text import Span
from harmattan.reading.events.joining import Found, merged
from harmattan.reading.pages import Page

_TOLD = frozenset([Modality.ASSERTED, Modality.ALLEGED])
_DEFINITE = frozenset(["the", "these", "those", "this", "both"])
_ARTICLE_WITHIN = 12
"""How many characters before a phrase its article is looked for in."""
_REMEMBERED = 8
"""How many acts that strike the same word are kept in mind; a long document may have any number."""
_VAGUE = frozenset(
    """people person persons man men woman women others civilians civilian victim victims soldiers soldier troops
    police policemen members member guerrillas rebels terrorists militants fighters gunmen attackers""".split()
)
"""Those of whom a report has more than one group."""

PersonName = tuple[str, ...]


def retold(page: Page, events: Sequence[Found]) -> list[Found]:
    """The events, those of one act of force joined to the first that tells it."""
    told = _Tellings(page)
    kept: list[Found] = []
    struck: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
    """Where in `kept` the acts stand that struck somebody or something of this word."""
    for event in events:
        at = len(kept)
        words: set[str] = set()
        if event.predicate.type == "ASSAULT" and event.stance.modality in _TOLD:
            words = told.words(event.event)
            candidates = sorted({act for word in words for act in struck.get(word, ())})
            at = next((act for act in candidates if told.same(kept[act], event)), at)
        if at < len(kept):
            kept[at] = merged(kept[at], event)
        else:
            kept.append(event)
        for word in words:
            if at not in struck[word]:
                struck[word].append(at)
    return kept


@dataclass(frozen=True)
class _Tellings:
    """What two tellings are compared by."""

    page: Page

    def words(self, event: Event) -> set[str]:
        """By which another telling could name what this one strikes."""
        names = {part for name in self._people(event) for part in name}
        return names | {self._head(mention) for mention in _struck(event)} - {""}

    def same(self, first: Found, second: Found) -> bool:
        """Whether a later telling is of the act that the first one tells."""
        one, two = first.event, second.event
        abducted = (one.mode == "abduct") != (two.mode == "abduct")
        if abducted or first.stance.modality is not second.stance.modality:
            return False
        if one.time and two.time and not one.time.period.overlaps(two.time.period):
            return False
        if self._rivals(one.actor, two.actor):
            return False
        others = self._people(two)
        if any(_one_person(name, other) for name in self._people(one) for other in others):
            return True
        return self._things_again(one, two)

    def _rivals(self, one: Sequence[Mention], two: Sequence[Mention]) -> bool:
        """Whether both are told to be done by somebody named, and nobody by both."""
        names, others = self._named(one), self._named(two)
        return bool(names and others) and not any(a <= b or b <= a for a in names for b in others)

    def _named(self, mentions: Sequence[Mention]) -> list[frozenset[str]]:
        return [
            frozenset(mention.name.lower().split())
            for mention in mentions
            if self._is_named(mention.span) or (mention.antecedent and self._is_named(mention.antecedent))
        ]

    def _people(self, event: Event) -> list[PersonName]:
        """The names of the persons struck, in lower case."""
        spans = [span for mention in _struck(event) for span in (mention.span, mention.antecedent) if span]
        return [
            tuple(self.page.document.text[start:end].lower().split())
            for span in spans
            for start, end, label in self._names_in(span)
            if label == "PER" and span.start <= start and end <= span.end
        ]

    def _is_named(self, span: Span) -> bool:
        return next(self._names_in(span), None) is not None

    def _names_in(self, span: Span) -> Iterator[tuple[int, int, str]]:
        """The names that a stretch has a part of."""
        at = bisect_left(self._names, (span.start, 0, ""))
        if at and self._names[at - 1][1] > span.start:
            at -= 1
        while at < len(self._names) and self._names[at][0] < span.end:
            yield self._names[at]
            at += 1

    @cached_property
    def _names(self) -> list[tuple[int, int, str]]:
        return sorted(
            (sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end, name.label)
            for sentence in self.page.entities.sentences
            for name in sentence.names
        )

    def _things_again(self, one: Event, two: Event) -> bool:
        """Whether the second strikes what the first struck, with an article: "the bank"."""
        if one.place and two.place and {p.name for p in one.place}.isdisjoint(p.name for p in two.place):
            return False
        for field in ("killed", "wounded", "abducted"):
            a, b = getattr(one, field), getattr(two, field)
            if a and b and a.count != b.count:
                return False
        before = {self._head(mention) for mention in _struck(one)} - {""}
        return any(self._head(mention) in before and self._definite(mention) for mention in _struck(two))

    def _head(self, mention: Mention) -> str:
        """The last noun of a described phrase, "" where it is a name or says too little."""
        words = mention.span.quote.lower().split()
        word = words[-1] if "of" not in words[1:] else words[words.index("of", 1) - 1]
        return "" if word in _VAGUE or self._is_named(mention.span) else word.removesuffix("s")

    def _definite(self, mention: Mention) -> bool:
        text = self.page.document.text
        before = text[max(0, mention.span.start - _ARTICLE_WITHIN) : mention.span.start].lower().split()
        return bool(before) and before[-1] in _DEFINITE


def _struck(event: Event) -> tuple[Mention, ...]:
    return (*event.victim, *event.target, *event.recipient)


def _one_person(name: PersonName, other: PersonName) -> bool:
    """Whether one name is the other's, or a part of it that is more than a first name: "Garcia Alvarado", "Garcia"."""
    short, long = sorted((name, other), key=len)
    return set(short) <= set(long) and (len(short) == len(long) or short != long[:1])
