"""`harmattan why`: why things are held to be one, or not."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from harmattan.cli.options import Project

EXAMPLES = """
[bold]Examples[/bold]

  harmattan why sahel c0f3a9be c77e01d2           two claims, by the beginning of their ids

  harmattan why sahel https://example.org/a https://example.org/b     two reports

  harmattan why sahel i4e4e189510882e4a           one incident: what joined each claim, what was left out

  harmattan why sahel d0f3a9be:"the group"        whom these words of a report mean
"""


def why(
    project: Project,
    one: Annotated[
        str,
        typer.Argument(
            metavar="A",
            help="What to ask about: a claim (c...), an incident (i...) or a report (d..., its address, title or "
            "file name), by the id or its beginning or the address of its page on the site; or words of a report, as "
            "d0123:10-24 or d0123:words.",
            show_default=False,
        ),
    ],
    other: Annotated[
        str | None,
        typer.Argument(metavar="[B]", help="The other thing, likewise.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Tell of all pairs of claims in two reports or incidents.")
    ] = False,
) -> None:
    """Tell why two claims, reports or incidents were joined or not, or whom and what words mean.

    The answer has the comparison with its points and reasons, what the program and analysts hold of the two and what of
    it counts, and the chain of claims by which they came together or what cut it. Of one thing alone it tells how it
    came to be what it is, and what was compared with it and left out.
    """
    from harmattan.engine import why as asking  # noqa: PLC0415

    answer = asking.why(project, one, other)
    if json:
        from harmattan.cli.read import json_line  # noqa: PLC0415
        from harmattan.engine.why_records import answer_record  # noqa: PLC0415

        sys.stdout.buffer.write(json_line(answer_record(answer)))
        sys.stdout.buffer.flush()
        return
    from rich.console import Console  # noqa: PLC0415

    from harmattan.cli.why_views import view  # noqa: PLC0415

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.print(view(answer, everything))
