"""Where things are, by default and by a project's own settings (`harmattan.toml`)."""

from __future__ import annotations

import json
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harmattan.errors import ProjectError

SETTINGS_FILE = "harmattan.toml"
STORE_FILE = "harmattan.db"
GAZETTEER_FILE = "gazetteer.db"
ACTORS_FILE = "actors.toml"
"""A project's own actors, beside its settings; read where it is there."""

MOST_WORKERS = 64
"""Each worker holds a reader of its own, so more than this is a slip of the finger."""

DEFAULT_WORKERS = 4
"""No more than this without being asked: each needs about 300 MB."""

_DOMAIN = re.compile(r"[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+", re.IGNORECASE)

_TEMPLATE = """\
# Settings of this Harmattan project. A line that starts with # is a remark; take the # away to use it.

# What the published site is called.
title = {title}

# A domain of the publisher's, for the permanent names of entries in the feed.
# domain = "example.org"

# How many documents are read at once; each worker needs about 300 MB of memory.
# Without this line: one for each processor, four at the most.
# workers = 2

# A gazetteer made by `harmattan gazetteer add FILE... --to GAZETTEER`, for this project alone.
# The path starts at this folder.
# gazetteer = "gazetteer.db"
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project's `harmattan.toml` says."""

    title: str
    """The name of the published site."""
    domain: str | None = None
    """The publisher's, for the feed's permanent ids; None: the site has no home on the web."""
    workers: int | None = None
    """None: as many as the machine suggests."""
    gazetteer: Path | None = None
    """None: the gazetteer of the user."""


def data_folder() -> Path:
    """Where Harmattan keeps what belongs to the user and to no project: HARMATTAN_DATA, or the system's custom."""
    if own := os.environ.get("HARMATTAN_DATA"):
        return Path(own)
    shared = os.environ.get("XDG_DATA_HOME")
    return (Path(shared) if shared else Path.home() / ".local" / "share") / "harmattan"


def own_gazetteer() -> Path:
    """The user's gazetteer; it is there once `harmattan gazetteer add` has made it."""
    return data_folder() / GAZETTEER_FILE


def default_workers() -> int:
    """As many processors as this process may use, up to `DEFAULT_WORKERS`."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(allowed, DEFAULT_WORKERS)


def create_settings(project: Path) -> None:
    """Make the project folder and its settings, with a remark on each; nothing is changed where they are.

    Raises `ProjectError` if the folder cannot be made.
    """
    path = project / SETTINGS_FILE
    title = project.resolve().name or "Harmattan"
    try:
        project.mkdir(parents=True, exist_ok=True)
        if path.exists():
            return
        # Written aside and moved into place: a killed run leaves no half of a settings file.
        draft = path.with_name(f".{SETTINGS_FILE}.{os.getpid()}")
        draft.write_text(_TEMPLATE.format(title=_quoted(title)), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise ProjectError(
            project, f"the project folder cannot be made ({error.strerror or error})", "name another folder"
        ) from error


def load_settings(project: Path) -> Settings:
    """The settings of a project. Raises `ProjectError`, with the line, where they are missing or malformed."""
    path = project / SETTINGS_FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ProjectError(
            project, "is no Harmattan project", f"`harmattan run {project} PATH...` makes one"
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise ProjectError(path, f"line {line} is not UTF-8 text", "save it as UTF-8") from None
    except OSError as error:
        raise ProjectError(
            path, f"cannot be opened ({error.strerror or error})", "check its rights"
        ) from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProjectError(path, f"is not valid TOML: {error}", "correct that line") from None
    return _settings(path, text, table)


def _settings(path: Path, text: str, table: dict[str, Any]) -> Settings:
    def wrong(name: str, problem: str, remedy: str) -> ProjectError:
        return ProjectError(f"{path}, line {_line_of(text, name)}", f"`{name}` {problem}", remedy)

    for name in table:
        if name not in Settings.__slots__:
            raise wrong(name, "is not a setting", f"the settings are {', '.join(Settings.__slots__)}")
    title, domain, workers, gazetteer = map(table.get, Settings.__slots__)
    if title is None:
        title = path.resolve().parent.name
    if not isinstance(title, str) or not title.strip():
        raise wrong("title", "is not a name", 'write title = "Sahel watch"')
    if domain is not None and (not isinstance(domain, str) or not _DOMAIN.fullmatch(domain)):
        raise wrong("domain", "is not a domain", 'write domain = "example.org"')
    if workers is not None and (type(workers) is not int or not 1 <= workers <= MOST_WORKERS):
        raise wrong("workers", f"is not a number from 1 to {MOST_WORKERS}", "write workers = 2")
    if gazetteer is not None and (not isinstance(gazetteer, str) or not gazetteer.strip()):
        raise wrong("gazetteer", "is not a path", 'write gazetteer = "gazetteer.db"')
    return Settings(title, domain, workers, path.parent / gazetteer if gazetteer else None)


def _line_of(text: str, name: str) -> int:
    """The line on which a setting or a table of this name begins."""
    pattern = re.compile(rf"""^\s*\[*\s*["']?{re.escape(name)}\b""", re.MULTILINE)
    match = pattern.search(text)
    return text.count("\n", 0, match.end()) + 1 if match else 1


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are among TOML's, but for the one character JSON leaves bare."""
    text = text.encode("utf-8", "replace").decode()  # a folder name need not be UTF-8
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
