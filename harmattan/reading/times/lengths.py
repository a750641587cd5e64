"""How long and how often: "three years", "every Friday".

TimeML marks them as it marks "on Friday"; but no event lies in "three years", so none of them has a period that a claim
could rest on. The shape of a rule is that of `time_grammar`.
"""

from __future__ import annotations

from harmattan.reading.times import values
from harmattan.reading.times.frame import Frame
from harmattan.reading.times.rules import Build, Parts, number
from harmattan.reading.times.values import Meaning, TimexType, lasting, reference, repeated
from harmattan.reading.times.words import LETTER, UNITS, Word

_SHORTS = ("second", "minute", "hour")
_LENGTH_OF_KIND = {
    **{LETTER[kind]: tuple(unit.value for unit in UNITS) for kind in ("UNIT", "UNITS", "QUARTER")},
    **{LETTER[kind]: _SHORTS for kind in ("SHORT", "SHORTS")},
    **{LETTER[kind]: ("century",) for kind in ("CENTURY", "CENTURIES")},
}
_SINGULAR = tuple(LETTER[kind] for kind in ("UNIT", "SHORT", "QUARTER", "CENTURY"))


def unit_name(parts: Parts) -> str:
    """The name of the unit that a match counts in."""
    group = "unit" if parts.has("unit") else "unit2"
    return _LENGTH_OF_KIND[parts.kind(group)][parts.value(group) or 0]


# How long -------------------------------------------------------------------------------------------------


def _length(parts: Parts, frame: Frame) -> Meaning | None:
    """ "three days", "two-year", "a few hours", "the first nine months"."""
    unit = unit_name(parts)
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
    return lasting(0.5, unit_name(parts))


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
    if parts.kind("unit") == LETTER["QUARTER"] or _is_age(parts, unit_name(parts)):
        return None
    before = parts.before.text.lower() if parts.before else ""
    if (parts.word("one"), unit_name(parts)) == ("one", "day") and before in _MODALS:
        return reference(values.FUTURE)
    if parts.word("one") != "one" and _is_rate(parts.before):
        return repeated(values.length(1, unit_name(parts)))
    return lasting(1, unit_name(parts))


_MODALS = frozenset("will would may might could can shall".split())


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
    return lasting(None, unit_name(parts)) if led else None


def _nth(parts: Parts, frame: Frame) -> Meaning | None:
    """ "the second day", "the first week": of what was told before."""
    unit = unit_name(parts)
    if unit == "quarter":
        return None
    return Meaning(TimexType.DATE, "XXXX-XX-XX") if unit == "day" else lasting(1, unit)


def _recent(parts: Parts, frame: Frame) -> Meaning:
    """ "recent years" say when and not how long; "the coming weeks" say both."""
    if parts.has("recent"):
        return reference(values.PAST)
    return lasting(None, unit_name(parts))


def _long(parts: Parts, frame: Frame) -> Meaning:
    """ "day-long", "decades-long"."""
    return lasting(1 if parts.kind("unit") in _SINGULAR else None, unit_name(parts))


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
        return repeated(values.length(amount, unit_name(parts)))
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
)
"""Patterns of lengths and repetitions."""
