"""Finds claims by what an analyst would ask of them, and prints what is there where nothing fits."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def read_page(path: Path) -> list[Record]:
    """The claims that `harmattan read` prints of a page."""
    command = [sys.executable, "-m", "harmattan", "read", str(path)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in printed.splitlines()]


def text_of(value: object) -> str:
    """Every quote and name below a field, in lower case, for substring questions."""
    if isinstance(value, dict):
        return " | ".join(text_of(value[key]) for key in ("quote", "name") if value.get(key))
    if isinstance(value, list):
        return " | ".join(text_of(entry) for entry in value)
    return str(value).lower()


def fits(claim: Record, wanted: Record) -> bool:
    """Whether a claim answers a question.

    A string is looked for in a field's quotes and names; a dict is compared key by key; a list asks for each of its
    strings.
    """
    for field, asked in wanted.items():
        have = claim.get(field)
        if asked is None:
            if have not in (None, []):
                return False
        elif isinstance(asked, dict):
            if not isinstance(have, dict) or any(have.get(key) != value for key, value in asked.items()):
                return False
        elif isinstance(asked, list):
            if any(part.lower() not in text_of(have) for part in asked):
                return False
        elif isinstance(have, str):
            if have.lower() != str(asked).lower():
                return False
        elif str(asked).lower() not in text_of(have):
            return False
    return True


def told(claims: Iterable[Record], **wanted: Any) -> list[Record]:
    """The claims that fit; fails with a list of what is there where none does."""
    claims = list(claims)
    found = [claim for claim in claims if fits(claim, wanted)]
    assert found, f"no claim with {wanted} among\n" + "\n".join(lines(claims))
    return found


_SHOWN = frozenset(
    "type mode trigger actor recipient target victim weapon place time report_time killed wounded abducted".split()
    + "force size unit status relation subject object attribution".split()
)


def lines(claims: Iterable[Record]) -> Iterator[str]:
    """A line a claim, for people."""
    for claim in claims:
        fields = (
            f"{field}={text_of(value)}"
            for field, value in claim.items()
            if value not in (None, []) and field in _SHOWN
        )
        yield f"{claim['kind']} {claim['modality']}: " + "; ".join(fields)
