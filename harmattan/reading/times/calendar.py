"""Stretches of the calendar: the month that holds a day, the quarter after it, the early part of a year.

Weeks run from Monday to Sunday. Seasons are the northern hemisphere's meteorological ones. Which days "early",
"mid" and "late" cover is a convention, written down in `docs/times.md`; the three overlap, because writers' do.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from harmattan.model.values import Period, Precision

SPRING, SUMMER, AUTUMN, WINTER = range(4)

_SEASON_FIRST_MONTH = (3, 6, 9, 12)


class Part(StrEnum):
    """Which part of a period the words mean."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


_YEAR_MONTHS = {
    Part.EARLY: (1, 5),
    Part.MID: (4, 9),
    Part.LATE: (8, 12),
    Part.START: (1, 3),
    Part.END: (10, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}
_MONTH_DAYS = {
    Part.EARLY: (1, 12),
    Part.MID: (9, 22),
    Part.LATE: (19, 31),
    Part.START: (1, 10),
    Part.END: (21, 31),
    Part.FIRST_HALF: (1, 15),
    Part.SECOND_HALF: (16, 31),
}
_DECADE_YEARS = {
    Part.EARLY: (0, 4),
    Part.MID: (3, 6),
    Part.LATE: (5, 9),
    Part.START: (0, 2),
    Part.END: (7, 9),
    Part.FIRST_HALF: (0, 4),
    Part.SECOND_HALF: (5, 9),
}
_FRACTIONS = {
    Part.EARLY: (0.0, 0.45),
    Part.MID: (0.25, 0.75),
    Part.LATE: (0.55, 1.0),
    Part.START: (0.0, 0.35),
    Part.END: (0.65, 1.0),
    Part.FIRST_HALF: (0.0, 0.5),
    Part.SECOND_HALF: (0.5, 1.0),
}


def on(day: date) -> Period:
    """One day."""
    return Period(day, day, Precision.DAY)


def week_of(day: date) -> Period:
    """The Monday to the Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6), Precision.WEEK)


def weekend_of(day: date) -> Period:
    """The Saturday and the Sunday of the week around a day: two days, so no precision of one."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday + timedelta(days=5), monday + timedelta(days=6), Precision.OPEN)


def months(year: int, first: int, last: int, precision: Precision) -> Period:
    """From the first day of one month to the last of another in the same year."""
    return Period(date(year, first, 1), last_day(year, last), precision)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month(year: int, number: int) -> Period:
    """A month, from 1 to 12."""
    return months(year, number, number, Precision.MONTH)


def quarter(year: int, number: int) -> Period:
    """A quarter, from 1 to 4."""
    return months(year, 3 * number - 2, 3 * number, Precision.QUARTER)


def half(year: int, number: int) -> Period:
    """A half of a year, 1 or 2."""
    return months(year, 6 * number - 5, 6 * number, Precision.HALF)


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12, Precision.YEAR)


def decade(first: int) -> Period:
    """Ten years from `first`: 1990 for "the 1990s"."""
    return Period(date(max(first, 1), 1, 1), date(first + 9, 12, 31), Precision.DECADE)


def season(number: int, which: int) -> Period:
    """A season by the year it begins in: the winter of 2012 runs into February 2013."""
    first = _SEASON_FIRST_MONTH[which]
    latest = last_day(number + 1, 2) if which == WINTER else last_day(number, first + 2)
    return Period(date(number, first, 1), latest, Precision.SEASON)


def season_of_year(number: int, which: int) -> Period:
    """What "winter 2012" can mean: either of the two winters that touch the year; other seasons have one."""
    period = season(number, which)
    if which == WINTER:
        return Period(date(number - 1, 12, 1), period.latest, Precision.SEASON)
    return period


def easter(number: int) -> date:
    """Western Easter Sunday of a year, by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden, century, rest = number % 19, number // 100, number % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week_day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week_day) // 451
    month_number, day = divmod(moon + week_day - 7 * shift + 114, 31)
    return date(number, month_number, day + 1)


def containing(unit: Precision, day: date) -> Period:
    """The calendar's day, week, month, quarter, year or decade that holds a day."""
    match unit:
        case Precision.WEEK:
            return week_of(day)
        case Precision.MONTH:
            return month(day.year, day.month)
        case Precision.QUARTER:
            return quarter(day.year, (day.month + 2) // 3)
        case Precision.YEAR:
            return year(day.year)
        case Precision.DECADE:
            return decade(day.year - day.year % 10)
        case _:
            return on(day)


def moved(unit: Precision, day: date, by: int) -> date:
    """`day`, so many units later (or earlier, below 0); the 31st becomes the last day of a shorter month."""
    if unit in (Precision.DAY, Precision.WEEK):
        return day + timedelta(days=by * (7 if unit is Precision.WEEK else 1))
    step = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12, Precision.DECADE: 120}[unit]
    count = day.year * 12 + day.month - 1 + by * step
    number, index = divmod(count, 12)
    if not 1 <= number <= 9999:
        raise OverflowError(f"no calendar for the year {number}")
    return date(number, index + 1, min(day.day, monthrange(number, index + 1)[1]))


def shifted(unit: Precision, day: date, by: int) -> Period:
    """The calendar unit that lies `by` units after the one that holds `day`."""
    return containing(unit, moved(unit, day, by))


def joined(first: Period, last: Period) -> Period | None:
    """From the beginning of one to the end of another; None where that runs backwards."""
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    return Period(first.earliest, last.latest, Precision.OPEN)


def part_of(period: Period, part: Part) -> Period:
    """The early, middle or late days of a period; it keeps the precision of the unit that is named.

    "early June 2021" is 1 to 12 June with precision month; a day stays a day.
    """
    earliest, latest = period.earliest, period.latest
    if earliest is None or latest is None or period.precision in (Precision.DAY, Precision.OPEN):
        return period
    if (earliest, latest) == _whole(Precision.YEAR, earliest):
        first, last = _YEAR_MONTHS[part]
        return Period(date(earliest.year, first, 1), last_day(earliest.year, last), period.precision)
    if (earliest, latest) == _whole(Precision.MONTH, earliest):
        first, last = _MONTH_DAYS[part]
        return Period(
            earliest.replace(day=first), earliest.replace(day=min(last, latest.day)), period.precision
        )
    if (earliest, latest) == _whole(Precision.DECADE, earliest):
        first, last = _DECADE_YEARS[part]
        return Period(date(earliest.year + first, 1, 1), date(earliest.year + last, 12, 31), period.precision)
    lower, upper = _FRACTIONS[part]
    days = (latest - earliest).days + 1
    return Period(
        earliest + timedelta(days=round(days * lower)),
        earliest + timedelta(days=max(round(days * lower), round(days * upper) - 1)),
        period.precision,
    )


def _whole(unit: Precision, day: date) -> tuple[date | None, date | None]:
    period = containing(unit, day)
    return period.earliest, period.latest
