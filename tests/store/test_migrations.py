"""Old stores become new ones, with nothing lost, and the migrations lead to the tables of `schema`."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event

from harmattan.store import migrations, opening
from harmattan.store.dialect import sqlite_engine
from harmattan.store.dump import dump
from harmattan.store.schema import REVISIONS, metadata
from harmattan.store.store import Store
from tests.fakes import FakeCoder, reports

SCRIPTS = ScriptDirectory(str(Path(migrations.__file__).parent))


FIRST_MINTS = """
CREATE TABLE mints (
    seq INTEGER NOT NULL, claim TEXT NOT NULL, incident TEXT NOT NULL,
    CONSTRAINT pk_mints PRIMARY KEY (seq), CONSTRAINT uq_mints_claim UNIQUE (claim),
    CONSTRAINT uq_mints_incident UNIQUE (incident)
);
INSERT INTO mints SELECT seq, claim, incident FROM publications;
CREATE TRIGGER mints_no_update BEFORE UPDATE ON mints BEGIN SELECT RAISE(ABORT, 'an id is minted once'); END;
CREATE TRIGGER mints_no_delete BEFORE DELETE ON mints BEGIN SELECT RAISE(ABORT, 'an id is minted once'); END;
DROP TABLE publications;
DROP TABLE redirects;
DROP TABLE candidates;
DROP TABLE filed;
DROP TABLE progress;
DROP INDEX ix_judgements_holder_name_at;
"""


def lines(path: Path) -> list[str]:
    with sqlite_engine(path).connect() as connection:
        return list(dump(connection))


def filled(path: Path) -> None:
    coder = FakeCoder()()
    with Store.open(path) as store:
        for document in reports(10):
            store.add(coder(document))
        store.publish([("i1", "c1"), ("i0", "c2")], {})


def back_to_0001(path: Path) -> None:
    """Make it what a Harmattan of the first revision would have left."""
    with sqlite3.connect(path) as connection:
        connection.executescript(FIRST_MINTS)
        connection.execute("DROP TABLE claim_about")
        connection.execute("UPDATE alembic_version SET version_num = '0001'")


def test_the_revisions_are_those_of_the_scripts() -> None:
    scripts = [script.revision for script in SCRIPTS.walk_revisions()]
    assert tuple(reversed(scripts)) == REVISIONS


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    path = tmp_path / "harmattan.db"
    Store.open(path).close()
    with sqlite_engine(path).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_an_old_store_is_migrated_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "harmattan.db"
    filled(path)
    before = lines(path)
    assert any("claim_about" in line for line in before)
    back_to_0001(path)
    with Store.open(path) as store:
        assert store.published() == [("i1", "c1"), ("i0", "c2")]
    assert lines(path) == before
    with sqlite3.connect(path) as connection:
        (left,) = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name LIKE '%mints%'"
        ).fetchone()
        assert left == 0


def test_a_store_in_its_newest_shape_is_opened_without_alembic(tmp_path: Path, monkeypatch: object) -> None:
    path = tmp_path / "harmattan.db"
    Store.open(path).close()
    before = path.read_bytes()
    Store.open(path).close()
    assert path.read_bytes() == before


def test_a_migration_killed_anywhere_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    filled(whole)
    expected = lines(whole)
    for fresh in (True, False):
        survived = False
        for count in range(1, 200):
            path = tmp_path / f"{fresh}-{count}.db"
            if not fresh:
                path.write_bytes(whole.read_bytes())
                back_to_0001(path)
            if survived := _opened_in_a_child_that_dies(path, count):
                break
            with Store.open(path) as store:
                assert store.document_count() == (0 if fresh else 10)
            if not fresh:
                assert lines(path) == expected
        assert survived
        assert count > 5


def _opened_in_a_child_that_dies(path: Path, count: int) -> bool:
    """Whether a child process that is killed at its `count`-th statement came to its end before."""
    child = os.fork()
    if child == 0:
        left = count

        def dying(path: Path) -> object:
            engine = sqlite_engine(path)

            @event.listens_for(engine, "before_cursor_execute")
            def _count(*_: object) -> None:
                nonlocal left
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            return engine

        setattr(opening, "sqlite_engine", dying)  # noqa: B010 - not its own name
        try:
            Store.open(path).close()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFEXITED(status)
