"""Claims to incidents: who tells of one happening, ids that last, and what the reports say together."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import combinations
from math import exp
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Modality
from harmattan.model.values import Count, Period, Precision
from harmattan.model.world import Incident
from harmattan.resolution.incidents.comparison import account, compare
from harmattan.resolution.incidents.joint import NAME, TORN_BELOW, incidents, is_candidate, judge, parts
from harmattan.resolution.incidents.rivals import FEWEST, ODDS_OF_A_POINT, Fit, doubts, in_order, joined
from harmattan.resolution.incidents.statement import common_period
from harmattan.resolution.judgements.identities import mint
from tests.resolution.told import period, told

NOW = datetime(2024, 1, 1, tzinfo=UTC)
WIRE = told(source="Sahel Wire", killed=14)
POST = told(source="Bamako Post", killed=11, published="2021-03-05")
DAILY = told(source="Gao Daily", killed=Count(12, None, None), published="2021-03-06")
ARMY = told(source="Army", modality=Modality.DENIED, published="2021-03-07")
ELSEWHERE = told(source="Sahel Wire", place="Djibo", killed=3)


DAYS_OR_NONE = st.sampled_from(["2021-03-03", "2021-03-05", "2021-03-20", None])
TOWNS_OR_NONE = st.sampled_from(["Gossi", "Gao", "Sobane", None])
DEAD = st.sampled_from([None, 14, 40])
OUTLETS = st.sampled_from("ABCDEFGH")


def derived(
    *claims: Claim, opinions: tuple[Judgement, ...] = (), published: tuple[tuple[str, str], ...] = ()
) -> list[Incident]:
    """The incidents of claims that the program has judged, and analysts' opinions."""
    return incidents(claims, [*judge(claims, NOW), *opinions], published)


def analyst(verdict: Verdict, left: str, right: str | None = None, day: int = 2) -> Judgement:
    pair = sorted((left, right)) if right else [left, None]
    return Judgement(
        verdict, pair[0] or left, pair[1], Holder.ANALYST, "ada", datetime(2024, 1, day, tzinfo=UTC)
    )


def test_reports_of_one_happening_are_one_incident() -> None:
    elsewhere, gossi = sorted(
        derived(WIRE, POST, DAILY, ELSEWHERE), key=lambda incident: len(incident.claim_ids)
    )
    assert gossi.claim_ids == (WIRE.id, POST.id, DAILY.id)
    assert elsewhere.claim_ids == (ELSEWHERE.id,)
    assert (gossi.type, gossi.period, gossi.place_ids, gossi.countries) == (
        "ASSAULT",
        period("2021-03-03"),
        ("id:Gossi",),
        ("ML",),
    )


def test_counts_keep_who_says_which() -> None:
    (gossi,) = derived(WIRE, POST, DAILY)
    assert gossi.killed == Count(11, 11, 14)
    assert [(report.claim_id, report.number.count) for report in gossi.killed_by_report] == [
        (WIRE.id, Count.exactly(14)),
        (POST.id, Count.exactly(11)),
        (DAILY.id, Count(12, None, None)),
    ]


COUNTS = [
    ("agreed", [14, 14], Count(14, 14, 14)),
    ("the median report", [14, 2, 15], Count(2, 14, 15)),
    ("the later of two", [25, 89], Count(25, 89, 89)),
    ("nobody sets an upper bound", [Count(14, None, None)], Count(14, None, None)),
    ("one does not, another does", [Count(20, None, None), 14], Count(14, 14, 20)),
    ("at most", [Count(None, None, 20)], Count(None, None, 20)),
    ("at most five and at least fourteen", [Count(None, None, 5), Count(14, None, None)], Count(5, None, 14)),
    ("a range", [Count(10, None, 12), 11], Count(10, 11, 12)),
    ("nobody says", [None], None),
]


@pytest.mark.parametrize(("name", "counts", "killed"), COUNTS, ids=[case[0] for case in COUNTS])
def test_counts_together(name: str, counts: list[int | Count | None], killed: Count | None) -> None:
    claims = [
        told(source=f"Outlet {index}", killed=count, published=f"2021-03-0{index + 4}")
        for index, count in enumerate(counts)
    ]
    judgements = [analyst(Verdict.SAME, left.id, right.id) for left, right in combinations(claims, 2)]
    (incident,) = incidents(claims, judgements)
    assert incident.killed == killed, name


