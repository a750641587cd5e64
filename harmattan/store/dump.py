"""A store as lines of text, for comparing two of them: equal dumps, equal stores."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from harmattan.model.judgements import Holder
from harmattan.store.schema import judgements, metadata


def dump(connection: Connection) -> Iterator[str]:
    """Every row of every table as JSON, tables by name, rows in the order they were written.

    Left out is what may differ between two stores that say the same: the numbers behind that order, the time of a
    program's judgement, which is the time of its run, and the tables that can be worked out from the others.
    """
    tables = (table for table in metadata.tables.values() if not table.info.get("derived"))
    for table in sorted(tables, key=lambda table: table.name):
        order = [table.c.seq] if "seq" in table.c else list(table.primary_key)
        for row in connection.execute(select(table).order_by(*order)).mappings():
            yield json.dumps([table.name, _kept(table, dict(row))], ensure_ascii=False, default=_day)


def _kept(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    left_out = {"seq"}
    if table is judgements and row["holder"] == Holder.PROGRAM:
        left_out.add("at")
    return {name: value for name, value in row.items() if name not in left_out}


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"not a value of the tables: {value!r}")
