"""How long so many claims take to become incidents, and another day's: `python -m benchmarks.resolution`.

The claims are made up (`benchmarks.happenings`) and put into a store beforehand; what is measured is what
`harmattan run` does after the last document is read: filing, comparing, weighing, publishing, with two processes. All
sizes have the same ten years and places, so that a store of a hundred times the claims has a hundred times as many in
a day and town. Then the day after is added, as the next morning's run would.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import psutil

from benchmarks import report
from benchmarks.curve import curve
from benchmarks.filling import fill
from benchmarks.footprint import watched
from benchmarks.texts import ROOT
from harmattan.engine.desks import Desks
from harmattan.engine.incidents import judge_incidents, publish_new
from harmattan.engine.judging import compare_claims, file_claims, weigh_matches, writing
from harmattan.store.resolving import Resolving
from harmattan.store.store import Store

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
WORKERS = 2
PAGE, PLOT = ROOT / "docs" / "performance.md", ROOT / "docs" / "images" / "resolution.svg"
MARK = "python -m benchmarks.resolution"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one size gave; seconds, but where another unit is told."""

    claims: int
    filing: float
    comparing: float
    weighing: float
    publishing: float
    processor: float
    """Seconds of a processor that all processes used; two have 1,200 in ten minutes."""
    opinions: int
    incidents: int
    store_megabytes: float
    day_claims: int
    day_documents: int
    day: float
    """From the first of the next day's documents being stored to its incidents being published."""
    nothing: float
    """A run in which nothing is new."""
    megabytes: float = 0.0
    """Of memory at its peak, all processes together."""

    @property
    def seconds(self) -> float:
        """All of it."""
        return self.filing + self.comparing + self.weighing + self.publishing


def resolve(path: Path, next_day: Path) -> Measured:
    """Resolve a store of which nothing was resolved, then add a day."""
    now, used = datetime.now(UTC), _used()
    laps = [time.perf_counter()]
    with Store.open(path) as store, Desks(store, WORKERS) as desks:
        resolving = Resolving(store)
        claims = resolving.claims_count()
        laps[0] = time.perf_counter()
        file_claims(resolving, desks)
        laps.append(time.perf_counter())
        with writing(resolving):
            compare_claims(resolving, desks, now)
            laps.append(time.perf_counter())
            weigh_matches(resolving, desks, now)
        laps.append(time.perf_counter())
        incidents = publish_new(store, desks).incidents
        laps.append(time.perf_counter())
        opinions = resolving.last_judgement()
    used = _used() - used
    filing, comparing, weighing, publishing = (after - before for before, after in pairwise(laps))
    size = path.stat().st_size / 1e6
    coded = pickle.loads(next_day.read_bytes())
    with Store.open(path) as store:
        began = time.perf_counter()
        for one in coded:
            store.add(one)
        judge_incidents(store, WORKERS)
        day = time.perf_counter() - began
        began = time.perf_counter()
        judge_incidents(store, WORKERS)
        nothing = time.perf_counter() - began
    return Measured(
        claims,
        filing,
        comparing,
        weighing,
        publishing,
        processor=used,
        opinions=opinions,
        incidents=incidents,
        store_megabytes=size,
        day_claims=sum(len(one.claims) for one in coded),
        day_documents=len(coded),
        day=day,
        nothing=nothing,
    )


def _used() -> float:
    """Seconds of a processor, of this process and of those that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def measure(claims: int, folder: Path) -> Measured:
    """Resolve a copy of the store of so many claims, made if it is not there, in a process of its own."""
    path, next_day = folder / f"{claims}.db", folder / f"{claims}.db.next"
    if not next_day.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        next_day.write_bytes(pickle.dumps(fill(path, claims)))
    with tempfile.TemporaryDirectory(dir=folder) as here:
        work = Path(here) / "harmattan.db"
        shutil.copy(path, work)
        command = [sys.executable, "-m", "benchmarks.resolution", "--resolve", str(work), str(next_day)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
            megabytes = watched(psutil.Process(process.pid), process) / 1e6
            assert process.stdout is not None
            found = json.loads(process.stdout.read())
    return Measured(**{**found, "megabytes": megabytes})


def table(measured: Sequence[Measured], load: float) -> str:
    """The measurements in Markdown."""
    first = measured[0].processor / measured[0].claims
    rows: list[tuple[str, Callable[[Measured], str]]] = [
        ("filing, s", lambda one: f"{one.filing:,.1f}"),
        ("comparing, s", lambda one: f"{one.comparing:,.1f}"),
        ("weighing, s", lambda one: f"{one.weighing:,.1f}"),
        ("publishing, s", lambda one: f"{one.publishing:,.1f}"),
        ("**together, s**", lambda one: f"**{one.seconds:,.1f}**"),
        ("processors' time, s", lambda one: f"{one.processor:,.1f}"),
        ("µs of a processor for a claim", lambda one: f"{1e6 * one.processor / one.claims:,.0f}"),
        ("against the smallest store", lambda one: f"{one.processor / one.claims / first:.2f}"),
        ("peak memory, MB", lambda one: f"{one.megabytes:,.0f}"),
        ("opinions", lambda one: f"{one.opinions:,}"),
        ("incidents", lambda one: f"{one.incidents:,}"),
        ("store, MB", lambda one: f"{one.store_megabytes:,.0f}"),
        ("one day more: documents, claims", lambda one: f"{one.day_documents}, {one.day_claims}"),
        ("one day more, s", lambda one: f"{one.day:.1f}"),
        ("nothing new, s", lambda one: f"{one.nothing:.2f}"),
    ]
    return "\n".join(
        [
            "| claims | " + " | ".join(f"{one.claims:,}" for one in measured) + " |",
            "|---|" + "---:|" * len(measured),
            *(f"| {name} | " + " | ".join(map(told, measured)) + " |" for name, told in rows),
            "",
            f"{WORKERS} processes on {len(os.sched_getaffinity(0))} processors ({platform.machine()}), Python "
            f"{platform.python_version()}, {date.today():%B %Y}. Load before the start: {load:.1f}.",
        ]
    )


def main() -> None:
    """Measure as the command line asks, print the table, write it and its plot."""
    parser = argparse.ArgumentParser(prog=MARK, description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=list(SIZES), help="sizes of stores")
    parser.add_argument("--folder", type=Path, help="where the stores are kept, to be used again")
    parser.add_argument("--dry", action="store_true", help=f"leave {PAGE.name} as it is")
    parser.add_argument("--resolve", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.resolve:
        print(json.dumps(asdict(resolve(*options.resolve))))
        return
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        measured = []
        for claims in options.claims:
            measured.append(measure(claims, folder))
            print(measured[-1], flush=True)
    result = table(measured, load)
    print(result)
    if not options.dry:
        report.write(result, PAGE, MARK)
        PLOT.write_text(curve([(one.claims, one.processor) for one in measured]), encoding="utf8")


if __name__ == "__main__":
    main()
