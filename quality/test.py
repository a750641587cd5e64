"""What a test is: the files it holds on, what it measures, and the cases it got wrong.

Each test of the suite is one module of this folder with one class that has the shape of `Scorer`; `suite.py` has all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from harmattan.model.readings import Statement
from quality.bench import Bench


@dataclass(frozen=True)
class Figure:
    """One number: percent unless the name says otherwise."""

    name: str
    """What is measured, with the data where a test has several ("WikiWars strict span F1")."""
    value: float
    published: str = ""
    """The best published figure of the same measure, and whose ("SynTime 92.1"); empty where none is known."""
    floored: bool = True
    """Whether the figure is pinned; False for counts and shares that only explain the others."""


@dataclass(frozen=True)
class Case:
    """One thing that was read wrongly, for a person to look at."""

    kind: str
    """A short phrase, the same for all cases of a kind ("missed", "spurious", "wrong value")."""
    where: str
    """The document's id."""
    context: str
    """The words around, the words in question in [[double brackets]]."""
    detail: str = ""
    """What was expected and what was found."""


@dataclass(frozen=True)
class Judged:
    """A statement of ours and whether the test holds it for right: what a claim's confidence is learnt from."""

    statement: Statement
    right: bool
    where: str
    """The document's id: statements of one document are never on both sides of a fold."""


@dataclass(frozen=True)
class Outcome:
    """All figures of one test, and what it got wrong."""

    figures: Sequence[Figure]
    cases: Sequence[Case] = ()
    judged: Sequence[Judged] = ()
    page: str = ""
    """Markdown that belongs under the table in `docs/quality.md`."""


class Scorer(Protocol):
    """One test of the field."""

    @property
    def name(self) -> str:
        """One word, for the command line ("time")."""

    @property
    def definition(self) -> str:
        """What is counted as right and over what, with the paper or task that defines it; Markdown, one paragraph."""

    def files(self, root: Path) -> list[Path]:
        """The files under the corpora's root that the figures hold on, sorted; empty where they are absent."""

    def run(self, bench: Bench) -> Outcome:
        """Measure; only called where `files` found some."""


def context(text: str, start: int, end: int, width: int = 80) -> str:
    """The words around `text[start:end]` on one line, that part in [[double brackets]]."""
    before, after = text[max(0, start - width) : start], text[end : end + width]
    return " ".join(f"{before}[[{text[start:end]}]]{after}".split())


def part(folder: Path, pattern: str) -> Path | None:
    """The file of the part to be scored: `pattern` has a {} for "test" or else "dev"; None where neither is there.

    A folder of withheld data is laid out like the corpora, with "test" in place of "dev".
    """
    return next((path for name in ("test", "dev") if (path := folder / pattern.format(name)).exists()), None)
