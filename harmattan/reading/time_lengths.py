"""How long, how often, and the times that say no when: the rules beside the points in time.

"three years", "every Friday", "recently" and "10:30 p.m." are expressions of time as much as "on Friday" is, and TimeML
marks them all; but no event lies in "three years", so none of these has a period that a claim could rest on.
The shape of a rule is that of `time_grammar`.
"""

from __future__ import annotations

from datetime import date, timedelta

from harmattan.model.values import Period, Precision
from harmattan.reading import time_calendar as calendar
from harmattan.reading import time_values as values
from harmattan.reading.time_frame import Frame, Tense
from harmattan.reading.time_grammar import current
from harmattan.reading.time_rules import Build, Parts, number, or_unknown, unknown
from harmattan.reading.time_values import Meaning, TimexType, lasting, reference, repeated
from harmattan.reading.time_words import LETTER, UNITS, Word

_SHORTS = ("second", "minute", "hour")
_LENGTH_OF_KIND = {
    **{LETTER[kind]: tuple(unit.value for unit in UNITS) for kind in ("UNIT", "UNITS", "QUARTER")},
    **{LETTER[kind]: _SHORTS for kind in ("SHORT", "SHORTS")},
    **{LETTER[kind]: ("century",) for kind in ("CENTURY", "CENTURIES")},
}
_SINGULAR = tuple(LETTER[kind] for kind in ("UNIT", "SHORT", "QUARTER", "CENTURY"))
_PLAIN = (LETTER["WORD"], LETTER["NAME"])


def _unit(parts: Parts) -> str:
    """The name of the unit that a match counts in."""
    group = "unit" if parts.has("unit") else "unit2"
    return _LENGTH_OF_KIND[parts.kind(group)][parts.value(group) or 0]


# How long -------------------------------------------------------------------------------------------------


def _length(parts: Parts, frame: Frame) -> Meaning | None:
    """ "three days", "two-year", "a few hours", "the first nine months"."""
    unit = _unit(parts)
    if unit == "year" and parts.has("old"):
        return None
    amount: float | None = parts.value("couple") or number(parts.all("count"))
    if parts.has("count") and amount is None:
        return None
    if parts.has("more") and amount is not None:
        amount += 0.5
    if parts.has("one"):
        amount = 1
    titled = parts.words[parts.match.end() - 1].text.istitle() and parts.word("count").isdecimal()
    return None if titled or _is_age(parts, unit) else lasting(amount, unit)


def _is_age(parts: Parts, unit: str) -> bool:
    """ "41 years old", "a 6-year-old": how old somebody is says nothing of when; "an eight-month-old truce" does."""
    end = parts.match.end()
    behind = [word.kind for word in parts.words[end : end + 2]]
    return unit == "year" and (LETTER["OLD"] in behind[:1] or behind == [LETTER["DASH"], LETTER["OLD"]])


def _half(parts: Parts, frame: Frame) -> Meaning:
    return lasting(0.5, _unit(parts))


_LASTS = frozenset(
    "for within over about around just than least only last lasts lasted took spent take takes".split()
)
_LED_KINDS = frozenset(
    LETTER[kind]
    for kind in (
        "IN BY SINCE UNTIL BEFORE AFTER FROM TO THROUGH BETWEEN OF AND APPROX LESS ON AT LAST THAN COMMA"
    ).split()
)


_NO_LENGTH = frozenset(LETTER[kind] for kind in "OF ON AND COMMA AT THAN".split())
"""Before a bare plural: "a matter of days", "on days when"."""


def _lead(parts: Parts) -> bool:
    """Whether the word before lets a length stand without a number or as a single one."""
    before = parts.before
    return before is None or before.kind in _LED_KINDS or before.text.lower() in _LASTS


