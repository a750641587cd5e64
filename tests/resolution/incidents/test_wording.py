import pytest

from harmattan.model.readings import PlaceKind
from harmattan.resolution.incidents.wording import Wording, read_wording

CASES = [
    ("Gossi", Wording("Gossi", "Gossi")),
    ("northern Mali", Wording("Mali", "northern Mali", "north")),
    ("northwestern Syria", Wording("Syria", "northwestern Syria", "northwest")),
    ("north-eastern Nigeria", Wording("Nigeria", "north-eastern Nigeria", "northeast")),
    ("the north of Mali", Wording("Mali", "", "north")),
    ("the far north of Burkina Faso", Wording("Burkina Faso", "", "north")),
    ("Mali's north", Wording("Mali", "", "north")),
    ("Mali’s restive north", Wording("Mali", "", "north")),
    ("central Mali", Wording("Mali", "central Mali", "centre")),
    ("the north", Wording("", "", "north")),
    ("the country’s north", Wording("", "", "north")),
    ("the north of the country", Wording("", "", "north")),
    ("the Gao region", Wording("Gao", "Gao", None, PlaceKind.ADMIN)),
    ("the region of Gao", Wording("Gao", "Gao", None, PlaceKind.ADMIN)),
    ("Borno State", Wording("Borno", "Borno", None, PlaceKind.ADMIN)),
    ("South Kivu province", Wording("Kivu", "South Kivu", "south", PlaceKind.ADMIN)),
    ("the village of Ogossagou", Wording("Ogossagou", "Ogossagou", None, PlaceKind.POINT)),
    ("Sambisa forest", Wording("Sambisa", "Sambisa", None, PlaceKind.AREA)),
    ("the Far North region", Wording("North", "Far North", None, PlaceKind.ADMIN)),
    ("Far North", Wording("North", "Far North")),
    ("South Sudan", Wording("Sudan", "South Sudan", "south")),
    ("North", Wording("", "", "north")),
    ("", Wording("", "")),
]


@pytest.mark.parametrize(("text", "wording"), CASES)
def test_the_words_of_a_place_taken_apart(text: str, wording: Wording) -> None:
    assert read_wording(text) == wording
