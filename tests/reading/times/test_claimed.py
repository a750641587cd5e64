"""Times: the words, and the period they mean."""

from __future__ import annotations

import json
import os
import re
import time
from calendar import monthrange
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Time
from harmattan.model.values import Period, Precision
from harmattan.reading.sentences import split
from harmattan.reading.times.claimed import document_times, find_times

PUBLISHED = date(2021, 10, 1)  # a Friday


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def shown(times: list[Time]) -> list[tuple[str, str]]:
    return [(time.span.quote, written(time.period)) for time in times]


def written(period: Period) -> str:
    """ "2021-06-01 2021-06-30 month", "... 2023-12-31 open"; "? month" where no days are known."""
    if not period.resolved:
        return f"? {period.precision}"
    return f"{period.earliest or '...'} {period.latest or '...'} {period.precision}"


def read(
    text: str, published: date | None = PUBLISHED, anchor: Period | None = None
) -> list[tuple[str, str]]:
    return shown(find_times(text, 0, len(text), published, anchor))


# sentence, words, period; one time in each sentence, published on Friday 1 October 2021
NAMED = [
    # days
    ("They fled on 4 February 2020.", "4 February 2020", "2020-02-04 2020-02-04 day"),
    ("On February 4, 2020, militants attacked.", "February 4, 2020", "2020-02-04 2020-02-04 day"),
    ("On the 4th of February 2020 they fled.", "the 4th of February 2020", "2020-02-04 2020-02-04 day"),
    # printed on the first of October: what has happened on the 21st did so in September
    ("On the 21st three men were killed.", "the 21st", "2021-09-21 2021-09-21 day"),
    ("Troops will leave on the 21st.", "the 21st", "2021-10-21 2021-10-21 day"),
    ("They were killed on the 31st.", "the 31st", "? day"),
    ("On 4 Feb. 2020 they fled.", "4 Feb. 2020", "2020-02-04 2020-02-04 day"),
    ("Killed on Feb 4, 2020.", "Feb 4, 2020", "2020-02-04 2020-02-04 day"),
    ("Killed on Tuesday, 4 February 2020.", "Tuesday, 4 February 2020", "2020-02-04 2020-02-04 day"),
    ("Killed on Tues., Feb. 4, 2020.", "Tues., Feb. 4, 2020", "2020-02-04 2020-02-04 day"),
    ("Dated 2020-02-04 in Kidal.", "2020-02-04", "2020-02-04 2020-02-04 day"),
    ("Dated 25/12/2020 in Kidal.", "25/12/2020", "2020-12-25 2020-12-25 day"),
    ("Dated 12/25/2020 in Kidal.", "12/25/2020", "2020-12-25 2020-12-25 day"),
    ("Dated 24.02.2022 in Kidal.", "24.02.2022", "2022-02-24 2022-02-24 day"),
    ("On March eighth they left.", "March eighth", "2021-03-08 2021-03-08 day"),
    ("On 5 May they fled.", "5 May", "2021-05-05 2021-05-05 day"),
    ("On 5 December they fled.", "5 December", "2020-12-05 2020-12-05 day"),
    ("They will vote on 5 December.", "5 December", "2021-12-05 2021-12-05 day"),
    ("It was extended to 20 November.", "20 November", "2021-11-20 2021-11-20 day"),
    ("It should be judged by what it did on 5 September.", "5 September", "2021-09-05 2021-09-05 day"),
    ("On Friday 5 June they fled.", "Friday 5 June", "2020-06-05 2020-06-05 day"),
    ("The September 11 attacks followed.", "September 11", "2021-09-11 2021-09-11 day"),
    ("It begins on 1 December.", "1 December", "2021-12-01 2021-12-01 day"),
    ("It was African-led, and is to end on 1 December.", "1 December", "2021-12-01 2021-12-01 day"),
    ("On 29 February they fled.", "29 February", "? day"),
    ("On the morning of 5 June 2020 they fled.", "the morning of 5 June 2020", "2020-06-05 2020-06-05 day"),
    (
        "Early in the morning of 5 June 2020 they fled.",
        "Early in the morning of 5 June 2020",
        "2020-06-05 2020-06-05 day",
    ),
    ("At 5 p.m. on 5 June 2020 they fled.", "5 p.m. on 5 June 2020", "2020-06-05 2020-06-05 day"),
    ("Dated 2020-2-4 in Kidal.", "2020-2-4", "2020-02-04 2020-02-04 day"),
    ("They fled almost two years ago.", "almost two years ago", "2019-01-01 2019-12-31 year"),
    ("He died early on 5 June 2020.", "early on 5 June 2020", "2020-06-05 2020-06-05 day"),
    ("It happened on 3 March that year.", "3 March that year", "? day"),
    ("It happened on 3 March last year.", "3 March last year", "2020-03-03 2020-03-03 day"),
    # months
    ("In June 2021, France stated it.", "June 2021", "2021-06-01 2021-06-30 month"),
    ("In June, 2021 France stated it.", "June, 2021", "2021-06-01 2021-06-30 month"),
    ("An offensive began in January 2012.", "January 2012", "2012-01-01 2012-01-31 month"),
    ("Fighting resumed in May.", "May", "2021-05-01 2021-05-31 month"),
    ("Fighting resumed in October.", "October", "2021-10-01 2021-10-31 month"),
    ("They will leave in May.", "May", "2022-05-01 2022-05-31 month"),
    ("Troops are expected to leave in March.", "March", "2022-03-01 2022-03-31 month"),
    ("It began in June last year.", "June last year", "2020-06-01 2020-06-30 month"),
    ("It ends in January next year.", "January next year", "2022-01-01 2022-01-31 month"),
    ("It began last May.", "last May", "2021-05-01 2021-05-31 month"),
    ("It ends next March.", "next March", "2022-03-01 2022-03-31 month"),
    ("In early June 2021 they left.", "early June 2021", "2021-06-01 2021-06-12 month"),
    ("In mid-June they left.", "mid-June", "2021-06-09 2021-06-22 month"),
    ("In late August they left.", "late August", "2021-08-19 2021-08-31 month"),
    ("At the end of March 2013 they left.", "the end of March 2013", "2013-03-21 2013-03-31 month"),
    ("At the start of March 2013 they left.", "the start of March 2013", "2013-03-01 2013-03-10 month"),
    ("In the middle of June 2013 they left.", "the middle of June 2013", "2013-06-09 2013-06-22 month"),
    (
        "In the first half of June 2013 they left.",
        "the first half of June 2013",
        "2013-06-01 2013-06-15 month",
    ),
    (
        "In the first week of March 2020 they left.",
        "the first week of March 2020",
        "2020-03-01 2020-03-07 week",
    ),
    ("In the last week of June 2020 they left.", "the last week of June 2020", "2020-06-24 2020-06-30 week"),
    # quarters, halves, seasons
    ("It ends in the first quarter of 2022.", "the first quarter of 2022", "2022-01-01 2022-03-31 quarter"),
    (
        "It ends in the fourth quarter of next year.",
        "the fourth quarter of next year",
        "2022-10-01 2022-12-31 quarter",
    ),
    ("It ended in Q3 2021.", "Q3 2021", "2021-07-01 2021-09-30 quarter"),
    ("It ended in Q3 of 2021.", "Q3 of 2021", "2021-07-01 2021-09-30 quarter"),
    ("It ends in H1 2022.", "H1 2022", "2022-01-01 2022-06-30 half"),
    ("It ends in the second half of 2022.", "the second half of 2022", "2022-07-01 2022-12-31 half"),
    (
        "Attacks doubled in the first half of this year.",
        "the first half of this year",
        "2021-01-01 2021-06-30 half",
    ),
    ("It began in spring 2020.", "spring 2020", "2020-03-01 2020-05-31 season"),
    ("It began in the summer of 2014.", "the summer of 2014", "2014-06-01 2014-08-31 season"),
    ("It began in the fall of 2014.", "the fall of 2014", "2014-09-01 2014-11-30 season"),
    ("It froze in the winter of 2014.", "the winter of 2014", "2013-12-01 2015-02-28 season"),
    ("It froze in the winter of 1939-40.", "the winter of 1939-40", "1939-12-01 1940-02-29 season"),
    ("It began last summer.", "last summer", "2021-06-01 2021-08-31 season"),
    ("It could become one in the spring.", "the spring", "2022-03-01 2022-05-31 season"),
    ("They came in the spring.", "the spring", "2021-03-01 2021-05-31 season"),
    ("It begins next spring.", "next spring", "2022-03-01 2022-05-31 season"),
    ("It began in late summer 2014.", "late summer 2014", "2014-07-22 2014-08-31 season"),
    # years, decades
    ("Rebels attacked in 2012.", "2012", "2012-01-01 2012-12-31 year"),
    ("2012 saw a coup.", "2012", "2012-01-01 2012-12-31 year"),
    ("The 2012 coup changed it.", "2012", "2012-01-01 2012-12-31 year"),
    ("A 1996 accord ended it.", "1996", "1996-01-01 1996-12-31 year"),
    ("It fell to the French in 1893.", "1893", "1893-01-01 1893-12-31 year"),
    ("In early 2021 they left.", "early 2021", "2021-01-01 2021-05-31 year"),
    ("In mid-2019 they left.", "mid-2019", "2019-04-01 2019-09-30 year"),
    ("In late 2021 they left.", "late 2021", "2021-08-01 2021-12-31 year"),
    ("At the end of 2021 they left.", "the end of 2021", "2021-10-01 2021-12-31 year"),
    ("At the beginning of 2021 they left.", "the beginning of 2021", "2021-01-01 2021-03-31 year"),
    ("Early next year they leave.", "Early next year", "2022-01-01 2022-05-31 year"),
    ("He left late last year.", "late last year", "2020-08-01 2020-12-31 year"),
    ("In the 1990s they left.", "the 1990s", "1990-01-01 1999-12-31 decade"),
    ("In the early 1990s they left.", "the early 1990s", "1990-01-01 1994-12-31 decade"),
    ("In the '90s they left.", "the '90s", "1990-01-01 1999-12-31 decade"),
    ("In the nineties they left.", "the nineties", "1990-01-01 1999-12-31 decade"),
    ("In the mid-1980s they left.", "the mid-1980s", "1983-01-01 1986-12-31 decade"),
    (
        "In the second half of the 1990s they left.",
        "the second half of the 1990s",
        "1995-01-01 1999-12-31 decade",
    ),
]

