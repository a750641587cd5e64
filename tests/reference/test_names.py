import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from harmattan.reference.names import bare, compute_key, fold, is_acronym, key

ALIKE = [
    ("Jamā‘at Nasr al-Islam", "jamaat nasr al Islam"),
    ("Jama'at", "Jama’at"),
    ("Côte d’Ivoire", "Cote d'Ivoire"),
    ("The Gambia", "Gambia"),
    ("U.N.", "UN"),
    ("St. John's", "St John’s"),
    ("Gorom-Gorom", "Gorom Gorom"),
    ("Ménaka", "menaka"),
    ("Łódź", "Lodz"),
    ("Şanlıurfa", "Sanliurfa"),
    ("Tromsø", "Tromso"),
    ("  two   spaces ", "two spaces"),
    ("Islamic State–Khorasan", "Islamic State Khorasan"),
]
UNLIKE = [("Niger", "Nigeria"), ("Mali", "Malí 2"), ("the", "")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_other_names_are_not(one: str, other: str) -> None:
    assert key(one) != key(other)


@given(st.text())
def test_every_character_of_a_folded_text_knows_where_it_came_from(text: str) -> None:
    folded, offsets = fold(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
@example("0..")
def test_a_key_is_its_own_key_unless_it_begins_with_an_article(text: str) -> None:
    once = compute_key(text)
    if not once.startswith("the "):
        assert compute_key(once) == once


def test_a_possessive_ending_is_dropped_and_keeps_offsets() -> None:
    folded, offsets = fold("Mali’s army")
    assert folded == "mali army"
    assert offsets[folded.index("army")] == 7


def test_what_an_acronym_is() -> None:
    assert [is_acronym(name) for name in ("UN", "U.S.", "D.R.C.", "Mali", "MINUSMA-UN")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert bare("U.S.") == "US"
