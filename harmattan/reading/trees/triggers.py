"""When a mend of trees is tried at all: most sentences have neither the words nor the relations that it is about.

A mend says what it cannot do without, and one look at two sets, made once for a sentence, saves the walk over its
words. What a mend asks for must be needed: tests try every mend on sentences that lack it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps

from harmattan.reading.marks import Sentence

Mend = Callable[[Sentence], Sentence]


def only_with(*relations: str, words: Iterable[str] = ()) -> Callable[[Mend], Mend]:
    """Leaves alone a sentence that lacks one of the relations, or has none of the words where some are given.

    "nsubj" is there where only a subtype of it is.
    """
    related, triggers = frozenset(relations), frozenset(words)

    def gated(mend: Mend) -> Mend:
        @wraps(mend)
        def tried(sentence: Sentence) -> Sentence:
            if not related <= sentence.relations or (triggers and triggers.isdisjoint(sentence.vocabulary)):
                return sentence
            return mend(sentence)

        return tried

    return gated
