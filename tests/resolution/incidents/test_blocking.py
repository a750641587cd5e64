"""Which pairs are worth comparing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Event
from harmattan.resolution.incidents.blocking import compared, pairs, uncompared
from harmattan.resolution.incidents.comparison import Account, account, kilometres
from tests.resolution.told import told

WIRE = {"source": "Sahel Wire"}
POST = {"source": "Bamako Post"}
ONE_TEXT: dict[str, Any] = {"text": "One text.", "source": "Sahel Wire"}

SIDES = {"actor": "jnim", "recipient": "fama"}
NOWHERE: dict[str, Any] = {"place": "Mali"}
RECALLED: dict[str, Any] = {"words": "He recalled the attack on the town.", "trigger": "attack"}
FEW: dict[str, Any] = {"recipient": "four Chadian guards", "killed": 4}

CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    # one place
    ("one day, one town", {}, {}, True),
    ("the day after", {}, {"day": "2021-03-04"}, True),
    ("three days later, nothing else in common", {}, {"day": "2021-03-06"}, False),
    ("three days later, one actor", {"actor": "jnim"}, {"day": "2021-03-06", "actor": "jnim"}, True),
    ("three days later, as many dead", {"killed": 14}, {"day": "2021-03-06", "killed": 14}, True),
    ("four days later", SIDES, {**SIDES, "day": "2021-03-07"}, False),
    ("a village of no known country", {"place": "Sobane"}, {"place": "Sobane"}, True),
    # two towns
    ("towns near one another", {}, {"place": "Doro"}, True),
    ("towns near one another, a day later", SIDES, {**SIDES, "place": "Doro", "day": "2021-03-04"}, False),
    (
        "towns near one another, a night and the morning after",
        {"words": "Late in the night men died."},
        {"place": "Doro", "day": "2021-03-04"},
        True,
    ),
    ("towns near one another, two days later", SIDES, {**SIDES, "place": "Doro", "day": "2021-03-05"}, False),
    ("towns far from one another, all else alike", SIDES, {**SIDES, "place": "Hombori"}, False),
    ("another country, one actor", SIDES, {**SIDES, "place": "Djibo"}, False),
    ("two towns of one name", SIDES, {**SIDES, "place": "Doro, Kidal"}, False),
    ("two towns of one name, the name in both", {"place": "Doro"}, {"place": "Doro, Kidal"}, True),
    (
        "the one's town named beside the other's",
        {"place": "Sobane"},
        {"place": "Hombori", "words": "At Sobane they wept."},
        True,
    ),
    ("a far town named beside the other's", {}, {"place": "Gao", "words": "At Gossi they wept."}, True),
    (
        "both name a third",
        {"words": "From Bamako they came."},
        {"place": "Sobane", "words": "To Bamako they went."},
        False,
    ),
    # no town
    ("a town and a region", {}, {"place": "Tombouctou Region"}, False),
    (
        "a town and a region, one actor",
        {"actor": "jnim"},
        {"actor": "jnim", "place": "Tombouctou Region"},
        True,
    ),
    ("a town and the country", {}, NOWHERE, False),
    ("a town and the country, one actor", {"actor": "jnim"}, {**NOWHERE, "actor": "jnim"}, False),
    ("a town and the country, both sides", SIDES, {**NOWHERE, **SIDES}, True),
    ("nothing but the country, both sides", {**NOWHERE, **SIDES}, {**NOWHERE, **SIDES}, True),
    ("nothing but the country", NOWHERE, NOWHERE, False),
    (
        "a town and the country, one actor, as many dead",
        {"actor": "jnim", "killed": 14},
        {**NOWHERE, "actor": "jnim", "killed": 14},
        True,
    ),
    (
        "few dead tell nothing",
        {"actor": "jnim", "killed": 2},
        {**NOWHERE, "actor": "jnim", "killed": 2},
        False,
    ),
    ("no place at all, both sides", SIDES, {**SIDES, "place": None}, True),
    ("a village and a town, both sides", SIDES, {**SIDES, "place": "Sobane"}, True),
    # time
    ("undated, printed the next day", {}, {"day": None}, True),
    ("undated, printed a year later", {}, {"day": None, "published": "2022-03-04"}, False),
    ("undated, nobody knows when printed", {}, {"day": None, "published": None}, False),
    ("a year that holds the day", {}, {"day": "2021-01-01/2021-12-31"}, True),
    ("a year that holds the day, nowhere", {}, {**NOWHERE, "day": "2021-01-01/2021-12-31"}, False),
    ("recalled a year later", {}, {**RECALLED, "day": None, "published": "2022-03-04"}, True),
    ("recalled three years later", {}, {**RECALLED, "day": None, "published": "2024-03-04"}, False),
    (
        "a massacre, three years later",
        {"killed": 60},
        {"killed": 70, "day": None, "published": "2024-03-04"},
        True,
    ),
    ("as few of one people, years later", FEW, {**FEW, "day": None, "published": "2024-03-04"}, True),
    # what is struck seldom, and who is
    ("one sort of thing, no place", {"recipient": "a bus"}, {"recipient": "the bus", "place": None}, True),
    ("a post, no place", {"recipient": "a post"}, {"recipient": "the post", "place": None}, False),
    (
        "one sort of thing, another town",
        {"recipient": "a bus"},
        {"recipient": "the bus", "place": "Hombori"},
        False,
    ),
    ("one person, no place", {"recipient": "Ann Dembele"}, {"recipient": "Ann Dembele", "place": None}, True),
    ("the same within one text", ONE_TEXT, {**ONE_TEXT, "day": "2021-01-01/2021-12-31", "sentence": 3}, True),
    # kind
    ("kinds often told as one another", {}, {"type": "COERCE"}, True),
    ("kinds that never are one", {}, {"type": "RETREAT"}, False),
    ("a deployment", {}, {"type": "MOBILIZE"}, False),
    (
        "fighters who came in",
        {},
        {"type": "MOBILIZE", "words": "They stormed in.", "trigger": "stormed"},
        True,
    ),
]


@pytest.mark.parametrize(("name", "left", "right", "expected"), CASES, ids=[case[0] for case in CASES])
def test_pairs(name: str, left: dict[str, Any], right: dict[str, Any], expected: bool) -> None:
    later = (
        {"published": "2021-03-09"} if right.get("day") and "text" not in right else {}
    )  # nothing is told before it happens
    accounts = [account(told(**{**WIRE, **left})), account(told(**{**POST, **later, **right}))]
    assert bool(pairs(accounts)) is expected, name
    assert pairs(accounts) == pairs(accounts[::-1])
    assert compared(*accounts) is compared(*accounts[::-1]) is expected
    assert (uncompared(*accounts) is None) is expected


@given(
    st.floats(-70, 70),
    st.floats(-180, 180),
    st.floats(-0.4, 0.4),
    st.floats(-0.6, 0.6),
    st.sampled_from([0, 1]),
)
def test_towns_near_one_another_are_found_from_either_side(
    lat: float, lon: float, north: float, east: float, days: int
) -> None:
    other = (lon + east + 180) % 360 - 180
    accounts = [at(lat, lon, "A", "2021-03-03"), at(lat + north, other, "B", f"2021-03-0{3 + days}")]
    distance = kilometres(*(one.places[0] for one in accounts))
    assert distance is not None
    expected = distance <= 50 and days == 0
    assert compared(*accounts) is compared(*accounts[::-1]) is expected
    assert bool(pairs(accounts)) is bool(pairs(accounts[::-1])) is expected


def at(lat: float, lon: float, name: str, day: str) -> Account:
    claim = told(day=day, source=name, published="2021-03-09")
    event = claim.body
    assert isinstance(event, Event)
    place = replace(event.place[0], name=f"Town {name}", id=f"id:{name}", lat=lat, lon=lon)
    statement = replace(claim.statement, body=replace(event, place=(place,)))
    return account(replace(claim, statement=statement))
