"""The grammar of points in time: patterns over kinds of words, each with the period it means.

A rule is a regular expression over the letters of `time_words`, written with the kinds' names, and a function
from what it matched and the `Frame` to a meaning (`time_rules.Build`). Ranges and bounds ("from ... to", "by", "since")
are put together in `times`, lengths and repetitions stand in `time_lengths`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar, values
from harmattan.reading.times.calendar import Part
from harmattan.reading.times.frame import AHEAD, Frame, Tense
from harmattan.reading.times.rules import Build, Parts, number, or_unknown, unknown
from harmattan.reading.times.values import Meaning, TimexType, dated, lasting, reference, repeated, within_day
from harmattan.reading.times.words import LETTER, MAX_AMOUNT, UNITS

# Years that a date may name or point to -----------------------------------------------------------------


_YEAR_UNIT = UNITS.index(Precision.YEAR)


def _in_year(
    parts: Parts, frame: Frame, make: Callable[[int], Period], precision: Precision
) -> Period | None:
    """`make` of the year the match names or points to, else of the one that the frame finds."""
    year = parts.value("year")
    if year is not None:
        return make(year)
    units = [parts.value(group) for group in ("yearunit", "yearunit2", "yearunit3")]
    if any(unit not in (None, _YEAR_UNIT) for unit in units):
        return None
    if parts.kind("deixis"):
        if frame.published is None:
            return unknown(precision)
        return make(frame.published.year + _STEP[parts.kind("deixis")])
    if parts.has("hereunit") and frame.clock:
        return make(frame.clock.year) if parts.value("hereunit") == _YEAR_UNIT else None
    told = parts.kind("told") or parts.kind("told2") or parts.kind("told3")
    if told:
        base = frame.following(Precision.YEAR, _STEP[told])
        return make(base.earliest.year) if base and base.earliest else unknown(precision)
    return or_unknown(frame.place(make), precision)


_STEP = {
    LETTER["THIS"]: 0,
    LETTER["THAT"]: 0,
    LETTER["SAME"]: 0,
    LETTER["THE"]: 0,
    LETTER["LAST"]: -1,
    LETTER["PREVIOUS"]: -1,
    LETTER["PAST"]: -1,
    LETTER["NEXT"]: 1,
    LETTER["FOLLOWING"]: 1,
    LETTER["COMING"]: 1,
    LETTER["EARLIER"]: -1,
    LETTER["AGO"]: -1,
    LETTER["LATER"]: 1,
}


# Days ---------------------------------------------------------------------------------------------------


def _iso(parts: Parts, frame: Frame) -> Period | None:
    return calendar.on(date(*(int(number) for number in parts.word("date").split("-"))))


def _numeric(parts: Parts, frame: Frame) -> Period | None:
    """25/12/2020 and 12/25/2020 are days; 04/02/2020 is one of two, and nobody can know which."""
    first, second, year = (int(number) for number in re.split(r"[./]", parts.word("date")))
    if first > 12 >= second or first == second:
        return calendar.on(date(year, second, first))
    if second > 12 >= first:
        return calendar.on(date(year, first, second))
    return None


def _day(parts: Parts, frame: Frame) -> Period | None:
    number, day, weekday = parts.value("month"), parts.value("day"), parts.value("weekday")
    if number is None or day is None or day > _LONGEST[number]:
        return None

    def make(year: int) -> Period:
        return calendar.on(date(year, number, day))

    if (number, day) == (2, 29) and parts.value("year") is None:
        return _leap_day(frame)

    if weekday is not None and parts.value("year") is None and frame.year is None:
        found = _on_weekday(make, weekday, frame)
        if found:
            return found
    return _in_year(parts, frame, make, Precision.DAY)


def _leap_day(frame: Frame) -> Period:
    """29 February without a year: a day only where the year that is meant has one."""
    month = frame.place(lambda year: calendar.month(year, 2))
    leap = month and month.latest and month.latest.day == 29
    return calendar.on(month.latest) if month and month.latest and leap else unknown(Precision.DAY)


_LONGEST = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _on_weekday(make: Callable[[int], Period], weekday: int, frame: Frame) -> Period | None:
    """ "Friday 5 May": the weekday tells the year, as only one in five or six fits."""
    base = frame.place(make)
    if base is None or base.earliest is None:
        return None
    for step in (0, 1, -1):
        candidate = make(base.earliest.year + step)
        if candidate.earliest and candidate.earliest.weekday() == weekday:
            return candidate
    return None


def _day_of_month(parts: Parts, frame: Frame) -> Period | None:
    """ "on the 12th": of the month that the text or the publication is in."""
    day, here = parts.value("day"), frame.following(Precision.MONTH, 0)
    after = parts.after
    if after is not None and after.kind == LETTER["WORD"] and not _opens_clause(after.text.lower()):
        return None  # "on the 5th floor"
    if not frame.narrative and frame.published:
        here = calendar.containing(Precision.MONTH, frame.published)
    if day is None or here is None or here.earliest is None:
        return unknown(Precision.DAY)
    month, today = here.earliest, frame.published
    ahead = today is not None and day > today.day and month.replace(day=1) == today.replace(day=1)
    if ahead and frame.tense is Tense.PAST:
        # "On the 21st two men were killed", printed on the 5th
        month = (month.replace(day=1) - timedelta(days=1)).replace(day=1)
    try:
        return calendar.on(month.replace(day=day))
    except ValueError:
        return unknown(Precision.DAY)


def _opens_clause(word: str) -> bool:
    """Whether a word behind "on the 15th" begins what happened on it: "insurgents attacked", "he died", "in Palma"."""
    return word in _OPENING or word.endswith("men") or (word.endswith("s") and not word.endswith("ss"))


_OPENING = frozenset(
    """i we he she it they you there our their its his her my no some all many most several police people troops
    militia cavalry artillery one two three four five six seven eight nine ten about around near at with without when
    where who which was were is are had has have did would could will and but or as because while after before
    again also only another other armed""".split()
)


def _weekday(parts: Parts, frame: Frame) -> Period | None:
    weekday, which = parts.value("weekday"), parts.kind("which")
    if weekday is None:
        return None
    if which in _TOLD:
        return _weekday_after_anchor(weekday, _STEP[which], frame)
    if frame.history:
        return _weekday_after_anchor(weekday, 0, frame)
    today = frame.published
    if today is None:
        return _in_the_week(weekday, frame.covers) or unknown(Precision.DAY)
    back = (today.weekday() - weekday) % 7
    if which == LETTER["LAST"]:
        return calendar.on(today - timedelta(days=back or 7))
    if which in (LETTER["NEXT"], LETTER["COMING"]):
        return calendar.on(today + timedelta(days=-back % 7 or 7))
    whose = parts.after is not None and parts.after.kind == LETTER["POSS"]
    if _until(parts):
        return calendar.on(today + timedelta(days=-back % 7))
    if frame.tense in AHEAD and back not in ((1, 2, 3) if whose else (1,)):
        return calendar.on(today + timedelta(days=-back % 7))
    return calendar.on(today - timedelta(days=back))


def _in_the_week(weekday: int, covered: Period | None) -> Period | None:
    """The day of a week that a document says it covers: "Week of 3 to 9 October 2022 ... On Monday ..."."""
    if covered is None or covered.earliest is None or covered.latest is None:
        return None
    days = (covered.latest - covered.earliest).days + 1
    ahead = (weekday - covered.earliest.weekday()) % 7
    return calendar.on(covered.earliest + timedelta(days=ahead)) if ahead < days <= _WEEK else None


_WEEK = 7
_TOLD = {LETTER[kind] for kind in ("THAT", "SAME", "FOLLOWING", "PREVIOUS")}


def _until(parts: Parts) -> bool:
    """ "closed until Friday" looks ahead; "Until Friday, ..." and "not heard of until Friday" look back."""
    at = parts.match.start()
    before = [word.text.lower() for word in parts.words[max(0, at - 8) : at]]
    return (
        len(before) > 1
        and before[-1] in ("until", "till")
        and not {"not", "n't", "t", "never", "no"} & {*before}
    )


def _weekday_after_anchor(weekday: int, step: int, frame: Frame) -> Period | None:
    anchor = frame.anchor
    if anchor is None or anchor.precision is not Precision.DAY or anchor.earliest is None:
        return unknown(Precision.DAY)
    day = anchor.earliest
    if step < 0:
        return calendar.on(day - timedelta(days=(day.weekday() - weekday) % 7 or 7))
    ahead = (weekday - day.weekday()) % 7
    return calendar.on(day + timedelta(days=ahead or (7 if step else 0)))


def _with_daypart(day: Callable[[Parts, Frame], Period | None]) -> Build:
    """The rule for a day, and the morning or the night of it where the words say so."""

    def build(parts: Parts, frame: Frame) -> Meaning | Period | None:
        period = day(parts, frame)
        code = parts.value("daypart")
        if period is None or code is None:
            return period
        weekday = parts.value("weekday")
        if weekday is not None and parts.words[parts.match.end() - 1].text.endswith("s"):
            return repeated(f"XXXX-WXX-{weekday + 1}T{values.DAYPART_CODES[code]}")  # "on Tuesday nights"
        return within_day(period, values.DAYPART_CODES[code])

    return build


def _deictic(parts: Parts, frame: Frame) -> Period | None:
    if frame.published is None:
        return unknown(Precision.DAY)
    return calendar.on(frame.published + timedelta(days=parts.value("deictic") or 0))


def _day_but_one(parts: Parts, frame: Frame) -> Period | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    away = parts.value("deictic") or 0
    before = parts.kind("side") == LETTER["BEFORE"]
    if parts.word("unit") != "day" or away != (-1 if before else 1):
        return None
    return (
        unknown(Precision.DAY)
        if frame.published is None
        else calendar.on(frame.published + timedelta(2 * away))
    )


def _this_daypart(parts: Parts, frame: Frame) -> Period | None:
    """ "this morning", "last night", "that evening", "tonight"."""
    which = parts.kind("which")
    if which in _TOLD or which == LETTER["NEXT"]:
        return or_unknown(frame.following(Precision.DAY, _STEP[which]), Precision.DAY)
    if which == LETTER["LAST"] and parts.word("daypart") not in ("night", "evening"):
        return None
    if frame.published is None:
        return unknown(Precision.DAY)
    return calendar.on(frame.published - timedelta(days=1 if which == LETTER["LAST"] else 0))


def _tonight(parts: Parts, frame: Frame) -> Meaning:
    day = unknown(Precision.DAY) if frame.published is None else calendar.on(frame.published)
    return within_day(day, "NI")


def _overnight(parts: Parts, frame: Frame) -> Meaning:
    """The night before publication touches two days."""
    if frame.published is None:
        return Meaning(TimexType.TIME, "XXXX-XX-XXTNI", unknown(Precision.OPEN))
    eve = frame.published - timedelta(days=1)
    return Meaning(TimexType.TIME, f"{eve}TNI", Period(eve, frame.published, Precision.OPEN))


# Months, quarters, halves, seasons, years, decades ---------------------------------------------------------


def _month(parts: Parts, frame: Frame) -> Period | None:
    number, which = parts.value("month"), parts.kind("which")
    if number is None:
        return None

    def make(year: int) -> Period:
        return calendar.month(year, number)

    if which:
        return or_unknown(relative(make, which, frame), Precision.MONTH)
    return _in_year(parts, frame, make, Precision.MONTH)


def relative(make: Callable[[int], Period], which: str, frame: Frame) -> Period | None:
    """ "last May", "next summer", "the following January", by where they lie from today or from the anchor."""
    told = which in _TOLD
    story = frame.anchor.latest if frame.anchor else None
    today = story if told or frame.history else frame.published
    if today is None:
        return None
    nearby = [make(today.year + step) for step in (-2, -1, 0, 1, 2)]
    if _STEP[which] < 0:
        past = [period for period in nearby if period.latest and period.latest < today]
        return past[-1] if past else None
    if _STEP[which] > 0:
        coming = [period for period in nearby if period.earliest and period.earliest > today]
        return coming[0] if coming else None
    holding = [p for p in nearby if p.earliest and p.latest and p.earliest <= today <= p.latest]
    return holding[0] if holding else make(today.year)


def _code(parts: Parts, frame: Frame) -> Period | None:
    code = parts.value("code") or 0
    if code > 10:
        return _in_year(parts, frame, lambda year: calendar.half(year, code - 10), Precision.HALF)
    return _in_year(parts, frame, lambda year: calendar.quarter(year, code), Precision.QUARTER)


_LAST = (LETTER["LAST"], LETTER["FINAL"])


def _quarter(parts: Parts, frame: Frame) -> Period | None:
    number = 4 if parts.kind("number") in _LAST else parts.value("number") or parts.value("number2") or 0
    if not 1 <= number <= 4:
        return None
    if _names_year(parts):
        return _in_year(parts, frame, lambda year: calendar.quarter(year, number), Precision.QUARTER)
    return or_unknown(frame.results(number), Precision.QUARTER)


def _names_year(parts: Parts) -> bool:
    return any(map(parts.has, ("year", "deixis", "told", "told2", "told3", "hereunit")))


def _half_year(parts: Parts, frame: Frame) -> Period | None:
    number = 2 if parts.kind("number") in _LAST else parts.value("number") or 0
    if number not in (1, 2):
        return None
    return _in_year(parts, frame, lambda year: calendar.half(year, number), Precision.HALF)


def _season(parts: Parts, frame: Frame) -> Meaning | Period | None:
    which, where = parts.value("season"), parts.kind("which")
    if which is None:
        return None
    season = which

    def make(year: int) -> Period:
        return calendar.season(year, season)

    if where:
        return or_unknown(relative(make, where, frame), Precision.SEASON)
    year = parts.value("year")
    if year is None:
        return _in_year(parts, frame, make, Precision.SEASON)
    second = parts.value("second")
    if second is None:
        period = calendar.season_of_year(year, season)
        return Meaning(TimexType.DATE, f"{year:04}-{values.SEASON_CODES[season]}", period)
    return make(year) if second % 100 == (year + 1) % 100 and season == calendar.WINTER else None


def _year(parts: Parts, frame: Frame) -> Period | None:
    return calendar.year(parts.value("year") or 0)


def _decade(parts: Parts, frame: Frame) -> Period | None:
    return calendar.decade(parts.value("decade") or 0)


# Words that point ------------------------------------------------------------------------------------------


def _unit(parts: Parts, frame: Frame) -> Period | None:
    """ "last week", "this month", "the following year", "that day"."""
    unit, which = UNITS[parts.value("unit") or 0], parts.kind("which")
    step = _STEP[which]
    if which in _TOLD or (unit is Precision.DAY and which in (LETTER["NEXT"], LETTER["LAST"])):
        if unit is Precision.DAY and which == LETTER["LAST"]:
            return None
        return or_unknown(frame.following(unit, step), unit)
    if (frame.narrative and parts.has("the")) or (frame.history and which == LETTER["THIS"]):
        # "the next year", "this year" in an account of long ago
        return or_unknown(frame.following(unit, step), unit)
    if frame.published is None:
        return unknown(unit)
    return calendar.shifted(unit, frame.published, step)


def current(parts: Parts, frame: Frame) -> Period | None:
    """ "the year", in "by the end of the year"."""
    unit = UNITS[parts.value("unit") or 0]
    if unit is Precision.DAY:
        return or_unknown(frame.following(unit, 0), unit)
    clock = frame.clock
    return unknown(unit) if clock is None else calendar.containing(unit, clock)


def _end(parts: Parts, frame: Frame) -> Meaning | None:
    """ "year-end", "the month's end"."""
    period = current(parts, frame)
    if period is None:
        return None
    ends = part_of(dated(period), Part.END)
    if parts.has("day") and period.latest:
        return replace(ends, value=period.latest.isoformat())  # of the books
    return ends


def part_of(whole: Meaning, part: Part) -> Meaning:
    """The early, middle or late days of what some words mean: its value stays the whole's."""
    if whole.period is None:
        return whole
    return Meaning(whole.type, whole.value, calendar.part_of(whole.period, part))


