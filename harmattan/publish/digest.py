"""The digest and its archive: what happened and what was published, by day, month and year, never finer than known.

An incident stands on the page of the smallest stretch of the calendar that holds all of its period: a day, a month, a
year, or, wider than that, the archive's own first page.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from harmattan.model.text import Document
from harmattan.model.values import Period
from harmattan.model.world import Incident
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, Line, Note, source_words, title_of
from harmattan.publish.contents import Contents, kind_order
from harmattan.publish.incidents import IncidentCard, incident_cards
from harmattan.publish.wording import MONTHS, counted, day_words


@dataclass(frozen=True, slots=True)
class Report:
    """A document of the day, with what it says."""

    href: str
    title: str
    source: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """The digest of one day."""

    page: str
    day: date
    heading: str
    incidents: tuple[IncidentCard, ...]
    reports: tuple[Report, ...]
    earlier: tuple[str, str] | None
    later: tuple[str, str] | None
    up: tuple[str, str]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in a month's grid, or a month in a year's: a link where there is something to see."""

    text: str
    label: str
    href: str | None
    incidents: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A month as weeks of days, Monday first, or a year as its months."""

    caption: str
    href: str | None
    head: tuple[str, ...]
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class PeriodView:
    """The archive of a month or a year, or the archive's first page."""

    page: str
    heading: str
    lead: str
    grids: tuple[Grid, ...]
    incidents: tuple[IncidentCard, ...]
    """Those known no better than to this period."""
    within: tuple[IncidentCard, ...]
    """For a month: those known to a day of it."""
    up: tuple[str, str] | None
    earlier: tuple[str, str] | None
    later: tuple[str, str] | None


def place_in_archive(period: Period | None) -> str:
    """The page of the archive that an incident of this period stands on."""
    if period is None or period.earliest is None or period.latest is None:
        return addresses.DIGEST
    first, last = period.earliest, period.latest
    if first == last:
        return addresses.day_page(first)
    if (first.year, first.month) == (last.year, last.month):
        return addresses.month_page(first.year, first.month)
    return addresses.year_page(first.year) if first.year == last.year else addresses.DIGEST


