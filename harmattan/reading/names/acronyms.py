"""Acronyms that a document introduces itself: "the Movement for Unity and Jihad in West Africa (MUJAO)".

Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation definitions", find a short form
in brackets and match it backwards; names of armed groups are often translated ("MUJAO" is French), so the
initials are a hint and the capitals of the long form decide where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.reading.marks import Sentence

_SHORT = re.compile(r"[A-Z][A-Za-z0-9&-]{0,9}[A-Z0-9]s?$")
_LOWER_INSIDE = frozenset(
    "of for the in and to al el wal wa bil de du des la le les et pour au ul on an ad - – 's ’s ' ’ .".split()
)
_NEVER_FIRST = frozenset("of for the in and to de du des et on - – 's ’s ' ’ . a".split())
_WHOSE = frozenset("fighters members militants soldiers men supporters rebels leaders forces".split())
_LONGEST = 14


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and the long form beside it, as token ranges of one sentence."""

    first: int
    stop: int
    """The long form's tokens."""
    short: int
    """The short form's token."""


def find_acronyms(sentence: Sentence) -> Iterator[Acronym]:
    """Every "Long Name (SHORT)" and "SHORT (Long Name)" of a sentence."""
    words = [token.text for token in sentence.tokens]
    for index in range(1, len(words) - 1):
        if words[index] != "(":
            continue
        if words[index + 2 : index + 3] in ([")"], [","], [";"]) and _SHORT.match(words[index + 1]):
            first = _long_form(words, index, words[index + 1])
            if first is not None:
                yield Acronym(first, index, index + 1)
        elif (
            _SHORT.match(words[index - 1])
            and words[index - 1].isupper()
            and ")" in words[index : index + _LONGEST]
        ):
            stop = words.index(")", index)
            if _initials_fit(words[index + 1 : stop], words[index - 1]):
                yield Acronym(index + 1, stop, index - 1)


def _long_form(words: list[str], stop: int, short: str) -> int | None:
    """Where the long form that ends before `stop` begins; None where no run of capitals stands there."""
    first = stop
    while first > max(0, stop - _LONGEST) and _may_stand_in_a_name(words[first - 1]):
        first -= 1
    while first < stop and (words[first].lower() in _NEVER_FIRST or not words[first][:1].isalpha()):
        first += 1
    if words[first + 1 : first + 2] == ["of"] and words[first].lower() in _WHOSE:
        # "Fighters of the Movement ... (MUJAO)"
        first += 3 if words[first + 2 : first + 3] == ["the"] else 2
    if stop - first < 1 or not words[stop - 1][:1].isalnum() or words[stop - 1] == short:
        return None
    for later in range(stop - 1, first, -1):
        if words[later].lower() not in _LOWER_INSIDE and _initials_fit(words[later:stop], short):
            return (
                later
                if not _initials_fit(words[first:stop], short) or later == first
                else _widest(words, first, stop, short)
            )
    return first if stop - first > 1 else None


def _widest(words: list[str], first: int, stop: int, short: str) -> int:
    """The earliest start at which the initials fit and the first word gives the acronym's first letter."""
    for start in range(first, stop):
        if words[start][:1].lower() == short[0].lower() and _initials_fit(words[start:stop], short):
            return start
    return first


def _may_stand_in_a_name(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdigit() or word.lower() in _LOWER_INSIDE


def _initials_fit(words: list[str], short: str) -> bool:
    """Whether the initials of the words, some left out, spell the acronym."""
    letters = [letter.lower() for letter in short.rstrip("s") if letter.isalpha()]
    initials = [word[0].lower() for word in words if word[:1].isalpha()]
    if not initials or not letters or initials[0] != letters[0]:
        return False
    position = 0
    for initial in initials:
        if position < len(letters) and initial == letters[position]:
            position += 1
    return position == len(letters)
