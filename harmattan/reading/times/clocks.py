"""Times of the day: "10:30 p.m.", "4 in the morning", "0735 GMT", "the morning", "at noon".

Where no day stands beside one, it is of the day that the text is at. No claim is as precise as a clock, so none of
these has a period; behind a day they are part of that day's expression (`time_finder`).
"""

from __future__ import annotations

from harmattan.model.values import Precision
from harmattan.reading.times import calendar, values
from harmattan.reading.times.frame import Frame
from harmattan.reading.times.rules import Build, Parts, unknown
from harmattan.reading.times.values import Meaning, TimexType
from harmattan.reading.times.words import LETTER, Word


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
"""A time that a clock shows."""

CLOCKS: tuple[tuple[str, Build], ...] = (
    (CLOCK, _clock),
    ("(?P<hour>DAY) IN THE (?P<daypart>DAYPART)", _clock),
    ("(?P<digits>YEAR|OTHER) (?P<zone>ZONE)", _military_clock),
    ("THE (?:EARLY|LATE|MID)? (?P<daypart>DAYPART) SHORTS?", _daypart),
    ("(?:(?<=AT)|MID DASH?|(?<=BY)) (?P<daypart>DAYPART)", _daypart),
)
"""Patterns of times of the day."""
