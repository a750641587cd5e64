"""`harmattan provisional`: actors that reports name and the registry does not have."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from harmattan.cli.options import Project
from harmattan.cli.terminal import one_line

if TYPE_CHECKING:
    from harmattan.engine.provisional import Provisional
    from harmattan.model.judgements import Judgement, Verdict

HELP = """
Actors that reports name and the registry does not have, and what you hold of them.

They are kept under an id made of the country and the name ("provisional:ml:brigade-of-korarou") until an analyst names
them, says who they are, or dismisses them. Decisions go into the log like all others, and can be withdrawn.
"""
LIST_EXAMPLES = """
[bold]Example[/bold]

  harmattan provisional list sahel
"""
SAME_EXAMPLES = """
[bold]Example[/bold]

  harmattan provisional same sahel provisional:ml:brigade-of-korarou katiba-macina --by Ann
"""

app = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode="rich")

Actor = Annotated[str, typer.Argument(metavar="ID", help="A provisional actor's id.", show_default=False)]
Other = Annotated[
    str,
    typer.Argument(metavar="OTHER", help="An id of the registry, or of another one.", show_default=False),
]
By = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        envvar="HARMATTAN_ANALYST",
        help="Who holds it; opinions are signed.",
        show_default=False,
    ),
]
Because = Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)]


@app.command("list", help="List a project's provisional actors, most spoken of first.", epilog=LIST_EXAMPLES)
def listing(project: Project) -> None:
    """List provisional actors."""
    from harmattan.engine.provisional import provisional_actors  # noqa: PLC0415

    found = provisional_actors(project)
    for one in found:
        _print(_line(one))
    if not found:
        _print("No provisional actors.")


@app.command(
    help="Hold that a provisional actor is one of the registry, or another provisional one.",
    epilog=SAME_EXAMPLES,
)
def same(project: Project, actor: Actor, other: Other, by: By, because: Because = "") -> None:
    """Merge two actors."""
    from harmattan.model.judgements import Verdict  # noqa: PLC0415

    _decide(project, actor, Verdict.SAME, by, other=other, because=because)


@app.command(help="Give a provisional actor another name.")
def name(
    project: Project,
    actor: Actor,
    called: Annotated[str, typer.Argument(metavar="NAME", help="Its name.", show_default=False)],
    by: By,
    because: Because = "",
) -> None:
    """Name an actor."""
    from harmattan.model.judgements import Verdict  # noqa: PLC0415

    _decide(project, actor, Verdict.AMENDED, by, called=called, because=because)


@app.command(help="Hold that it is no actor at all.")
def dismiss(project: Project, actor: Actor, by: By, because: Because = "") -> None:
    """Dismiss an actor."""
    from harmattan.model.judgements import Verdict  # noqa: PLC0415

    _decide(project, actor, Verdict.WRONG, by, because=because)


@app.command(help="Take back what you held of it; with OTHER, that it is the same as another.")
def withdraw(
    project: Project,
    actor: Actor,
    by: By,
    other: Annotated[
        str | None, typer.Argument(metavar="[OTHER]", help="The other actor.", show_default=False)
    ] = None,
) -> None:
    """Withdraw a decision."""
    from harmattan.model.judgements import Verdict  # noqa: PLC0415

    _decide(project, actor, Verdict.WITHDRAWN, by, other=other)


def _decide(
    project: Project,
    actor: str,
    verdict: Verdict,
    by: str,
    *,
    other: str | None = None,
    called: str | None = None,
    because: str = "",
) -> None:
    from harmattan.engine.provisional import ActorDecision, decide  # noqa: PLC0415

    _print(_written(decide(project, ActorDecision(actor, verdict, by, other, called, because))))


def _written(judgement: Judgement) -> str:
    about = " and ".join(judgement.sides)
    return f"{judgement.id}: {judgement.name} holds {judgement.verdict.value} of {about}."


def _line(one: Provisional) -> str:
    days = f", {one.first}" + (f" to {one.last}" if one.last != one.first else "") if one.first else ""
    text = f"{one.id}  {one.names[0]}: {one.claims} claim{'s' * (one.claims != 1)}"
    text += f" in {one.documents} report{'s' * (one.documents != 1)}{days}"
    if one.dismissed:
        text += "; dismissed"
    elif one.leads_to:
        text += f"; held to be {one.leads_to}"
    elif one.alike:
        text += f"; like {', '.join(one.alike)}"
    return text


def _print(text: str) -> None:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows a question mark
    print(one_line(text))
