"""A store with made-up reports in it, written as a run would write them, many to a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from pathlib import Path

from benchmarks.happenings import Newsroom, Report
from benchmarks.lands import DAYS, FIRST_DAY
from harmattan.model.coding import Coded
from harmattan.store.about import things
from harmattan.store.dialect import insert_new
from harmattan.store.rows import claim_row, document_row
from harmattan.store.schema import claim_about, claims, documents, readings
from harmattan.store.store import Store

TOGETHER = 1_000
"""Reports to a transaction."""
NEXT_DAY = FIRST_DAY + timedelta(days=DAYS)
"""The day after all others."""


def fill(path: Path, count: int) -> list[Coded]:
    """Make a store with so many claims, and give the next day's documents."""
    newsroom = Newsroom()
    with Store.open(path) as store:
        rest = newsroom.reports(count)
        while portion := list(islice(rest, TOGETHER)):
            _write(store, portion)
    return [
        Coded(report.document, report.claims[0].reader, report.claims, (), len(report.document.text.split()))
        for report in newsroom.reports(max(1, count // DAYS), NEXT_DAY)
    ]


def _write(store: Store, portion: Iterable[Report]) -> None:
    found = list({report.document.id: report for report in portion}.values())
    made = [claim for report in found for claim in report.claims]
    rows = [claim_row(claim) for claim in made]
    about = [{"claim": row["id"], "thing": thing} for row in rows for thing in things(row["record"])]
    with store.engine.execution_options(writes=True).begin() as connection:
        insert_new(connection, documents, [document_row(report.document) for report in found])
        insert_new(connection, readings, list(_readings(found)))
        insert_new(connection, claims, rows)
        insert_new(connection, claim_about, about)


def _readings(found: Iterable[Report]) -> Iterator[dict[str, object]]:
    for report in found:
        words = len(report.document.text.split())
        yield {"document": report.document.id, "reader": report.claims[0].reader, "words": words}
