"""`harmattan show`: anything with an id, in the terminal."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from harmattan.cli.options import Project

EXAMPLES = """
[bold]Examples[/bold]

  harmattan show sahel c0f3a9be1d27745c0     one claim

  harmattan show sahel aqim                  all claims about an actor

  harmattan show sahel country:ML            all claims about a country
"""


def show(
    project: Project,
    thing: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="What to show: a claim (c...), document (d...), incident (i...), judgement (j...), an actor "
            "of the registry (aqim), a place (geonames:2457161) or a country (country:ML).",
            show_default=False,
        ),
    ],
) -> None:
    """Print anything that has an id, with its evidence: the words, marked inside their sentence."""
    from rich.console import Console  # noqa: PLC0415

    from harmattan.cli.views import view  # noqa: PLC0415
    from harmattan.engine import lookup  # noqa: PLC0415

    found = lookup.show(project, thing)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.print(view(found, marks=not console.is_terminal))
