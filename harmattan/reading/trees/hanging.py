"""Hanging a word elsewhere in a tree, and the nouns that hang on a verb without a preposition."""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Sentence

MEASURES = frozenset(
    """today yesterday tomorrow day days night nights morning evening afternoon week weeks weekend month months year
    years hour hours minute minutes time times noon dawn dusk midnight home kilometre kilometres kilometer kilometers
    km metre metres meter meters mile miles percent way""".split()
)
"""Nouns that say when or how far without a preposition."""


def hung(sentence: Sentence, index: int, head: int, relation: str) -> Sentence:
    """The sentence with a word hung elsewhere; as it is where that would close a circle."""
    if head in sentence.subtree(index):
        return sentence
    heads, deprels = list(sentence.heads), list(sentence.deprels)
    heads[index], deprels[index] = head, relation
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels))


def tagged(sentence: Sentence, index: int, upos: str) -> Sentence:
    """The sentence with another part of speech for a word."""
    return replace(sentence, upos=(*sentence.upos[:index], upos, *sentence.upos[index + 1 :]))


def moved(sentence: Sentence, moves: dict[int, tuple[int, str]]) -> Sentence:
    """The sentence with words hung elsewhere; as it is where that would close a circle."""
    heads, deprels = list(sentence.heads), list(sentence.deprels)
    for index, (head, relation) in moves.items():
        heads[index], deprels[index] = head, relation
    for index in moves:
        above, steps = heads[index], 0
        while above >= 0:
            if above == index or steps > len(heads):
                return sentence
            above, steps = heads[above], steps + 1
    return replace(sentence, heads=tuple(heads), deprels=tuple(deprels))
