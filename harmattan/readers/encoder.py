"""The house reader's encoder: marks on the words of a paragraph's sentences, from the weights in this package.

    encoder = Encoder.shared()
    sentences = encoder.mark(split(text))

The only file that imports onnxruntime. A paragraph is read window by window: int8 scales are taken over
everything in a run, so windows run together would change each other's marks.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from harmattan.errors import ReaderError
from harmattan.readers import spans, tree
from harmattan.readers.pieces import BEGIN, END, Shape, WordPieces
from harmattan.readers.windows import LONGEST_PIECES, pack
from harmattan.reading.marks import Argument, Predicate, Role, Sentence, Token

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).parent / "weights"

JOINS_PARTS = "parataxis"
"""Relation between the parts of a sentence too long for one window."""
_INVENTORIES = ("upos", "deprels", "arguments", "names", "roles")


@dataclass(frozen=True)
class Labels:
    """What stands in `labels.json`: inventories in the order of the outputs, thresholds, and which model they fit."""

    version: str
    model_sha256: str
    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    arguments: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    role_thresholds: dict[str, float]

    @classmethod
    def load(cls, path: Path) -> Labels:
        """Read the file; a `ReaderError` says what is wrong with it."""
        try:
            content = json.loads(path.read_text(encoding="utf8"))
            inventories = {name: tuple(map(str, content[name])) for name in _INVENTORIES}
            return cls(
                version=str(content["version"]),
                model_sha256=str(content["model_sha256"]),
                role_thresholds={
                    role: float(content["role_thresholds"][role]) for role in inventories["roles"]
                },
                **inventories,
            )
        except (OSError, ValueError, TypeError, LookupError) as error:
            raise ReaderError(
                path, f"the labels cannot be read: {error}", "install the package again"
            ) from error


@dataclass(frozen=True, slots=True)
class Feed:
    """One window, ready to run: its arrays by input name, and the parts of sentences it holds."""

    arrays: dict[str, NDArray[np.int64]]
    parts: range


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, or a stretch of one too long for a window."""

    sentence: int
    start: int
    stop: int
    pieces: int


@dataclass(frozen=True, slots=True)
class _Marks:
    """What one run says of one part; indices count from the part's first word."""

    heads: list[int]
    upos: list[str]
    deprels: list[str]
    names: list[str]
    arguments: dict[int, list[Argument]]
    roles: dict[int, NDArray[np.float32]]
    """Likelihoods of words to begin a filler and to go on with it, of those roles that any may begin, by column."""
    certainty: list[float]


