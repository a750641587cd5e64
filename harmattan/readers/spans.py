"""Spans from tags of words: names from their labels, roles from their probabilities and the tree around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from harmattan.reading.marks import Name, Role, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEGIN, INSIDE = 1, 2
CONTINUES = 0.5
"""A role goes on over a word at least so likely inside as its first word was to begin it."""

FARTHEST_HEAD = 4
"""A filler that ends within a phrase goes on to the phrase's head if it is at most so many words further."""

_MODIFIERS = frozenset({"amod", "compound", "det", "nummod"})
_GO_ON = {
    "PerpInd": _MODIFIERS,
    "Target": _MODIFIERS | {"nmod:poss"},
    "Victim": _MODIFIERS,
    "Described": _MODIFIERS,
}
"""Relations of a filler's last word that mean its noun is still to come: "oil" of "oil pipeline". Organisations and
weapons are often named by a modifier alone ("army commander", "bomb attack"), victims by a possessor."""
_NO_END = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ", "VERB"})


def names(tags: Sequence[str]) -> Iterator[Name]:
    """Names of a sentence from its BIO tags; an I without its B begins a name."""
    start, label = 0, ""
    for index, tag in enumerate(tags):
        if label and tag != f"I-{label}":
            yield Name(start, index, label)
            label = ""
        if tag != "O" and not label:
            start, label = index, tag[2:]
    if label:
        yield Name(start, len(tags), label)


def roles(probabilities: NDArray[np.float32], role: str, least: float) -> Iterator[Role]:
    """Fillers of one role from [words, 3]: a word likelier than `least` to begin it, and what continues it."""
    begins = probabilities[:, BEGIN]
    candidates = ((begins >= least) & (begins >= probabilities[:, INSIDE])).nonzero()[0].tolist()
    free = 0
    for first in candidates:
        if first < free:
            continue
        score = float(begins[first])
        stop = first + 1
        while (
            stop < len(probabilities)
            and probabilities[stop, INSIDE] > probabilities[stop, BEGIN]
            and probabilities[stop, INSIDE] > CONTINUES * score
        ):
            stop += 1
        yield Role(first, stop, role, round(score, 4))
        free = stop


def completed(sentence: Sentence) -> list[Role]:
    """The roles of a sentence, each ending where its phrase does; of those that then overlap in a role the likelier.

    "oil [pipeline]" is carried on, "members of [the fmln]" and "jaime [estevez]" too; "vehicles of" and
    "pylons and" lose their last word where nothing follows to complete them.
    """
    kept: list[Role] = []
    for role in sentence.roles:
        found = replace(role, stop=_end(sentence, role))
        before = next(
            (other for other in kept if other.role == found.role and found.first < other.stop), None
        )
        if before is None:
            kept.append(found)
        elif found.score > before.score:
            kept[kept.index(before)] = found
    return kept


def _end(sentence: Sentence, role: Role) -> int:
    """Where a role's phrase ends: carried on over what its last word belongs to, then cut back to a content word."""
    stop = role.stop
    while (further := _further(sentence, replace(role, stop=stop))) > stop:
        stop = further
    while stop - 1 > role.first and sentence.upos[stop - 1] in _NO_END:
        stop -= 1
    return stop


def _further(sentence: Sentence, role: Role) -> int:
    """The end of a role one step on, or its own end."""
    last, stop = role.stop - 1, role.stop
    relation, head = sentence.deprels[last], sentence.heads[last]
    if last < head <= last + FARTHEST_HEAD:
        if relation in _GO_ON.get(role.role, ()):
            return head + 1
        if relation == "case" and role.first <= sentence.heads[head] < last:
            return head + 1
    if stop < len(sentence) and sentence.deprels[stop].partition(":")[0] == "flat":
        return stop + 1 if role.first <= sentence.heads[stop] < stop else stop
    return stop
