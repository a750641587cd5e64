"""What leaves a project as data: its incidents, one record each, and where retired ids of incidents lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from harmattan.config import load_settings, own_gazetteer
from harmattan.engine.incidents import publish, publish_new
from harmattan.engine.project import Project
from harmattan.engine.surroundings import claims_about
from harmattan.errors import UnknownId
from harmattan.model.claims import Claim
from harmattan.model.readings import Place, PlaceKind
from harmattan.model.records import Record
from harmattan.model.world import Incident
from harmattan.publish.incident_records import Known, incident_record
from harmattan.reference.actors import Registry
from harmattan.reference.codebook import load_codebook
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import Gazetteer, open_gazetteer
from harmattan.resolution.actors.provisional import is_provisional
from harmattan.resolution.incidents.wording import read_wording
from harmattan.resolution.judgements.derivation import Held, derive
from harmattan.store.about import COUNTRY
from harmattan.store.store import Store


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents; of each list any will do, and an empty one lets all through."""

    since: date | None = None
    until: date | None = None
    """An incident is wanted if it may have happened from the one day to the other, both included; one whose time is not
    known is not, if either is given."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes, or names: "ML", "Mali"."""
    types: tuple[str, ...] = ()
    """PLOVER types, or a type and a mode: "ASSAULT", "assault/explosives"."""
    actors: tuple[str, ...] = ()
    """On either side: ids of the registry, names or acronyms; ids of provisional actors."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A project's incidents that were wanted, the earliest first, and all retired ids."""

    records: Iterator[Record]
    redirects: Mapping[str, str | None] = field(default_factory=dict)
    """Ids of incidents that were published and are no more: the incident that each leads to; None where nothing is held
    of it."""


def incidents(folder: Path, wanted: Wanted | None = None) -> Exported:
    """The incidents of a project, in the incidents format. Those that are handed out are published: their ids last.

    A project that holds no documents yet has none. Raises `ProjectError`, `StoreError`, `UnknownId` for a country,
    type or actor that nobody knows.
    """
    project = Project(folder, load_settings(folder))
    tests = list(_tests(wanted or Wanted(), project.registry))
    if not project.store_path.exists():
        return Exported(iter(()))
    with project.store() as store:
        held = _held(store, wanted or Wanted(), project.registry)
    claims = {claim.id: claim for claim in held.claims}
    known = Known(project.registry, _divisions(project.settings.gazetteer))
    chosen = (one for one in held.incidents if all(test(one, claims) for test in tests))
    records = (incident_record(one, claims, known) for one in chosen)
    return Exported(records, dict(sorted(held.redirects.items())))


def _held(store: Store, wanted: Wanted, registry: Registry) -> Held:
    """What is held of all claims, or of those that can bear on what is wanted; what is new is published."""
    things: set[str] = set()
    if wanted.actors:
        things = {one for text in wanted.actors for one in _actors(registry, text)}
    elif wanted.countries:
        things = {COUNTRY + _country(text) for text in wanted.countries}
    if not things:
        return publish(store)
    publish_new(store)
    held = derive(claims_about(store, things))
    led = {retired: target for retired, target in store.redirects().items() if target != retired}
    return replace(held, redirects=led)


Test = Callable[[Incident, Mapping[str, Claim]], bool]


def _tests(wanted: Wanted, registry: Registry) -> Iterator[Test]:
    if wanted.since is not None or wanted.until is not None:
        since, until = wanted.since or date.min, wanted.until or date.max
        yield lambda incident, claims: _within(incident, claims, (since, until))
    if wanted.countries:
        codes = frozenset(map(_country, wanted.countries))
        yield lambda incident, _: not codes.isdisjoint(incident.countries)
    if wanted.types:
        kinds = frozenset(map(_kind, wanted.types))
        yield lambda incident, _: (incident.type, None) in kinds or (incident.type, incident.mode) in kinds
    if wanted.actors:
        ids = frozenset(one for text in wanted.actors for one in _actors(registry, text))
        yield lambda incident, _: not ids.isdisjoint((*incident.actor_ids, *incident.recipient_ids))


def _within(incident: Incident, claims: Mapping[str, Claim], days: tuple[date, date]) -> bool:
    """Whether it may have happened on one of the days. What began then and then has no end of its own in the words
    ("since April") was over, as far as it is told, when it was last printed.
    """
    period = incident.period
    if period is None or not period.resolved:
        return False
    printed = (claims[one].document.published for one in incident.claim_ids)
    latest = period.latest or max((day for day in printed if day is not None), default=date.max)
    return latest >= days[0] and (period.earliest or date.min) <= days[1]


def _country(text: str) -> str:
    known = countries()
    country = known.get(text.upper()) or known.by_name(text)
    if country is None:
        raise UnknownId(text, "is no country", "give its name or its two letters: Mali, ML")
    return country.iso


def _kind(text: str) -> tuple[str, str | None]:
    codebook = load_codebook()
    type_, _, mode = text.partition("/")
    event = codebook.types.get(type_.upper())
    if event is None:
        raise UnknownId(text, "is no type of event", f"there are {', '.join(codebook.types)}")
    if mode and mode.lower() not in event.modes:
        raise UnknownId(text, f"{type_.upper()} has no such mode", f"there are {', '.join(event.modes)}")
    return type_.upper(), mode.lower() or None


def _actors(known: Registry, text: str) -> tuple[str, ...]:
    if known.get(text) is not None or is_provisional(text):
        return (text,)
    if found := tuple(actor.id for actor in known.candidates(text)):
        return found
    raise UnknownId(text, "is no actor of the registry", "give an id, a name or an acronym: jnim, AQIM")


def _divisions(gazetteer: Path | None) -> Callable[[Place], int | None]:
    """Looks up whether a place is a first- or second-order division; the gazetteer is opened when first asked."""

    @cache
    def known() -> Gazetteer:
        own = own_gazetteer()
        return open_gazetteer(gazetteer or (own if own.exists() else None))

    @cache
    def order(place_id: str, name: str) -> int | None:
        wording = read_wording(name)
        for words in dict.fromkeys((name, wording.whole, wording.name)):
            for location in known().lookup(words) if words else ():
                if location.id == place_id:
                    return {"ADM1": 1, "ADM2": 2}.get(location.feature or "")
        return None

    def division(place: Place) -> int | None:
        if place.kind is not PlaceKind.ADMIN or place.id is None:
            return None
        return order(place.id, place.name)

    return division
