"""How rules of the time grammar are written: patterns over kinds of words, and what such a pattern matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from harmattan.model.values import Period, Precision
from harmattan.reading.times.frame import Frame
from harmattan.reading.times.values import Meaning
from harmattan.reading.times.words import LETTER, Word


@dataclass(frozen=True, slots=True)
class Parts:
    """What a rule matched, by the names of its groups."""

    match: re.Match[str]
    words: Sequence[Word]

    def _at(self, group: str) -> int:
        return self.match.start(group) if group in self.match.re.groupindex else -1

    def has(self, group: str) -> bool:
        """Whether the rule has such a group and it took part in the match."""
        return self._at(group) >= 0

    def value(self, group: str) -> int | None:
        """The number a group's first word stands for, None where the group is absent."""
        at = self._at(group)
        return None if at < 0 else self.words[at].value

    def word(self, group: str) -> str:
        """A group's first word in lower case, "" where the group is absent."""
        at = self._at(group)
        return "" if at < 0 else self.words[at].text.lower()

    def kind(self, group: str) -> str:
        """The letter of a group's first word, "" where the group is absent."""
        at = self._at(group)
        return "" if at < 0 else self.words[at].kind

    def all(self, group: str) -> Sequence[Word]:
        """All words of a group."""
        at = self._at(group)
        return () if at < 0 else self.words[at : self.match.end(group)]

    @property
    def before(self) -> Word | None:
        """The word before the match."""
        return self.words[self.match.start() - 1] if self.match.start() else None

    @property
    def after(self) -> Word | None:
        """The word behind the match."""
        return self.words[self.match.end()] if self.match.end() < len(self.words) else None


Build = Callable[[Parts, Frame], Meaning | Period | None]
"""A rule's meaning. A `Period` alone is a date with the value of that stretch of the calendar. A period without days
says: a time, but nobody can know when. None says: no time after all.
"""

_MACROS = {
    "INYEAR": "(?:COMMA? OF? (?P<year>YEAR)(?!DASH YEAR|SLASH YEAR)|OF? (?P<deixis>THIS|LAST|NEXT) (?P<yearunit>UNIT)"
    "|OF? (?P<told>THAT) SAME? (?P<yearunit2>UNIT)"
    "|(?:(?:OF|IN)? THE (?P<told2>SAME)|(?:OF|IN) THE (?P<told3>FOLLOWING|PREVIOUS|NEXT)) (?P<yearunit3>UNIT))",
    "COUNT": "(?P<count>(?:(?:A (?=SCALE)|DAY|AMOUNT|DECIMAL|BIG|YEAR) (?:DASH? AMOUNT)? SCALE? SCALE? "
    "(?:AND? DAY SLASH DAY)?|A)(?:AND A HALF)?)",
    "HEAD": "(?:LAST|PAST|NEXT|COMING|FOLLOWING|PREVIOUS|RECENT|ORDINAL|FUTURE|LATEST)",
    "LENGTH": "(?:UNITS|SHORTS|CENTURIES)",
    "ONELENGTH": "(?:UNIT|QUARTER|SHORT|CENTURY)",
    "MON": "(?:MONTH|MAYBE_MONTH)",
    "WD": "(?:WEEKDAY|MAYBE_WEEKDAY)",
    "NUM": "(?:DAY|AMOUNT|A)",
    "ANYUNIT": "(?:UNIT|QUARTER)",
}


_KIND = re.compile(r"(?<![A-Z_])(?:" + "|".join(sorted(LETTER, key=len, reverse=True)) + r")(?![A-Z_])")


def compile_kinds(pattern: str) -> re.Pattern[str]:
    """A regular expression over kinds' letters from one with kinds' names, a space or a sign between names.

    "THE? YEAR" is the letter of THE, perhaps, and that of YEAR. Spaces say nothing.
    """
    for name, macro in _MACROS.items():
        pattern = re.sub(rf"(?<![A-Z_]){name}(?![A-Z_])", f" {macro} ", pattern)
    return re.compile(_KIND.sub(lambda found: LETTER[found.group()], pattern).replace(" ", ""))


_PIECE = re.compile(r"\(\?P<\w+>|\(\?<?[:=!]|.")


def first_kinds(rule: re.Pattern[str]) -> frozenset[str]:
    """The letters that a match can begin with, so that a rule is tried at such words only."""
    pieces = _PIECE.findall(rule.pattern)
    kinds, _, _ = _first_of(pieces, 0)
    return frozenset(kinds)


def _first_of(pieces: Sequence[str], at: int) -> tuple[set[str], bool, int]:
    """First letters of an alternation, whether it may be empty, and where it stops: at its bracket or the end."""
    kinds: set[str] = set()
    may_be_empty, empty_so_far = False, True
    while at < len(pieces) and pieces[at] != ")":
        piece = pieces[at]
        if piece == "|":
            may_be_empty, empty_so_far = may_be_empty or empty_so_far, True
        else:
            inside, empty = {piece}, False
            if piece.startswith("("):
                inside, empty, at = _first_of(pieces, at + 1)
                if piece[-1] in "=!":  # looks around and takes nothing
                    inside, empty = set(), True
            if pieces[at + 1 : at + 2] in (["?"], ["*"]):
                empty, at = True, at + 1
            kinds |= inside if empty_so_far else set()
            empty_so_far = empty_so_far and empty
        at += 1
    return kinds, may_be_empty or empty_so_far, at


def unknown(precision: Precision) -> Period:
    """A time that cannot be placed on the calendar."""
    return Period(None, None, precision)


def or_unknown(period: Period | None, precision: Precision) -> Period:
    """The period, or one of the same precision without days."""
    return unknown(precision) if period is None else period


def number(words: Sequence[Word]) -> float | None:
    """What number some words make: "two and a half", "5 1/2", "a hundred", "twenty-four", "2,000"."""
    total: float | None = None
    rest = list(words)
    while rest:
        word = rest.pop(0)
        kind = word.kind
        if kind == LETTER["DASH"] and words[0].text.isdecimal():
            return total  # "30-40 years"
        if len(rest) >= 2 and rest[0].kind == _SLASH and rest[1].value:
            total = (total or 0) + word.value / rest[1].value
            rest = rest[2:]
        elif kind == LETTER["HALF"]:
            total = (total or 1) - 0.5  # the article before it counted as one
        elif kind == LETTER["SCALE"]:
            total = (total or 1) * word.value
        elif kind == LETTER["DECIMAL"]:
            total = float(word.text)
        elif word.value:
            total = (total or 0) + word.value
    return total


_SLASH = LETTER["SLASH"]
