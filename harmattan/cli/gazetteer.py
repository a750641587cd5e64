"""`harmattan gazetteer`: more places to recognise."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from harmattan.cli.options import Paths, Source
from harmattan.cli.progress import importing
from harmattan.cli.terminal import one_line, say
from harmattan.config import own_gazetteer

if TYPE_CHECKING:
    from harmattan.model.text import Document

EXAMPLES = """
[bold]Examples[/bold]

  harmattan gazetteer add ML.zip BF.zip

  harmattan gazetteer add ML.zip --to sahel/gazetteer.db
"""

HOMES_EXAMPLES = """
[bold]Examples[/bold]

  harmattan gazetteer homes reports/

  harmattan gazetteer homes reports.jsonl --to local/gazetteer.db
"""

HELP = """
Teach Harmattan more places: villages, hills and wells that the built-in list lacks.

The places come from the dumps that GeoNames publishes for each country and for the whole world at \\
https://download.geonames.org/export/dump/
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode="rich")


@app.command(
    help="Add the places of GeoNames dumps to your gazetteer, which every project uses that names none of its own. "
    "Reports that were read before are read again by the next run, since they may name the new places.",
    epilog=EXAMPLES,
)
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="GeoNames dumps, .txt or .zip: a country's, the world's, or the names of divisions.",
            show_default=False,
        ),
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="GAZETTEER",
            help="A gazetteer of its own for some project, made if it is not there; without this, yours.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Add dumps to a gazetteer."""
    from harmattan.errors import GazetteerError  # noqa: PLC0415
    from harmattan.reference.gazetteer import create_gazetteer, open_gazetteer  # noqa: PLC0415

    path = to or own_gazetteer()
    create_gazetteer(path)
    gazetteer = open_gazetteer(path)
    failed = False
    for file in files:
        try:
            with importing(file.name) as watch:
                added = gazetteer.add_dump(file, watch)
        except GazetteerError as error:
            say(error)
            failed = True
            continue
        typer.echo(f"{one_line(str(file))}: {added.places:,} places")
        if added.malformed:
            lines = (
                f"{added.malformed:,} lines could not be read, the first of them line {added.first_malformed}"
            )
            say(f"{file}: {lines}")
    typer.echo(f"{one_line(str(path))}: {len(gazetteer):,} places in all")
    gazetteer.close()
    if failed:
        raise typer.Exit(1)


@app.command(
    help="Learn where newspapers are at home, from reports that name their source: a town's paper means its own town "
    "by a name that a hundred towns bear. What is learnt goes into your gazetteer, and reports are read again by the "
    "next run. Sources that write of everywhere get no home.",
    epilog=HOMES_EXAMPLES,
)
def homes(
    paths: Paths,
    source: Source = None,
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="GAZETTEER",
            help="A gazetteer of its own for some project, made if it is not there; without this, yours.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Learn homes and print them."""
    from harmattan.engine.homes import learn  # noqa: PLC0415
    from harmattan.engine.sources import Paths as Items  # noqa: PLC0415
    from harmattan.errors import HarmattanError  # noqa: PLC0415

    failed: list[HarmattanError] = []

    def documents() -> Iterator[Document]:
        for item in Items(paths, None, source):
            if isinstance(item, HarmattanError):
                say(item)
                failed.append(item)
            else:
                yield item

    path = to or own_gazetteer()
    found = learn(documents(), path)
    for name, place in found.items():
        where = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
        typer.echo(f"{one_line(name)}: {one_line(where)}")
    typer.echo(f"{one_line(str(path))}: {len(found):,} sources with a home")
    if failed:
        raise typer.Exit(1)