def _rest(parts: Parts, frame: Frame) -> Meaning | Period | None:
    """ "later this year", "earlier that month", "later in the year": up to the unit's end, or from its beginning."""
    unit, which = UNITS[parts.value("unit") or 0], parts.kind("which")
    told = which in _TOLD or which == LETTER["THE"]
    later = parts.kind("side") == LETTER["LATER"]
    if unit is Precision.DAY:
        return or_unknown(frame.following(unit, 0), unit) if told else None
    edge: date | None = frame.published
    here: Period | None = None
    anchor = frame.anchor
    if which in _TOLD or (told and frame.narrative):
        here = frame.following(unit, 0)
        edge = (anchor.earliest if later else anchor.latest) if anchor else None
    elif edge:
        here = calendar.containing(unit, edge)
    if here is None or edge is None or here.earliest is None or here.latest is None:
        return unknown(unit)
    if later:
        period = Period(min(max(edge, here.earliest), here.latest), here.latest, unit)
    else:
        period = Period(here.earliest, max(min(edge, here.latest), here.earliest), unit)
    return Meaning(TimexType.DATE, values.value_of(here), period)


def _amount(parts: Parts, frame: Frame) -> Meaning | Period | None:
    """ "two weeks ago", "three months later", "a year earlier": the unit that lies so far off."""
    unit, which = UNITS[parts.value("unit") or 0], parts.kind("which")
    if parts.has("vague"):
        return _vague(which, unit, frame)
    amount = parts.value("couple") or number(parts.all("count"))
    if amount is None or amount > MAX_AMOUNT:
        return reference(values.FUTURE if _STEP[which] > 0 else values.PAST)
    by = _STEP[which] * round(amount)
    if unit is Precision.DECADE:
        unit, by = Precision.YEAR, 10 * by
    same = _same_quarter(unit, by, frame)
    if which == LETTER["AGO"]:
        found = unknown(unit) if frame.published is None else calendar.shifted(unit, frame.published, by)
    else:
        found = or_unknown(frame.following(unit, by), unit)
    if not found.resolved and frame.published and not frame.history:
        same = same or calendar.shifted(unit, frame.published, by)
    return Meaning(TimexType.DATE, values.value_of(same or found), found)


