"""`harmattan judge`: an analyst's opinion, into the log."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from harmattan.cli.options import Project
from harmattan.cli.terminal import one_line

if TYPE_CHECKING:
    from harmattan.engine.deciding import Outcome

EXAMPLES = """
[bold]Examples[/bold]

  harmattan judge sahel same c0f3a9be c77e01d2 --by Ann --because "the Bend reprints the Wire"

  harmattan judge sahel different i4e4e1895 i10e8fc34 --by Ann

  harmattan judge sahel wrong c0f3a9be --by Ann --because "a film is told"

  harmattan judge sahel amend c0f3a9be "killed=at least 13" "place=Gao [geonames:2457161]" --by Ann

  harmattan judge sahel withdraw c0f3a9be c77e01d2 --by Ann
"""


class Verb(StrEnum):
    """What is decided, as an analyst says it."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RIGHT = "right"
    WRONG = "wrong"
    AMEND = "amend"
    WITHDRAW = "withdraw"


VERDICTS = {Verb.AMEND: "amended", Verb.WITHDRAW: "withdrawn"}


def judge(
    project: Project,
    verdict: Annotated[
        Verb,
        typer.Argument(
            metavar="VERDICT",
            help="same, different or unsure of two claims or incidents; right or wrong of a claim; amend a claim's "
            "fields; withdraw what you held of a pair or a claim.",
            show_default=False,
        ),
    ],
    things: Annotated[
        list[str],
        typer.Argument(
            metavar="THING...",
            help="What it is about: one or two claims or incidents, by the id or its beginning. After the claim that "
            "is amended come its fields, each as FIELD=WORDS: the words must stand in the report. FIELD=WORDS "
            "[MEANING] says what they mean where they do not say so themselves.",
            show_default=False,
        ),
    ],
    by: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            envvar="HARMATTAN_ANALYST",
            help="Who holds it; opinions are signed.",
            show_default=False,
        ),
    ],
    because: Annotated[str, typer.Option(metavar="TEXT", help="Why.", show_default=False)] = "",
    dry: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would change, and write nothing.")
    ] = False,
) -> None:
    """Write an opinion of yours into the log, and tell what it changes.

    An analyst's opinion outranks what programs hold, whenever they held it, and survives when reports are read again.
    Nothing is ever removed from the log: to undo an opinion, withdraw it or hold another.
    """
    from harmattan.engine.deciding import Decision, decide  # noqa: PLC0415
    from harmattan.model.judgements import Verdict  # noqa: PLC0415

    amends = verdict is Verb.AMEND
    about, fields = (things[:1], things[1:]) if amends else (things, [])
    decision = Decision(
        Verdict(VERDICTS.get(verdict, verdict.value)), tuple(about), by, because, tuple(fields)
    )
    _print(decide(project, decision, write=not dry), dry)


def _print(outcome: Outcome, dry: bool) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from harmattan.cli.views import judgement_view  # noqa: PLC0415

    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.print(judgement_view(outcome.judgement))
    for claim in outcome.claims:
        quote = " ".join(one_line(claim.statement.evidence[0].quote).split())
        source = claim.document.source or claim.document.title or claim.document.id
        console.print(Padding(Text(f"“{quote}” — {one_line(source)}", "dim"), (0, 0, 0, 2)))
    if outcome.remark:
        console.print(Text(one_line(outcome.remark), "bold"))
    for change in outcome.changes:
        console.print(Text(one_line(f"{change.words}.")))
    if not outcome.changes and not outcome.remark:
        console.print("No incident changes by it.")
    if dry:
        console.print("Nothing was written.")
