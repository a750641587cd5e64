"""When: the words of a text that say it, and the periods they mean.

Written by hand, because what matters here is what the words do not say. "June 2021" is a month and never its
first day; "by 2023" has an end and no beginning; "on Tuesday" in a report without a date is a time that nobody
can place, and stays one. Three layers: points (`time_grammar`), parts of them and ranges between them, and the
bounds that prepositions set. `docs/times.md` has the tables.

Durations ("three months of fighting") and habits ("every Friday", "on Sundays") are no points in time and are left
out; so are "now", "recently" and "in recent years", which set no bound that could be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from harmattan.model.readings import Time
from harmattan.model.text import Span
from harmattan.model.values import Period, Precision
from harmattan.reading import time_calendar as calendar
from harmattan.reading import time_context as context
from harmattan.reading.time_calendar import Part
from harmattan.reading.time_frame import Frame, Tense, is_anchor
from harmattan.reading.time_grammar import compile_kinds, definite, point, unknown
from harmattan.reading.time_words import LETTER, Word, may_hold_time, words_of

ANCHOR_SENTENCES = 10
"""An anchor lapses after so many sentences without a time: what follows is no longer told from there."""

STORY_SENTENCES = 3
"""For so many sentences an old anchor sets the scene in a report: "in January 2012 ... in March"."""
HEAD_WORDS = 2
"""A year sets the scene where it stands at the head of a sentence: "In 2012 ...", and not in "a 1996 law"."""
HISTORY_YEARS = 4
HISTORY_SHARE = 0.75
"""A document with so many years, of which so large a share lies more than a year back, tells history."""
_ANY_YEAR = re.compile(r"(?<![\w.,])(?:1\d|20)\d\d(?![\w]|,\d)")


def find_times(
    text: str, start: int, end: int, published: date | None, anchor: Period | None = None
) -> list[Time]:
    """The times of one sentence, `text[start:end]`, in text order and without overlap.

    `published` is what "yesterday" and "in May" count from, `anchor` what "the following day" and, in an account of
    long ago, "in May" do: the last time that an earlier sentence named. Where the one that is needed is None, the
    time keeps its words and its precision and has no days.
    """
    return _read(text, (start, end), Frame(published, anchor))[0]


def document_times(
    text: str, sentences: Sequence[tuple[int, int]], published: date | None
) -> list[list[Time]]:
    """The times of each sentence of a document, the anchor carried from one to the next."""
    found: list[list[Time]] = []
    frame = Frame(published, history=_is_history(text, published))
    age = 0
    for sentence in sentences:
        times, after = _read(text, sentence, frame)
        age = age + 1 if after is frame else 0
        frame = after
        if not frame.history and age >= ANCHOR_SENTENCES:
            frame = replace(frame, anchor=None)
        elif frame.story and age >= STORY_SENTENCES:
            frame = replace(frame, story=False)
        found.append(times)
    return found


def _is_history(text: str, published: date | None) -> bool:
    """Whether most of the years that a document names lie well before its publication."""
    if published is None:
        return False
    years = [int(year) for year in _ANY_YEAR.findall(text)]
    old = sum(year < published.year - 1 for year in years)
    return len(years) >= HISTORY_YEARS and old > HISTORY_SHARE * len(years)


def _read(text: str, stretch: tuple[int, int], frame: Frame) -> tuple[list[Time], Frame]:
    """The times of a stretch, and what later ones can count from."""
    if not may_hold_time(text, *stretch):
        return [], frame
    return _Stretch(text, words_of(text, *stretch)).read(frame)


_SIMPLE = (
    "YEAR|NTH|ISO|NUMERIC|DECADE|MONTH|MAYBE_MONTH|WEEKDAY|MAYBE_WEEKDAY|SEASON|FALL|CODE|DEICTIC|TONIGHT|OVERNIGHT|"
    "LAST|NEXT|THIS|THAT|FOLLOWING|PREVIOUS|EARLY|LATE|MID|LATER|EARLIER|END|START|BEGINNING|UNITS"
)
_LED = (
    "(?:THE|A)(?=LAST|NEXT|SAME|FOLLOWING|PREVIOUS|PAST|COMING|EARLY|LATE|MID|START|BEGINNING|END|ORDINAL|DAY|NTH|"
    "DECADE|POSS|SEASON|FALL|UNIT|QUARTER|WEEKEND|DAYPART|FEW|COUPLE|WEEKDAY|YEAR|MONTH|MAYBE_MONTH)"
    "|(?:DAY|AMOUNT|A)(?=OF|MON|DASH|TO|SLASH|AND|UNIT|UNITS|QUARTER)|UNIT(?=POSS|DASH)|(?:FEW|COUPLE)(?=UNITS|OF)"
    "|ORDINAL(?=DASH|QUARTER|HALF)"
)
_PREPOSITION = (
    "(?:(?:BY|SINCE|UNTIL|BEFORE|AFTER|FROM)(?:THE(?=YEAR))?|"
    "BETWEEN|THROUGH|(?:STARTING|BEGINNING)(?:IN|ON|FROM)?)"
)
_BOUND = compile_kinds(_PREPOSITION)
_STARTS = compile_kinds(f"(?:{_PREPOSITION}(?={_SIMPLE}|{_LED})|{_SIMPLE}|{_LED})")
_UPPER = frozenset((LETTER["BY"], LETTER["UNTIL"], LETTER["THROUGH"]))
_LOWER = frozenset((LETTER["SINCE"], LETTER["FROM"], LETTER["STARTING"], LETTER["BEGINNING"]))
_DATED = frozenset((LETTER["YEAR"], LETTER["ISO"], LETTER["NUMERIC"], LETTER["DECADE"]))
_MONTH_LETTERS = frozenset((LETTER["MONTH"], LETTER["MAYBE_MONTH"]))
_LINK = compile_kinds("(?:TO|DASH|UNTIL|THROUGH|AND)(?:IN|ON)?")
_LINK_BETWEEN = compile_kinds("(?:AND|TO|DASH)(?:IN|ON)?")
_DAYS_THEN_MONTH = compile_kinds("(?:DAY|NTH)(?:AND|COMMA)(?:DAY|NTH)MON")
_MONTH_THEN_DAYS = compile_kinds("MON(?:DAY|NTH)AND(?:DAY|NTH)(?!WORD|NAME|MON|UNIT)")
_NIGHT = compile_kinds("THE?(?:EARLY|LATE)?DAYPART(?:OF|ON)")
_PART = compile_kinds(
    "THE?(?:EARLY|LATE|MID)(?:DASH|IN|ON|OF)?|THE?(?:START|BEGINNING|END)OF"
    "|(?:END|START)DASH?(?=YEAR|MON)|THE?ORDINAL HALF OF"
)
_PART_OF_KIND = {
    LETTER["EARLY"]: Part.EARLY,
    LETTER["MID"]: Part.MID,
    LETTER["LATE"]: Part.LATE,
    LETTER["START"]: Part.START,
    LETTER["BEGINNING"]: Part.START,
    LETTER["END"]: Part.END,
}


@dataclass(frozen=True, slots=True)
class _Found:
    """Words `first` up to but not including `stop`, and what they mean."""

    first: int
    stop: int
    period: Period
    anchor: Period | None
    """What later words may count from: the period itself, or the one that a bound was set by."""


class _Stretch:
    """One sentence's words, read from left to right."""

    def __init__(self, text: str, words: list[Word]) -> None:
        self.text = text
        self.words = words
        self.kinds = "".join([word.kind for word in words])

    def read(self, frame: Frame) -> tuple[list[Time], Frame]:
        times: list[Time] = []
        at = 0
        for start in _STARTS.finditer(self.kinds):
            if start.start() < at:
                continue
            for found in self._at(start.start(), replace(frame, story=frame.story or bool(times))):
                at = found.stop
                first, last = self.words[found.first].start, self.words[found.stop - 1].end
                times.append(Time(Span(first, last, self.text[first:last]), found.period))
                if found.anchor and is_anchor(found.anchor):
                    fine = found.anchor.precision is not Precision.YEAR
                    frame = replace(frame, anchor=found.anchor, story=fine or found.first <= HEAD_WORDS)
        return times, frame

    def _at(self, at: int, frame: Frame) -> list[_Found]:
        tense = context.tense_at(self.words, at, anywhere=self.kinds[at] in _UPPER)
        frame = replace(frame, tense=tense)
        listed = self._listed(at, frame)
        if listed:
            return listed
        found = self._bounded(at, frame)
        if found is None:
            return []
        # What is still to come is no place in the story to go on from.
        aside = self._attributive(found) or (at > 0 and self.kinds[at - 1] == LETTER["LEFT"])
        # "the election of 2018" says which election, not that the report goes on in 2018.
        which = found.period.precision is Precision.YEAR and at > 0 and self._word(at - 1) == "of"
        aside = aside or (which and not frame.history)
        ahead = tense is Tense.FUTURE and not frame.history
        return [replace(found, anchor=None) if aside or ahead else found]

    def _word(self, at: int) -> str:
        return self.text[self.words[at].start : self.words[at].end].lower()

    def _listed(self, at: int, frame: Frame) -> list[_Found]:
        """ "28 and 29 August 1918", "May 4 and 5": two days that share a month, each in its own words."""
        match = _DAYS_THEN_MONTH.match(self.kinds, at)
        if match:
            whole = self._point(at + 2, frame)
            alone = whole and self._apart([at, *range(at + 3, whole.stop)], frame)
            return [_Found(at, at + 1, alone, alone), whole] if whole and alone else []
        match = _MONTH_THEN_DAYS.match(self.kinds, at)
        if match:
            whole = self._point(at, frame)
            alone = whole and self._apart([at, at + 3], frame)
            return [whole, _Found(at + 3, at + 4, alone, alone)] if whole and alone else []
        return []

    def _apart(self, indices: list[int], frame: Frame) -> Period | None:
        """The point that some words, not all neighbours, make together."""
        words = [self.words[index] for index in indices]
        found = point(words, "".join(word.kind for word in words), 0, frame)
        return found and found[1]

    # Bounds: "by", "since", "until", "before", "after", "from" -------------------------------------------------

    def _bounded(self, at: int, frame: Frame) -> _Found | None:
        bound = _BOUND.match(self.kinds, at)
        if bound is None:
            return self._joined(at, frame)
        inner = self._joined(bound.end(), frame, between=bound.group().startswith(LETTER["BETWEEN"]))
        if inner is None:
            return None
        kind = self.kinds[at]
        if kind == LETTER["BETWEEN"] and inner.period.precision is not Precision.OPEN:
            return None
        if kind == LETTER["BETWEEN"] or (kind == LETTER["FROM"] and inner.period.precision is Precision.OPEN):
            return _Found(at, inner.stop, inner.period, inner.period)
        period = self._bound(kind, inner, frame)
        return (
            inner
            if period is None
            else _Found(at, inner.stop, period, inner.anchor if kind in _UPPER else None)
        )

    def _bound(self, kind: str, inner: _Found, frame: Frame) -> Period | None:
        """What a preposition makes of the period behind it; None where it bounds nothing ("from Monday's attack")."""
        period = inner.period
        attributive = self._attributive(inner)
        if kind == LETTER["FROM"] and (
            attributive or self.kinds[inner.stop - 1] not in _DATED | _MONTH_LETTERS
        ):
            return None
        if not period.resolved:
            return unknown(Precision.OPEN)
        earliest, latest = period.earliest, period.latest
        if kind in _UPPER:
            return Period(None, latest, Precision.OPEN) if latest else None
        if kind in _LOWER:
            return Period(earliest, None, Precision.OPEN) if earliest else None
        if kind == LETTER["BEFORE"]:
            ended = LETTER["END"] in self.kinds[inner.first : inner.stop]
            edge = latest if attributive or ended else earliest and _step(earliest, -1)
            return Period(None, edge, Precision.OPEN) if edge else None
        edge = earliest if attributive else latest and _step(latest, 1)
        return Period(edge, None, Precision.OPEN) if edge else None

    def _attributive(self, found: _Found) -> bool:
        """Whether the time only describes something: "after the 2012 coup", "since Tuesday's attack"."""
        rest = self.kinds[found.stop : found.stop + 1]
        if rest == LETTER["POSS"]:
            return True
        bare = found.stop - found.first == 1 and self.kinds[found.first] == LETTER["YEAR"]
        opened = found.first > 0 and self.kinds[found.first - 1] in (LETTER["THE"], LETTER["A"])
        return bare and opened and rest in (LETTER["WORD"], LETTER["NAME"])

    # Ranges: "March to May 2013", "between 2012 and 2014" --------------------------------------------------------

    def _joined(self, at: int, frame: Frame, between: bool = False) -> _Found | None:
        left = self._part(at, frame)
        if left is None:
            return None
        link = (_LINK_BETWEEN if between else _LINK).match(self.kinds, left.stop)
        if link is None:
            return left
        if (
            self.kinds[link.end() : link.end() + 1] == LETTER["PRESENT"]
            and self.kinds[link.start()] != LETTER["AND"]
            and left.period.earliest
            and not between
        ):
            return _Found(at, link.end() + 1, Period(left.period.earliest, None, Precision.OPEN), None)
        dated = any(self.kinds[index] in _DATED for index in range(left.first, left.stop))
        after = left.period.earliest if dated else None
        right = self._part(link.end(), replace(frame, after=after))
        if right is None:
            return left
        apart = link.group()[0] in (LETTER["AND"], LETTER["COMMA"]) and not between
        if not dated and right.period.earliest:
            left = self._lend(left, right.period, frame)
        if apart:
            return left
        if not left.period.resolved or not right.period.resolved:
            return _Found(at, right.stop, unknown(Precision.OPEN), None)
        period = calendar.joined(left.period, right.period)
        return left if period is None else _Found(at, right.stop, period, period)

    def _lend(self, left: _Found, right: Period, frame: Frame) -> _Found:
        """The left of two dates again, in the year of the right: "between March and May 2013"."""
        if right.earliest is None:
            return left
        for year in (right.earliest.year, right.earliest.year - 1):
            again = self._part(left.first, replace(frame, year=year))
            if (
                again
                and again.stop == left.stop
                and again.period.earliest
                and again.period.earliest <= right.earliest
            ):
                return again
        return left

    # Parts: "early June", "the end of 2021", "the morning of 5 June" ---------------------------------------------

    def _part(self, at: int, frame: Frame) -> _Found | None:
        night = _NIGHT.match(self.kinds, at)
        if night:
            inner = self._point(night.end(), frame)
            if inner and inner.period.precision in (Precision.DAY, Precision.OPEN):
                return _Found(at, inner.stop, inner.period, inner.period)
        prefix = _PART.match(self.kinds, at)
        whole = self._point(at, frame)
        if prefix:
            inner = self._point(prefix.end(), frame) or self._definite(prefix.end(), frame)
            if inner and (whole is None or inner.stop > whole.stop):
                period = calendar.part_of(inner.period, self._which(prefix))
                return _Found(at, inner.stop, period, period)
        return whole

    def _definite(self, at: int, frame: Frame) -> _Found | None:
        found = definite(self.words, self.kinds, at, frame)
        return None if found is None else _Found(at, *found, found[1])

    def _which(self, prefix: re.Match[str]) -> Part:
        for index in range(prefix.start(), prefix.end()):
            part = _PART_OF_KIND.get(self.kinds[index])
            if part:
                return part
        ordinal = next(
            word for word in self.words[prefix.start() : prefix.end()] if word.kind != LETTER["THE"]
        )
        return Part.FIRST_HALF if ordinal.value == 1 else Part.SECOND_HALF

    def _point(self, at: int, frame: Frame) -> _Found | None:
        if not context.may_start(self.words, at):
            return None
        found = point(self.words, self.kinds, at, frame)
        if found is None or not context.is_time(self.words, at, found[0]):
            return None
        return _Found(at, *found, found[1])


def _step(day: date, by: int) -> date | None:
    try:
        return calendar.moved(Precision.DAY, day, by)
    except OverflowError:
        return None
