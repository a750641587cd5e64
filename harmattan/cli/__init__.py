"""The command line: what an analyst types. One file a command; anything heavy is imported when it is needed."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import typer

from harmattan.cli import (
    actors,
    gazetteer,
    incidents,
    judge,
    judgements,
    provisional,
    read,
    run,
    show,
    site,
    version,
    why,
)
from harmattan.cli.group import Commands

HELP = """
Harmattan reads reporting on armed groups and political violence and writes down what it says: \
who did what to whom, where, when, with how many dead, how many soldiers are where and who is leaving. \
Every value it writes carries the words it was read from.

A project is a folder on your disk. Read a folder of reports and a saved web page into a project called sahel, \
make its web site, and look up all that is claimed of al-Qaeda in the Islamic Maghreb:

  [bold]harmattan run sahel reports/ page.html[/bold]

  [bold]harmattan site sahel public[/bold]

  [bold]harmattan show sahel aqim[/bold]

Without a project, print the claims of a page, one JSON object a line:

  [bold]harmattan read page.html > claims.jsonl[/bold]

Reports are .txt, .md, .html and .jsonl files (also .gz), folders of these, or - for standard input. \
Nothing leaves your machine. The exit status is 0, or 1 where something could not be read, or 2 for a \
mistyped command.
"""

app = typer.Typer(
    name="harmattan",
    cls=Commands,
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _page(command: Callable[..., None]) -> str:
    """A command's help from its docstring: paragraphs without their line breaks, which are the source's."""
    paragraphs = inspect.cleandoc(command.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in paragraphs)


for module, command in (
    (run, run.run),
    (site, site.site),
    (incidents, incidents.incidents),
    (show, show.show),
    (why, why.why),
    (judge, judge.judge),
    (read, read.read),
):
    app.command(help=_page(command), epilog=module.EXAMPLES)(command)
app.add_typer(judgements.app, name="judgements")
app.add_typer(provisional.app, name="provisional")
app.add_typer(actors.app, name="actors")
app.add_typer(gazetteer.app, name="gazetteer")
app.command(help=_page(version.version))(version.version)


def main() -> None:
    """Run the command line of this process."""
    app()
