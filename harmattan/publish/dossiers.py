"""Dossiers: all that is claimed of a country or an actor, with what is done kept apart from what is only said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmattan.analysis.ledger import Series
from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Modality, Relation, RelationKind, Strength
from harmattan.model.world import Actor
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, Line, Note
from harmattan.publish.contents import Contents
from harmattan.publish.incidents import IncidentCard, incident_cards
from harmattan.publish.ledger_chart import ledger_chart
from harmattan.publish.phrases import phrase_for
from harmattan.publish.timeline import timeline
from harmattan.publish.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one small heading; the heading is empty where a section has only one group."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart and its caption."""

    caption: str
    chart: Markup


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a dossier. `slug` is its anchor; `lead` says how to take it."""

    slug: str
    heading: str
    lead: str = ""
    groups: tuple[Group, ...] = ()
    figures: tuple[Figure, ...] = ()
    incidents: tuple[IncidentCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the box of facts: a label, and names with the pages they lead to."""

    label: str
    values: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier's page."""

    page: str
    kicker: str
    name: str
    summary: str
    facts: tuple[Fact, ...]
    strip: Markup | None
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


Test = Callable[[Claim], bool]


def actor_dossier(contents: Contents, actor_id: str) -> Dossier:
    """What is claimed of an actor: done by it, done to it, announced, alleged, denied; its strength and relations."""
    citations = Citations(contents, addresses.actor_page(actor_id))
    claims = contents.claims_of_actor[actor_id]
    actor = contents.actor(actor_id)

    def acts(claim: Claim) -> bool:
        return isinstance(claim.body, Event) and any(one.actor == actor_id for one in claim.body.actor)

    def speaks_only(claim: Claim) -> bool:
        body = claim.body
        if not isinstance(body, Event):
            return False
        roles = (*body.actor, *body.recipient, *body.target, *body.victim, *body.weapon)
        return all(one.actor != actor_id for one in roles)

    splits: list[tuple[str, str, str, Test]] = [
        ("done", "Done by it, as told", "Told by the sources as having happened.", acts),
        ("said", "Said by it of others", "The source quotes it; the deeds are of others.", speaks_only),
        ("met", "Done to it, as told", "It is named as the one acted upon.", lambda _: True),
    ]
    series = [one for one in contents.series if actor_id in one.actors]
    incidents = contents.incidents_of_actor[actor_id]
    return Dossier(
        page=citations.page,
        kicker=actor.kind.value.capitalize() if actor else "Actor",
        name=contents.actor_name(actor_id),
        summary=_summary(claims, len(incidents)),
        facts=_facts(contents, citations, actor) if actor else (),
        strip=timeline(claims, lambda claim: citations.note(claim).href),
        sections=_sections(
            contents, citations, claims, splits, series, incident_cards(contents, citations, incidents)
        ),
        notes=tuple(citations.notes),
    )


def country_dossier(contents: Contents, code: str) -> Dossier:
    """What is claimed of a country: in it, and elsewhere by or about its state and its forces."""
    citations = Citations(contents, addresses.country_page(code))
    claims = contents.claims_of_country[code]
    name = contents.country_name(code)
    splits: list[tuple[str, str, str, Test]] = [
        (
            "here",
            f"In {name}, as told",
            "Told by the sources as having happened.",
            lambda c: contents.in_country(c, code),
        ),
        (
            "elsewhere",
            "Its state and forces elsewhere, as told",
            "No place in the country is named.",
            lambda _: True,
        ),
    ]
    series = [one for one in contents.series if code in one.countries]
    incidents = contents.incidents_of_country[code]
    return Dossier(
        page=citations.page,
        kicker="Country",
        name=name,
        summary=_summary(claims, len(incidents)),
        facts=_country_facts(contents, citations, claims),
        strip=timeline(claims, lambda claim: citations.note(claim).href),
        sections=_sections(
            contents, citations, claims, splits, series, incident_cards(contents, citations, incidents)
        ),
        notes=tuple(citations.notes),
    )


def _summary(claims: Sequence[Claim], incidents: int) -> str:
    documents = {claim.document.id: claim.document for claim in claims}
    sources = {one.source for one in documents.values() if one.source}
    days = sorted(one.published for one in documents.values() if one.published)
    text = f"{counted(len(claims), 'claim')} in {counted(len(documents), 'document')}"
    if sources:
        text += f" from {counted(len(sources), 'source')}"
    if days:
        years = str(days[0].year) if days[0].year == days[-1].year else f"{days[0].year} to {days[-1].year}"
        text += f", published {years}"
    return text + (f"; {counted(incidents, 'incident')}." if incidents else ".")


def _years(since: int | None, until: int | None) -> str:
    if since and until:
        return f" ({since}–{until})"
    return f" (since {since})" if since else f" (until {until})" if until else ""


