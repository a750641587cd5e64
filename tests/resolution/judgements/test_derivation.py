"""Laws that hold of any history of opinions, publications and readings, told in the notation of docs/judgements.md."""

from __future__ import annotations

from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from harmattan.resolution.judgements.carrying import carry
from harmattan.resolution.judgements.overruling import live
from tests.resolution.judgements.cases import Case, built, outcome

LETTERS = "abcd"
CHANGES = (
    "",
    ", killed 13",
    ", weapon mortars",
    ", place Gao",
    ", type COERCE",
    ", modality planned",
    ", words moved",
)


@st.composite
def histories(draw: st.DrawFn) -> Case:
    """A log in which reports are judged, published, and read up to three times."""
    today = {letter: letter for letter in LETTERS}
    ever = list(LETTERS)
    log: list[str] = []
    for _ in range(draw(st.integers(1, 14))):
        day, name = draw(st.integers(1, 4)), draw(st.sampled_from(["Ann", "Ben"]))
        match draw(st.sampled_from(["pair", "pair", "program", "claim", "withdraw", "publish", "read"])):
            case "pair":
                one, other = draw(st.lists(st.sampled_from(ever), min_size=2, max_size=2, unique=True))
                log.append(f"{name}: {one} {draw(st.sampled_from('=≠?'))} {other} (day {day})")
            case "program":
                one, other = draw(st.lists(st.sampled_from(ever), min_size=2, max_size=2, unique=True))
                points, version = draw(st.integers(6, 9)), draw(st.sampled_from("112"))
                log.append(
                    f"incidents-{version}: {one} {draw(st.sampled_from('==≠'))} {other}, {points} points"
                )
            case "claim":
                said = draw(st.sampled_from(["right", "wrong", "amended killed 5", "amended type COERCE"]))
                log.append(f"{name}: {draw(st.sampled_from(ever))} {said} (day {day})")
            case "withdraw":
                one, other = draw(st.lists(st.sampled_from(ever), min_size=2, max_size=2, unique=True))
                log.append(f"{name}: withdraws {draw(st.sampled_from([one, f'{one} {other}']))} (day {day})")
            case "publish":
                log.append("published")
            case "read":
                letter = draw(st.sampled_from(LETTERS))
                old = today[letter]
                if old == f"{letter}″":
                    continue
                new = f"{letter}′" if old == letter else f"{letter}″"
                log.append(f"re-read {old} as {new}{draw(st.sampled_from(CHANGES))}")
                today[letter] = new
                ever.append(new)
    return Case("0", "any", (*log, "published"), tuple(LETTERS))


@settings(deadline=None)
@given(histories(), st.integers(0, 9), st.integers(10, 19))
def test_the_order_of_arrival_makes_no_difference(case: Case, one: int, other: int) -> None:
    assert outcome(case, Random(one)) == outcome(case, Random(other))


@settings(deadline=None)
@given(histories())
def test_no_published_id_is_ever_lost(case: Case) -> None:
    project = built(case, Random(0))
    held = project.derive()
    alive = {incident.id for incident in held.incidents}
    assert len(alive) == len(held.incidents)
    assert {incident for incident, _ in project.published} <= alive | held.redirects.keys()
    assert not alive & held.redirects.keys()
    assert {target for target in held.redirects.values() if target} <= alive


AGREEING = Case(
    "0",
    "any",
    ("Ann: a = b (day 1)", "Ben: a = b (day 1)", "Ann: b = c (day 2)", "Ben: a ≠ c (day 2)"),
    ("a", "b", "c"),
)
"""A bond that two hold is refused."""


@settings(deadline=None)
@example(AGREEING)
@given(histories())
def test_no_decision_is_dropped_silently(case: Case) -> None:
    """What an analyst still holds acts, or is listed as orphaned, contested or refused."""
    project = built(case, Random(0))
    held = project.derive()
    listed = {*held.refused, *held.contested, *(orphan.judgement for orphan in held.orphans)}
    together = {
        frozenset((one, other))
        for incident in held.incidents
        for one in incident.claim_ids
        for other in incident.claim_ids
    }
    members = {claim for incident in held.incidents for claim in incident.claim_ids}
    carried = carry(project.log, project.readings)
    assert {orphan.judgement for orphan in carried.orphans} <= listed
    for judgement in live(carried.judgements):
        if carried.origin[judgement] in listed or not set(judgement.sides) <= members:
            continue
        if judgement.verdict == "same":
            assert frozenset(judgement.sides) in together
        if judgement.verdict == "different":
            assert frozenset(judgement.sides) not in together
        assert judgement.verdict != "wrong"


@settings(deadline=None)
@given(histories())
def test_claims_are_those_of_the_newest_readings(case: Case) -> None:
    project = built(case, Random(0))
    held = project.derive()
    today = {project.claims[label].id for labels in project.read.values() for label in labels}
    assert {claim.id for claim in held.claims} <= today
    told = [claim for incident in held.incidents for claim in incident.claim_ids]
    assert len(told) == len(set(told)) and set(told) <= today
