"""A stretch of a document with words marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.text import Text

from harmattan.cli.terminal import one_line
from harmattan.model.text import Document, Span

STYLE = "bold underline"
"""Neither needs colour, so that NO_COLOR and old terminals keep them."""

OPEN, CLOSE = "[", "]"
"""Around marked words where there is no style to mark them with: in a file, in a pipe."""


def excerpt(document: Document, stretch: Span, marked: Sequence[Span], marks: bool) -> Text:
    """The words of `stretch`, those of `marked` set apart by style, or by brackets if `marks`."""
    inside = [_covered(position, marked) for position in range(stretch.start, stretch.end)]
    text = Text()
    at = stretch.start
    for is_marked, run in groupby(inside):
        end = at + sum(1 for _ in run)
        words = one_line(document.text[at:end])
        if not is_marked:
            text.append(words)
        elif marks:
            text.append(f"{OPEN}{words}{CLOSE}")
        else:
            text.append(words, STYLE)
        at = end
    return text


def _covered(position: int, marked: Sequence[Span]) -> bool:
    return any(span.start <= position < span.end for span in marked)
