from dataclasses import replace

import pytest

from harmattan.model.text import Document
from harmattan.reading.marks import Sentence, Token
from harmattan.reading.places.named import find_places
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


def _without_spaces(sentence: Sentence) -> tuple[Document, Sentence]:
    """The same words with no space between them."""
    tokens: list[Token] = []
    for token in sentence.tokens:
        start = tokens[-1].end if tokens else 0
        tokens.append(Token(start, start + len(token.text), token.text))
    return Document("".join(token.text for token in tokens)), replace(sentence, tokens=tuple(tokens))


@pytest.mark.parametrize(("hyphen", "places"), [("-", ["Liptako-Gourma"]), (",", ["Liptako", "Gourma"])])
def test_words_that_a_hyphen_joins_are_one_place(hyphen: str, places: list[str]) -> None:
    notation = (
        f"in/ADP/2/case Liptako/PROPN/0/root {hyphen}/PUNCT/4/punct Gourma/PROPN/2/flat ./PUNCT/2/punct"
    )
    document, sentence = drawn(notation, names={"Liptako": "LOC", "Gourma": "LOC"})
    assert [mark.place.name for mark in find_places(document, sentence)] == ["Liptako", "Gourma"]
    joined, without = _without_spaces(sentence)
    assert [mark.place.name for mark in find_places(joined, without)] == places