POINTING = [
    ("On Tuesday soldiers fired.", "Tuesday", "2021-09-28 2021-09-28 day"),
    ("On Friday soldiers fired.", "Friday", "2021-10-01 2021-10-01 day"),
    ("Soldiers fired last Friday.", "last Friday", "2021-09-24 2021-09-24 day"),
    ("Talks open next Tuesday.", "next Tuesday", "2021-10-05 2021-10-05 day"),
    ("The court will rule on Tuesday.", "Tuesday", "2021-10-05 2021-10-05 day"),
    ("Troops will go, he said on Tuesday.", "Tuesday", "2021-09-28 2021-09-28 day"),
    ("He asked the people to demonstrate on Tuesday.", "Tuesday", "2021-10-05 2021-10-05 day"),
    ("They called a summit for Tuesday.", "Tuesday", "2021-10-05 2021-10-05 day"),
    ("They will have 2,000 men there on Tuesday.", "Tuesday", "2021-10-05 2021-10-05 day"),
    ("On Tuesday the council will vote.", "Tuesday", "2021-10-05 2021-10-05 day"),
    ("It exploded Tuesday morning.", "Tuesday morning", "2021-09-28 2021-09-28 day"),
    ("It exploded late on Monday.", "late on Monday", "2021-09-27 2021-09-27 day"),
    ("Tuesday's attack was claimed.", "Tuesday", "2021-09-28 2021-09-28 day"),
    ("It exploded yesterday.", "yesterday", "2021-09-30 2021-09-30 day"),
    ("It exploded the day before yesterday.", "the day before yesterday", "2021-09-29 2021-09-29 day"),
    ("It exploded yesterday evening.", "yesterday evening", "2021-09-30 2021-09-30 day"),
    ("Talks open tomorrow.", "tomorrow", "2021-10-02 2021-10-02 day"),
    ("It exploded last night.", "last night", "2021-09-30 2021-09-30 day"),
    ("It exploded this morning.", "this morning", "2021-10-01 2021-10-01 day"),
    ("It was raided in the night to Monday.", "the night to Monday", "2021-09-26 2021-09-27 open"),
    ("Overnight into Sunday they fled.", "Overnight into Sunday", "2021-09-25 2021-09-26 open"),
    ("On the 15th insurgents came.", "the 15th", "2021-09-15 2021-09-15 day"),
    ("It was raided overnight.", "overnight", "2021-09-30 2021-10-01 open"),
    ("Last week it accused France.", "Last week", "2021-09-20 2021-09-26 week"),
    ("It exploded this week.", "this week", "2021-09-27 2021-10-03 week"),
    ("It exploded early this week.", "early this week", "2021-09-27 2021-09-29 week"),
    ("Talks open next week.", "next week", "2021-10-04 2021-10-10 week"),
    ("It exploded last weekend.", "last weekend", "2021-09-25 2021-09-26 open"),
    ("It exploded over the weekend.", "the weekend", "2021-09-25 2021-09-26 open"),
    ("It rose this month.", "this month", "2021-10-01 2021-10-31 month"),
    ("It rose last month.", "last month", "2021-09-01 2021-09-30 month"),
    ("It rose last year.", "last year", "2020-01-01 2020-12-31 year"),
    ("It rose this quarter.", "this quarter", "2021-10-01 2021-12-31 quarter"),
    ("It fell two days ago.", "two days ago", "2021-09-29 2021-09-29 day"),
    ("It fell 10 days ago.", "10 days ago", "2021-09-21 2021-09-21 day"),
    ("It fell a week ago.", "a week ago", "2021-09-20 2021-09-26 week"),
    ("It fell three months ago.", "three months ago", "2021-07-01 2021-07-31 month"),
    ("It fell a couple of years ago.", "a couple of years ago", "2019-01-01 2019-12-31 year"),
    ("It fell nine years ago.", "nine years ago", "2012-01-01 2012-12-31 year"),
    ("It fell several weeks ago.", "several weeks ago", "... 2021-10-01 open"),
    ("It fell a few days ago.", "a few days ago", "... 2021-10-01 open"),
    ("They leave later this year.", "later this year", "2021-10-01 2021-12-31 year"),
    ("They left earlier this month.", "earlier this month", "2021-10-01 2021-10-01 month"),
    ("They left earlier this year.", "earlier this year", "2021-01-01 2021-10-01 year"),
    ("It rose over the past three years.", "the past three years", "2018-10-01 2021-10-01 open"),
    ("In the last 24 hours they struck twice.", "the last 24 hours", "2021-09-30 2021-10-01 open"),
    ("During the past few hours they fled.", "the past few hours", "2021-09-30 2021-10-01 open"),
    ("Over the next 36 hours they will go.", "the next 36 hours", "2021-10-01 2021-10-03 open"),
    ("It rose in the past 30-40 years.", "the past 30-40 years", "1991-10-01 2021-10-01 open"),
    ("It rose in the last two weeks.", "the last two weeks", "2021-09-17 2021-10-01 open"),
    ("It rose over the past year.", "the past year", "2020-10-01 2021-10-01 open"),
    ("They leave in the next six months.", "the next six months", "2021-10-01 2022-04-01 open"),
    ("They leave in the coming weeks.", "the coming weeks", "2021-10-01 ... open"),
]

