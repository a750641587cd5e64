"""Word pieces and word shapes: what the encoder sees of a word.

The vocabulary is uncased, so how a word is written ("US" or "us") reaches the encoder as a shape beside
its pieces. `tokenizers` is imported on first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from harmattan.errors import ReaderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BEGIN, END, UNKNOWN = 101, 102, 100
"""Vocabulary ids of [CLS], [SEP] and [UNK]."""

MAX_PIECES_PER_WORD = 12
MAX_WORD_CHARACTERS = 100
CACHE_WORDS = 100_000


class Shape(IntEnum):
    """How a word is written; NONE is for the marks around a window."""

    NONE = 0
    LOWER = 1
    TITLE = 2
    UPPER = 3
    MIXED = 4
    NUMBER = 5
    SYMBOL = 6


def shape(word: str) -> Shape:
    """ "France" is TITLE, "UN" is UPPER, "A" is TITLE, "McCain" is MIXED, "2,500" is NUMBER, "—" is SYMBOL."""
    if not any(map(str.isalpha, word)):
        return Shape.NUMBER if any(map(str.isdigit, word)) else Shape.SYMBOL
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.UPPER if len(word) > 1 else Shape.TITLE
    if word[0].isupper() and word[1:].islower():
        return Shape.TITLE
    return Shape.MIXED


class WordPieces:
    """The pieces and the shape of words, remembered for words seen before."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._seen: dict[str, tuple[tuple[int, ...], Shape]] = {}

    @classmethod
    def load(cls, path: Path) -> WordPieces:
        """Read a `tokenizer.json`; a `ReaderError` says what is missing or broken."""
        from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import, and only a reader needs it

        if not path.is_file():
            raise ReaderError(path, "the tokenizer is missing", "install the package again")
        try:
            return cls(Tokenizer.from_file(str(path)))
        except Exception as error:  # the library raises plain Exception
            raise ReaderError(
                path, f"the tokenizer cannot be read: {error}", "install the package again"
            ) from error

    def __call__(self, words: Sequence[str]) -> list[tuple[tuple[int, ...], Shape]]:
        """Pieces (at least one, at most `MAX_PIECES_PER_WORD`) and shape of each word."""
        seen = self._seen
        unseen = [word for word in dict.fromkeys(words) if word not in seen]
        if unseen:
            if len(seen) + len(unseen) > CACHE_WORDS:
                seen = self._seen = {}
                unseen = list(dict.fromkeys(words))
            cut = [word[:MAX_WORD_CHARACTERS] for word in unseen]
            for word, text, pieces in zip(
                unseen, cut, self._tokenizer.encode_batch(cut, add_special_tokens=False), strict=True
            ):
                ids = tuple(pieces.ids[:MAX_PIECES_PER_WORD]) or (UNKNOWN,)
                seen[word] = (ids, shape(text))
        return [seen[word] for word in words]
