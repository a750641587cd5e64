"""What the encoder sees of a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from harmattan.errors import ReaderError
from harmattan.readers.encoder import WEIGHTS
from harmattan.readers.pieces import MAX_PIECES_PER_WORD, Shape, WordPieces, shape

SHAPES = {
    "france": Shape.LOWER,
    "France": Shape.TITLE,
    "A": Shape.TITLE,
    "UN": Shape.UPPER,
    "U.N.": Shape.UPPER,
    "McCain": Shape.MIXED,
    "2,500": Shape.NUMBER,
    "1990s": Shape.LOWER,
    "—": Shape.SYMBOL,
    "\u4e2d": Shape.MIXED,
}


@pytest.mark.parametrize(("word", "expected"), SHAPES.items())
def test_shapes(word: str, expected: Shape) -> None:
    assert shape(word) is expected


def test_every_word_has_pieces_and_not_too_many() -> None:
    pieces = WordPieces.load(WEIGHTS / "tokenizer.json")
    words = ["France", "\u200b", "\x00", "a-b" * 50, "x" * 1_000_000]
    assert all(1 <= len(ids) <= MAX_PIECES_PER_WORD for ids, _ in pieces(words))


def test_case_is_in_the_shape_alone() -> None:
    pieces = WordPieces.load(WEIGHTS / "tokenizer.json")
    (lower, low), (upper, up) = pieces(["mali", "MALI"])
    assert lower == upper
    assert (low, up) == (Shape.LOWER, Shape.UPPER)


@pytest.mark.parametrize("content", [None, "{}"])
def test_a_missing_or_broken_tokenizer_is_named(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "tokenizer.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ReaderError, match=r"tokenizer\.json"):
        WordPieces.load(path)
