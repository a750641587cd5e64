"""Joins the tellings of one act of force that stand anywhere in a document: a report comes back to its event.

Two tellings are of one act where they strike the same: a person of the same name, who is killed or abducted once, or
the same described people or thing, told the second time with an article ("killed six priests", "the murder of the
priests"); and where no time, named actor, place or count told of both says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from harmattan.model.readings import Event, Mention, Modality
from harmattan.model.text import Span
from harmattan.reading.joining import Found, merged
from harmattan.reading.pages import Page

_TOLD = frozenset([Modality.ASSERTED, Modality.ALLEGED])
_DEFINITE = frozenset(["the", "these", "those", "this", "both"])
_ARTICLE_WITHIN = 12
"""How many characters before a phrase its article is looked for in."""
_VAGUE = frozenset(
    """people person persons man men woman women others civilians civilian victims victim soldiers soldier troops
    police policemen members member guerrillas rebels terrorists militants fighters gunmen attackers""".split()
)
"""Those of whom a report has more than one group."""


def retold(page: Page, events: Sequence[Found]) -> list[Found]:
    """The events, those of one act of force joined to the first that tells it."""
    told = _Tellings(page)
    kept: list[Found] = []
    acts: list[int] = []
    for event in events:
        is_act = event.predicate.type == "ASSAULT" and event.stance.modality in _TOLD
        host = next((at for at in acts if told.same(kept[at], event)), None) if is_act else None
        if host is not None:
            kept[host] = merged(kept[host], event)
            continue
        if is_act:
            acts.append(len(kept))
        kept.append(event)
    return kept


@dataclass(frozen=True)
class _Tellings:
    """What two tellings are compared by."""

    page: Page

    def same(self, first: Found, second: Found) -> bool:
        """Whether a later telling is of the act that the first one tells."""
        one, two = first.event, second.event
        if (one.mode == "abduct") != (
            two.mode == "abduct"
        ) or first.stance.modality is not second.stance.modality:
            return False
        if one.time and two.time and not one.time.period.overlaps(two.time.period):
            return False
        if self._rivals(one.actor, two.actor):
            return False
        if not self._people(one).isdisjoint(self._people(two)):
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
            if self._labels(mention.span) or (mention.antecedent and self._labels(mention.antecedent))
        ]

    def _people(self, event: Event) -> frozenset[str]:
        """Last names of the persons struck."""
        struck = (*event.victim, *event.target, *event.recipient)
        spans = [span for mention in struck for span in (mention.span, mention.antecedent) if span]
        return frozenset(name.split()[-1] for span in spans for name in self._persons(span))

    def _persons(self, span: Span) -> Iterator[str]:
        for start, end, label in self._names:
            if label == "PER" and span.start <= start and end <= span.end:
                yield self.page.document.text[start:end].lower()

    def _labels(self, span: Span) -> set[str]:
        return {label for start, end, label in self._names if start < span.end and span.start < end}

    @cached_property
    def _names(self) -> list[tuple[int, int, str]]:
        return [
            (sentence.tokens[name.first].start, sentence.tokens[name.stop - 1].end, name.label)
            for sentence in self.page.entities.sentences
            for name in sentence.names
        ]

    def _things_again(self, one: Event, two: Event) -> bool:
        """Whether the second strikes what the first struck, with an article: "the bank"."""
        if one.place and two.place and {p.name for p in one.place}.isdisjoint(p.name for p in two.place):
            return False
        for field in ("killed", "wounded", "abducted"):
            a, b = getattr(one, field), getattr(two, field)
            if a and b and a.count != b.count:
                return False
        before = {self._head(mention) for mention in (*one.victim, *one.target, *one.recipient)} - {""}
        return any(
            self._head(mention) in before and self._definite(mention)
            for mention in (*two.victim, *two.target, *two.recipient)
        )

    def _head(self, mention: Mention) -> str:
        """The last noun of a described phrase, "" where it is a name or says too little."""
        words = mention.span.quote.lower().split()
        word = words[-1] if "of" not in words else words[words.index("of") - 1]
        return "" if word in _VAGUE or self._labels(mention.span) else word.removesuffix("s")

    def _definite(self, mention: Mention) -> bool:
        before = self.page.document.text[max(0, mention.span.start - _ARTICLE_WITHIN) : mention.span.start]
        return not before.lower().split()[-1:] or before.lower().split()[-1] in _DEFINITE
