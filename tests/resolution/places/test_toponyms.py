import pytest

from harmattan.model.readings import NameMark, Reading
from harmattan.model.text import Document
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import Gazetteer, open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.toponyms import ToponymFinder
from tests.resolution.reported import stretch


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def found(text: str, gazetteer: Gazetteer, *names: str, demonyms: bool = False) -> list[str]:
    """The toponyms of a text whose names are marked as "LOC Gao"."""
    document = Document(text)
    marks = []
    for name in names:
        label, _, quote = name.partition(" ")
        marks.append(NameMark(stretch(document, quote), label))
    marks.sort(key=lambda mark: mark.span.start)
    reading = Reading(document, (document.span(0, len(text)),), (), "test", names=tuple(marks))
    toponyms = ToponymFinder(countries(), gazetteer).find(reading, Context(reading, countries()))
    return [one.place.span.quote for one in toponyms if demonyms or not one.demonym]


FOUND = [
    ("Fighting in Gao.", ["LOC Gao"], ["Gao"]),
    ("Fighting in the Netherlands.", ["LOC the Netherlands"], ["Netherlands"]),
    ("They met in the United States.", ["GPE United States"], ["United States"]),
    ("It cost US$5 million.", ["GPE US"], []),
    ("A fire in Boone County today.", ["LOC Boone"], ["Boone County"]),
    ("He lives in Mexico City now.", ["LOC Mexico"], ["Mexico City"]),
    ("A body lay in North Las Vegas.", ["LOC Las Vegas"], ["North Las Vegas"]),
    ("War in eastern Libya.", ["LOC eastern Libya"], ["Libya"]),
    ("He is held in the Boone County Jail.", ["LOC Boone County Jail"], ["Boone County"]),
    ("The Boone County Board of Realtors met.", ["ORG Boone County Board of Realtors"], ["Boone County"]),
    ("The Bamako Times wrote so.", ["ORG Bamako Times"], []),
    ("She teaches at the University of Cincinnati.", ["ORG University of Cincinnati"], ["Cincinnati"]),
    ("The Center closed.", ["LOC Center"], []),
    ("Virginia L. Lane was hurt.", ["LOC Virginia"], []),
    ("Mansfield police came.", ["PER Mansfield"], ["Mansfield"]),
    ("Mansfield wept.", ["PER Mansfield"], []),
    ("Athens, Ga., is quiet.", ["LOC Athens", "LOC Ga"], ["Athens", "Ga."]),
    ("Shots on Oak Street last night.", [], ["Oak Street"]),
    ("They fled from Suva in March.", [], ["Suva"]),
    ("Troops left Gao. Then Gao fell.", ["LOC Gao"], ["Gao", "Gao"]),
    ("Nothing is named here.", [], []),
]


@pytest.mark.parametrize(("text", "names", "toponyms"), FOUND)
def test_toponyms(text: str, names: list[str], toponyms: list[str], gazetteer: Gazetteer) -> None:
    assert found(text, gazetteer, *names) == toponyms


def test_demonyms_are_told_apart(gazetteer: Gazetteer) -> None:
    assert found("Malian troops left Gao.", gazetteer, "LOC Gao", demonyms=True) == ["Malian", "Gao"]
    assert found("Malian troops left Gao.", gazetteer, "LOC Gao") == ["Gao"]


def test_none_overlap(gazetteer: Gazetteer) -> None:
    text = "The North Korea Street office in North Korea, and N. Korea Street."
    assert found(text, gazetteer, "LOC North Korea#2") == [
        "North Korea Street",
        "North Korea",
        "N. Korea Street",
    ]
