"""Known phrases in running text: one pass of Aho-Corasick over the folded text, longest match first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from harmattan.reference.names import APOSTROPHES, fold

Value = TypeVar("Value")

_SHORT = 100
"""Characters of a name or phrase, of which a document asks again and again. Of longer texts the last is remembered:
who reads a document and who links what was read look through the same."""
_REMEMBERED = 1000


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Value]):
    """A phrase and what it stands for. `exact`: it counts only as it is written ("US", and not "us")."""

    words: str
    value: Value
    exact: bool = False


class PhraseIndex(Generic[Value]):
    """Finds phrases in a text; the later of two phrases that fold alike does not replace the first."""

    def __init__(self, phrases: Iterable[Phrase[Value]]) -> None:
        self._phrases: dict[str, list[Phrase[Value]]] = {}
        for phrase in phrases:
            folded = fold(phrase.words)[0].strip()
            self._phrases.setdefault(folded, []).append(phrase)
        self._remembered: dict[str, list[tuple[int, int, Value]]] = {}
        self._text: tuple[str, list[tuple[int, int, Value]]] = "", []

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick  # noqa: PLC0415 - a compiled library, loaded when first needed

        automaton = ahocorasick.Automaton()
        for folded in self._phrases:
            automaton.add_word(folded, folded)
        automaton.make_automaton()
        return automaton

    def find(self, text: str) -> list[tuple[int, int, Value]]:
        """Matches that do not overlap, in text order, offsets into `text`. Of two that overlap the longer stands.

        A match begins and ends at word boundaries, and has at least one capital letter in it.
        """
        if len(text) > _SHORT:
            if self._text[0] != text:
                self._text = text, self._found(text)
            return list(self._text[1])
        found = self._remembered.get(text)
        if found is None:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[text] = self._found(text)
        return list(found)

    def _found(self, text: str) -> list[tuple[int, int, Value]]:
        if not self._phrases or not text or (text.isascii() and text == text.lower()):
            return []
        folded, offsets = fold(text)
        found: list[tuple[int, int, Value]] = []
        for last, words in self._automaton.iter(folded):
            first = last - len(words) + 1
            if _inside_word(folded, first, last):
                continue
            start, end = offsets[first], offsets[last] + 1
            if _inside_original_word(text, start, end):
                continue
            if text[end : end + 1] == "." and text[start:end].endswith(f".{text[end - 1]}"):
                end += 1  # the last dot of "U.N." is part of it
            value = self._read(words, text[start:end])
            if value is not None:
                found.append((start, end, value))
        return _longest(found)

    def _read(self, folded: str, written: str) -> Value | None:
        if not any(character.isupper() for character in written):
            return None
        bare = "".join(character for character in written if character.isalnum())
        for phrase in self._phrases[folded]:
            if not phrase.exact or bare == "".join(filter(str.isalnum, phrase.words)):
                return phrase.value
        return None


def _inside_word(folded: str, first: int, last: int) -> bool:
    before = folded[first - 1] if first else " "
    after = folded[last + 1] if last + 1 < len(folded) else " "
    return (before.isalnum() and folded[first].isalnum()) or (after.isalnum() and folded[last].isalnum())


def _inside_original_word(text: str, start: int, end: int) -> bool:
    """Whether a letter, or an apostrophe and a letter, touch the match: "Mali" in "d'Mali"."""
    if start >= 2 and text[start - 1] in APOSTROPHES and text[start - 2].isalpha():
        return True
    return end < len(text) and text[end].isalpha()


def _longest(found: list[tuple[int, int, Value]]) -> list[tuple[int, int, Value]]:
    taken: list[tuple[int, int, Value]] = []
    free_from = 0
    for start, end, value in sorted(found, key=lambda match: (match[0], -match[1])):
        if start >= free_from:
            taken.append((start, end, value))
            free_from = end
        elif taken and end - start > taken[-1][1] - taken[-1][0]:
            taken[-1] = (start, end, value)
            free_from = end
    return taken
