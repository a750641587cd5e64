"""Places with the directions that belong to them."""

from __future__ import annotations

import pytest

from harmattan.model.text import Document
from harmattan.readers.encoder import Encoder
from harmattan.reading.places.named import find_places
from harmattan.reading.sentences import split

DIRECTIONS = {
    "Gunmen killed two soldiers in the north-west.": "north-west",
    "Gunmen killed two soldiers in the north.": "north",
    "Gunmen attacked a convoy in north-western Nigeria.": "north-western Nigeria",
    "Gunmen attacked a convoy in northern Mali.": "northern Mali",
}


SEVERAL = {
    "Attacks in the Mopti and Timbuktu regions killed 12 soldiers.": ["Mopti regions", "Timbuktu regions"],
    "The force left northern Mali at the request of Paris.": ["northern Mali"],
}


@pytest.mark.parametrize(("text", "places"), SEVERAL.items())
def test_names_before_a_kind_that_they_share(text: str, places: list[str]) -> None:
    (sentence,) = Encoder.shared().mark(split(text))
    assert [mark.place.name for mark in find_places(Document(text), sentence)] == places


@pytest.mark.parametrize(("text", "place"), DIRECTIONS.items())
def test_directions(text: str, place: str) -> None:
    (sentence,) = Encoder.shared().mark(split(text))
    assert [mark.place.name for mark in find_places(Document(text), sentence)] == [place]
