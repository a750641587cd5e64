"""Nouns that are verbs: what "and" goes on with where an infinitive stands behind it."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.misread_nouns import meaning_to
from tests.reading.drawn import drawn

SENT = "Chad/PROPN/2/nsubj sent/VERB/0/root men/NOUN/2/obj and/CCONJ/5/cc "


@pytest.mark.parametrize(
    ("case", "rest", "head", "upos"),
    [
        ("a verb", "plans/NOUN/3/conj to/PART/7/mark send/VERB/5/acl more/ADJ/7/obj", 2, "VERB"),
        ("no infinitive", "plans/NOUN/3/conj for/ADP/7/case more/NOUN/5/nmod", 3, "NOUN"),
        ("another noun", "orders/NOUN/3/conj to/PART/7/mark send/VERB/5/acl more/ADJ/7/obj", 3, "NOUN"),
    ],
)
def test_meaning_to(case: str, rest: str, head: int, upos: str) -> None:
    mended = meaning_to(drawn(SENT + rest)[1])
    assert (mended.heads[4] + 1, mended.upos[4]) == (head, upos)
