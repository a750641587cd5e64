import pytest

from harmattan.reference.phrases import Phrase, PhraseIndex

INDEX = PhraseIndex(
    [
        Phrase("Mali", "mali"),
        Phrase("Islamic State", "is"),
        Phrase("Islamic State in the Greater Sahara", "isgs"),
        Phrase("al-Shabaab", "shabaab"),
        Phrase("UN", "un", exact=True),
        Phrase("People's Protection Units", "ypg"),
        Phrase("State Department", "state department"),
    ]
)

CASES = [
    ("In Mali.", [("Mali", "mali")]),
    ("Malian, Somali and Malign", []),
    ("the mali of the lower case", []),
    ("Islamic State in the  Greater\nSahara", [("Islamic State in the  Greater\nSahara", "isgs")]),
    ("Islamic State in Iraq", [("Islamic State", "is")]),
    ("AL SHABAAB and Al‑Shabaab", [("AL SHABAAB", "shabaab"), ("Al‑Shabaab", "shabaab")]),
    ("The U.N. and un and Un", [("U.N.", "un")]),
    ("People’s Protection Units", [("People’s Protection Units", "ypg")]),
    ("Mali’s army", [("Mali", "mali")]),
    ("the Islamic State Department", [("State Department", "state department")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds_known_phrases_where_they_stand(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[start:end], value) for start, end, value in INDEX.find(text)] == expected
