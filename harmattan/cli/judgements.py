"""`harmattan judgements`: the decisions of analysts, which of them do not act, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from harmattan.cli.options import Project

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

ORPHANS_EXAMPLES = """
[bold]Example[/bold]

  harmattan judgements orphans sahel
"""

LIST_EXAMPLES = """
[bold]Example[/bold]

  harmattan judgements list sahel --by Ann
"""

DISPUTES_EXAMPLES = """
[bold]Example[/bold]

  harmattan judgements disputes sahel
"""

HELP = """
Decisions of analysts, and those of them that do not act as they were meant to.

Nothing that an analyst decided is dropped: what is overruled, or fits nothing of what is read today, is listed here.
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode="rich")


@app.command(
    name="list",
    help="List the decisions of analysts, the newest first, each with what became of it. Nothing is ever removed from "
    "the log: what was withdrawn or replaced is listed as such.",
    epilog=LIST_EXAMPLES,
)
def listing(
    project: Project,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this analyst's.", show_default=False),
    ] = None,
) -> None:
    """List all decisions."""
    from harmattan.cli.views import judgement_view  # noqa: PLC0415
    from harmattan.engine import judgements  # noqa: PLC0415

    parts = [judgement_view(one.judgement, one.state) for one in judgements.decisions(project, by)]
    _print(_console(), parts, "No decisions.")


@app.command(
    help="List decisions that fit nothing of what is read today. A newer reader reads reports again, and a decision is "
    "carried over to what it reads at the same words if that means the same. Where it does not, the decision is "
    "listed here with what was read then and what stands in its way, until a later reading fits it or its holder "
    "withdraws it.",
    epilog=ORPHANS_EXAMPLES,
)
def orphans(project: Project) -> None:
    """List orphaned decisions."""
    from harmattan.cli.views import orphan_view  # noqa: PLC0415
    from harmattan.engine import judgements  # noqa: PLC0415

    console = _console()
    found = judgements.orphans(project)
    _print(
        console, [orphan_view(one, marks=not console.is_terminal) for one in found], "No orphaned decisions."
    )


@app.command(
    help="List decisions that others stand against: contested ones, which a newer one of another analyst outranks, "
    "and refused ones, which would join what an analyst holds to be different.",
    epilog=DISPUTES_EXAMPLES,
)
def disputes(project: Project) -> None:
    """List contested and refused decisions."""
    from harmattan.cli.views import judgement_view, title  # noqa: PLC0415
    from harmattan.engine import judgements  # noqa: PLC0415

    found = judgements.disputes(project)
    parts: list[RenderableType] = []
    for words, held in (("Contested", found.contested), ("Refused", found.refused)):
        if held:
            parts += [title(f"{words} ({len(held):,})"), *map(judgement_view, held)]
    _print(_console(), parts, "No disputes.")


def _console() -> Console:
    from rich.console import Console  # noqa: PLC0415

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    return Console(file=sys.stdout, highlight=False, markup=False, emoji=False)


def _print(console: Console, parts: list[RenderableType], otherwise: str) -> None:
    if not parts:
        console.print(otherwise)
    for number, part in enumerate(parts):
        if number:
            console.print()
        console.print(part)
