"""The strength and modality set is sound, and its scorer counts as the guideline says; by tiny examples."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from harmattan.model.coding import Coded
from harmattan.model.readings import (
    Event,
    Mention,
    Modality,
    Number,
    Statement,
    Strength,
    StrengthStatus,
)
from harmattan.model.text import Document, Span
from harmattan.model.values import Count
from quality.bench import Bench
from quality.floors import data_hash
from quality.strengths_gold import Passage, load_passages
from quality.strengths_test import FOLDER, HIDDEN, Scores, StrengthsTest, match, parts, wrong_fields

TEXT = "Chad had 1,800 men in Kidal, the minister said, and will withdraw 300 by May."
SET = f"""
[[passage]]
id = "1"
published = 2013-05-01
text = "{TEXT}"
strengths = [{{ size = "1,800", exactly = 1800, unit = "men", force = "Chad", place = "Kidal", status = "former", \
attribution = "the minister" }}]
events = [{{ trigger = "withdraw", type = ["RETREAT", "MOBILIZE"], mode = "withdraw", modality = "planned" }}]
free = ["300"]
"""
DOCUMENT = Document(TEXT)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return DOCUMENT.span(start, start + len(words))


def _mention(words: str) -> Mention:
    return Mention(_span(words), words)


def _strength(
    size: str = "1,800", count: int = 1800, status: StrengthStatus = StrengthStatus.FORMER
) -> Statement:
    body = Strength((_mention("Chad"),), (), Number(_span(size), Count.exactly(count)), "men", status)
    return Statement(body, (_span(TEXT),), attribution=_mention("the minister"))


def _event(
    trigger: str = "withdraw", modality: Modality = Modality.PLANNED, kind: str = "RETREAT"
) -> Statement:
    body = Event(kind, "withdraw", _span(trigger), actor=(_mention("Chad"),))
    return Statement(body, (_span(TEXT),), modality=modality)


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    (tmp_path / "one.toml").write_text(SET, encoding="utf8")
    return load_passages(tmp_path / "one.toml")[0]


def _scores(passage: Passage, *statements: Statement) -> Scores:
    scores = Scores()
    scores.add(match(passage, statements))
    return scores


CASES = [
    ("all right", [_strength(), _event()], 2, 2, 2),
    ("nothing is read", [], 0, 0, 0),
    ("the wrong number", [_strength(count=180)], 0, 1, 1),
    ("the wrong status", [_strength(status=StrengthStatus.CURRENT)], 0, 1, 1),
    ("the wrong modality", [_event(modality=Modality.ASSERTED)], 0, 1, 1),
    ("another type", [_event(kind="ASSAULT")], 0, 0, 1),
    ("the other type allowed", [_event(kind="MOBILIZE")], 1, 1, 1),
    ("a type that is not scored", [_event(kind="REQUEST")], 0, 0, 0),
    ("free words", [_strength(size="300", count=300)], 0, 0, 0),
    ("words that claim nothing", [_event(trigger="said", kind="CONSULT")], 0, 0, 1),
    ("said twice", [_event(modality=Modality.ASSERTED), _event()], 1, 1, 2),
]


@pytest.mark.parametrize(
    ("statements", "right", "found", "predicted"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_counts(
    statements: list[Statement], right: int, found: int, predicted: int, passage: Passage
) -> None:
    scores = _scores(passage, *statements)
    assert (scores.whole.right, scores.whole.predicted, scores.whole.gold) == (right, predicted, 2)
    assert scores.found.right == found


def test_either_word_of_a_label_will_do(tmp_path: Path) -> None:
    label = SET.replace('trigger = "withdraw"', 'trigger = ["said", "withdraw"]')
    (tmp_path / "one.toml").write_text(label, encoding="utf8")
    (passage,) = load_passages(tmp_path / "one.toml")
    for statements in ([_event("said")], [_event("withdraw")], [_event("said"), _event("withdraw")]):
        whole = _scores(passage, *statements).whole
        assert (whole.right, whole.predicted) == (1, 1)


def test_fields_of_what_was_found(passage: Passage) -> None:
    fields = _scores(passage, _strength(), _event()).fields
    right = {name: tally.right == tally.gold for name, tally in fields.items()}
    assert right == {
        "count": True,
        "status": True,
        "unit": True,
        "force": True,
        "place": False,
        "attribution": True,
        "modality": True,
        "mode": True,
    }


def test_a_denied_strength_is_not_one_that_is_held(passage: Passage) -> None:
    denied = Statement(_strength().body, (_span(TEXT),), modality=Modality.DENIED)
    (pair,) = [pair for pair in match(passage, [denied]) if pair.told]
    assert wrong_fields(pair) == ["status"]


def test_labels_that_do_not_stand_in_the_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(SET.replace('free = ["300"]', 'free = ["30"]'), encoding="utf8")
    with pytest.raises(ValueError, match=r"passage 1: '30' does not stand there"):
        load_passages(tmp_path / "one.toml")


def test_a_number_is_not_found_inside_a_longer_one(tmp_path: Path) -> None:
    text = '[[passage]]\nid = "1"\ntext = "5,800 and 800 men"\nfree = ["800"]\n'
    (tmp_path / "one.toml").write_text(text, encoding="utf8")
    assert load_passages(tmp_path / "one.toml")[0].free[0].start == len("5,800 and ")


def test_a_part_is_the_word_before_the_hyphen_and_the_hidden_one_comes_last() -> None:
    files = [Path(f"{name}.toml") for name in ("held-more", "seen-more", "held", "seen", "test")]
    assert {part: [path.stem for path in paths] for part, paths in parts(files).items()} == {
        "seen": ["seen", "seen-more"],
        "test": ["test"],
        "held": ["held", "held-more"],
    }
    assert list(parts(files))[-1] == HIDDEN


class _SilentBench:
    """A bench whose reader finds nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def sample(self, items: list[Passage]) -> list[Passage]:
        return items

    def code(self, document: Document) -> Coded:
        return Coded(document, "nobody")


