"""Numerals: the words of a number, and the number."""

from __future__ import annotations

import pytest

from harmattan.reading.numbers.numerals import numerals

CASES = [
    ("seven", [("seven", 7)]),
    ("twenty-three", [("twenty-three", 23)]),
    ("twenty and thirty", [("twenty", 20), ("thirty", 30)]),
    ("five seven", [("five", 5), ("seven", 7)]),
    ("one hundred and five", [("one hundred and five", 105)]),
    ("hundred", [("hundred", 100)]),
    ("two thousand five hundred and six", [("two thousand five hundred and six", 2506)]),
    ("one million two hundred thousand", [("one million two hundred thousand", 1_200_000)]),
    ("2,500", [("2,500", 2500)]),
    ("2.5 million", [("2.5 million", 2_500_000)]),
    ("3 dozen", [("3 dozen", 36)]),
    ("tens of thousands", [("tens of thousands", 20_000)]),
    ("hundreds of millions", [("hundreds of millions", 200_000_000)]),
    ("dozens of millions", [("dozens of millions", 24_000_000)]),
    ("a couple of million", [("a couple of million", 2_000_000)]),
    ("someone phoned the oneness", []),
    ("AK-47, 10:30, 3.5 and 1/2", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_numerals(text: str, expected: list[tuple[str, int]]) -> None:
    found = [(text[numeral.start : numeral.end], numeral.value) for numeral in numerals(text, 0, len(text))]
    assert found == expected
