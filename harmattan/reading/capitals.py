"""Texts printed all in capitals, as wires and cables are: read as if they had been printed in upper and lower case.

What a capital says elsewhere (that "May" is a month, "FMLN" an acronym, "Today" a newspaper) it does not say there. The
encoder's own marks say what is a name; the text is set in lower case but for names, acronyms and the first words
of sentences, read, and what was read is told in the words of the text as it was printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from harmattan.model.readings import Reading
from harmattan.model.text import Document, Span
from harmattan.reading.marks import Name, Sentence

_LOOKED_AT = 4000
"""Characters of a text that are looked at; the rest is printed no other way."""
_LETTERS = 40
"""A shorter text may be a heading."""
_INSIDE = frozenset("of the de for and del la las los el y in on da do dos e van von der al 's".split())
"""Words that keep their small letter within a name."""
_ACRONYM = 5
"""The longest organisation's name of one word that is taken for an acronym."""

_SHORTEST = 3
_VOWELS = frozenset("aeiouy")

T = TypeVar("T")


def in_capitals(text: str) -> bool:
    """Whether a text has next to no small letters."""
    letters = [character for character in text[:_LOOKED_AT] if character.isalpha()]
    return len(letters) >= _LETTERS and sum(map(str.islower, letters)) * 50 < len(letters)


def in_mixed_case(document: Document, sentences: Sequence[Sentence]) -> Document:
    """The same text in upper and lower case, every character at its place."""
    letters = [low if len(low := character.lower()) == 1 else character for character in document.text]
    acronyms = {word for sentence in sentences for word in _acronyms(sentence)}
    for sentence in sentences:
        begun = False
        for index, token in enumerate(sentence.tokens):
            whole = token.text in acronyms or _abbreviated(token.text)
            capitals = len(token.text) if whole else _capitals(sentence, index, begun=begun)
            for at in range(token.start, token.start + capitals):
                letters[at] = document.text[at]
            begun = begun or token.text[:1].isalpha()
    return replace(document, text="".join(letters))


def _acronyms(sentence: Sentence) -> Iterator[str]:
    """The organisations' names that are one short word: the word is an acronym wherever it stands."""
    for name in sentence.names:
        word = sentence.tokens[name.first].text
        if name.label == "ORG" and name.stop - name.first == 1 and _SHORTEST <= len(word) <= _ACRONYM:
            yield word


def _abbreviated(word: str) -> bool:
    """Whether a word can only be an abbreviation: "U.S.", or letters without a vowel."""
    if "." in word[:-1]:
        return word.replace(".", "").isalpha() and all(len(part) <= 1 for part in word.split("."))
    return len(word) >= _SHORTEST and word.isalpha() and not _VOWELS.intersection(word.lower())


def _capitals(sentence: Sentence, index: int, *, begun: bool) -> int:
    """How many letters of a word that is no acronym are capitals."""
    if not begun:
        return 1
    named = index in sentence.name_at or sentence.upos[index] == "PROPN"
    return 1 if named and not (sentence.words[index] in _INSIDE and index) else 0


def with_longer_names(mixed: Sequence[Sentence], printed: Sequence[Sentence]) -> list[Sentence]:
    """The second marks with those names of the first that hold a shorter one of theirs: "VINA DEL MAR", "Vina"."""
    before = {sentence.start: sentence for sentence in printed}
    return [_with_names_of(sentence, before.get(sentence.start)) for sentence in mixed]


def _with_names_of(sentence: Sentence, printed: Sentence | None) -> Sentence:
    if printed is None or len(printed) != len(sentence):
        return sentence
    longer = [name for name in printed.names if _holds_one(name, sentence.names)]
    kept = [
        name
        for name in sentence.names
        if all(name.stop <= other.first or other.stop <= name.first for other in longer)
    ]
    return replace(sentence, names=tuple(sorted([*kept, *longer], key=lambda name: name.first)))


def _holds_one(name: Name, others: Sequence[Name]) -> bool:
    """Whether a name is longer than one of the same kind within it, and cuts across none."""
    beside = [other for other in others if other.first < name.stop and name.first < other.stop]
    inside = all(name.first <= other.first and other.stop <= name.stop and other != name for other in beside)
    return inside and any(other.label == name.label for other in beside)


def as_printed(reading: Reading, document: Document) -> Reading:
    """A reading of the text in upper and lower case as one of the text as it was printed: every quote is its words."""
    return replace(
        reading,
        document=document,
        sentences=_printed(reading.sentences, document),
        statements=_printed(reading.statements, document),
        names=_printed(reading.names, document),
    )


def _printed(value: T, document: Document) -> T:
    """A part of a statement with its quotes taken from the text."""
    if isinstance(value, Span):
        return document.span(value.start, value.end)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_printed(item, document) for item in value)  # type: ignore[return-value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        field.name: made
        for field in fields(value)
        if (made := _printed(part := getattr(value, field.name), document)) is not part
    }
    return replace(value, **changed) if changed else value
