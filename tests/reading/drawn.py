"""Sentences with hand-drawn trees, so that a pass is tested without a model.

Each word is written `word/UPOS/head/relation`, heads counted from 1 and 0 for the root, as in CoNLL-U.
"""

from __future__ import annotations

from harmattan.model.text import Document
from harmattan.reading.marks import Argument, Name, Predicate, Sentence, Token


def drawn(
    notation: str,
    *,
    names: dict[str, str] | None = None,
    arguments: dict[str, dict[str, str]] | None = None,
) -> tuple[Document, Sentence]:
    """A document of one sentence. `names` maps a name's words to its label, `arguments` a predicate's word to its
    arguments' head words and labels.
    """
    parts = [word.rsplit("/", 3) for word in notation.split()]
    words = [part[0] for part in parts]
    tokens: list[Token] = []
    at = 0
    for word in words:
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    marks = []
    for name, label in (names or {}).items():
        inside = name.split()
        first = next(i for i in range(len(words)) if words[i : i + len(inside)] == inside)
        marks.append(Name(first, first + len(inside), label))
    predicates = tuple(
        Predicate(
            words.index(verb), tuple(Argument(words.index(head), label) for head, label in filled.items())
        )
        for verb, filled in (arguments or {}).items()
    )
    sentence = Sentence(
        tokens=tuple(tokens),
        upos=tuple(part[1] for part in parts),
        heads=tuple(int(part[2]) - 1 for part in parts),
        deprels=tuple(part[3] for part in parts),
        names=tuple(marks),
        predicates=predicates,
    )
    return Document(" ".join(words)), sentence


def hangs(sentence: Sentence, word: str) -> tuple[str | None, str]:
    """On which word the first of this spelling hangs, None for the root, and how."""
    told = [token.text for token in sentence.tokens]
    index = told.index(word)
    above = sentence.heads[index]
    return (told[above] if above >= 0 else None, sentence.deprels[index])
