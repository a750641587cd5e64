"""`harmattan site`: a project's static web site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from harmattan.cli.options import Project
from harmattan.cli.terminal import one_line

EXAMPLES = """
[bold]Example[/bold]

  harmattan site sahel public     then open public/index.html in a browser
"""


def site(
    project: Project,
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="The folder to write the site to.", show_default=False)
    ],
) -> None:
    """Make the web site of a project: dossiers, incidents, the daily digest, the force ledger.

    The site works from a folder, without a server and without a network. Every sentence in it has a footnote
    that opens the report it rests on, the words highlighted.
    """
    from harmattan.engine import publishing  # noqa: PLC0415

    made = publishing.site(project, out)
    typer.echo(
        f"{made.pages:,} pages ({made.changed:,} of them new or changed): {made.documents:,} documents, "
        f"{made.incidents:,} incidents, {made.countries:,} countries, {made.actors:,} actors, {made.days:,} days"
    )
    typer.echo(f"Open {one_line(str(made.index))}")
