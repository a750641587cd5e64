"""The page on the incidents format tells the truth: its example, its fields, its tables."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema

from harmattan.model.claims import Claim
from harmattan.publish.incident_records import Known, incident_record
from harmattan.publish.incident_schema import incidents_schema
from harmattan.resolution.incidents.joint import resolve
from tests.docs.test_claims_md import DOCUMENT, RECORDS

PAGE = (Path(__file__).parents[2] / "docs" / "incidents.md").read_text("utf-8")
EXAMPLE, REDIRECT = (json.loads(block) for block in re.findall(r"```json\n(.*?)\n```", PAGE, re.S))


def test_the_example_is_what_its_report_makes() -> None:
    claim = Claim.parse(RECORDS["attack"], DOCUMENT)
    (incident,) = resolve([claim], []).incidents
    assert incident_record(incident, {claim.id: claim}, Known({}, lambda _: None)) == EXAMPLE


def test_examples_are_in_the_format() -> None:
    for record in (EXAMPLE, REDIRECT):
        jsonschema.Draft202012Validator(incidents_schema()).validate(record)


def test_every_field_is_named() -> None:
    definitions = incidents_schema()["$defs"]
    fields = {field for definition in definitions.values() for field in definition["properties"]}
    assert {field for field in fields if f"`{field}`" not in PAGE} == set()
