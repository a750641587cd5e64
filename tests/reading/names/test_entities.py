"""The best known name of what is mentioned, by the shipped reader's names and the document's own acronyms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from harmattan.claims.checks import stretches
from harmattan.model.readings import Body, Event
from harmattan.model.text import Document
from harmattan.readers.house import HouseReader
from harmattan.reading.marks import Name, Sentence, Token
from harmattan.reading.names.entities import find_entities

Told = Callable[[str], list[tuple[Body, str, str | None]]]

CASES = [
    (
        "an acronym takes the long form",
        "The Movement for Unity and Jihad in West Africa (MUJAO) met in Gao. MUJAO attacked Kidal.",
        "MUJAO",
        "Movement for Unity and Jihad in West Africa",
    ),
    (
        "fighters of a group are the group",
        "Al-Qaeda in the Islamic Maghreb (AQIM) is active in Mali. AQIM fighters attacked a convoy.",
        "AQIM fighters",
        "Al-Qaeda in the Islamic Maghreb",
    ),
    (
        "guerrillas of a group are the group",
        "The Farabundo Front (FMLN) is active in Usulutan. FMLN urban guerrillas attacked a bridge.",
        "FMLN urban guerrillas",
        "Farabundo Front",
    ),
    (
        "a family name takes the full name",
        "Prime Minister Choguel Maïga spoke in Bamako. Maïga accused France.",
        "Maïga",
        "Choguel Maïga",
    ),
    ("a pronoun takes the subject above it", "France said it would withdraw its troops.", "it", "France"),
    (
        "an adjective is nobody's short form",
        "The Malian Armed Forces met. Malian officials accused France.",
        "Malian officials",
        "Malian officials",
    ),
]


@pytest.mark.parametrize(
    ("text", "quote", "name"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_best_known_name(text: str, quote: str, name: str, told: Told) -> None:
    actors = [mention for body, _, _ in told(text) if isinstance(body, Event) for mention in body.actor]
    assert (quote, name) in [(mention.span.quote, mention.name) for mention in actors]


def test_names_listed_behind_a_group_do_not_qualify_it(reader: HouseReader) -> None:
    """A coordination that the tree hangs on the wrong side must not turn a stretch around."""
    text = (
        "They announced they had hit 181 targets in northern Syria, and 14,000 rebels backed by Turkey, including Ahrar"
        " al-Sharqiya rebel group, Sultan Murad Division, and Hamza Division, are also taking part in the offensive."
    )
    reading = reader.read(Document(text))
    for statement in reading.statements:
        for span in stretches(statement):
            assert text[span.start : span.end] == span.quote


def marked(words: str, upos: str, heads: list[int], deprels: str, *names: Name) -> Sentence:
    tokens, at = [], 0
    for word in words.split():
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    return Sentence(tuple(tokens), tuple(upos.split()), tuple(heads), tuple(deprels.split()), names=names)


@pytest.mark.parametrize(
    ("upos", "deprels", "stop"),
    [
        pytest.param(
            "VERB ADP PROPN PROPN NOUN", "root case obl flat advmod", 4, id="to the end of the flat name"
        ),
        pytest.param("VERB ADP PROPN PROPN NOUN", "root case obl appos advmod", 3, id="another name beside"),
        pytest.param("VERB ADP PROPN NOUN NOUN", "root case obl flat advmod", 3, id="a word that is no name"),
    ],
)
def test_a_name_ends_where_the_tree_says(upos: str, deprels: str, stop: int) -> None:
    words = "Struck in San Salvador yesterday"
    sentence = marked(words, upos, [-1, 2, 0, 2, 0], deprels, Name(2, 3, "LOC"))
    assert find_entities(Document(words), [sentence]).sentences[0].names == (Name(2, stop, "LOC"),)
