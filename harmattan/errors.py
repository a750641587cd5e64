"""Everything that can go wrong, on one screen.

    HarmattanError                  the root; `str(error)` is a sentence for a person
    ├── DocumentError               one document cannot be read; the others go on
    ├── SourceError                 a path, folder or stream cannot be opened
    ├── ReferenceError_             codebook, registry, lexicon or gazetteer data is wrong
    │   └── GazetteerError          the gazetteer store is missing or a dump is malformed
    ├── ReaderError                 the reader's weights are missing or do not fit
    ├── ProjectError                a project folder or its settings are wrong
    ├── StoreError                  the store cannot be used
    │   ├── StoreVersionError       written by a newer Harmattan
    │   └── StoreFullError          no space is left for what was to be written
    ├── UnknownId                   nothing in the store has this id
    ├── JudgementError              a judgement that cannot be held: of nothing, or of words that do not stand there
    └── PublishError                a page cannot be made or written

Each carries `thing` (what it is about: a path, an id, a document's name) and `remedy` (what to do).
"""

from __future__ import annotations


class HarmattanError(Exception):
    """An error with the thing it is about, what is wrong with it and what to do about it."""

    def __init__(self, thing: object, problem: str, remedy: str = "") -> None:
        self.thing = str(thing)
        self.problem = problem
        self.remedy = remedy
        super().__init__(self.thing, problem, remedy)

    def __str__(self) -> str:
        return f"{self.thing}: {self.problem}" + (f" ({self.remedy})" if self.remedy else "")


class DocumentError(HarmattanError):
    """One document cannot be read; the others go on."""


class SourceError(HarmattanError):
    """A path, folder or stream cannot be opened."""


class ReferenceError_(HarmattanError):  # noqa: N801, N818 - the plain name is a builtin
    """What is known beforehand (codebook, registry, lexicon) is malformed."""


class GazetteerError(ReferenceError_):
    """The gazetteer store is missing, or a dump handed to it is malformed."""


class ReaderError(HarmattanError):
    """A reader's weights are missing, or do not fit the code."""


class ProjectError(HarmattanError):
    """A project folder or its settings are wrong."""


class StoreError(HarmattanError):
    """The project's store cannot be used."""


class StoreVersionError(StoreError):
    """The store was written by a newer Harmattan than this one."""


class StoreFullError(StoreError):
    """No space is left for what was to be written; what was stored before is whole."""


class UnknownId(HarmattanError):  # noqa: N818 - reads as what it says
    """Nothing in the store has this id."""


class JudgementError(HarmattanError):
    """A judgement cannot be held: it is about nothing, or amends a field with words that do not stand in the report."""


class PublishError(HarmattanError):
    """A page cannot be made or written."""
