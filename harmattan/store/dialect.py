"""All that differs between databases: how SQLite is opened, "insert unless there", joins in a given order, triggers,
what errors mean.

SQLite settings, and why:

- WAL: the site can be built and the store looked at while a run writes; a commit is one append.
- synchronous NORMAL for what can be read again: a commit survives `kill -9`, and after a power cut the store is
  whole, though it may lack the last documents, which the next run reads again. Flushing each of them to the disk
  cost a seventh of a run over short reports. FULL for judgements: nobody can read an analyst's opinion again.
- BEGIN is ours: Python's driver starts transactions late and lets CREATE TABLE run outside of them, so that a
  killed migration would leave half a schema.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from harmattan.errors import StoreError, StoreFullError
from harmattan.store.encoding import decoded, encoded

BUSY_SECONDS = 30.0
"""How long a writer waits for another process to finish its transaction."""

LITTLE_SPACE = 1 << 20
"""Free bytes below which a failed write is put down to a full disk; SQLite does not always say so itself."""


def sqlite_engine(path: Path) -> Engine:
    """An engine on the SQLite file `path`, which is made on the first connection if it is not there."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS},
        json_serializer=encoded,
        json_deserializer=decoded,
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that will write says so at once: two that both start as readers could only deadlock.
        options = connection.get_execution_options()
        if options.get("writes"):
            connection.exec_driver_sql(f"PRAGMA synchronous={'FULL' if options.get('flushed') else 'NORMAL'}")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("BEGIN")

    return engine


def keep_pages(connection: Connection, megabytes: int) -> None:
    """Let a connection hold so much of the database in memory, for what is written all over its tables."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size={-1024 * megabytes}")


_SOUGHT = """
CREATE TEMP TABLE IF NOT EXISTS sought (
    claim INTEGER, cell INTEGER, low INTEGER, first INTEGER, last INTEGER, points INTEGER
)"""
_FOUND = """
SELECT pair.one, pair.other
FROM (
    SELECT sought.claim AS one, filed.claim AS other
    FROM sought
    CROSS JOIN filed ON filed.cell = sought.cell AND filed.start BETWEEN sought.low AND sought.last
    WHERE filed."end" >= sought.first AND filed.claim <> sought.claim
    GROUP BY sought.claim, filed.claim
    HAVING sum(sought.points) >= ?
) AS pair
CROSS JOIN candidates AS other ON other.claim = pair.other
CROSS JOIN candidates AS own ON own.claim = pair.one
WHERE other.judged = 1 OR (other.day, other.claim) < (own.day, own.claim)
"""


def seek(
    connection: Connection, rows: list[tuple[int, int, int, int, int, int]], enough: int
) -> list[tuple[int, int]]:
    """Pairs of a claim and another that it finds with so many points where it looks.

    A row is a claim, a cell, the earliest day on which something may be filed there that reaches into the stretch, the
    stretch, and points. SQLite's CROSS JOIN goes through the tables in the order in which they stand: first those who
    look, then the few that are filed where they do. The rows go to the driver as they are, for they are as many as all
    else that a run looks up.
    """
    connection.exec_driver_sql(_SOUGHT)
    connection.exec_driver_sql("DELETE FROM sought")
    connection.exec_driver_sql("INSERT INTO sought VALUES (?, ?, ?, ?, ?, ?)", rows)
    return [(row[0], row[1]) for row in connection.exec_driver_sql(_FOUND, (enough,))]


def index_names(connection: Connection, table: Table) -> set[str]:
    """What the indexes of a table are called, those of its unique fields left out."""
    if connection.dialect.name == "sqlite":  # one question, where the other way takes one for each index
        rows = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = :table"),
            {"table": table.name},
        )
        return {name for (name,) in rows if not name.startswith("sqlite_")}
    return {str(index["name"]) for index in inspect(connection).get_indexes(table.name)}


def read_records(connection: Connection, numbers: Collection[int]) -> Sequence[Any]:
    """Of claims by their numbers: number, id, document, and record as text; as the driver gives them."""
    some = ", ".join(map(str, map(int, numbers)))
    query = f"SELECT seq, id, document, record FROM claims WHERE seq IN ({some})"
    return connection.exec_driver_sql(query).cursor.fetchall()


def read_documents(connection: Connection, ids: Sequence[str]) -> Sequence[Any]:
    """Of documents by their ids: id, text, title, day of printing as text, source, address and origin."""
    marks = ", ".join("?" * len(ids))
    query = f"SELECT id, text, title, published, source, url, origin FROM documents WHERE id IN ({marks})"
    return connection.exec_driver_sql(query, tuple(ids)).cursor.fetchall()


def insert_new(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Insert the rows whose unique fields are not there yet; how many those were."""
    if not rows:
        return 0
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows).rowcount


def insert_plain(
    connection: Connection, table: Table, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
) -> None:
    """The same for many small rows, given as the driver takes them: no types are looked after, and nothing counted."""
    if rows:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f"INSERT OR IGNORE INTO {table.name} ({names}) VALUES ({marks})", rows)


def forbid(connection: Connection, change: str, table: str, reason: str) -> None:
    """Make the database refuse every UPDATE or DELETE of a table, whoever asks."""
    name = f"{table}_no_{change.lower()}"
    reason = reason.replace("'", "''")
    if connection.dialect.name == "postgresql":
        connection.execute(
            text(
                f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql "
                f"AS $$ BEGIN RAISE EXCEPTION '{reason}'; END $$"
            )
        )
        connection.execute(
            text(f"CREATE TRIGGER {name} BEFORE {change} ON {table} EXECUTE FUNCTION {name}()")
        )
    else:
        connection.execute(
            text(
                f"CREATE TRIGGER {name} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{reason}'); END"
            )
        )


def permit(connection: Connection, change: str, table: str) -> None:
    """Undo `forbid`: for a table whose rows a migration has brought elsewhere."""
    name = f"{table}_no_{change.lower()}"
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"DROP TRIGGER {name} ON {table}"))
        connection.execute(text(f"DROP FUNCTION {name}()"))
    else:
        connection.execute(text(f"DROP TRIGGER {name}"))


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn a database's errors into `StoreError` and `StoreFullError`, which say what to do."""
    try:
        yield
    except DBAPIError as error:
        raise _explained(path, error.orig) from error
    except sqlite3.Error as error:  # raised while the settings are made, where SQLAlchemy does not look
        raise _explained(path, error) from error
    except SQLAlchemyError as error:
        raise StoreError(path, f"the store cannot be used: {error}") from error


def _explained(path: Path, error: BaseException | None) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN if _little_space(path):
            return _full(path)
        case sqlite3.SQLITE_NOTADB:
            return StoreError(
                path, "is not a Harmattan store", "move it away, or name another project folder"
            )
        case sqlite3.SQLITE_CORRUPT:
            return StoreError(path, f"the store is damaged: {error}", "restore a copy of it")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreError(path, "another program keeps the store busy", "try again when it is done")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return StoreError(
                path, "cannot be opened for writing", "check the rights of the file and its folder"
            )
    return StoreError(path, f"the store cannot be used: {error}")


def _full(path: Path) -> StoreFullError:
    return StoreFullError(
        path, "no space is left on the disk; what was stored before is whole", "make room, then run again"
    )


def _little_space(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < LITTLE_SPACE
    except OSError:
        return False
