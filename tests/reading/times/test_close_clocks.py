"""Four digits behind "shortly before" are a time of day and no year of long ago."""

from __future__ import annotations

from datetime import date

import pytest

from harmattan.reading.times.claimed import find_times

CASES = [
    ("It exploded shortly before 1700 today.", ["today"]),
    ("They fled just after 0200 on Friday.", ["Friday"]),
    ("The fort was built before 1700.", ["before 1700"]),
]


@pytest.mark.parametrize(("text", "quotes"), CASES)
def test_a_clock_is_no_year(text: str, quotes: list[str]) -> None:
    found = find_times(text, 0, len(text), date(1990, 5, 26))
    assert [time.span.quote.removeprefix("on ") for time in found] == quotes
