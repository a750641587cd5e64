"""How each claim came to its incident, and what was compared with it and left out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from harmattan.model.claims import Claim
from harmattan.resolution.explanation.incidents import all_near, explain, near_of
from harmattan.resolution.explanation.pairs import Explanations
from harmattan.resolution.incidents.findings import SAME_FROM
from harmattan.resolution.incidents.joint import judge
from harmattan.resolution.judgements.derivation import Memory, derive
from tests.resolution.explanation.asked import Explained, explained
from tests.resolution.judgements.cases import Case, cases
from tests.resolution.told import told

NOW = datetime(2024, 1, 1, tzinfo=UTC)
FIRST = told(killed=14, actor="jnim", recipient="malian-army")
SECOND = told(killed=14, actor="jnim", source="B", published="2021-03-05")
NEXT_VILLAGE = told(
    place="Tin Taw", killed=2, actor="isgs", source="C", published="2021-03-05", weapon="knives"
)
ELSEWHERE = told(place="Gao", source="D", published="2021-03-05")


def explanations_of(*claims: Claim) -> Explanations:
    """What the program makes of claims."""
    memory = Memory(claims, judge(claims, NOW))
    return Explanations(memory, derive(memory))


def test_each_further_claim_says_by_what_it_was_joined() -> None:
    explanations = explanations_of(FIRST, SECOND)
    (incident,) = explanations.held.incidents
    reason = explain(explanations, incident, ())
    assert reason.first == FIRST
    (joined,) = reason.joined
    assert (joined.left, joined.right) == (FIRST, SECOND)
    assert joined.comparison is not None and joined.comparison.score >= SAME_FROM


def test_the_strongest_link_is_told() -> None:
    asked = explained("incidents-1: a = c; incidents-1: b = c; Ann: a = b")
    explanations = asked.explanations
    (incident,) = explanations.held.incidents
    joined = explain(explanations, incident, ()).joined
    assert [asked.labels[one.right.id] for one in joined] == ["b", "c"]
    assert joined[0].counts is not None and joined[0].counts.by_analyst


def test_a_claim_that_only_a_later_one_joins_is_joined_with_that() -> None:
    asked = explained("incidents-1: a = c; incidents-1: b = c")
    explanations = asked.explanations
    (incident,) = explanations.held.incidents
    links = [(one.left.id, one.right.id) for one in explain(explanations, incident, ()).joined]
    assert [(asked.labels[left], asked.labels[right]) for left, right in links] == [("c", "b"), ("a", "c")]


@pytest.mark.parametrize("case", cases(), ids=str)
def test_the_links_lead_from_the_first_claim_to_all_others(case: Case) -> None:
    explanations = Explained(case).explanations
    for incident in explanations.held.incidents:
        joined = explain(explanations, incident, ()).joined
        assert [one.right.id for one in joined] == [*incident.claim_ids[1:], *incident.dissent]
        towards = {one.right.id: one.left.id for one in joined}
        for start in list(towards):
            way = [start]
            while way[-1] in towards:
                way.append(towards[way[-1]])
                assert len(way) <= len(towards) + 1, "a ring"
            assert way[-1] == incident.claim_ids[0]


def test_near_misses_are_other_incidents_and_found_alike_for_one_and_for_all() -> None:
    explanations = explanations_of(FIRST, SECOND, NEXT_VILLAGE, ELSEWHERE)
    every = all_near(explanations)
    for incident in explanations.held.incidents:
        near = explain(explanations, incident, near_of(explanations, incident)).near
        assert near == explain(explanations, incident, every.get(incident.id, ())).near
        for miss in near:
            assert miss.incident != incident.id and not miss.reason.together
            assert explanations.incident_of[miss.reason.left.id].id == incident.id
            assert explanations.incident_of[miss.reason.right.id].id == miss.incident


def test_what_was_never_compared_is_no_near_miss() -> None:
    explanations = explanations_of(FIRST, ELSEWHERE)
    for incident in explanations.held.incidents:
        assert explain(explanations, incident, near_of(explanations, incident)).near == ()
