"""Words per second of the pipeline, from frozen texts to checked claims, and of the model alone, in turns.

The machine's own speed changes from minute to minute, so the two are measured one after the other in each of
several rounds, and the ratio is the median of the rounds' ratios.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from benchmarks.model import ModelAlone
from harmattan.engine.coders import HouseCoder
from harmattan.engine.workers import Workers
from harmattan.model.coding import Coded
from harmattan.model.text import Document
from harmattan.pipeline import code_all


@dataclass(frozen=True, slots=True)
class Speed:
    """What the rounds gave for one number of workers, in words per second."""

    workers: int
    words: int
    pipeline: tuple[float, ...]
    model: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The pipeline's speed as a share of the model's."""
        return median(ours / theirs for ours, theirs in zip(self.pipeline, self.model, strict=True))


def measure(documents: Sequence[Document], counts: Sequence[int], rounds: int) -> list[Speed]:
    """The speeds with each number of workers; a first, unmeasured round warms everything up."""
    with ExitStack() as stack:
        models = {count: stack.enter_context(ModelAlone(documents, count)) for count in counts}
        coders = {count: stack.enter_context(Workers(HouseCoder(), count)) for count in counts}
        words = {count: _pipeline(coders[count], documents)[1] for count in counts}
        theirs: dict[int, list[float]] = {count: [] for count in counts}
        ours: dict[int, list[float]] = {count: [] for count in counts}
        for _ in range(rounds):
            for count in counts:
                theirs[count].append(words[count] / models[count].seconds())
                ours[count].append(words[count] / _pipeline(coders[count], documents)[0])
    return [Speed(count, words[count], tuple(ours[count]), tuple(theirs[count])) for count in counts]


def _pipeline(workers: Workers, documents: Sequence[Document]) -> tuple[float, int]:
    """Seconds from the first document in to the last claim out, and the words read."""
    ordered = sorted(documents, key=lambda document: -len(document.text))
    words = 0
    began = time.perf_counter()
    for outcome in code_all(ordered, workers.code, map=workers.map):
        if not isinstance(outcome, Coded):
            raise outcome
        words += outcome.words
    return time.perf_counter() - began, words
