"""`python -m benchmarks`: measure, print the table, write it into `docs/performance.md`."""

from __future__ import annotations

import argparse
import os

from benchmarks import footprint, report, speed, texts

PAGE = texts.ROOT / "docs" / "performance.md"


def main() -> None:
    """Run the benchmark as the command line asks."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--words", type=int, default=25_000, help="about how much text to read in a round")
    parser.add_argument("--rounds", type=int, default=5, help="how often to measure each thing")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="numbers of workers to try")
    parser.add_argument("--dry", action="store_true", help=f"leave {PAGE.name} as it is")
    options = parser.parse_args()

    load = os.getloadavg()[0]
    corpus = texts.load(options.words)
    print(f"{corpus.name}, about {corpus.about_words:,} words", flush=True)
    speeds = speed.measure(corpus.documents, options.workers, options.rounds)
    megabytes = {count: footprint.peak_megabytes(corpus.documents, count) for count in options.workers}
    first = footprint.first_claim_seconds(options.rounds)
    measured = report.Measured(corpus.name, speeds, megabytes, first, os.cpu_count() or 1, load)
    result = report.table(measured)
    print(result)
    if not options.dry:
        report.write(result, PAGE)


if __name__ == "__main__":
    main()
