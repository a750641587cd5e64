"""Tolls: "the number of dead in Sunday's attack has risen to 32" counts the killed of the attack it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from harmattan.model.readings import Number
from harmattan.reading.pages import Line

_DEAD = frozenset("dead deaths victims killed fatalities casualties bodies".split())
_BEFORE = frozenset("to at of is was as reached reaches exceeds exceeded passed topped".split())


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of the killed, and the words of the phrase it counts for, by token index."""

    killed: Number
    phrase: frozenset[int]


def find_tolls(line: Line) -> Iterator[Toll]:
    """The tolls of a sentence: a "death toll" or "number of dead" and the figure it comes to."""
    sentence = line.sentence
    for head, word in enumerate(sentence.words):
        if not (word == "toll" or (word == "number" and _of_the_dead(line, head))):
            continue
        phrase = frozenset(sentence.subtree(head))
        for quantity in line.quantities:
            first, _ = line.tokens_of(quantity.span)
            if first > head and first not in phrase and sentence.words[first - 1] in _BEFORE:
                yield Toll(Number(quantity.span, quantity.count), phrase)
                break


def _of_the_dead(line: Line, head: int) -> bool:
    sentence = line.sentence
    return any(sentence.words[below] in _DEAD for below in sentence.dependants(head, "nmod", "amod", "acl"))
