"""MUC-4: labels from strings."""

from __future__ import annotations

from harmattan.reading.sentences import split
from training.muc import Document, role_tags

TEXT = "guerrillas of the fmln killed the mayor.  the guerrillas used dynamite."
FILLERS = {
    "PerpInd": [["guerrillas"]],
    "PerpOrg": [["fmln", "farabundo marti national liberation front"]],
    "Target": [],
    "Victim": [["mayor", "the mayor"]],
    "Weapon": [["dynamite"]],
}


def _document() -> Document:
    return Document("d", TEXT, split(TEXT), FILLERS)


def test_every_place_of_a_filler_is_marked_and_the_longer_mention_wins() -> None:
    assert role_tags(_document(), "PerpInd") == [[1, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0]]
    assert role_tags(_document(), "Victim")[0] == [0, 0, 0, 0, 0, 1, 2, 0]
