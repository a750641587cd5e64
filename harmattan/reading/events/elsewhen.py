"""What happened at another time than the word that it hangs on: "after the death of", "since last week's raid"."""

from __future__ import annotations

from harmattan.reading.marks import Sentence

ELSEWHEN = frozenset(["after", "before", "since", "until", "following"])
"""Words that open a phrase or clause of what happened at another time."""


def openers(sentence: Sentence, index: int) -> list[int]:
    """Where the words stand that open the phrase or clause of a word; a clause's may hang on its subject, which has no
    case of its own: "after four were killed".
    """
    subjects = sentence.dependants(index, "nsubj", "nsubj:pass")
    own = sentence.dependants(index, "case", "mark")
    if not subjects:
        return own
    return sorted(
        [*own, *(child for word in subjects for child in sentence.dependants(word, "case", "mark"))]
    )


def opening(sentence: Sentence, index: int) -> frozenset[str]:
    """The words that open the phrase or clause of a word, in lower case."""
    return frozenset(sentence.words[child] for child in openers(sentence, index))


def is_elsewhen(sentence: Sentence, index: int) -> bool:
    """Whether a word's phrase or clause is opened as that of another time."""
    return not ELSEWHEN.isdisjoint(opening(sentence, index))
