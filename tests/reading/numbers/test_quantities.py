"""Quantities: the words, and the count they mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.values import Count
from harmattan.reading.numbers.numerals import LARGEST
from harmattan.reading.numbers.quantities import Quantity, find_numbers


def read(text: str) -> list[Quantity]:
    return find_numbers(text, 0, len(text))


def written(count: Count) -> str:
    """ "14.." for at least 14, "..20" for up to 20, "~5000" for about, "20-30" for a range, "5" for itself."""
    if count.low is None and count.high is None:
        return f"~{count.best}"
    if count.low == count.high:
        return str(count.best)
    joint = "-" if count.low is not None and count.high is not None else ".."
    return f"{'' if count.low is None else count.low}{joint}{'' if count.high is None else count.high}"


# text, words, count; one quantity in each
ONE = [
    ("Of the 5,000 French troops in Mali", "5,000", "5000"),
    ("killing 12 soldiers", "12", "12"),
    ("on the evening of Friday, July six people died", "six", "6"),
    ("killing one and leaving", "one", "1"),
    ("Seven others were hurt", "Seven", "7"),
    ("twenty-three soldiers died", "twenty-three", "23"),
    ("twenty three soldiers died", "twenty three", "23"),
    ("one hundred and fifty men", "one hundred and fifty", "150"),
    ("two thousand five hundred men", "two thousand five hundred", "2500"),
    ("three hundred thousand people", "three hundred thousand", "300000"),
    ("1.5 million people fled", "1.5 million", "1500000"),
    ("5 million people fled", "5 million", "5000000"),
    ("a hundred people fled", "a hundred", "100"),
    ("a thousand men came", "a thousand", "1000"),
    ("a dozen men came", "a dozen", "12"),
    ("two dozen men came", "two dozen", "24"),
    ("half a dozen men came", "half a dozen", "6"),
    ("half a million people fled", "half a million", "500000"),
    ("no casualties were reported", "no", "0"),
    ("none of them survived", "none", "0"),
    ("a 5,000-strong force", "5,000", "5000"),
    ("2000 rebels surrendered", "2000", "2000"),
    ("1,200,000 refugees", "1,200,000", "1200000"),
    ("all 14 passengers", "all 14", "14"),
    ("a total of 33 soldiers", "a total of 33", "33"),
    ("only three survived", "only three", "3"),
    # at least
    ("At least 14 soldiers died", "At least 14", "14.."),
    ("at least fourteen died", "at least fourteen", "14.."),
    ("more than 100 civilians", "more than 100", "100.."),
    ("no fewer than 30 men", "no fewer than 30", "30.."),
    ("no less than 30 men", "no less than 30", "30.."),
    ("over 500 fighters", "over 500", "500.."),
    ("well over 500 fighters", "well over 500", "500.."),
    ("upwards of 40 people", "upwards of 40", "40.."),
    ("20 or more fighters", "20 or more", "20.."),
    ("a little over 2,000 men", "a little over 2,000", "2000.."),
    ("100+ fighters", "100+", "100.."),
    ("at least two dozen men", "at least two dozen", "24.."),
    ("dozens of rebels", "dozens", "24.."),
    ("hundreds of people", "hundreds", "200.."),
    ("thousands of people", "thousands", "2000.."),
    ("tens of thousands of people", "tens of thousands", "20000.."),
    ("scores of people", "scores", "40.."),
    ("several civilians", "several", "3.."),
    ("several dozen civilians", "several dozen", "24.."),
    ("several hundred civilians", "several hundred", "200.."),
    ("a couple of hundred civilians", "a couple of hundred", "200.."),
    ("a few civilians", "a few", "2.."),
    ("a couple of civilians", "a couple", "2.."),
    ("more than a dozen men", "more than a dozen", "12.."),
    # at most
    ("up to 20 fighters", "up to 20", "..20"),
    ("as many as 20 fighters", "as many as 20", "..20"),
    ("no more than 50 men", "no more than 50", "..50"),
    ("fewer than 10 men", "fewer than 10", "..10"),
    ("less than 10 men", "less than 10", "..10"),
    ("3,000 at most", "3,000 at most", "..3000"),
    # about
    ("about 5,000 men", "about 5,000", "~5000"),
    ("Some 200 men", "Some 200", "~200"),
    ("around 200 men", "around 200", "~200"),
    ("nearly 200 men", "nearly 200", "~200"),
    ("almost 200 men", "almost 200", "~200"),
    ("roughly 200 men", "roughly 200", "~200"),
    ("approximately 200 men", "approximately 200", "~200"),
    ("an estimated 200 men", "an estimated 200", "~200"),
    ("200 or so men", "200 or so", "~200"),
    ("closer to 3,500 men", "closer to 3,500", "~3500"),
    ("barely 900 men", "barely 900", "~900"),
    # ranges
    ("falls to 2,500 or 3,000 men", "2,500 or 3,000", "2500-3000"),
    ("2,500 to 3,000 men", "2,500 to 3,000", "2500-3000"),
    ("between 20 and 30 men", "between 20 and 30", "20-30"),
    ("15-20 gunmen", "15-20", "15-20"),
    ("15–20 gunmen", "15–20", "15-20"),
    ("two or three gunmen", "two or three", "2-3"),
    ("twenty to thirty gunmen", "twenty to thirty", "20-30"),
    ("2 to 3 million people", "2 to 3 million", "2000000-3000000"),
    ("strength ranged from 150 to 300 men", "150 to 300", "150-300"),
    # added
    ("a further 400 troops", "a further 400", "400"),
    ("another 30 rebels", "another 30", "30"),
    ("an additional 1,000 troops", "an additional 1,000", "1000"),
]

NOTHING = [
    "in 2012 and 2013",
    "The 2012 coup",
    "aged 12",
    "a 12-year-old boy",
    "a 105-mm howitzer and a 15-member council",
    "30 km from Gao, 5 miles on",
    "$5 million and €300 and 40 dollars",
    "12 percent, 13 per cent, 14% and 15 %",
    "Resolution 2100 and Article 5",
    "an AK-47 and a Mi-24",
    "at 10:30 on 12/05/2020",
    "a score of 3.5",
    "call 555-1234-333",
    "five years, three months, two days and six hours",
    "one of the largest; no one; this one; one another; one day",
    "the 4th man and the second one",
    "No. 7, page 12, flight 370",
    "4 February and February 4",
    "May 5 and 5 May",
    "two-thirds left",
    "999999999999 people",
    "on 2020-02-04",
    "COVID-19 and G5",
    "Boeing 737s.",
]

SEVERAL = [
    ("fell from 5,000 to 2,500 men", ["5000", "2500"]),
    ("rose from 2,500 to 5,000 men", ["2500", "5000"]),
    ("killing one and wounding seven others", ["1", "7"]),
    ("12 soldiers and 3 civilians", ["12", "3"]),
    ("at least 14 soldiers and up to 20 rebels", ["14..", "..20"]),
    ("five, six and seven men", ["5", "6", "7"]),
    ("30 to 20 men", ["30", "20"]),
    ("four or dozens more", ["4", "24.."]),
]


@pytest.mark.parametrize(("text", "quote", "count"), ONE)
def test_one_quantity(text: str, quote: str, count: str) -> None:
    assert [(found.span.quote, written(found.count)) for found in read(text)] == [(quote, count)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_counts_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "counts"), SEVERAL)
def test_several_quantities(text: str, counts: list[str]) -> None:
    assert [written(found.count) for found in read(text)] == counts


def test_what_was_read_as_a_time_is_left_out() -> None:
    text = "In March 15 to 17 men came on 15 to 17 March."
    start = text.rindex("15")
    counts = [found.span.quote for found in find_numbers(text, 0, len(text), [(start, len(text) - 1)])]
    assert counts == ["15 to 17"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("14 soldiers", "soldiers"),
        ("dozens of rebels", "rebels"),
        ("at least 14, soldiers", "soldiers"),
        ("14.", None),
    ],
)
def test_the_noun_follows(text: str, noun: str | None) -> None:
    (found,) = read(text)
    assert (None if found.noun_start is None else text[found.noun_start :]) == noun


def test_what_is_added_and_what_is_approximate_is_marked() -> None:
    (further,) = read("a further 400 troops")
    (about,) = read("an estimated 400 troops")
    assert (further.further, further.approximate) == (True, False)
    assert (about.further, about.approximate) == (False, True)


def test_offsets_are_the_documents_and_the_core_is_inside() -> None:
    text = "Nothing. At least 14 soldiers died."
    (found,) = find_numbers(text, 9, len(text))
    assert text[found.span.start : found.span.end] == "At least 14"
    assert text[found.core.start : found.core.end] == found.core.quote == "14"
    assert found.number.count == found.count


WORDS = st.sampled_from(
    "one two twenty hundred thousand million dozen dozens a an half and or to - – from between at least more than up "
    "about some 5 12 2,500 1.5 100 2012 $ % km soldiers people several few no none of . , + another further million "
    "hundreds "
    "tens couple over".split()
)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_laws_on_words_of_number(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
def test_laws_on_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    """Quotes are the text's, quantities stand in order and apart, and no count is absurd."""
    at = 0
    for found in read(text):
        assert at <= found.span.start <= found.core.start < found.core.end <= found.span.end
        assert text[found.span.start : found.span.end] == found.span.quote
        at = found.span.end
        assert (
            max(value for value in (found.count.low, found.count.best, found.count.high) if value is not None)
            <= LARGEST
        )


@pytest.mark.parametrize(
    "word", ["5 ", "one ", "thousand ", "5,000,", "at least ", "1-", "12 to ", "twenty-", "$ 5"]
)
def test_long_repetitions_take_linear_time(word: str) -> None:
    text = word * (200_000 // len(word))
    began = time.perf_counter()
    find_numbers(text, 0, len(text))
    assert time.perf_counter() - began < 15


def test_a_share_is_marked_with_its_whole() -> None:
    (whole,) = read("half of its 5,000 troops")
    assert whole.shared
    assert whole.count.best == 5000
    assert not read("all 5,000 troops")[0].shared


def test_a_number_with_thousands_is_no_day_and_no_name() -> None:
    assert [number.count.best for number in read("By December 1,200 Chadian soldiers had left")] == [1200]