BOUNDS = [
    ("It fell on Sunday and Monday.", "Sunday and Monday", "2021-09-26 2021-09-27 open"),
    ("It fell on 28 and 29 August 1918.", "28 and 29 August 1918", "1918-08-28 1918-08-29 open"),
    ("It fell on May 4 and 5.", "May 4 and 5", "2021-05-04 2021-05-05 open"),
    ("It falls to 3,000 by 2023.", "by 2023", "... 2023-12-31 open"),
    ("They will close by the end of the year.", "by the end of the year", "... 2021-12-31 open"),
    ("They will close by year-end.", "by year-end", "... 2021-12-31 open"),
    ("They will close by the year's end.", "by the year's end", "... 2021-12-31 open"),
    ("They will close by the end of 2022.", "by the end of 2022", "... 2022-12-31 open"),
    ("They will close by the end of next month.", "by the end of next month", "... 2021-11-30 open"),
    ("They will close by mid-2022.", "by mid-2022", "... 2022-09-30 open"),
    ("They will close before the end of the year.", "before the end of the year", "... 2021-12-31 open"),
    ("It had given the generals until Sunday to go.", "until Sunday", "... 2021-10-03 open"),
    ("They will stay until March.", "until March", "... 2022-03-31 open"),
    ("They stayed until March 2020.", "until March 2020", "... 2020-03-31 open"),
    ("They will stay through 2023.", "through 2023", "... 2023-12-31 open"),
    ("It has fought since 2013.", "since 2013", "2013-01-01 ... open"),
    ("It has fought since January 2013.", "since January 2013", "2013-01-01 ... open"),
    ("It has fought since the late 1990s.", "since the late 1990s", "1995-01-01 ... open"),
    ("It has fought since last year.", "since last year", "2020-01-01 ... open"),
    ("It has ruled since the 2012 coup.", "since the 2012", "2012-01-01 ... open"),
    ("It fell before 2013.", "before 2013", "... 2012-12-31 open"),
    ("It fell before dawn on 5 May 2013.", "dawn on 5 May 2013", "2013-05-05 2013-05-05 day"),
    ("It fell shortly after midnight on 5 May 2013.", "midnight on 5 May 2013", "2013-05-05 2013-05-05 day"),
    ("It fell before 5 May 2013.", "before 5 May 2013", "... 2013-05-04 open"),
    ("It fell after March 2013.", "after March 2013", "2013-04-01 ... open"),
    ("It fell after the 2012 coup.", "after the 2012", "2012-01-01 ... open"),
    ("He led it from 2013.", "from 2013", "2013-01-01 ... open"),
    ("Beginning in March 2012, it advanced.", "Beginning in March 2012", "2012-03-01 ... open"),
    ("It fell between March and May 2013.", "between March and May 2013", "2013-03-01 2013-05-31 open"),
    ("It fell between January 18 and 24.", "between January 18 and 24", "2021-01-18 2021-01-24 open"),
    ("It fell between 18 and 24 January.", "between 18 and 24 January", "2021-01-18 2021-01-24 open"),
    ("It fell between November and March 2013.", "between November and March 2013", "2012-11-01 2013-03-31 open"),
    ("It lasted from March to May 2013.", "from March to May 2013", "2013-03-01 2013-05-31 open"),
    ("It lasted from 5 to 7 January 2020.", "from 5 to 7 January 2020", "2020-01-05 2020-01-07 open"),
    ("It lasted 15-17 March.", "15-17 March", "2021-03-15 2021-03-17 open"),
    ("It lasted June 4-5, 2021.", "June 4-5, 2021", "2021-06-04 2021-06-05 open"),
    ("On the night of 4 to 5 June 2021 it fell.", "the night of 4 to 5 June 2021", "2021-06-04 2021-06-05 open"),
    ("It lasted from the 13th to the 19th of October 1950.", "from the 13th to the 19th of October 1950",
     "1950-10-13 1950-10-19 open"),
    ("From 24 February 2022 to 3 March it lasted.", "From 24 February 2022 to 3 March", "2022-02-24 2022-03-03 open"),
    ("From 30 December 2012 to 2 January it lasted.", "From 30 December 2012 to 2 January",
     "2012-12-30 2013-01-02 open"),
    ("It lasted from late 2012 until early 2014.", "from late 2012 until early 2014", "2012-08-01 2014-05-31 open"),
    ("It lasted from 2012 to 2014.", "from 2012 to 2014", "2012-01-01 2014-12-31 open"),
    ("It lasted between 2012 and 2014.", "between 2012 and 2014", "2012-01-01 2014-12-31 open"),
    ("The war (2012-2013) ended.", "2012-2013", "2012-01-01 2013-12-31 open"),
    ("The war of 1914–18 ended.", "1914–18", "1914-01-01 1918-12-31 open"),
    ("It lasted the 2012/13 season.", "2012/13", "2012-01-01 2013-12-31 open"),
    ("It fell in August/September 1956.", "August/September 1956", "1956-08-01 1956-09-30 open"),
    ("He led it from 2012 to the present.", "from 2012", "2012-01-01 ... open"),
    ("Its emir (2012–present) fled.", "2012–present", "2012-01-01 ... open"),
]  # fmt: skip

