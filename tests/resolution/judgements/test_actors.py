"""What analysts hold of provisional actors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Event
from harmattan.resolution.judgements.actors import about_actors, decided, settled_claim
from harmattan.resolution.judgements.derivation import Memory, derive
from tests.resolution.told import told

A, B, C = "provisional:ml:a-front", "provisional:ml:b-front", "provisional:ne:c-front"
START = datetime(2024, 1, 1, tzinfo=UTC)

SAME, DIFFERENT, WRONG, RIGHT, AMENDED, WITHDRAWN = (
    Verdict.SAME,
    Verdict.DIFFERENT,
    Verdict.WRONG,
    Verdict.RIGHT,
    Verdict.AMENDED,
    Verdict.WITHDRAWN,
)


def held(
    verdict: Verdict, *sides: str, day: int = 1, by: str = "Ann", called: str | None = None
) -> Judgement:
    left, right = (*sorted(sides), None)[:2]
    amendment = f'{{"name": "{called}"}}' if called else None
    at = START + timedelta(days=day)
    return Judgement(verdict, str(left), right, Holder.ANALYST, by, at, amendment=amendment)


CASES = [
    ("nothing", [], {}),
    ("same as one of the registry", [held(SAME, A, "jnim")], {A: "jnim"}),
    (
        "a chain leads to the registry",
        [held(SAME, A, B), held(SAME, B, "jnim", day=2)],
        {A: "jnim", B: "jnim"},
    ),
    ("of two provisional ones the first stays", [held(SAME, A, B)], {B: A}),
    ("dismissed", [held(WRONG, A)], {A: None}),
    ("dismissed with all that is the same", [held(SAME, A, B), held(WRONG, A)], {A: None, B: None}),
    ("right again", [held(WRONG, A), held(RIGHT, A, day=2)], {}),
    ("withdrawn", [held(SAME, A, "jnim"), held(WITHDRAWN, A, "jnim", day=2)], {}),
    ("another analyst, later", [held(SAME, A, "jnim"), held(DIFFERENT, A, "jnim", day=2, by="Ben")], {}),
    (
        "never two of the registry: the newer counts",
        [held(SAME, A, "jnim"), held(SAME, A, "is-sahel", day=2)],
        {A: "is-sahel"},
    ),
    ("about claims", [held(SAME, "c1", "c2"), held(WRONG, "c1")], {}),
]


@pytest.mark.parametrize(("name", "log", "leads"), CASES, ids=[case[0] for case in CASES])
def test_where_ids_lead(name: str, log: list[Judgement], leads: dict[str, str | None]) -> None:
    for seed in range(3):
        shuffled = Random(seed).sample(log, len(log))
        assert decided(shuffled).leads == leads, name


def test_the_newest_name_counts() -> None:
    log = [held(AMENDED, A, called="One"), held(AMENDED, A, called="Two", day=2)]
    assert decided(log).names == {A: "Two"}
    assert decided([*log, held(WITHDRAWN, A, day=3)]).names == {}


def provisional_claim(actor: str = A) -> Claim:
    claim = told(killed=3, actor="jnim")
    body = claim.body
    assert isinstance(body, Event)
    mention = replace(body.actor[0], actor=actor, name="A Front")
    return replace(claim, statement=replace(claim.statement, body=replace(body, actor=(mention,))))


def actors_of(claim: Claim) -> list[tuple[str | None, str]]:
    body = claim.body
    assert isinstance(body, Event)
    return [(one.actor, one.name) for one in body.actor]


def test_claims_say_what_is_held_and_keep_their_ids() -> None:
    claim = provisional_claim()
    merged = settled_claim(claim, decided([held(SAME, A, "is-sahel")]))
    assert merged.id == claim.id
    assert actors_of(merged) == [("is-sahel", "A Front")]
    named = settled_claim(claim, decided([held(AMENDED, A, called="The Front")]))
    assert actors_of(named) == [(A, "The Front")]
    gone = settled_claim(claim, decided([held(WRONG, A)]))
    assert actors_of(gone) == [(None, "A Front")]
    assert settled_claim(claim, decided([held(WRONG, B)])) is claim


def test_all_that_is_held_names_actors_so_and_lists_no_orphan() -> None:
    claim = provisional_claim()
    found = derive(Memory([claim], [held(SAME, A, "is-sahel")]))
    assert [incident.actor_ids for incident in found.incidents] == [("is-sahel",)]
    assert [actors_of(one) for one in found.claims] == [[("is-sahel", "A Front")]]
    assert found.orphans == ()


def test_what_is_about_actors() -> None:
    assert about_actors(held(SAME, A, "jnim"))
    assert not about_actors(held(SAME, "c1", "c2"))
