"""The table of comparisons: which pairs are the same, unsure or different, and whether the reasons say why."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.judgements import Verdict
from harmattan.model.readings import Modality
from harmattan.model.values import Count
from harmattan.resolution.incidents.comparison import POINTS, Comparison, account, compare
from tests.resolution.told import PLACES, told

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT
WIRE = {"source": "Sahel Wire"}
POST = {"source": "Bamako Post"}
JNIM: dict[str, Any] = {"actor": "jnim", "recipient": "fama"}
ONE_TEXT: dict[str, Any] = {"text": "One text.", "source": "Sahel Wire"}
ACTOR: dict[str, Any] = {"actor": "jnim"}

PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], Verdict, str]] = [
    ("day and town", {}, {}, SAME, "same day: 2021-03-03 (+3)"),
    ("other counts of the same", {"killed": 14}, {"killed": 11}, SAME, "similar number killed: "),
    ("day and a village nearby", {}, {"place": "Tin Taw"}, SAME, "within 10 km"),
    ("another town", JNIM, {**JNIM, "place": "Gao"}, DIFFERENT, "more than 100 km apart"),
    ("another country", JNIM, {**JNIM, "place": "Djibo"}, DIFFERENT, "another country"),
    ("a week later", JNIM, {**JNIM, "day": "2021-03-10"}, DIFFERENT, "more than three days apart"),
    ("the day after", {}, {"day": "2021-03-04"}, DIFFERENT, "a day apart"),
    ("the day after, same actor", ACTOR, {**ACTOR, "day": "2021-03-04"}, UNSURE, "same actor: jnim"),
    ("the day after, same sides", JNIM, {**JNIM, "day": "2021-03-04"}, SAME, "same two sides: fama and jnim"),
    ("only a country", {}, {"place": "Mali"}, DIFFERENT, "only the country in common"),
    ("only a country, same sides", JNIM, {**JNIM, "place": "Mali"}, UNSURE, "same two sides"),
    ("only a country, sides and dead", {**JNIM, "killed": 14}, {**JNIM, "killed": 14, "place": "Mali"}, SAME, "killed"),
    ("a week that holds the day", {}, {"day": "2021-03-01/2021-03-07"}, UNSURE, "times overlap within a week"),
    ("a month that holds the day", {}, {"day": "2021-03-01/2021-03-31"}, UNSURE, "times overlap within a month"),
    ("another kind", JNIM, {**JNIM, "type": "PROTEST"}, SAME, "kinds often told as one another"),
    ("kinds that never are one", JNIM, {**JNIM, "type": "RETREAT"}, DIFFERENT, "another kind"),
    ("other actors on both sides", JNIM, {"actor": "is-gs", "recipient": "minusma"}, UNSURE, "another actor"),
    ("a clash told from both sides", {"actor": "jnim", "recipient": "fama"}, {"actor": "fama", "recipient": "jnim"},
     SAME, "same two sides: fama and jnim"),
    ("another mode", {"mode": "firearms"}, {"mode": "aerial"}, UNSURE, "another mode: "),
    ("undated, printed the next day", {**JNIM, "killed": 14}, {**JNIM, "killed": 14, "day": "?"}, SAME,
     "one undated, reported within a week"),
    ("undated, printed years later", {**JNIM, "killed": 14},
     {**JNIM, "killed": 14, "day": None, "published": "2024-03-01"}, UNSURE, "one undated, reported far apart"),
    ("undated, nobody knows when printed", JNIM, {**JNIM, "day": None, "published": None}, SAME, "one undated ("),
    ("no place", JNIM, {**JNIM, "place": None}, UNSURE, "one without a place"),
    ("a name for want of an id", {"actor": "Sand Front", "place": "Mali"}, {"actor": "Sand Front"}, DIFFERENT,
     "same actor: Sand Front"),
    ("gunmen need not be the same", {"actor": "the gunmen"}, {"actor": "the gunmen"}, SAME, "Gossi (+3): 7 of 6"),
    ("weapon in other words", {"weapon": "two rockets"}, {"weapon": "a rocket"}, SAME, "same weapon: rocket"),
    ("dead far apart", {"killed": 2}, {"killed": 40}, SAME, "killed far apart"),
    ("a massacre within overlapping weeks", {"day": "2021-03-10/2021-03-31", "killed": 203},
     {"day": "2021-03-27/2021-03-31", "killed": Count(500, None, None)}, SAME, "many killed in both"),
    ("a denial of a month", {}, {"day": "2021-03-01/2021-03-31", "modality": Modality.DENIED}, SAME, "one denies"),
    ("taken and taken back", {"type": "COERCE", "actor": "jnim", "recipient": "Gossi"},
     {"type": "COERCE", "actor": "fama", "recipient": "Gossi", "day": None}, DIFFERENT, "another actor"),
    ("at least as many", {"killed": Count(14, None, None)}, {"killed": 20}, SAME, "similar number killed"),
    ("one sentence, undated", {**ONE_TEXT, "day": None}, {**ONE_TEXT, "day": None, "killed": 3}, SAME, "one sentence"),
    ("one province", {"place": "Tombouctou Region"}, {"place": "Tombouctou Region"}, UNSURE, "same area"),
    ("a town that may lie in the province", {}, {"place": "Tombouctou Region"}, DIFFERENT, "may lie in the other"),
    ("towns an hour apart", JNIM, {**JNIM, "place": "Hombori"}, UNSURE, "50 to 100 km apart"),
    ("towns half an hour apart", {}, {"place": "Doro"}, UNSURE, "within 50 km"),
    ("a village the gazetteer lacks", {"place": "Sobane"}, {"place": "Sobane"}, SAME, "same place: Sobane"),
    ("a village that may be anywhere", {}, {"place": "Sobane"}, DIFFERENT, "places not known to be near"),
    ("two towns of a name", JNIM, {**JNIM, "place": "Doro, Kidal"}, DIFFERENT, "more than 100 km apart"),
    ("a name found in two places", {"place": "Doro"}, {"place": "Doro, Kidal"}, UNSURE, "one name, two places"),
    ("two days after", JNIM, {**JNIM, "day": "2021-03-05"}, DIFFERENT, "two or three days apart"),
    ("a year that holds the day", JNIM, {**JNIM, "day": "2021-01-01/2021-12-31"}, UNSURE, "times overlap widely"),
    ("same mode and same few dead", {"mode": "aerial", "killed": 2}, {"mode": "aerial", "killed": 2}, SAME,
     "same small number killed: "),
    ("same wounded", {"wounded": 6}, {"wounded": 6}, SAME, "same number wounded or abducted"),
    ("same recipient by id", {"recipient": "fama"}, {"recipient": "fama"}, SAME, "same recipient: fama"),
    ("recipients described alike", {"recipient": "two soldiers"}, {"recipient": "the soldiers"}, SAME, "alike"),
    ("placeless in one text", ONE_TEXT, {**ONE_TEXT, "place": None, "sentence": 3}, DIFFERENT, "without a place"),
    ("sentences apart, undated", ONE_TEXT, {**ONE_TEXT, "day": None, "sentence": 2}, UNSURE, "sentences apart"),
]  # fmt: skip


def between(left: dict[str, Any], right: dict[str, Any]) -> Comparison:
    return compare(account(told(**left)), account(told(**right)))


@pytest.mark.parametrize(
    ("name", "left", "right", "verdict", "reason"), PAIRS, ids=[case[0] for case in PAIRS]
)
def test_pairs(name: str, left: dict[str, Any], right: dict[str, Any], verdict: Verdict, reason: str) -> None:
    comparison = between({**WIRE, **left}, {**POST, **right})
    assert reason in comparison.reason, name
    assert comparison.verdict is verdict, comparison.reason


def test_reason_adds_up() -> None:
    comparison = between({**WIRE, "killed": 14}, {**POST, "killed": 14})
    assert comparison.reason.startswith(
        "same kind: ASSAULT (+1), same day: 2021-03-03 (+3), same place: Gossi (+3), "
    )
    assert comparison.reason.endswith(": 8.5 of 6")
    assert comparison.score == sum(finding.points for finding in comparison.findings)


def test_every_outcome_of_the_table_is_reached_by_some_pair_above() -> None:
    reached = {
        finding.outcome
        for _, left, right, _, _ in PAIRS
        for finding in between({**WIRE, **left}, {**POST, **right}).findings
    }
    assert POINTS.keys() == reached


FIELDS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["2021-03-03", "2021-03-04", "2021-03-01/2021-03-31", "?", None]),
        "place": st.sampled_from([*PLACES, None]),
        "actor": st.sampled_from(["jnim", "Sand Front", None]),
        "recipient": st.sampled_from(["fama", "soldiers", None]),
        "killed": st.sampled_from([None, 2, 14, Count(14, None, None), Count(None, None, 20)]),
        "type": st.sampled_from(["ASSAULT", "COERCE"]),
        "source": st.sampled_from(["Sahel Wire", "Bamako Post"]),
    }
)


@given(FIELDS, FIELDS)
def test_order_makes_no_difference(left: dict[str, Any], right: dict[str, Any]) -> None:
    assert between(left, right) == between(right, left)
