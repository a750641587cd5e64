"""Countries, what their people and governments are called, and the vague regions that reports speak of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any

from harmattan.errors import ReferenceError_
from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.reference.names import bare, is_acronym, key
from harmattan.reference.phrases import Phrase, PhraseIndex

DATA = "countries.toml"


@dataclass(frozen=True, slots=True)
class Country:
    """A country as reports name it.

    For example ML: "Mali", demonyms "Malian" and "Malians", capital and metonym "Bamako".
    """

    iso: str
    """ISO 3166-1 alpha-2; XK for Kosovo."""
    name: str
    variants: tuple[str, ...]
    demonyms: tuple[str, ...]
    lat: float
    lon: float
    capital: str
    metonyms: tuple[str, ...]
    """What stands for the government: "Paris", "the Kremlin"."""
    forces: bool = True
    """Whether it keeps armed forces."""
    namesakes: tuple[str, ...] = ()
    """Codes of countries one of whose divisions has the same name: Georgia's is US."""
    geonames: int | None = None
    """Its GeoNames id."""

    @property
    def location(self) -> Location:
        """The country as a place; its coordinates are a rough middle."""
        return Location(f"country:{self.iso}", self.name, PlaceKind.COUNTRY, self.iso, self.lat, self.lon)


@dataclass(frozen=True, slots=True)
class CountryWord:
    """What a phrase says of a country: its "name" or a "demonym" of its people."""

    country: Country
    kind: str


@dataclass(frozen=True, slots=True)
class Region:
    """A region without sharp borders, and the countries it is said to hold where the list is short."""

    location: Location
    variants: tuple[str, ...]
    countries: tuple[str, ...]
    geonames: int | None = None
    """Its GeoNames id, where it has one."""


class Countries:
    """All countries and regions, by name, demonym, metonym and code."""

    def __init__(self, countries: Iterable[Country], regions: Iterable[Region]) -> None:
        self.all = tuple(countries)
        self.regions = tuple(regions)
        self._by_iso = {country.iso: country for country in self.all}
        self._by_name: dict[str, Country] = {}
        self._by_demonym: dict[str, Country] = {}
        self._by_metonym: dict[str, Country] = {}
        self._exact: dict[str, str] = {}
        for country in self.all:
            for name in (country.name, *country.variants):
                _own(self._by_name, name, country)
                if is_acronym(name):
                    self._exact[key(name)] = bare(name)
            for word in country.demonyms:
                _own(self._by_demonym, word, country)
            for word in country.metonyms:
                _own(self._by_metonym, word, country)
        self._regions = {
            key(name): region for region in self.regions for name in (region.location.name, *region.variants)
        }

    def get(self, iso: str) -> Country | None:
        """By ISO 3166-1 alpha-2 code, in capitals."""
        return self._by_iso.get(iso)

    def by_name(self, text: str) -> Country | None:
        """By exactly a name or variant; "US" and other acronyms only in capitals."""
        name = key(text)
        country = self._by_name.get(name)
        if country is not None and name in self._exact and bare(text) != self._exact[name]:
            return None
        return country

    def by_demonym(self, word: str) -> Country | None:
        """By an adjective or noun of its people: "Nigerien" is Niger, "Nigerian" is Nigeria."""
        return self._by_demonym.get(key(word))

    def by_metonym(self, word: str) -> Country | None:
        """By what stands for its government: "Paris", "the Kremlin". Says nothing of a place."""
        return self._by_metonym.get(key(word))

    def region(self, name: str) -> Location | None:
        """A region without sharp borders: "the Sahel", "Lake Chad basin"."""
        region = self._regions.get(key(name))
        return region.location if region else None

    def countries_of(self, name: str) -> tuple[str, ...]:
        """Codes of the countries that a region is said to hold; empty where it has no short list."""
        region = self._regions.get(key(name))
        return region.countries if region else ()

    @cached_property
    def geonames(self) -> Mapping[str, str]:
        """GeoNames ids ("geonames:2453866") by our own ("country:ML", "region:africa")."""
        known = [(f"country:{country.iso}", country.geonames) for country in self.all]
        known += [(region.location.id, region.geonames) for region in self.regions]
        return {own: f"geonames:{number}" for own, number in known if number is not None}

    @cached_property
    def _words(self) -> PhraseIndex[CountryWord]:
        return PhraseIndex(
            [
                *(
                    Phrase(name, CountryWord(country, "name"), is_acronym(name))
                    for country in self.all
                    for name in (country.name, *country.variants)
                ),
                *(
                    Phrase(word, CountryWord(country, "demonym"))
                    for country in self.all
                    for word in country.demonyms
                ),
            ]
        )

    def find(self, text: str) -> list[tuple[int, int, Country, str]]:
        """Names and demonyms in a text, in text order: start, end, country, and "name" or "demonym"."""
        return [(start, end, word.country, word.kind) for start, end, word in self._words.find(text)]


def _own(table: dict[str, Country], name: str, country: Country) -> None:
    owner = table.setdefault(key(name), country)
    if owner is not country:
        raise ReferenceError_(DATA, f"{name!r} belongs to {owner.name} and to {country.name}")


def _parse_country(record: Mapping[str, Any]) -> Country:
    try:
        lat, lon = record["centre"]
        return Country(
            iso=record["iso"],
            name=record["name"],
            variants=tuple(record.get("variants", ())),
            demonyms=tuple(record.get("demonyms", ())),
            lat=float(lat),
            lon=float(lon),
            capital=record["capital"],
            metonyms=tuple(record.get("metonyms", ())),
            forces=record.get("forces", True),
            namesakes=tuple(record.get("namesakes", ())),
            geonames=record.get("geonames"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceError_(
            DATA, f"country {record.get('name', record.get('iso', '?'))}: {_problem(error)}"
        ) from error


def _parse_region(record: Mapping[str, Any]) -> Region:
    try:
        lat, lon = record["centre"]
        location = Location(
            f"region:{record['id']}", record["name"], PlaceKind.REGION, None, float(lat), float(lon)
        )
        return Region(
            location,
            tuple(record.get("variants", ())),
            tuple(record.get("countries", ())),
            record.get("geonames"),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ReferenceError_(DATA, f"region {record.get('id', '?')}: {_problem(error)}") from error


def _problem(error: Exception) -> str:
    return f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)


def parse_countries(text: str) -> Countries:
    """Countries and regions of a TOML text shaped as `data/countries.toml`."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReferenceError_(DATA, str(error)) from error
    return Countries(map(_parse_country, data.get("country", ())), map(_parse_region, data.get("region", ())))


@lru_cache(maxsize=1)
def countries() -> Countries:
    """The countries and regions that ship with the package, read once."""
    data = resources.files("harmattan.reference").joinpath("data", DATA)
    return parse_countries(data.read_text(encoding="utf-8"))
