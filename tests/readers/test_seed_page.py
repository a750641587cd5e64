"""What the page that started it must give; the page itself is no part of the project."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.readers.claim_queries import read_page, text_of, told

PAGE = Path(os.environ.get("HARMATTAN_SHARED", "../shared")) / "seed" / "page.txt"
pytestmark = pytest.mark.skipif(not PAGE.exists(), reason=f"{PAGE} is not here")

Claims = list[dict[str, Any]]


@pytest.fixture(scope="module")
def claims() -> Claims:
    return read_page(PAGE)


CASES: dict[str, dict[str, Any]] = {
    "5,000 French troops are in Mali": {
        "kind": "strength",
        "force": "French troops",
        "place": "Mali",
        "size": {"low": 5000, "high": 5000, "quote": "5,000"},
        "status": "current",
    },
    "2,500 to 3,000 are expected by 2023": {
        "kind": "strength",
        "force": "French troops",
        "place": "Mali",
        "size": {"low": 2500, "best": None, "high": 3000},
        "status": "projected",
        "time": {"quote": "by 2023", "latest": "2023-12-31", "precision": "open"},
    },
    "Barkhane will end in a quarter, in five countries": {
        "kind": "event",
        "modality": "planned",
        "actor": ["France", "Barkhane"],
        "time": {"earliest": "2022-01-01", "latest": "2022-03-31", "precision": "quarter"},
        "place": ["Burkina Faso", "Mali", "Chad", "Niger", "Mauritania"],
    },
    "bases will close": {
        "kind": "event",
        "modality": "planned",
        "trigger": "closure",
        "actor": "France",
        "target": "French bases",
    },
    "France said so in June 2021, a month": {
        "kind": "event",
        "modality": "planned",
        "actor": "France",
        "report_time": {"earliest": "2021-06-01", "latest": "2021-06-30", "precision": "month"},
    },
    "the prime minister accuses France": {
        "kind": "event",
        "type": "ACCUSE",
        "actor": ["Prime Minister", "Choguel Kokalla Maïga"],
        "recipient": "France",
    },
    "officials court mercenaries": {
        "kind": "event",
        "type": "REQUEST",
        "trigger": "courted",
        "actor": "Malian officials",
        "recipient": "Russian mercenaries",
    },
    "the government appeals to France": {
        "kind": "event",
        "type": "REQUEST",
        "mode": "assist",
        "actor": "Malian government",
        "recipient": ["France", "international community"],
    },
    "AQIM and JNIM attack, as a rule": {
        "kind": "event",
        "type": "ASSAULT",
        "modality": "habitual",
        "actor": ["al-Qaeda in the Islamic Maghreb", "Jamaat Nusrat al-Islam wal Muslimeen"],
        "recipient": "Mali’s army",
    },
    "the Tuareg offensive": {
        "kind": "event",
        "type": "ASSAULT",
        "actor": "rebels of the Tuareg tribe",
        "recipient": "Malian government forces",
        "time": {"earliest": "2012-01-01", "latest": "2012-01-31", "precision": "month"},
        "modality": "asserted",
    },
    "the coup": {"kind": "event", "trigger": "coup", "actor": "Mali’s military", "modality": "asserted"},
    "MNLA takes the north": {
        "kind": "event",
        "type": "COERCE",
        "mode": "seize",
        "actor": "National Movement for the Liberation of Azawad",
        "place": "north",
    },
    "the rebels are expelled": {
        "kind": "event",
        "trigger": "expel",
        "actor": ["AQIM", "AAD", "MUJAO"],
        "recipient": "rebels",
        "place": "northern Mali",
        "modality": "asserted",
    },
    "sharia is imposed": {
        "kind": "event",
        "trigger": "sharia",
        "actor": "Islamists",
        "recipient": "local population",
    },
    "Takuba succeeds Barkhane": {
        "kind": "relation",
        "relation": "succeeds",
        "subject": "Takuba Task Force",
        "object": "Operation Barkhane",
    },
    "Takuba is led by France": {
        "kind": "relation",
        "relation": "led_by",
        "subject": "Takuba Task Force",
        "object": "France",
    },
    **{
        f"{group} is allied with the rebels": {
            "kind": "relation",
            "relation": "allied_with",
            "subject": name,
            "object": "rebels",
        }
        for group, name in (("AQIM", "AQIM"), ("MUJAO", "Movement for Unity"), ("AAD", "Ansar al-Dine"))
    },
    **{
        f"{short} is an alias": {"kind": "relation", "relation": "alias", "subject": short, "object": long}
        for short, long in (
            ("AQIM", "al-Qaeda in the Islamic Maghreb"),
            ("JNIM", "Jamaat Nusrat al-Islam wal Muslimeen"),
            ("MUJAO", "Movement for Unity and Jihad in West Africa"),
            ("AAD", "Ansar al-Dine"),
            ("MNLA", "National Movement for the Liberation of Azawad"),
            ("YPG", "People’s Protection Units"),
        )
    },
    "the missile attack at Afrin": {
        "kind": "event",
        "type": "ASSAULT",
        "mode": "heavy-weapons",
        "actor": "People’s Protection Units",
        "weapon": "missile",
        "place": "Afrin",
        "target": ["two schools", "mosque"],
        "killed": {"quote": "one", "low": 1, "best": 1, "high": 1},
        "wounded": {"low": 7, "best": 7, "high": 7},
        "time": {"earliest": "2020-02-04", "latest": "2020-02-04", "precision": "day"},
    },
}


@pytest.mark.parametrize("name", CASES)
def test_the_page_gives(name: str, claims: Claims) -> None:
    told(claims, **CASES[name])


def test_two_documents(claims: Claims) -> None:
    assert len({claim["document"]["id"] for claim in claims}) == 2


@pytest.mark.parametrize("furniture", ["click here", "View Archive", "Twitter", "Their Words"])
def test_furniture_is_in_no_claim(furniture: str, claims: Claims) -> None:
    assert furniture.lower() not in " ".join(text_of(claim["evidence"]) for claim in claims)


def test_a_time_that_needs_the_publication_date_stays_open(claims: Claims) -> None:
    (accusation,) = told(claims, type="ACCUSE", recipient="France")
    assert accusation["time"] is None or accusation["time"]["earliest"] is None


def test_nothing_is_claimed_that_the_page_does_not_say(claims: Claims) -> None:
    """What a careless reader would make of the page."""
    for claim in claims:
        if claim["kind"] == "event" and claim["modality"] == "asserted":
            assert "fight" not in text_of(claim["trigger"]) or "fought" in text_of(claim["trigger"])
            assert text_of(claim["trigger"]) not in {"repel", "quash", "regain", "combat", "join"}
    assert not [c for c in claims if c["kind"] == "strength" and c["size"]["low"] not in {5000, 2500}]
