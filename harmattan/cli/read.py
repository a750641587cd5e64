"""`harmattan read`: claims as JSON Lines."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from harmattan.cli.options import Paths, Published, Source
from harmattan.cli.terminal import say
from harmattan.errors import HarmattanError

EXAMPLES = """
[bold]Examples[/bold]

  harmattan read report.txt --published 2020-02-04

  curl -s https://example.org/page.html | harmattan read - > claims.jsonl
"""

_BARE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def read(
    paths: Paths,
    published: Published = None,
    source: Source = None,
    rejections: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Also write what was read but refused, with the reason, to this file.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Print the claims of reports, one JSON object a line.

    Each claim says what one report says, with the words and their place in its text. The same reports give
    the same lines, byte for byte. Nothing is stored.
    """
    from harmattan.engine import reading, sources  # noqa: PLC0415

    failed = False
    with _opened(rejections) as refused:
        for outcome in reading.read(sources.Paths(paths, published, source)):
            if isinstance(outcome, HarmattanError):
                say(outcome)
                failed = True
                continue
            sys.stdout.buffer.writelines(json_line(claim.record) for claim in outcome.claims)
            sys.stdout.buffer.flush()
            if refused:
                refused.writelines(json_line(rejection.record) for rejection in outcome.rejections)
    if failed:
        raise typer.Exit(1)


def json_line(record: Mapping[str, Any]) -> bytes:
    """A JSON object on one line, in UTF-8.

    Text is left readable but for what a terminal would obey and what some programs take for the end of a line.
    """
    text = json.dumps(record, ensure_ascii=False)
    return (_BARE.sub(lambda match: f"\\u{ord(match.group()):04x}", text) + "\n").encode()


@contextmanager
def _opened(path: Path | None) -> Iterator[IO[bytes] | None]:
    if path is None:
        yield None
    else:
        with path.open("wb") as file:
            yield file
