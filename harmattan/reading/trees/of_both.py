"""Mends lists whose parts each have their preposition: in "the murder of a judge and of his driver" the driver goes
with the judge, and not with the murder.
"""

from __future__ import annotations

from dataclasses import replace

from harmattan.reading.marks import Sentence
from harmattan.reading.trees.phrases import preposition
from harmattan.reading.trees.triggers import only_with

_REPEATED = frozenset(["of", "by", "against", "on", "in", "at"])
_NOUNS = frozenset(["NOUN", "PROPN"])


@only_with("conj", "case")
def of_both(sentence: Sentence) -> Sentence:
    """The sentence with such parts coordinated with what has the same preposition before them."""
    changed: dict[int, int] = {}
    for index, relation in enumerate(sentence.deprels):
        head = sentence.heads[index]
        if relation != "conj" or head < 0 or sentence.upos[index] not in _NOUNS:
            continue
        case = preposition(sentence, index)
        if case not in _REPEATED or preposition(sentence, head) == case:
            continue
        before = [
            child
            for child in sentence.dependants(head, "nmod", "obl", "obl:agent")
            if head < child < index
            and preposition(sentence, child) == case
            and sentence.upos[child] in _NOUNS
        ]
        if before:
            changed[index] = before[-1]
    if not changed:
        return sentence
    heads = tuple(changed.get(index, head) for index, head in enumerate(sentence.heads))
    return replace(sentence, heads=heads)
