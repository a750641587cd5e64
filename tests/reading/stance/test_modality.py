"""Modality by the words alone, and over many turns of phrase (`sentences.txt`), counted together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harmattan.model.readings import Body, Event
from harmattan.reading.stance.modality import has_condition, has_custom
from tests.reading.drawn import drawn

Told = Callable[[str], list[tuple[Body, str, str | None]]]
SENTENCES = Path(__file__).parent / "sentences.txt"


def test_modalities_over_many_sentences(told: Told) -> None:
    asked, found, wrong = 0, 0, []
    for line in SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, _, labels = line.partition(" ||")
        read = [
            (body.trigger.quote, body.type, modality)
            for body, modality, _ in told(text)
            if isinstance(body, Event)
        ]
        for label in labels.split(";"):
            trigger, types, modalities = label.strip().split(":")
            asked += 1
            same = [
                held for quote, type_, held in read if quote in trigger.split() and type_ in types.split("|")
            ]
            found += bool(same)
            if same and same[0] not in modalities.split("|"):
                wrong.append((text, label.strip(), same[0]))
    assert found >= 0.6 * asked
    assert len(wrong) <= 0.1 * found, wrong


CONDITIONS = [
    ("If/SCONJ/3/mark rebels/NOUN/3/nsubj attack/VERB/0/root", True),
    ("They/PRON/2/nsubj leave/VERB/0/root unless/SCONJ/4/mark paid/VERB/2/advcl", True),
    ("Should/AUX/3/aux it/PRON/3/nsubj fall/VERB/0/root", True),
    ("In/ADP/3/case the/DET/3/det event/NOUN/4/obl leave/VERB/0/root", True),
    ("They/PRON/2/nsubj act/VERB/0/root as/SCONJ/5/mark if/SCONJ/5/mark won/VERB/2/advcl", False),
    ("They/PRON/3/nsubj had/AUX/3/aux left/VERB/0/root", False),
]


@pytest.mark.parametrize(("notation", "expected"), CONDITIONS)
def test_a_sentence_with_a_condition(notation: str, expected: bool) -> None:
    _, sentence = drawn(notation)
    assert has_condition(sentence) is expected


CUSTOMS = [
    ("They/PRON/2/nsubj shoot/VERB/0/root now/ADV/2/advmod and/CCONJ/5/cc then/ADV/3/conj", True),
    ("They/PRON/2/nsubj shoot/VERB/0/root twice/ADV/2/advmod a/DET/5/det week/NOUN/3/obl", True),
    ("They/PRON/2/nsubj shoot/VERB/0/root on/ADP/4/case Fridays/PROPN/2/obl", True),
    ("They/PRON/2/nsubj shoot/VERB/0/root every/DET/4/det night/NOUN/2/obl", True),
    ("They/PRON/2/nsubj shoot/VERB/0/root on/ADP/4/case Friday/PROPN/2/obl", False),
    ("They/PRON/2/nsubj shot/VERB/0/root him/PRON/2/obj twice/ADV/2/advmod", False),
    # another verb's habit
    (
        "They/PRON/2/nsubj shot/VERB/0/root who/PRON/4/nsubj sang/VERB/2/obj every/DET/6/det night/NOUN/4/obl",
        False,
    ),
]


@pytest.mark.parametrize(("notation", "expected"), CUSTOMS)
def test_how_often_something_happens(notation: str, expected: bool) -> None:
    _, sentence = drawn(notation)
    assert has_custom(sentence, 1) is expected
