"""Decisions of analysts that do not act as they were meant to: orphaned, contested or refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from harmattan.engine.incidents import remembered
from harmattan.engine.project import Project
from harmattan.model.judgements import Judgement
from harmattan.resolution.judgements.carrying import Orphan
from harmattan.resolution.judgements.derivation import derive


@dataclass(frozen=True, slots=True)
class Disputes:
    """Decisions that others stand against."""

    contested: tuple[Judgement, ...]
    """A newer one of another analyst counts."""
    refused: tuple[Judgement, ...]
    """They would join what an analyst holds to be different."""


def orphans(folder: Path) -> tuple[Orphan, ...]:
    """A project's decisions that fit nothing of what is read today. Raises `ProjectError`, `StoreError`."""
    with Project.open(folder).store() as store:
        return derive(remembered(store)).orphans


def disputes(folder: Path) -> Disputes:
    """A project's decisions that others stand against. Raises `ProjectError`, `StoreError`."""
    with Project.open(folder).store() as store:
        held = derive(remembered(store))
    return Disputes(held.contested, held.refused)