def _half_amount(parts: Parts, frame: Frame) -> Meaning | None:
    """ "half a year ago", "half a month later"; half of what is shorter is no day of its own."""
    halves = {Precision.YEAR: (Precision.MONTH, 6), Precision.DECADE: (Precision.YEAR, 5)}
    unit, by = halves.get(UNITS[parts.value("unit") or 0], (None, 0))
    if unit is None:
        return None
    which = parts.kind("which")
    by *= _STEP[which]
    if which == LETTER["AGO"]:
        found = unknown(unit) if frame.published is None else calendar.shifted(unit, frame.published, by)
    else:
        found = or_unknown(frame.following(unit, by), unit)
    return Meaning(TimexType.DATE, values.value_of(found), found)


def _same_quarter(unit: Precision, by: int, frame: Frame) -> Period | None:
    """A year before a quarter that the text tells of is that quarter of the year before, in companies' results."""
    quarter = frame.quarter
    if (
        unit is not Precision.YEAR
        or quarter is None
        or quarter.latest is None
        or not frame.is_recent(quarter)
    ):
        return None
    return calendar.shifted(Precision.QUARTER, quarter.latest, 4 * by)


def _vague(which: str, unit: Precision, frame: Frame) -> Meaning:
    """ "several weeks ago": some day before; how long before, the words do not say."""
    if which == LETTER["AGO"]:
        return Meaning(TimexType.DATE, values.PAST, Period(None, frame.published, Precision.OPEN))
    anchor, later = frame.anchor, which == LETTER["LATER"]
    value = values.FUTURE if later else values.PAST
    if anchor is None or anchor.earliest is None:
        return Meaning(TimexType.DATE, value, unknown(Precision.OPEN))
    if later:
        return Meaning(TimexType.DATE, value, Period(anchor.earliest, None, Precision.OPEN))
    return Meaning(TimexType.DATE, value, Period(None, anchor.latest, Precision.OPEN))


