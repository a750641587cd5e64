"""The documents of a command line's paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from harmattan.pipeline import Item
from harmattan.sources.files import Defaults, open_paths


@dataclass(frozen=True, slots=True)
class Paths:
    """Files, folders or "-" (standard input), and what holds for documents that do not say themselves."""

    paths: Sequence[str]
    published: date | None = None
    source: str | None = None

    def __iter__(self) -> Iterator[Item]:
        """The documents in the order of the paths; a path that cannot be opened is an error among them."""
        defaults = Defaults(published=self.published, source=self.source)
        yield from open_paths(self.paths, defaults)
