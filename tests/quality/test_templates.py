"""MUC-4 templates: keys read, fills compared, templates mapped, and claims as answers."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Event, Mention
from harmattan.model.text import Span
from harmattan.model.values import Count, Period, Precision
from quality.assignment import best_pairs
from quality.muc_answers import incident_type, report
from quality.muc_keys import Key, Toll, Whereabouts, Words, read_count, read_dates, read_key, read_location
from quality.muc_scoring import Place as Named
from quality.muc_scoring import (
    Response,
    When,
    credit,
    head,
    mapped,
    place_credit,
    score,
    string_credit,
    toll_credit,
    type_credit,
)

EMPTY = ["-"]


def raw(**fills: Sequence[str]) -> Mapping[str, Sequence[str]]:
    slots = (
        "incident_date incident_location incident_type incident_stage instrument_id perp_individual_id "
        "perp_organization_id phys_tgt_id hum_tgt_name hum_tgt_description hum_tgt_number hum_tgt_effect"
    ).split()
    return {slot: fills.get(slot, EMPTY) for slot in slots}


@given(st.lists(st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_best_pairs_are_worth_as_much_as_any(worth: list[list[int]]) -> None:
    found = best_pairs(worth)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found)
    size = min(len(worth), 3)
    best = max(
        sum(worth[row][column] for row, column in zip(rows, columns, strict=True))
        for rows in itertools.permutations(range(len(worth)), size)
        for columns in itertools.permutations(range(3), size)
    )
    assert sum(worth[row][column] for row, column in found) == best


def test_no_pairs_of_nothing() -> None:
    assert best_pairs([]) == []
    assert best_pairs([[0.0]]) == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("03 MAY 91", [(date(1991, 5, 3), date(1991, 5, 3))]),
        ("- 03 MAY 91", [(None, date(1991, 5, 3))]),
        ("03 MAY 91 - 05 MAY 91", [(date(1991, 5, 3), date(1991, 5, 5))]),
        ("(03 MAY 91) / (- 04 MAY 91)", [(date(1991, 5, 3), date(1991, 5, 3)), (None, date(1991, 5, 4))]),
        ("MAY 91", [(date(1991, 5, 1), date(1991, 5, 31))]),
    ],
)
def test_dates_of_a_key(text: str, spans: list[tuple[date | None, date]]) -> None:
    fill = read_dates(text)
    assert fill is not None
    assert list(fill.spans) == spans


def test_a_date_without_a_year_is_none() -> None:
    assert read_dates("16 NOV") is None


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("CUBA", [[("CUBA",)]]),
        ("CUBA: ORIENTE (PROVINCE): BAYAMO (CITY)", [[("CUBA",), ("ORIENTE",), ("BAYAMO",)]]),
        ("CUBA: BAYAMO (CITY) - HOLGUIN (CITY)", [[("CUBA",), ("BAYAMO", "HOLGUIN")]]),
        ("(CUBA: BAYAMO (CITY / REGION)) / (CUBA)", [[("CUBA",), ("BAYAMO",)], [("CUBA",)]]),
    ],
)
def test_places_of_a_key(text: str, levels: list[list[tuple[str, ...]]]) -> None:
    fill = read_location(text)
    assert fill is not None
    assert [list(found) for found in fill.levels] == levels


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("6", (6, 6)),
        ("PLURAL", (2, None)),
        ("5-", (5, None)),
        ("-26", (1, 26)),
        ("~100", (90, 110)),
        ("3 - 4", (3, 4)),
        ("10 / PLURAL", (2, None)),
    ],
)
def test_counts_of_a_key(text: str, bounds: tuple[int, int | None]) -> None:
    assert read_count(text) == bounds


def test_a_name_and_its_description_are_one_person() -> None:
    key = read_key(
        raw(
            incident_type=["ATTACK"],
            hum_tgt_name=['"ANA RUIZ"'],
            hum_tgt_description=['"TOWN JUDGE" / "JUDGE": "ANA RUIZ"', '"GUARDS"'],
            hum_tgt_number=['1: "ANA RUIZ"', '3: "GUARDS"'],
            hum_tgt_effect=['DEATH: "ANA RUIZ"', 'DEATH: "GUARDS"'],
        )
    )
    assert [fill.names for fill in key.slots["human target"] if isinstance(fill, Words)] == [
        ("ANA RUIZ", "TOWN JUDGE", "JUDGE"),
        ("GUARDS",),
    ]
    assert key.slots["killed"] == [Toll(4, 4)]
    assert "wounded" not in key.slots


def test_a_fill_in_doubt_is_optional() -> None:
    key = read_key(raw(incident_type=["ATTACK"], perp_individual_id=['? "BANDITS"'], instrument_id=["*"]))
    assert key.slots["perpetrator individual"] == [Words(("BANDITS",), optional=True)]
    assert "weapon" not in key.slots


@pytest.mark.parametrize(
    ("key", "answer", "worth"),
    [
        ("BOMB", "TWO BOMBS", 1.0),
        ("ANA RUIZ", "JUDGE ANA RUIZ", 1.0),
        ("ANA RUIZ", "COL RUIZ", 1.0),
        ("POWER STATION", "STATION", 1.0),
        ("SENATORS", "GROUP OF SENATORS", 1.0),
        ("PATROL VEHICLE", "POLICE VEHICLE", 0.5),
        ("OFFICES OF THE PARTY", "PARTY", 0.5),
        ("PEASANTS", "SOLDIERS", 0.0),
    ],
)
def test_strings(key: str, answer: str, worth: float) -> None:
    assert string_credit(key, answer) == worth


def test_the_head_stands_before_a_preposition() -> None:
    assert head("OFFICES OF THE TOWN JUDGE") == "office"
    assert head("MEMBERS OF THE FRONT") == "front"


def test_types() -> None:
    assert type_credit(Words(("BOMBING",)), "BOMBING") == 1
    assert type_credit(Words(("BOMBING",)), "ATTACK") == 0.5
    assert type_credit(Words(("ATTACK",)), "BOMBING") == 0


DAY = date(1991, 5, 3)


@pytest.mark.parametrize(
    ("text", "answer", "worth"),
    [
        ("03 MAY 91", When(Period(DAY, DAY, Precision.DAY)), 1.0),
        ("03 MAY 91", When(Period(date(1991, 5, 1), date(1991, 5, 31), Precision.MONTH)), 0.5),
        ("03 MAY 91", When(Period(date(1991, 1, 1), date(1991, 12, 31), Precision.YEAR)), 0.0),
        ("03 MAY 91", When(Period(None, DAY, Precision.OPEN), until=True), 0.0),
        ("- 03 MAY 91", When(Period(None, DAY, Precision.OPEN), until=True), 1.0),
        ("- 03 MAY 91", When(Period(date(1991, 5, 1), date(1991, 5, 1), Precision.DAY)), 0.5),
    ],
)
def test_dates(text: str, answer: When, worth: float) -> None:
    fill = read_dates(text)
    assert fill is not None
    assert credit("date", fill, answer) == worth


@pytest.mark.parametrize(
    ("places", "worth"),
    [
        ([Named("northern Bayamo")], 1.0),
        ([Named("the vicinity of Bayamo")], 1.0),
        ([Named("Oriente province")], 0.5),
        ([Named("Holguin", "Cuba")], 0.5),
        ([Named("Holguin")], 0.0),
    ],
)
def test_places(places: list[Named], worth: float) -> None:
    levels = (("CUBA",), ("ORIENTE",), ("BAYAMO",))
    assert place_credit(levels, places) == worth
    assert credit("location", Whereabouts((levels,)), tuple(places)) == worth


@pytest.mark.parametrize(
    ("fill", "count", "worth"),
    [
        (Toll(3, 3), Count.exactly(3), 1.0),
        (Toll(3, 3), Count.exactly(4), 0.0),
        (Toll(2, None), Count.exactly(4), 1.0),
        (Toll(3, 3), Count(2, None, None), 0.5),
        (Toll(2, None), Count(2, None, None), 1.0),
    ],
)
def test_tolls(fill: Toll, count: Count, worth: float) -> None:
    assert toll_credit(fill, count) == worth


def response(kind: str, **slots: object) -> Response:
    return Response({"type": [(kind,)], **{name.replace("_", " "): [fill] for name, fill in slots.items()}})  # type: ignore[list-item]


def key(kind: str, *, optional: bool = False, **slots: Sequence[str]) -> Key:
    fills = {name.replace("_", " "): [Words(tuple(names))] for name, names in slots.items()}
    return Key({"type": [Words((kind,))], **fills}, optional)


def test_templates_are_mapped_to_what_they_share_most_with() -> None:
    keys = [key("ATTACK", human_target=["JUDGE"]), key("ATTACK", human_target=["MAYOR"])]
    ours = [response("ATTACK", human_target=("THE MAYOR",)), response("ATTACK", human_target=("A NUN",))]
    matches = mapped(keys, ours)
    assert {(match.response, match.key) for match in matches} == {(0, 1), (1, None), (None, 0)}


def test_templates_without_a_common_party_are_not_mapped() -> None:
    assert all(
        match.response is None or match.key is None for match in mapped([key("ATTACK")], [response("ATTACK")])
    )


def test_scores_count_what_is_missing_and_what_is_spurious() -> None:
    keys = [
        key("ATTACK", human_target=["JUDGE"]),
        key("BOMBING", physical_target=["BANK"]),
        key("ATTACK", optional=True, human_target=["NUN"]),
    ]
    ours = [response("ATTACK", human_target=("JUDGE",)), response("ARSON", physical_target=("BUS",))]
    rows = list(score(keys, ours, mapped(keys, ours)))
    assert sum(earned for _, earned, _, _ in rows) == 2
    assert sum(actual for _, _, actual, _ in rows) == 4
    assert sum(possible for _, _, _, possible in rows) == 4


def test_a_dateline_gives_the_day_and_loses_its_labels() -> None:
    document = report("   HAVANA, 3 MAY 91 (AGENCY) -- [REPORT] [TEXT] A BOMB WENT OFF.")
    assert document.published == DAY
    assert document.text == "HAVANA, 3 MAY 91 (AGENCY) -- A BOMB WENT OFF."
    assert report("NO DATELINE HERE").published is None


def event(trigger: str, kind: str = "ASSAULT", mode: str | None = None, weapon: str = "") -> Event:
    armed = (Mention(Span(0, len(weapon), weapon), weapon),) if weapon else ()
    return Event(kind, mode, Span(0, len(trigger), trigger), weapon=armed)


@pytest.mark.parametrize(
    ("told", "after", "kind"),
    [
        (event("SHOT"), "", "ATTACK"),
        (event("EXPLODED"), "", "BOMBING"),
        (event("ATTACKED", weapon="CAR BOMB"), "", "BOMBING"),
        (event("ATTACKED", weapon="RIFLES"), "", "ATTACK"),
        (event("KIDNAPPED", mode="abduct"), "", "KIDNAPPING"),
        (event("HIJACKED", mode="abduct"), "", "HIJACKING"),
        (event("BURNED", mode="destroy"), "", "ARSON"),
        (event("STOLE", "COERCE", "seize"), "", "ROBBERY"),
        (event("SEIZED", "COERCE", "seize"), "", None),
        (event("SET"), " TWO BUSES ON FIRE", "ARSON"),
        (event("SET"), " OFF A MINE", "ATTACK"),
        (event("MET", "CONSULT"), "", None),
    ],
)
def test_types_of_incidents(told: Event, after: str, kind: str | None) -> None:
    assert incident_type(told, told.trigger.quote + after) == kind
