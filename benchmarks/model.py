"""The model alone: the encoder with all its heads over feeds that are tokenised and packed beforehand.

The feeds are the ones that the reader itself makes of the documents. Several workers are several processes with
a model each, as the pipeline's are; all are ready before the clock starts.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from harmattan.model.text import Document
from harmattan.readers.encoder import Encoder, Feed
from harmattan.readers.house import HouseReader
from harmattan.reading.marks import Sentence, Token


class Recorder(Encoder):
    """An encoder that keeps what it was asked to mark."""

    asked: list[Sequence[Sequence[Token]]]

    def mark(self, sentences: Sequence[Sequence[Token]]) -> list[Sentence]:
        """As the encoder does."""
        self.asked.append(sentences)
        return super().mark(sentences)


def feeds_of(documents: Sequence[Document]) -> tuple[Encoder, list[Feed]]:
    """The encoder, and all that it is given to run when the house reader reads the documents."""
    reader = HouseReader.load(threads=1)
    recorder = Recorder(threads=1)
    recorder.asked = []
    recording = HouseReader(recorder, reader.knowledge)
    for document in documents:
        recording.mark(document)
    return recorder, [feed for asked in recorder.asked for feed in recorder.windows(asked)]


@dataclass
class ModelAlone:
    """Processes that run the model over their shares of the documents whenever they are told to."""

    documents: Sequence[Document]
    workers: int

    def __enter__(self) -> Self:
        context = multiprocessing.get_context("spawn")
        self._pipes: list[Connection] = []
        self._processes = []
        for share in shares(self.documents, self.workers):
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, share), daemon=True)
            process.start()
            self._pipes.append(here)
            self._processes.append(process)
        for pipe in self._pipes:
            pipe.recv()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pipe in self._pipes:
            pipe.send(False)
        for process in self._processes:
            process.join()

    def seconds(self) -> float:
        """Time from the word to begin until the slowest process is done."""
        began = time.perf_counter()
        for pipe in self._pipes:
            pipe.send(True)
        for pipe in self._pipes:
            pipe.recv()
        return time.perf_counter() - began


def shares(documents: Sequence[Document], workers: int) -> list[list[Document]]:
    """The documents dealt out, longest first, each to whoever has least so far."""
    dealt: list[list[Document]] = [[] for _ in range(workers)]
    sizes = [0] * workers
    for document in sorted(documents, key=lambda document: -len(document.text)):
        least = sizes.index(min(sizes))
        dealt[least].append(document)
        sizes[least] += len(document.text)
    return dealt


def _serve(pipe: Connection, documents: list[Document]) -> None:
    encoder, feeds = feeds_of(documents)
    pipe.send(len(feeds))
    while pipe.recv():
        for feed in feeds:
            encoder.run(feed)
        pipe.send(True)