def _window(parts: Parts, frame: Frame) -> Meaning | None:
    """ "over the past three years", "in the next two weeks", "the coming months": a length that has its days."""
    unit, which = UNITS[parts.value("unit") or 0], parts.kind("which")
    amount: float | None = parts.value("couple") or number(parts.all("count"))
    if not parts.has("units"):
        amount = 1
    name = unit.value
    today = frame.published
    if amount is None and which != LETTER["COMING"]:
        return lasting(amount, name)
    if today is None or (amount and amount > MAX_AMOUNT):
        return lasting(amount, name, unknown(Precision.OPEN))
    if amount is None:
        return lasting(amount, name, Period(today, None, Precision.OPEN))
    edge = calendar.moved(unit, today, round(amount) * _STEP[which])
    return lasting(amount, name, Period(min(edge, today), max(edge, today), Precision.OPEN))


_HOURS_A_DAY = 24
_UNCOUNTED_HOURS = 12
"""So many are "the last few hours" at the most, so that a text of today may mean yesterday evening."""
_MOST_HOURS = 240


def _hours(parts: Parts, frame: Frame) -> Meaning | None:
    """ "in the last 24 hours", "over the past few hours": days on which the hours may have been."""
    counted = number(parts.all("count"))
    step, today = _STEP[parts.kind("which")], frame.published
    if not parts.word("hours").startswith("hour") or (counted or 0) > _MOST_HOURS:
        return None
    if today is None:
        return lasting(counted, "hour", unknown(Precision.OPEN))
    days = ceil((counted or _UNCOUNTED_HOURS) / _HOURS_A_DAY)
    edge = today + timedelta(days=step * days)
    return lasting(counted, "hour", Period(min(edge, today), max(edge, today), Precision.OPEN))


