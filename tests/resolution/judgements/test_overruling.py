"""Which opinion counts: laws that hold of any log. The cases are those of docs/judgements.md."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.resolution.judgements.clusters import partition
from harmattan.resolution.judgements.overruling import PAIRS, live, opinions, standings

MEMBERS = "abcdef"
KNOWN = {member: member for member in MEMBERS} | {"i1": "a"}
FIELDS: tuple[dict[str, object], ...] = ({"killed": None}, {"wounded": None}, {"killed": None, "place": []})


def judgement(
    verdict: Verdict, one: str, other: str | None, name: str, day: int, amendment: object = None
) -> Judgement:
    left, right = (one, other) if other is None else (min(one, other), max(one, other))
    holder = Holder.ANALYST if name[0].isupper() else Holder.PROGRAM
    at = datetime(2024, 1, day, tzinfo=UTC)
    return Judgement(verdict, left, right, holder, name, at, "", json.dumps(amendment) if amendment else None)


NAMES = st.sampled_from(["Ann", "Ben", "incidents-1", "incidents-2", "copies-1", "copies"])
DAYS = st.integers(1, 4)
SIDES = st.lists(st.sampled_from([*MEMBERS, "i1", "c404"]), min_size=2, max_size=2, unique=True)
ABOUT_PAIRS = st.builds(
    lambda verdict, sides, name, day: judgement(verdict, sides[0], sides[1], name, day),
    st.sampled_from([*sorted(PAIRS), Verdict.WITHDRAWN]), SIDES, NAMES, DAYS,
)  # fmt: skip
ABOUT_CLAIMS = st.builds(
    lambda verdict, one, name, day, fields: judgement(
        verdict, one, None, name, day, fields if verdict is Verdict.AMENDED else None
    ),
    st.sampled_from([Verdict.RIGHT, Verdict.WRONG, Verdict.AMENDED, Verdict.WITHDRAWN]),
    st.sampled_from("ab"), NAMES, DAYS, st.sampled_from([*FIELDS, None]),
)  # fmt: skip
LOGS = st.lists(ABOUT_PAIRS | ABOUT_CLAIMS, max_size=25)


@given(LOGS, st.randoms(use_true_random=False))
def test_the_order_of_the_log_makes_no_difference(log: list[Judgement], random: Random) -> None:
    shuffled = list(log)
    random.shuffle(shuffled)
    assert opinions(shuffled, KNOWN) == opinions(log, KNOWN)
    assert standings(shuffled) == standings(log)
    assert live(shuffled) == live(log)
    strengths = {("a", "b"): 2.0, ("b", "c"): 1.0}
    held = opinions(log, KNOWN)
    mixed = list(held)
    random.shuffle(mixed)
    assert partition(MEMBERS, mixed, strengths) == partition(reversed(MEMBERS), held, strengths)


@given(LOGS)
def test_a_log_that_says_everything_twice_says_the_same(log: list[Judgement]) -> None:
    assert opinions(log + log, KNOWN) == opinions(log, KNOWN)
    assert standings(log + log) == standings(log)


@given(LOGS)
def test_no_program_outranks_an_analyst(log: list[Judgement]) -> None:
    analysts = [one for one in log if one.holder is Holder.ANALYST]
    theirs = {opinion.pair: opinion for opinion in opinions(analysts, KNOWN)}
    for opinion in opinions(log, KNOWN):
        assert opinion.by_analyst is (opinion.pair in theirs)
        assert not opinion.by_analyst or opinion == theirs[opinion.pair]
    assert standings(log) == standings(analysts)


@given(LOGS)
def test_walls_stand_and_bonds_hold_unless_they_are_refused(log: list[Judgement]) -> None:
    held = opinions(log, KNOWN)
    drawn = partition(MEMBERS, held, {})
    cluster_of = {member: cluster for cluster in drawn.clusters for member in cluster}
    assert sorted(cluster_of) == sorted(MEMBERS)
    for opinion in held:
        left, right = opinion.pair
        if opinion.by_analyst and opinion.verdict is Verdict.DIFFERENT:
            assert cluster_of[left] is not cluster_of[right]
        if opinion.by_analyst and opinion.verdict is Verdict.SAME and opinion not in drawn.refused:
            assert cluster_of[left] is cluster_of[right]
        if opinion in drawn.refused:
            assert cluster_of[left] is not cluster_of[right]


@given(LOGS, st.sampled_from(["Ann", "Ben"]))
def test_who_withdraws_everything_has_said_nothing(log: list[Judgement], name: str) -> None:
    questions = {(one.left, one.right) for one in log if one.name == name}
    back = [judgement(Verdict.WITHDRAWN, left, right, name, 9) for left, right in questions]
    others = [one for one in log if one.name != name]
    assert opinions([*log, *back], {m: m for m in MEMBERS}) == opinions(others, {m: m for m in MEMBERS})
    assert standings([*log, *back]) == standings(others)
    assert not [one for one in live([*log, *back]) if one.name == name]


@given(LOGS)
def test_what_counts_or_is_contested_is_what_analysts_still_hold(log: list[Judgement]) -> None:
    """Nothing is dropped silently: an opinion that its holder still holds counts, agrees, or is contested."""
    held = set(live(log))
    for opinion in opinions(log, {member: member for member in MEMBERS}):
        if opinion.by_analyst:
            about = {one for one in held if (one.left, one.right) == opinion.pair}
            assert {opinion.judgement, *opinion.contested} <= about
            assert all(one.verdict is opinion.verdict for one in about - {*opinion.contested})


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("incidents-1", "incidents-2"),
        ("incidents-9", "incidents-10"),
        ("incidents-1+0a", "incidents-2+0a"),
        ("incidents", "incidents-1"),
        ("near-duplicates-2", "near-duplicates-11"),
    ],
)
def test_versions_of_a_program(older: str, newer: str) -> None:
    log = [judgement(Verdict.SAME, "a", "b", older, 3), judgement(Verdict.SAME, "c", "d", newer, 1)]
    assert [opinion.pair for opinion in opinions(log, KNOWN)] == [("c", "d")]


def test_of_one_number_the_version_that_judged_last_counts() -> None:
    log = [
        judgement(Verdict.SAME, "a", "b", "incidents-2+ff", 1),
        judgement(Verdict.SAME, "c", "d", "incidents-2+aa", 2),
    ]
    assert [opinion.pair for opinion in opinions(log, KNOWN)] == [("c", "d")]


def test_an_amendment_that_cannot_be_read_is_still_held_and_changes_nothing() -> None:
    odd = judgement(Verdict.AMENDED, "a", None, "Ann", 1)
    assert standings([odd]) == {}
    assert live([odd]) == [odd]
    assert live([odd, judgement(Verdict.WITHDRAWN, "a", None, "Ann", 2)]) == []
