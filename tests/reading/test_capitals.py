"""Texts in capitals: what is set in small letters, and what is quoted afterwards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harmattan.model.readings import Event, Mention, NameMark, Reading, Statement
from harmattan.model.text import Document, Span
from harmattan.reading.capitals import as_printed, in_capitals, in_mixed_case, with_longer_names
from harmattan.reading.marks import Name, Sentence
from harmattan.reading.sentences import split

CABLE = "REBELS OF THE PLF TODAY SHELLED PORT AZUL. MAYOR ANA DE LA CRUZ WAS NOT HURT."


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        (CABLE, True),
        ("ATTACK IN PORT AZUL", False),
        ("Rebels of the PLF today shelled Port Azul, the mayor said on Monday.", False),
        ("1990 2,500 17 " * 20, False),
    ],
)
def test_a_text_in_capitals(text: str, is_so: bool) -> None:
    assert in_capitals(text) is is_so


def marked(text: str, names: dict[str, str]) -> list[Sentence]:
    """The sentences of a text with names by their words; what is no name is a noun."""
    sentences = []
    for tokens in split(text):
        words = [token.text for token in tokens]
        found: list[Name] = []
        for name, label in names.items():
            parts = name.split()
            found.extend(
                Name(at, at + len(parts), label)
                for at in range(len(words))
                if words[at : at + len(parts)] == parts
            )
        size = len(tokens)
        heads, relations = (-1, *[0] * (size - 1)), ("root", *["dep"] * (size - 1))
        sentences.append(Sentence(tuple(tokens), ("NOUN",) * size, heads, relations, tuple(found)))
    return sentences


def test_names_keep_their_capitals_and_acronyms_all_of_them() -> None:
    marks = marked(CABLE, {"PLF": "ORG", "PORT AZUL": "LOC", "ANA DE LA CRUZ": "PER"})
    mixed = in_mixed_case(Document(CABLE), marks)
    assert mixed.text == "Rebels of the PLF today shelled Port Azul. Mayor Ana de la Cruz was not hurt."


@given(st.text(max_size=200))
def test_every_character_keeps_its_place(text: str) -> None:
    mixed = in_mixed_case(Document(text), marked(text, {}))
    assert len(mixed.text) == len(text)
    assert all(made.lower() == was.lower() for made, was in zip(mixed.text, text, strict=True))


def test_what_is_read_quotes_the_text_as_it_was_printed() -> None:
    document = Document(CABLE)
    mixed = in_mixed_case(document, marked(CABLE, {"PLF": "ORG", "PORT AZUL": "LOC"}))
    event = Event(
        "ASSAULT",
        None,
        mixed.span(24, 31),
        actor=(Mention(mixed.span(0, 6), "Rebels", antecedent=mixed.span(14, 17)),),
    )
    read = Reading(
        mixed,
        (mixed.span(0, 42),),
        (Statement(event, (mixed.span(0, 42),)),),
        "test",
        names=(NameMark(mixed.span(14, 17), "ORG"),),
    )
    told = as_printed(read, document)
    body = told.statements[0].body
    assert isinstance(body, Event)
    assert told.document is document
    assert body.trigger == Span(24, 31, "SHELLED")
    assert body.actor == (Mention(Span(0, 6, "REBELS"), "Rebels", antecedent=Span(14, 17, "PLF")),)
    assert told.statements[0].evidence == told.sentences == (document.span(0, 42),)
    assert told.names[0].span.quote == "PLF"


def test_an_acronym_is_one_wherever_it_stands() -> None:
    text = "THE PLAF DENIED IT. TWO PLAF FIGHTERS OF THE U.S. AND THE MRT WERE HURT IN THE CLASHES NEARBY."
    marks = marked(text, {"PLAF": "ORG"})
    second = [Sentence(s.tokens, s.upos, s.heads, s.deprels, () if s.start else s.names) for s in marks]
    mixed = in_mixed_case(Document(text), second)
    assert mixed.text == (
        "The PLAF denied it. Two PLAF fighters of the U.S. and the MRT were hurt in the clashes nearby."
    )


def test_a_name_cut_short_in_mixed_case_is_whole() -> None:
    printed = marked("A BOMB WENT OFF IN VINA DEL MAR TODAY.", {"VINA DEL MAR": "LOC"})
    mixed = marked("A bomb went off in Vina del Mar today.", {"Vina": "LOC"})
    (sentence,) = with_longer_names(mixed, printed)
    assert sentence.names == printed[0].names
    (same,) = with_longer_names(printed, mixed)
    assert same.names == printed[0].names