def test_a_denial_is_dissent_and_makes_no_incident_alone() -> None:
    (gossi,) = derived(WIRE, ARMY)
    assert (gossi.claim_ids, gossi.dissent) == ((WIRE.id,), (ARMY.id,))
    assert derived(ARMY) == []


LEFT_OUT: list[dict[str, Any]] = [
    {"modality": Modality.PLANNED},
    {"modality": Modality.HABITUAL},
    {"modality": Modality.HYPOTHETICAL},
    {"modality": Modality.THREATENED},
    {"type": "ACCUSE"},
]


@pytest.mark.parametrize("fields", LEFT_OUT, ids=str)
def test_left_out(fields: dict[str, Any]) -> None:
    assert not is_candidate(told(**fields))
    assert derived(told(**fields)) == []


@pytest.mark.parametrize("day", [None, "?"])
def test_what_says_neither_where_nor_when_makes_no_incident_and_may_join_one(day: str | None) -> None:
    nowhere = told(day=day, place=None, source="Gao Daily")
    assert derived(nowhere) == []
    (joined,) = derived(WIRE, nowhere, opinions=(analyst(Verdict.SAME, WIRE.id, nowhere.id),))
    assert set(joined.claim_ids) == {WIRE.id, nowhere.id}


@pytest.mark.parametrize("fields", [{"day": None}, {"place": None}, {"modality": Modality.ALLEGED}], ids=str)
def test_not_left_out(fields: dict[str, Any]) -> None:
    assert len(derived(told(**fields))) == 1


def test_program_says_why_and_says_the_same_again() -> None:
    (judgement,) = judge([WIRE, POST], NOW)
    assert (judgement.verdict, judgement.name, judgement.holder) == (Verdict.SAME, NAME, Holder.PROGRAM)
    assert "same place: Gossi (" in judgement.reason
    later = judge([POST, WIRE], datetime(2025, 1, 1, tzinfo=UTC))
    assert [judgement.id] == [again.id for again in later]


SIDES = {"actor": "jnim", "recipient": "fama", "published": "2021-03-12"}
VAGUE = told(source="Wire", day="2021-03-01/2021-03-10", **SIDES)
SECOND, FIFTH, EIGHTH = (told(source=day, day=f"2021-03-{day}", **SIDES) for day in ("02", "05", "08"))


def verdicts(*claims: Claim) -> dict[tuple[str, str], Verdict]:
    return {(found.left, found.right or ""): found.verdict for found in judge(claims, NOW)}


def pair(one: Claim, other: Claim) -> tuple[str, str]:
    return min(one.id, other.id), max(one.id, other.id)


def test_a_claim_that_fits_several_happenings_is_held_to_be_none_of_them() -> None:
    three = (SECOND, FIFTH, EIGHTH)
    assert verdicts(*three, VAGUE) == {pair(VAGUE, one): Verdict.UNSURE for one in three}
    assert len(derived(*three, VAGUE)) == 4
    assert verdicts(FIFTH, VAGUE) == {pair(VAGUE, FIFTH): Verdict.SAME}
    reason = next(one.reason for one in judge([*three, VAGUE], NOW) if FIFTH.id in one.sides)
    assert f"but {VAGUE.id} may as well tell of other happenings than {FIFTH.id}" in reason
    assert reason.endswith(f"{min(SECOND.id, EIGHTH.id)} and 1 more, which all differ from {FIFTH.id}")


def test_of_two_happenings_a_claim_is_held_to_be_one_and_the_two_are_kept_apart() -> None:
    held = verdicts(SECOND, FIFTH, VAGUE)
    assert held.pop(pair(SECOND, FIFTH)) is Verdict.DIFFERENT
    assert set(held.values()) == {Verdict.SAME}
    assert len(derived(SECOND, FIFTH, VAGUE)) == 2


def test_where_one_stands_out_a_claim_that_fits_several_happenings_is_held_to_be_that() -> None:
    told_more = told(source="Wire", day="2021-03-01/2021-03-10", killed=14, **SIDES)
    fifth = told(source="Post", day="2021-03-05", killed=14, **SIDES)
    held = verdicts(SECOND, fifth, EIGHTH, told_more)
    assert held == {
        pair(told_more, SECOND): Verdict.UNSURE,
        pair(told_more, EIGHTH): Verdict.UNSURE,
        pair(told_more, fifth): Verdict.SAME,
    }
    assert len(derived(SECOND, fifth, EIGHTH, told_more)) == 3


