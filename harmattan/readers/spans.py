"""Spans from tags of words: names from their labels, roles from their probabilities and the tree around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from harmattan.reading.marks import Name, Role, Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEGIN, INSIDE = 1, 2
CONTINUES = 0.5
"""A role goes on over a word at least so likely inside as its first word was to begin it."""

GOES_ON, ADJACENT = 0.5, -1.0
"""What a name's further word gains, and what the first word of a name right after another loses, as logarithms.
Chosen on EWT's development part; twice as much gives it 0.2 points more and costs the places of local news, whose
towns and countries stand side by side, as much."""

CERTAINLY_NONE = 0.995
"""A word so likely outside of all names is outside."""

MAY_BEGIN = 0.04
"""No filler is looked for at a word less likely to begin it."""

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


class NameTags:
    """The likeliest tags of a sentence that make sense one after the other, by Viterbi's (1967) algorithm.

    Word by word the likeliest tag may go on with a place where a person began, or begin a name anew amid it
    ("[North] [Korea]", "[Scott] [Neal]"). An I here follows a B or I of its own label, and a name that begins right
    after another is less likely than one that goes on.
    """

    def __init__(self, labels: Sequence[str]) -> None:
        """`labels` are the BIO tags in the order of the model's columns, "O" among them."""
        import numpy as np  # noqa: PLC0415 - as slow to import as the rest of the package together

        self._labels = tuple(labels)
        self._outside = self._labels.index("O")
        steps = [[_step(before, after) for after in self._labels] for before in self._labels]
        self._steps: NDArray[np.float64] = np.array(steps)

    def __call__(self, probabilities: NDArray[np.float32], starts: Collection[int] = (0,)) -> list[str]:
        """Tags of the words from [words, labels]; words that are certainly no name part it into stretches, and so do
        `starts`, the words with which a sentence begins.
        """
        import numpy as np  # noqa: PLC0415 - see above

        tags = ["O"] * len(probabilities)
        unsure = (probabilities[:, self._outside] < CERTAINLY_NONE).nonzero()[0]
        if not len(unsure):
            return tags
        logs = np.log(np.maximum(probabilities[unsure], 1e-9).astype(np.float64))
        words: list[int] = unsure.tolist()
        first = 0
        for stop in range(1, len(words) + 1):
            if stop < len(words) and words[stop] == words[stop - 1] + 1 and words[stop] not in starts:
                continue
            for word, best in zip(words[first:stop], self._likeliest(logs[first:stop]), strict=True):
                tags[word] = self._labels[best]
            first = stop
        return tags

    def _likeliest(self, logs: NDArray[np.float64]) -> list[int]:
        """The best path through [words, labels], from outside a name to wherever it ends."""
        scores = self._steps[self._outside] + logs[0]
        came: list[NDArray[np.int64]] = []
        for row in logs[1:]:
            reached = scores[:, None] + self._steps
            came.append(reached.argmax(0))
            scores = reached.max(0) + row
        path = [int(scores.argmax())]
        for back in reversed(came):
            path.append(int(back[path[-1]]))
        return path[::-1]


def _step(before: str, after: str) -> float:
    """What a tag gains or loses by the one before it, as a logarithm."""
    if after.startswith("I-"):
        return GOES_ON if before in (f"B-{after[2:]}", after) else -1e9
    return ADJACENT if after != "O" and before != "O" else 0.0


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


def beginnings(probabilities: NDArray[np.float32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Words that may begin a filler and the columns of its role, of [words, roles, 3]."""
    begins = probabilities[:, :, BEGIN]
    words, columns = ((begins >= MAY_BEGIN) & (begins >= probabilities[:, :, INSIDE])).nonzero()
    return words, columns


def roles(probabilities: NDArray[np.float32], role: str, least: float) -> Iterator[Role]:
    """Fillers of one role from [words, 3]: a word that may begin it and what continues it, on average as likely."""
    begins, inside = probabilities[:, BEGIN], probabilities[:, INSIDE]
    candidates = ((begins >= MAY_BEGIN) & (begins >= inside)).nonzero()[0].tolist()
    free = 0
    for first in candidates:
        if first < free:
            continue
        begin = float(begins[first])
        stop = first + 1
        while stop < len(begins) and inside[stop] > begins[stop] and inside[stop] > CONTINUES * begin:
            stop += 1
        free = stop
        score = (begin + float(inside[first + 1 : stop].sum())) / (stop - first)
        if score >= least:
            yield Role(first, stop, role, round(score, 4))


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
