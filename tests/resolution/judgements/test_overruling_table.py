"""The table of docs/judgements.md is the test of what it says."""

from __future__ import annotations

from random import Random

import pytest

from tests.resolution.judgements.cases import Case, cases, outcome


@pytest.mark.parametrize("case", cases(), ids=str)
def test_case(case: Case) -> None:
    for seed in range(4):  # each time the log and the claims arrive in another order
        assert outcome(case, Random(seed)) == set(case.outcome)
