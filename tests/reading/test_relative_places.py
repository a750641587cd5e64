import pytest

from harmattan.reading.places import find_places
from tests.reading.drawn import drawn

TOLD = [
    (
        "Gunmen/NOUN/2/nsubj came/VERB/0/root 12/NUM/4/nummod km/NOUN/5/obl:npmod north/ADV/2/advmod of/ADP/7/case "
        "Gossi/PROPN/5/obl ./PUNCT/2/punct",
        {"Gossi": "LOC"},
        ["12 km north of Gossi"],
    ),
    (
        "Mines/NOUN/2/nsubj exploded/VERB/0/root between/ADP/4/case Gao/PROPN/2/obl and/CCONJ/6/cc "
        "Ansongo/PROPN/4/conj ./PUNCT/2/punct",
        {"Gao": "LOC", "Ansongo": "LOC"},
        ["between Gao and Ansongo"],
    ),
    (
        "They/PRON/2/nsubj fought/VERB/0/root near/ADP/5/case the/DET/5/det border/NOUN/2/obl with/ADP/7/case "
        "Niger/PROPN/5/nmod ./PUNCT/2/punct",
        {"Niger": "GPE"},
        ["the border with Niger"],
    ),
    (
        "They/PRON/2/nsubj fought/VERB/0/root near/ADP/6/case the/DET/6/det Nigerien/ADJ/6/amod border/NOUN/2/obl "
        "./PUNCT/2/punct",
        {},
        ["Nigerien border"],
    ),
    (
        "They/PRON/2/nsubj fought/VERB/0/root between/ADP/5/case two/NUM/5/nummod villages/NOUN/2/obl in/ADP/7/case "
        "Mali/PROPN/5/nmod ./PUNCT/2/punct",
        {"Mali": "GPE"},
        ["Mali"],
    ),
    (
        "He/PRON/2/nsubj went/VERB/0/root from/ADP/4/case Gao/PROPN/2/obl to/ADP/6/case Kidal/PROPN/2/obl "
        "./PUNCT/2/punct",
        {"Gao": "LOC", "Kidal": "LOC"},
        ["Gao", "Kidal"],
    ),
]


@pytest.mark.parametrize(("notation", "names", "places"), TOLD)
def test_places_told_by_others(notation: str, names: dict[str, str], places: list[str]) -> None:
    document, sentence = drawn(notation, names=names)
    assert [mark.place.name for mark in find_places(document, sentence)] == places
