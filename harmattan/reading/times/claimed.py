"""When: the words of a text that say it, and the periods they mean.

Written by hand, because what matters here is what the words do not say. "June 2021" is a month and never its
first day; "by 2023" has an end and no beginning; "on Tuesday" in a report without a date is a time that nobody
can place, and stays one. `time_finder` finds every expression of time, as TimeML marks them. Those that say when become
the times of claims here: two of them a range, one behind a preposition a bound. `docs/times.md` has the tables.

Lengths ("three months of fighting"), habits ("every Friday", "on Sundays"), "now" and "recently" are expressions and
no times of claims: they set no bound that could be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from harmattan.model.readings import Time
from harmattan.model.text import Span
from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar
from harmattan.reading.times.finder import DATED, LINK, UPPER, Finder, Found
from harmattan.reading.times.frame import ANCHOR_DAYS, Frame
from harmattan.reading.times.rules import unknown
from harmattan.reading.times.values import TimexType
from harmattan.reading.times.words import DAYPARTS, LETTER, may_hold_time, words_of

ANCHOR_SENTENCES = 10
"""An anchor lapses after so many sentences without a time: what follows is no longer told from there."""

STORY_SENTENCES = 3
"""For so many sentences an old anchor sets the scene in a report: "in January 2012 ... in March"."""
HISTORY_YEARS = 4
HISTORY_SHARE = 0.75
"""A document with so many years, of which so large a share lies more than a year back, tells history."""
NEWS_CHARACTERS = 250
"""How far into a report the day of its news stands."""
NEWS_SHARE = 0.2
"""Weekdays by themselves, and "yesterday", are counted from a publication: so many to each year, and it is news."""
_NEWS_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? \d|,? [A-Z])|[Yy]esterday|[Tt]omorrow|last (?:week|month))\b"
)
_TODAY = re.compile(r"\b(?:has|have|will)\b(?! been (?:blamed|accused))")
_COVERING = re.compile(
    r"(?i)\b(?:reporting period|period covered|period|week of|weeks of|covering|covers)\b:?\s+"
)
HEAD_CHARACTERS = 400
"""How far into a text its head may reach that says what it covers."""
_PERIOD_CHARACTERS = 60
_ANY_YEAR = re.compile(r"(?<![\w.,])(?:1\d|20)\d\d(?![\w]|,\d)")


@dataclass(frozen=True, slots=True)
class Expression:
    """Some words of time as TimeML marks them: without a preposition, and each end of a range for itself."""

    span: Span
    type: TimexType
    value: str


def find_times(
    text: str, start: int, end: int, published: date | None, anchor: Period | None = None
) -> list[Time]:
    """The times of one sentence, `text[start:end]`, in text order and without overlap.

    `published` is what "yesterday" and "in May" count from, `anchor` what "the following day" and, in an account of
    long ago, "in May" do: the last time that an earlier sentence named. Where the one that is needed is None, the
    time keeps its words and its precision and has no days.
    """
    read, _ = _read(text, (start, end), Frame(published, anchor))
    return [] if read is None else read.times()


def document_times(
    text: str, sentences: Sequence[tuple[int, int]], published: date | None, title: str | None = None
) -> list[list[Time]]:
    """The times of each sentence of a document that a claim can rest on: when, and not how long or how often.

    Where no day of publication is known, a period that the title or the head of the text names says of which year
    days are.
    """
    covers = None if published else _covered(text, title)
    return [[] if read is None else read.times() for read in _document(text, sentences, published, covers)]


def _covered(text: str, title: str | None) -> Period | None:
    """The period that a document says it reports on: in its title, or in its head behind a word for it."""
    told = _COVERING.search(text, 0, HEAD_CHARACTERS)
    stretches = [(title, 0, len(title))] if title else []
    if told is not None:
        stretches.append((text, told.end(), min(len(text), told.end() + _PERIOD_CHARACTERS)))
    for words, start, end in stretches:
        for time in find_times(words, start, end, None):
            earliest, latest = time.period.earliest, time.period.latest
            if earliest and latest and (latest - earliest).days <= ANCHOR_DAYS:
                return time.period
    return None


def document_expressions(
    text: str, sentences: Sequence[tuple[int, int]], published: date | None
) -> list[list[Expression]]:
    """All expressions of time of each sentence of a document, with TimeML's types and values."""
    return [[] if read is None else read.expressions() for read in _document(text, sentences, published)]


