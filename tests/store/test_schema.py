"""The tables can be made, and written to, in both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import Dialect, Table, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from harmattan.store.about import things
from harmattan.store.schema import metadata
from harmattan.store.store import _newest

DIALECTS: list[Dialect] = [postgresql.dialect(), sqlite.dialect()]  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_a_table_can_be_said_in_either(table: Table, dialect: Dialect) -> None:
    assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=dialect))
    made = postgresql if dialect.name == "postgresql" else sqlite
    insert = made.insert(table).on_conflict_do_nothing()
    assert "ON CONFLICT DO NOTHING" in str(insert.compile(dialect=dialect))


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_the_newest_reading_can_be_asked_of_either(dialect: Dialect) -> None:
    claims = metadata.tables["claims"]
    assert "GROUP BY readings.document" in str(_newest(select(claims), claims).compile(dialect=dialect))


PLACE = {"start": 0, "end": 1, "quote": "x", "name": "x", "lat": None, "lon": None, "kind": None}


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ({}, []),
        ({"document": {"id": "d1", "actor": "no"}}, []),
        ({"actor": [{"actor": "aqim"}, {"actor": None}], "victim": [{"actor": "aqim"}]}, ["aqim"]),
        ({"attribution": {"actor": "state-fr"}}, ["state-fr"]),
        ({"attribution": None, "time": None}, []),
        ({"place": [{**PLACE, "id": "geonames:1", "country": "ML"}]}, ["country:ML", "geonames:1"]),
        ({"place": [{**PLACE, "id": "country:ML", "country": "ML"}]}, ["country:ML"]),
        ({"place": [{**PLACE, "id": None, "country": None}]}, []),
        ({"subject": {"actor": "b"}, "object": {**PLACE, "id": None, "country": "NE"}}, ["b", "country:NE"]),
    ],
)
def test_what_a_claim_is_about(record: dict[str, object], found: list[str]) -> None:
    assert things(record) == found