NO_TIME = [
    "They may leave; it might march on Gao.",
    "Theresa May and April Ryan spoke.",
    "March on, he said.",
    "A second man sat in the sun this spring-fed morning-glory.".replace(
        " this spring-fed morning-glory", ""
    ),
    "He came home after his fall.",
    "The fall of Kidal was near the spring.",
    "It lasted three months of fighting.",
    "They held it for years.",
    "In recent months it rose.",
    "They pray every Friday.",
    "It happens once a week, on Sundays.",
    "They killed 2000 rebels and 1500 soldiers.",
    "At least 2012 people fled.",
    "Resolution 2100 was adopted.",
    "He paid $2000 for it.",
    "They fly the F-16 and the Mi-24.",
    "They came at 04/02/2020 hours.",
    "At the start of the Tuareg Rebellion it fell.",
    "The Arab Spring came.",
    "Bloody Sunday is remembered.",
    "The Black September group claimed it.",
    "The aircraft, a Boeing 1999, crashed.",
    "In fiscal 1990 it rose.",
    "He was in his thirties.",
    "A quarter of the men fled, that quarter of the town too.",
    "Sun and Sat are nouns; he sat.",
    "On 31 June nothing; on 2020-13-45 nothing.",
    "The seven-day truce and the 2-year plan.",
    "They walked 12 km to the second half of the match.",
    "To this day it stands.",
]


