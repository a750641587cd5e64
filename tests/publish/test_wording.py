from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Number, Time
from harmattan.model.text import Span
from harmattan.model.values import Count, Period, Precision
from harmattan.publish.wording import (
    casualty_words,
    count_words,
    listed,
    number_words,
    period_words,
    time_words,
)
from tests.publish.written import count, period

COUNTS = [
    (count(14), "14"),
    (count(5000), "5,000"),
    (Count(14, None, None), "at least 14"),
    (Count(14, 14, None), "at least 14"),
    (Count(None, None, 20), "up to 20"),
    (Count(None, 20, 20), "up to 20"),
    (Count(2500, None, 3000), "2,500 to 3,000"),
    (Count(15, 20, 25), "15 to 25, best figure 20"),
    (Count(None, 20, None), "about 20"),
    (Count(10, 12, None), "at least 10, best figure 12"),
]


def test_casualties_put_the_best_figure_last() -> None:
    assert casualty_words(Count(132, 160, 180), "killed") == "132 to 180 killed (best figure 160)"
    assert casualty_words(Count(14, None, None), "wounded") == "at least 14 wounded"


PERIODS = [
    (period("2020-02-04"), "on 4 February 2020"),
    (period("2021-06-01", "2021-06-30", "month"), "in June 2021"),
    (period("2020-02-01", "2020-02-29", "month"), "in February 2020"),
    (period("2022-01-01", "2022-03-31", "quarter"), "in the first quarter of 2022"),
    (period("2022-10-01", "2022-12-31", "quarter"), "in the fourth quarter of 2022"),
    (period("2022-07-01", "2022-12-31", "half"), "in the second half of 2022"),
    (period("2023-01-01", "2023-12-31", "year"), "in 2023"),
    (period("2010-01-01", "2019-12-31", "decade"), "in the 2010s"),
    (period("2020-02-03", "2020-02-09", "week"), "in the week of 3 to 9 February 2020"),
    (period("2021-06-01", "2021-06-10", "month"), "between 1 and 10 June 2021"),
    (period("2021-06-21", "2021-09-22", "season"), "between 21 June and 22 September 2021"),
    (period("2020-12-21", "2021-03-20", "season"), "between 21 December 2020 and 20 March 2021"),
    (period(None, "2023-12-31", "open"), "by the end of 2023"),
    (period(None, "2023-06-30", "open"), "by the end of June 2023"),
    (period(None, "2022-08-15", "open"), "by 15 August 2022"),
    (period("2013-01-01", None, "open"), "from 2013"),
    (period("2013-03-01", None, "open"), "from March 2013"),
    (period("2013-03-01", "2013-05-31", "open"), "from March 2013 to May 2013"),
    (period("2022-03-23", "2022-03-31", "open"), "between 23 and 31 March 2022"),
    (period(None, None, "week"), "at a time not known"),
]

TIMES = [
    ("4 February 2020", period("2020-02-04"), "on 4 February 2020"),
    ("Tuesday", period("2020-02-04"), "on 4 February 2020"),
    ("by 2023", period(None, "2023-12-31", "open"), "by 2023"),
    ("until 2007", period(None, "2007-12-31", "open"), "until 2007"),
    ("Since 2013", period("2013-01-01", None, "open"), "since 2013"),
    (
        "by the end of the year",
        period(None, "2021-12-31", "open"),
        "by the end of 2021 (“by the end of the year”)",
    ),
    ("last week", period(None, None, "week"), "“last week” (date not known)"),
    (
        "early June 2021",
        period("2021-06-01", "2021-06-10", "month"),
        "between 1 and 10 June 2021 (“early June 2021”)",
    ),
    (
        "the summer of 2021",
        period("2021-06-01", "2021-08-31", "season"),
        "between 1 June and 31 August 2021 (“the summer of 2021”)",
    ),
    ("June\n2021", period("2021-06-01", "2021-06-30", "month"), "in June 2021"),
]


def spanned(words: str) -> Span:
    return Span(0, len(words), words)


@pytest.mark.parametrize(("value", "words"), COUNTS)
def test_counts_keep_their_bounds(value: Count, words: str) -> None:
    assert count_words(value) == words


@pytest.mark.parametrize(("value", "words"), PERIODS)
def test_periods_are_worded_by_their_precision(value: Period, words: str) -> None:
    assert period_words(value) == words


@pytest.mark.parametrize(("quote", "value", "words"), TIMES)
def test_times_quote_what_the_calendar_does_not_hold(quote: str, value: Period, words: str) -> None:
    assert time_words(Time(spanned(quote), value)) == words


def test_a_count_without_figures_keeps_its_words() -> None:
    assert number_words(Number(spanned("dozens"), Count(24, None, None))) == "at least 24 (“dozens”)"
    assert number_words(Number(spanned("at least 14"), Count(14, None, None))) == "at least 14"
    assert number_words(Number(spanned("seven"), count(7))) == "7"


@given(
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.integers(1, 4000),
    st.sampled_from([one for one in Precision if one is not Precision.DAY]),
)
def test_more_than_a_day_is_never_told_as_on_a_day(first: date, days: int, precision: Precision) -> None:
    words = period_words(Period(first, first + timedelta(days=days), precision))
    assert not words.startswith("on ")


def test_lists() -> None:
    assert [listed(one) for one in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
