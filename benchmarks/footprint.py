"""What a user meets: memory at its peak, and the wait for the first claim of a cold start. Whole commands, timed."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from harmattan.model.text import Document

SHORT = (
    "GAO, Mali (Example Wire) - Gunmen attacked a convoy of the Malian army near the town of Ansongo on Tuesday, "
    "killing at least 14 soldiers and wounding seven others, the defence ministry said. Nobody has claimed the "
    "attack. The army said it would send a further 400 troops to the region by the end of the month.\n"
)
EVERY_SECONDS = 0.02


def peak_megabytes(documents: Sequence[Document], workers: int) -> float:
    """The most memory that `harmattan run` holds at once, its worker processes included (resident set sizes added)."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus.jsonl"
        with corpus.open("w", encoding="utf8") as file:
            for document in documents:
                file.write(json.dumps({"text": document.text, "title": document.title}) + "\n")
        command = _harmattan("run", str(Path(folder) / "project"), str(corpus), "--workers", str(workers))
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            return watched(psutil.Process(process.pid), process) / 1e6


def watched(root: psutil.Process, process: subprocess.Popen[Any]) -> int:
    """The most bytes that a process and its children held at once, until it ended."""
    peak = 0
    while process.poll() is None:
        held = 0
        try:
            for member in (root, *root.children(recursive=True)):
                held += _resident(member)
        except psutil.NoSuchProcess:
            break
        peak = max(peak, held)
        time.sleep(EVERY_SECONDS)
    if process.wait():
        raise RuntimeError(f"{process.args!r} failed; try it by hand")
    return peak


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0


def first_claim_seconds(rounds: int) -> float:
    """Median time from starting `harmattan read` on a short page to its first line."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.txt"
        page.write_text(SHORT, encoding="utf8")
        return median(_first_line(page) for _ in range(rounds))


def _first_line(page: Path) -> float:
    began = time.perf_counter()
    with subprocess.Popen(_harmattan("read", str(page)), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - began
        process.stdout.read()
    if not line:
        raise RuntimeError("harmattan read gave no claim for a page that makes several")
    return took


def _harmattan(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "harmattan", *arguments]