def _weekend(parts: Parts, frame: Frame) -> Meaning:
    period = _weekend_days(parts.kind("which"), frame)
    if period.earliest is None:
        return Meaning(TimexType.DATE, "XXXX-WXX-WE", period)
    return Meaning(TimexType.DATE, f"{values.value_of(calendar.week_of(period.earliest))}-WE", period)


def _weekend_days(which: str, frame: Frame) -> Period:
    if which in _TOLD or frame.history:
        week = frame.following(Precision.WEEK, _STEP.get(which, 0))
        return calendar.weekend_of(week.earliest) if week and week.earliest else unknown(Precision.OPEN)
    today = frame.published
    if today is None:
        return unknown(Precision.OPEN)
    here = calendar.weekend_of(today)
    if which == LETTER["NEXT"]:
        return calendar.weekend_of(today + timedelta(days=7))
    if which == LETTER["LAST"] or (frame.tense not in AHEAD and here.earliest and here.earliest > today):
        return calendar.weekend_of(today - timedelta(days=7))
    return here


def _week_of_month(parts: Parts, frame: Frame) -> Period | None:
    """ "the first week of March": seven days counted from the month's ends, not the calendar's weeks."""
    period = _month(parts, frame)
    number = parts.value("number") if parts.kind("number") not in _LAST else 0
    if number is None or number > 4 or period is None:
        return None
    if period.earliest is None or period.latest is None:
        return unknown(Precision.WEEK)
    first = (
        period.latest - timedelta(days=6) if number == 0 else period.earliest + timedelta(days=7 * number - 7)
    )
    return Period(first, first + timedelta(days=6), Precision.WEEK)


