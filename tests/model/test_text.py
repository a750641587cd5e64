"""Documents keep their words: spans, ids."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.text import Document, Span

DOCUMENT = Document("Ménaka fell.", "A town", date(2012, 3, 30), "Wire", "https://example.org/1", "a.txt")


@given(st.text(min_size=1), st.data())
def test_a_span_quotes_its_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Document(text).span(start, end)
    assert text[span.start : span.end] == span.quote


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 99)])
def test_no_span_outside_the_text(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        DOCUMENT.span(start, end)


@pytest.mark.parametrize(
    ("outer", "inner", "within", "overlapping"),
    [
        ((0, 6), (0, 6), True, True),
        ((0, 6), (2, 4), True, True),
        ((2, 4), (0, 6), False, True),
        ((0, 3), (3, 6), False, False),
        ((0, 4), (3, 6), False, True),
    ],
)
def test_within_and_overlap(
    outer: tuple[int, int], inner: tuple[int, int], within: bool, overlapping: bool
) -> None:
    one, other = DOCUMENT.span(*outer), DOCUMENT.span(*inner)
    assert (other in one) is within
    assert one.overlaps(other) is other.overlaps(one) is overlapping


def test_a_word_is_not_within_a_span() -> None:
    assert "fell" not in DOCUMENT.span(0, 12)


def test_the_id_is_of_what_is_said_not_of_where_it_lay() -> None:
    assert DOCUMENT.renamed("elsewhere/b.txt").id == DOCUMENT.id
    assert DOCUMENT.renamed("elsewhere/b.txt").origin == "elsewhere/b.txt"
    changed = [
        replace(DOCUMENT, text="Ménaka fell!"),
        replace(DOCUMENT, title=None),
        replace(DOCUMENT, published=None),
        replace(DOCUMENT, source="Agency"),
        replace(DOCUMENT, url=None),
    ]
    assert len({DOCUMENT.id, *(document.id for document in changed)}) == 6


def test_the_id_is_the_same_in_every_process() -> None:
    assert Document("Gao fell.").id == "d0fbdde593d770812"


def test_offsets_are_code_points() -> None:
    assert DOCUMENT.span(0, 6) == Span(0, 6, "Ménaka")
