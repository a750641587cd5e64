"""The static site: a folder of pages that works from a disk, without a server and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from harmattan.model.text import Document
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, source_words, title_of
from harmattan.publish.contents import Contents
from harmattan.publish.data import SiteData
from harmattan.publish.digest import Archive, place_in_archive
from harmattan.publish.dossiers import actor_dossier, country_dossier, names_of
from harmattan.publish.feed import MOST_ENTRIES, atom_feed
from harmattan.publish.highlights import paragraphs
from harmattan.publish.incidents import heading_of, incident_cards, incident_view
from harmattan.publish.ledger_page import ledger_view
from harmattan.publish.pages import Pages, lighting
from harmattan.publish.wording import counted
from harmattan.publish.writing import listed_pages, remove_pages, write_list, write_page
from harmattan.resolution.actors.provisional import is_provisional

STATIC = ("site.css", "site.js", "icon.svg")
NEWEST = 8
"""How many incidents and documents the first page shows."""
PROVISIONAL = "Provisional: named in the documents, not in the registry"
"""The heading under which those are listed."""
MOST_NAMED = 12
"""How many countries and actors the first page shows."""


@dataclass(frozen=True, slots=True)
class SiteSummary:
    """What was built: numbers of pages by kind, how many files changed, and where to open it."""

    index: Path
    pages: int
    changed: int
    documents: int
    countries: int
    actors: int
    incidents: int
    days: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A row in a list of pages."""

    href: str
    name: str
    detail: str
    count: str
    initial: str = ""


def build_site(data: SiteData, out: Path) -> SiteSummary:
    """Writes the site to the folder `out`, made if need be. Files there that are not the site's are left alone; pages
    of an earlier building that are no longer part of it are taken away.

    The same data gives the same bytes, and a page whose bytes are already there is not written again. The first page is
    written last, so that it never leads to a page that is not there yet. Raises PublishError.
    """
    contents = Contents(data)
    archive = Archive(contents)
    before = listed_pages(out)
    written = {page: write_page(out, page, content) for page, content in site_pages(contents, archive)}
    remove_pages(out, sorted(before - set(written)))
    write_list(out, written)
    return SiteSummary(
        index=out / addresses.HOME,
        pages=len(written),
        changed=sum(written.values()),
        documents=len(contents.documents),
        countries=len(contents.country_codes),
        actors=len(contents.actor_ids),
        incidents=len(contents.incidents),
        days=len(archive.days),
    )


