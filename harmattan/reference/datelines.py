"""Datelines: where and when a report was written, in front of its first sentence: "BAMAKO, March 14 (Agency) — ".

A text opens with one, or with a headline and then with one. What a dateline names is the reporter's, not the event's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(
    r"\s*\(?[A-ZÀ-Ý][\w .,'’/-]{1,60}?(?:\([\w .'’-]{2,40}\))?\)?\s*(?:—|–|--| - )\s*(?=\S)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATED = re.compile(
    rf"[A-ZÀ-Ý][\w '’/-]{{1,40}}, (?:[A-ZÀ-Ý][\w '’-]{{1,30}}, )?{_MONTH} \d{{1,2}}(?:,? \d{{4}})?: (?=\S)"
)
"""A dateline with a colon: "Imphal, June 9, 2024: ..."."""
_BELOW = re.compile(
    rf"^[ \t]*[A-ZÀ-Ý][\w .'’/-]{{1,40}}?(?:, (?!{_MONTH} \d)[A-ZÀ-Ý][\w .'’-]{{1,30}}?)?"
    rf"(?:(?P<day>,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?))?"
    r"(?:\s?(?P<agency>\([^()\n]{2,40}\)))?\s?(?:—|–|--|-)\s+(?=[\"“‘]?[A-ZÀ-Ý0-9])",
    re.MULTILINE,
)
"""Below a headline a day or an agency has to tell it from a heading."""
_PLACE = re.compile(r"\s*\(?(?P<place>[A-ZÀ-Ý][A-ZÀ-Ý'’. -]{1,40}?)\s*(?:[,(—–]|-[-\s])")
"""The town in capitals that a dateline begins with."""
_PLAIN = re.compile(r"(?<![\w’'])[a-zà-ÿ]\w*")
_IN_NAMES = frozenset("of the and de du des da la le les el al ed do di van von es near".split())
"""Words in lower case that stand in the names of places; any other makes it a sentence: "Two men — brothers — ..."."""
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline begins and ends, its dash and the space behind it included."""

    start: int
    end: int
    place: str
    """The town, where it stands in capitals as agencies write it; "" elsewhere."""


@dataclass(frozen=True, slots=True)
class Datelines:
    """The datelines of a text, in its order."""

    found: tuple[Dateline, ...] = ()

    def covers(self, offset: int) -> bool:
        """Whether what stands there is the reporter's."""
        return self.end(offset) > offset

    def end(self, offset: int) -> int:
        """Where the dateline ends that an offset lies in, 0 where it lies in none."""
        index = bisect_right(self.found, offset, key=lambda dateline: dateline.start) - 1
        return self.found[index].end if index >= 0 and offset < self.found[index].end else 0


def find_datelines(text: str) -> Datelines:
    """The dateline that opens a text, and those of reports further down, which name a day or an agency.

    >>> [one.place for one in find_datelines("Two killed in Gao\\n\\nGAO, May 3 (Wire) - Two men died.").found]
    ['GAO']
    """
    return Datelines(tuple(_all(text)))


def _all(text: str) -> Iterator[Dateline]:
    first = opening_end(text)
    if first:
        yield Dateline(0, first, _place(text, 0))
    for below in _BELOW.finditer(text, first):
        told = below["day"] or below["agency"]
        name = below[0].partition("(")[0]
        if told and below.end() - below.start() < _LONGEST and _is_name(name):
            yield Dateline(below.start(), below.end(), _place(text, below.start()))


def opening_end(text: str) -> int:
    """Where the dateline that opens a text ends, 0 where none does."""
    dated = _DATED.match(text)
    if dated is not None:
        return dated.end()
    match = _OPENING.match(text)
    if match is None or match.end() >= _LONGEST:
        return 0
    place, agency, _ = match[0].partition("(")
    if not agency and text[match.end()].islower():
        return 0
    return match.end() if _is_name(place or match[0]) else 0


def _is_name(words: str) -> bool:
    return all(word in _IN_NAMES for word in _PLAIN.findall(words))


def _place(text: str, start: int) -> str:
    found = _PLACE.match(text, start)
    return found["place"].strip() if found else ""