def _one(parts: Parts, frame: Frame) -> Meaning | None:
    """ "for a week" is a length, "$50 a week" says how often."""
    if parts.kind("unit") == LETTER["QUARTER"] or _is_age(parts, _unit(parts)):
        return None
    if frame.tense is Tense.FUTURE and (parts.word("one"), _unit(parts)) == ("one", "day"):
        return reference(values.FUTURE)
    if parts.word("one") != "one" and _is_rate(parts.before):
        return repeated(values.length(1, _unit(parts)))
    return lasting(1, _unit(parts))


def _is_rate(before: Word | None) -> bool:
    """Whether "a week" says how often behind a word: "twice a week", "700 seats a week", "$30 billion a week"."""
    if before is None:
        return False
    plural = before.kind == LETTER["WORD"] and before.text.endswith("s") and len(before.text) > 3
    return (
        plural
        or before.kind in _NUMBERS
        or before.text.lower() in ("once", "twice", "percent", "%", ")", "km")
    )


_NUMBERS = frozenset(LETTER[kind] for kind in "DAY AMOUNT BIG DECIMAL SCALE OTHER YEAR SHORTS".split())


def _uncounted(parts: Parts, frame: Frame) -> Meaning | None:
    """ "for years", "within weeks", "the weeks ahead"."""
    before = parts.before
    led = _lead(parts) and (before is None or before.kind not in _NO_LENGTH)
    return lasting(None, _unit(parts)) if led else None


def _nth(parts: Parts, frame: Frame) -> Meaning | None:
    """ "the second day", "the first week": of what was told before."""
    unit = _unit(parts)
    if unit == "quarter":
        return None
    return Meaning(TimexType.DATE, "XXXX-XX-XX") if unit == "day" else lasting(1, unit)


def _recent(parts: Parts, frame: Frame) -> Meaning:
    """ "recent years" say when and not how long; "the coming weeks" say both."""
    if parts.has("recent"):
        return reference(values.PAST)
    return lasting(None, _unit(parts))


def _long(parts: Parts, frame: Frame) -> Meaning:
    """ "day-long", "decades-long"."""
    return lasting(1 if parts.kind("unit") in _SINGULAR else None, _unit(parts))


# How often ------------------------------------------------------------------------------------------------

_OFTEN = ("PT1H", "P1D", "XXXX-XX-XXTNI", "P1W", "P1M", "P1Y", "P1Y")


def _often(parts: Parts, frame: Frame) -> Meaning | None:
    after = parts.after
    if (
        after
        and after.kind == LETTER["NAME"]
        and parts.match.group()
        and parts.words[parts.match.start()].text[0].isupper()
    ):
        return None  # the Daily Telegraph
    return repeated(_OFTEN[parts.value("often") or 0])


def _every(parts: Parts, frame: Frame) -> Meaning | None:
    """ "every day", "each July", "every Monday morning", "every two weeks"."""
    if parts.has("unit"):
        amount = number(parts.all("count")) if parts.has("count") else None if parts.has("few") else 1
        return repeated(values.length(amount, _unit(parts)))
    if parts.has("month"):
        return repeated(f"XXXX-{parts.value('month'):02}")
    if parts.has("season"):
        return repeated(f"XXXX-{values.SEASON_CODES[parts.value('season') or 0]}")
    if parts.has("weekend"):
        return repeated("XXXX-WXX-WE")
    return _weekdays(parts, frame)


def _weekdays(parts: Parts, frame: Frame) -> Meaning:
    weekday, daypart = parts.value("weekday"), parts.value("daypart")
    part = "" if daypart is None else f"T{values.DAYPART_CODES[daypart]}"
    return repeated((f"XXXX-WXX-{weekday + 1}" if weekday is not None else "XXXX-XX-XX") + part)


# Times that no calendar has ---------------------------------------------------------------------------------


def _now(parts: Parts, frame: Frame) -> Meaning:
    return reference(values.PRESENT)


def _current(parts: Parts, frame: Frame) -> Meaning | None:
    return reference(values.PRESENT) if parts.word("which") == "current" else None


