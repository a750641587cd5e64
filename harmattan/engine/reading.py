"""Reading without a store: documents in, claims out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from harmattan.engine.coders import CoderFactory, HouseCoder
from harmattan.pipeline import Item, Outcome, code_all


def read(items: Iterable[Item], make: CoderFactory | None = None) -> Iterator[Outcome]:
    """What each document says, or why it could not be read, in the order of the documents.

    A pure function of the documents, the reader and the reference data; the house reader if no other is given.
    """
    yield from code_all(items, (make or HouseCoder())())
