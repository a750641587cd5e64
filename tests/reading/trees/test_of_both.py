"""Lists whose parts each have their preposition."""

from __future__ import annotations

import pytest

from harmattan.reading.trees.of_both import of_both
from tests.reading.drawn import drawn


@pytest.mark.parametrize(
    ("case", "notation", "head"),
    [
        (
            "drawn to the act",
            "murder/NOUN/0/root of/ADP/3/case Ana/PROPN/1/nmod and/CCONJ/7/cc of/ADP/7/case her/PRON/7/nmod:poss"
            " driver/NOUN/1/conj",
            2,
        ),
        (
            "another preposition",
            "murder/NOUN/0/root of/ADP/3/case Ana/PROPN/1/nmod and/CCONJ/7/cc in/ADP/7/case the/DET/7/det"
            " end/NOUN/1/conj",
            0,
        ),
        (
            "two acts",
            "murder/NOUN/0/root of/ADP/3/case Ana/PROPN/1/nmod and/CCONJ/5/cc theft/NOUN/1/conj",
            0,
        ),
        (
            "both phrases of one verb",
            "of/ADP/2/case murder/NOUN/0/root of/ADP/4/case Ana/PROPN/2/nmod and/CCONJ/7/cc of/ADP/7/case"
            " theft/NOUN/2/conj",
            1,
        ),
    ],
)
def test_of_both(case: str, notation: str, head: int) -> None:
    mended = of_both(drawn(notation)[1])
    words = [index for index, relation in enumerate(mended.deprels) if relation == "conj"]
    assert [mended.heads[index] for index in words] == [head]
