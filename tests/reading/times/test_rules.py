"""How rules of the time grammar are written, and the values that they make."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar
from harmattan.reading.times.clocks import CLOCKS
from harmattan.reading.times.grammar import POINTS
from harmattan.reading.times.lengths import LENGTHS
from harmattan.reading.times.references import REFERENCES
from harmattan.reading.times.results import RESULTS
from harmattan.reading.times.rules import compile_kinds, first_kinds, number
from harmattan.reading.times.values import length, quarter_of, value_of
from harmattan.reading.times.words import KINDS, LETTER, words_of

NAMES = {letter: kind for kind, letter in LETTER.items()}

FIRST = [
    ("YEAR", {"YEAR"}),
    ("THE? YEAR", {"THE", "YEAR"}),
    ("(?:THE|A)? (?P<unit>UNIT)", {"THE", "A", "UNIT"}),
    ("(?<=IN) THE? SEASON (?!WORD)", {"THE", "SEASON"}),
    ("DAY (?=OF)|NTH?", {"DAY", "NTH"}),
    ("(?:SCALE)* (?:DAY? NTH)? MON", {"SCALE", "DAY", "NTH", "MONTH", "MAYBE_MONTH"}),
]


@pytest.mark.parametrize(("pattern", "kinds"), FIRST)
def test_a_match_can_begin_with(pattern: str, kinds: set[str]) -> None:
    assert {NAMES[letter] for letter in first_kinds(compile_kinds(pattern))} >= kinds
    assert all(letter in NAMES for letter in first_kinds(compile_kinds("YEAR")))


@pytest.mark.parametrize(
    "pattern", [pattern for pattern, _ in (*POINTS, *LENGTHS, *RESULTS, *REFERENCES, *CLOCKS)]
)
def test_no_rule_matches_nothing(pattern: str) -> None:
    rule = compile_kinds(pattern)
    assert rule.match("") is None
    for kind in KINDS:
        match = rule.match(LETTER[kind] * 6)
        assert match is None or (match.end() and LETTER[kind] in first_kinds(rule))


NUMBERS = [
    ("three", 3),
    ("twenty-four", 24),
    ("a hundred", 100),
    ("two thousand", 2000),
    ("2,500", 2500),
    ("5 1/2", 5.5),
    ("two and a half", 2.5),
    ("1.5", 1.5),
    ("30-40", 30),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text: str, value: float) -> None:
    assert number(words_of(text, 0, len(text))) == value


LENGTHS_TOLD = [
    (3, "day", "P3D"),
    (90, "minute", "PT90M"),
    (0.5, "hour", "PT30M"),
    (2.5, "year", "P2Y6M"),
    (1.5, "week", "P1.5W"),
    (4, "decade", "P40Y"),
    (2, "century", "P2CE"),
    (2_000_000, "year", "P2000000Y"),
    (None, "hour", "PTXH"),
]


@pytest.mark.parametrize(("amount", "unit", "value"), LENGTHS_TOLD)
def test_lengths(amount: float | None, unit: str, value: str) -> None:
    assert length(amount, unit) == value


PERIODS = [
    (calendar.on(date(2021, 3, 4)), "2021-03-04"),
    (calendar.week_of(date(2021, 1, 1)), "2020-W53"),
    (calendar.month(2021, 3), "2021-03"),
    (calendar.quarter(2021, 4), "2021-Q4"),
    (calendar.half(2021, 2), "2021-H2"),
    (calendar.season(2021, calendar.WINTER), "2021-WI"),
    (calendar.year(987), "0987"),
    (calendar.decade(1990), "199"),
    (Period(None, None, Precision.WEEK), "XXXX-WXX"),
]


@pytest.mark.parametrize(("period", "value"), PERIODS)
def test_values(period: Period, value: str) -> None:
    assert value_of(period) == value


def test_quarters_come_back_from_their_value() -> None:
    assert quarter_of("2021-Q4") == calendar.quarter(2021, 4)
    assert [quarter_of(value) for value in ("2021-QX", "XXXX-Q1", "2021-12", "P1Q")] == [None] * 4


@pytest.mark.parametrize(
    ("year", "day"), [(2000, "04-23"), (2008, "03-23"), (2021, "04-04"), (2038, "04-25")]
)
def test_easter(year: int, day: str) -> None:
    assert calendar.easter(year) == date.fromisoformat(f"{year}-{day}")
