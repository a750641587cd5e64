"""Incidents as plain JSON values: the incidents format, version 1 (`docs/incidents.md`).

A record is the joint statement with, for each part of it, the claims that say so; and the claims themselves with the
sentence each was read from, so that a line can be checked without the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from harmattan.model.claims import Claim
from harmattan.model.readings import Event, Mention, Modality, Place
from harmattan.model.records import Record, document_record
from harmattan.model.values import Count, Period
from harmattan.model.world import CasualtyReport, Incident
from harmattan.publish.data import ActorLookup
from harmattan.publish.field_types import field_type
from harmattan.publish.phrases import phrase_for
from harmattan.publish.precision_codes import place_codes, time_codes
from harmattan.resolution.actors.provisional import is_provisional


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand of the actors and places that incidents name."""

    actors: ActorLookup
    division: Callable[[Place], int | None]
    """Whether a place is a first- or second-order division: 1, 2, or None where it is neither or not known."""


def incident_record(incident: Incident, claims: Mapping[str, Claim], known: Known) -> Record:
    """The incident in the incidents format; `claims` has those it names, as amended."""
    telling = [claims[one] for one in incident.claim_ids if one in claims]
    denying = [claims[one] for one in incident.dissent if one in claims]
    events = [claim.body for claim in telling if isinstance(claim.body, Event)]
    field = field_type((incident.type, incident.mode), events, known.actors)
    return {
        "id": incident.id,
        "former_ids": list(incident.former_ids),
        "type": incident.type,
        "mode": incident.mode,
        "label": phrase_for(incident.type, incident.mode).label,
        "acled": {"event_type": field.event_type, "sub_event_type": field.sub_event_type},
        "ucdp": {"type_of_violence": field.type_of_violence},
        "time": _time(incident.period),
        "countries": list(incident.countries),
        "place": _places(incident, telling, known),
        "actor": _side(telling, lambda event: event.actor, known.actors),
        "recipient": _side(
            telling, lambda event: (*event.recipient, *event.target, *event.victim), known.actors
        ),
        "weapon": _weapons(telling),
        "killed": _casualties(incident.killed, incident.killed_by_report, claims),
        "wounded": _casualties(incident.wounded, incident.wounded_by_report, claims),
        "abducted": _casualties(incident.abducted, incident.abducted_by_report, claims),
        "modality": _modality(telling),
        "denied": bool(denying),
        "sources": incident.sources,
        "copies": [{"document": one.document_id, "original": one.original_id} for one in incident.copies],
        "claims": [_claim(claim, denies=False) for claim in telling]
        + [_claim(claim, denies=True) for claim in denying],
    }


def _time(period: Period | None) -> Record | None:
    if period is None or not period.resolved:
        return None
    codes = time_codes(period)
    return {
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "precision": period.precision.value,
        "acled_precision": codes.acled,
        "ucdp_precision": codes.ucdp,
    }


def _places(incident: Incident, telling: Iterable[Claim], known: Known) -> list[Record]:
    """The places of the joint statement; where no gazetteer knows any, the names that the claims give."""
    named: dict[str, tuple[Place, list[str]]] = {}
    for claim in telling:
        if isinstance(claim.body, Event):
            for place in claim.body.place:
                _, told = named.setdefault(place.id or f"\x1f{place.name.casefold()}", (place, []))
                if claim.id not in told:
                    told.append(claim.id)
    wanted = [one for one in incident.place_ids if one in named] or list(named)
    return [_place(*named[one], known) for one in wanted]


def _place(place: Place, told: list[str], known: Known) -> Record:
    codes = place_codes(place, known.division(place))
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "kind": place.kind.value if place.kind else None,
        "radius_km": place.radius_km,
        "acled_precision": codes.acled,
        "ucdp_precision": codes.ucdp,
        "claims": told,
    }


def _side(
    telling: Sequence[Claim], field: Callable[[Event], Iterable[Mention]], actors: ActorLookup
) -> list[Record]:
    """Who is on one side: each by registry id, or by name where the registry has none, with who says so.

    Who says it of itself has claimed it; what another says of it is attributed; the rest is told by the reports
    in their own words.
    """
    parties: dict[str, Record] = {}
    for claim in telling:
        if not isinstance(claim.body, Event):
            continue
        for mention in field(claim.body):
            key = mention.actor or f"\x1f{mention.name.casefold()}"
            if key not in parties:
                actor = actors.get(mention.actor) if mention.actor else None
                name = actor.name if actor else mention.name
                parties[key] = {
                    "id": mention.actor,
                    "name": name,
                    "kind": actor.kind.value if actor else None,
                    "provisional": mention.actor is not None and is_provisional(mention.actor),
                    "claimed": [],
                    "attributed": [],
                    "told": [],
                }
            _add_teller(parties[key], claim, mention)
    return list(parties.values())


def _add_teller(party: Record, claim: Claim, mention: Mention) -> None:
    by = claim.statement.attribution
    if any(claim.id == one["claim"] for kind in ("claimed", "attributed", "told") for one in party[kind]):
        return
    if by is None:
        party["told"].append({"claim": claim.id, "modality": claim.modality.value})
        return
    own = by.actor == mention.actor if by.actor and mention.actor else _alike(by.name, mention.name)
    party["claimed" if own else "attributed"].append(
        {"claim": claim.id, "modality": claim.modality.value, "by": _teller(by)}
    )


def _alike(one: str, other: str) -> bool:
    return one.casefold().split() == other.casefold().split()


def _teller(mention: Mention | None) -> Record | None:
    return None if mention is None else {"id": mention.actor, "name": mention.name}


def _weapons(telling: Iterable[Claim]) -> list[Record]:
    found: dict[str, Record] = {}
    for claim in telling:
        for mention in claim.body.weapon if isinstance(claim.body, Event) else ():
            record = found.setdefault(mention.name.casefold(), {"name": mention.name, "claims": []})
            if claim.id not in record["claims"]:
                record["claims"].append(claim.id)
    return list(found.values())


def _casualties(
    total: Count | None, reports: Iterable[CasualtyReport], claims: Mapping[str, Claim]
) -> Record | None:
    """The joint count, and every report's with its words and who says so; None where nobody gives a number."""
    if total is None:
        return None
    told = [_report(one, claims[one.claim_id]) for one in reports if one.claim_id in claims]
    return {**_count(total), "reports": told}


def _report(report: CasualtyReport, claim: Claim) -> Record:
    return {
        "claim": claim.id,
        **_count(report.number.count),
        "quote": report.number.span.quote,
        "by": _teller(claim.statement.attribution),
        "source": claim.document.source,
        "official": report.official,
        "standing": report.standing.value,
    }


def _count(count: Count) -> Record:
    return {"low": count.low, "best": count.best, "high": count.high}


def _modality(telling: Iterable[Claim]) -> str:
    """Asserted where any report asserts it, else alleged: an incident is never held more firmly than it is told."""
    asserted = any(claim.modality is Modality.ASSERTED for claim in telling)
    return (Modality.ASSERTED if asserted else Modality.ALLEGED).value


def _claim(claim: Claim, *, denies: bool) -> Record:
    return {
        "id": claim.id,
        "denies": denies,
        "modality": claim.modality.value,
        "attribution": _teller(claim.statement.attribution),
        "quote": claim.statement.evidence[0].quote,
        "document": document_record(claim.document),
    }
