"""From documents to claims: read, link, check. What runs it, and on how many processors, is not its business.

The seams are declared here, where they are used: a `Reader` says what the text says, a `Linker` who and where
that is. `code_all` takes the `map` it runs by, so that a laptop and a cluster go through the same lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from harmattan.claims.build import build
from harmattan.errors import DocumentError, HarmattanError
from harmattan.model.coding import Coded
from harmattan.model.readings import Reading
from harmattan.model.text import Document
from harmattan.reference.codebook import Codebook

Item = Document | HarmattanError
"""A document, or why there is none where one was expected."""

Outcome = Coded | HarmattanError
"""What became of an item: the claims, or why there are none."""

Map = Callable[[Callable[[Item], Outcome], Iterable[Item]], Iterable[Outcome]]
"""Like the builtin: applies a function to each item, and gives the results in the items' order."""


class Reader(Protocol):
    """Reads one document. The same document and version give the same reading."""

    @property
    def version(self) -> str:
        """The reader's name and version ("house-1"); part of every claim's id."""

    def read(self, document: Document) -> Reading:
        """All that the document says, as spans of its text. Raises `DocumentError` where it cannot be read."""


class Linker(Protocol):
    """Tells who and where a reading's mentions and places are."""

    def link(self, reading: Reading) -> Reading:
        """The same reading, its mentions with actors and its places with coordinates where they are known."""


@dataclass(frozen=True, slots=True)
class Coder:
    """What it takes to code a document, held ready for the next one."""

    reader: Reader
    linker: Linker
    codebook: Codebook

    def __call__(self, document: Document) -> Coded:
        """Code one document."""
        return code(document, self.reader, self.linker, self.codebook)


def code(document: Document, reader: Reader, linker: Linker, codebook: Codebook) -> Coded:
    """The claims of one document, and what it seemed to say that the codebook refused."""
    reading = linker.link(reader.read(document))
    claims, rejections = build(reading, codebook)
    return Coded(document, reading.reader, tuple(claims), tuple(rejections), reading.words)


def code_all(items: Iterable[Item], coder: Callable[[Document], Coded], map: Map = map) -> Iterator[Outcome]:
    """Code documents one after the other, in their order; errors among them are passed on where they stand.

    One bad document never stops the others: whatever goes wrong inside it becomes a `DocumentError` with its name.
    """
    yield from map(partial(attempt, coder), items)


def attempt(coder: Callable[[Document], Coded], item: Item) -> Outcome:
    """Code one document, or say why that failed."""
    if isinstance(item, HarmattanError):
        return item
    try:
        return coder(item)
    except DocumentError as error:
        return error
    except HarmattanError:
        raise  # about the reader or the codebook: the next document would fare no better
    except Exception as error:
        return failure(item, error)


def failure(document: Document, error: Exception) -> DocumentError:
    """An unforeseen error inside a document, as an error about that document."""
    detail = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return DocumentError(
        name_of(document),
        f"could not be read ({detail[:200]})",
        "the others go on; please report this document",
    )


def name_of(document: Document) -> str:
    """What to call a document in a message: where it came from, or else its title or first words."""
    return document.origin or document.title or document.text[:40].strip() or "a document without a name"
