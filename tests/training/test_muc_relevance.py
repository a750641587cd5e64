"""What is learnt of MUC-4's relevance from examples."""

from __future__ import annotations

import json
from pathlib import Path

from quality.muc_relevance import Relevance
from training.muc_relevance import LEAST, Example, by_folds, fit, write

FOUND = [
    *(Example(number % 4, ("always", "type BOMBING"), True) for number in range(30)),
    *(Example(number % 4, ("always", "type ATTACK"), number % 5 == 0) for number in range(30)),
]


def test_what_mostly_is_an_incident_is_likelier_one() -> None:
    model = Relevance(fit(FOUND), LEAST)
    assert model.likely(iter(["always", "type BOMBING"])) > 0.7
    assert model.likely(iter(["always", "type ATTACK"])) < 0.5


def test_rare_features_are_left_out() -> None:
    assert "type ARSON" not in fit([*FOUND, Example(0, ("always", "type ARSON"), True)])


def test_the_folds_say_how_many_are_kept() -> None:
    assert all("of 60 kept" in line for line in by_folds(FOUND))


def test_the_file_has_the_weights(tmp_path: Path) -> None:
    write("an act", FOUND, LEAST, tmp_path / "relevance.json")
    data = json.loads((tmp_path / "relevance.json").read_text("utf-8"))
    assert data["least"] == LEAST
    assert data["weights"]["type BOMBING"] > 0
