"""What is asked and not told: "How many soldiers are stationed there?"."""

from __future__ import annotations

from harmattan.reading.marks import Sentence

_CLOSING = frozenset(['"', "”", "’", "'", ")"])
_TOLD = frozenset(["advcl", "acl", "advcl:relcl", "acl:relcl"])
"""Clauses that a question takes for granted: "What becomes of the camp that was shelled?"."""


_BEFORE = frozenset(['"', "“", "‘", "'", "q", ":", "and", "but", "so", "then", ","])
"""What may stand before a question's first word."""


def is_yes_or_no(sentence: Sentence) -> bool:
    """Whether a question asks whether something is so: "Will you withdraw the police?", but not "When will you"."""
    first = next((at for at, word in enumerate(sentence.words) if word not in _BEFORE), 0)
    return sentence.upos[first] == "AUX"


def is_asked(sentence: Sentence, index: int) -> bool:
    """Whether a verb is what a question asks about, and not what it takes for granted.

    A noun is mostly taken for granted: "What followed the mutiny?".
    """
    last = len(sentence) - 1
    while last > 0 and sentence.words[last] in _CLOSING:
        last -= 1
    if sentence.words[last] != "?" or sentence.upos[index] not in {"VERB", "AUX", "ADJ"}:
        return False
    return all(sentence.deprels[node] not in _TOLD for node in (index, *sentence.ancestors(index)))
