"""`harmattan run`: documents, claims and judgements into a project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from harmattan.cli.options import Paths, Project, Published, Source
from harmattan.cli.terminal import one_line
from harmattan.config import MOST_WORKERS

if TYPE_CHECKING:
    from harmattan.engine.running import Summary

EXAMPLES = """
[bold]Examples[/bold]

  harmattan run sahel reports/

  harmattan run sahel press-release.html --source "Ministry of Defence" --published 2021-06-11

  harmattan run sahel corpus.jsonl.gz --workers 8
"""


def run(
    project: Project,
    paths: Paths,
    published: Published = None,
    source: Source = None,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=MOST_WORKERS,
            metavar="N",
            help="How many reports to read at once; without it, what the project's settings say, or else one "
            "for each processor, four at the most.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read reports into a project, and work out which of them tell of the same incident.

    The project's folder is made if it is not there, with a file harmattan.toml that explains its settings.
    Reports that were read before are left out, so a run that was stopped, or even killed, goes on where it was
    when the same command is given again. A report that cannot be read is named and does not stop the others.
    """
    from harmattan.cli.progress import watching  # noqa: PLC0415
    from harmattan.engine import running, sources  # noqa: PLC0415

    with watching() as watch:
        summary = running.run(
            project, sources.Paths(paths, published, source), running.Hands(workers=workers), watch
        )
    print_summary(project, summary)
    if summary.failed:
        raise typer.Exit(1)


def print_summary(project: Path, summary: Summary) -> None:
    """The short account at the end of a run, on standard output."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column()
    notes = [f"{summary.read:,} read now"]
    if summary.skipped:
        notes.append(f"{summary.skipped:,} read before")
    if summary.failed:
        notes.append(f"{summary.failed:,} could not be read")
    table.add_row("documents", f"{summary.documents:,}", ", ".join(notes))
    table.add_row("claims", f"{sum(summary.claims.values()):,}")
    for kind, number in summary.claims.items():
        table.add_row("", f"{number:,}", f"{kind.value}s")
    table.add_row("rejections", f"{sum(summary.rejections.values()):,}")
    for reason, number in summary.rejections.items():
        table.add_row("", f"{number:,}", Text(reason))
    table.add_row("incidents", f"{summary.incidents:,}")
    if summary.orphans:
        note = f"decisions that fit nothing read today: harmattan judgements orphans {project}"
        table.add_row("orphans", f"{summary.orphans:,}", Text(one_line(note)))
    if summary.read:
        pace = f"{summary.words:,} words in {summary.seconds:.1f} s"
        table.add_row("words per second", f"{summary.words_per_second:,.0f}", pace)
    console = Console(file=sys.stdout, highlight=False)
    console.print(table)
