"""The quarters and years whose results companies tell: "the latest period", "the year-ago quarter", "fiscal 1990".

A text of results names its quarter once and then compares: "the quarter" is the one named last, "the year-ago quarter"
the same one of the year before. No claim rests on any of them.
"""

from __future__ import annotations

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar
from harmattan.reading.times.frame import Frame
from harmattan.reading.times.lengths import unit_name
from harmattan.reading.times.rules import Build, Parts, number
from harmattan.reading.times.values import Meaning, TimexType, lasting, undated
from harmattan.reading.times.words import LETTER


def _latest_quarter(frame: Frame) -> Period | None:
    """The quarter whose results a text tells: the one it named last, else the one before its publication."""
    if frame.quarter and frame.is_recent(frame.quarter):
        return frame.quarter
    return calendar.shifted(Precision.QUARTER, frame.published, -1) if frame.published else None


def _quarter(parts: Parts, frame: Frame) -> Meaning:
    """ "the quarter", "the latest period"."""
    return undated(_latest_quarter(frame), Precision.QUARTER)


def _year_before(parts: Parts, frame: Frame) -> Meaning:
    """ "the year-ago quarter", "year-earlier results"."""
    if parts.has("count"):
        return lasting(number(parts.all("count")), unit_name(parts))
    quarter, ordinal = _latest_quarter(frame), parts.value("number")
    if quarter is None or quarter.latest is None:
        return Meaning(TimexType.DATE, "XXXX-QX")
    if ordinal:
        return undated(calendar.quarter(quarter.latest.year - 1, ordinal), Precision.QUARTER)
    return undated(calendar.shifted(Precision.QUARTER, quarter.latest, -4), Precision.QUARTER)


def _period_of_year(parts: Parts, frame: Frame) -> Meaning:
    """ "the 1988 quarter": the one of that year that matches the one the text is about."""
    year, ordinal, quarter = parts.value("year") or 0, parts.value("number"), _latest_quarter(frame)
    if ordinal:
        return undated(calendar.quarter(year, ordinal), Precision.QUARTER)
    if quarter is None or quarter.earliest is None:
        return Meaning(TimexType.DATE, f"{year:04}")
    return undated(calendar.quarter(year, (quarter.earliest.month + 2) // 3), Precision.QUARTER)


def _fiscal(parts: Parts, frame: Frame) -> Meaning | None:
    year, ordinal = parts.value("year"), parts.value("number")
    here = frame.published.year if frame.published else None
    if ordinal is not None and 1 <= ordinal <= 4:
        year = year or here
        return Meaning(TimexType.DATE, f"{year:04}-Q{ordinal}" if year else f"XXXX-Q{ordinal}")
    if year is not None:
        return Meaning(TimexType.DATE, f"{year:04}")
    step = {LETTER["LAST"]: -1, LETTER["NEXT"]: 1}.get(parts.kind("which"), 0)
    return Meaning(TimexType.DATE, f"{here + step:04}" if here else "XXXX")


RESULTS: tuple[tuple[str, Build], ...] = (
    ("THE (?:FULL|LATEST)? QUARTER (?!DASH)", _quarter),
    ("THE LATEST PERIOD", _quarter),
    (
        "THE? UNIT DASH (?:AGO|EARLIER) (?:(?P<number>ORDINAL)? QUARTER|PERIOD|COUNT (?P<unit>UNITS))",
        _year_before,
    ),
    ("UNIT DASH (?:AGO|EARLIER)", _year_before),
    ("THE (?P<year>YEAR) (?:(?P<number>ORDINAL)? DASH? QUARTER|PERIOD)", _period_of_year),
    (
        "THE? (?P<which>THIS|LAST|NEXT)? LATEST? FISCAL "
        "(?:UNIT? (?P<year>YEAR)|UNIT|DASH? (?P<number>ORDINAL) DASH? QUARTER)",
        _fiscal,
    ),
)
"""Patterns of quarters and business years."""
