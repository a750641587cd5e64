"""Laws of periods and counts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.values import Count, Period, Precision

DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
BOUNDS = st.none() | st.integers(0, 10_000)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start, end = draw(st.none() | DAYS), draw(st.none() | DAYS)
    if start and end and start > end:
        start, end = end, start
    return Period(start, end, draw(st.sampled_from(Precision)))


def day(text: str) -> Period:
    return Period(date.fromisoformat(text), date.fromisoformat(text), Precision.DAY)


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2021, 2, 1), date(2021, 1, 1), Precision.MONTH)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (day("2021-01-31"), day("2021-01-31"), True),
        (day("2021-01-31"), day("2021-02-01"), False),
        (Period(None, date(2023, 12, 31), Precision.OPEN), day("2022-05-01"), True),
        (Period(None, date(2023, 12, 31), Precision.OPEN), day("2024-01-01"), False),
        (Period(date(2013, 1, 1), None, Precision.OPEN), day("2012-12-31"), False),
        (Period(None, None, Precision.WEEK), day("1999-01-01"), True),
    ],
)
def test_overlap(one: Period, other: Period, expected: bool) -> None:
    assert one.overlaps(other) is expected


@given(periods(), periods())
def test_overlap_is_mutual(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(periods())
def test_a_period_overlaps_itself_and_anything_unresolved(period: Period) -> None:
    assert period.overlaps(period)
    assert period.overlaps(Period(None, None, Precision.DAY))
    assert period.resolved == (period.earliest is not None or period.latest is not None)


@given(BOUNDS, BOUNDS, BOUNDS)
def test_a_count_is_made_only_of_bounds_in_order(low: int | None, best: int | None, high: int | None) -> None:
    known = [bound for bound in (low, best, high) if bound is not None]
    if known and known == sorted(known):
        count = Count(low, best, high)
        assert (count.low, count.best, count.high) == (low, best, high)
    else:
        with pytest.raises(ValueError, match="not a count"):
            Count(low, best, high)


def test_a_count_is_not_negative() -> None:
    with pytest.raises(ValueError, match="not a count"):
        Count(-1, None, None)


@given(st.integers(0, 10**9))
def test_a_plain_number_is_its_own_bounds(number: int) -> None:
    assert Count.exactly(number) == Count(number, number, number)
