"""A sample of every test whose data is at hand: no figure is under its floor."""

from __future__ import annotations

import pytest

from quality.bench import Bench
from quality.floors import broken, data_hash, load_floors
from quality.suite import TESTS
from quality.test import Scorer
from training.corpora import corpora_root

FLOORS = load_floors()


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(corpora_root(), fast=True, threads=1)


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_no_figure_is_under_its_floor(test: Scorer, bench: Bench) -> None:
    files = test.files(bench.root)
    if not files:
        pytest.skip(f"the data of {test.name} is not in {bench.root}")
    known = FLOORS.get(test.name)
    if known is None or known.data != data_hash(files, bench.root):
        pytest.skip(f"no floors are pinned on this data of {test.name}")
    assert broken(test.run(bench).figures, known.fast) == []