def _past(parts: Parts, frame: Frame) -> Meaning:
    return reference(values.PAST)


def _in_the_past(parts: Parts, frame: Frame) -> Meaning | None:
    before, after = parts.before, parts.after
    led = before is not None and before.kind == LETTER["IN"]
    return reference(values.PAST) if led or after is None or after.kind not in _PLAIN else None


def _future(parts: Parts, frame: Frame) -> Meaning:
    return reference(values.FUTURE)


def _some_time(parts: Parts, frame: Frame) -> Meaning:
    return Meaning(TimexType.DURATION, "PXX")


def _time_of_story(parts: Parts, frame: Frame) -> Meaning | None:
    """ "at that time", "during this period": in an account of long ago, the time it has come to.

    In a report the same words mean no time that anybody has named.
    """
    before = parts.before
    bare = parts.word("which") == "the" and not parts.has("same")
    if not frame.history or (bare and (before is None or before.text.lower() not in _AT_THE_TIME)):
        return None
    anchor = frame.anchor
    return reference(values.value_of(anchor) if anchor else values.PRESENT)


_AT_THE_TIME = frozenset("at by around from during until of since".split())


def _former(parts: Parts, frame: Frame) -> Meaning | None:
    return reference(values.PAST) if frame.history else None


# Dates that are no claim's ------------------------------------------------------------------------------------


def _undated(period: Period | None, unit: Precision) -> Meaning:
    return Meaning(TimexType.DATE, values.value_of(or_unknown(period, unit)))


def _latest_quarter(frame: Frame) -> Period | None:
    """The quarter whose results a text tells: the one it named last, else the one before its publication."""
    if frame.quarter and frame.is_recent(frame.quarter):
        return frame.quarter
    return calendar.shifted(Precision.QUARTER, frame.published, -1) if frame.published else None


def _definite(parts: Parts, frame: Frame) -> Meaning | None:
    """ "the quarter", "the year", "the latest period": the one that the text is about."""
    if parts.kind("unit") == LETTER["PERIOD"] or UNITS[parts.value("unit") or 0] is Precision.QUARTER:
        return _undated(_latest_quarter(frame), Precision.QUARTER)
    unit = UNITS[parts.value("unit") or 0]
    if unit is Precision.YEAR and parts.after and parts.after.text in ("ended", "ending"):
        return lasting(1, unit.value)  # a business year
    period = current(parts, frame)
    if (period is None or not period.resolved) and frame.published and not frame.history:
        period = calendar.containing(unit, frame.published)
    return _undated(period, unit)


def _year_before(parts: Parts, frame: Frame) -> Meaning:
    """ "the year-ago quarter", "year-earlier results"."""
    if parts.has("count"):
        return lasting(number(parts.all("count")), _unit(parts))
    quarter, ordinal = _latest_quarter(frame), parts.value("number")
    if quarter is None or quarter.latest is None:
        return Meaning(TimexType.DATE, "XXXX-QX")
    if ordinal:
        return _undated(calendar.quarter(quarter.latest.year - 1, ordinal), Precision.QUARTER)
    return _undated(calendar.shifted(Precision.QUARTER, quarter.latest, -4), Precision.QUARTER)


