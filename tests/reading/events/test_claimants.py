"""Who claims an attack."""

from __future__ import annotations

import pytest

from harmattan.reading.events.claimants import claimants, is_unclaimed
from tests.reading.drawn import drawn

CLAIMED = [
    (
        "attacks/NOUN/5/nsubj claimed/VERB/1/acl by/ADP/4/case Front/PROPN/2/obl:agent killed/VERB/0/root",
        ["Front"],
    ),
    (
        "attacks/NOUN/5/nsubj which/PRON/4/obj Front/PROPN/4/nsubj claimed/VERB/1/acl:relcl killed/VERB/0/root",
        ["Front"],
    ),
    (
        "attacks/NOUN/5/nsubj condemned/VERB/1/acl by/ADP/4/case France/PROPN/2/obl:agent killed/VERB/0/root",
        [],
    ),
    ("attacks/NOUN/4/nsubj which/PRON/3/nsubj claimed/VERB/1/acl:relcl continued/VERB/0/root", []),
]


@pytest.mark.parametrize(("notation", "heads"), CLAIMED, ids=["by", "which", "other verb", "of lives"])
def test_claimants(notation: str, heads: list[str]) -> None:
    _, sentence = drawn(notation)
    assert [sentence.tokens[head].text for head in claimants(sentence, 0)] == heads


SENTENCES = [
    ("Front/PROPN/2/nsubj claimed/VERB/0/root the/DET/4/det raid/NOUN/2/obj", ["Front"], False),
    ("group/NOUN/3/nsubj has/AUX/3/aux claimed/VERB/0/root raid/NOUN/3/obj", ["group"], False),
    ("no/DET/2/det group/NOUN/3/nsubj claimed/VERB/0/root raid/NOUN/3/obj", [], True),
    ("Front/PROPN/3/nsubj not/PART/3/advmod claimed/VERB/0/root raid/NOUN/3/obj", [], True),
    ("raid/NOUN/2/nsubj:pass claimed/VERB/0/root by/ADP/4/case Front/PROPN/2/obl", ["Front"], False),
    (
        "Front/PROPN/2/nsubj took/VERB/0/root responsibility/NOUN/2/obj for/ADP/5/case raid/NOUN/3/nmod",
        ["Front"],
        False,
    ),
    (
        "Front/PROPN/2/nsubj claimed/VERB/0/root responsibility/NOUN/2/obj for/ADP/5/case raid/NOUN/2/obl",
        ["Front"],
        False,
    ),
    ("Front/PROPN/2/nsubj condemned/VERB/0/root the/DET/4/det raid/NOUN/2/obj", [], False),
    (
        "Front/PROPN/2/nsubj participated/VERB/0/root in/ADP/5/case the/DET/5/det raid/NOUN/2/obl",
        ["Front"],
        False,
    ),
    ("raid/NOUN/2/nsubj claimed/VERB/0/root nine/NUM/4/nummod lives/NOUN/2/obj", [], False),
    ("Front/PROPN/4/nsubj was/AUX/4/cop behind/ADP/4/case raid/NOUN/0/root", ["Front"], False),
    (
        "Front/PROPN/2/nsubj said/VERB/0/root it/PRON/6/nsubj was/AUX/6/cop behind/ADP/6/case raid/NOUN/2/ccomp",
        ["Front"],
        False,
    ),
    ("nobody/PRON/4/nsubj was/AUX/4/cop behind/ADP/4/case raid/NOUN/0/root", [], False),
    (
        "rebels/NOUN/2/nsubj admitted/VERB/0/root responsibility/NOUN/2/obj for/ADP/5/case raid/NOUN/3/nmod",
        ["rebels"],
        False,
    ),
    (
        "rebels/NOUN/2/nsubj admitted/VERB/0/root no/DET/4/det responsibility/NOUN/2/obj for/ADP/6/case"
        " raid/NOUN/4/nmod",
        [],
        True,
    ),
    (
        "Front/PROPN/2/nsubj claimed/VERB/0/root credit/NOUN/2/obj for/ADP/5/case raid/NOUN/3/nmod",
        ["Front"],
        False,
    ),
]


@pytest.mark.parametrize(("notation", "heads", "unclaimed"), SENTENCES)
def test_who_claims_a_raid(notation: str, heads: list[str], unclaimed: bool) -> None:
    _, sentence = drawn(notation)
    raid = sentence.words.index("raid")
    assert [sentence.tokens[head].text for head in claimants(sentence, raid)] == heads
    assert is_unclaimed(sentence, raid) is unclaimed


PARTS = [
    ("Front/PROPN/2/nsubj took/VERB/0/root part/NOUN/2/obj in/ADP/5/case raid/NOUN/2/obl", ["Front"]),
    ("Front/PROPN/2/nsubj took/VERB/0/root part/NOUN/2/obj in/ADP/5/case raid/NOUN/3/nmod", ["Front"]),
    (
        "eleven/NUM/4/nsubj of/ADP/3/case men/NOUN/1/nmod took/VERB/0/root part/NOUN/4/obj in/ADP/7/case "
        "raid/NOUN/4/obl",
        ["men"],
    ),
    (
        "men/NOUN/6/nsubj who/PRON/3/nsubj joined/VERB/1/acl in/ADP/5/case raid/NOUN/3/obl fled/VERB/0/root",
        [],
    ),
    (
        "men/NOUN/6/nsubj who/PRON/3/nsubj participated/VERB/1/acl in/ADP/5/case raid/NOUN/3/obl fled/VERB/0/root",
        ["men"],
    ),
    ("vans/NOUN/5/nsubj involved/ADJ/1/amod in/ADP/4/case raid/NOUN/2/obl burned/VERB/0/root", []),
    ("Front/PROPN/2/nsubj took/VERB/0/root hostages/NOUN/2/obj in/ADP/5/case raid/NOUN/2/obl", []),
]


@pytest.mark.parametrize(("notation", "heads"), PARTS)
def test_who_took_part_in_a_raid(notation: str, heads: list[str]) -> None:
    _, sentence = drawn(notation)
    found = claimants(sentence, sentence.words.index("raid"))
    assert [sentence.tokens[head].text for head in found] == heads


def test_who_is_involved_in_a_murder_committed_it() -> None:
    _, sentence = drawn(
        "troops/NOUN/5/nsubj involved/ADJ/1/amod in/ADP/4/case murder/NOUN/2/obl fled/VERB/0/root"
    )
    assert list(claimants(sentence, 3)) == [0]
