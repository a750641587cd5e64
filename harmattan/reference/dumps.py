"""GeoNames dumps, line by line: the main table, `admin1CodesASCII.txt` and `admin2Codes.txt`, plain or zipped."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from harmattan.errors import GazetteerError
from harmattan.model.readings import PlaceKind

LONGEST_LINE = 1 << 20
"""Bytes; the longest true line, with all alternate names of a capital, has some 15,000."""
_TOLD_EVERY = 4096
"""Lines after which it is noted how much of a file has been read."""
_MAIN_COLUMNS = 19
_ADMIN_COLUMNS = 4
_ADMIN_CODE = re.compile(r"[A-Z]{2}\.[^.\t]+(\.[^\t]+)?")
_SIGN = "geonames dump"

_POINTS = frozenset(("AIRB", "AIRP", "AIRF", "MILB", "INSM", "CMP", "CMPRF", "LCTY", "WLL"))
"""Feature codes beside class P that reports name as a place of an event: air and military bases, camps, wells."""
_AREAS = frozenset(
    ("FRST", "MT", "MTS", "PLAT", "ISL", "ISLS", "DSRT", "RGN", "AREA", "PRK", "RESN", "VAL", "OAS")
)
_COUNTRIES = re.compile(r"PCL|TERR|ZN")


@dataclass(frozen=True, slots=True)
class DumpEntry:
    """A place as the store keeps it, with all its names."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    population: int
    names: tuple[str, ...]
    division: str | None = None
    """Its own code ("ML.09") where it is a first-order division."""
    feature: str | None = None
    """GeoNames' feature code."""

    @property
    def row(self) -> tuple[object, ...]:
        """The columns of the store's table of places."""
        return (
            self.id,
            self.name,
            self.kind.value,
            self.country,
            self.admin1,
            self.lat,
            self.lon,
            self.population,
            self.feature,
        )


@dataclass(slots=True)
class Added:
    """What came of a dump: places taken, lines of no use (rivers, shops), and lines that could not be read."""

    places: int = 0
    passed_over: int = 0
    malformed: int = 0
    first_malformed: int | None = None
    """Line number of the first that could not be read, from 1."""
    share: float = 0.0
    """How much of the file has been read, 0..1."""


@contextmanager
def _open(path: Path) -> Iterator[tuple[BinaryIO, int]]:
    """The file and its size in bytes, unzipped."""
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                texts = [
                    name
                    for name in archive.namelist()
                    if name.endswith(".txt") and not name.lower().startswith("readme")
                ]
                if len(texts) != 1:
                    raise GazetteerError(path, f"{len(texts)} text files in the archive, not one", _SIGN)
                with archive.open(texts[0]) as file:
                    size = archive.getinfo(texts[0]).file_size
                    yield cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", file))), size
        else:
            with path.open("rb") as file:
                yield file, path.stat().st_size
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise GazetteerError(
            path, f"cannot be read: {error}", "give a GeoNames dump, .txt or .zip"
        ) from error


def _lines(file: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """Numbered lines; None for one that is too long or not UTF-8."""
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, None
            continue
        try:
            yield number, raw.decode().rstrip("\r\n")
        except UnicodeDecodeError:
            yield number, None


def _is_latin(name: str) -> bool:
    """Whether a name is in the Latin script: it ends before the Greek block, or after it holds accents only."""
    return name.isascii() or all(
        ord(character) < 0x370 or 0x1E00 <= ord(character) < 0x2070 for character in name
    )


def usable_names(name: str, others: list[str]) -> tuple[str, ...]:
    """The names that a report in English could use: Latin script, no airport codes, no addresses."""
    return tuple(dict.fromkeys((name, *filter(_is_usable, others))))


def _is_usable(name: str) -> bool:
    if len(name) <= 4 and name.isupper():
        return False
    return len(name) > 1 and _is_latin(name) and "/" not in name and not name.isdigit()


def _kind(feature_class: str, code: str) -> PlaceKind | None:
    if feature_class == "P" or code in _POINTS:
        return PlaceKind.POINT
    if feature_class == "A":
        return None if _COUNTRIES.match(code) else PlaceKind.ADMIN
    return PlaceKind.AREA if code in _AREAS else None


def _main_entry(columns: list[str]) -> DumpEntry | None:
    """A line of the main table; None where it is a thing that no report locates an event by."""
    kind = _kind(columns[6], columns[7])
    if kind is None:
        return None
    lat, lon = float(columns[4]), float(columns[5])
    if not (columns[0].isdigit() and columns[1] and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("no id, no name or no place on earth")
    country, admin1 = columns[8] or None, columns[10] or None
    if admin1 == "00":
        admin1 = None
    return DumpEntry(
        id=f"geonames:{columns[0]}",
        name=columns[1],
        kind=kind,
        country=country,
        admin1=admin1,
        lat=lat,
        lon=lon,
        population=max(int(columns[14] or 0), 0),
        names=usable_names(columns[1], [columns[2], *columns[3].split(",")]),
        division=f"{country}.{admin1}" if columns[7] == "ADM1" and country and admin1 else None,
        feature=columns[7] or None,
    )


def _division_entry(columns: list[str]) -> DumpEntry:
    code, name, plain, number = columns
    if not (_ADMIN_CODE.fullmatch(code) and name and number.strip().isdigit()):
        raise ValueError("not a division")
    country, admin1, *below = code.split(".", 2)
    return DumpEntry(
        id=f"geonames:{number.strip()}",
        name=name,
        kind=PlaceKind.ADMIN,
        country=country,
        admin1=admin1,
        lat=None,
        lon=None,
        population=0,
        names=usable_names(name, [plain]),
        division=None if below else code,
        feature="ADM2" if below else "ADM1",
    )


def read_dump(path: Path, added: Added) -> Iterator[DumpEntry]:
    """The places of a dump, one line in memory at a time; `added` is kept up as they are read.

    Raises `GazetteerError` where the first line is of no known shape or the file cannot be read.
    """
    with _open(path) as (file, size):
        width = 0
        for number, line in _lines(file):
            if number % _TOLD_EVERY == 0:
                added.share = file.tell() / max(size, 1)
            columns = line.split("\t") if line is not None else []
            if not width:
                if line == "":
                    continue
                width = _shape(columns, path, number)
            try:
                if len(columns) != width:
                    raise ValueError("columns")
                entry = _main_entry(columns) if width == _MAIN_COLUMNS else _division_entry(columns)
            except ValueError:
                added.malformed += 1
                added.first_malformed = added.first_malformed or number
                continue
            if entry is None:
                added.passed_over += 1
                continue
            added.places += 1
            yield entry
        added.share = 1.0
        if not width:
            raise GazetteerError(path, "the file is empty", "give a GeoNames dump, .txt or .zip")


def _shape(columns: list[str], path: Path, number: int) -> int:
    if len(columns) == _MAIN_COLUMNS and columns[0].isdigit():
        return _MAIN_COLUMNS
    if len(columns) == _ADMIN_COLUMNS and _ADMIN_CODE.fullmatch(columns[0]):
        return _ADMIN_COLUMNS
    raise GazetteerError(
        path,
        f"line {number} has {len(columns)} columns; a GeoNames dump has 19, its lists of divisions 4",
        "give a GeoNames dump, .txt or .zip",
    )
