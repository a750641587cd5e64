"""Packing sentences into windows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from harmattan.readers.windows import pack


@given(st.lists(st.integers(1, 40)), st.integers(1, 60))
def test_windows_cover_all_sentences_in_order_and_are_as_full_as_they_may_be(
    sizes: list[int], limit: int
) -> None:
    windows = list(pack(sizes, limit))
    assert [index for window in windows for index in window] == list(range(len(sizes)))
    assert all(len(window) == 1 or sum(sizes[index] for index in window) <= limit for window in windows)
    for window in windows[:-1]:
        assert sum(sizes[index] for index in window) + sizes[window.stop] > limit
