"""Batches: windows of packed sentences, padded, with the targets of every head."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import torch
from torch import Tensor

from harmattan.readers.pieces import BEGIN, END, Shape
from harmattan.readers.windows import LONGEST_PIECES, pack
from training.examples import TAGGED_ROLES, Example, Labels

IGNORED = -100
SYNTAX_LIMITS = (20, 60, 120, LONGEST_PIECES)
"""A window of EWT or GUM holds one sentence or many, so that the reader works with and without context."""

Window = list[Example]


@dataclass(frozen=True)
class Batch:
    """Tensors of some windows; words of all windows are numbered through."""

    pieces: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    """[words]: each word's first piece in the flattened windows."""
    layout: Tensor
    """[sentences, longest]: the number of each word, -1 past a sentence's end."""
    upos: Tensor
    heads: Tensor
    """[words]: as in CoNLL-U, within the sentence."""
    relations: Tensor
    """[words, 3]: dependent, head and label of each word that is no root."""
    names: Tensor
    predicates: Tensor
    arguments: Tensor
    """[pairs, 3]: word, predicate and label for all words of a predicate's sentence."""
    roles: Tensor
    relevance: Tensor
    """[windows]: 0, 1, or -1 where unknown."""
    side: dict[str, Tensor]
    """[words] each: the targets of the layers that only teach."""


def windows(examples: Sequence[Example], limit: Callable[[], int]) -> Iterator[Window]:
    """Consecutive sentences of each document, packed; each document draws its own limit."""
    for _, group in groupby(examples, key=lambda example: example.document):
        sentences = list(group)
        for span in pack([sentence.size for sentence in sentences], limit()):
            yield sentences[span.start : span.stop]


def group_by_size(found: list[Window], pieces: int, generator: random.Random) -> list[list[Window]]:
    """Windows of like size together, so many that a padded batch has about `pieces` pieces."""
    sized = [(sum(example.size for example in window), window) for window in found]
    sized.sort(key=lambda item: item[0] + generator.random() * 8)
    groups: list[list[Window]] = []
    current: list[Window] = []
    for size, window in sized:
        if current and (len(current) + 1) * size > pieces:
            groups.append(current)
            current = []
        current.append(window)
    groups.append(current)
    return groups


def dressed(shapes: list[int], manner: Shape) -> list[int]:
    """The shapes the words would have, were they all written LOWER, TITLE or UPPER."""
    written = (Shape.LOWER, Shape.TITLE, Shape.UPPER, Shape.MIXED)
    return [int(manner) if shape in written else shape for shape in shapes]


class Collator:
    """Makes batches for the inventories of one model."""

    def __init__(self, labels: Labels, side: Mapping[str, Sequence[str]]) -> None:
        self._side = {
            layer: {label: index for index, label in enumerate(inventory)}
            for layer, inventory in side.items()
        }
        self._upos = {label: index for index, label in enumerate(labels.upos)}
        self._deprels = {label: index for index, label in enumerate(labels.deprels)}
        self._names = {label: index for index, label in enumerate(labels.names)}
        self._arguments = {label: index for index, label in enumerate(labels.arguments)}

    def __call__(self, group: Sequence[Window], shapes: Sequence[Sequence[Sequence[int]]]) -> Batch:
        """A batch of windows; `shapes` are per window, sentence and word, and may differ from the examples'."""
        sentences = [example for window in group for example in window]
        pieces, piece_shapes, first = self._lay(group, shapes)
        counts = [len(example.words) for example in sentences]
        layout = np.full((len(counts), max(counts)), -1, np.int64)
        upos: list[int] = []
        heads: list[int] = []
        names: list[int] = []
        predicates: list[int] = []
        roles: list[tuple[int, ...]] = []
        relations: list[tuple[int, int, int]] = []
        arguments: list[np.ndarray] = []
        base = 0
        for row, (example, count) in enumerate(zip(sentences, counts, strict=True)):
            layout[row, :count] = np.arange(base, base + count)
            if example.syntax:
                upos.extend(self._upos[tag] for tag in example.syntax.upos)
                heads.extend(example.syntax.heads)
                for index, (head, label) in enumerate(
                    zip(example.syntax.heads, example.syntax.deprels, strict=True)
                ):
                    if head:
                        relations.append((base + index, base + head - 1, self._deprels[label]))
            else:
                upos.extend([IGNORED] * count)
                heads.extend([IGNORED] * count)
            names.extend(self._names[tag] for tag in example.names) if example.names else names.extend(
                [IGNORED] * count
            )
            marks = [IGNORED if example.frames is None else 0] * count
            for frame in example.frames or ():
                marks[frame.predicate] = 1
                pairs = np.zeros((count, 3), np.int64)
                pairs[:, 0] = np.arange(base, base + count)
                pairs[:, 1] = base + frame.predicate
                for index, label in frame.arguments:
                    pairs[index, 2] = self._arguments.get(label, 0)
                arguments.append(pairs)
            predicates.extend(marks)
            roles.extend(
                zip(*example.incident.roles, strict=True)
                if example.incident
                else [(IGNORED,) * len(TAGGED_ROLES)] * count
            )
            base += count
        relevance = [
            -1 if window[0].incident is None else int(window[0].incident.relevant) for window in group
        ]
        return Batch(
            torch.from_numpy(pieces),
            torch.from_numpy(piece_shapes),
            torch.from_numpy((pieces > 0).astype(np.float32)),
            torch.from_numpy(first),
            torch.from_numpy(layout),
            torch.tensor(upos),
            torch.tensor(heads),
            torch.tensor(relations or np.zeros((0, 3), np.int64)),
            torch.tensor(names),
            torch.tensor(predicates),
            torch.from_numpy(np.concatenate(arguments) if arguments else np.zeros((0, 3), np.int64)),
            torch.tensor(roles),
            torch.tensor(relevance),
            {layer: self._targets(layer, sentences) for layer in self._side},
        )

    def _targets(self, layer: str, sentences: Sequence[Example]) -> Tensor:
        """The numbers of a side layer's labels; a rare label, or none, takes no part."""
        numbers = self._side[layer]
        found: list[int] = []
        for example in sentences:
            labels = example.side.get(layer)
            found += (
                [numbers.get(label, IGNORED) for label in labels]
                if labels
                else [IGNORED] * len(example.words)
            )
        return torch.tensor(found)

    @staticmethod
    def _lay(
        group: Sequence[Window], shapes: Sequence[Sequence[Sequence[int]]]
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Pieces and their shapes, padded, and where each word begins in the flattened array."""
        longest = max(sum(example.size for example in window) for window in group) + 2
        pieces = np.zeros((len(group), longest), np.int64)
        written = np.zeros((len(group), longest), np.int64)
        first: list[int] = []
        for row, (window, window_shapes) in enumerate(zip(group, shapes, strict=True)):
            at = 1
            pieces[row, 0] = BEGIN
            for example, word_shapes in zip(window, window_shapes, strict=True):
                for ids, shape in zip(example.pieces, word_shapes, strict=True):
                    first.append(row * longest + at)
                    pieces[row, at : at + len(ids)] = ids
                    written[row, at : at + len(ids)] = shape
                    at += len(ids)
            pieces[row, at] = END
        return pieces, written, np.array(first)
