"""The site's table of contents: which claims and incidents belong to which document, actor, country and day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from harmattan.analysis.ledger import Series, ledger
from harmattan.model.claims import Claim
from harmattan.model.readings import Body, Event, Mention, Place, Relation, Strength
from harmattan.model.text import Document, Span
from harmattan.model.values import Period
from harmattan.model.world import Actor, ActorKind, Incident
from harmattan.publish.data import SiteData


def mentions_of(body: Body) -> Iterator[Mention]:
    """All mentions in a claim's body, in the order of its fields."""
    for value in _values(body):
        if isinstance(value, Mention):
            yield value


def places_of(body: Body) -> Iterator[Place]:
    """All places in a claim's body."""
    for value in _values(body):
        if isinstance(value, Place):
            yield value


def field_spans(claim: Claim) -> Iterator[Span]:
    """Every stretch that a field of the claim was read from, antecedents and attribution included."""
    for value in (*_values(claim.body), claim.statement.attribution):
        if isinstance(value, Span):
            yield value
        elif value is not None and hasattr(value, "span"):
            yield value.span
        if isinstance(value, Mention) and value.antecedent is not None:
            yield value.antecedent


def _values(body: Body) -> Iterator[object]:
    for field in fields(body):
        value = getattr(body, field.name)
        yield from value if isinstance(value, tuple) else (value,)


def period_of(claim: Claim) -> Period | None:
    """When what the claim tells of is said to be, if that can be put on a calendar."""
    time = claim.body.time
    return time.period if time and time.period.resolved else None


def newest_first(period: Period | None) -> tuple[int, int]:
    """A sorting key: late ends first, what has no date last."""
    if period is None:
        return (1, 0)
    end = period.latest or period.earliest or date.min
    start = period.earliest or end
    return (-end.toordinal(), -start.toordinal())


LONG_NAME = 28
"""From this length on, in characters, an acronym stands for a name in lists and headings."""


