"""Every predicate's own sentence, read with the shipped reader: the lexicon's entries mean what they say they do."""

from __future__ import annotations

from functools import cache

import pytest

from harmattan.claims.checks import refusal
from harmattan.model.readings import Event
from harmattan.model.text import Document
from harmattan.readers.house import HouseReader
from harmattan.reference.codebook import load_codebook
from harmattan.reference.lexicon import Predicate, load_lexicon

LEXICON = load_lexicon()


@cache
def reader() -> HouseReader:
    return HouseReader.load(threads=2)


def events(text: str) -> list[Event]:
    """The events of one sentence that would become claims."""
    document, codebook = Document(text), load_codebook()
    return [
        statement.body
        for statement in reader().read(document).statements
        if isinstance(statement.body, Event) and refusal(statement, document, codebook) is None
    ]


@pytest.mark.parametrize(
    "predicate",
    LEXICON.predicates,
    ids=lambda predicate: "-".join(
        filter(None, (predicate.type, predicate.mode, predicate.lemma, predicate.particle))
    ),
)
def test_an_example_is_read_as_its_entry_says(predicate: Predicate) -> None:
    expected = predicate.reads
    found = [
        event for event in events(predicate.example) if event.type == expected.get("type", predicate.type)
    ]
    assert found, "the type is not read"
    mode = expected.get("mode", predicate.mode)
    assert mode is None or mode in {event.mode for event in found}
    for role in ("actor", "recipient", "target", "victim", "weapon"):
        quotes = [mention.span.quote for event in found for mention in getattr(event, role)]
        for words in filter(None, expected.get(role, "").split("; ")):
            assert any(words in quote or quote in words for quote in quotes), f"{role}: {quotes}"


def test_the_lexicon_is_large_and_every_entry_says_what_its_example_reads_as() -> None:
    assert len(LEXICON.predicates) >= 1200
    silent = [predicate.lemma for predicate in LEXICON.predicates if not predicate.reads]
    assert len(silent) < 10
