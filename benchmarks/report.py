"""The table of a measurement, and its place in `docs/performance.md`."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.speed import Speed

BEGIN, END = "<!-- table: begin ({}) -->", "<!-- table: end -->"
MARK = "python -m benchmarks"


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one measurement gave."""

    texts: str
    speeds: Sequence[Speed]
    megabytes: dict[int, float]
    """Peak memory by number of workers."""
    first_claim: float
    """Seconds."""
    processors: int
    load: float
    """Processes that wanted a processor in the minute before; above 0, the speeds are lower than the machine's own."""


def table(measured: Measured) -> str:
    """The measurement in Markdown."""
    lines = [
        "| | " + " | ".join(_workers(speed.workers) for speed in measured.speeds) + " |",
        "|---|" + "---:|" * len(measured.speeds),
        _row("model alone, words/s", [f"{median(speed.model):,.0f}" for speed in measured.speeds]),
        _row("whole pipeline, words/s", [f"{median(speed.pipeline):,.0f}" for speed in measured.speeds]),
        _row("pipeline / model", [f"{speed.ratio:.2f}" for speed in measured.speeds]),
        _row("lowest and highest round", [_range(speed) for speed in measured.speeds]),
        _row("peak memory, MB", [f"{measured.megabytes[speed.workers]:,.0f}" for speed in measured.speeds]),
        "",
        f"First claim of a short page, cold start: {measured.first_claim:.1f} s.",
        "",
        f"{measured.texts}, {measured.speeds[0].words:,} words, {len(measured.speeds[0].model)} rounds; "
        f"{measured.processors} processors ({platform.machine()}), Python {platform.python_version()}, "
        f"{date.today():%B %Y}. Load before the start: {measured.load:.1f}.",
    ]
    return "\n".join(lines)


def write(text: str, path: Path, mark: str = MARK) -> None:
    """Put a table between the marks of a page, of which the first names the command. Raises `ValueError` where the
    page has none.
    """
    page = path.read_text(encoding="utf8")
    before, begin, rest = page.partition(BEGIN.format(mark))
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path} has no place for the table: put {BEGIN.format(mark)} and {END} there")
    path.write_text(f"{before}{begin}\n{text}\n{END}{after}", encoding="utf8")


def _row(name: str, values: Sequence[str]) -> str:
    return f"| {name} | " + " | ".join(values) + " |"


def _workers(count: int) -> str:
    return "1 worker" if count == 1 else f"{count} workers"


def _range(speed: Speed) -> str:
    ratios = [ours / theirs for ours, theirs in zip(speed.pipeline, speed.model, strict=True)]
    return f"{min(ratios):.2f} to {max(ratios):.2f}"
