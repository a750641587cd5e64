"""What happened at another time than the word that it hangs on: "after the death of", "since last week's raid"."""

from __future__ import annotations

from harmattan.reading.marks import Sentence

ELSEWHEN = frozenset(["after", "before", "since", "until", "following"])
"""Words that open a phrase or clause of what happened at another time."""


def opening(sentence: Sentence, index: int) -> frozenset[str]:
    """The words that open the phrase or clause of a word, in lower case."""
    return frozenset(sentence.words[child] for child in sentence.dependants(index, "case", "mark"))


def is_elsewhen(sentence: Sentence, index: int) -> bool:
    """Whether a word's phrase or clause is opened as that of another time."""
    return not ELSEWHEN.isdisjoint(opening(sentence, index))
