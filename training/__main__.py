"""Train, measure and export the house reader's encoder: `python -m training --help`."""

from __future__ import annotations

import argparse
import logging
import os
from dataclasses import replace
from pathlib import Path


def main() -> None:
    """Run one step, or with `all` every step from the corpora to the shipped files."""
    parser = argparse.ArgumentParser(prog="python -m training", description=main.__doc__)
    parser.add_argument("step", choices=("prepare", "train", "export", "evaluate", "all"))
    parser.add_argument(
        "--out", type=Path, default=Path("build/reader"), help="where checkpoints are written"
    )
    parser.add_argument(
        "--folder", type=Path, help="what to export to and measure (default: the package's weights)"
    )
    parser.add_argument("--epochs", type=int, default=11, help="in each round")
    parser.add_argument("--rounds", type=int, default=2, help="each from the end of the one before")
    parser.add_argument(
        "--settling", type=int, default=4, help="epochs of the last round, see train.Schedule"
    )
    parser.add_argument("--start", type=Path, help="a checkpoint to go on from")
    parser.add_argument(
        "--minutes", type=float, default=1e6, help="end the schedule after so long at the latest"
    )
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("training").setLevel(logging.INFO)
    from training.steps import Settings, run  # noqa: PLC0415 - loads torch
    from training.train import Schedule  # noqa: PLC0415

    schedule = Schedule(
        epochs=arguments.epochs,
        rounds=arguments.rounds,
        settling=arguments.settling,
        minutes=arguments.minutes,
    )
    settings = Settings(
        out=arguments.out, threads=arguments.threads, schedule=schedule, start=arguments.start
    )
    if arguments.folder:
        settings = replace(settings, folder=arguments.folder)
    run(arguments.step, settings)


if __name__ == "__main__":
    main()
