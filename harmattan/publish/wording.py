"""Counts, periods and lists in plain English that is never more precise than the value."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from harmattan.model.readings import Number, Time
from harmattan.model.values import Count, Period, Precision

MONTHS = tuple(calendar.month_name)
_ORDINALS = ("first", "second", "third", "fourth")
_OPENERS = frozenset("by since from until till before after".split())


def count_words(count: Count) -> str:
    """ "14", "at least 14", "up to 20", "2,500 to 3,000", "15 to 25, most likely 20"."""
    low, best, high = count.low, count.best, count.high
    if low is not None and low == high:
        return f"{low:,}"
    if low is not None and low == best and high is None:
        return f"at least {low:,}"
    if high is not None and high == best and low is None:
        return f"up to {high:,}"
    if low is not None and high is not None:
        span = f"{low:,} to {high:,}"
    elif low is not None:
        span = f"at least {low:,}"
    elif high is not None:
        span = f"up to {high:,}"
    else:
        return f"about {best:,}"
    return span if best is None else f"{span}, best figure {best:,}"


def casualty_words(count: Count, what: str) -> str:
    """ "at least 14 killed", "132 to 180 killed (best figure 160)"."""
    words, _, best = count_words(count).partition(", best figure ")
    return f"{words} {what} (best figure {best})" if best else f"{words} {what}"


def number_words(number: Number) -> str:
    """The count, and the words themselves where they hold no figure: "at least 24 (“dozens”)"."""
    words = count_words(number.count)
    quote = number.span.quote
    exact = number.count.low == number.count.high
    if exact or any(letter.isdigit() for letter in quote):
        return words
    return f"{words} (“{tidy(quote)}”)"


def day_words(day: date) -> str:
    """ "4 February 2020"."""
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def period_words(period: Period) -> str:
    """A period as an adverbial: "on 4 February 2020", "in June 2021", "by 2023", "at a time not known"."""
    earliest, latest = period.earliest, period.latest
    if earliest is None and latest is None:
        return "at a time not known"
    if latest is None or earliest is None:
        return f"from {_from_words(earliest)}" if earliest else f"by {_end_words(latest or date.max)}"
    if earliest == latest:
        return f"on {day_words(earliest)}"
    whole = _calendar_unit(earliest, latest)
    if whole:
        return f"in {whole}"
    if period.precision is Precision.OPEN:
        whole_months = earliest.day == 1 and (latest + timedelta(days=1)).day == 1
        if whole_months:
            return f"from {_from_words(earliest)} to {_until_words(latest)}"
    if period.precision is Precision.WEEK and latest - earliest == timedelta(days=6):
        return f"in the week of {_range_words(earliest, latest)}"
    return f"between {_range_words(earliest, latest, ' and ')}"


def time_words(time: Time) -> str:
    """A time as an adverbial, with the words themselves where they are not plainly the same.

    What the calendar does not hold is quoted only: "“last week” (date not known)". An open end is told in the
    document's own words where these name the year: "by 2023", "until 2007".
    """
    quote = tidy(time.span.quote)
    period = time.period
    if not period.resolved:
        return f"“{quote}” (date not known)"
    words = period_words(period)
    own = quote[0].lower() + quote[1:]
    if period.earliest is None or period.latest is None:
        end = period.earliest or period.latest
        if end and str(end.year) in own and own.split()[0] in _OPENERS:
            return own
        return f"{words} (“{quote}”)"
    if words == own or (period.precision is not Precision.SEASON and _says_so(period)):
        return words
    return f"{words} (“{quote}”)"


def _says_so(period: Period) -> bool:
    """Whether the words of `period_words` name a unit of the calendar, so that no quote is needed."""
    if period.earliest is None or period.latest is None or period.earliest == period.latest:
        return True
    return _calendar_unit(period.earliest, period.latest) is not None


def _calendar_unit(earliest: date, latest: date) -> str | None:
    """The decade, year, half, quarter or month that the two days are the ends of."""
    if earliest.day != 1 or (latest + timedelta(days=1)).day != 1:
        return None
    months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
    first, year = earliest.month, earliest.year
    if months == 1:
        return f"{MONTHS[first]} {year}"
    if months == 3 and first % 3 == 1:
        return f"the {_ORDINALS[first // 3]} quarter of {year}"
    if months == 6 and first % 6 == 1:
        return f"the {_ORDINALS[first // 6]} half of {year}"
    if months == 12 and first == 1:
        return str(year)
    if months == 120 and first == 1 and year % 10 == 0:
        return f"the {year}s"
    return None


def _from_words(day: date) -> str:
    if day.day != 1:
        return day_words(day)
    return str(day.year) if day.month == 1 else f"{MONTHS[day.month]} {day.year}"


def _until_words(day: date) -> str:
    if day == date.max or (day + timedelta(days=1)).day != 1:
        return day_words(day)
    return str(day.year) if day.month == 12 else f"{MONTHS[day.month]} {day.year}"


def _end_words(day: date) -> str:
    words = _until_words(day)
    return words if words[0].isdigit() and " " in words else f"the end of {words}"


def _range_words(earliest: date, latest: date, joint: str = " to ") -> str:
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}{joint}{day_words(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {MONTHS[earliest.month]}{joint}{day_words(latest)}"
    return f"{day_words(earliest)}{joint}{day_words(latest)}"


def listed(names: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """ "1 claim", "1,204 claims"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def tidy(quote: str) -> str:
    """The quote on one line."""
    return " ".join(quote.split())
