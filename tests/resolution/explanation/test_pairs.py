"""Why two claims are one incident or not: every case of the rule's table can be explained, and some word for word."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import combinations

import pytest

from harmattan.model.judgements import Verdict
from harmattan.model.readings import Modality
from harmattan.resolution.explanation.pairs import Explanations, most_telling
from harmattan.resolution.explanation.sentences import in_a_sentence
from harmattan.resolution.incidents.joint import judge
from harmattan.resolution.judgements.derivation import Memory, derive
from tests.resolution.explanation.asked import Explained, explained
from tests.resolution.judgements.cases import Case, cases
from tests.resolution.told import told


@pytest.mark.parametrize("case", cases(), ids=str)
def test_every_case_of_the_table_is_explained_as_it_comes_out(case: Case) -> None:
    asked = Explained(case)
    explanations = asked.explanations
    for left, right in combinations(sorted(asked.labels), 2):
        reason = explanations.pair(left, right)
        here, there = (explanations.incident_of.get(one) for one in (left, right))
        assert reason.together == (here is not None and here is there)
        assert reason.incidents == (here.id if here else None, there.id if there else None)
        sentence = in_a_sentence(reason)
        assert sentence.startswith("One incident" if reason.together else "Not one incident")
        assert sentence.endswith(".")
        direct = reason.counts is not None and reason.counts.verdict is Verdict.SAME
        if reason.together:
            assert direct or len(reason.chain) > 1
            assert not reason.cuts
        elif direct and reason.lacking is None:
            assert reason.cuts, "nothing keeps them apart"
        at = left
        for step in reason.chain:
            assert step.verdict is Verdict.SAME and at in step.pair
            at = step.pair[1] if step.pair[0] == at else step.pair[0]
        assert not reason.chain or at == right


A_B = ("a", "b")
SENTENCES: list[tuple[str, tuple[str, str], str]] = [
    ("incidents-1: a = b", A_B, "One incident: compared they come to "),
    ("Ann: a = b", A_B, "One incident: the analyst Ann holds them to be the same."),
    ("Ann: a = b; incidents-1: a ≠ b", A_B, "One incident: the analyst Ann holds them to be the same."),
    ("Ann: a = c; Ann: c = b", A_B, "One incident through 1 claim between them."),
    ("Ann: a = c; Ann: c = d; Ann: d = b", A_B, "One incident through 2 claims between them."),
    (
        "incidents-1: a = c; incidents-1: c = b; incidents-1: a ? b",
        A_B,
        "One incident through 1 claim between them, though the program incidents-1 is unsure of these two.",
    ),
    ("incidents-1: a = b; Ann: a ≠ b", A_B, "Not one incident: the analyst Ann holds that they are different."),
    ("incidents-1: a = b; Ann: a ? b", A_B, "Not one incident: the analyst Ann holds that it cannot be told."),
    (
        "incidents-1: a = b; incidents-1: b = c; Ann: a ≠ c",
        A_B,
        "Not one incident, though they are held to be the same: the analyst Ann holds claims of the two sides to be "
        "different.",
    ),
    (
        "Ann: a = c; Ann: c = b; Ben: a ≠ b",
        A_B,
        "Not one incident: the analyst Ben holds that they are different.",
    ),
    ("Ann: a wrong; incidents-1: a = b", A_B, "Not one incident: the first is in none: an analyst holds it to be wr"),
    ("Ann: b wrong; incidents-1: a = b", A_B, "Not one incident: the second is in none: an analyst holds it to be wr"),
]  # fmt: skip


@pytest.mark.parametrize(("log", "pair", "sentence"), SENTENCES, ids=[log for log, _, _ in SENTENCES])
def test_in_a_sentence(log: str, pair: tuple[str, str], sentence: str) -> None:
    asked = explained(log)
    reason = asked.explanations.pair(*map(asked.id_of, pair))
    assert in_a_sentence(reason).startswith(sentence)


def test_the_chain_and_what_cuts_it_are_named() -> None:
    asked = explained("incidents-1: a = b, 9 points; incidents-1: b = c, 8 points; Ann: a ≠ c")
    reason = asked.explanations.pair(asked.id_of("a"), asked.id_of("c"))
    chain = [tuple(sorted(asked.labels[one] for one in step.pair)) for step in reason.chain]
    assert chain == [("a", "b"), ("b", "c")]
    assert [cut.judgement.name for cut in reason.cuts] == ["Ann"]


def test_all_that_was_ever_held_is_told_the_oldest_first() -> None:
    asked = explained(
        "Ann: a = b (day 1); Ben: a ≠ b (day 2); Ann: withdraws a b (day 3); incidents-1: a = b (day 1)"
    )
    reason = asked.explanations.pair(asked.id_of("b"), asked.id_of("a"))
    assert [(one.name, one.verdict.value) for one in reason.log][-2:] == [
        ("Ben", "different"),
        ("Ann", "withdrawn"),
    ]
    assert len(reason.log) == 4
    assert reason.counts is not None and reason.counts.judgement.name == "Ben"


def test_the_most_telling_come_first() -> None:
    asked = explained("Ann: a = b; Ann: c wrong")
    pairs = [("a", "c"), ("b", "c"), ("a", "b")]
    reasons = [asked.explanations.pair(*map(asked.id_of, pair)) for pair in pairs]
    assert most_telling(reasons)[0].together


def test_a_claim_in_no_incident_says_why() -> None:
    asked = explained("Ann: a = b; Ann: c wrong")
    lacking = asked.explanations.lacking
    assert lacking(asked.id_of("a")) is None
    assert lacking(asked.id_of("c")) == "an analyst holds it to be wrong"
    unplaced, denial = told(day="?", place=None), told(modality=Modality.DENIED, source="B")
    memory = Memory([unplaced, denial], [])
    explanations = Explanations(memory, derive(memory))
    assert explanations.lacking(unplaced.id) == (
        "it says neither where nor when, and nothing that does was held to be the same"
    )
    assert explanations.lacking(denial.id) == "it denies what no report tells"


def test_of_a_claim_that_fits_several_happenings_it_is_said_which_else_it_fits() -> None:
    sides = {"actor": "jnim", "recipient": "fama", "published": "2021-03-12"}
    vague = told(source="Wire", day="2021-03-01/2021-03-10", **sides)
    days = [told(source=day, day=f"2021-03-{day}", **sides) for day in ("02", "05", "08")]
    memory = Memory([vague, *days], judge([vague, *days], datetime(2024, 1, 1, tzinfo=UTC)))
    sentence = in_a_sentence(Explanations(memory, derive(memory)).pair(vague.id, days[1].id))
    assert sentence.startswith("Not one incident, though compared they come to ")
    assert f" points: {vague.id} may as well tell of other happenings than {days[1].id}: it fits " in sentence
    assert sentence.endswith(f" and 1 more, which all differ from {days[1].id}.")