def test_reports_of_one_happening_are_no_rivals_of_one_another() -> None:
    again = told(source="Post", day="2021-03-05", **SIDES)
    held = verdicts(FIFTH, again, VAGUE)
    assert held == dict.fromkeys([pair(VAGUE, FIFTH), pair(VAGUE, again), pair(FIFTH, again)], Verdict.SAME)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(600, 900), st.integers(0, 12)), unique_by=lambda fit: fit[1]), st.data()
)
def test_doubts_are_what_the_rule_says(found: list[tuple[int, int]], data: st.DataObject) -> None:
    """A fit is in doubt where two and more that differ are together as likely; one more fit takes back no doubt."""
    fits = in_order([Fit(score / 100, claim) for score, claim in found])
    differing = data.draw(st.frozensets(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=20))

    def differ(one: int, other: int) -> bool:
        return (one, other) in differing or (other, one) in differing

    def against(fit: Fit[int]) -> list[float]:
        others = (one for one in fits if one.claim != fit.claim and differ(fit.claim, one.claim))
        return [min(1.0, exp(ODDS_OF_A_POINT * (one.score - fit.score))) for one in others]

    wanted = {fit.claim for fit in fits if len(odds := against(fit)) >= FEWEST and sum(odds) > 1 - 1e-5}
    doubted = doubts(fits, differ)
    assert {doubt.fit.claim for doubt in doubted} == wanted
    assert all(differ(doubt.fit.claim, doubt.rival) for doubt in doubted)
    fewer = {doubt.fit.claim for doubt in doubts(fits[1:], differ)}
    assert fewer <= wanted


def test_different_is_said_only_of_what_would_be_joined() -> None:
    assert verdicts(WIRE, ELSEWHERE) == {}
    assert Verdict.DIFFERENT not in verdicts(SECOND, FIFTH, EIGHTH, VAGUE).values()


@settings(deadline=None)
@given(
    st.lists(st.builds(told, day=DAYS_OR_NONE, place=TOWNS_OR_NONE, killed=DEAD, source=OUTLETS), max_size=8)
)
def test_no_two_that_plainly_differ_are_joined_by_a_chain(claims: list[Claim]) -> None:
    accounts = {claim.id: account(claim) for claim in claims}
    said = {(one.left, one.right): one.verdict for one in judge(claims, NOW)}
    same = (pair for pair, verdict in said.items() if verdict is Verdict.SAME)
    cluster = joined((left, right) for left, right in same if right is not None)
    for left, right in combinations(sorted(accounts), 2):
        together = left in cluster and cluster[left] == cluster.get(right)
        if together and (left, right) not in said:
            assert compare(accounts[left], accounts[right]).score >= TORN_BELOW
        elif together and said[left, right] is Verdict.DIFFERENT:
            assert parts(compare(accounts[left], accounts[right]))


def test_an_analysts_wall_parts_what_the_program_joined() -> None:
    wall = analyst(Verdict.DIFFERENT, WIRE.id, POST.id)
    assert [incident.claim_ids for incident in derived(WIRE, POST, opinions=(wall,))] in (
        [(WIRE.id,), (POST.id,)],
        [(POST.id,), (WIRE.id,)],
    )


def test_an_analysts_bond_joins_and_a_newer_opinion_undoes_it() -> None:
    bond = analyst(Verdict.SAME, WIRE.id, ELSEWHERE.id)
    (joined,) = derived(WIRE, ELSEWHERE, opinions=(bond,))
    assert set(joined.claim_ids) == {WIRE.id, ELSEWHERE.id}
    undone = analyst(Verdict.DIFFERENT, WIRE.id, ELSEWHERE.id, day=3)
    assert len(derived(WIRE, ELSEWHERE, opinions=(bond, undone))) == 2


def test_an_analyst_may_speak_of_incidents() -> None:
    one, other = derived(WIRE, ELSEWHERE)
    (joined,) = derived(WIRE, ELSEWHERE, opinions=(analyst(Verdict.SAME, one.id, other.id),))
    assert len(joined.claim_ids) == 2


def test_a_claim_called_wrong_is_in_no_incident_until_called_right() -> None:
    wrong, right = analyst(Verdict.WRONG, WIRE.id), analyst(Verdict.RIGHT, WIRE.id, day=3)
    assert derived(WIRE, opinions=(wrong,)) == []
    assert len(derived(WIRE, opinions=(wrong, right))) == 1


