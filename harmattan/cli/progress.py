"""How a run goes, on standard error: a bar on a terminal, a line or two anywhere else."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from harmattan.cli.terminal import one_line, say
from harmattan.errors import HarmattanError
from harmattan.model.coding import Coded
from harmattan.model.text import Document

if TYPE_CHECKING:
    from rich.progress import Progress

    from harmattan.engine.running import Watch
    from harmattan.reference.dumps import Added


@contextmanager
def watching() -> Iterator[Watch]:
    """A watch for as long as a run takes."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as progress:
        yield Bar(progress)


@contextmanager
def importing(name: str) -> Iterator[Callable[[Added], None] | None]:
    """A watch over one file of places: a bar on a terminal, None anywhere else."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"))
    console = Console(stderr=True, highlight=False)
    with Progress(*columns, TimeRemainingColumn(compact=True), console=console, transient=True) as progress:
        task = progress.add_task(one_line(name), total=1.0, count="")

        def watch(added: Added) -> None:
            progress.update(task, completed=added.share, count=f"{added.places:,} places")

        yield watch


class Lines:
    """Says how many documents there are, and what goes wrong."""

    def expect(self, documents: int | None) -> None:
        """Say it once."""
        match documents:
            case None:
                say("reading documents")
            case 1:
                say("reading 1 document")
            case _:
                say(f"reading {documents:,} documents")

    def coded(self, coded: Coded) -> None:
        """Not worth a line."""

    def skipped(self, document: Document) -> None:
        """Not worth a line."""

    def failed(self, error: HarmattanError) -> None:
        """Say what went wrong."""
        say(error)

    def judging(self) -> None:
        """Not worth a line."""


class Bar:
    """A bar of documents with the pace of reading, messages above it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("looking for documents", total=None, pace="")
        self._words = 0
        self._start: float | None = None

    def expect(self, documents: int | None) -> None:
        """Set the length of the bar, or let it pulse."""
        self._progress.update(self._task, description="loading the reader", total=documents)

    def coded(self, coded: Coded) -> None:
        """One document further."""
        now = time.perf_counter()
        if self._start is None:
            self._start = now  # before this, the reader was being loaded
        else:
            self._words += coded.words
        seconds = now - self._start
        pace = f"{self._words / seconds:,.0f} words/s" if seconds > 0.5 else ""
        self._progress.update(self._task, description="reading", advance=1, pace=pace)

    def skipped(self, document: Document) -> None:
        """One document further."""
        self._progress.update(self._task, advance=1)

    def failed(self, error: HarmattanError) -> None:
        """One document further, with a message."""
        from rich.text import Text  # noqa: PLC0415

        self._progress.console.print(Text(f"harmattan: {one_line(str(error))}"), soft_wrap=True)
        self._progress.update(self._task, advance=1)

    def judging(self) -> None:
        """The bar is full, and something still happens."""
        self._progress.update(self._task, description="judging incidents", pace="")
