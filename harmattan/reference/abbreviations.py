"""Abbreviations of divisions as they stand beside towns: "Athens, Ga.", "Dallas, TX"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Abbreviated:
    """A division by its country's ISO code and its name."""

    country: str
    name: str


class Abbreviations:
    """Divisions by the exact letters of their abbreviations."""

    def __init__(self, dotted: Mapping[str, Abbreviated], postal: Mapping[str, Abbreviated]) -> None:
        self._dotted = dict(dotted)
        self._postal = dict(postal)

    def of(self, text: str) -> Abbreviated | None:
        """The division that exactly these letters abbreviate ("Ga.", "GA"), wherever they stand."""
        return self._dotted.get(text) or self._postal.get(text)

    @cached_property
    def _after(self) -> re.Pattern[str]:
        known = sorted({*self._dotted, *self._postal}, key=lambda text: (-len(text), text))
        return re.compile(rf",?\s+\(?(?P<letters>{'|'.join(map(re.escape, known))})(?![\w.])")

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        known = sorted(self._dotted, key=lambda text: (-len(text), text))
        return re.compile(rf"(?:(?<![\w.'’-])|(?<=[\s(][DR]-))(?:{'|'.join(map(re.escape, known))})(?!\w)")

    def after(self, text: str, position: int) -> tuple[int, int, Abbreviated] | None:
        """The abbreviation that begins right after a town that ends at `position`: its start, end, and division."""
        match = self._after.match(text, position)
        if match is None:
            return None
        letters = match["letters"]
        if letters not in self._dotted and not match[0].startswith(","):
            return None
        found = self.of(letters)
        return (match.start("letters"), match.end("letters"), found) if found else None

    def find(self, text: str) -> list[tuple[int, int, Abbreviated]]:
        """Those with dots, anywhere in a text: start, end and division."""
        return [
            (match.start(), match.end(), self._dotted[match[0]]) for match in self._anywhere.finditer(text)
        ]


@lru_cache(maxsize=1)
def abbreviations() -> Abbreviations:
    """Those that ship with the package; where two countries share letters the first in the file has them."""
    file = resources.files("harmattan.reference").joinpath("data", "abbreviations.toml")
    dotted: dict[str, Abbreviated] = {}
    postal: dict[str, Abbreviated] = {}
    for country, divisions in tomllib.loads(file.read_text(encoding="utf-8")).items():
        for name, forms in divisions.items():
            for form in forms:
                (dotted if "." in form else postal).setdefault(form, Abbreviated(country, name))
    return Abbreviations(dotted, postal)
