"""The force ledger's page: a chart for each force in each place, and the table of all figures with their sources."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from harmattan.analysis.ledger import LedgerRow, Series
from harmattan.model.readings import Strength
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, Note, mark_of
from harmattan.publish.contents import Contents
from harmattan.publish.ledger_chart import ledger_chart
from harmattan.publish.wording import day_words, number_words, time_words


@dataclass(frozen=True, slots=True)
class TableRow:
    """One figure."""

    size: str
    unit: str
    status: str
    standing: str
    time: str
    mark: str
    note: Note


@dataclass(frozen=True, slots=True)
class SeriesView:
    """One force in one place."""

    anchor: str
    force: str
    force_href: str | None
    place: str
    place_href: str | None
    chart: Markup | None
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """The ledger's page."""

    page: str
    series: tuple[SeriesView, ...]
    notes: tuple[Note, ...]


def ledger_view(contents: Contents) -> LedgerView:
    """All series, those with the most figures first, then by force and place."""
    citations = Citations(contents, addresses.LEDGER)
    longest = sorted(contents.series, key=lambda one: -len(one.rows))
    views = tuple(_series(citations, one) for one in longest)
    return LedgerView(addresses.LEDGER, views, tuple(citations.notes))


def _series(citations: Citations, series: Series) -> SeriesView:
    rows = tuple(_row(citations, row) for row in series.rows)
    actor = series.key.force if series.key.force in series.actors else min(series.actors, default=None)
    actor = actor if " + " not in series.key.force else None
    country = next(iter(series.countries)) if len(series.countries) == 1 else None
    return SeriesView(
        anchor="s-" + addresses.stem("|".join((series.key.force, series.key.place, series.key.unit))),
        force=series.force[:1].upper() + series.force[1:] or "Force not named",
        force_href=citations.href(addresses.actor_page(actor)) if actor else None,
        place=series.place or "place not named",
        place_href=citations.href(addresses.country_page(country)) if country else None,
        chart=ledger_chart(series, lambda claim: citations.note(claim).href),
        rows=rows,
    )


def _row(citations: Citations, row: LedgerRow) -> TableRow:
    body = row.claim.body
    if not isinstance(body, Strength):
        raise TypeError("a ledger row is made of a strength claim")
    published = row.claim.document.published
    if body.time:
        time = time_words(body.time)
    elif row.as_reported and published:
        time = f"as reported on {day_words(published)}"
    else:
        time = "time not given"
    return TableRow(
        number_words(body.size),
        body.unit,
        row.status.value,
        row.standing.value,
        time,
        mark_of(row.claim),
        citations.note(row.claim),
    )