class Contents:
    """What the pages look things up in. Built once from the site's data; every list has an order of its own."""

    def __init__(self, data: SiteData) -> None:
        self.data = data
        documents = {document.id: document for document in data.documents}
        documents |= {claim.document.id: claim.document for claim in data.claims}
        self.documents = tuple(sorted(documents.values(), key=_document_order))
        self.claims = {claim.id: claim for claim in sorted(data.claims, key=_claim_order)}
        self.incidents = tuple(sorted(data.incidents, key=lambda one: (*newest_first(one.period), one.id)))
        self.claims_of_document: dict[str, list[Claim]] = defaultdict(list)
        self.claims_of_actor: dict[str, list[Claim]] = defaultdict(list)
        self.claims_of_country: dict[str, list[Claim]] = defaultdict(list)
        self.incidents_of_claim: dict[str, list[Incident]] = defaultdict(list)
        self._actors: dict[str, Actor] = {}
        self._known_as: dict[str, str] = {}
        for claim in self.claims.values():
            self._file(claim)
        self.incidents_of_actor: dict[str, list[Incident]] = defaultdict(list)
        self.incidents_of_country: dict[str, list[Incident]] = defaultdict(list)
        for incident in self.incidents:
            self._file_incident(incident)
        for actor_id in {*self.claims_of_actor, *self.incidents_of_actor}:
            found = data.actors.get(actor_id)
            if found is not None:
                self._actors[actor_id] = found
        self.series: tuple[Series, ...] = ledger(self.claims.values(), self._forces_of_states())
        self._place_names = {
            place.id: place.name
            for claim in self.claims.values()
            for place in places_of(claim.body)
            if place.id
        }

    def _file(self, claim: Claim) -> None:
        self.claims_of_document[claim.document.id].append(claim)
        attribution = claim.statement.attribution
        mentions = [*mentions_of(claim.body), *([attribution] if attribution else [])]
        for mention in mentions:
            if mention.actor:
                self._known_as.setdefault(mention.actor, mention.name)
        actors = dict.fromkeys(mention.actor for mention in mentions if mention.actor)
        countries = dict.fromkeys(place.country for place in places_of(claim.body) if place.country)
        for actor in actors:
            self.claims_of_actor[actor].append(claim)
            countries |= dict.fromkeys(self._home(actor))
        for country in countries:
            self.claims_of_country[country].append(claim)

    def _forces_of_states(self) -> dict[str, str]:
        """The state that each state's forces belong to, by id."""
        found: dict[str, str] = {}
        for actor in self._actors.values():
            parents = (self.data.actors.get(parent) for parent in actor.parents)
            state = next((one for one in parents if one and one.kind is ActorKind.STATE), None)
            if actor.kind is ActorKind.FORCES and state:
                found[actor.id] = state.id
        return found

    def _home(self, actor_id: str) -> tuple[str, ...]:
        """The country of a state or of a state's forces; a group is of no country."""
        actor = self.data.actors.get(actor_id)
        own = actor is not None and actor.kind in (ActorKind.STATE, ActorKind.FORCES)
        return actor.countries[:1] if actor and own else ()

    def _file_incident(self, incident: Incident) -> None:
        for claim_id in dict.fromkeys((*incident.claim_ids, *incident.dissent)):
            self.incidents_of_claim[claim_id].append(incident)
        for actor in dict.fromkeys((*incident.actor_ids, *incident.recipient_ids)):
            self.incidents_of_actor[actor].append(incident)
        for country in dict.fromkeys(incident.countries):
            self.incidents_of_country[country].append(incident)

    @property
    def actor_ids(self) -> list[str]:
        """Every actor that a claim or an incident names, by name."""
        found = {*self.claims_of_actor, *self.incidents_of_actor}
        return sorted(found, key=lambda one: (self.actor_name(one).casefold(), one))

    @property
    def country_codes(self) -> list[str]:
        """Every country that a claim or an incident is about, by name."""
        found = {*self.claims_of_country, *self.incidents_of_country}
        return sorted(found, key=lambda one: (self.country_name(one).casefold(), one))

    def actor(self, actor_id: str) -> Actor | None:
        """The registry's entry, if it has one."""
        return self._actors.get(actor_id)

    def actor_name(self, actor_id: str) -> str:
        """The registry's name, else the first name that a claim gives it, else its id."""
        actor = self._actors.get(actor_id)
        return actor.name if actor else self._known_as.get(actor_id, actor_id)

    def short_name(self, actor_id: str) -> str:
        """The first acronym where there is one and the name is long: "MINUSMA"."""
        actor, name = self._actors.get(actor_id), self.actor_name(actor_id)
        return actor.acronyms[0] if actor and actor.acronyms and len(name) > LONG_NAME else name

    def country_name(self, code: str) -> str:
        """The country's name, or its code where nobody knows it."""
        country = self.data.countries.get(code)
        return country.name if country else code

    def in_country(self, claim: Claim, code: str) -> bool:
        """Whether one of the claim's places lies in the country."""
        return any(place.country == code for place in places_of(claim.body))

    def place_names(self, incident: Incident) -> list[str]:
        """The incident's places as its claims call them."""
        known = [self._place_names[one] for one in incident.place_ids if one in self._place_names]
        if not known:
            held = (self.claims[one] for one in incident.claim_ids if one in self.claims)
            known = [place.name for claim in held for place in places_of(claim.body)]
        return list(dict.fromkeys(known))


def _document_order(document: Document) -> tuple[int, str, str]:
    published = document.published
    return (-published.toordinal() if published else 1, (document.title or "").casefold(), document.id)


def _claim_order(claim: Claim) -> tuple[int, int, int, str, int, str]:
    published = claim.document.published
    first = min((span.start for span in claim.statement.evidence), default=0)
    day = -published.toordinal() if published else 1
    return (*newest_first(period_of(claim)), day, claim.document.id, first, claim.id)


def kind_order(claim: Claim) -> int:
    """Events before strengths before relations."""
    return [Event, Strength, Relation].index(type(claim.body))
