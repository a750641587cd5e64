"""Spans from tags of words: names from their labels, roles from their probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from harmattan.reading.marks import Name, Role

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEGIN, INSIDE = 1, 2
CONTINUES = 0.5
"""A role goes on over a word at least so likely inside as its first word was to begin it."""


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
