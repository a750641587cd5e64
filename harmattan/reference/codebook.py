"""The event types and modes that claims may use: `data/codebook.toml`, which is PLOVER's codebook."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from harmattan.errors import ReferenceError_

SOURCE = "harmattan/reference/data/codebook.toml"


class Quad(StrEnum):
    """Cooperation or conflict, in words or in deeds."""

    VERBAL_COOPERATION = "verbal-cooperation"
    MATERIAL_COOPERATION = "material-cooperation"
    VERBAL_CONFLICT = "verbal-conflict"
    MATERIAL_CONFLICT = "material-conflict"


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER event type: RETREAT is material cooperation, needs no recipient, and "release" is one of its modes."""

    name: str
    quad: Quad
    recipient_required: bool
    """What the codebook asks for. A claim is not thrown away for it: see `harmattan.claims.checks`."""
    definition: str
    modes: Mapping[str, str] = field(hash=False)
    """Mode to its one-line definition; empty for the types that have none."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """All event types by name, and the version that claims are coded by."""

    version: str
    types: Mapping[str, EventType] = field(hash=False)


def parse_codebook(data: Mapping[str, Any]) -> Codebook:
    """The codebook in a parsed TOML document; raises ReferenceError_ naming the type that is wrong."""
    version, types = data.get("version"), data.get("types")
    if not isinstance(version, str) or not isinstance(types, dict) or not types:
        raise ReferenceError_(SOURCE, "needs a version and a table of types")
    return Codebook(version, MappingProxyType({name: _event_type(name, row) for name, row in types.items()}))


def _event_type(name: str, row: Mapping[str, Any]) -> EventType:
    unknown = set(row) - {"quad", "recipient", "definition", "modes"}
    if unknown:
        raise ReferenceError_(f"{SOURCE}: {name}", f"does not know {', '.join(sorted(unknown))}")
    try:
        quad, recipient, definition = Quad(row["quad"]), row["recipient"], row["definition"]
    except (KeyError, ValueError) as error:
        raise ReferenceError_(f"{SOURCE}: {name}", f"lacks or misspells a field: {error}") from error
    modes = row.get("modes", {})
    if not (name.isupper() and isinstance(recipient, bool) and isinstance(definition, str) and definition):
        raise ReferenceError_(
            f"{SOURCE}: {name}", "a type is upper case, recipient true or false, definition a line"
        )
    if not all(isinstance(line, str) and line for line in modes.values()):
        raise ReferenceError_(f"{SOURCE}: {name}", "each mode needs a one-line definition")
    return EventType(name, quad, recipient, definition, MappingProxyType(dict(modes)))


@cache
def load_codebook() -> Codebook:
    """The codebook that ships with the package."""
    return parse_codebook(
        tomllib.loads((resources.files("harmattan.reference") / "data/codebook.toml").read_text("utf-8"))
    )
