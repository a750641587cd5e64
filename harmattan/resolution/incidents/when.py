"""Comparisons of time: when two accounts put what they tell."""

from __future__ import annotations

import re
from datetime import date, timedelta

from harmattan.model.values import Period
from harmattan.resolution.incidents.accounts import NIGHT, Account, drawn
from harmattan.resolution.incidents.findings import Finding

RECALLED = 400
"""Days within which "the attack on Aguelhok" is the last one; what is longer ago is told with its year."""
SHORT = 80
"""Characters before an act in which its words may say that it is known."""
SEASON = 130
"""Days; what was done "a year ago" was done so many days around it."""
NEWS_DAYS = 7
"""Days within which a happening is news."""


def time(left: Account, right: Account) -> Finding:
    """When it happened; where one does not say, when the two were printed."""
    one, other = left.period, right.period
    if one is None or other is None:
        return _undated(left, right, one or other)
    mine, theirs = _in_words(left), _in_words(right)
    words = mine if mine == theirs else f"{mine} and {theirs}"
    if one.overlaps(other):
        if _sums(left) != _sums(right):
            return Finding("one sums up a stretch of days", words)
        return _overlapping(one, other, words)
    gap = _gap(one, other)
    if gap == 1:
        night = NIGHT.search(_quote(left if _first(one, other) else right))
        return Finding("times overlap within three days" if night else "a day apart", words)
    return Finding("two or three days apart" if gap <= 3 else "more than three days apart", words)


def _overlapping(one: Period, other: Period, words: str) -> Finding:
    width = max(_width(one), _width(other))
    if width == 1:
        return Finding("same day", words)
    if width <= 3:
        return Finding("times overlap within three days", words)
    if width <= 14:
        return Finding("times overlap within two weeks", words)
    if width <= 31:
        return Finding("times overlap within a month", words)
    return Finding("times overlap within months" if width <= SEASON else "times overlap widely", words)


def _undated(left: Account, right: Account, known: Period | None) -> Finding:
    """Where one or both cannot be placed on the calendar, the days the texts were printed bear on it."""
    if left.text == right.text:
        return Finding("one text, one of the two undated")
    printed = [told.claim.document.published for told in (left, right) if told.period is None]
    # what is undated happened shortly before it was printed, if it is news, and any time before if it is not
    if printed[0] is None or printed[-1] is None:
        return Finding("one undated")
    first, last = min(printed[0], printed[-1]), max(printed[0], printed[-1])
    wide = False
    if known is not None:
        if known.earliest and first < known.earliest:
            return Finding("told before it happened", f"printed {first}, and {known.earliest}")
        end = known.latest or known.earliest
        if end is None:
            return Finding("one undated")
        wide = first < end and _width(known) > NEWS_DAYS
        first = min(first, end)
    gap = (last - first).days
    if gap <= 2 and not wide:
        return Finding("one undated, reported within two days")
    if gap <= NEWS_DAYS:
        return Finding("one undated, reported within a week")
    if gap <= RECALLED and any(
        told.period is None and told.claim.document.published == last and recalls(told)
        for told in (left, right)
    ):
        return Finding("one undated, recalled long after")
    return Finding("one undated, reported far apart")


@drawn
def recalls(told: Account) -> bool:
    """Whether its words speak of what is known already: "the attack on Aguelhok", "since gunmen stormed the prison"."""
    sentence, trigger = told.sentence, told.event.trigger
    before = told.claim.document.text[max(sentence.start, trigger.start - SHORT) : trigger.start]
    after = told.claim.document.text[trigger.end : trigger.end + 40]
    return bool(_THE.search(before) or _BEHIND.search(before) or _IN_THE.match(after))


_THE = re.compile(r"\b(?:the|this) (?:[\w'’-]+ ){0,2}$", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:since|after|before|when|which|where|whom|whose)\b[^,;.]*$|\bhad (?:been )?(?:\w+ )?$",
    re.IGNORECASE,
)
_IN_THE = re.compile(
    r"(?: [\w'’-]+){0,2} in (?:the|this) (?:attack|raid|ambush|assault|bombing|massacre|explosion|blast|siege"
    r"|strike|battle|operation)s?\b"
)


_STRETCH = re.compile(
    r"(?:since|between|from|during|over|in the (?:last|past)|in (?:two|three|four|\d+) )", re.IGNORECASE
)


_BETWEEN = re.compile(r"(?:between|from)", re.IGNORECASE)
"""Of two days that follow one another, what was done in the night: "from Saturday to Sunday"."""


@drawn
def _in_words(told: Account) -> str:
    return days(told.period) if told.period is not None else ""


@drawn
def _sums(told: Account) -> bool:
    """Whether it tells of all that happened on some days, of which another claim may tell a part: "since Friday"."""
    time, period = told.event.time, told.period
    return (
        time is not None
        and period is not None
        and (_width(period) > 2 or not _BETWEEN.match(time.span.quote))
        and _width(period) > 1
        and bool(_STRETCH.match(time.span.quote))
        and not NIGHT.search(time.span.quote)
    )


def _quote(told: Account) -> str:
    return told.event.time.span.quote if told.event.time is not None else ""


def _first(one: Period, other: Period) -> bool:
    return (one.earliest or date.min) < (other.earliest or date.min)


def _width(period: Period) -> int:
    if period.earliest is None or period.latest is None:
        return 10_000
    return (period.latest - period.earliest).days + 1


def _gap(one: Period, other: Period) -> int:
    """Days between two periods that do not overlap."""
    first, second = sorted((one, other), key=lambda period: period.latest or date.max)
    return ((second.earliest or date.max) - (first.latest or date.min) or timedelta(1)).days


def days(period: Period) -> str:
    """A period in words as short as they can be: "2021-03-03", "2021-03-01 to 2021-03-07"."""
    start, end = period.earliest, period.latest
    if start == end and start is not None:
        return start.isoformat()
    return f"{start or ''} to {end or ''}".strip()
