"""One document with everything the passes before events have marked on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from harmattan.model.readings import Time
from harmattan.model.text import Document, Span
from harmattan.reading.marks import Sentence
from harmattan.reading.names.entities import Entities
from harmattan.reading.numbers.quantities import Quantity
from harmattan.reading.places.named import PlaceMark
from harmattan.reading.trees.headings import heading_stop
from harmattan.reference.datelines import Datelines

_start, _end = attrgetter("start"), attrgetter("end")


_BULLETS = frozenset("•-*–·—")
_FINAL = frozenset(""". ! ? … ... " ” ’ ' : ; )""".split())
_TURNING = frozenset("separately elsewhere meanwhile further farther".split())
"""Words that open a sentence on something else at another place."""
_SEPARATE = frozenset(["separate", "another", "different", "unrelated"])
_FRONTED = frozenset("in at near outside across around north south east west off".split())
_WITHIN_FRONT = 5
"""How many words on a place may stand that opens a sentence."""
_HEADING = 10
"""Words of the longest heading."""
_RUN_IN = 5
"""Words of the longest heading that stands in its paragraph, its full stop included."""


@dataclass(frozen=True)
class Line:
    """One sentence with its times, quantities and places."""

    sentence: Sentence
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    places: tuple[PlaceMark, ...]
    sites: tuple[PlaceMark, ...] = ()
    """Places that only qualify a noun: "the Boni attack", "the Mir Ali camp"."""
    wholes: tuple[Quantity, ...] = ()
    """Numbers of which only a share is spoken of, which count nothing but strengths: "half of its 5,000 troops"."""

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """First and last-plus-one token that a stretch covers."""
        tokens = self.sentence.tokens
        first = bisect_right(tokens, span.start, key=_end)
        return first, bisect_left(tokens, span.end, first, key=_start)

    def hung_by(self, span: Span) -> int:
        """The token by which a stretch hangs in the tree: the first whose head lies outside."""
        first, stop = self.tokens_of(span)
        outside = (index for index in range(first, stop) if not first <= self.sentence.heads[index] < stop)
        return next(outside, stop - 1)

    def governor(self, index: int, candidates: Container[int]) -> int | None:
        """The nearest word above a token that is one of `candidates`."""
        return next((above for above in self.sentence.ancestors(index) if above in candidates), None)

    def quantity_of(self, head: int) -> Quantity | None:
        """The quantity that counts the phrase on `head`: before it ("three soldiers") or the head itself ("one")."""
        start, end = self.sentence.tokens[head].start, self.sentence.tokens[head].end
        own = next((q for q in self.quantities if q.span.start <= start and end <= q.span.end), None)
        if own is not None:
            return own
        counters = {*self.sentence.dependants(head, "nummod", "amod", "det", "compound", "nmod")}
        for quantity in self.quantities:
            first, stop = self.tokens_of(quantity.span)
            if stop <= head and (
                any(token in counters for token in range(first, stop)) or self._adjoins(stop, head)
            ):
                return quantity
        return None

    def _adjoins(self, stop: int, head: int) -> bool:
        """Whether only words that describe the head stand between a number and it: "5,000 French troops"."""
        between = range(stop, head)
        return head - stop <= 4 and all(
            self.sentence.upos[index] in {"ADJ", "PROPN", "NOUN", "PUNCT"}
            and self.sentence.words[index] not in {",", ";", "(", ")"}
            for index in between
        )


@dataclass(frozen=True)
class Page:
    """A document's lines and names, and where its datelines stand."""

    document: Document
    lines: tuple[Line, ...]
    entities: Entities
    datelines: Datelines = field(default_factory=Datelines)

    @cached_property
    def items(self) -> tuple[int, ...]:
        """For each line the number of its item: one begins with a bullet, below a heading, and with one of its own."""
        numbers: list[int] = []
        number, heading = 0, False
        for line in self.lines:
            tokens = line.sentence.tokens
            headed = self._is_run_in(line) or heading_stop(tokens) > 0
            number += heading or headed or tokens[0].text in _BULLETS
            numbers.append(number)
            heading = len(tokens) <= _HEADING and tokens[-1].text not in _FINAL
        return tuple(numbers)

    def _is_run_in(self, line: Line) -> bool:
        """Whether a line is a heading in front of its paragraph's first sentence: "Irumu territory. Members of ..."."""
        sentence = line.sentence
        if len(sentence) > _RUN_IN or sentence.tokens[-1].text not in {".", ":"}:
            return False
        before = self.document.text[: sentence.start].rstrip(" \t")
        if before and not before.endswith("\n"):
            return False
        rest = self.document.text[sentence.end :].lstrip(" \t")
        bare = "VERB" not in sentence.upos and "AUX" not in sentence.upos and "PRON" not in sentence.upos
        return bare and not rest.startswith("\n") and sentence.tokens[0].text[:1].isupper()

    @cached_property
    def scenes(self) -> tuple[int, ...]:
        """For each line the number of its scene: one begins with an item, and where a sentence opens on another place:
        "In Quetta, ...", "Separately, ...", "In another attack ...".
        """
        numbers: list[int] = []
        number, item = 0, -1
        for line, own in zip(self.lines, self.items, strict=True):
            number += own != item or _opens_scene(line)
            item = own
            numbers.append(number)
        return tuple(numbers)

    def evidence(self, sentence: Sentence) -> Span:
        """The whole sentence."""
        return self.document.span(sentence.start, sentence.end)


def _opens_scene(line: Line) -> bool:
    words = line.sentence.words
    first = words[0]
    if first in _TURNING or (first == "in" and not _SEPARATE.isdisjoint(words[1:3])):
        return True
    return first in _FRONTED and any(0 < mark.first <= _WITHIN_FRONT for mark in line.places)


def span_covers(line: Line, head: int, span: Span) -> bool:
    """Whether a token lies inside a stretch of text."""
    token = line.sentence.tokens[head]
    return span.start <= token.start and token.end <= span.end
