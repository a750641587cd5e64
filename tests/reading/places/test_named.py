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


@pytest.mark.parametrize(("text", "place"), DIRECTIONS.items())
def test_directions(text: str, place: str) -> None:
    (sentence,) = Encoder.shared().mark(split(text))
    assert [mark.place.name for mark in find_places(Document(text), sentence)] == [place]
