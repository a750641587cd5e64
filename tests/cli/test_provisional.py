"""`harmattan provisional`: actors that no registry has, and decisions about them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from tests.cli.commanding import command, project_of
from tests.resolution.told import told

ID = "provisional:ml:sons-of-korarou"


def named(claim: Claim) -> Claim:
    body = claim.body
    assert isinstance(body, Event)
    mention = replace(body.actor[0], actor=ID, name="Sons of Korarou")
    return replace(claim, statement=replace(claim.statement, body=replace(body, actor=(mention,))))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    claims = (
        named(told(killed=3, actor="jnim")),
        told(killed=9, source="Courier", place="Gao", text="As told."),
    )
    return project_of(tmp_path / "sahel", claims)


def listed(project: Path) -> str:
    return command("provisional", "list", project).words


def test_they_are_listed(project: Path) -> None:
    assert listed(project).startswith(f"{ID} Sons of Korarou: 1 claim in 1 report")


def test_merged_named_dismissed_and_withdrawn(project: Path) -> None:
    command("provisional", "same", project, ID, "katiba-macina", "--by", "Ann")
    assert listed(project).endswith("; held to be katiba-macina")
    assert '"katiba-macina"' in command("incidents", project).out
    command("provisional", "withdraw", project, ID, "katiba-macina", "--by", "Ann")
    command("provisional", "name", project, ID, "Korarou's Sons", "--by", "Ann")
    assert f"{ID} Korarou's Sons: 1 claim" in listed(project)
    command("provisional", "dismiss", project, ID, "--by", "Ann", "--because", "a football club")
    assert listed(project).endswith("; dismissed")
    assert command("judgements", "orphans", project).words == "No orphaned decisions."


@pytest.mark.parametrize(("actor", "other"), [("provisional:ml:nobody", "jnim"), (ID, "no-such-actor")])
def test_ids_nobody_has_are_refused(project: Path, actor: str, other: str) -> None:
    ended = command("provisional", "same", project, actor, other, "--by", "Ann")
    assert ended.status == 1
    assert "held to be" not in listed(project)