def site_pages(contents: Contents, archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Every file of the site: its address and its bytes, the first page last."""
    pages = Pages(contents.data.title)
    static = resources.files("harmattan") / "templates" / "static"
    for name in STATIC:
        yield f"static/{name}", (static / name).read_bytes()
    for document in contents.documents:
        yield addresses.document_page(document.id), _document(pages, contents, document)
    for incident in contents.incidents:
        view = incident_view(contents, incident, place_in_archive(incident.period))
        yield view.page, pages.render("incident.html", view.page, view=view)
    yield from _moved(pages, contents)
    for actor_id in contents.actor_ids:
        dossier = actor_dossier(contents, actor_id)
        yield dossier.page, pages.render("dossier.html", dossier.page, dossier=dossier, section="actors")
    for code in contents.country_codes:
        dossier = country_dossier(contents, code)
        yield dossier.page, pages.render("dossier.html", dossier.page, dossier=dossier, section="countries")
    ledger = ledger_view(contents)
    yield ledger.page, pages.render("ledger.html", ledger.page, view=ledger)
    yield from _digest(pages, archive)
    yield from _lists(pages, contents)
    yield (
        addresses.FEED,
        atom_feed(contents.data, map(archive.day, archive.days[-MOST_ENTRIES:])).encode("utf-8", "replace"),
    )
    yield addresses.HOME, _home(pages, contents, archive)


def _document(pages: Pages, contents: Contents, document: Document) -> bytes:
    page = addresses.document_page(document.id)
    claims = sorted(
        contents.claims_of_document[document.id],
        key=lambda claim: (min((span.start for span in claim.statement.evidence), default=0), claim.id),
    )
    names = [addresses.stem(claim.id) for claim in claims]
    return pages.render(
        "document.html",
        page,
        styles=lighting(names),
        document=document,
        title=title_of(document),
        source=source_words(document),
        url=addresses.outside(document.url),
        day=addresses.day_page(document.published) if document.published else None,
        paragraphs=paragraphs(document.text, claims),
        lines=list(zip(names, Citations(contents, page).lines(claims), strict=True)),
    )


def _moved(pages: Pages, contents: Contents) -> Iterator[tuple[str, bytes]]:
    """A page for every id that was published and is no incident's any more, so that no link breaks."""
    headings = {incident.id: heading_of(contents, incident) for incident in contents.incidents}
    for retired, target in sorted(contents.data.redirects.items()):
        if retired in headings:
            continue
        page = addresses.incident_page(retired)
        onward = addresses.incident_page(target) if target in headings else None
        heading = headings.get(target or "", "")
        yield page, pages.render("moved.html", page, onward=onward, heading=heading)


def _digest(pages: Pages, archive: Archive) -> Iterator[tuple[str, bytes]]:
    for day in archive.days:
        view = archive.day(day)
        yield view.page, pages.render("digest_day.html", view.page, view=view)
    views = [archive.month(*month) for month in archive.months] + [
        archive.year(year) for year in archive.years
    ]
    for period in (*views, archive.first_page()):
        yield period.page, pages.render("digest_period.html", period.page, view=period)


def _lists(pages: Pages, contents: Contents) -> Iterator[tuple[str, bytes]]:
    for page, heading, lead, entries in (
        (
            addresses.ACTORS,
            "Actors",
            "Everyone that the documents name: those of the registry, then those held as provisional.",
            _actors(contents),
        ),
        (
            addresses.COUNTRIES,
            "Countries",
            "Each with what is claimed of it and in it.",
            _countries(contents),
        ),
        (
            addresses.DOCUMENTS,
            "Documents",
            "The frozen texts that every sentence here leads back to.",
            _documents(contents),
        ),
    ):
        yield page, pages.render("list.html", page, heading=heading, lead=lead, groups=_grouped(entries))
    citations = Citations(contents, addresses.INCIDENTS)
    cards = incident_cards(contents, citations, contents.incidents)
    yield addresses.INCIDENTS, pages.render("incidents.html", addresses.INCIDENTS, cards=cards)


def _grouped(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    """The entries under their initials, in the order in which they come."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.initial, []).append(entry)
    return list(groups.items())


def _initial(name: str) -> str:
    return name[:1].upper() if name[:1].isalpha() else "#"


def _actors(contents: Contents) -> list[Entry]:
    entries = []
    for one in sorted(contents.actor_ids, key=is_provisional):
        actor, name = contents.actor(one), contents.actor_name(one)
        count = counted(len(contents.claims_of_actor[one]), "claim")
        detail = names_of(actor) if actor else ""
        initial = PROVISIONAL if is_provisional(one) else _initial(name)
        entries.append(Entry(addresses.actor_page(one), name, detail, count, initial))
    return entries


def _countries(contents: Contents) -> list[Entry]:
    return [_country(contents, code) for code in contents.country_codes]


def _country(contents: Contents, code: str) -> Entry:
    incidents = len(contents.incidents_of_country[code])
    detail = counted(incidents, "incident") if incidents else ""
    name, count = contents.country_name(code), counted(len(contents.claims_of_country[code]), "claim")
    return Entry(addresses.country_page(code), name, detail, count, _initial(name))


def _documents(contents: Contents) -> list[Entry]:
    return [
        Entry(
            addresses.document_page(document.id),
            title_of(document),
            source_words(document),
            counted(len(contents.claims_of_document[document.id]), "claim"),
            str(document.published.year) if document.published else "Undated",
        )
        for document in contents.documents
    ]


def _home(pages: Pages, contents: Contents, archive: Archive) -> bytes:
    citations = Citations(contents, addresses.HOME)
    actors = sorted(contents.actor_ids, key=lambda one: -len(contents.claims_of_actor[one]))[:MOST_NAMED]
    countries = sorted(contents.country_codes, key=lambda one: -len(contents.claims_of_country[one]))[
        :MOST_NAMED
    ]
    figures = (
        (len(contents.documents), "documents", addresses.DOCUMENTS),
        (len(contents.claims), "cited claims", addresses.DOCUMENTS),
        (len(contents.incidents), "incidents", addresses.INCIDENTS),
        (len(contents.country_codes), "countries", addresses.COUNTRIES),
        (len(contents.actor_ids), "actors", addresses.ACTORS),
        (sum(len(one.rows) for one in contents.series), "force figures", addresses.LEDGER),
    )
    return pages.render(
        "home.html",
        addresses.HOME,
        figures=figures,
        incidents=incident_cards(contents, citations, contents.incidents[:NEWEST]),
        documents=_documents(contents)[:NEWEST],
        countries=[_country(contents, code) for code in countries],
        actors=[
            Entry(
                addresses.actor_page(one),
                contents.short_name(one),
                "",
                str(len(contents.claims_of_actor[one])),
            )
            for one in actors
        ],
        latest=archive.days[-1] if archive.days else None,
        latest_view=archive.day(archive.days[-1]) if archive.days else None,
    )
