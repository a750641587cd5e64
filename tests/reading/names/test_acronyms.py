from __future__ import annotations

import pytest

from harmattan.reading.marks import Sentence
from harmattan.reading.names.acronyms import find_acronyms
from harmattan.reading.sentences import tokenize

CASES = [
    (
        "the Movement for Unity and Jihad in West Africa (MUJAO), took Gao",
        "MUJAO",
        "Movement for Unity and Jihad in West Africa",
    ),
    ("combat al-Qaeda in the Islamic Maghreb (AQIM) fighters", "AQIM", "al-Qaeda in the Islamic Maghreb"),
    ("and Ansar al-Dine (AAD), fought", "AAD", "Ansar al-Dine"),
    ("the People’s Protection Units (YPG) militants", "YPG", "People’s Protection Units"),
    ("the UN mission MINUSMA (Multidimensional Integrated Stabilization Mission in Mali) said", None, None),
    ("SADC (Southern African Development Community) met", "SADC", "Southern African Development Community"),
    ("It fell in June (2012) to rebels", None, None),
    ("the group (which denied it) said", None, None),
    ("a soldier (AFP) said", None, None),
]


@pytest.mark.parametrize(("text", "short", "long"), CASES)
def test_acronyms(text: str, short: str | None, long: str | None) -> None:
    tokens = tuple(tokenize(text))
    nothing = ("X",) * len(tokens)
    sentence = Sentence(tokens, nothing, (-1,) * len(tokens), nothing)
    found = [
        (tokens[a.short].text, text[tokens[a.first].start : tokens[a.stop - 1].end])
        for a in find_acronyms(sentence)
    ]
    assert found == ([(short, long)] if short else [])
