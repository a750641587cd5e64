"""Other spellings of Arabic names, and that they are tried of no other places."""

from __future__ import annotations

import pytest

from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.places.candidates import CandidateFinder
from harmattan.resolution.places.romanised import romanised


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("Hawija", "Al Hawijah"),
        ("Al-Raqqah", "Ar Raqqah"),
        ("Raqqa", "Ar Raqqah"),
        ("Ash-Shaddadah", "Shaddada"),
        ("Qamishli", "Al Qamishli"),
        ("Tal Afar", "Tall Afar"),
        ("El Nahud", "An Nahud"),
    ],
)
def test_the_spellings_of_a_name_include_those_of_maps(written: str, known: str) -> None:
    assert known in list(romanised(written))


@pytest.mark.parametrize("short", ["Ber", "Al Ber", "Goz"])
def test_a_short_name_is_only_itself(short: str) -> None:
    assert not list(romanised(short))


@pytest.mark.parametrize("name", ["Hawija", "Al-Raqqah", "Palmyra", "Tell Abyad"])
def test_no_spelling_is_given_twice_or_is_the_name_itself(name: str) -> None:
    spellings = [spelling.lower() for spelling in romanised(name)]
    assert len(spellings) == len(set(spellings))
    assert name.lower() not in spellings


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Hawija", {("Al Ḩawījah", "IQ")}),
        ("Qamishli", {("Al Qāmishlī", "SY")}),
        ("Tal Afar", {("Tall ‘Afar", "IQ")}),
        ("Cordobah", set()),  # not the Córdoba of Spain
    ],
)
def test_towns_are_found_where_arabic_is_spoken(name: str, found: set[tuple[str, str]]) -> None:
    finder = CandidateFinder(countries(), open_gazetteer(None))
    assert {(place.name, place.country) for place in finder.find(name).locations} == found
