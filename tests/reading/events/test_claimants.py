"""Who claims an attack."""

from __future__ import annotations

import pytest

from harmattan.reading.events.claimants import claimants
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
