"""The house reader: a small encoder's marks, then the passes of `harmattan.reading`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.readers.encoder import Encoder
from harmattan.reading.insertions import put_together, take_apart
from harmattan.reading.marks import Sentence, Token
from harmattan.reading.passes import Knowledge, dateline_end, read_marks
from harmattan.reading.sentences import split

EDITION = "house-1"
"""Raised whenever a pass or its data changes what is read: claims' ids rest on it."""


@dataclass(frozen=True)
class HouseReader:
    """Reads English reporting with the weights that ship in the package. A pure function of the document."""

    encoder: Encoder
    knowledge: Knowledge

    @classmethod
    def load(cls, threads: int = 1) -> HouseReader:
        """The shipped reader, on so many threads; the result does not depend on their number."""
        return cls(Encoder(threads=threads), Knowledge.load())

    @cached_property
    def version(self) -> str:
        """The edition of the passes and the hash of the weights: "house-1+0a1b2c3d"."""
        return f"{EDITION}+{self.encoder.version.rpartition('+')[2]}"

    def read(self, document: Document) -> Reading:
        """All that the document says."""
        return read_marks(document, self.mark(document), self.knowledge, self.version)

    def mark(self, document: Document) -> list[Sentence]:
        """The encoder's marks on the document's sentences, their insertions read apart."""
        body = dateline_end(document.text)
        sentences = split(document.text)
        apart = [
            take_apart(tokens, sum(token.end <= body for token in tokens) if tokens[0].start < body else 0)
            for tokens in sentences
        ]
        stretches: list[Sequence[Token]] = [
            [tokens[word] for word in part.words]
            for tokens, parts in zip(sentences, apart, strict=True)
            for part in parts
        ]
        read = iter(self.encoder.mark(stretches))
        return [
            put_together(tokens, parts, [next(read) for _ in parts], index)
            for index, (tokens, parts) in enumerate(zip(sentences, apart, strict=True))
        ]
