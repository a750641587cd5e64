"""Dossiers: all that is claimed of a country or an actor, with what is done kept apart from what is only said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from harmattan.model.world import Actor
from harmattan.publish import addresses
from harmattan.publish.citations import Citations, Note
from harmattan.publish.contents import Contents, mentions_of
from harmattan.publish.incidents import incident_cards
from harmattan.publish.sections import Scope, Section, Split, sections_of
from harmattan.publish.timeline import timeline
from harmattan.publish.wording import counted, listed
from harmattan.resolution.actors.provisional import country_of, is_provisional


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


_ELSEWHERE = "Told of them without naming a place in the country."


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

    splits = (
        Split("done", "Done by it, as told", "Told by the sources as having happened.", acts),
        Split("said", "Said by it of others", "The source quotes it; the deeds are of others.", speaks_only),
        Split("met", "Done to it, as told", "It is named as the one acted upon.", lambda _: True),
    )
    series = [one for one in contents.series if actor_id in one.actors]
    incidents = contents.incidents_of_actor[actor_id]
    cards = incident_cards(contents, citations, incidents)
    sections = sections_of(citations, Scope(claims, splits, series, cards))
    return Dossier(
        page=citations.page,
        kicker=_kicker(actor, actor_id),
        name=contents.actor_name(actor_id),
        summary=_summary(claims, len(incidents)),
        facts=(
            _facts(contents, citations, actor) if actor else _provisional_facts(contents, citations, actor_id)
        )
        + _speakers(contents, actor_id),
        strip=timeline(claims, lambda claim: citations.note(claim).href),
        sections=sections,
        notes=tuple(citations.notes),
    )


def _kicker(actor: Actor | None, actor_id: str) -> str:
    if actor is not None:
        return actor.kind.value.capitalize()
    return "Provisional actor" if is_provisional(actor_id) else "Actor"


def country_dossier(contents: Contents, code: str) -> Dossier:
    """What is claimed of a country: in it, and elsewhere by or about its state and its forces."""
    citations = Citations(contents, addresses.country_page(code))
    claims = contents.claims_of_country[code]
    name = contents.country_name(code)

    def here(claim: Claim) -> bool:
        return contents.in_country(claim, code)

    splits = (
        Split("here", f"In {name}, as told", "Told by the sources as having happened.", here),
        Split("elsewhere", "Its state and forces elsewhere, as told", _ELSEWHERE, lambda _: True),
    )
    series = [one for one in contents.series if code in one.countries]
    incidents = contents.incidents_of_country[code]
    cards = incident_cards(contents, citations, incidents)
    sections = sections_of(citations, Scope(claims, splits, series, cards))
    return Dossier(
        page=citations.page,
        kicker="Country",
        name=name,
        summary=_summary(claims, len(incidents)),
        facts=_country_facts(contents, citations, claims),
        strip=timeline(claims, lambda claim: citations.note(claim).href),
        sections=sections,
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
    years = {one.parent: _years(one.since, one.until) for one in actor.memberships}
    parents = tuple(
        (
            _name(contents, one) + years.get(one, ""),
            citations.href(addresses.actor_page(one)) if one in named else None,
        )
        for one in actor.parents
    )
    codes = {*contents.claims_of_country, *contents.incidents_of_country}
    countries = tuple(
        (contents.country_name(one), citations.href(addresses.country_page(one)) if one in codes else None)
        for one in actor.countries
    )
    aliases = tuple((alias.name + _years(alias.since, alias.until), None) for alias in actor.aliases)
    rows = (
        Fact("Kind", ((actor.character.value, None),) if actor.character else ()),
        Fact("Acronyms", tuple((one, None) for one in actor.acronyms)),
        Fact("Other names", aliases),
        Fact("Part of", parents),
        Fact("Countries", countries),
        Fact(
            "Active",
            ((_years(actor.since, actor.until).strip(" ()"), None),) if actor.since or actor.until else (),
        ),
        Fact("Where to check", ((actor.check, None),) if actor.check else ()),
    )
    return tuple(row for row in rows if row.values)


def _provisional_facts(contents: Contents, citations: Citations, actor_id: str) -> tuple[Fact, ...]:
    """What there is to say of somebody whom the documents name and the registry does not have."""
    if not is_provisional(actor_id):
        return ()
    told = [one for claim in contents.claims_of_actor[actor_id] for one in mentions_of(claim.body)]
    names = dict.fromkeys(one.name for one in told if one.actor == actor_id)
    code = country_of(actor_id)
    known = code is not None and code in {*contents.claims_of_country, *contents.incidents_of_country}
    rows = (
        Fact("In the registry", (("no; held as provisional", None),)),
        Fact("Named as", tuple((name, None) for name in names)),
        Fact(
            "Reports on",
            ((contents.country_name(code), citations.href(addresses.country_page(code)) if known else None),)
            if code
            else (),
        ),
    )
    return tuple(row for row in rows if row.values)


def _speakers(contents: Contents, actor_id: str) -> tuple[Fact, ...]:
    """The office holders by whom the claims name an actor, those named most often first."""
    counts: Counter[str] = Counter()
    for claim in contents.claims_of_actor[actor_id]:
        attribution = claim.statement.attribution
        told = (*mentions_of(claim.body), *([attribution] if attribution else []))
        counts.update({one.person for one in told if one.actor == actor_id and one.person})
    often = sorted(counts, key=lambda one: (-counts[one], one))[:8]
    return (Fact("Represented by", tuple((_name(contents, one), None) for one in often)),) if often else ()


def _name(contents: Contents, actor_id: str) -> str:
    entry = contents.data.actors.get(actor_id)
    return entry.name if entry else contents.actor_name(actor_id)


def _country_facts(contents: Contents, citations: Citations, claims: Sequence[Claim]) -> tuple[Fact, ...]:
    """The actors named most often in the country's claims."""
    counts = Counter(
        actor for claim in claims for actor in {one.actor for one in mentions_of(claim.body) if one.actor}
    )
    often = sorted(counts, key=lambda one: (-counts[one], one))[:8]
    values = tuple((contents.short_name(one), citations.href(addresses.actor_page(one))) for one in often)
    return (Fact("Named most", values),) if values else ()


def names_of(actor: Actor) -> str:
    """An actor's acronyms and other names for a list of actors: "JNIM, GSIM and Nusrat al-Islam"."""
    return listed([*actor.acronyms, *(alias.name for alias in actor.aliases)][:4])
