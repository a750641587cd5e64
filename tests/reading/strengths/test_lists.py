from __future__ import annotations

import pytest

from harmattan.reading.pages import Line
from harmattan.reading.strengths.lists import entries_after, entries_of_heading
from tests.reading.drawn import drawn


def line_of(text: str) -> Line:
    words = text.split()
    _, sentence = drawn(
        " ".join(f"{word}/X/{index}/dep" for index, word in enumerate(words)).replace("/0/dep", "/0/root")
    )
    return Line(sentence, (), (), ())


BEHIND = [
    (", Egypt 1,072 and Senegal 974.", [("Egypt", 1072), ("Senegal", 974)]),
    (", Australia with 2,000.", [("Australia", 2000)]),
    (", Georgia 860, Britain 750, and then the small ones.", [("Georgia", 860), ("Britain", 750)]),
    ("; Iraq, 2,500; Qatar, about 10,000.", [("Iraq", 2500), ("Qatar", 10000)]),
    (" and Togo (930).", [("Togo", 930)]),
    (", ahead of Burundi's (3,900).", [("Burundi", 3900)]),
    # no names, dates, or entries of another kind
    (", and 300 vehicles.", []),
    (" on March 14.", []),
    (", Monday 12.", []),
    (", Resolution 2100.", []),
    (", in Gao since 2013.", []),
]


@pytest.mark.parametrize(("rest", "expected"), BEHIND)
def test_entries_behind_a_strength(rest: str, expected: list[tuple[str, int]]) -> None:
    text = "Chad sent 1,425 soldiers" + rest
    found = entries_after(line_of(text), text, len("Chad sent 1,425 soldiers"))
    assert [(entry.name.quote, entry.count.best or entry.count.low) for entry in found] == expected


HEADINGS = [
    ("Troop levels: Syria, 2,000; Iraq, 2,500; Kuwait, 13,500.", ["Syria", "Iraq", "Kuwait"]),
    ("The contingents: Nepal 870, Ghana 866.", ["Nepal", "Ghana"]),
    ("The largest contributors are Chad (1,400), Togo (930) and Niger (850).", ["Chad", "Togo", "Niger"]),
    ("The peacekeepers: Nepal 870.", []),
    ("The results: Nepal 3, Ghana 2.", []),
    ("The killed soldiers : Nepal 3, Ghana 2.", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_lists_below_a_heading(text: str, expected: list[str]) -> None:
    assert [entry.name.quote for entry in entries_of_heading(line_of(text), text)] == expected
