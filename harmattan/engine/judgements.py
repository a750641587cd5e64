"""Decisions of analysts: all of them, and those that do not act as they were meant to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from harmattan.engine.incidents import remembered
from harmattan.engine.project import Project
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.resolution.judgements.carrying import Orphan
from harmattan.resolution.judgements.derivation import derive
from harmattan.resolution.judgements.overruling import live, rank


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision in the log, and what became of it."""

    judgement: Judgement
    state: str
    """Why it does not act: "withdrawn or replaced"; empty where it does."""


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


def decisions(folder: Path, name: str | None = None) -> list[Kept]:
    """All decisions of a project's analysts, or of one, the newest first. Raises `ProjectError`, `StoreError`."""
    with Project.open(folder).store() as store:
        memory = remembered(store)
    held = derive(memory)
    standing = {judgement.id for judgement in live(memory.judgements)}
    states = {
        judgement.id: "contested: another analyst decided otherwise since" for judgement in held.contested
    }
    states |= {
        judgement.id: "refused: it would join what is held to be different" for judgement in held.refused
    }
    states |= {orphan.judgement.id: f"orphaned: {orphan.reason}" for orphan in held.orphans}
    analysts = [judgement for judgement in memory.judgements if judgement.holder is Holder.ANALYST]
    return [
        Kept(one, states.get(one.id, "") if one.id in standing else _past(one))
        for one in sorted(analysts, key=rank, reverse=True)
        if name is None or one.name.casefold() == name.casefold()
    ]


def _past(judgement: Judgement) -> str:
    return "" if judgement.verdict is Verdict.WITHDRAWN else "withdrawn or replaced"