@pytest.mark.parametrize(("text", "quote", "period"), [*NAMED, *POINTING, *BOUNDS])
def test_one_time(text: str, quote: str, period: str) -> None:
    assert read(text) == [(quote, period)]


@pytest.mark.parametrize("text", NO_TIME)
def test_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "quote", "period"), POINTING)
def test_without_a_publication_date_nobody_can_know(text: str, quote: str, period: str) -> None:
    ((words, value),) = read(text, published=None)
    assert words == quote
    assert value == f"? {period.rsplit(maxsplit=1)[-1]}"


UNPLACED = [
    ("In May they fled.", "May", "? month"),
    ("On 5 May they fled.", "5 May", "? day"),
    ("They stayed until March.", "until March", "? open"),
    ("They will close by the end of the year.", "by the end of the year", "? open"),
    ("In early June they fled.", "early June", "? month"),
    ("It lasted 15-17 March.", "15-17 March", "? open"),
    ("The following day they fled.", "The following day", "? day"),
    ("Two weeks later they fled.", "Two weeks later", "? week"),
    ("In the third quarter they fled.", "the third quarter", "? quarter"),
]


@pytest.mark.parametrize(("text", "quote", "period"), UNPLACED)
def test_unplaced(text: str, quote: str, period: str) -> None:
    assert read(text, published=None) == [(quote, period)]