def _document(
    text: str, sentences: Sequence[tuple[int, int]], published: date | None, covers: Period | None = None
) -> Iterator[_Read | None]:
    """What was found in each sentence, the anchor carried from one to the next."""
    frame = Frame(published, history=_is_history(text, published), covers=covers)
    age = 0
    for sentence in sentences:
        read, after = _read(text, sentence, frame)
        age = age + 1 if after is frame else 0
        frame = after
        if not frame.history and age >= ANCHOR_SENTENCES:
            frame = replace(frame, anchor=None, passing=None)
        elif frame.story and (age >= STORY_SENTENCES or (frame.narrative and _is_of_today(text, sentence))):
            frame = replace(frame, story=False)
        yield read


def _is_of_today(text: str, stretch: tuple[int, int]) -> bool:
    """Whether a sentence of news comes back from what was long ago: "The bloc has withdrawn its men"."""
    return _TODAY.search(text, *stretch) is not None


def _is_history(text: str, published: date | None) -> bool:
    """Whether most of the years that a document names lie well before its publication."""
    if published is None:
        return False
    years = [int(year) for year in _ANY_YEAR.findall(text)]
    old = sum(year < published.year - 1 for year in years)
    if len(years) < HISTORY_YEARS or old <= HISTORY_SHARE * len(years):
        return False
    if _NEWS_DAY.search(text, 0, NEWS_CHARACTERS):
        return False  # "A court on Thursday sentenced ...", whatever was done long ago
    return len(_NEWS_DAY.findall(text)) <= NEWS_SHARE * len(years)


def _read(text: str, stretch: tuple[int, int], frame: Frame) -> tuple[_Read | None, Frame]:
    """What a stretch holds, and what later ones can count from."""
    if not frame.history and not may_hold_time(text, *stretch):
        return None, frame
    finder = Finder(text, words_of(text, *stretch))
    found, frame = finder.read(frame)
    return _Read(finder, found, frame.published), frame


_LOWER = frozenset((LETTER["SINCE"], LETTER["FROM"], LETTER["STARTING"], LETTER["BEGINNING"]))
_AROUND = frozenset((LETTER["BEFORE"], LETTER["AFTER"]))
_MONTHS = frozenset((LETTER["MONTH"], LETTER["MAYBE_MONTH"]))
_OPENED = frozenset((LETTER["TO"], LETTER["DASH"], LETTER["UNTIL"], LETTER["THROUGH"]))
_ENDLESS = frozenset((LETTER["PRESENT"], LETTER["NOW"]))


