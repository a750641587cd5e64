"""Each reason for refusing a statement: one that is refused for it, and its nearest neighbour that passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from harmattan.claims.checks import CHECKS, EXPLANATIONS, Reason, refusal, stretches
from harmattan.model.readings import Modality, Place, RelationKind, Statement
from harmattan.model.text import Span
from harmattan.reference.codebook import load_codebook
from tests.claims.statements import (
    ALIAS,
    ATTACK,
    DAY,
    DOCUMENT,
    SECOND,
    SENTENCE,
    STRENGTH,
    mention,
    number,
    place,
    span,
    statement,
)

BARE = replace(ATTACK, actor=(), victim=(), place=(), time=None, killed=None, wounded=None)
FRONT = mention("Sand Front")
WHOLE = (span(DOCUMENT.text),)

REFUSED = {
    "no sentence": (statement(ATTACK, evidence=()), Reason.NO_EVIDENCE),
    "another word": (statement(replace(ATTACK, trigger=Span(0, 2, "In"))), Reason.MISQUOTED),
    "beyond the end": (statement(replace(ATTACK, trigger=Span(900, 906, "killed"))), Reason.MISQUOTED),
    "from the end": (statement(replace(ATTACK, trigger=Span(-3, -1, "it"))), Reason.MISQUOTED),
    "empty": (statement(replace(ATTACK, trigger=Span(4, 4, ""))), Reason.MISQUOTED),
    "wrong evidence": (statement(ATTACK, evidence=(Span(0, 5, "never"),)), Reason.MISQUOTED),
    "trigger elsewhere": (statement(replace(ATTACK, trigger=span("denies"))), Reason.OUTSIDE_EVIDENCE),
    "attributed elsewhere": (statement(ATTACK, attribution=mention("SF")), Reason.OUTSIDE_EVIDENCE),
    "antecedent elsewhere": (
        statement(replace(ATTACK, actor=(replace(FRONT, antecedent=span("SF")),))),
        Reason.OUTSIDE_EVIDENCE,
    ),
    "no such type": (statement(replace(ATTACK, type="ATTACK")), Reason.UNKNOWN_TYPE),
    "lower case": (statement(replace(ATTACK, type="assault")), Reason.UNKNOWN_TYPE),
    "no such mode": (statement(replace(ATTACK, mode="loudly")), Reason.UNKNOWN_MODE),
    "mode of another type": (statement(replace(ATTACK, mode="curfew")), Reason.UNKNOWN_MODE),
    "mode where there is none": (statement(replace(ATTACK, type="AID", mode="visit")), Reason.UNKNOWN_MODE),
    "only a trigger": (statement(BARE), Reason.NOBODY),
    "only a place": (statement(replace(BARE, place=(place("Gossi"),))), Reason.NOBODY),
    "only a time": (statement(replace(BARE, time=DAY)), Reason.NOBODY),
    "attacks itself": (statement(replace(ATTACK, actor=(FRONT,), recipient=(FRONT,))), Reason.TWO_ROLES),
    "killed and wounded": (statement(replace(ATTACK, wounded=number("14", 14))), Reason.COUNTED_TWICE),
    "year of dead": (statement(replace(ATTACK, killed=number("2021", 2021))), Reason.COUNTED_DATE),
    "nowhere, nobody": (statement(replace(STRENGTH, force=(), place=())), Reason.UNPLACED_STRENGTH),
    "alias of itself": (
        statement(replace(ALIAS, subject=mention("The Sand Front"))),
        Reason.SELF_RELATION,
    ),
    "allied with itself": (
        statement(replace(ALIAS, relation=RelationKind.ALLIED_WITH)),
        Reason.SELF_RELATION,
    ),
    "one actor by two names": (
        statement(
            replace(
                ALIAS,
                relation=RelationKind.PART_OF,
                subject=mention("SF", actor="sand-front"),
                object=mention("The Sand Front", actor="sand-front"),
            )
        ),
        Reason.SELF_RELATION,
    ),
    "operates in its own name": (
        statement(
            replace(
                ALIAS,
                relation=RelationKind.OPERATES_IN,
                object=Place(span("SF"), "SF"),
            )
        ),
        Reason.SELF_RELATION,
    ),
}

PASSED = {
    "all told": statement(ATTACK),
    "no mode": statement(replace(ATTACK, mode=None)),
    "second evidence": statement(
        replace(ATTACK, actor=(replace(FRONT, antecedent=span("SF")),)),
        evidence=(span(SENTENCE), span(SECOND)),
    ),
    "attributed in the evidence": statement(ATTACK, attribution=mention("SF"), evidence=WHOLE),
    "dead of nobody's doing": statement(replace(BARE, killed=number("14", 14))),
    "place and time": statement(replace(BARE, place=(place("Gossi"),), time=DAY)),
    "place and weapon": statement(replace(BARE, place=(place("Gossi"),), weapon=(mention("gunmen"),))),
    "nobody was hurt": replace(statement(BARE), modality=Modality.DENIED),
    "weapons moved": statement(replace(BARE, type="MOBILIZE", mode="weapons", weapon=(mention("gunmen"),))),
    "required recipient missing": statement(replace(ATTACK, type="SANCTION", mode="expel")),
    "strength": statement(STRENGTH),
    "strength without a place": statement(replace(STRENGTH, place=())),
    "strength without a force": statement(replace(STRENGTH, force=())),
    "alias": statement(ALIAS),
}


@pytest.mark.parametrize(("told", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(told: Statement, reason: Reason) -> None:
    assert refusal(told, DOCUMENT, load_codebook()) is reason


@pytest.mark.parametrize("told", PASSED.values(), ids=PASSED.keys())
def test_passed(told: Statement) -> None:
    assert refusal(told, DOCUMENT, load_codebook()) is None


def test_every_reason_is_explained_and_tried() -> None:
    assert set(EXPLANATIONS) == set(Reason)
    assert {reason for reason, _ in CHECKS} == set(Reason) - {Reason.DUPLICATE}
    assert {reason for _, reason in REFUSED.values()} == {reason for reason, _ in CHECKS}


def test_stretches_reach_every_field() -> None:
    quotes = [found.quote for found in stretches(statement(ATTACK, attribution=mention("SF")))]
    assert quotes == [
        "killed",
        "gunmen of the Sand Front",
        "soldiers",
        "Gossi",
        "3 March 2021",
        "14",
        "6",
        SENTENCE,
        "SF",
    ]