def _facts(contents: Contents, citations: Citations, actor: Actor) -> tuple[Fact, ...]:
    named = {*contents.claims_of_actor, *contents.incidents_of_actor}
    parents = tuple(
        (_name(contents, one), citations.href(addresses.actor_page(one)) if one in named else None)
        for one in actor.parents
    )
    codes = {*contents.claims_of_country, *contents.incidents_of_country}
    countries = tuple(
        (contents.country_name(one), citations.href(addresses.country_page(one)) if one in codes else None)
        for one in actor.countries
    )
    aliases = tuple((alias.name + _years(alias.since, alias.until), None) for alias in actor.aliases)
    rows = (
        Fact("Acronyms", tuple((one, None) for one in actor.acronyms)),
        Fact("Other names", aliases),
        Fact("Part of", parents),
        Fact("Countries", countries),
        Fact(
            "Active",
            ((_years(actor.since, actor.until).strip(" ()"), None),) if actor.since or actor.until else (),
        ),
    )
    return tuple(row for row in rows if row.values)


def _name(contents: Contents, actor_id: str) -> str:
    entry = contents.data.actors.get(actor_id)
    return entry.name if entry else contents.actor_name(actor_id)


def _country_facts(contents: Contents, citations: Citations, claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """The actors named most often in the country's claims."""
    ids = {claim.id for claim in claims}
    counts = {
        actor: sum(claim.id in ids for claim in contents.claims_of_actor[actor])
        for actor in contents.actor_ids
    }
    often = sorted((actor for actor, count in counts.items() if count), key=lambda one: -counts[one])[:8]
    values = tuple((contents.actor_name(one), citations.href(addresses.actor_page(one))) for one in often)
    return (Fact("Named most", values),) if values else ()


_OTHER_SECTIONS = (
    (
        "habitual",
        "Told as a habit",
        "No single occasion is told, so none of it is an incident.",
        Modality.HABITUAL,
    ),
    (
        "planned",
        "Announced, expected and planned",
        "Said of the future. Nothing here has been told as done.",
        Modality.PLANNED,
    ),
    ("threatened", "Threatened", "", Modality.THREATENED),
    ("alleged", "Alleged", "The source keeps its distance.", Modality.ALLEGED),
    ("possible", "Spoken of as possible", "", Modality.HYPOTHETICAL),
    ("denied", "Denied", "What somebody says did not happen.", Modality.DENIED),
)


def _sections(
    contents: Contents,
    citations: Citations,
    claims: Sequence[Claim],
    splits: Sequence[tuple[str, str, str, Test]],
    series: Sequence[Series],
    cards: tuple[IncidentCard, ...],
) -> tuple[Section, ...]:
    strengths = [claim for claim in claims if isinstance(claim.body, Strength)]
    events = [claim for claim in claims if isinstance(claim.body, Event)]
    sections = [_strength_section(citations, strengths, series)]
    sections.append(Section("incidents", "Incidents", "Claims held to tell one happening.", incidents=cards))
    rest = [claim for claim in events if claim.modality is Modality.ASSERTED]
    for slug, heading, lead, test in splits:
        taken = [claim for claim in rest if test(claim)]
        rest = [claim for claim in rest if not test(claim)]
        sections.append(Section(slug, heading, lead, by_type(citations, taken)))
    for slug, heading, lead, modality in _OTHER_SECTIONS:
        held = [claim for claim in events if claim.modality is modality]
        sections.append(Section(slug, heading, lead, by_type(citations, held)))
    sections.append(Section("relations", "Relations and names", "", _relation_groups(citations, claims)))
    return tuple(one for one in sections if one.groups or one.figures or one.incidents)


def _strength_section(citations: Citations, claims: Sequence[Claim], series: Sequence[Series]) -> Section:
    figures = []
    for one in series:
        chart = ledger_chart(one, lambda claim: citations.note(claim).href) if len(one.rows) > 1 else None
        if chart:
            where = f" in {one.place}" if one.place else ""
            figures.append(Figure(f"{one.force}{where}, {one.unit}", chart))
    lead = "Men and means said to be in a place. What is announced or projected is drawn dashed."
    groups = (Group("", citations.lines(claims)),) if claims else ()
    return Section("strength", "Forces and strength", lead, groups, tuple(figures))


def by_type(citations: Citations, claims: Iterable[Claim]) -> tuple[Group, ...]:
    """Event claims by what kind of event they tell, the most frequent kind first, newest first within it."""
    kinds: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.body, Event):
            kinds[phrase_for(claim.body.type, None).label].append(claim)
    order = sorted(kinds, key=lambda label: (-len(kinds[label]), label))
    return tuple(Group(label, citations.lines(kinds[label])) for label in order)


_RELATION_HEADINGS = {
    RelationKind.ALIAS: "Names",
    RelationKind.PART_OF: "Part of",
    RelationKind.LED_BY: "Led by",
    RelationKind.SUCCEEDS: "Succession",
    RelationKind.ALLIED_WITH: "Allied",
    RelationKind.SUPPORTS: "Support",
    RelationKind.HOSTILE_TO: "Hostile",
    RelationKind.OPERATES_IN: "Where they operate",
}


def _relation_groups(citations: Citations, claims: Iterable[Claim]) -> tuple[Group, ...]:
    kinds: dict[RelationKind, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.body, Relation):
            kinds[claim.body.relation].append(claim)
    return tuple(
        Group(heading, citations.lines(kinds[kind]))
        for kind, heading in _RELATION_HEADINGS.items()
        if kinds[kind]
    )


def names_of(actor: Actor) -> str:
    """An actor's acronyms and other names for a list of actors: "JNIM, GSIM and Nusrat al-Islam"."""
    return listed([*actor.acronyms, *(alias.name for alias in actor.aliases)][:4])
