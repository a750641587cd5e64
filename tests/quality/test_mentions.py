"""The set of mentions of violence is sound, and its scorer counts as the guideline says; by a tiny example."""

from __future__ import annotations

from pathlib import Path

import pytest

from harmattan.model.readings import Event, Mention, Modality, Number, Statement
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from quality.mentions import FOLDER, Scores, match
from quality.mentions_gold import Passage, load_passages

TEXT = "The attack on Boni, blamed on the Front, left nine dead."
SET = f"""
[[passage]]
id = "1"
published = 2024-03-05
text = "{TEXT}"
events = [{{ told = ["attack", "left"], blamed = ["the Front"], struck = ["Boni"], killed = "9", place = ["Boni"] }}]
"""
DOCUMENT = Document(TEXT)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


def _claim(
    modality: Modality = Modality.ASSERTED, *, blamed: bool = False, trigger: str = "attack"
) -> Statement:
    actor = (Mention(_span("Front"), "Front"),) if blamed else ()
    killed = Number(_span("nine"), Count.exactly(9))
    return Statement(
        Event("ASSAULT", None, _span(trigger), actor=actor, killed=killed), (_span(TEXT),), modality
    )


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    (tmp_path / "one.toml").write_text(SET, encoding="utf8")
    return load_passages(tmp_path / "one.toml")[0]


ALLEGED = _claim(Modality.ALLEGED, blamed=True)
CASES = [
    ("nothing is read", [], 0, 0, 0),
    ("told", [_claim()], 1, 1, 1),
    ("told twice is found once", [_claim(), _claim(trigger="left")], 1, 1, 2),
    ("the blame beside it", [_claim(), ALLEGED], 1, 1, 2),
    ("the blame alone", [ALLEGED], 1, 0, 1),
    ("the blame asserted", [_claim(blamed=True)], 1, 0, 1),
    ("another word", [_claim(trigger="blamed")], 0, 0, 0),
]


@pytest.mark.parametrize(("what", "claims", "found", "held", "right"), CASES, ids=[case[0] for case in CASES])
def test_scores(
    passage: Passage, what: str, claims: list[Statement], found: int, held: int, right: int
) -> None:
    scores = Scores()
    for told in match(passage, claims):
        scores.add(told)
    assert (scores.events.right, scores.held.right, scores.claimed.right) == (found, held, right)
    assert scores.events.gold == 1
    assert scores.claimed.predicted == len(claims)


def test_every_label_fits_its_passage() -> None:
    ids = [passage.id for path in sorted(FOLDER.glob("*.toml")) for passage in load_passages(path)]
    assert len(ids) == len(set(ids)) >= 100
