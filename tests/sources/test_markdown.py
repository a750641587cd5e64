"""Markdown without its marks."""

from __future__ import annotations

import pytest

from harmattan.sources.markdown import plain_text

LINES = [
    ("# Two soldiers killed #", "Two soldiers killed"),
    ("**Gunmen** of the *Sand Front* (`SF`)", "Gunmen of the Sand Front (SF)"),
    ("the [governor](https://x.example/a_(b) 'title') said", "the governor said"),
    ("![map](map.png) of Gao", " of Gao"),
    ("> They left, he said.", "They left, he said."),
    ("He left.[^1]", "He left."),
    ("[^1]: Example News", ""),
    ("[1]: https://x.example", ""),
    ("| place | killed |", ""),
    ("- two soldiers", "- two soldiers"),
    (r"5 \* 3 and a_snake_name", "5 * 3 and a_snake_name"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("***", ""),
]


@pytest.mark.parametrize(("markdown", "text"), LINES)
def test_lines(markdown: str, text: str) -> None:
    assert plain_text(markdown).strip("\n") == text


def test_code_is_left_out() -> None:
    assert plain_text("a\n```\nb\n```\nc") == "a\nc"