class Encoder:
    """Reads sentences and marks them; safe to share between threads."""

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1, *, roles_from: float | None = None) -> None:
        """Load the weights; `threads` changes speed and nothing else.

        `roles_from` replaces the thresholds of the roles by one, for measuring.
        """
        self.labels = Labels.load(folder / "labels.json")
        self._pieces = WordPieces.load(folder / "tokenizer.json")
        self._session = _session(folder / "model.onnx", self.labels, threads)
        self._outputs = [output.name for output in self._session.get_outputs()]
        self._name_tags = spans.NameTags(self.labels.names)
        self._roles_from = roles_from

    @classmethod
    @cache
    def shared(cls, threads: int = 1) -> Encoder:
        """One encoder for the process, loaded on first use."""
        return cls(threads=threads)

    @property
    def version(self) -> str:
        """Name of the reader and the beginning of the model's hash, "house-1+0a1b2c3d"."""
        return f"{self.labels.version}+{self.labels.model_sha256[:8]}"

    def mark(self, sentences: Sequence[Sequence[Token]]) -> list[Sentence]:
        """Mark the sentences of one paragraph, given in its order.

        What is marked on a sentence depends on its neighbours in the paragraph and on nothing else. An empty
        sentence is left out; the others keep their places as `index`.
        """
        parts = self._parts(sentences)
        marks: list[_Marks] = []
        relevance = 0.0
        for feed in self._feeds(sentences, parts):
            outputs = self.run(feed)
            relevance = max(relevance, float(outputs["relevance"][0]))
            marks.extend(self._read(outputs, [parts[index] for index in feed.parts]))
        return list(self._assemble(sentences, parts, marks, relevance))

    def windows(self, sentences: Sequence[Sequence[Token]]) -> list[Feed]:
        """The runs a paragraph needs, tokenised and packed: what `mark` gives to `run`."""
        return list(self._feeds(sentences, self._parts(sentences)))

    def run(self, feed: Feed) -> dict[str, NDArray[Any]]:
        """The model's raw outputs for one window, by name."""
        return dict(zip(self._outputs, self._session.run(self._outputs, feed.arrays), strict=True))

    def _parts(self, sentences: Sequence[Sequence[Token]]) -> list[_Part]:
        """Every sentence, or where it has more pieces than a window, stretches of it cut at punctuation."""
        parts: list[_Part] = []
        for number, sentence in enumerate(sentences):
            if not sentence:
                continue
            sizes = [len(ids) for ids, _ in self._pieces([token.text for token in sentence])]
            start = total = 0
            if sum(sizes) <= LONGEST_PIECES:
                parts.append(_Part(number, 0, len(sizes), sum(sizes)))
                continue
            for index, size in enumerate(sizes):
                if total + size > LONGEST_PIECES:
                    cut = next(
                        (
                            at + 1
                            for at in range(index - 1, (start + index) // 2, -1)
                            if sentence[at].text in ",;:"
                        ),
                        index,
                    )
                    parts.append(_Part(number, start, cut, sum(sizes[start:cut])))
                    start, total = cut, sum(sizes[cut:index])
                total += size
            parts.append(_Part(number, start, len(sizes), total))
        return parts

    def _feeds(self, sentences: Sequence[Sequence[Token]], parts: Sequence[_Part]) -> Iterator[Feed]:
        import numpy as np  # noqa: PLC0415 - as slow to import as the rest of the package together

        for window in pack([part.pieces for part in parts]):
            pieces, shapes = [BEGIN], [int(Shape.NONE)]
            first: list[int] = []
            numbers: list[int] = []
            for index in window:
                part = parts[index]
                words = [token.text for token in sentences[part.sentence][part.start : part.stop]]
                for ids, shape in self._pieces(words):
                    first.append(len(pieces))
                    pieces.extend(ids)
                    shapes.extend([int(shape)] * len(ids))
                numbers.extend([index] * len(words))
            pieces.append(END)
            shapes.append(int(Shape.NONE))
            arrays = {"pieces": pieces, "shapes": shapes, "first": first, "sentence": numbers}
            yield Feed({name: np.array(values, np.int64) for name, values in arrays.items()}, window)

    def _read(self, outputs: dict[str, NDArray[Any]], parts: Sequence[_Part]) -> Iterator[_Marks]:
        labels = self.labels
        upos = [labels.upos[index] for index in outputs["upos"].tolist()]
        found: dict[int, list[Argument]] = {predicate: [] for predicate in outputs["pairs"][:, 1].tolist()}
        told = outputs["arguments"].nonzero()[0]
        pairs: list[list[int]] = outputs["pairs"][told].tolist()
        predicted: list[int] = outputs["arguments"][told].tolist()
        heads, certainty = _trees(outputs["arcs"], parts)
        deprels = self._relations(outputs, heads)
        base = 0
        starts: list[int] = []
        owner: list[int] = []
        for part in parts:
            starts.append(base)
            owner.extend([base] * (part.stop - part.start))
            base += part.stop - part.start
        for (word, predicate), label in zip(pairs, predicted, strict=True):
            found[predicate].append(Argument(word - owner[word], labels.arguments[label]))
        fillers: dict[int, set[int]] = {}
        for word, column in zip(*(at.tolist() for at in spans.beginnings(outputs["roles"])), strict=True):
            fillers.setdefault(owner[word], set()).add(column)
        arguments: dict[int, dict[int, list[Argument]]] = {start: {} for start in starts}
        for predicate in sorted(found):
            start = owner[predicate]
            arguments[start][predicate - start] = found[predicate]
        names = self._name_tags(outputs["names"], set(starts))
        for start, stop in pairwise((*starts, base)):
            yield _Marks(
                [head - start if head >= 0 else head for head in heads[start:stop]],
                upos[start:stop],
                deprels[start:stop],
                names[start:stop],
                arguments[start],
                {column: outputs["roles"][start:stop, column] for column in sorted(fillers.get(start, ()))},
                certainty[start:stop],
            )

    def _relations(self, outputs: dict[str, NDArray[Any]], heads: list[int]) -> list[str]:
        """The labels the model gave to the chosen heads; "dep" for a head it held for too unlikely to label."""
        import numpy as np  # noqa: PLC0415 - see `_feeds`

        chosen = outputs["candidates"] == np.array(heads)[:, None] + 1
        labels = outputs["relations"][np.arange(len(heads)), chosen.argmax(1)]
        deprels = self.labels.deprels
        return [
            "root" if head == tree.ROOT else deprels[label] if labelled else "dep"
            for head, label, labelled in zip(heads, labels.tolist(), chosen.any(1).tolist(), strict=True)
        ]

    def _assemble(
        self,
        sentences: Sequence[Sequence[Token]],
        parts: Sequence[_Part],
        marks: Sequence[_Marks],
        relevance: float,
    ) -> Iterator[Sentence]:
        at = 0
        while at < len(parts):
            number = parts[at].sentence
            stop = at
            while stop < len(parts) and parts[stop].sentence == number:
                stop += 1
            yield self._sentence(number, tuple(sentences[number]), parts[at:stop], marks[at:stop], relevance)
            at = stop

    def _sentence(
        self,
        number: int,
        tokens: tuple[Token, ...],
        parts: Sequence[_Part],
        marks: Sequence[_Marks],
        relevance: float,
    ) -> Sentence:
        heads: list[int] = []
        upos: list[str] = []
        deprels: list[str] = []
        tags: list[str] = []
        predicates: list[Predicate] = []
        roles: list[Role] = []
        certainty: list[float] = []
        for part, mark in zip(parts, marks, strict=True):
            start = part.start
            root = heads.index(tree.ROOT) if heads else tree.ROOT
            heads.extend(root if head == tree.ROOT else head + start for head in mark.heads)
            upos.extend(mark.upos)
            deprels.extend(JOINS_PARTS if start and label == "root" else label for label in mark.deprels)
            tags.extend(mark.names)
            certainty.extend(mark.certainty)
            for index, arguments in mark.arguments.items():
                moved = tuple(Argument(argument.head + start, argument.label) for argument in arguments)
                predicates.append(Predicate(index + start, moved))
            roles.extend(
                Role(role.first + start, role.stop + start, role.role, role.score)
                for role in self._roles(mark, relevance)
            )
        sentence = Sentence(
            tokens,
            tuple(upos),
            tuple(heads),
            tuple(deprels),
            tuple(spans.names(tags)) if tags.count("O") < len(tags) else (),
            tuple(predicates),
            tuple(roles),
            number,
            tuple(certainty),
        )
        return replace(sentence, roles=tuple(spans.completed(sentence))) if roles else sentence

    def _roles(self, mark: _Marks, relevance: float) -> Iterator[Role]:
        """Fillers likely enough, the paragraph's likelihood of telling of an incident at all taken into account.

        It counts by its root, for the words have seen their own window and know something of it already.
        """
        weight = math.sqrt(max(relevance, 1e-6))
        for column, probabilities in mark.roles.items():
            role = self.labels.roles[column]
            least = self.labels.role_thresholds[role] if self._roles_from is None else self._roles_from
            for found in spans.roles(probabilities, role, least / weight):
                yield replace(found, score=round(found.score * weight, 4))


def _trees(arcs: NDArray[np.float32], parts: Sequence[_Part]) -> tuple[list[int], list[float]]:
    """The heads of a window's words, counted from its first, and how likely they are.

    The model leaves no arc from one part to another, so that the likeliest heads are those of all parts at once.
    """
    import numpy as np  # noqa: PLC0415 - see `_feeds`

    likeliest: list[int] = (arcs.argmax(1) - 1).tolist()
    heads: list[int] = []
    for part in parts:
        start = len(heads)
        stop = start + part.stop - part.start
        own = [head - start if head >= 0 else head for head in likeliest[start:stop]]
        if not tree.is_tree(own):
            own = tree.best_tree(arcs[start:stop, [0, *range(start + 1, stop + 1)]])
        heads.extend([head + start if head >= 0 else head for head in own])
    chosen = arcs[np.arange(len(heads)), np.array(heads) + 1].astype(np.float64)
    return heads, np.round(np.exp(chosen), 3).tolist()


def _session(path: Path, labels: Labels, threads: int) -> InferenceSession:
    import onnxruntime  # noqa: PLC0415 - slow to import, and only a reader needs it

    if not path.is_file():
        raise ReaderError(path, "the model is missing", "install the package again")
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != labels.model_sha256:
        raise ReaderError(
            path, "the model is not the one its labels were written for", "install the package again"
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library raises its own kinds, which it does not export
        raise ReaderError(
            path, f"the model cannot be loaded: {error}", "install the package again"
        ) from error
