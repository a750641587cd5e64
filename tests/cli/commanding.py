"""Commands as their users give them, and small projects to give them on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from harmattan.cli import app
from harmattan.config import STORE_FILE, create_settings
from harmattan.engine.incidents import judge_incidents
from harmattan.model.claims import Claim
from harmattan.model.coding import Coded
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.store.store import Store


class Ended:
    """How a command ended: its status, and what it wrote."""

    def __init__(self, arguments: Sequence[str]) -> None:
        result = CliRunner().invoke(app, list(arguments), catch_exceptions=False, env={"COLUMNS": "100"})
        self.status = result.exit_code
        self.bytes = result.stdout_bytes
        self.out = result.stdout
        self.err = result.stderr

    @property
    def words(self) -> str:
        """What it printed, with single spaces."""
        return " ".join(self.out.split())

    @property
    def records(self) -> list[Any]:
        """What it printed as JSON, one value a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def command(*arguments: str | Path) -> Ended:
    """What `harmattan ARGUMENTS` prints, and how it ends."""
    return Ended([str(argument) for argument in arguments])


def project_of(folder: Path, claims: Iterable[Claim], *, judged: bool = True) -> Path:
    """A project whose reports make these claims, judged by the program."""
    create_settings(folder)
    with Store.open(folder / STORE_FILE) as store:
        by_document: dict[str, list[Claim]] = {}
        for claim in claims:
            by_document.setdefault(claim.document.id, []).append(claim)
        for told in by_document.values():
            store.add(Coded(told[0].document, told[0].reader, tuple(told), (), 10))
        if judged:
            judge_incidents(store)
    return folder


def hold(project: Path, name: str, verdict: Verdict, *sides: str, day: int = 1, reason: str = "") -> None:
    """Let the analyst `name` hold an opinion, on a day of January 2024."""
    left, right = (*sorted(sides), None)[:2]
    at = datetime(2024, 1, day, tzinfo=UTC)
    with Store.open(project / STORE_FILE) as store:
        store.add_judgements([Judgement(verdict, str(left), right, Holder.ANALYST, name, at, reason)])
