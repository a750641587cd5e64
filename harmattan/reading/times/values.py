"""What an expression of time means: its TIMEX3 type and value, and the period it means where it says when.

The values are those of TimeML's annotation guideline (Saurí et al. 2006, version 1.2.1), which rest on ISO 8601:
"2020-02-04", "2020-W06", "2020-Q1", "2020-H1", "2020-SP", "202" for a decade and "19" for a century, with X for a
digit that nobody can know; "T10:30" and "TMO" (morning, AF, EV, NI) behind a day; "P3D" and "PT4H" for lengths, "PXM"
for one that nobody counts; "XXXX-WXX-1" for every Monday; PAST_REF, PRESENT_REF and FUTURE_REF.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar


class TimexType(StrEnum):
    """TimeML's types of expressions: when (to a day or coarser, or within a day), how long, how often."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some words say. `period` is None where they say no when that an event could be placed by."""

    type: TimexType
    value: str
    period: Period | None = None


SEASON_CODES = ("SP", "SU", "FA", "WI")
"""TimeML's codes of the seasons, in the order of `time_calendar`'s numbers."""
_UNKNOWN = {
    Precision.DAY: "XXXX-XX-XX",
    Precision.WEEK: "XXXX-WXX",
    Precision.MONTH: "XXXX-XX",
    Precision.QUARTER: "XXXX-QX",
    Precision.HALF: "XXXX-HX",
    Precision.SEASON: "XXXX",
    Precision.YEAR: "XXXX",
    Precision.DECADE: "XXX",
    Precision.OPEN: "XXXX-XX-XX",
}

DAYPART_CODES = ("MO", "AF", "EV", "NI", "MO", "EV", "12:00", "12:00", "24:00", "MO", "EV", "MO")
"""TimeML's codes of `time_words.DAYPARTS`, in their order."""


def value_of(period: Period) -> str:
    """A period of the calendar as a value: "2020-W06"; with X where it has no days."""
    day = period.earliest
    if day is None:
        return _UNKNOWN[period.precision]
    match period.precision:
        case Precision.WEEK:
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case Precision.MONTH:
            return f"{day.year:04}-{day.month:02}"
        case Precision.QUARTER:
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case Precision.HALF:
            return f"{day.year:04}-H{1 if day.month < 7 else 2}"
        case Precision.SEASON:
            return f"{day.year:04}-{SEASON_CODES[day.month // 3 - 1]}"
        case Precision.YEAR:
            return f"{day.year:04}"
        case Precision.DECADE:
            return f"{day.year // 10:03}"
        case _:
            return day.isoformat()


def quarter_of(value: str) -> Period | None:
    """The quarter that a value names, None where it names anything else."""
    if len(value) != 7 or value[4:6] != "-Q" or not value[:4].isdecimal() or value[6] not in "1234":
        return None
    return calendar.quarter(int(value[:4]), int(value[6]))


def dated(period: Period) -> Meaning:
    """A stretch of the calendar that the words name."""
    return Meaning(TimexType.DATE, value_of(period), period)


def undated(period: Period | None, unit: Precision) -> Meaning:
    """A stretch of the calendar as a value alone; X where nobody can know which."""
    return Meaning(TimexType.DATE, value_of(period) if period else _UNKNOWN[unit])


def within_day(day: Period, clock: str) -> Meaning:
    """A time of a day: "10:30", "MO". For an event it is placed on that day."""
    return Meaning(TimexType.TIME, f"{value_of(day)}T{clock}", day)


def clock(minutes: int) -> str:
    """Minutes since midnight as ISO 8601 writes them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def reference(value: str) -> Meaning:
    """ "now", "recently", "the future": a time that no calendar has."""
    return Meaning(TimexType.DATE, value)


LENGTHS = {
    "second": ("TS", 0),
    "minute": ("TM", 60),
    "hour": ("TH", 60),
    "day": ("D", 0),
    "week": ("W", 0),
    "month": ("M", 0),
    "quarter": ("Q", 0),
    "year": ("Y", 12),
    "decade": ("DE", 0),
    "century": ("CE", 0),
}
"""What counts time, its letters in a length, and how many of the next smaller unit a part of it is told in."""
_SMALLER = {"minute": "S", "hour": "M", "year": "M"}


def length(amount: float | None, unit: str) -> str:
    """How long: "P3D", "PT90M", "P2Y6M" for two and a half years, "PXW" for weeks that nobody counts."""
    letters, parts = LENGTHS[unit]
    within = "T" if letters[0] == "T" else ""
    letter = letters.removeprefix("T")
    if amount is None:
        return f"P{within}X{letter}"
    if unit == "decade":
        amount, letter = 10 * amount, "Y"
    whole = int(amount)
    rest = amount - whole
    if rest and parts and (rest * parts).is_integer():
        first = f"{whole}{letter}" if whole else ""
        return f"P{within}{first}{round(rest * parts)}{_SMALLER[unit]}"
    return f"P{within}{amount:g}{letter}" if rest else f"P{within}{whole}{letter}"


def lasting(amount: float | None, unit: str, period: Period | None = None) -> Meaning:
    """How long something is, and between which days it lies where the words tie it to a day ("the past two weeks")."""
    return Meaning(TimexType.DURATION, length(amount, unit), period)


def repeated(value: str) -> Meaning:
    """How often: a length for "daily", a day that stands for all of its kind for "every Monday"."""
    return Meaning(TimexType.SET, value)
