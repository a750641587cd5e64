"""A page of our own, invented, in the manner of the page that started it; it always runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.claim_queries import read_page, text_of, told

PAGE = Path(__file__).parent / "pages" / "rovuma.txt"
Claims = list[dict[str, Any]]


@pytest.fixture(scope="module")
def claims() -> Claims:
    return read_page(PAGE)


CASES: dict[str, dict[str, Any]] = {
    "soldiers are there": {
        "kind": "strength",
        "force": "Malawian soldiers",
        "place": "Mozambique",
        "size": {"low": 1200, "high": 1200},
        "status": "current",
    },
    "fewer are expected": {
        "kind": "strength",
        "force": "Malawian soldiers",
        "place": "Mozambique",
        "size": {"low": 300, "best": None, "high": 400},
        "status": "projected",
        "time": {"latest": "2025-12-31", "precision": "open"},
    },
    "the operation will end in a quarter, in three countries": {
        "kind": "event",
        "modality": "planned",
        "actor": ["Malawi", "Operation Nyika"],
        "time": {"earliest": "2024-07-01", "latest": "2024-09-30", "precision": "quarter"},
        "place": ["Mozambique", "Tanzania", "Zambia"],
    },
    "camps will close": {"kind": "event", "modality": "planned", "trigger": "closure"},
    "said in a month": {
        "kind": "event",
        "modality": "planned",
        "actor": "Malawi",
        "report_time": {"earliest": "2024-03-01", "latest": "2024-03-31", "precision": "month"},
    },
    "the minister accuses": {"type": "ACCUSE", "actor": "Armando Vale Cossa", "recipient": "Malawi"},
    "soldiers are courted": {
        "type": "REQUEST",
        "actor": "Mozambican officials",
        "recipient": "Rwandan soldiers",
    },
    "help is asked for": {
        "type": "REQUEST",
        "mode": "assist",
        "actor": "Mozambican government",
        "recipient": "Rwanda",
    },
    "ambushes as a rule": {
        "type": "ASSAULT",
        "modality": "habitual",
        "actor": ["SRC", "Islamic Army of the Coast"],
        "recipient": "Mozambique’s army",
    },
    "the uprising's month": {
        "modality": "asserted",
        "actor": "Rebels of the Makonde people",
        "recipient": "Mozambican government forces",
        "time": {"earliest": "2017-10-01", "latest": "2017-10-31", "precision": "month"},
    },
    "the coast is taken": {
        "type": "COERCE",
        "mode": "seize",
        "actor": "Movement for the Liberation of Rovuma",
    },
    "the rebels are driven out": {
        "kind": "event",
        "trigger": "drive",
        "actor": ["SRC", "IAC"],
        "recipient": "rebels",
        "place": "northern Mozambique",
    },
    "a curfew": {"kind": "event", "trigger": "curfew", "actor": "militants", "recipient": "villagers"},
    "succession": {"relation": "succeeds", "subject": "Ruvuma Task Force", "object": "Operation Nyika"},
    "leadership": {"relation": "led_by", "subject": "Ruvuma Task Force", "object": "Tanzania"},
    "alliance": {"relation": "allied_with", "subject": "Movement for the Liberation", "object": "rebels"},
    "alias": {"relation": "alias", "subject": "IAC", "object": "Islamic Army of the Coast"},
    "the mortar attack": {
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "actor": "Islamic Army of the Coast",
        "weapon": "mortar",
        "place": "Palma",
        "target": ["hotel", "two banks"],
        "killed": {"quote": "five", "low": 5, "best": 5, "high": 5},
        "wounded": {"low": 11, "high": 11},
        "time": {"earliest": "2021-03-24", "latest": "2021-03-24", "precision": "day"},
    },
}


@pytest.mark.parametrize("name", CASES)
def test_the_page_gives(name: str, claims: Claims) -> None:
    told(claims, **CASES[name])


def test_two_documents_without_furniture(claims: Claims) -> None:
    assert len({claim["document"]["id"] for claim in claims}) == 2
    evidence = " ".join(text_of(claim["evidence"]) for claim in claims)
    assert not any(words in evidence for words in ("click here", "all incidents", "twitter"))


def test_every_quote_is_its_stretch(claims: Claims) -> None:
    """Offsets lie inside the evidence, and evidence is whole sentences."""
    for claim in claims:
        for field in ("actor", "recipient", "target", "victim", "weapon", "force"):
            for mention in claim.get(field, []):
                assert any(
                    span["quote"][mention["start"] - span["start"] : mention["end"] - span["start"]]
                    == mention["quote"]
                    for span in claim["evidence"]
                    if span["start"] <= mention["start"] and mention["end"] <= span["end"]
                )
