"""Parties that no registry has."""

from datetime import date

import pytest

from harmattan.resolution.actors.provisional import (
    country_of,
    is_provisional,
    party_name,
    party_names,
    provisional_id,
    said_to_be_one,
)
from tests.resolution.actors.meant import meant


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Boudouma Patriotic Front", "Boudouma Patriotic Front"),
        ("Fighters of the Union of Mitumba Patriots", "Union of Mitumba Patriots"),
        ("Liwa al-Jabal al-Ahmar", "Liwa al-Jabal al-Ahmar"),
        ("Brigade of the Sons of Korarou", "Brigade of the Sons of Korarou"),
        ("Air Force", None),
        ("Task Force", None),
        ("Presidential Guard", None),
        ("Defense Secretary Ash Carter", None),
        ("Volta Liberation Hospital", None),
        ("Front", None),
        ("Army of", None),
        ("the rebels", None),
        ("Volta Ledger", None),
    ],
)
def test_names_of_parties(phrase: str, name: str | None) -> None:
    assert party_name(phrase) == name


def test_the_whole_name_is_taken_from_a_text() -> None:
    text = "On Friday the Brigade of the Sons of Korarou and the Nuba Guard Battalion fought."
    assert [name for _, _, name in party_names(text)] == [
        "Brigade of the Sons of Korarou",
        "Nuba Guard Battalion",
    ]


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("The Kuruma militia fled.", "Kuruma", True),
        ("Tebu fighters fled.", "Tebu", False),
        ("PFB fighters fled.", "PFB", True),
        ("Kuruma, a village militia, fled.", "Kuruma", True),
        ("A group called Kuruma fled.", "Kuruma", True),
        ("Kuruma was shelled.", "Kuruma", False),
    ],
)
def test_what_words_around_a_name_say(text: str, name: str, said: bool) -> None:
    start = text.index(name)
    assert said_to_be_one(text, start, start + len(name)) is said


def test_its_id_is_of_the_name_and_the_country_of_the_report() -> None:
    text = "DIFFA — In Niger the Boudouma Patriotic Front took a bridge. The front spoke of Niger."
    names = ("Boudouma Patriotic Front",)
    found = meant(text, "Boudouma Patriotic Front", date(2022, 9, 1), names=names)
    assert found is not None
    assert found.actor == "provisional:ne:boudouma-patriotic-front"
    assert found.name == "Boudouma Patriotic Front"
    again = meant(text, "The front", date(2022, 9, 1), names=names)
    assert again is not None and again.actor == found.actor


def test_ids() -> None:
    assert provisional_id("Côte Front", None) == "provisional:xx:cote-front"
    assert country_of("provisional:xx:cote-front") is None
    assert country_of("provisional:ne:x") == "NE"
    assert is_provisional("provisional:ne:x") and not is_provisional("jnim")


def test_whom_the_registry_has_is_never_provisional() -> None:
    found = meant("Fighters of the Patriotic Liberation Front came to Niger.", "Patriotic Liberation Front")
    assert found is None or found.actor is None or not is_provisional(found.actor)