def _period_of_year(parts: Parts, frame: Frame) -> Meaning:
    """ "the 1988 quarter": the one of that year that matches the one the text is about."""
    year, ordinal, quarter = parts.value("year") or 0, parts.value("number"), _latest_quarter(frame)
    if ordinal:
        return _undated(calendar.quarter(year, ordinal), Precision.QUARTER)
    if quarter is None or quarter.earliest is None:
        return Meaning(TimexType.DATE, f"{year:04}")
    return _undated(calendar.quarter(year, (quarter.earliest.month + 2) // 3), Precision.QUARTER)


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


def _season(parts: Parts, frame: Frame) -> Meaning | None:
    """ "winter quarters", "through the summer"."""
    season = parts.value("season") or 0
    before = parts.before
    word = parts.words[parts.match.end() - 1]
    if word.text[0].isupper() and before and before.kind == LETTER["NAME"]:
        return None
    if parts.after and parts.after.kind == LETTER["DASH"]:
        return None
    period = frame.place(lambda year: calendar.season(year, season))
    return Meaning(
        TimexType.DATE,
        values.value_of(period) if period and period.earliest else f"XXXX-{values.SEASON_CODES[season]}",
    )


def _century(parts: Parts, frame: Frame) -> Meaning | None:
    ordinal = parts.value("number")
    if ordinal is not None:
        first = ordinal - 1
        return Meaning(TimexType.DATE, f"BC{first + 1:02}" if parts.has("bc") else f"{first:02}")
    if frame.published is None:
        return Meaning(TimexType.DATE, "XX")
    step = {LETTER["LAST"]: -1, LETTER["PAST"]: -1, LETTER["PREVIOUS"]: -1, LETTER["NEXT"]: 1}
    return Meaning(TimexType.DATE, f"{frame.published.year // 100 + step.get(parts.kind('which'), 0):02}")


def _before_christ(parts: Parts, frame: Frame) -> Meaning | None:
    text = parts.word("number")
    return Meaning(TimexType.DATE, f"BC{int(text):04}") if text.isdecimal() and len(text) < 5 else None


_WITH_A_YEAR = {"christmas": (12, 25), "halloween": (10, 31)}


def _holiday(parts: Parts, frame: Frame) -> Meaning | None:
    name = parts.word("holiday") or "new year"
    if name == "new year" and (parts.word("new") != "new" or parts.word("year") != "year"):
        return None

    def make(year: int) -> Period:
        match name:
            case "easter":
                day = _easter(year)
            case "thanksgiving":
                first = date(year, 11, 1)
                day = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
            case "new year":
                day = date(year, 1, 1)
            case _:
                day = date(year, *_WITH_A_YEAR[name])
        return calendar.on(day - timedelta(days=1 if parts.has("eve") else 0))

    year = parts.value("named")
    return _undated(make(year) if year else frame.place(make), Precision.DAY)


def _easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def _next_to(parts: Parts, frame: Frame) -> Meaning | None:
    """ "the day before.", "two years after,": counted from what the text told last, where nothing follows."""
    after = parts.after
    if after and (after.kind in _PLAIN or after.kind in _NOUN_AHEAD):
        return None
    unit = UNITS[parts.value("unit") or 0]
    amount = number(parts.all("count")) if parts.has("count") else 1
    if amount is None or amount > 999:
        return None
    step = -1 if parts.kind("side") == LETTER["BEFORE"] or parts.kind("side") == LETTER["PREVIOUS"] else 1
    return _undated(frame.following(unit, step * round(amount)), unit)


_NOUN_AHEAD = frozenset(
    LETTER[kind] for kind in "THE A THIS THAT THESE YEAR DAY AMOUNT MONTH FORMER POSS".split()
)


# Times of the day -----------------------------------------------------------------------------------------------


def _clock(parts: Parts, frame: Frame) -> Meaning | None:
    told = clock_of(parts)
    if not (parts.has("half") or parts.has("zone") or parts.has("daypart")) and not _at(parts.before):
        return None  # "won 6:30", "with 3:08 to play"
    return None if told is None else _on_the_day(frame, told)


def _at(before: Word | None) -> bool:
    return before is not None and (
        before.kind in _AT_KINDS or before.text.lower() in ("about", "around", "(", "exactly")
    )


_AT_KINDS = frozenset(
    LETTER[kind] for kind in "AT BY UNTIL BEFORE AFTER FROM TO SINCE BETWEEN AND DASH".split()
)


def clock_of(parts: Parts) -> str | None:
    """The time of day of "10:30 p.m.", "4 in the morning" or "noon"; None where no clock shows it."""
    half, hour, minutes = parts.value("half"), parts.value("hour"), parts.value("clock")
    if parts.has("daypart"):
        if hour is None:
            return values.DAYPART_CODES[parts.value("daypart") or 0]
        half = 0 if parts.word("daypart") == "morning" else 12
    if minutes is None:
        minutes = 60 * (hour or 0)
        if not 60 <= minutes <= 720:
            return None
    if half is not None:
        if minutes >= 13 * 60:
            return None
        minutes = minutes % 720 + 60 * half
    return values.clock(minutes) + _zone(parts)


def _zone(parts: Parts) -> str:
    """ISO 8601's letter for universal time; the others are the text's own."""
    return "Z" if parts.value("zone") else ""


def _military_clock(parts: Parts, frame: Frame) -> Meaning | None:
    """ "0735 GMT", "1900 hrs"."""
    text = parts.word("digits")
    if len(text) != 4 or not text.isdecimal() or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    return _on_the_day(frame, f"{text[:2]}:{text[2:]}{_zone(parts)}")


def _daypart(parts: Parts, frame: Frame) -> Meaning | None:
    """ "the morning", "at noon", "at night"."""
    word = parts.words[parts.match.end() - 1]
    if word.text[0].isupper() and parts.match.start() and parts.match.end() - parts.match.start() == 1:
        return None
    if parts.after and parts.after.kind == LETTER["DASH"]:
        return None
    code = values.DAYPART_CODES[parts.value("daypart") or 0]
    if code == "NI" and parts.before and parts.before.kind == LETTER["AT"]:
        return Meaning(TimexType.TIME, "XXXX-XX-XXTNI")  # "at night", on no certain day
    return _on_the_day(frame, code)


def _on_the_day(frame: Frame, told: str) -> Meaning:
    """A time of the day that the text is at: that of its last day, else of its publication."""
    day = frame.following(Precision.DAY, 0)
    if day is None and frame.published and not frame.history:
        day = calendar.on(frame.published)
    return Meaning(TimexType.TIME, f"{values.value_of(day or unknown(Precision.DAY))}T{told}")


CLOCK = "(?:(?P<clock>CLOCK)|(?P<hour>DAY)(?=MERIDIEM)) (?P<half>MERIDIEM)? (?P<zone>ZONE)?"

LENGTHS: tuple[tuple[str, Build], ...] = (
    # three days; two more weeks; 12 to 18 months; the next few years; the four previous weeks; the first nine months
    ("(?:THE|THIS)? HEAD? COUNT (?:(?:TO|AND|DASH) NUM)? (?:HEAD|MORE)? SPECIAL? (?P<unit>LENGTH)", _length),
    ("(?:THE|THIS)? HEAD? A? (?P<couple>COUPLE) OF? MORE? (?P<unit>LENGTH)", _length),
    ("(?:THE|THIS)? HEAD? (?:A? FEW|SOME) MORE? SPECIAL? (?P<unit>LENGTH)", _length),
    ("COUNT (?P<unit>LENGTH|ONELENGTH) (?P<more>AND A HALF)", _length),
    ("(?P<one>A) (?:FULL|SPECIAL|MORE)? (?P<unit>ONELENGTH) (?!DASH)", _one),
    # two-year; three day; eight-month-old; day-long
    ("COUNT DASH? (?P<unit>ONELENGTH) (?!DASH(?:AGO|EARLIER))", _length),
    ("COUNT DASH (?P<unit>ONELENGTH) DASH? (?:LONG|(?P<old>OLD))", _length),
    ("A? COUNT DASH? (?P<unit>ONELENGTH) PERIOD", _length),
    ("(?P<unit>ONELENGTH|LENGTH) DASH LONG|(?P<unit2>LENGTH) DASH OLD", _long),
    ("THE? (?:PAST|LAST|NEXT|COMING) (?P<one>(?P<unit>SHORT|CENTURY))", _length),
    ("HALF (?:A|DASH) (?P<unit>ONELENGTH)", _half),
    ("THE? (?:(?P<recent>RECENT)|HEAD) (?P<unit>LENGTH)", _recent),
    ("THE EARLY (?P<unit>UNITS)", _recent),
    ("FEW DASH (?P<unit>ONELENGTH)", _recent),
    ("THE (?P<unit>LENGTH) AHEAD", _recent),
    ("THE? (?P<unit>LENGTH)", _uncounted),
    ("THE? ORDINAL (?P<unit>ANYUNIT)", _nth),
    # daily; Mondays; every two weeks; each July
    ("(?P<often>OFTEN)", _often),
    ("(?P<weekday>WEEKDAYS) (?P<daypart>DAYPART)?", _weekdays),
    ("EVERY (?P<unit>ONELENGTH)", _every),
    ("EVERY (?:COUNT|(?P<few>FEW)) (?P<unit>LENGTH)", _every),
    ("EVERY (?P<weekday>WEEKDAY) (?P<daypart>DAYPART)?", _every),
    ("EVERY (?P<daypart>DAYPART)", _every),
    ("EVERY (?P<month>MON)", _every),
    ("EVERY (?P<season>SEASON)", _every),
    ("EVERY (?P<weekend>WEEKEND)", _every),
    # now; recently; the near future
    ("NOW", _now),
    ("(?P<which>THIS)", _current),
    ("THESE UNITS|THE? PRESENT DASH? UNIT", _now),
    ("RECENT|MORE? RECENTLY", _past),
    ("THE PAST", _in_the_past),
    ("THE NEAR? FUTURE|(?<=IN|POSS) FUTURE", _future),
    ("(?:SOME|A LONG) TIME", _some_time),
    ("(?P<which>THE|THIS|THAT) (?P<same>SAME)? TIME", _time_of_story),
    ("(?P<which>THIS|THAT) (?P<same>SAME)? PERIOD", _time_of_story),
    ("FORMER", _former),
    # the quarter; the latest period; the year-ago quarter; the 1988 period; fiscal 1990
    ("THE (?:FULL|LATEST)? (?P<unit>ANYUNIT) (?!DASH)", _definite),
    ("THE LATEST (?P<unit>PERIOD)", _definite),
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
    ("THE? (?P<season>SEASON)", _season),
    ("THE? (?P<number>ORDINAL|NTH) DASH? CENTURY (?P<bc>BC)?", _century),
    ("THE? (?P<which>THIS|LAST|NEXT|PAST|PREVIOUS) CENTURY", _century),
    ("THE? (?P<number>YEAR|DAY|AMOUNT) BC", _before_christ),
    ("(?P<holiday>HOLIDAY) (?:UNIT|(?P<eve>EVE))? (?:COMMA? (?P<named>YEAR))?", _holiday),
    ("(?P<new>NAME) (?P<year>UNIT) POSS? (?:UNIT|(?P<eve>EVE))", _holiday),
    # the day before; two years after
    ("(?:THE|COUNT) (?P<unit>ANYUNIT|UNITS) (?P<side>BEFORE|AFTER|FOLLOWING|PREVIOUS)", _next_to),
    # 10:30 p.m.; 4 in the morning; 0735 GMT; the morning; at noon
    (CLOCK, _clock),
    ("(?P<hour>DAY) IN THE (?P<daypart>DAYPART)", _clock),
    ("(?P<digits>YEAR|OTHER) (?P<zone>ZONE)", _military_clock),
    ("THE (?:EARLY|LATE|MID)? (?P<daypart>DAYPART) SHORTS?", _daypart),
    ("(?:(?<=AT)|MID DASH?|(?<=BY)) (?P<daypart>DAYPART)", _daypart),
)
"""Patterns of lengths, repetitions and times that no event can be placed by."""
