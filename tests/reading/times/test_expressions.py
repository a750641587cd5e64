"""Expressions of time as TimeML marks them: words, type and value."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.reading.times.claimed import document_expressions, document_times

PUBLISHED = date(2021, 10, 1)  # a Friday


def read(*sentences: str, published: date | None = PUBLISHED) -> list[tuple[str, str, str]]:
    """Words, type and value of all expressions in some sentences published on Friday 1 October 2021."""
    text, stretches = " ".join(sentences), []
    at = 0
    for sentence in sentences:
        stretches.append((at, at + len(sentence)))
        at += len(sentence) + 1
    found = document_expressions(text, stretches, published)
    return [(each.span.quote, each.type.value, each.value) for line in found for each in line]


DATES = [
    ("They fled on 4 February 2020.", "4 February 2020", "2020-02-04"),
    ("They fled in June 2021.", "June 2021", "2021-06"),
    ("They fled in early June 2021.", "early June 2021", "2021-06"),
    ("They fled at the end of June 2021.", "the end of June 2021", "2021-06"),
    ("They fled by June 2021.", "June 2021", "2021-06"),
    ("They fled last week.", "last week", "2021-W38"),
    ("They fled over the weekend.", "the weekend", "2021-W38-WE"),
    ("They fled yesterday.", "yesterday", "2021-09-30"),
    ("They fled in the third quarter of 2020.", "the third quarter of 2020", "2020-Q3"),
    ("Third-quarter earnings rose.", "Third-quarter", "2021-Q3"),
    ("They expect a loss for the third quarter.", "the third quarter", "2021-Q3"),
    ("They fled in the final quarter of 2020.", "the final quarter of 2020", "2020-Q4"),
    ("They fled in the second half of 2020.", "the second half of 2020", "2020-H2"),
    ("They fled in the summer of 2014.", "the summer of 2014", "2014-SU"),
    ("They fled in the winter of 2012.", "the winter of 2012", "2012-WI"),
    ("They froze all winter.", "winter", "2020-WI"),
    ("They fled in the 1990s.", "the 1990s", "199"),
    ("They fled in the late 1990s.", "the late 1990s", "199"),
    ("It is a 20th century weapon.", "20th century", "19"),
    ("It fell in the early nineteenth century.", "the early nineteenth century", "18"),
    ("Carthage fell in 146 BC.", "146 BC", "BC0146"),
    ("They fled in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("They fled in January nineteen ninety.", "January nineteen ninety", "1990-01"),
    ("In fiscal 1990 it rose.", "fiscal 1990", "1990"),
    ("It rose in the fiscal year.", "the fiscal year", "2021"),
    ("They fled two years ago.", "two years ago", "2019"),
    ("They fled nearly two years ago.", "nearly two years ago", "2019"),
    ("They fled a decade ago.", "a decade ago", "2011"),
    ("They fled a year or so ago.", "a year or so ago", "2020"),
    ("They fled last Christmas.", "last Christmas", "2020-12-25"),
    ("They fled in the last half of the '80s.", "the last half of the '80s", "198"),
    ("They fled in the year two thousand.", "the year two thousand", "2000"),
    ("It had been due to expire on Friday.", "Friday", "2021-10-01"),
    ("They are here this coming Monday.", "this coming Monday", "2021-10-04"),
    ("They fled weeks ago.", "weeks ago", "PAST_REF"),
    ("They fled later this year.", "later this year", "2021"),
    ("They fled at Christmas.", "Christmas", "2020-12-25"),
    ("They fled on Easter 2021.", "Easter 2021", "2021-04-04"),
    ("They fled on Thanksgiving 2020.", "Thanksgiving 2020", "2020-11-26"),
    ("They fled on New Year's Eve.", "New Year's Eve", "2020-12-31"),
    ("They fled on the 5th.", "the 5th", "2021-09-05"),
    ("They are fleeing now.", "now", "PRESENT_REF"),
    ("The current government fled.", "current", "PRESENT_REF"),
    ("They recently fled.", "recently", "PAST_REF"),
    ("They fled in recent years.", "recent years", "PAST_REF"),
    ("They had fled in the past.", "the past", "PAST_REF"),
    ("They will flee in the near future.", "the near future", "FUTURE_REF"),
    ("They will one day return.", "one day", "FUTURE_REF"),
    ("The market was closed until Monday.", "Monday", "2021-10-04"),
    ("Until Monday, nobody had heard of it.", "Monday", "2021-09-27"),
]

TIMES = [
    ("They fled on Tuesday morning.", "Tuesday morning", "2021-09-28TMO"),
    ("They fled last night.", "last night", "2021-09-30TNI"),
    ("They will flee tonight.", "tonight", "2021-10-01TNI"),
    ("They fled overnight.", "overnight", "2021-09-30TNI"),
    ("They fled on the night of 4 May 2020.", "the night of 4 May 2020", "2020-05-04TNI"),
    ("They fled at 10:30 p.m. on Tuesday.", "10:30 p.m. on Tuesday", "2021-09-28T22:30"),
    ("They fled at 12 a.m. Tuesday.", "12 a.m. Tuesday", "2021-09-28T00:00"),
    ("They fled at noon on 4 May 2020.", "noon on 4 May 2020", "2020-05-04T12:00"),
    ("They fled at 6pm.", "6pm", "2021-10-01T18:00"),
    ("They fled at 4 in the morning.", "4 in the morning", "2021-10-01T04:00"),
    ("They fled at 0735 GMT.", "0735 GMT", "2021-10-01T07:35Z"),
    ("They move at night.", "night", "XXXX-XX-XXTNI"),
]

LENGTHS = [
    ("It lasted three months.", "three months", "P3M"),
    ("It lasted a few hours.", "a few hours", "PTXH"),
    ("It lasted twenty-four days.", "twenty-four days", "P24D"),
    ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
    ("It lasted 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
    ("It lasted 1.5 days.", "1.5 days", "P1.5D"),
    ("It lasted a minute and a half.", "a minute and a half", "PT1M30S"),
    ("It lasted half an hour.", "half an hour", "PT30M"),
    ("It lasted almost a hundred years.", "almost a hundred years", "P100Y"),
    ("It lasted 2,000 years.", "2,000 years", "P2000Y"),
    ("It lasted two decades.", "two decades", "P20Y"),
    ("It lasted for years.", "years", "PXY"),
    ("It lasted a month or so.", "a month or so", "P1M"),
    ("It lasted for over a year.", "over a year", "P1Y"),
    ("They signed a two-year truce.", "two-year", "P2Y"),
    ("It was a three-day battle.", "three-day", "P3D"),
    ("It came over a three-year period.", "a three-year period", "P3Y"),
    ("It was a decades-long war.", "decades-long", "PXDE"),
    ("It rose in the first nine months.", "the first nine months", "P9M"),
    ("It rose over the past three years.", "the past three years", "P3Y"),
    ("They leave in the next couple of weeks.", "the next couple of weeks", "P2W"),
    ("It stays for at least 20 more years.", "at least 20 more years", "P20Y"),
    ("They waited eight trading days.", "eight trading days", "P8D"),
    ("They had only one day.", "one day", "P1D"),
    ("It rose in the year ended 31 March.", "the year", "P1Y"),
]

SETS = [
    ("They pray every Friday.", "every Friday", "XXXX-WXX-5"),
    ("They pray on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("They fly on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
    ("They march each July.", "each July", "XXXX-07"),
    ("They meet daily.", "daily", "P1D"),
    ("They meet every two weeks.", "every two weeks", "P2W"),
    ("They meet every few hours.", "every few hours", "PTXH"),
    ("They pay $50 million a year.", "a year", "P1Y"),
    ("They fire 800 rockets per day.", "per day", "P1D"),
]

EXPRESSIONS = [
    *((text, words, "DATE", value) for text, words, value in DATES),
    *((text, words, "TIME", value) for text, words, value in TIMES),
    *((text, words, "DURATION", value) for text, words, value in LENGTHS),
    *((text, words, "SET", value) for text, words, value in SETS),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), EXPRESSIONS)
def test_one_expression(text: str, words: str, kind: str, value: str) -> None:
    found = read(text)
    assert (words, kind, value) in found
    assert [each for each in found if each[0] != words] in ([], [("31 March", "DATE", "2021-03-31")])


NOTHING = [
    "The 41-year-old farmer fled.",
    "She was 41 years old.",
    "A quarter of the men fled.",
    "He came second; it took a second attempt.",
    "It is a matter of days.",
    "They watched 60 Minutes.",
    "The former minister fled.",
    "He may march; it might fall.",
    "At that time they fled.",
    "Read the Daily Telegraph.",
    "It costs $1,500; the F-16 and 2000 rebels.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text: str) -> None:
    assert read(text) == []


RANGES = [
    ("It lasted from March to May 2013.", ["March: 2013-03", "May 2013: 2013-05"]),
    ("It lasted from 13 to 19 October 1950.", ["13: 1950-10-13", "19 October 1950: 1950-10-19"]),
    ("It lasted 12-14 July 1950.", ["12: 1950-07-12", "14 July 1950: 1950-07-14"]),
    ("It lasted June 4-5, 2021.", ["June 4: 2021-06-04", "5, 2021: 2021-06-05"]),
    ("The war of 1914-18 ended.", ["1914: 1914", "18: 1918"]),
    ("The war (2012-2013) ended.", ["2012: 2012", "2013: 2013"]),
    (
        "It fell on the night of 4 to 5 June 2021.",
        ["the night of 4: 2021-06-04TNI", "5 June 2021: 2021-06-05TNI"],
    ),
    ("They spent the spring and summer of 1919 there.", ["the spring: 1919-SP", "summer of 1919: 1919-SU"]),
]


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_range_is_two_expressions(text: str, expected: list[str]) -> None:
    assert [f"{words}: {value}" for words, _, value in read(text)] == expected


def test_no_publication_date_leaves_what_nobody_can_know() -> None:
    assert read("They fled last week, on Friday, in May, for a year.", published=None) == [
        ("last week", "DATE", "XXXX-WXX"),
        ("Friday", "DATE", "XXXX-XX-XX"),
        ("May", "DATE", "XXXX-XX"),
        ("a year", "DURATION", "P1Y"),
    ]


def test_results_are_compared_with_the_same_quarter() -> None:
    found = read(
        "Net for the third quarter ended Sept. 30 rose from $2 million a year earlier.",
        "In the nine months, it fell from $5 million a year earlier.",
    )
    assert [value for _, _, value in found] == ["2021-Q3", "2021-09-30", "2020-Q3", "P9M", "2020"]


HISTORY = [
    "In 1914 the war began.",
    "In 1915 it spread, in 1916 it went on, and in 1917 it was lost.",
    "On 6 April, rebels rose.",
]


def test_a_history_counts_from_its_story() -> None:
    assert read(*HISTORY)[-1] == ("6 April", "DATE", "1917-04-06")
    assert read(*HISTORY, "At that time, the former king fled.")[-2:] == [
        ("that time", "DATE", "1917-04-06"),
        ("former", "DATE", "PAST_REF"),
    ]


def test_a_year_in_passing_does_not_move_a_history() -> None:
    assert read(*HISTORY, "A book of 1999 says so; in May they fled.")[-1] == ("May", "DATE", "1917-05")


def test_weekdays_are_news() -> None:
    assert (
        read(*HISTORY[:2], "Yesterday and on Monday they mourned.", "In May they will march.")[-1][2]
        == "2022-05"
    )


@pytest.mark.parametrize("text", ["It lasted three months.", "They pray every Friday.", "It is 10 p.m. now."])
def test_lengths_sets_and_clocks_are_no_claims_times(text: str) -> None:
    assert document_times(text, [(0, len(text))], PUBLISHED) == [[]]


WORDS = st.sampled_from(
    "the a of in on at early late mid last next this that every each for three two-year 24 2020 5 18th May March "
    "Tuesday nights weeks year quarter third first half few several past recent now future ago later earlier "
    "10:30 p.m. noon morning GMT century BC Christmas and - to , . 's old more than least nearly fiscal "
    "nineteen ninety six 1/2 hundred Mondays daily hours before after until over".split()
)
VALUE = re.compile(
    r"PAST_REF|PRESENT_REF|FUTURE_REF|BC\d{2,4}"
    r"|P(T?(\d+|\d+\.\d+|X)(DE|CE|[DWMQYHS])(\d+[MS])?|XX)"
    r"|[\dX]{2,4}|[\dX]{4}-((Q|H)[1-4X]|W[\dX]{2}(-WE|-\d(T\w\w|T\d\d:\d\d)?)?|SP|SU|FA|WI|[\dX]{2}(-[\dX]{2})?)"
    r"(T(\w\w|\d\d:\d\dZ?))?"
)


@given(st.lists(WORDS, max_size=20).map(" ".join), st.one_of(st.none(), st.dates(date(1100, 1, 1))))
def test_laws(text: str, published: date | None) -> None:
    """Quotes are the text's, expressions stand in order and apart, values are TIMEX3's, and times are made of them."""
    (found,) = document_expressions(text, [(0, len(text))], published)
    at = 0
    for each in found:
        assert at <= each.span.start < each.span.end
        assert text[each.span.start : each.span.end] == each.span.quote
        assert VALUE.fullmatch(each.value), each
        at = each.span.end
    (times,) = document_times(text, [(0, len(text))], published)
    for time in times:
        assert any(each.span in time.span for each in found)