class Archive:
    """Everything of the digest by its page's address, and the days, months and years there are pages for."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.incidents: dict[str, list[Incident]] = defaultdict(list)
        self.documents: dict[date, list[Document]] = defaultdict(list)
        self._months: set[tuple[int, int]] = set()
        years: set[int] = set()
        days: set[date] = set()
        for document in contents.documents:
            if document.published:
                self.documents[document.published].append(document)
                days.add(document.published)
        for incident in contents.incidents:
            page = place_in_archive(incident.period)
            self.incidents[page].append(incident)
            if page == addresses.DIGEST or incident.period is None or incident.period.earliest is None:
                continue
            first = incident.period.earliest
            years.add(first.year)
            if page == addresses.day_page(first):
                days.add(first)
            elif page == addresses.month_page(first.year, first.month):
                self._months.add((first.year, first.month))
        self.days = sorted(days)
        self._months |= {(day.year, day.month) for day in days}
        self.months = sorted(self._months)
        self.years = sorted(years | {year for year, _ in self.months})

    def day(self, day: date) -> DayView:
        """The digest of a day there is a page for."""
        page = addresses.day_page(day)
        citations = Citations(self.contents, page)
        index = self.days.index(day)
        earlier = self.days[index - 1] if index else None
        later = self.days[index + 1] if index + 1 < len(self.days) else None
        return DayView(
            page=page,
            day=day,
            heading=f"{calendar.day_name[day.weekday()]}, {day_words(day)}",
            incidents=incident_cards(self.contents, citations, self.incidents[page]),
            reports=tuple(self._report(citations, document) for document in self.documents.get(day, ())),
            earlier=(citations.href(addresses.day_page(earlier)), day_words(earlier)) if earlier else None,
            later=(citations.href(addresses.day_page(later)), day_words(later)) if later else None,
            up=(citations.href(addresses.month_page(day.year, day.month)), f"{MONTHS[day.month]} {day.year}"),
            notes=tuple(citations.notes),
        )

    def _report(self, citations: Citations, document: Document) -> Report:
        claims = sorted(
            self.contents.claims_of_document[document.id],
            key=lambda claim: (
                kind_order(claim),
                min((span.start for span in claim.statement.evidence), default=0),
            ),
        )
        href = citations.href(addresses.document_page(document.id))
        return Report(href, title_of(document), source_words(document), citations.lines(claims))

    def month(self, year: int, month: int) -> PeriodView:
        """The archive of a month."""
        page = addresses.month_page(year, month)
        citations = Citations(self.contents, page)
        days = [day for day in self.days if (day.year, day.month) == (year, month)]
        told = [one for day in reversed(days) for one in self.incidents.get(addresses.day_page(day), ())]
        documents = sum(len(self.documents.get(day, ())) for day in days)
        index = self.months.index((year, month))
        earlier = self.months[index - 1] if index else None
        later = self.months[index + 1] if index + 1 < len(self.months) else None
        own = self.incidents.get(page, [])
        return PeriodView(
            page=page,
            heading=f"{MONTHS[month]} {year}",
            lead=f"{counted(len(told) + len(own), 'incident')}, {counted(documents, 'document')} published.",
            grids=(self._month_grid(citations, year, month),),
            incidents=incident_cards(self.contents, citations, own),
            within=incident_cards(self.contents, citations, told),
            up=(citations.href(addresses.year_page(year)), str(year)),
            earlier=_month_link(citations, earlier),
            later=_month_link(citations, later),
        )

    def year(self, year: int) -> PeriodView:
        """The archive of a year."""
        page = addresses.year_page(year)
        citations = Citations(self.contents, page)
        index = self.years.index(year)
        earlier = self.years[index - 1] if index else None
        later = self.years[index + 1] if index + 1 < len(self.years) else None
        months = [month for held, month in self.months if held == year]
        return PeriodView(
            page=page,
            heading=str(year),
            lead="Choose a day. Bold days have incidents, the others that are marked have documents only.",
            grids=tuple(self._month_grid(citations, year, month, linked=True) for month in months),
            incidents=incident_cards(self.contents, citations, self.incidents.get(page, [])),
            within=(),
            up=(citations.href(addresses.DIGEST), "Archive"),
            earlier=(citations.href(addresses.year_page(earlier)), str(earlier))
            if earlier is not None
            else None,
            later=(citations.href(addresses.year_page(later)), str(later)) if later is not None else None,
        )

    def first_page(self) -> PeriodView:
        """The archive's first page: the years by month."""
        citations = Citations(self.contents, addresses.DIGEST)
        return PeriodView(
            page=addresses.DIGEST,
            heading="Digest and archive",
            lead="What happened and what was published, day by day. Every page here keeps its address.",
            grids=tuple(self._year_grid(citations, year) for year in reversed(self.years)),
            incidents=incident_cards(self.contents, citations, self.incidents.get(addresses.DIGEST, [])),
            within=(),
            up=None,
            earlier=None,
            later=None,
        )

    def _month_grid(self, citations: Citations, year: int, month: int, *, linked: bool = False) -> Grid:
        rows = []
        for week in calendar.Calendar().monthdayscalendar(year, month):
            cells = [self._day_cell(citations, date(year, month, day)) if day else None for day in week]
            rows.append(tuple(cells))
        href = citations.href(addresses.month_page(year, month)) if linked else None
        head = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
        return Grid(f"{MONTHS[month]} {year}", href, head, tuple(rows))

    def _day_cell(self, citations: Citations, day: date) -> Cell:
        page = addresses.day_page(day)
        incidents, documents = len(self.incidents.get(page, ())), len(self.documents.get(day, ()))
        if not incidents and not documents:
            return Cell(str(day.day), day_words(day), None)
        label = f"{day_words(day)}: {counted(incidents, 'incident')}, {counted(documents, 'document')}"
        return Cell(str(day.day), label, citations.href(page), incidents, documents)

    def _year_grid(self, citations: Citations, year: int) -> Grid:
        cells = []
        for month in range(1, 13):
            name = MONTHS[month]
            if (year, month) not in self._months:
                cells.append(Cell(name[:3], f"{name} {year}", None))
                continue
            days = [day for day in self.days if (day.year, day.month) == (year, month)]
            page = addresses.month_page(year, month)
            pages = [page, *(addresses.day_page(day) for day in days)]
            incidents = sum(len(self.incidents.get(one, ())) for one in pages)
            documents = sum(len(self.documents.get(day, ())) for day in days)
            label = f"{name} {year}: {counted(incidents, 'incident')}, {counted(documents, 'document')}"
            cells.append(Cell(name[:3], label, citations.href(page), incidents, documents))
        href = citations.href(addresses.year_page(year))
        return Grid(str(year), href, (), (tuple(cells[:6]), tuple(cells[6:])))


def _month_link(citations: Citations, month: tuple[int, int] | None) -> tuple[str, str] | None:
    if month is None:
        return None
    return citations.href(addresses.month_page(*month)), f"{MONTHS[month[1]]} {month[0]}"
