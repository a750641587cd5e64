"""The set of actors is as its guideline says, and the scorer counts as its definition says."""

from pathlib import Path

import pytest

from harmattan.model.text import Document
from quality.actors import FOLDER, PARTS, Said, Score, _score
from quality.actors_gold import KINDS, NOBODY, PROVISIONAL, GoldActor, Passage, load_passages

TEXT = "The army met JNIM. The hospital closed."
DOCUMENT = Document(TEXT)


def gold(quote: str, *actors: str, kind: str = "named", person: str | None = None) -> GoldActor:
    start = TEXT.index(quote)
    return GoldActor(DOCUMENT.span(start, start + len(quote)), frozenset(actors), kind, person)


def said(quote: str, actor: str | None, person: str | None = None, *, claimed: bool = False) -> Said:
    start = TEXT.index(quote)
    return Said(DOCUMENT.span(start, start + len(quote)), actor, person, claimed=claimed)


@pytest.mark.parametrize(
    ("expected", "told", "right", "given"),
    [
        (gold("JNIM", "jnim"), [said("JNIM", "jnim")], 1, 1),
        (gold("JNIM", "jnim"), [said("JNIM", "aqim")], 0, 1),
        (gold("JNIM", "jnim", "aqim"), [said("JNIM", "aqim")], 1, 1),
        (gold("JNIM", "jnim"), [], 0, 0),
        (gold("JNIM", "jnim"), [said("The hospital", "jnim")], 0, 0),
        (gold("The army", "mali", person="x"), [said("The army", "mali")], 0, 1),
        (gold("The army", "mali", person="x"), [said("The army", "mali", "x")], 1, 1),
        (gold("The hospital", "none", kind="none"), [], 1, 0),
        (gold("The hospital", "none", kind="none"), [said("The hospital", "jnim")], 0, 1),
        (gold("JNIM", PROVISIONAL, kind="unknown"), [said("JNIM", "provisional:ml:jnim")], 1, 1),
        (gold("JNIM", "jnim"), [said("JNIM", "aqim", claimed=True), said("JNIM", "jnim")], 0, 1),
        (gold("JNIM", "jnim"), [said("JNIM", None, claimed=True), said("JNIM", "jnim")], 1, 1),
    ],
)
def test_what_counts_as_right(expected: GoldActor, told: list[Said], right: int, given: int) -> None:
    score = Score()
    cases = list(_score(Passage("1", DOCUMENT, (expected,)), told, score))
    tally = score.kinds[expected.kind]
    assert (tally.right, tally.predicted, tally.gold) == (right, given, 1)
    assert len(cases) == 1 - right


def test_the_set_is_whole() -> None:
    passages = [passage for part in PARTS for passage in load_passages(FOLDER / f"{part}.toml")]
    mentions = [one for passage in passages for one in passage.mentions]
    assert len(mentions) >= 420
    assert len({passage.id for passage in passages}) == len(passages)
    assert {one.kind for one in mentions} == set(KINDS)
    assert all(one.actors & NOBODY for one in mentions if one.kind == "none")


def test_a_label_that_does_not_stand_there_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "seen.toml"
    path.write_text(
        '[[passage]]\nid = "1"\npublished = 2020-01-01\ntext = "JNIM came."\n'
        'mentions = [{ quote = "AQIM", actor = "aqim", kind = "named" }]\n'
    )
    with pytest.raises(ValueError, match="does not stand there"):
        load_passages(path)
