"""`harmattan gazetteer`: more places to recognise."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLES = """
[bold]Example[/bold]

  harmattan gazetteer add ML.zip BF.zip     dumps from https://download.geonames.org/export/dump/
"""

app = typer.Typer(
    help="Teach Harmattan more places: villages, hills and wells that the built-in list lacks.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)


@app.callback()
def _group() -> None:
    """Keeps `add` a command of its own while it is the only one."""


@app.command(epilog=EXAMPLES)
def add(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="GeoNames dumps, .txt or .zip.", show_default=False),
    ],
) -> None:
    """Add the places of GeoNames dumps to your gazetteer, for every project that has none of its own."""
    from harmattan.reference import gazetteer  # noqa: PLC0415

    gazetteer.add_dump(files)
