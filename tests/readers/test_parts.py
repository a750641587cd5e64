"""A long document gives the same claims as its parts would, but for references across them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.model.readings import Event
from harmattan.model.text import Document
from harmattan.readers.house import HouseReader
from harmattan.reading.marks import Sentence, Token
from harmattan.reference.datelines import opening_end
from tests.readers.parts_of_documents import BETWEEN, Comparison, compared

REPORTS = sorted((Path(__file__).parents[2] / "examples" / "sahel" / "reports").glob("*.txt"))
BODIES = [path.read_text("utf-8").partition("\n\n")[2].strip() for path in REPORTS]
TEXTS = [body[opening_end(body) :] for body in BODIES]
"""The reports without their datelines, which are none amid a text."""

ALIKE = 0.97
"""Of the claims of the example's reports (measured: 0.98 and more). What is left are references, too, but such as no
claim shows: "it", for which one part has fewer candidates than the whole; hostages whom only another part tells of.
"""

PARAGRAPHS = (
    "Rebels attacked a convoy near Gao on Monday, killing four soldiers.",
    "Three dead in Sikasso",
    "• rice: 200 tonnes",
    "France has 2,400 troops in Chad, its defence ministry says (600 of them at Faya).",
    "The price of millet rose again in Kayes. Traders said that the harvest was late. It will rain in June.",
    'The minister was brief. "We will stay.',
    "In the same week Côte d'Ivoire (whose army trained them) said that it will send 150 men to Timbuktu by March "
    "2031, after two years of talks with the government of Mali, as the commander of the force told reporters. "
    * 3,
)
"""Of every length, one with a quotation that never ends."""


@cache
def shared() -> HouseReader:
    """One reader for all tests; hypothesis would print one that is given to a test."""
    return HouseReader.load(threads=1)


@pytest.fixture
def reader() -> HouseReader:
    return shared()


def placed(sentences: list[Sentence], start: int, number: int) -> list[Sentence]:
    """The same marks for a text that begins at an offset, behind so many sentences."""
    return [
        Sentence(
            tuple(Token(token.start + start, token.end + start, token.text) for token in sentence.tokens),
            sentence.upos,
            sentence.heads,
            sentence.deprels,
            sentence.names,
            sentence.predicates,
            sentence.roles,
            number + index,
            sentence.certainty,
        )
        for index, sentence in enumerate(sentences)
    ]


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=4))
@settings(max_examples=12, deadline=None)
def test_a_document_is_marked_as_its_paragraphs_are(paragraphs: list[str]) -> None:
    reader = shared()
    expected: list[Sentence] = []
    start = 0
    for paragraph in paragraphs:
        expected += placed(reader.mark(Document(paragraph)), start, len(expected))
        start += len(paragraph) + len(BETWEEN)
    assert reader.mark(Document(BETWEEN.join(paragraphs))) == expected


APART = {
    "happenings that have nothing to do with each other": (
        "Rebels attacked a convoy near Gao on Monday, killing four soldiers.",
        "France has 2,400 troops in Chad.",
        "Police arrested two traders in Lagos last year.",
    ),
    "a quotation that never ends": (
        'The minister was brief. "We will stay.',
        "The army fought the rebels at Kidal. It lost nine men.",
    ),
    "headings": (
        "Security",
        "Troops arrested a smuggler in Agadez.",
        "Economy",
        "Farmers protested in Segou.",
    ),
}

TOGETHER = {
    "the dead of the attack before": ("Gunmen attacked the market of Gossi.", "Twelve traders were killed."),
    "whose long name is known": (
        "The Movement for Oneness and Jihad in West Africa (MOJWA) took Gao.",
        "MOJWA kidnapped three aid workers in Tindouf.",
    ),
}


@pytest.mark.parametrize("parts", APART.values(), ids=APART)
def test_what_stands_by_itself_is_read_as_if_it_stood_alone(
    reader: HouseReader, parts: tuple[str, ...]
) -> None:
    found = compared(reader, parts)
    assert (found.across, found.strays) == (0, ())
    assert found.alike >= 2


@pytest.mark.parametrize("parts", TOGETHER.values(), ids=TOGETHER)
def test_what_refers_to_another_part_may_differ(reader: HouseReader, parts: tuple[str, ...]) -> None:
    found = compared(reader, parts)
    assert found.across >= 1
    assert found.strays == ()


def test_who_did_it_is_not_forgotten_for_what_is_told_far_away(reader: HouseReader) -> None:
    """Another happening's perpetrators, many sentences on, do not speak against those of the first."""
    near = (
        "Two judges were killed by a bomb in Nampala. The market is closed. The roads are bad. The rains are late. "
        "Guerrillas of the Red Front hold the town."
    )
    far = "The harvest was good. " * 12
    other = "A teacher was murdered in Djibo. The gunmen, fighters of the White Brigade, fled to the north."

    def doers(*parts: str) -> list[set[str]]:
        statements = reader.read(Document(BETWEEN.join(parts))).statements
        return [
            {mention.name for mention in each.body.actor}
            for each in statements
            if isinstance(each.body, Event) and each.evidence[0].end <= len(near)
        ]

    assert doers(near, far, other) == doers(near)
    assert any("Red Front" in name for names in doers(near) for name in names)


def together(comparisons: list[Comparison]) -> Comparison:
    return Comparison(
        sum(each.alike for each in comparisons),
        sum(each.across for each in comparisons),
        tuple(stray for each in comparisons for stray in each.strays),
    )


def test_reports_one_after_the_other_are_read_as_they_are_alone(reader: HouseReader) -> None:
    found = together([compared(reader, TEXTS[first::36]) for first in range(0, 36, 9)])
    assert found.share >= ALIKE, "\n".join(found.strays)
    assert found.across < found.alike / 5


def test_reports_are_read_as_their_paragraphs_are(reader: HouseReader) -> None:
    found = together([compared(reader, text.split(BETWEEN)) for text in TEXTS[::9]])
    assert found.share >= ALIKE, "\n".join(found.strays)
    assert found.alike > 100
