import pytest

from harmattan.reference.abbreviations import Abbreviated, abbreviations
from harmattan.reference.gazetteer import open_gazetteer


@pytest.mark.parametrize(
    ("text", "town", "name"),
    [
        ("He left Athens, Ga., at noon.", "Athens", "Georgia"),
        ("He left Athens, GA at noon.", "Athens", "Georgia"),
        ("He left Athens (Ga.) at noon.", "Athens", "Georgia"),
        ("He left Charleston, W. Va.", "Charleston", "West Virginia"),
        ("He left Athens in Georgia.", "Athens", None),
        ("He left Athens GA at noon.", "Athens", None),
        ("He left Athens, IN ALL HASTE", "Athens", "Indiana"),
        ("He left Athens, Gap in hand.", "Athens", None),
    ],
)
def test_behind_a_town(text: str, town: str, name: str | None) -> None:
    found = abbreviations().after(text, text.index(town) + len(town))
    assert (found[2].name if found else None) == name


def test_with_dots_anywhere_and_without_nowhere() -> None:
    text = "The N.C. senator and the OR nurse met D-N.J. colleagues in St. Louis."
    assert [text[start:end] for start, end, _ in abbreviations().find(text)] == ["N.C.", "N.J."]


def test_letters_of_two_countries() -> None:
    assert abbreviations().of("WA") == Abbreviated("US", "Washington")
    assert abbreviations().of("W.A.") == Abbreviated("AU", "Western Australia")
    assert abbreviations().of("Wa") is None


def test_all_are_divisions_of_the_gazetteer() -> None:
    gazetteer = open_gazetteer()
    for form in ("Ala.", "AK", "D.C.", "Que.", "N.L.", "QLD", "A.C.T.", "Y.T."):
        known = abbreviations().of(form)
        assert known is not None
        assert any(
            place.country == known.country and place.feature == "ADM1"
            for place in gazetteer.lookup(known.name)
        ), form
