"""Opening a store: a new one gets its tables, an old one its migrations, a newer one is left alone."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from harmattan.errors import StoreError, StoreVersionError
from harmattan.store.dialect import plain_errors, sqlite_engine
from harmattan.store.migrations import upgrade
from harmattan.store.schema import REVISIONS

MAGIC = b"SQLite format 3\x00"
"""How every SQLite file begins (https://www.sqlite.org/fileformat.html)."""


def open_sqlite(path: Path) -> Engine:
    """The engine of the store at `path`, its tables in their newest shape; made if there is none.

    Raises `StoreVersionError` for a store of a newer Harmattan, `StoreError` for a file that is no store.
    """
    _check_magic(path)
    engine = sqlite_engine(path)
    try:
        with plain_errors(path):
            _bring_up_to_date(engine, path)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_magic(path: Path) -> None:
    """Refuse a file that is something else; SQLite itself would write over a very short one."""
    journal = path.with_name(path.name + "-journal")
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError:
        return  # missing, or SQLite will say what is wrong
    if start and start != MAGIC and not journal.exists():
        raise StoreError(path, "is not a Harmattan store", "move it away, or name another project folder")


def _bring_up_to_date(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        if _revision(connection, path) == REVISIONS[-1]:
            return
    # One transaction for all migrations: killed half-way, the store is as it was. Its lock is taken before the
    # version is asked again, since two programs may open an old store at once.
    with engine.execution_options(writes=True).begin() as connection:
        if _revision(connection, path) != REVISIONS[-1]:
            upgrade(connection)


def _revision(connection: Connection, path: Path) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise StoreError(path, "is a database, but not a Harmattan store", "name another project folder")
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if revision is not None and revision not in REVISIONS:
        raise StoreVersionError(
            path,
            f"was written by a newer Harmattan (store version {revision}; this one knows up to {REVISIONS[-1]})",
            "upgrade Harmattan, or use another project folder",
        )
    return str(revision) if revision is not None else None
