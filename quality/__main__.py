"""Measure: `python -m quality [TEST ...] [--corpora DIR] [--errors TEST] [--pin] [--fast] [--write]`."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from quality.bench import Bench
from quality.floors import Floors, broken, data_hash, load_floors, pinned, write_floors
from quality.report import Measured, cases, headlines, table, write_page
from quality.suite import named
from quality.test import Scorer
from training.corpora import corpora_root

log = logging.getLogger("quality")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tests asked for; 1 where a floor is broken, 2 where a name is unknown."""
    parser = argparse.ArgumentParser(prog="quality", description=__doc__)
    parser.add_argument("tests", nargs="*", help="names of tests; all where none is given")
    parser.add_argument(
        "--corpora", type=Path, default=corpora_root(), help="a folder laid out like the corpora"
    )
    parser.add_argument("--errors", metavar="TEST", help="print what this test got wrong, with its context")
    parser.add_argument("--pin", action="store_true", help="set the floors by what is measured")
    parser.add_argument("--fast", action="store_true", help="measure on a sample only")
    parser.add_argument("--write", action="store_true", help="write the table into docs/quality.md")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    try:
        tests = named([given.errors] if given.errors else given.tests)
    except KeyError as error:
        print(f"no test is called {error}", file=sys.stderr)
        return 2
    bench = Bench(given.corpora, fast=given.fast, threads=given.threads)
    floors = load_floors()
    measured: list[Measured] = []
    failures: list[str] = []
    for test in tests:
        files = test.files(bench.root)
        if not files:
            print(f"{test.name}: its data is not in {bench.root}, skipped", file=sys.stderr)
            continue
        outcome = test.run(bench)
        data = data_hash(files, bench.root)
        known = floors.get(test.name)
        holds = known.of(fast=bench.fast) if known and known.data == data else {}
        failures += [f"{test.name}, {line}" for line in broken(outcome.figures, holds)]
        measured.append(Measured(test, outcome.figures, holds, outcome.page))
        if given.errors:
            print(cases(outcome.cases))
        if given.pin:
            floors[test.name] = _raised(
                known, data, pinned(outcome.figures, fast=bench.fast), fast=bench.fast
            )
    print(table(measured if given.tests or given.errors else headlines(measured)))
    if given.pin:
        write_floors(_ordered(floors))
    if given.write:
        write_page(measured)
    for line in failures:
        print(line, file=sys.stderr)
    return 1 if failures else 0


def _raised(known: Floors | None, data: str, made: dict[str, float], *, fast: bool) -> Floors:
    """Floors with those of one kind set anew; what was pinned on other data goes."""
    old = known if known and known.data == data else Floors(data, {}, {})
    return Floors(data, old.whole, made) if fast else Floors(data, made, old.fast)


def _ordered(floors: dict[str, Floors]) -> dict[str, Floors]:
    order: list[Scorer] = named([])
    return {test.name: floors[test.name] for test in order if test.name in floors}


if __name__ == "__main__":
    sys.exit(main())
