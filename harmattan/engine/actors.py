"""A project's own actors, and other lists held against the registry."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from harmattan.config import ACTORS_FILE, load_settings
from harmattan.errors import ProjectError, ReferenceError_
from harmattan.reference.actor_files import ActorFile, Finding, read_file
from harmattan.reference.actor_lint import lint
from harmattan.reference.actor_matching import Match, Matcher
from harmattan.reference.actor_proposals import Proposal, Proposer, is_no_group, to_toml
from harmattan.reference.actors import packaged_file
from harmattan.reference.countries import countries
from harmattan.reference.own_actors import read_actor_file, registry_with
from harmattan.reference.ucdp_actors import UcdpActor, read_ucdp

HEADING = """\
# Actors of this project, beside those that Harmattan knows. The fields are explained in docs/registry.md;
# `harmattan actors lint` looks for what is wrong.
"""


@dataclass(frozen=True, slots=True)
class Linted:
    """A file of actors, and what is wrong with it."""

    file: ActorFile
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Another list beside the registry."""

    name: str
    actors: int
    matched: tuple[Match, ...]
    doubtful: tuple[Match, ...]
    new: tuple[Proposal, ...]
    left_out: tuple[tuple[UcdpActor, str], ...]
    """What gets no entry, and why."""

    @property
    def toml(self) -> str:
        """The new ones as a file of actors."""
        return HEADING + to_toml(proposal.actor for proposal in self.new)


def lint_actors(path: Path | None) -> Linted:
    """Look through a project's own file of actors, or the package's. Raises `ReferenceError_` if it is no such file."""
    if path is None:
        return Linted(packaged_file(), tuple(lint(packaged_file(), countries())))
    own = read_actor_file(path)
    return Linted(own, tuple(lint(own, countries(), packaged_file())))


def compare(path: Path, project: Path | None = None) -> Compared:
    """Hold the UCDP actor list against the registry, or against a project's.

    Raises `SourceError`, `ReferenceError_`, `ProjectError`.
    """
    registry = registry_with(_own_file(project) if project else None)
    known = countries()
    listed = read_ucdp(path, known)
    matcher, proposer = Matcher(registry, known), Proposer(registry, known)
    matches = [matcher.match(actor) for actor in listed.actors]
    unknown = [match.actor for match in matches if not match.found]
    return Compared(
        name=f"UCDP actor list {listed.version}".strip(),
        actors=len(matches),
        matched=tuple(match for match in matches if match.sure),
        doubtful=tuple(match for match in matches if match.found and not match.sure),
        new=tuple(proposer.propose(actor) for actor in unknown if not is_no_group(actor)),
        left_out=tuple((actor, why) for actor in unknown if (why := is_no_group(actor))),
    )


def add_to_project(compared: Compared, project: Path) -> Path:
    """Write the new ones into a project's own file of actors, after what is there; the file's path.

    Nothing is written where the file would not be sound. Raises `ReferenceError_`, `ProjectError`.
    """
    path = _own_file(project)
    if not compared.new:
        return path
    before = path.read_text(encoding="utf-8") if path.exists() else HEADING
    after = before.rstrip("\n") + "\n" + to_toml(proposal.actor for proposal in compared.new)
    grave = [one for one in lint(read_file(after, str(path)), countries(), packaged_file()) if one.grave]
    if grave:
        raise ReferenceError_(path, grave[0].where, "nothing was added")
    try:
        # Written aside and moved into place: a killed import leaves no half of a file.
        draft = path.with_name(f".{ACTORS_FILE}.{os.getpid()}")
        draft.write_text(after, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise ProjectError(
            path, f"cannot be written ({error.strerror or error})", "check its rights"
        ) from None
    return path


def _own_file(project: Path) -> Path:
    load_settings(project)  # says so where this is no project
    return project / ACTORS_FILE
