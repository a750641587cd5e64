"""Incident pages: what is held to have happened, how many casualties by whose count, who denies it, and the claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Number
from harmattan.model.values import Period, Precision
from harmattan.model.world import CasualtyReport, FigureStanding, Incident
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, Line, Note, source_words
from harmattan.publish.contents import Contents
from harmattan.publish.phrases import phrase_for
from harmattan.publish.range_chart import CountReport, range_chart
from harmattan.publish.reasons import NearView, Why, near_views, whys
from harmattan.publish.wording import casualty_words, count_words, counted, listed, period_words, tidy

PRECISION_WORDS = {
    "day": "known to the day",
    "week": "known to the week",
    "month": "known to the month, not to the day",
    "quarter": "known to the quarter of a year",
    "half": "known to the half of a year",
    "season": "known to the season",
    "year": "known to the year",
    "decade": "known to the decade",
    "open": "with an open end",
    "between": "known to lie between two days",
}


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """An incident in a list."""

    href: str
    heading: str
    when: str
    where: str
    who: str
    """Those who act and, after an arrow, those acted upon; empty where neither is named."""
    casualties: str
    sources: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """One kind of casualty: the words for all reports together, and the chart of who says which."""

    what: str
    words: str
    chart: Markup


@dataclass(frozen=True, slots=True)
class Account:
    """A claim on its incident's page: as it is told, and why it was joined to those before it."""

    line: Line
    why: Why | None
    """None for the first."""


@dataclass(frozen=True, slots=True)
class IncidentView:
    """An incident's page."""

    page: str
    card: IncidentCard
    precision: str
    places: tuple[tuple[str, str | None], ...]
    actors: tuple[tuple[str, str], ...]
    recipients: tuple[tuple[str, str], ...]
    tallies: tuple[Tally, ...]
    accounts: tuple[Account, ...]
    dissent: tuple[Account, ...]
    near: tuple[NearView, ...]
    """Other incidents that were compared with it and not joined."""
    digest: str | None
    notes: tuple[Note, ...]


def heading_of(contents: Contents, incident: Incident) -> str:
    """What kind of happening and where: "Attack with explosives, Gossi, Mali"."""
    where = where_of(contents, incident)
    return phrase_for(incident.type, incident.mode).label + (f", {where}" if where else "")


def where_of(contents: Contents, incident: Incident) -> str:
    """Places and countries, each once: "Gossi, Mali", "northern Mali"."""
    places = contents.place_names(incident)[:3]
    countries = [contents.country_name(code) for code in incident.countries]
    untold = [name for name in countries if not any(name in place for place in places)]
    return ", ".join(part for part in (listed(places), listed(untold)) if part)


def when_of(period: Period | None) -> str:
    """The period in words, as a label: "4 February 2020", "June 2021", "date not known"."""
    if period is None or not period.resolved:
        return "Date not known"
    words = period_words(period)
    short = words.removeprefix("on ").removeprefix("in ")
    return short[0].upper() + short[1:]


def incident_cards(
    contents: Contents, citations: Citations, incidents: Iterable[Incident]
) -> tuple[IncidentCard, ...]:
    """The incidents as a list on a page."""
    return tuple(_card(contents, citations, incident) for incident in incidents)


def _card(contents: Contents, citations: Citations, incident: Incident) -> IncidentCard:
    claims = _held(contents, incident.claim_ids)
    sources = {claim.document.source or claim.document.id for claim in claims}
    counts = (("killed", incident.killed), ("wounded", incident.wounded), ("abducted", incident.abducted))
    return IncidentCard(
        citations.href(addresses.incident_page(incident.id)),
        heading_of(contents, incident),
        when_of(incident.period),
        where_of(contents, incident),
        _who(contents, incident, claims),
        ", ".join(casualty_words(count, word) for word, count in counts if count),
        _rests_on(len(claims), incident.sources or len(sources), len(incident.copies)),
        bool(incident.dissent),
    )


def _rests_on(claims: int, sources: int, copies: int) -> str:
    """ "4 claims, 2 sources and 1 copy"."""
    words = f"{counted(claims, 'claim')}, {counted(sources, 'source')}"
    return f"{words} and {counted(copies, 'copy', 'copies')}" if copies else words


def _who(contents: Contents, incident: Incident, claims: Sequence[Claim]) -> str:
    """The registry's actors, or where it knows none the names in the first claim that has any."""
    sides = [
        [contents.short_name(one) for one in ids] for ids in (incident.actor_ids, incident.recipient_ids)
    ]
    bodies = [claim.body for claim in claims if isinstance(claim.body, Event)]
    if not sides[0]:
        sides[0] = next(([one.name for one in body.actor] for body in bodies if body.actor), [])
    if not sides[1]:
        upon = [body.recipient or body.target or body.victim for body in bodies]
        sides[1] = next(([one.name for one in mentions] for mentions in upon if mentions), [])
    first, second = (listed(list(dict.fromkeys(map(tidy, side)))[:3]) for side in sides)
    return f"{first or 'not named'} → {second}" if second else first