def test_files_of_a_part_are_counted_together_and_their_headlines_apart(tmp_path: Path) -> None:
    folder = tmp_path / "strengths"
    folder.mkdir()
    for name in ("seen", "held", "held-more"):
        (folder / f"{name}.toml").write_text(SET, encoding="utf8")
    outcome = StrengthsTest().run(cast(Bench, _SilentBench(tmp_path)))
    figures = {figure.name: figure.value for figure in outcome.figures}
    assert figures["held claims to be read"] == 4
    assert {name for name in figures if name.startswith(("held-more", "held alone", "seen alone"))} == {
        "held-more precision",
        "held-more recall",
        "held alone precision",
        "held alone recall",
    }
    assert len(outcome.cases) == 2, "the misses of what is seen, and none of what is held"


def test_withheld_data_goes_before_our_own(tmp_path: Path) -> None:
    assert {path.parent for path in StrengthsTest().files(tmp_path)} == {FOLDER}
    (tmp_path / "strengths").mkdir()
    (tmp_path / "strengths" / "test.toml").write_text(SET, encoding="utf8")
    assert [path.name for path in StrengthsTest().files(tmp_path)] == ["test.toml"]


def test_the_hash_does_not_depend_on_where_the_checkout_lies(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "strengths", tmp_path / "b" / "strengths"
    for folder in (first, second):
        folder.mkdir(parents=True)
        (folder / "seen.toml").write_text(SET, encoding="utf8")
    elsewhere = tmp_path / "corpora"
    assert data_hash([first / "seen.toml"], elsewhere) == data_hash([second / "seen.toml"], elsewhere)


def test_the_set_is_as_large_and_as_mixed_as_it_says() -> None:
    by_part = {
        part: [passage for path in paths for passage in load_passages(path)]
        for part, paths in parts(FOLDER.glob("*.toml")).items()
    }
    passages = [passage for part in by_part.values() for passage in part]
    assert len(passages) >= 800
    # The wide choice is for development alone; of all else a third is kept apart.
    assert len(by_part[HIDDEN]) == sum(passage.id.isdecimal() for passage in passages) // 3
    assert (
        len({passage.id for passage in passages}) == len({p.document.text for p in passages}) == len(passages)
    )
    assert sum(not passage.strengths and not passage.events for passage in passages) >= 130
    statuses = {status for passage in passages for s in passage.strengths for status in s.statuses}
    modalities = {modality for passage in passages for e in passage.events for modality in e.modalities}
    assert statuses == set(StrengthStatus)
    assert modalities == set(Modality)
