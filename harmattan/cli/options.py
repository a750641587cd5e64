"""Options that more than one command has."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer


def day(text: str) -> date:
    """A day as 2020-02-04."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it like 2020-02-04") from None


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Reports: .txt, .md, .html or .jsonl files (also gzipped), folders of these, "
        "or - for standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=day,
        metavar="DATE",
        help="The day the reports were printed, for those that do not say. Without one, words like "
        '"last week" stay without a date.',
        show_default=False,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Who printed the reports, for those that do not say.", show_default=False
    ),
]
Project = Annotated[
    Path, typer.Argument(metavar="PROJECT", help="The folder of the project.", show_default=False)
]