_YEAR_BEHIND = "(?=(?:WORD|NAME) WORD? (?:(?P<deixis>LAST) (?P<yearunit>UNIT)|IN (?P<year>YEAR)))"
"""The year that stands behind what a day is named for."""

POINTS: tuple[tuple[str, Build], ...] = (
    ("(?P<date>ISO)", _iso),
    ("(?P<date>NUMERIC)", _numeric),
    # the October 7 attack last year; the 3 May vote in 2018
    (f"(?P<month>MON) THE? (?P<day>DAY|NTH|ORDINAL) {_YEAR_BEHIND}", _day),
    (f"THE? (?P<day>DAY|NTH) OF? (?P<month>MON) {_YEAR_BEHIND}", _day),
    # 4 February 2020; Tuesday, the 4th of February; 3 March that year
    ("(?:(?P<weekday>WD)COMMA?)? THE? (?P<day>DAY|NTH) OF? (?P<month>MON) (?:INYEAR)?", _day),
    # February 4, 2020; Tues. Feb. 4
    ("(?:(?P<weekday>WD)COMMA?)? (?P<month>MON) THE? (?P<day>DAY|NTH|ORDINAL) INYEAR", _day),
    # "in March 15 people were killed" counts people
    ("(?<!IN) (?:(?P<weekday>WD)COMMA?)? (?P<month>MON) THE? (?P<day>DAY|NTH|ORDINAL (?!NAME))", _day),
    ("(?<=ON|BY) THE (?P<day>NTH) (?!NAME|UNIT|CENTURY|DASH|MON|OF|TO)", _day_of_month),
    (
        "(?:(?:THE|THIS (?=COMING))? (?P<which>LAST|NEXT|THIS|THAT|SAME|FOLLOWING|PREVIOUS|COMING) PAST?)? "
        "(?P<weekday>WEEKDAY) (?P<daypart>DAYPART)?",
        _with_daypart(_weekday),
    ),
    ("THE? (?P<unit>UNIT) (?P<side>BEFORE|AFTER) (?P<deictic>DEICTIC)", _day_but_one),
    ("(?:EARLY|LATE|EARLIER|LATER)? (?P<deictic>DEICTIC) (?P<daypart>DAYPART)?", _with_daypart(_deictic)),
    (
        "(?:EARLY|LATE|EARLIER|LATER)? (?P<which>LAST|THIS|THAT) SAME? (?P<daypart>DAYPART)",
        _with_daypart(_this_daypart),
    ),
    (
        "(?:EARLY|LATE)? THE (?P<which>SAME|FOLLOWING|PREVIOUS|NEXT) (?P<daypart>DAYPART)",
        _with_daypart(_this_daypart),
    ),
    ("TONIGHT", _tonight),
    ("OVERNIGHT", _overnight),
    # June 2021; March of that year; last May
    ("(?P<month>MON) (?:INYEAR)?", _month),
    ("THE? (?P<which>LAST|NEXT|THIS|FOLLOWING|PREVIOUS) PAST? (?P<month>MON)(?!DAY|NTH)", _month),
    # Q3 2021; 2021 H1; the first quarter of next year
    ("(?P<code>CODE) INYEAR", _code),
    ("(?P<year>YEAR) (?P<code>CODE)", _code),
    ("THE? (?P<number>ORDINAL|LAST|FINAL) DASH? QUARTER (?:INYEAR|OF THE (?P<hereunit>UNIT))", _quarter),
    ("(?:THE? (?P<number>ORDINAL)|(?P<number2>ORDINAL) DASH) QUARTER", _quarter),
    (
        "(?P<deixis>THIS|LAST|NEXT) (?P<yearunit>UNIT) POSS (?P<number>ORDINAL|LAST|FINAL) DASH? QUARTER",
        _quarter,
    ),
    ("THE? (?P<number>ORDINAL|LAST|FINAL) DASH? HALF INYEAR", _half_year),
    # the winter of 1939-40; spring 2020; this summer; in the spring
    (
        "THE? (?P<season>SEASON|FALL) OF? (?P<year>YEAR) (?:(?:DASH|SLASH)(?P<second>YEAR|DAY|AMOUNT))?",
        _season,
    ),
    ("THE? (?P<year>YEAR) (?P<season>SEASON)", _season),
    ("THE? (?P<season>SEASON) INYEAR", _season),
    ("THE? (?P<which>LAST|NEXT|THIS|THAT|FOLLOWING|PREVIOUS) PAST? (?P<season>SEASON|FALL)", _season),
    ("(?<=IN) THE? (?P<season>SEASON) (?:INYEAR)? (?!WORD|NAME|OF)", _season),
    ("(?:THE UNIT)? (?P<year>YEAR)", _year),
    ("THE? POSS? (?P<decade>DECADE)", _decade),
    # last week; the following year; that day; this quarter; later that month
    ("(?P<the>THE)? (?P<which>LAST|NEXT|FOLLOWING|PREVIOUS|COMING|SAME) (?P<unit>ANYUNIT)", _unit),
    ("THE? (?P<which>THIS|THAT) (?:SAME|PAST|COMING)? (?P<unit>ANYUNIT)", _unit),
    ("(?P<side>LATER|EARLIER) (?:IN|ON)? (?P<which>THIS|THAT|THE) SAME? (?P<unit>ANYUNIT)", _rest),
    # two weeks ago; a couple of months later; several years earlier
    ("(?:COUNT|A?(?P<couple>COUPLE)OF?) (?P<unit>ANYUNIT|UNITS) (?P<which>AGO|LATER|EARLIER)", _amount),
    ("HALF A (?P<unit>ANYUNIT) (?P<which>AGO|LATER|EARLIER)", _half_amount),
    ("(?P<vague>(?:A? FEW|SOME)?) (?P<unit>UNITS) (?P<which>AGO|LATER|EARLIER)", _amount),
    # the past three years; the coming weeks; the past year
    (
        "(?:THE|THIS) (?P<which>PAST|LAST|NEXT|COMING) (?:COUNT|(?P<couple>COUPLE)OF?|FEW)? SPECIAL? "
        "(?P<unit>(?P<units>UNITS))",
        _window,
    ),
    ("THE (?P<which>PAST) (?P<unit>ANYUNIT)", _window),
    ("(?:THE|THIS) (?P<which>PAST|LAST|NEXT|COMING) (?:COUNT|FEW) (?P<hours>SHORTS)", _hours),
    ("THE? (?P<unit>ANYUNIT) (?:POSS|(?P<day>DASH)) END", _end),
    ("(?<=BY) (?P<unit>ANYUNIT) END", _end),
    ("(?:THE|(?P<which>LAST|THIS|NEXT|THAT)) PAST? WEEKEND", _weekend),
    ("THE (?P<number>ORDINAL|LAST|FINAL) UNIT OF (?P<month>MON) (?:INYEAR)?", _week_of_month),
)
"""Patterns of points in time that a claim can rest on, each with what it means."""
