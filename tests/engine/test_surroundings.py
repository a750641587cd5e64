"""What is said of a few things is what the whole store would say of them."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from harmattan.engine.incidents import judge_incidents, remembered
from harmattan.engine.surroundings import claims_about, surroundings
from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.resolution.explanation.incidents import explain, near_of
from harmattan.resolution.explanation.pairs import Explanations
from harmattan.resolution.judgements.derivation import Memory, derive
from tests.engine.test_incidents import NOW, PROPERTY, add, opinions, reports, store
from tests.resolution.told import told


def explanations(memory: Memory, log: Memory | None = None) -> Explanations:
    return Explanations(log or memory, derive(memory))


@PROPERTY
@given(reports(), opinions(), st.integers(0, 99))
def test_of_some_claims_is_said_what_is_said_of_all(
    claims: list[Claim], held: list[tuple[int, int, Verdict, str]], seed: int
) -> None:
    with store() as opened:
        add(opened, claims)
        judge_incidents(opened)
        whole = explanations(remembered(opened))
        of_one = (Verdict.WRONG,)
        for number, (one, other, verdict, by) in enumerate(held):
            sides = sorted({claims[one % len(claims)].id, claims[other % len(claims)].id})
            right = None if verdict in of_one or len(sides) == 1 else sides[1]
            if right is None and verdict not in (*of_one, Verdict.WITHDRAWN):
                continue
            at = NOW + timedelta(days=number)
            opened.add_judgements([Judgement(verdict, sides[0], right, Holder.ANALYST, by, at)])
        judge_incidents(opened)
        whole = explanations(remembered(opened))
        random = Random(seed)
        names = sorted(whole.read)
        for left in random.sample(names, min(3, len(names))):
            right = random.choice([*names[:1], *(name for name in names if name != left)])
            found = surroundings(opened, [left, right])
            part = explanations(found.memory, found.log)
            if left != right:
                assert part.pair(left, right) == whole.pair(left, right)
        for incident in whole.held.incidents:
            found = surroundings(opened, [incident.id], compared=True)
            part = explanations(found.memory, found.log)
            again = next(one for one in part.held.incidents if one.id == incident.id)
            assert again == incident
            assert explain(part, again, near_of(part, again)) == explain(
                whole, incident, near_of(whole, incident)
            )


@PROPERTY
@given(reports(), opinions())
def test_of_an_actor_and_a_country_all_incidents_are_found(
    claims: list[Claim], held: list[tuple[int, int, Verdict, str]]
) -> None:
    with store() as opened:
        add(opened, claims)
        for number, (one, other, _, by) in enumerate(held):
            sides = sorted({claims[one % len(claims)].id, claims[other % len(claims)].id})
            verdict = Verdict.SAME if number % 2 else Verdict.DIFFERENT
            if len(sides) == 2:
                at = NOW + timedelta(days=number)
                opened.add_judgements([Judgement(verdict, sides[0], sides[1], Holder.ANALYST, by, at)])
        judge_incidents(opened)
        whole = derive(remembered(opened)).incidents
        for actor in ("jnim", "fama"):
            found = derive(claims_about(opened, {actor})).incidents
            wanted = [one for one in whole if actor in (*one.actor_ids, *one.recipient_ids)]
            assert [one for one in found if actor in (*one.actor_ids, *one.recipient_ids)] == wanted
        found = derive(claims_about(opened, {"country:ML"})).incidents
        assert [one for one in found if "ML" in one.countries] == [
            one for one in whole if "ML" in one.countries
        ]


def test_no_more_is_read_than_bears_on_the_answer() -> None:
    claims = [
        told(day=f"2021-0{month}-03", published=f"2021-0{month}-05", source="A") for month in range(1, 10)
    ]
    with store() as opened:
        add(opened, claims)
        judge_incidents(opened)
        found = surroundings(opened, [claims[0].id[:9]], compared=True)
        assert [claim.id for claim in found.memory.claims] == [claims[0].id] == list(found.things)
        whole = surroundings(opened, [claims[0].id, "c404"])
        assert len(whole.memory.claims) == len(claims)
        (document,) = surroundings(opened, [claims[3].document.id]).documents
        assert document == claims[3].document
