"""Statements as plain JSON values, and back: the shapes of the claims format, version 1 (`docs/claims.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from harmattan.model.readings import (
    Body,
    Event,
    Mention,
    Modality,
    Number,
    Place,
    PlaceKind,
    Relation,
    RelationKind,
    RelationStatus,
    Statement,
    Strength,
    StrengthStatus,
    Time,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count, Period, Precision

Record = dict[str, Any]
"""A JSON object."""

MENTION_FIELDS = ("actor", "recipient", "target", "victim", "weapon")
NUMBER_FIELDS = ("killed", "wounded", "abducted")


def span_record(span: Span) -> Record:
    """`{start, end, quote}`."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def mention_record(mention: Mention) -> Record:
    """SPAN with `name` and `actor`; person, reason and antecedent where there are any."""
    record = {**span_record(mention.span), "name": mention.name, "actor": mention.actor}
    if mention.person is not None:
        record["person"] = mention.person
    if mention.reason is not None:
        record["reason"] = mention.reason
    if mention.antecedent is not None:
        record["antecedent"] = span_record(mention.antecedent)
    return record


def place_record(place: Place) -> Record:
    """SPAN with name, id, country, lat, lon and kind, and the radius of an area told by other places."""
    record = {
        **span_record(place.span),
        "name": place.name,
        "id": place.id,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "kind": place.kind.value if place.kind else None,
    }
    if place.radius_km is not None:
        record["radius_km"] = place.radius_km
    return record


def time_record(time: Time | None) -> Record | None:
    """SPAN with earliest, latest (ISO days or null) and precision."""
    if time is None:
        return None
    period = time.period
    return {
        **span_record(time.span),
        "earliest": period.earliest.isoformat() if period.earliest else None,
        "latest": period.latest.isoformat() if period.latest else None,
        "precision": period.precision.value,
    }


def number_record(number: Number | None) -> Record | None:
    """SPAN with low, best and high."""
    if number is None:
        return None
    count = number.count
    return {**span_record(number.span), "low": count.low, "best": count.best, "high": count.high}


def body_record(body: Body) -> Record:
    """The fields of one kind of claim."""
    match body:
        case Event():
            return {
                "type": body.type,
                "mode": body.mode,
                "trigger": span_record(body.trigger),
                **{field: [mention_record(m) for m in getattr(body, field)] for field in MENTION_FIELDS},
                "place": [place_record(place) for place in body.place],
                "time": time_record(body.time),
                "report_time": time_record(body.report_time),
                **{field: number_record(getattr(body, field)) for field in NUMBER_FIELDS},
            }
        case Strength():
            return {
                "force": [mention_record(mention) for mention in body.force],
                "place": [place_record(place) for place in body.place],
                "size": number_record(body.size),
                "unit": body.unit,
                "status": body.status.value,
                "time": time_record(body.time),
            }
        case Relation():
            target = body.object
            return {
                "relation": body.relation.value,
                "subject": mention_record(body.subject),
                "object": mention_record(target) if isinstance(target, Mention) else place_record(target),
                "status": body.status.value,
                "time": time_record(body.time),
            }


def document_record(document: Document) -> Record:
    """What a claim says of its document: id, title, published, source, url."""
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "url": document.url,
    }


def statement_record(statement: Statement) -> Record:
    """Evidence, modality, attribution, then the fields of the body."""
    return {
        "evidence": [span_record(span) for span in statement.evidence],
        "modality": statement.modality.value,
        "attribution": mention_record(statement.attribution) if statement.attribution else None,
        **body_record(statement.body),
    }


def _span(record: Mapping[str, Any]) -> Span:
    return Span(record["start"], record["end"], record["quote"])


def _mention(record: Mapping[str, Any]) -> Mention:
    antecedent = record.get("antecedent")
    return Mention(
        _span(record),
        record["name"],
        record["actor"],
        _span(antecedent) if antecedent else None,
        record.get("person"),
        record.get("reason"),
    )


def _mentions(records: Iterable[Mapping[str, Any]]) -> tuple[Mention, ...]:
    return tuple(map(_mention, records))


def _place(record: Mapping[str, Any]) -> Place:
    kind = PlaceKind(record["kind"]) if record["kind"] else None
    return Place(
        _span(record),
        record["name"],
        record["id"],
        record["country"],
        record["lat"],
        record["lon"],
        kind,
        record.get("radius_km"),
    )


def _time(record: Mapping[str, Any] | None) -> Time | None:
    if record is None:
        return None
    earliest, latest = (
        date.fromisoformat(day) if day else None for day in (record["earliest"], record["latest"])
    )
    return Time(_span(record), Period(earliest, latest, Precision(record["precision"])))


def _number(record: Mapping[str, Any]) -> Number:
    return Number(_span(record), Count(record["low"], record["best"], record["high"]))


def parse_body(record: Mapping[str, Any]) -> Body:
    """The event, strength or relation of a claim record."""
    match record["kind"]:
        case "event":
            actor, recipient, target, victim, weapon = (_mentions(record[field]) for field in MENTION_FIELDS)
            killed, wounded, abducted = (
                _number(record[field]) if record[field] else None for field in NUMBER_FIELDS
            )
            return Event(
                type=record["type"],
                mode=record["mode"],
                trigger=_span(record["trigger"]),
                actor=actor,
                recipient=recipient,
                target=target,
                victim=victim,
                weapon=weapon,
                place=tuple(map(_place, record["place"])),
                time=_time(record["time"]),
                report_time=_time(record["report_time"]),
                killed=killed,
                wounded=wounded,
                abducted=abducted,
            )
        case "strength":
            return Strength(
                force=_mentions(record["force"]),
                place=tuple(map(_place, record["place"])),
                size=_number(record["size"]),
                unit=record["unit"],
                status=StrengthStatus(record["status"]),
                time=_time(record["time"]),
            )
        case "relation":
            target = record["object"]
            return Relation(
                relation=RelationKind(record["relation"]),
                subject=_mention(record["subject"]),
                object=_place(target) if "kind" in target else _mention(target),
                status=RelationStatus(record["status"]),
                time=_time(record["time"]),
            )
    raise ValueError(f"not a kind of claim: {record['kind']!r}")


def parse_statement(record: Mapping[str, Any]) -> Statement:
    """The statement of a claim record."""
    attribution = record["attribution"]
    return Statement(
        body=parse_body(record),
        evidence=tuple(map(_span, record["evidence"])),
        modality=Modality(record["modality"]),
        attribution=_mention(attribution) if attribution else None,
        confidence=record.get("confidence"),
    )