@dataclass(frozen=True, slots=True)
class _Read:
    """The expressions of one sentence, and the two things that are made of them."""

    finder: Finder
    found: list[Found]
    published: date | None = None

    def expressions(self) -> list[Expression]:
        return [
            Expression(self._span(each.first, each.stop), each.meaning.type, each.meaning.value)
            for each in self.found
        ]

    def times(self) -> list[Time]:
        times: list[Time] = []
        rest = list(self.found)
        while rest:
            left = rest.pop(0)
            if left.period is None:
                continue
            lead = self.finder.bounds.get(left.first, left.first)
            kind = self.finder.kinds[lead] if lead < left.first else ""
            first, stop, period = left.first, left.stop, left.period
            joined = self._joined(left, rest[0] if rest else None, kind)
            if joined:
                stop, period = joined
                while rest and rest[0].first < stop:
                    rest.pop(0)
            bound = self._bound(kind, left, Found(first, stop, replace(left.meaning, period=period)))
            if bound:
                first, period = lead, bound
            times.append(Time(self._span(first, stop), period))
        return times

    def _span(self, first: int, stop: int) -> Span:
        start, end = self.finder.words[first].start, self.finder.words[stop - 1].end
        return Span(start, end, self.finder.text[start:end])

    # Ranges: "March to May 2013", "between 2012 and 2014" ----------------------------------------------------

    def _joined(self, left: Found, right: Found | None, bound: str) -> tuple[int, Period] | None:
        """Where a range that begins with an expression stops, and all of it; None where it is none."""
        kinds, begins = self.finder.kinds, left.period
        between = bound == LETTER["BETWEEN"]
        link = LINK.match(kinds, left.stop)
        if link is None or begins is None:
            return None
        if kinds[link.end() : link.end() + 1] in _ENDLESS and not between and kinds[link.start()] in _OPENED:
            earliest = begins.earliest
            return (link.end() + 1, Period(earliest, None, Precision.OPEN)) if earliest else None
        if right is None or right.first != link.end() or right.period is None:
            return None
        if kinds[link.start()] == LETTER["AND"] and not between and not self._next_day(left, right):
            return None
        if not begins.resolved or not right.period.resolved:
            return right.stop, unknown(Precision.OPEN)
        period = calendar.joined(begins, right.period)
        return None if period is None else (right.stop, period)

    def _next_day(self, left: Found, right: Found) -> bool:
        """Whether two days with only an "and" between follow one another: "on Monday and Tuesday"."""
        if left.period is None or right.period is None or right.first != left.stop + 1:
            return False
        days = (left.period.earliest, left.period.latest, right.period.earliest, right.period.latest)
        if None in days or left.period.precision is not Precision.DAY or self.finder.is_attributive(right):
            return False
        first, _, _, last = days
        return first is not None and _step(first, 1) == last

    # Bounds: "by", "since", "until", "before", "after", "from" -----------------------------------------------

    def _a_year_before(self, day: date, whole: Found) -> date | None:
        """Since a day to come nothing has been so: it is the one a year before, unless its year is told."""
        told = any(self.finder.kinds[at] in DATED for at in range(whole.first, whole.stop))
        return day if told else _year_back(day)

    def _bound(self, kind: str, left: Found, whole: Found) -> Period | None:
        """What a preposition makes of the period behind it; None where it bounds nothing ("from Monday's attack")."""
        period, ranged = whole.period, whole.stop > left.stop
        if not kind or period is None:
            return None
        if kind == LETTER["BETWEEN"]:
            return period if ranged else None
        if kind == LETTER["FROM"] and ranged:
            return period
        if kind in _AROUND and self.finder.words[whole.first].text.lower() in DAYPARTS:
            return None  # "before dawn on Friday" is on Friday
        attributive = self.finder.is_attributive(whole)
        if kind == LETTER["FROM"] and (
            attributive or self.finder.kinds[whole.stop - 1] not in DATED | _MONTHS
        ):
            return None
        if not period.resolved:
            return unknown(Precision.OPEN)
        earliest, latest = period.earliest, period.latest
        if kind in UPPER:
            return Period(None, latest, Precision.OPEN) if latest else None
        if kind in _LOWER:
            if kind == LETTER["SINCE"] and earliest and self.published and earliest > self.published:
                earliest = self._a_year_before(earliest, whole)
            return Period(earliest, None, Precision.OPEN) if earliest else None
        if kind == LETTER["BEFORE"]:
            ended = LETTER["END"] in self.finder.kinds[whole.first : whole.stop]
            edge = latest if attributive or ended else earliest and _step(earliest, -1)
            return Period(None, edge, Precision.OPEN) if edge else None
        edge = earliest if attributive else latest and _step(latest, 1)
        return Period(edge, None, Precision.OPEN) if edge else None


def _year_back(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return None


def _step(day: date, by: int) -> date | None:
    try:
        return calendar.moved(Precision.DAY, day, by)
    except OverflowError:
        return None
