"""Joining the layers of EWT, and deriving names from GUM's entities."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora import SENTENCES, TOGETHER, read_rows, span_head, texts_with_numbers
from training.gum import Entity, entities

CONLLU = """# newdoc id = weblog-1
# sent_id = weblog-1-0001
# text = He's in.
1-2\tHe's\t_\t_\t_\t_\t_\t_\t_\t_
1\tHe\the\tPRON\tPRP\t_\t3\tnsubj\t_\t_
2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_
2.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_
3\tin\tin\tADV\tRB\t_\t0\troot\t_\t_

"""

HEADS = [
    # heads as in CoNLL-U, span, its head
    ((2, 0, 2), (0, 1), 0),
    ((2, 0, 2), (0, 3), 1),
    # Two words of the span hang outside it: the higher one counts.
    ((2, 4, 4, 0, 4), (0, 2), 1),
    ((3, 3, 0, 3), (0, 2), 0),
]

ENTITIES = [
    (["_", "_"], []),
    (["Entity=(1-person-new-x)", "_"], [Entity(0, 1, "person")]),
    (["Entity=(1-place-giv:act-x", "SpaceAfter=No|Entity=1)"], [Entity(0, 2, "place")]),
    (
        ["Entity=(1-organization-x(2-place-y)", "Entity=1)"],
        [Entity(0, 1, "place"), Entity(0, 2, "organization")],
    ),
    (["Entity=(1-person-x(1-person-y", "Entity=1)1)"], [Entity(0, 2, "person"), Entity(0, 2, "person")]),
    (["Entity=7)"], []),
]


def test_contractions_and_empty_nodes_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf8")
    ((ident, document, rows),) = read_rows(path)
    assert (ident, document) == ("weblog-1-0001", "weblog-1")
    assert [row[1] for row in rows] == ["He", "'s", "in"]


@pytest.mark.parametrize(("heads", "span", "expected"), HEADS)
def test_the_head_of_a_span_hangs_outside_it(
    heads: tuple[int, ...], span: tuple[int, int], expected: int
) -> None:
    assert span_head(heads, *span) == expected


@pytest.mark.parametrize(("columns", "expected"), ENTITIES)
def test_entities_open_and_close(columns: list[str], expected: list[Entity]) -> None:
    assert list(entities(columns)) == expected


def test_texts_with_numbers(tmp_path: Path) -> None:
    assert list(texts_with_numbers(tmp_path)) == []
    told = ["Nobody came."] * TOGETHER + ["Six came.", "In all 12 left."]
    path = tmp_path / SENTENCES
    path.parent.mkdir()
    path.write_text("".join(f"# text = {one}\n1\tx\n" for one in told), encoding="utf8")
    assert list(texts_with_numbers(tmp_path)) == ["Six came. In all 12 left."]
