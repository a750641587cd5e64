"""A project's own actors: a file beside its settings that adds to the registry of the package."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from harmattan.errors import ReferenceError_
from harmattan.reference.actor_files import ActorFile, merge, parse_records, read_file
from harmattan.reference.actor_lint import lint
from harmattan.reference.actors import Registry, load_registry, packaged_file, with_governments
from harmattan.reference.countries import countries

LARGEST = 16 * 2**20
"""Bytes; the package's own file has half a megabyte."""


def read_actor_file(path: Path) -> ActorFile:
    """A file of actors as it is written. Raises `ReferenceError_`, with the line, where it cannot be read."""
    return _read(path, _bytes(path))


def registry_with(path: Path | None) -> Registry:
    """The registry of the package with a project's own actors over it; without a file, the package's.

    Raises `ReferenceError_`, naming line and entry, where the file would make the registry wrong: a name that two
    actors bear, impossible years, a parent that is not there.
    """
    if path is None or not path.exists():
        return load_registry()
    return _registry(path, _bytes(path))


def fingerprint(path: Path) -> str:
    """ "a" and 8 hex digits of a hash over a file of actors. Raises `ReferenceError_`."""
    return "a" + hashlib.sha256(_bytes(path)).hexdigest()[:8]


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise ReferenceError_(path, "is not there", "name a file of actors") from None
    except OSError as error:
        raise ReferenceError_(
            path, f"cannot be opened ({error.strerror or error})", "check its rights"
        ) from None
    if len(content) > LARGEST:
        raise ReferenceError_(path, "is larger than 16 MiB", "a file of actors has some thousand entries")
    return content


def _read(path: Path, content: bytes) -> ActorFile:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReferenceError_(path, f"line {line} is not UTF-8 text", "save it as UTF-8") from None
    return read_file(text, str(path))


@lru_cache(maxsize=4)
def _registry(path: Path, content: bytes) -> Registry:
    own, known = _read(path, content), countries()
    grave = [one for one in lint(own, known, packaged_file()) if one.grave]
    if grave:
        more = f" (and {len(grave) - 1} more)" if len(grave) > 1 else ""
        raise ReferenceError_(path, grave[0].where + more, f"`harmattan actors lint {path}` tells all")
    actors, _ = parse_records(merge(packaged_file(), own), known)
    return Registry(with_governments(actors, known))
