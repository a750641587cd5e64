"""Which pairs are worth comparing."""

from __future__ import annotations

from typing import Any

import pytest

from harmattan.resolution.incidents.blocking import pairs
from harmattan.resolution.incidents.comparison import account
from tests.resolution.told import told

WIRE = {"source": "Sahel Wire"}
POST = {"source": "Bamako Post"}
ONE_TEXT: dict[str, Any] = {"text": "One text.", "source": "Sahel Wire"}

CASES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("one day, one country", {}, {"place": "Gao"}, True),
    ("three days later", {}, {"day": "2021-03-06"}, True),
    ("four days later", {}, {"day": "2021-03-07"}, False),
    ("another country", {}, {"place": "Djibo"}, False),
    ("another country, one actor", {"actor": "jnim"}, {"actor": "jnim", "place": "Djibo"}, True),
    ("a village of no known country", {"place": "Sobane"}, {"place": "Sobane"}, True),
    ("undated, printed the next day", {}, {"day": None}, True),
    ("undated, printed a year later", {}, {"day": None, "published": "2022-03-04"}, False),
    ("undated, nobody knows when printed", {}, {"day": None, "published": None}, False),
    ("a year that holds the day", {}, {"day": "2021-01-01/2021-12-31"}, False),
    ("the same within one text", ONE_TEXT, {**ONE_TEXT, "day": "2021-01-01/2021-12-31", "sentence": 3}, True),
    ("kinds often told as one another", {}, {"type": "COERCE"}, True),
    ("kinds that never are one", {}, {"type": "RETREAT"}, False),
]


@pytest.mark.parametrize(("name", "left", "right", "compared"), CASES, ids=[case[0] for case in CASES])
def test_pairs(name: str, left: dict[str, Any], right: dict[str, Any], compared: bool) -> None:
    accounts = [account(told(**{**WIRE, **left})), account(told(**{**POST, **right}))]
    assert bool(pairs(accounts)) is compared, name
    assert pairs(accounts) == pairs(accounts[::-1])
