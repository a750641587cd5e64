"""The filled frames: the same sentences every time, their slots where they say, and what counts as right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from harmattan.model.readings import Event, Mention, Modality, Number, Place, Statement
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from quality.wire import Filled, Frame, sentences

TEXT = "Gunmen killed four villagers near Goma."
FILLED = Filled(
    Frame.of({"text": "{Actor} killed {killed} {people} {place}."}),
    TEXT,
    {"actor": (0, 6), "killed": (14, 18), "people": (19, 28), "place": (29, 38)},
)


def span(words: str) -> Span:
    return Document(TEXT).span(TEXT.index(words), TEXT.index(words) + len(words))


def mention(words: str) -> Mention:
    return Mention(span(words), words)


RIGHT = Event(
    "ASSAULT",
    None,
    span("killed"),
    actor=(mention("Gunmen"),),
    victim=(mention("villagers"),),
    killed=Number(span("four"), Count.exactly(4)),
    place=(Place(span("Goma"), "Goma"),),
)


def told(event: Event, modality: Modality = Modality.ASSERTED) -> Statement:
    return Statement(event, (span(TEXT),), modality)


@pytest.mark.parametrize(
    ("statements", "wrong"),
    [
        ([told(RIGHT)], ""),
        ([], "no event"),
        ([told(replace(RIGHT, type="PROTEST"))], "no event"),
        ([told(replace(RIGHT, actor=()))], "actor"),
        ([told(replace(RIGHT, actor=(mention("Gunmen"), mention("villagers"))))], "actor"),
        ([told(replace(RIGHT, killed=None))], "killed"),
        ([told(replace(RIGHT, wounded=RIGHT.killed))], "wounded"),
        ([told(replace(RIGHT, place=()))], "place"),
        ([told(RIGHT, Modality.PLANNED)], "held planned"),
        ([told(replace(RIGHT, actor=())), told(RIGHT)], ""),
    ],
)
def test_one_claim_must_have_everything(statements: list[Statement], wrong: str) -> None:
    assert FILLED.right(statements) == wrong


@pytest.mark.parametrize("part", ["seen", "held"])
def test_the_sentences_are_the_same_every_time_and_have_no_slot_left(part: str) -> None:
    first = sentences(part)
    assert [filled.text for filled in first] == [filled.text for filled in sentences(part)]
    assert not any("{" in filled.text or ",," in filled.text for filled in first)


@pytest.mark.parametrize("part", ["seen", "held"])
def test_a_slot_is_a_stretch_of_the_sentence(part: str) -> None:
    for filled in sentences(part):
        for start, end in filled.slots.values():
            assert filled.text[start:end].strip() == filled.text[start:end] != ""


def test_no_frame_of_the_part_kept_apart_is_one_of_the_other() -> None:
    frames = {part: {filled.frame.text for filled in sentences(part)} for part in ("seen", "held")}
    assert frames["seen"].isdisjoint(frames["held"])