def _held(contents: Contents, ids: Sequence[str]) -> list[Claim]:
    return [contents.claims[one] for one in dict.fromkeys(ids) if one in contents.claims]


def incident_view(contents: Contents, incident: Incident, digest: str | None) -> IncidentView:
    """The incident's page; `digest` is the page of the archive that it stands on."""
    citations = Citations(contents, addresses.incident_page(incident.id))
    claims, dissent = _held(contents, incident.claim_ids), _held(contents, incident.dissent)
    claims = [claim for claim in claims if claim.id not in incident.dissent]
    reason = contents.data.reasons.get(incident.id)
    lines = [
        citations.lines(told) for told in (claims, dissent)
    ]  # first, so that notes are numbered as they come
    joined = whys(contents, citations, reason)
    accounts, against = (
        tuple(Account(line, joined.get(claim.id)) for claim, line in zip(told, shown, strict=True))
        for told, shown in zip((claims, dissent), lines, strict=True)
    )
    known = period_precision(incident.period)
    return IncidentView(
        page=citations.page,
        card=_card(contents, citations, incident),
        precision=known,
        places=_places(contents, citations, incident),
        actors=_actors(contents, citations, incident.actor_ids),
        recipients=_actors(contents, citations, incident.recipient_ids),
        tallies=_tallies(contents, citations, incident),
        accounts=accounts,
        dissent=against,
        near=near_views(contents, citations, reason, (heading_of, lambda _, other: when_of(other.period))),
        digest=citations.href(digest) if digest else None,
        notes=tuple(citations.notes),
    )


def period_precision(period: Period | None) -> str:
    """How well the time is known, in words."""
    if period is None or not period.resolved:
        return ""
    closed = period.earliest is not None and period.latest is not None
    return PRECISION_WORDS[
        "between" if closed and period.precision is Precision.OPEN else period.precision.value
    ]


def _places(
    contents: Contents, citations: Citations, incident: Incident
) -> tuple[tuple[str, str | None], ...]:
    countries = [
        (contents.country_name(one), citations.href(addresses.country_page(one)))
        for one in incident.countries
    ]
    names = {name for name, _ in countries}
    places = [(name, None) for name in contents.place_names(incident) if name not in names]
    return (*places, *countries)


def _actors(contents: Contents, citations: Citations, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (contents.actor_name(one), citations.href(addresses.actor_page(one))) for one in dict.fromkeys(ids)
    )


def _tallies(contents: Contents, citations: Citations, incident: Incident) -> tuple[Tally, ...]:
    tallies = []
    for what, total in (
        ("killed", incident.killed),
        ("wounded", incident.wounded),
        ("abducted", incident.abducted),
    ):
        if total is None:
            continue
        reports = [
            CountReport(
                _teller(contents.claims[one.claim_id]) + _STANDINGS.get(one.standing, ""),
                one.number.count,
                citations.note(contents.claims[one.claim_id]).href,
            )
            for one in _reports(contents, incident, what)
        ]
        tallies.append(Tally(what, count_words(total), range_chart(total, reports, what)))
    return tuple(tallies)


def _teller(claim: Claim) -> str:
    """Who gives a count: whom the document names, in which source."""
    attribution = claim.statement.attribution
    source = claim.document.source or source_words(claim.document)
    teller = f"{attribution.name}, in {source}" if attribution else source
    return teller[:1].upper() + teller[1:]


_STANDINGS = {
    FigureStanding.SUPERSEDED: " (superseded)",
    FigureStanding.COPIED: " (copied)",
    FigureStanding.REPEATED: " (repeated)",
    FigureStanding.OF_ITS_OWN_DEED: " (of its own deed)",
}


def _reports(contents: Contents, incident: Incident, what: str) -> list[CasualtyReport]:
    given = {
        "killed": incident.killed_by_report,
        "wounded": incident.wounded_by_report,
        "abducted": incident.abducted_by_report,
    }[what]
    if given:
        return [one for one in given if one.claim_id in contents.claims]
    found: list[CasualtyReport] = []
    for claim in _held(contents, incident.claim_ids):
        number = getattr(claim.body, what) if isinstance(claim.body, Event) else None
        if isinstance(number, Number):
            found.append(CasualtyReport(claim.id, number))
    return found
