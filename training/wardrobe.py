"""How the words of a window are written when the reader sees it in training."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from torch import Tensor

from harmattan.readers.pieces import Shape
from training.batches import Window, dressed
from training.examples import Example, Labels


class Wardrobe:
    """How the words of a window are written, so that the reader does not lean on capitals, nor on their lack.

    MUC-4 is all in lower case: some of its windows get capitals where the reader, an epoch before,
    saw proper nouns. Some windows of either corpus get one manner throughout.
    """

    def __init__(self, labels: Labels, generator: random.Random) -> None:
        self._proper = labels.upos.index("PROPN")
        self._generator = generator
        self._names: dict[int, list[bool]] = {}

    def __call__(self, window: Window) -> list[list[int]]:
        """The shapes of each sentence's words."""
        plain = [list(example.shapes) for example in window]
        draw = self._generator.random()
        if window[0].incident is None:
            manner = (
                Shape.LOWER
                if draw < 0.15
                else Shape.UPPER
                if draw < 0.18
                else Shape.TITLE
                if draw < 0.2
                else None
            )
            return [dressed(shapes, manner) for shapes in plain] if manner else plain
        if draw < 0.1:
            return [dressed(shapes, Shape.UPPER) for shapes in plain]
        if draw < 0.45 and all(id(example) in self._names for example in window):
            return [self._capitalised(example) for example in window]
        return plain

    def remember(self, window: Window, upos: Tensor) -> None:
        """Note which words of a lower-case window were seen as proper nouns."""
        proper = (upos.argmax(-1) == self._proper).tolist()
        at = 0
        for example in window:
            self._names[id(example)] = proper[at : at + len(example.words)]
            at += len(example.words)

    def seen(self, examples: Sequence[Example]) -> dict[int, list[bool]]:
        """What was noted, by the place of each sentence among these."""
        return {
            index: self._names[id(example)]
            for index, example in enumerate(examples)
            if id(example) in self._names
        }

    def remind(self, examples: Sequence[Example], seen: Mapping[int, list[bool]]) -> None:
        """Note what an earlier run had `seen` of the same sentences."""
        self._names = {id(examples[index]): proper for index, proper in seen.items()}

    def _capitalised(self, example: Example) -> list[int]:
        return [
            int(Shape.TITLE) if shape == Shape.LOWER and (index == 0 or proper) else shape
            for index, (shape, proper) in enumerate(
                zip(example.shapes, self._names[id(example)], strict=True)
            )
        ]
