"""`harmattan incidents`: incidents as JSON Lines."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Annotated

import typer

from harmattan.cli.options import Project, day
from harmattan.cli.read import json_line

EXAMPLES = """
[bold]Examples[/bold]

  harmattan incidents sahel > incidents.jsonl

  harmattan incidents sahel --country ML --since 2020-01-01 --until 2020-12-31 --out mali-2020.jsonl

  harmattan incidents sahel --actor JNIM --type ASSAULT/explosives | jq .killed.best
"""


def incidents(
    project: Project,
    since: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help="Only what may have happened on this day or later; what has no date is left out.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            help="Only what may have happened on this day or earlier; what has no date is left out.",
            show_default=False,
        ),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COUNTRY",
            help="Only in this country, by name or two letters: Mali, ML. May be given again for others.",
            show_default=False,
        ),
    ] = None,
    type_: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Only of this type, or type and mode: ASSAULT, assault/explosives. May be given again.",
            show_default=False,
        ),
    ] = None,
    actor: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ACTOR",
            help="Only with this actor of the registry on either side: an id, name or acronym. May be given "
            "again for others.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write the lines to this file; it is whole or not there.", show_default=False
        ),
    ] = None,
    redirects: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write where every retired id leads, one JSON object a line, to this file.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the incidents of a project, one JSON object a line, the earliest first.

    Each is what is held to have happened: its type, time, place and sides, the dead and wounded from lowest to highest
    with who says which, and the claims it rests on with their documents and words. The same project gives the same
    lines. What is printed is published: its ids last from then on.
    """
    from harmattan.engine import exporting  # noqa: PLC0415

    wanted = exporting.Wanted(since, until, tuple(country or ()), tuple(type_ or ()), tuple(actor or ()))
    exported = exporting.incidents(project, wanted)
    with _written(out) as lines:
        lines.writelines(map(json_line, exported.records))
        lines.flush()
    if redirects is not None:
        with _written(redirects) as lines:
            lines.writelines(
                json_line({"id": retired, "leads_to": target})
                for retired, target in exported.redirects.items()
            )


@contextmanager
def _written(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output; or a file that takes its name when all of it is written."""
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        return
    if not path.is_file() and path.exists():
        with path.open("wb") as file:  # a device or a pipe: nothing to move into place
            yield file
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            yield file
        draft.replace(path)
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, error.strerror, str(path)) from None
    finally:
        draft.unlink(missing_ok=True)