SEVERAL = [
    ("It fell on Sunday and on Monday.", ["2021-09-26 2021-09-26 day", "2021-09-27 2021-09-27 day"]),
    ("It fell on Sunday and Tuesday.", ["2021-09-26 2021-09-26 day", "2021-09-28 2021-09-28 day"]),
    ("On Sunday and Monday's raid.", ["2021-09-26 2021-09-26 day", "2021-09-27 2021-09-27 day"]),
    ("It fell in March and April 2013.", ["2013-03-01 2013-03-31 month", "2013-04-01 2013-04-30 month"]),
    ("In 2012 and 2014 it fell.", ["2012-01-01 2012-12-31 year", "2014-01-01 2014-12-31 year"]),
    ("In March 15 people died.", ["2021-03-01 2021-03-31 month"]),
    ("He said on Tuesday they will go in May.", ["2021-09-28 2021-09-28 day", "2022-05-01 2022-05-31 month"]),
    ("In January 2012 they rose; in March they fell.", ["2012-01-01 2012-01-31 month", "2012-03-01 2012-03-31 month"]),
    ("In November 2012 they rose; in March they fell.", ["2012-11-01 2012-11-30 month", "2013-03-01 2013-03-31 month"]),
    ("In June 2020 they said they would go in March.", ["2020-06-01 2020-06-30 month", "2021-03-01 2021-03-31 month"]),
    ("They died in the June 7 attack last year.", ["2020-06-07 2020-06-07 day", "2020-01-01 2020-12-31 year"]),
    ("They died in the 7 June raid in 2018.", ["2018-06-07 2018-06-07 day", "2018-01-01 2018-12-31 year"]),
    ("It will end in the first quarter of 2022, and some by the end of the year.",
     ["2022-01-01 2022-03-31 quarter", "... 2021-12-31 open"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "periods"), SEVERAL)
def test_several_times(text: str, periods: list[str]) -> None:
    assert [period for _, period in read(text)] == periods


ANCHORED = [
    # anchored on Tuesday 5 May 2020
    ("The following day they fled.", "The following day", "2020-05-06 2020-05-06 day"),
    ("The next day they fled.", "The next day", "2020-05-06 2020-05-06 day"),
    ("The next morning they fled.", "The next morning", "2020-05-06 2020-05-06 day"),
    ("The previous day they fled.", "The previous day", "2020-05-04 2020-05-04 day"),
    ("The same day they fled.", "The same day", "2020-05-05 2020-05-05 day"),
    ("That day they fled.", "That day", "2020-05-05 2020-05-05 day"),
    ("That month they fled.", "That month", "2020-05-01 2020-05-31 month"),
    ("Later that month they fled.", "Later that month", "2020-05-05 2020-05-31 month"),
    ("Earlier that year they fled.", "Earlier that year", "2020-01-01 2020-05-05 year"),
    ("The following month they fled.", "The following month", "2020-06-01 2020-06-30 month"),
    ("The previous year they fled.", "The previous year", "2019-01-01 2019-12-31 year"),
    ("Three days later they fled.", "Three days later", "2020-05-08 2020-05-08 day"),
    ("Two weeks later they fled.", "Two weeks later", "2020-05-18 2020-05-24 week"),
    ("Three months later they fled.", "Three months later", "2020-08-01 2020-08-31 month"),
    ("A year earlier they fled.", "A year earlier", "2019-01-01 2019-12-31 year"),
    ("Several weeks later they fled.", "Several weeks later", "2020-05-05 ... open"),
    ("In June they fled.", "June", "2020-06-01 2020-06-30 month"),
    ("In January they fled.", "January", "2020-01-01 2020-01-31 month"),
    ("On 3 March of that year they fled.", "3 March of that year", "2020-03-03 2020-03-03 day"),
    ("In August of the same year they fled.", "August of the same year", "2020-08-01 2020-08-31 month"),
    ("The following Friday they fled.", "The following Friday", "2020-05-08 2020-05-08 day"),
    ("The following January they fled.", "The following January", "2021-01-01 2021-01-31 month"),
    ("By the end of the year they fled.", "By the end of the year", "... 2020-12-31 open"),
]


@pytest.mark.parametrize(("text", "quote", "period"), ANCHORED)
@pytest.mark.parametrize("published", [None, date(2022, 6, 1)])
def test_times_that_count_from_an_earlier_one(
    text: str, quote: str, period: str, published: date | None
) -> None:
    anchor = Period(date(2020, 5, 5), date(2020, 5, 5), Precision.DAY)
    assert read(text, published, anchor) == [(quote, period)]


def test_a_day_is_not_counted_from_a_month() -> None:
    anchor = Period(date(2020, 5, 1), date(2020, 5, 31), Precision.MONTH)
    assert read("The following day they fled.", PUBLISHED, anchor) == [("The following day", "? day")]
    assert read("The following month they fled.", PUBLISHED, anchor) == [
        ("The following month", "2020-06-01 2020-06-30 month")
    ]


def in_document(*sentences: str, published: date | None) -> list[list[tuple[str, str]]]:
    text = " ".join(sentences)
    stretches = []
    at = 0
    for sentence in sentences:
        stretches.append((at, at + len(sentence)))
        at += len(sentence) + 1
    return [shown(times) for times in document_times(text, stretches, published)]


def test_the_anchor_is_carried_through_a_document() -> None:
    found = in_document(
        "In January 2012 the rebels rose.",
        "Nobody helped.",
        "In March soldiers took power.",
        published=PUBLISHED,
    )
    assert found[2] == [("March", "2012-03-01 2012-03-31 month")]


def test_an_anchor_lapses() -> None:
    found = in_document(
        "In January 2012 the rebels rose.",
        *["Nobody helped."] * 8,
        "In March soldiers took power.",
        published=PUBLISHED,
    )
    assert found[-1] == [("March", "2021-03-01 2021-03-31 month")]


THAT_YEAR = [
    ("Rebels have held the town since 2019.", "In August of that year they fled.", "2019-08-01 2019-08-31 month"),
    ("The army rose after the 2012 coup.", "In April the same year it fled.", "2012-04-01 2012-04-30 month"),
    ("They won the election of 2018.", "The following year they fled.", "2019-01-01 2019-12-31 year"),
    ("Rebels came in May 2020; the town is held since 2017.", "They fled that year.", "2017-01-01 2017-12-31 year"),
    ("Rebels had come by 2017, and left in May 2020.", "They came again that year.", "2020-01-01 2020-12-31 year"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "text", "period"), THAT_YEAR)
def test_that_year_is_the_one_named_last_also_in_passing(before: str, text: str, period: str) -> None:
    found = in_document(before, text, published=PUBLISHED)
    assert [told for _, told in found[1]] == [period]


def test_a_year_in_passing_sets_no_scene() -> None:
    found = in_document("They signed the 2015 accord.", "In March soldiers took power.", published=PUBLISHED)
    assert found[1] == [("March", "2021-03-01 2021-03-31 month")]


def test_a_history_never_counts_bare_months_from_its_publication() -> None:
    found = in_document(
        "In July nothing was decided.",
        "War came in 1914, after the wars of 1912 and 1913.",
        "In 1917 a revolution broke out.",
        *["Nobody helped."] * 12,
        "In October they won.",
        published=PUBLISHED,
    )
    assert found[0] == [("July", "? month")]
    assert found[-1] == [("October", "1917-10-01 1917-10-31 month")]


def test_what_is_still_to_come_is_no_anchor() -> None:
    found = in_document("It will end in June 2025.", "The following month they met.", published=PUBLISHED)
    assert found[1] == [("The following month", "? month")]


def test_offsets_are_the_documents() -> None:
    text = "Nothing here. It fell in June 2021, they say."
    (time_found,) = find_times(text, 14, len(text), None)
    assert text[time_found.span.start : time_found.span.end] == "June 2021"


WORDS = st.sampled_from(
    "in on by the of since until before after from to between and may May March 4 5th 2012 1,500 2020-02-04 Tuesday "
    "last next this that week weeks year years ago later early mid - – , . 's quarter first half end start spring "
    "1990s two a few several days overnight yesterday will said ( ) Q3 H1 same following previous past coming "
    "decade".split()
)


@given(st.lists(WORDS, max_size=25).map(" ".join), st.dates(), st.one_of(st.none(), st.dates()))
def test_laws_on_words_of_time(text: str, published: date, anchored: date | None) -> None:
    anchor = Period(anchored, anchored, Precision.DAY) if anchored else None
    check(text, published, anchor)
    check(text, None, anchor)


@given(st.text(max_size=200), st.dates())
def test_laws_on_any_text(text: str, published: date) -> None:
    check(text, published, None)


def check(text: str, published: date | None, anchor: Period | None) -> None:
    """Quotes are the text's, times stand in order and apart, a day is one day, and nothing fails."""
    times = find_times(text, 0, len(text), published, anchor)
    at = 0
    for found in times:
        assert at <= found.span.start < found.span.end
        assert text[found.span.start : found.span.end] == found.span.quote
        at = found.span.end
        if found.period.precision is Precision.DAY:
            assert found.period.earliest == found.period.latest
        if found.period.resolved and found.period.precision is not Precision.OPEN:
            assert found.period.earliest and found.period.latest


@pytest.mark.parametrize(
    "word",
    [
        "5 ",
        "May ",
        "in the ",
        "the end of ",
        "2012-",
        "from March to ",
        "1,",
        "early ",
        ".",
        "nearly ",
        "two million ",
        "the past ",
        "every ",
        "nineteen ",
        "12:30 ",
        "May 5 and ",
        "the night of ",
    ],
)
def test_long_repetitions_take_linear_time(word: str) -> None:
    text = word * (100_000 // len(word))
    began = time.process_time()
    find_times(text, 0, len(text), PUBLISHED)
    assert time.process_time() - began < 15


@pytest.mark.parametrize(
    "text", ["1,000" + ",000" * 5000 + " years", "in " + "9" * 9000 + " days", "99:99 " * 9, "0000-00-00"]
)
def test_numbers_that_no_calendar_has(text: str) -> None:
    assert read(text) == []


CORPUS = Path(os.environ.get("HARMATTAN_CORPORA", "../shared/corpora")) / "time" / "wikiwars-dev.jsonl"


@pytest.mark.skipif(not CORPUS.is_file(), reason="the corpora are not here")
def test_accounts_of_wars_are_read_as_well_as_they_were() -> None:
    asked = found = placed = 0
    for line in CORPUS.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        text, published = record["text"], date.fromisoformat(record["dct"])
        stretches = [(tokens[0].start, tokens[-1].end) for tokens in split(text)]
        times = [found for times in document_times(text, stretches, published) for found in times]
        for expression in record["timexes"]:
            days = days_of(expression["value"])
            if expression["type"] != "DATE" or days is None:
                continue
            start, end = expression["start"], expression["end"]
            ours = [found for found in times if found.span.start < end and start < found.span.end]
            asked += 1
            found += bool(ours)
            placed += any(lies_in(time_found.period, *days) for time_found in ours)
    assert found / asked >= 0.90
    assert placed / asked >= 0.83


def days_of(value: str) -> tuple[date, date] | None:
    """The days of an annotated year, month or day; None for other values."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if match is None:
        return None
    year, month, number = (int(group) if group else 0 for group in match.groups())
    last = monthrange(year, month or 12)[1]
    return date(year, month or 1, number or 1), date(year, month or 12, number or last)


def lies_in(period: Period, first: date, last: date) -> bool:
    """Whether a period lies within these days; of an open one, whether an end does."""
    ends = [end for end in (period.earliest, period.latest) if end]
    inside = [first <= end <= last for end in ends]
    return any(inside) if period.precision is Precision.OPEN else bool(inside) and all(inside)


COVERED = [
    ("Digest, week of 3 to 9 October 2022", "On Thursday gunmen fled.", date(2022, 10, 6)),
    (
        None,
        "Situation report\nReporting period: 1-15 February 2022\n\nOn 3 February a shell fell.",
        date(2022, 2, 3),
    ),
    (
        "Abuses in the north, January to May 2023",
        "In the town of Ber a shell fell on 11 April.",
        date(2023, 4, 11),
    ),
    ("Abuses in the north", "In the town of Ber a shell fell on 11 April.", None),
]


@pytest.mark.parametrize(("title", "text", "day"), COVERED)
def test_what_a_report_covers_says_of_which_year_its_days_are(
    title: str | None, text: str, day: date | None
) -> None:
    (times,) = document_times(text, [(0, len(text))], None, title)
    assert times[-1].period.earliest == times[-1].period.latest == day
