"""The JSON Schema takes what Harmattan writes, and nothing else."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import jsonschema
import pytest

from harmattan.claims.build import build
from harmattan.claims.checks import Reason
from harmattan.claims.schema import claims_schema
from harmattan.model.readings import (
    Modality,
    PlaceKind,
    RelationKind,
    RelationStatus,
    StrengthStatus,
)
from harmattan.model.values import Precision
from harmattan.reference.codebook import load_codebook
from tests.claims.statements import ALIAS, ATTACK, STRENGTH, mention, reading, statement

SCHEMA = claims_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
DEFINITIONS = SCHEMA["$defs"]

CLAIMS, REJECTIONS = build(
    reading(
        statement(ATTACK, attribution=mention("gunmen")),
        statement(STRENGTH),
        statement(ALIAS),
        statement(ALIAS, evidence=()),
        statement(STRENGTH),
    ),
    load_codebook(),
)
EVENT, COUNTED, RELATED = (json.loads(json.dumps(claim.record)) for claim in CLAIMS)


def altered(record: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """The record with another value at a dotted path; DROPPED takes the field away."""
    changed = deepcopy(record)
    *above, last = path.split(".")
    target: Any = changed
    for step in above:
        target = target[int(step) if step.isdigit() else step]
    if value is DROPPED:
        del target[last]
    else:
        target[last] = value
    return changed


DROPPED = object()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("record", [EVENT, COUNTED, RELATED, *(r.record for r in REJECTIONS)])
def test_what_is_built_is_valid(record: dict[str, Any]) -> None:
    VALIDATOR.validate(record)


WRONG: list[tuple[dict[str, Any], str, Any]] = [
    (EVENT, "id", "c12"),
    (EVENT, "id", DROPPED),
    (EVENT, "kind", "rumour"),
    (EVENT, "evidence", []),
    (EVENT, "modality", "likely"),
    (EVENT, "type", "WAR"),
    (EVENT, "mode", "curfew"),
    (EVENT, "trigger", None),
    (EVENT, "actor.0.actor", DROPPED),
    (EVENT, "actor.0.quote", ""),
    (EVENT, "place.0.country", "MLI"),
    (EVENT, "place.0.kind", "town"),
    (EVENT, "time.precision", "hour"),
    (EVENT, "time.earliest", "March 2021"),
    (EVENT, "killed.low", -1),
    (EVENT, "killed.best", "14"),
    (EVENT, "confidence", 1.5),
    (EVENT, "certainty", 0.9),
    (EVENT, "document.id", "x"),
    (EVENT, "report_time", DROPPED),
    (COUNTED, "size", None),
    (COUNTED, "status", "rumoured"),
    (COUNTED, "unit", ""),
    (RELATED, "relation", "friend"),
    (RELATED, "object", None),
]


@pytest.mark.parametrize(
    ("record", "path", "value"),
    WRONG,
    ids=[f"{path}-{'dropped' if value is DROPPED else value}" for _, path, value in WRONG],
)
def test_what_is_not_in_the_format_is_refused(record: dict[str, Any], path: str, value: Any) -> None:
    assert not VALIDATOR.is_valid(altered(record, path, value))


def test_a_rejection_needs_a_known_reason() -> None:
    record = REJECTIONS[0].record
    assert not VALIDATOR.is_valid(altered(record, "reason", "bad luck"))


def test_lists_of_values_are_those_of_the_code() -> None:
    def values(definition: str, field: str) -> list[Any]:
        found: list[Any] = DEFINITIONS[definition]["properties"][field]["enum"]
        return found

    codebook = load_codebook()
    assert values("event", "type") == list(codebook.types)
    modes = {
        rule["if"]["properties"]["type"]["const"]: rule["then"]["properties"]["mode"]["enum"]
        for rule in DEFINITIONS["event"]["allOf"]
    }
    assert modes == {name: [*event.modes, None] for name, event in codebook.types.items()}
    assert values("event", "modality") == list(Modality)
    assert values("place", "kind") == [*PlaceKind, None]
    assert values("time", "precision") == list(Precision)
    assert values("strength", "status") == list(StrengthStatus)
    assert values("relation", "relation") == list(RelationKind)
    assert values("relation", "status") == list(RelationStatus)
    assert values("rejection", "reason") == list(Reason)


def test_every_field_of_a_record_is_in_the_schema() -> None:
    for name, record in (("event", EVENT), ("strength", COUNTED), ("relation", RELATED)):
        assert set(record) == set(DEFINITIONS[name]["required"])
        assert set(record) | {"confidence"} == set(DEFINITIONS[name]["properties"])
