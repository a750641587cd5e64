"""Times that say when and not by which days: "now", "the near future", "the winter", "at Christmas", "146 BC".

They have a value, as far as TimeML has one for them, and no period that a claim could rest on: either no calendar has
them, or words as loose as "the week" say too little of which is meant. Only "the day before" has one where the text has
told the day before which it was.
"""

from __future__ import annotations

from datetime import date, timedelta

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar, values
from harmattan.reading.times.frame import Frame
from harmattan.reading.times.grammar import current, relative
from harmattan.reading.times.rules import Build, Parts, number, or_unknown
from harmattan.reading.times.values import Meaning, TimexType, lasting, reference, undated
from harmattan.reading.times.words import LETTER, MAX_AMOUNT, UNITS

_PLAIN = (LETTER["WORD"], LETTER["NAME"])

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


# Units, seasons, centuries and holidays that the words leave loose --------------------------------------------


def _definite(parts: Parts, frame: Frame) -> Meaning | None:
    """ "the year", "the week": the one that the text is about."""
    unit = UNITS[parts.value("unit") or 0]
    if unit is Precision.YEAR and parts.after and parts.after.text in ("ended", "ending"):
        return lasting(1, unit.value)  # a business year
    period = current(parts, frame)
    if (period is None or not period.resolved) and frame.published and not frame.history:
        period = calendar.containing(unit, frame.published)
    return undated(period, unit)


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
                day = calendar.easter(year)
            case "thanksgiving":
                first = date(year, 11, 1)
                day = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
            case "new year":
                day = date(year, 1, 1)
            case _:
                day = date(year, *_WITH_A_YEAR[name])
        return calendar.on(day - timedelta(days=1 if parts.has("eve") else 0))

    year = parts.value("named")
    which = parts.kind("which")
    near = relative(make, which, frame) if which else frame.place(make)
    return undated(make(year) if year else near, Precision.DAY)


def _next_to(parts: Parts, frame: Frame) -> Period | None:
    """ "the day before.", "two years after,": counted from what the text told last, where nothing follows."""
    after = parts.after
    if after and (after.kind in _PLAIN or after.kind in _NOUN_AHEAD):
        return None
    unit = UNITS[parts.value("unit") or 0]
    amount = number(parts.all("count")) if parts.has("count") else 1
    if amount is None or amount > MAX_AMOUNT:
        return None
    step = -1 if parts.kind("side") == LETTER["BEFORE"] or parts.kind("side") == LETTER["PREVIOUS"] else 1
    return or_unknown(frame.following(unit, step * round(amount)), unit)


_NOUN_AHEAD = frozenset(
    LETTER[kind] for kind in "THE A THIS THAT THESE YEAR DAY AMOUNT MONTH FORMER POSS".split()
)


REFERENCES: tuple[tuple[str, Build], ...] = (
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
    # the year; the whole week
    ("THE (?:FULL|LATEST)? (?P<unit>UNIT) (?!DASH)", _definite),
    # winter quarters; the 20th century; 146 BC; Christmas 2020; New Year's Eve
    ("THE? (?P<season>SEASON)", _season),
    ("THE? (?P<number>ORDINAL|NTH) DASH? CENTURY (?P<bc>BC)?", _century),
    ("THE? (?P<which>THIS|LAST|NEXT|PAST|PREVIOUS) CENTURY", _century),
    ("THE? (?P<number>YEAR|DAY|AMOUNT) BC", _before_christ),
    (
        "(?P<which>LAST|NEXT|THIS)? PAST? (?P<holiday>HOLIDAY) (?:UNIT|(?P<eve>EVE))? (?:COMMA? (?P<named>YEAR))?",
        _holiday,
    ),
    ("(?P<new>NAME) (?P<year>UNIT) POSS? (?:UNIT|(?P<eve>EVE))", _holiday),
    # the day before; two years after
    ("(?:THE|COUNT) (?P<unit>ANYUNIT|UNITS) (?P<side>BEFORE|AFTER|FOLLOWING|PREVIOUS)", _next_to),
)
"""Patterns of times that no event can be placed by."""
