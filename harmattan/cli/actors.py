"""`harmattan actors`: the registry of actors looked through, and other lists held against it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from harmattan.cli.terminal import one_line

if TYPE_CHECKING:
    from harmattan.engine.actors import Compared
    from harmattan.reference.actor_matching import Match
    from harmattan.reference.actor_proposals import Proposal
    from harmattan.reference.ucdp_actors import UcdpActor

SHOWN = 15
"""New actors in the summary; the others are counted."""

LINT_EXAMPLES = """
[bold]Examples[/bold]

  harmattan actors lint sahel/actors.toml

  harmattan actors lint
"""
IMPORT_EXAMPLES = """
[bold]Examples[/bold]

  harmattan actors import ucdp-actor-221.csv

  harmattan actors import ucdp-actor-221.csv --project sahel

  harmattan actors import ucdp-actor-221.csv --json | jq .doubtful
"""
HELP = """
Look through the registry of actors, and hold other lists against it.

A project may have actors of its own, in a file actors.toml beside its settings. What stands there is known as well, \
or is added to what is known.
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode="rich")


@app.command(
    help="Look for what is wrong in a file of actors: a name that two actors bear in the same years, impossible years, "
    "parents and countries that nobody knows, entries that do not say where they can be checked. Without a file, "
    "look through the registry that ships with Harmattan. The exit status is 1 where something is wrong; remarks "
    "do not count.",
    epilog=LINT_EXAMPLES,
)
def lint(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A project's own actors.toml.", show_default=False),
    ] = None,
) -> None:
    """Print what is wrong."""
    from harmattan.engine.actors import lint_actors  # noqa: PLC0415

    linted = lint_actors(file)
    for finding in linted.findings:
        typer.echo(one_line(f"{finding.file}: " + ("" if finding.grave else "remark: ") + finding.where))
    grave = sum(finding.grave for finding in linted.findings)
    remarks = len(linted.findings) - grave
    said = f"{_count(grave, 'thing')} wrong" if grave else "nothing wrong"
    if remarks:
        said += f", {_count(remarks, 'remark')}"
    typer.echo(one_line(f"{linted.file.name}: {_count(len(linted.file.records), 'actor')}, {said}"))
    if grave:
        raise typer.Exit(1)


@app.command(
    "import",
    help="Hold the actor list of the Uppsala Conflict Data Program against the registry: what is known already (by "
    "the id that an entry notes, by name, by acronym and country), what is doubtful, and what is new. With "
    "--project, the new ones are added to that project's actors.toml, where an analyst can complete them; reports "
    "are read again by the next run. The list is at https://ucdp.uu.se/downloads/ (CC BY 4.0).",
    epilog=IMPORT_EXAMPLES,
)
def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The list, as CSV in any release.", show_default=False)
    ],
    project: Annotated[
        Path | None,
        typer.Option(
            metavar="PROJECT",
            help="Compare with this project's registry, and add the new ones to its actors.toml.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print everything as one JSON object.", show_default=False)
    ] = False,
    as_toml: Annotated[
        bool,
        typer.Option("--toml", help="Print the new ones as a file of actors.", show_default=False),
    ] = False,
) -> None:
    """Compare, print, and add where a project is named."""
    from harmattan.engine.actors import add_to_project, compare  # noqa: PLC0415

    if as_json and as_toml:
        raise typer.BadParameter("--json and --toml exclude each other")
    compared = compare(file, project)
    path = add_to_project(compared, project) if project else None
    if as_json:
        typer.echo(json.dumps(_record(compared), ensure_ascii=False, indent=2))
    elif as_toml:
        typer.echo(compared.toml, nl=False)
    else:
        for line in _summary(compared):
            typer.echo(one_line(line))
        if path is not None:
            typer.echo(one_line(f"{path}: {_count(len(compared.new), 'actor')} added"))


def _summary(compared: Compared) -> Iterator[str]:
    yield f"{compared.name}: {_count(compared.actors, 'actor')}"
    for name, number, reasons in (
        ("matched", len(compared.matched), (match.reason for match in compared.matched)),
        ("doubtful", len(compared.doubtful), ()),
        ("new", len(compared.new), ()),
        ("left out", len(compared.left_out), (why for _, why in compared.left_out)),
    ):
        yield f"  {name:<8}  {number:>5,}"
        for reason, times in Counter(reasons).most_common():
            yield f"            {times:>5,}  {reason}"
    if compared.doubtful:
        yield ""
        yield "Doubtful: note the id in an entry's `check` where they are one"
        for match in compared.doubtful:
            known = ", ".join(actor.id for actor in match.found)
            yield f"  {_name(match.actor)}: {match.reason}: {known}"
    if compared.new:
        yield ""
        yield "New"
        for proposal in compared.new[:SHOWN]:
            dropped = "; ".join(f"not called {name}: {why}" for name, why in proposal.dropped)
            yield f"  {_name(proposal.source)}" + (f" ({dropped})" if dropped else "")
        if len(compared.new) > SHOWN:
            yield f"  and {len(compared.new) - SHOWN:,} more: --json and --toml print all"


def _name(actor: UcdpActor) -> str:
    also = f" ({actor.english})" if actor.english != actor.name else ""
    where = f", {' '.join(actor.countries[:4])}" if actor.countries else ""
    return f"{actor.id}  {actor.name}{also}{where}"


def _record(compared: Compared) -> dict[str, Any]:
    return {
        "list": compared.name,
        "actors": compared.actors,
        "matched": list(map(_match_record, compared.matched)),
        "doubtful": list(map(_match_record, compared.doubtful)),
        "new": list(map(_new_record, compared.new)),
        "left_out": [{**_source_record(actor), "why": why} for actor, why in compared.left_out],
    }


def _source_record(actor: UcdpActor) -> dict[str, Any]:
    return {"ucdp": actor.id, "name": actor.name, "names": actor.names, "countries": actor.countries}


def _match_record(match: Match) -> dict[str, Any]:
    ids: Iterable[str] = (actor.id for actor in match.found)
    return {**_source_record(match.actor), "ids": list(ids), "why": match.reason}


def _new_record(proposal: Proposal) -> dict[str, Any]:
    actor = proposal.actor
    return {
        "ucdp": proposal.source.id,
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "acronyms": actor.acronyms,
        "aliases": [alias.name for alias in actor.aliases],
        "parents": actor.parents,
        "countries": actor.countries,
        "check": actor.check,
        "dropped": [{"name": name, "why": why} for name, why in proposal.dropped],
    }


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" + ("" if number == 1 else "s")
