"""What somebody has stands above its owner."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.owners import owned
from tests.reading.drawn import drawn

CASES = {
    "drawn as a part of its owner": (
        "Perez/PROPN/4/nsubj:pass 's/PART/1/case brother/NOUN/1/nmod:desc kidnapped/VERB/0/root",
        "brother",
    ),
    "drawn twice": (
        "Perez/PROPN/4/nsubj:pass '/PART/1/case brother/NOUN/4/nsubj:pass kidnapped/VERB/0/root",
        "brother",
    ),
    "drawn rightly": (
        "Perez/PROPN/3/nmod:poss 's/PART/1/case brother/NOUN/4/nsubj:pass kidnapped/VERB/0/root",
        "brother",
    ),
    "nothing owned": ("Perez/PROPN/2/nsubj:pass kidnapped/VERB/0/root", "Perez"),
}


@pytest.mark.parametrize(("notation", "subject"), CASES.values(), ids=CASES.keys())
def test_the_subject_is_the_thing(notation: str, subject: str) -> None:
    _, sentence = drawn(notation)
    mended = owned(sentence)
    root = mended.heads.index(-1)
    assert [mended.tokens[at].text for at in mended.dependants(root, "nsubj:pass")] == [subject]
