"""How long a GeoNames dump takes to be added, and a name to be looked up: `python -m benchmarks.gazetteer [LINES]`.

The dump is made up, with as many places of each kind, names and spellings as the world's has; the world's has twelve
million lines. A third of the names are common ones by Zipf's law, the commonest of which two thousand places have in a
world of places ("San José", "Santa Rosa"); most others have one or two.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from harmattan.reference.gazetteer import create_gazetteer, open_gazetteer

LINES = 1_000_000
LOOKUPS = 2_000
COMMON, COMMONEST, COMMON_NAMES = 0.35, 300, 100_000
"""Share of the names that are common; they are of the ranks between, each as frequent as 1 / rank."""
FIRST = 100_000_000
_SYLLABLES = [first + second for first in "bdfgklmnprstvwz" for second in ("a", "e", "i", "o", "u")]
_COUNTRIES = [first + second for first in "ABCDEFGHIJKLM" for second in "ABCDEFGHIJKLMNOPQRST"]
_FEATURES = {"P\tPPL": 42, "A\tADM4": 4, "H\tSTM": 22, "S\tSCH": 18, "T\tMT": 6, "T\tHLL": 5, "L\tLCTY": 3}


def lines(count: int, chance: random.Random) -> Iterator[str]:
    """Lines of the main table."""
    kinds, weights = list(_FEATURES), list(_FEATURES.values())

    def name() -> str:
        if chance.random() < COMMON:
            rank = int(COMMONEST * (COMMON_NAMES / COMMONEST) ** chance.random())
            syllables = [_SYLLABLES[rank // 75**power % 75] for power in range(3)]
        else:
            syllables = chance.choices(_SYLLABLES, k=chance.randint(4, 5))
        return "".join(syllables).capitalize()

    for number in range(FIRST, FIRST + count):
        main = name() if chance.random() < 0.65 else f"{name()} {name()}"
        others = ",".join(name() for _ in range(chance.choice((0, 0, 0, 1, 1, 3))))
        lat, lon = chance.uniform(-60, 70), chance.uniform(-180, 180)
        kind, country = chance.choices(kinds, weights)[0], chance.choice(_COUNTRIES)
        people = chance.choice((0, 0, 0, 120, 900, 15_000))
        yield (
            f"{number}\t{main}\t{main}\t{others}\t{lat:.5f}\t{lon:.5f}\t{kind}\t{country}\t\t"
            f"{chance.randint(1, 40):02d}\t\t\t\t{people}\t\t300\tAfrica/Bamako\t2020-01-01\n"
        )


def main() -> None:
    """Print seconds and megabytes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else LINES
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        dump, store = Path(folder) / "dump.txt", Path(folder) / "gazetteer.db"
        with dump.open("w", encoding="utf8") as file:
            file.writelines(lines(count, chance))
        create_gazetteer(store, ())
        gazetteer = open_gazetteer(store)
        clock, processor = time.perf_counter(), time.process_time()
        added = gazetteer.add_dump(dump)
        wall, used = time.perf_counter() - clock, time.process_time() - processor
        print(f"{count:,} lines, {added.places:,} places: {wall:.0f} s, {used:.0f} s of a processor")
        print(
            f"{store.stat().st_size / 1e6:.0f} MB; for twelve million lines {wall * 12e6 / count / 60:.1f} minutes"
        )
        with dump.open(encoding="utf8") as file:
            names = [line.split("\t", 2)[1] for line, _ in zip(file, range(LOOKUPS * 50), strict=False)]
        asked = chance.sample(names, min(LOOKUPS, len(names)))
        taken = []
        for name in asked:
            clock = time.perf_counter()
            found = gazetteer.lookup(name)
            taken.append((time.perf_counter() - clock, len(found)))
        taken.sort()
        mean, median = fmean(seconds for seconds, _ in taken), taken[len(taken) // 2][0]
        print(
            f"a name of {fmean(places for _, places in taken):.0f} places: {1000 * mean:.2f} ms on average, ",
            end="",
        )
        print(
            f"{1000 * median:.2f} for half of them, {1000 * taken[-1][0]:.1f} for one of {taken[-1][1]} places"
        )
        gazetteer.close()


if __name__ == "__main__":
    main()
