"""Times told by how long before another they were: "four days after six men were shot", of a raid on Sunday."""

from __future__ import annotations

from datetime import date

from harmattan.model.readings import Time
from harmattan.model.text import Document
from harmattan.model.values import Period, Precision
from harmattan.reading.events.elsewhen import openers
from harmattan.reading.marks import Sentence
from harmattan.reading.times import calendar

_UNITS = {
    "day": Precision.DAY,
    "days": Precision.DAY,
    "week": Precision.WEEK,
    "weeks": Precision.WEEK,
    "month": Precision.MONTH,
    "months": Precision.MONTH,
    "year": Precision.YEAR,
    "years": Precision.YEAR,
}
_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            ("a", "one"),
            *((word,) for word in "two three four five six seven eight nine ten eleven twelve".split()),
        ),
        start=1,
    )
    for word in words
}
_MOST = 99
_HALF_A_YEAR = 6
"""Months."""


def elapsed(
    document: Document, sentence: Sentence, event: tuple[int, ...], above: Time | None
) -> Time | None:
    """When the event on these tokens was, where "so many days after" opens its clause or its phrase: counted from
    `above`, the time of what came after it, or for weeks and longer from the publication. None where no such words
    stand there or there is nothing to count from.
    """
    opening = sorted({case for word in event for case in openers(sentence, word)})
    after = next((at for at in opening if sentence.words[at] == "after" and at >= 2), None)
    if after is None:
        return None
    unit = _UNITS.get(sentence.words[after - 1])
    number = 1 if sentence.words[after - 2] == "the" else _number(sentence.words[after - 2])
    first = after - 2
    if first and sentence.words[first - 1] == "half":
        if unit is not Precision.YEAR:
            return None
        unit, number, first = Precision.MONTH, _HALF_A_YEAR, first - 1
    if unit is None or number is None:
        return None
    counted_from = _day(above.period if above else None)
    if counted_from is None and above is None and unit is not Precision.DAY:
        counted_from = document.published
    if counted_from is None:
        return None
    try:
        period = calendar.shifted(unit, counted_from, -number)
    except (OverflowError, ValueError):
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[after].end
    return Time(document.span(start, end), period)


def _number(word: str) -> int | None:
    if word.isdecimal() and word.isascii() and len(word) <= len(str(_MOST)):
        return int(word) or None
    return _NUMBERS.get(word)


def _day(period: Period | None) -> date | None:
    if period is None or period.earliest is None or period.earliest != period.latest:
        return None
    return period.earliest
