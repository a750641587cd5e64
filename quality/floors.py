"""Pinned floors: what a figure must not fall below, and the data it was measured on."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quality.test import Figure

FLOORS = Path(__file__).parent / "floors.toml"
SLACK, FAST_SLACK = 0.5, 3.0
"""How far under its measured figure a floor is pinned: processors round differently, and a sample is small."""


@dataclass(frozen=True)
class Floors:
    """The floors of one test, and the hash of the files they hold on."""

    data: str
    whole: Mapping[str, float]
    fast: Mapping[str, float]
    """The same figures over the sample that the tests of every day take."""

    def of(self, *, fast: bool) -> Mapping[str, float]:
        """Floors by figure."""
        return self.fast if fast else self.whole


def data_hash(files: Iterable[Path], root: Path) -> str:
    """12 hex digits over the names and the content of a test's files."""
    digest = hashlib.sha256()
    for path in sorted(files):
        # A set of our own lies outside the corpora, wherever the checkout is: its folder and name tell it.
        name = path.relative_to(root) if path.is_relative_to(root) else Path(*path.parts[-2:])
        digest.update(f"{name}\x1f".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def load_floors(path: Path = FLOORS) -> dict[str, Floors]:
    """All floors by test; none where the file is not there yet."""
    if not path.exists():
        return {}
    content = tomllib.loads(path.read_text(encoding="utf8"))
    return {
        test: Floors(table["data"], table.get("whole", {}), table.get("fast", {}))
        for test, table in content.items()
    }


def broken(figures: Sequence[Figure], floors: Mapping[str, float]) -> list[str]:
    """A line for each figure that is under its floor, or that a floor asks for and nobody measured."""
    values = {figure.name: figure.value for figure in figures}
    return [
        f"{name}: {values[name]:.2f} is under its floor of {floor:.2f}"
        if name in values
        else f"{name} was not measured"
        for name, floor in floors.items()
        if values.get(name, -1.0) < floor
    ]


def pinned(figures: Sequence[Figure], *, fast: bool = False) -> dict[str, float]:
    """The floors that these figures would set."""
    slack = FAST_SLACK if fast else SLACK
    return {figure.name: max(0.0, round(figure.value - slack, 1)) for figure in figures if figure.floored}


def write_floors(floors: Mapping[str, Floors], path: Path = FLOORS) -> None:
    """Write the file anew, tests and figures in their order."""
    lines = [
        "# What each figure of `make quality` must not fall below. Raised by `python -m quality --pin`;",
        "# lowering one takes a reason in the commit message. `data` is a hash of the files measured on.",
    ]
    for test, floor in floors.items():
        lines += ["", f"[{test}]", f'data = "{floor.data}"']
        for part, table in (("whole", floor.whole), ("fast", floor.fast)):
            lines += ["", f"[{test}.{part}]", *(f'"{name}" = {value}' for name, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