def test_an_id_is_minted_once_and_kept_when_an_earlier_report_comes_in() -> None:
    (before,) = derived(POST, DAILY)
    assert before.id == mint(POST.id) and before.claim_ids[0] == POST.id
    (after,) = derived(WIRE, POST, DAILY, published=((before.id, POST.id), (before.id, DAILY.id)))
    assert after.id == before.id and after.claim_ids == (WIRE.id, POST.id, DAILY.id)
    (without,) = derived(WIRE, POST, DAILY)
    assert without.id == mint(WIRE.id)


def test_a_parted_claim_gets_an_id_of_its_own() -> None:
    wall = analyst(Verdict.DIFFERENT, POST.id, DAILY.id)
    published = ((mint(POST.id), POST.id), (mint(POST.id), DAILY.id))
    found = {
        incident.claim_ids: incident.id
        for incident in derived(POST, DAILY, opinions=(wall,), published=published)
    }
    assert found == {(POST.id,): mint(POST.id), (DAILY.id,): mint(DAILY.id)}


PERIODS = [
    ("one", ["2021-03-03"], period("2021-03-03")),
    ("the narrowest of those that agree", ["2021-03-01/2021-03-31", "2021-03-03"], period("2021-03-03")),
    ("two days", ["2021-03-04", "2021-03-03"], Period(date(2021, 3, 3), date(2021, 3, 4), Precision.OPEN)),
    ("two days of a month", ["2021-03-04", "2021-03-01/2021-03-31", "2021-03-03"],
     Period(date(2021, 3, 3), date(2021, 3, 4), Precision.OPEN)),
    ("none", [], None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "days", "together"), PERIODS, ids=[case[0] for case in PERIODS])
def test_periods_together(name: str, days: list[str], together: Period | None) -> None:
    assert common_period([period(day) for day in days]) == together, name


FIELDS = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["2021-03-03", "2021-03-04", "2021-03-06", "2021-03-01/2021-03-07", None]),
        "place": st.sampled_from(["Gossi", "Tin Taw", "Doro", "Mali"]),
        "actor": st.sampled_from(["jnim", "is-gs", None]),
        "recipient": st.sampled_from(["fama", None]),
        "killed": st.sampled_from([None, 2, 14, Count(14, None, None), Count(None, None, 20)]),
        "modality": st.sampled_from([Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED]),
        "source": st.sampled_from(["Wire", "Post", "Daily"]),
    }
)


@settings(deadline=None)
@given(st.lists(FIELDS, max_size=8), st.randoms(use_true_random=False), st.data())
def test_every_candidate_is_in_one_incident_whatever_the_order(
    reports: list[dict[str, Any]], random: Random, data: st.DataObject
) -> None:
    claims = list({claim.id: claim for claim in (told(**fields) for fields in reports)}.values())
    pairs = list(combinations(sorted(claim.id for claim in claims), 2))
    walls = data.draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True)) if pairs else []
    opinions = [*judge(claims, NOW), *(analyst(Verdict.DIFFERENT, *pair) for pair in walls)]
    found = incidents(claims, opinions)
    shuffled_claims, shuffled_opinions = list(claims), list(opinions)
    random.shuffle(shuffled_claims)
    random.shuffle(shuffled_opinions)
    assert incidents(shuffled_claims, shuffled_opinions) == found
    assert judge(shuffled_claims, NOW) == judge(claims, NOW)
    members = [claim_id for incident in found for claim_id in (*incident.claim_ids, *incident.dissent)]
    assert len(members) == len(set(members))
    told_of = {claim.id for claim in claims if claim.modality is not Modality.DENIED}
    assert told_of <= set(members) <= {claim.id for claim in claims}
    for pair in walls:
        assert not any(set(pair) <= {*incident.claim_ids, *incident.dissent} for incident in found)
    again = incidents(
        claims, opinions, [(incident.id, claim) for incident in found for claim in incident.claim_ids]
    )
    assert again == found


def test_a_raid_with_dead_is_not_called_after_what_it_burnt() -> None:
    raid = told(source="Wire", killed=14)
    burnt = told(source="Post", mode="destroy")
    shot = told(source="Radio", mode="firearms")
    assert [one.mode for one in incidents([raid, burnt], judge([raid, burnt], NOW))] == [None]
    assert [one.mode for one in incidents([burnt], [])] == ["destroy"]
    assert [one.mode for one in incidents([raid, shot], judge([raid, shot], NOW))] == ["firearms"]
