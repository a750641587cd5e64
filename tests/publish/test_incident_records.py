"""The incidents format: each part of an incident with those who say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Mention, Modality, PlaceKind
from harmattan.model.values import Count
from harmattan.model.world import Actor, ActorKind
from harmattan.publish.data import SiteData
from harmattan.publish.incident_records import Known, incident_record
from harmattan.publish.incident_schema import incidents_schema
from harmattan.reference.codebook import load_codebook
from harmattan.resolution.incidents.joint import resolve
from tests.publish.fixture import sahel
from tests.resolution.told import told

SCHEMA = incidents_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
ACTORS = {
    "jnim": Actor("jnim", "Jama'at Nusrat al-Islam wal-Muslimin", ActorKind.GROUP),
    "mali": Actor("mali", "Mali", ActorKind.STATE),
}
NOW = datetime(2024, 1, 1, tzinfo=UTC)
KNOWN = Known(ACTORS, lambda place: 1 if place.kind is PlaceKind.ADMIN else None)


def said_by(claim: Claim, name: str, actor: str | None = None) -> Claim:
    """The claim as somebody's words."""
    span = claim.statement.evidence[0]
    by = Mention(claim.document.span(span.start, span.start + 3), name, actor)
    return replace(claim, statement=replace(claim.statement, attribution=by))


def record_of(*claims: Claim) -> dict[str, Any]:
    """The record of the one incident that all these claims are."""
    ids = sorted(claim.id for claim in claims)
    bonds = [
        Judgement(Verdict.SAME, min(ids[0], one), max(ids[0], one), Holder.ANALYST, "Ann", NOW)
        for one in ids[1:]
    ]
    (incident,) = resolve(claims, bonds).incidents
    record = incident_record(incident, {claim.id: claim for claim in claims}, KNOWN)
    VALIDATOR.validate(record)
    return record


PLAIN = told(killed=14, actor="jnim", recipient="the convoy")
BY_STATE = said_by(told(killed=20, actor="jnim", source="B", published="2021-03-05"), "the minister", "mali")
BY_ITSELF = said_by(told(killed=33, actor="jnim", source="C", published="2021-03-06"), "the group", "jnim")
DENIED = said_by(
    told(actor="jnim", modality=Modality.DENIED, source="D", published="2021-03-07"), "JNIM", "jnim"
)


def test_who_claims_it_and_who_is_only_named() -> None:
    (party,) = record_of(PLAIN, BY_STATE, BY_ITSELF)["actor"]
    assert (party["id"], party["name"], party["kind"]) == ("jnim", ACTORS["jnim"].name, "group")
    assert party["told"] == [{"claim": PLAIN.id, "modality": "asserted"}]
    assert party["attributed"] == [
        {"claim": BY_STATE.id, "modality": "asserted", "by": {"id": "mali", "name": "the minister"}}
    ]
    assert party["claimed"] == [
        {"claim": BY_ITSELF.id, "modality": "asserted", "by": {"id": "jnim", "name": "the group"}}
    ]


def test_who_has_no_id_goes_by_name() -> None:
    own = said_by(told(actor="Sand Front"), "Sand Front")
    other = told(actor="Sand Front", source="B", published="2021-03-05")
    (party,) = record_of(own, other)["actor"]
    assert (party["id"], party["name"], party["kind"]) == (None, "Sand Front", None)
    assert [len(party[how]) for how in ("claimed", "attributed", "told")] == [1, 0, 1]


def test_every_figure_is_kept_with_its_teller() -> None:
    killed = record_of(PLAIN, BY_STATE, BY_ITSELF)["killed"]
    assert [killed[name] for name in ("low", "high")] == [14, 33]
    told_by = {(one["best"], one["by"] and one["by"]["name"], one["source"]) for one in killed["reports"]}
    assert told_by == {(14, None, "Sahel Wire"), (20, "the minister", "B"), (33, "the group", "C")}
    standings = {one["best"]: (one["official"], one["standing"]) for one in killed["reports"]}
    assert standings[20] == (True, "counts")
    assert standings[33] == (False, "of its own deed")
    assert record_of(told())["killed"] is None
    at_least = record_of(told(killed=Count(14, None, None)))["killed"]
    assert [at_least[name] for name in ("low", "best", "high")] == [14, None, None]


def test_sources_are_counted_apart_from_copies() -> None:
    record = record_of(PLAIN, BY_STATE)
    assert (record["sources"], record["copies"]) == (2, [])


def test_denials_stand_beside_it() -> None:
    record = record_of(PLAIN, DENIED)
    assert record["denied"] is True and record["modality"] == "asserted"
    assert [(one["id"], one["denies"]) for one in record["claims"]] == [(PLAIN.id, False), (DENIED.id, True)]
    assert [one["claim"] for one in record["actor"][0]["told"]] == [PLAIN.id]


def test_it_is_held_no_more_firmly_than_it_is_told() -> None:
    alleged = told(modality=Modality.ALLEGED, source="B")
    assert record_of(alleged)["modality"] == "alleged"
    assert record_of(alleged, PLAIN)["modality"] == "asserted"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Gossi", [("id:Gossi", "Gossi", 1, 1)]),
        ("Sobane", [(None, "Sobane", None, None)]),
        ("Tombouctou Region", [("id:Tombouctou Region", "Tombouctou Region", 3, 4)]),
        ("Mali", [("id:Mali", "Mali", 3, 6)]),
        (None, []),
    ],
)
def test_where(place: str | None, expected: list[tuple[Any, ...]]) -> None:
    found = record_of(told(place=place))["place"]
    fields = ("id", "name", "acled_precision", "ucdp_precision")
    assert [tuple(one[name] for name in fields) for one in found] == expected


def test_the_most_precise_place_and_who_names_it() -> None:
    wide = told(place="Mali", source="B")
    (place,) = record_of(PLAIN, wide)["place"]
    assert (place["name"], place["claims"]) == ("Gossi", [PLAIN.id])


def test_weapons_with_the_claims_that_name_them() -> None:
    mortars, again = told(weapon="mortars"), told(weapon="Mortars", source="B")
    assert record_of(mortars, again)["weapon"] == [{"name": "mortars", "claims": [mortars.id, again.id]}]


def test_time() -> None:
    assert record_of(told())["time"] == {
        "earliest": "2021-03-03",
        "latest": "2021-03-03",
        "precision": "day",
        "acled_precision": 1,
        "ucdp_precision": 1,
    }
    assert record_of(told(day="?"))["time"] is None


def test_all_of_the_small_press_is_in_the_format() -> None:
    data: SiteData = sahel()
    claims = {claim.id: claim for claim in data.claims}
    known = Known(data.actors, lambda _: None)
    for incident in data.incidents:
        record = incident_record(incident, claims, known)
        VALIDATOR.evolve(schema=SCHEMA["$defs"]["incident"] | {"$defs": SCHEMA["$defs"]}).validate(record)


def test_the_schema_is_a_schema_and_refuses_what_is_not_in_the_format() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record = record_of(PLAIN)
    for field, value in (
        ("id", "x"),
        ("type", "WAR"),
        ("claims", []),
        ("denied", None),
        ("killed", 14),
        ("surprise", 1),
        ("modality", "denied"),
    ):
        assert not VALIDATOR.is_valid(record | {field: value}), field
    for field in record:
        assert not VALIDATOR.is_valid({name: value for name, value in record.items() if name != field}), field


def test_types_are_those_of_the_codebook() -> None:
    types = SCHEMA["$defs"]["incident"]["properties"]["type"]["enum"]
    assert types == list(load_codebook().types)
