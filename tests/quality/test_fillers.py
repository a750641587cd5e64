"""MUC-4 role fillers: the score."""

from __future__ import annotations

import pytest

from harmattan.reading.sentences import split
from quality.fillers import matched, score
from training.examples import ROLES
from training.muc import Document, normalize

TEXT = "guerrillas of the fmln killed the mayor.  the guerrillas used dynamite."
FILLERS = {
    "PerpInd": [["guerrillas"]],
    "PerpOrg": [["fmln", "farabundo marti national liberation front"]],
    "Target": [],
    "Victim": [["mayor", "the mayor"]],
    "Weapon": [["dynamite"]],
}

MENTIONS = {
    "The F.M.L.N.": "fmln",
    '"santo  tomas" farm': "santo tomas farm",
    "an": "",
}

MATCHES = [
    ([], [["a"]], 0),
    ([["a"]], [["a", "b"]], 1),
    ([["a", "c"]], [["a", "b"]], 0),
    ([["a"], ["b"]], [["a", "b"]], 1),
    # The first could take either, the second only the first gold entity: both are right.
    ([["a"], ["b"]], [["a", "b"], ["a"]], 2),
    ([[]], [["a"]], 0),
]


def _document() -> Document:
    return Document("d", TEXT, split(TEXT), FILLERS)


@pytest.mark.parametrize(("mention", "expected"), MENTIONS.items())
def test_mentions_are_compared_without_case_marks_and_articles(mention: str, expected: str) -> None:
    assert normalize(mention) == expected


@pytest.mark.parametrize(("predicted", "gold", "expected"), MATCHES)
def test_entities_are_matched_one_to_one(
    predicted: list[list[str]], gold: list[list[str]], expected: int
) -> None:
    assert matched(list(map(frozenset, predicted)), list(map(frozenset, gold))) == expected


def test_counts_are_summed_over_roles() -> None:
    predicted = {role: [frozenset({normalize(entity[0])}) for entity in FILLERS[role]] for role in ROLES}
    predicted["Target"] = [frozenset({"mayor"})]
    tallies = score({"d": predicted}, [_document()])
    micro = tallies["micro"]
    assert (micro.right, micro.predicted, micro.gold) == (4, 5, 4)
    assert tallies["Target"].f1 == 0
    assert micro.recall == 100
