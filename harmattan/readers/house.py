"""The house reader: a small encoder's marks, then the passes of `harmattan.reading`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Protocol

from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.readers.encoder import Encoder
from harmattan.reading.capitals import as_printed, in_capitals, in_mixed_case, with_longer_names
from harmattan.reading.marks import Sentence, Token
from harmattan.reading.passes import Knowledge, read_marks
from harmattan.reading.sentences import paragraphs
from harmattan.reading.trees.insertions import put_together, take_apart
from harmattan.reference.actors import Registry
from harmattan.reference.datelines import Datelines, find_datelines

_DECIDES = ("reading", "reference", "resolution", "claims")
"""Folders of the package whose files decide what is claimed, besides the weights."""


@cache
def fingerprint() -> str:
    """8 hex digits of a hash over the passes, the lexicon, the registry and the rules of linking.

    Claims' ids rest on the reader's version. Whoever changes a pass or a word of the lexicon has another reader,
    without having to remember to say so.
    """
    digest = hashlib.sha256()
    package = resources.files("harmattan")
    for folder in _DECIDES:
        for name, file in _files(package.joinpath(folder), folder):
            if name.endswith((".py", ".toml", ".json")):
                digest.update(f"{name}\x1f".encode() + file.read_bytes())
    return digest.hexdigest()[:8]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """All files below a folder with their paths, in the order of their names."""
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        name = f"{path}/{file.name}"
        if file.is_dir():
            yield from _files(file, name)
        else:
            yield name, file


def spelt(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words as the encoder had better see them: "IS" among words in lower case is a name, not the verb."""
    if all(token.text != "IS" for token in tokens) or not any(token.text.islower() for token in tokens):
        return tokens
    return [replace(token, text="ISIS") if token.text == "IS" else token for token in tokens]


class Marker(Protocol):
    """Marks the words of one paragraph's sentences; an `Encoder`, or one whose marks were kept."""

    @property
    def version(self) -> str:
        """Changes with the marks."""

    def mark(self, sentences: Sequence[Sequence[Token]]) -> list[Sentence]:
        """The same sentences with parts of speech, trees, names, predicates and roles."""


@dataclass(frozen=True)
class HouseReader:
    """Reads English reporting with the weights that ship in the package. A pure function of the document."""

    encoder: Marker
    knowledge: Knowledge

    @classmethod
    def load(cls, threads: int = 1, registry: Registry | None = None) -> HouseReader:
        """The shipped reader, on so many threads; the result does not depend on their number.

        `registry`: other actors than those of the package; `version` does not tell which.
        """
        return cls(Encoder(threads=threads), Knowledge.load(registry))

    @cached_property
    def version(self) -> str:
        """The hashes of the weights and of all else that decides what is read: "house-1+0a1b2c3d.4e5f6a7b"."""
        return f"{self.encoder.version}.{fingerprint()}"

    def read(self, document: Document) -> Reading:
        """All that the document says; a text in capitals is marked twice, the second time in upper and lower case."""
        marks = self.mark(document)
        if not in_capitals(document.text):
            return read_marks(document, marks, self.knowledge, self.version)
        mixed = in_mixed_case(document, marks)
        again = with_longer_names(self.mark(mixed), marks)
        return as_printed(read_marks(mixed, again, self.knowledge, self.version), document)

    def mark(self, document: Document) -> list[Sentence]:
        """The encoder's marks on the document's sentences, their insertions read apart.

        Each paragraph is marked by itself, so that a document is marked as its parts would be.
        """
        datelines = find_datelines(document.text)
        marked: list[Sentence] = []
        for paragraph in paragraphs(document.text):
            marked.extend(self._marked(paragraph, datelines, len(marked)))
        return marked

    def _marked(self, sentences: Sequence[list[Token]], datelines: Datelines, number: int) -> list[Sentence]:
        """The marks on one paragraph, whose first sentence is the document's `number`th."""
        apart = [
            take_apart(tokens, sum(token.end <= end for token in tokens) if end else 0)
            for tokens, end in ((tokens, datelines.end(tokens[0].start)) for tokens in sentences)
        ]
        known = [spelt(tokens) for tokens in sentences]
        stretches: list[Sequence[Token]] = [
            tokens if len(part.words) == len(tokens) else [tokens[word] for word in part.words]
            for tokens, parts in zip(known, apart, strict=True)
            for part in parts
        ]
        read = iter(self.encoder.mark(stretches))
        return [
            put_together(tokens, parts, [next(read) for _ in parts], index)
            for index, (tokens, parts) in enumerate(zip(sentences, apart, strict=True), number)
        ]
