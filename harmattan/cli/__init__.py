"""The command line: what an analyst types. One file a command; anything heavy is imported when it is needed."""

from __future__ import annotations

import typer

from harmattan.cli import gazetteer, read, run, show, site, version
from harmattan.cli.group import Commands

HELP = """
Harmattan reads reporting on armed groups and political violence and writes down what it says:
who did what to whom, where, when, with how many dead, how many soldiers are where and who is leaving.
Every value it writes carries the words it was read from.

A project is a folder. [bold]run[/bold] reads reports into it, [bold]site[/bold] publishes it,
[bold]show[/bold] prints anything in it with its evidence. [bold]read[/bold] needs no project.

[bold]Examples[/bold]

  harmattan run sahel reports/ page.html       read a folder and a page into the project `sahel`

  harmattan site sahel public                  make its web site; open public/index.html

  harmattan show sahel aqim                    all claims about al-Qaeda in the Islamic Maghreb

  harmattan read page.html > claims.jsonl      only the claims, one JSON object a line

Nothing leaves your machine. Reports are .txt, .md, .html (also .gz), .jsonl, folders of these, or - for
standard input. The exit status is 0, or 1 where something could not be read, or 2 for a mistyped command.
"""

app = typer.Typer(
    name="harmattan",
    cls=Commands,
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(epilog=run.EXAMPLES)(run.run)
app.command(epilog=site.EXAMPLES)(site.site)
app.command(epilog=show.EXAMPLES)(show.show)
app.command(epilog=read.EXAMPLES)(read.read)
app.add_typer(gazetteer.app, name="gazetteer")
app.command()(version.version)


def main() -> None:
    """Run the command line of this process."""
    app()
