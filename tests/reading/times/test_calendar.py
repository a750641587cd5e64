"""The calendar's units, their neighbours and their parts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.values import Period, Precision
from harmattan.reading.times import calendar
from harmattan.reading.times.calendar import Part

UNITS = st.sampled_from(
    [Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.DECADE]
)
DAYS = st.dates(date(1100, 1, 1), date(2900, 1, 1))


@given(UNITS, DAYS)
def test_a_unit_holds_its_day_and_carries_its_precision(unit: Precision, day: date) -> None:
    period = calendar.containing(unit, day)
    assert period.precision is unit
    assert period.earliest and period.latest
    assert period.earliest <= day <= period.latest


@given(UNITS, DAYS, st.integers(-30, 30))
def test_a_shift_there_and_back_comes_home(unit: Precision, day: date, by: int) -> None:
    away = calendar.shifted(unit, day, by)
    assert away.earliest
    assert calendar.shifted(unit, away.earliest, -by) == calendar.containing(unit, day)


@given(UNITS, DAYS, st.sampled_from(list(Part)))
def test_a_part_lies_within_its_whole(unit: Precision, day: date, part: Part) -> None:
    whole = calendar.containing(unit, day)
    some = calendar.part_of(whole, part)
    assert whole.earliest and whole.latest and some.earliest and some.latest
    assert whole.earliest <= some.earliest <= some.latest <= whole.latest
    assert some.precision is unit


@pytest.mark.parametrize("unit", [Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.YEAR])
def test_the_two_halves_share_no_day(unit: Precision) -> None:
    whole = calendar.containing(unit, date(2021, 6, 15))
    first, second = calendar.part_of(whole, Part.FIRST_HALF), calendar.part_of(whole, Part.SECOND_HALF)
    assert first.latest and second.earliest
    assert first.earliest == whole.earliest
    assert second.latest == whole.latest
    assert (second.earliest - first.latest).days == 1


def test_winter_runs_into_the_next_year() -> None:
    assert calendar.season(2011, calendar.WINTER) == Period(
        date(2011, 12, 1), date(2012, 2, 29), Precision.SEASON
    )


def test_ranges_do_not_run_backwards() -> None:
    assert calendar.joined(calendar.year(2014), calendar.year(2012)) is None
    assert calendar.joined(calendar.year(2012), calendar.year(2014)) == Period(
        date(2012, 1, 1), date(2014, 12, 31), Precision.OPEN
    )


def test_no_calendar_before_the_first_year() -> None:
    with pytest.raises(OverflowError):
        calendar.moved(Precision.YEAR, date(400, 1, 1), -900)
