"""Arrays and tables tell the same: which claims are found in cells, and which are each the same as a third."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from pathlib import Path
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from harmattan.engine import judging
from harmattan.engine.cells import Cells
from harmattan.engine.corners import unsaid_corners
from harmattan.engine.desks import Desk, Desks
from harmattan.engine.incidents import judge_incidents
from harmattan.engine.judging import file_claims
from harmattan.model.claims import Claim
from harmattan.resolution.incidents.accounts import WIDEST
from harmattan.resolution.incidents.blocking import ENOUGH, looks
from harmattan.store.resolving import Resolving
from tests.engine.test_incidents import PROPERTY, add, reports, said, store


@PROPERTY
@given(reports())
def test_arrays_find_what_the_tables_find(claims: list[Claim]) -> None:
    with store() as opened, Desks(opened, 1) as desks, tempfile.TemporaryDirectory() as folder:
        add(opened, claims)
        resolving, desk = Resolving(opened), Desk(opened)
        file_claims(resolving, desks)
        Cells.write(resolving, Path(folder))
        searches = {number: list(looks(one)) for number, one in desk._told(resolving.unjudged()).items()}
        found = resolving.found(searches, ENOUGH, WIDEST)
        assert Cells(Path(folder)).found(searches, ENOUGH, WIDEST) == sorted(found)


@PROPERTY
@given(reports())
def test_of_many_is_said_what_is_said_of_few(claims: list[Claim]) -> None:
    with store() as few, store() as many:
        add(few, claims)
        judge_incidents(few)
        add(many, claims)
        with patch.object(judging, "MANY", 0), patch.object(judging, "OPINIONS", 3):
            judge_incidents(many)
        assert said(few) == said(many)


def test_a_run_that_was_killed_while_it_wrote_many_leaves_judgements_that_are_found_again() -> None:
    with store() as opened:
        resolving = Resolving(opened)
        resolving.unindex()
        judge_incidents(opened)
        with opened.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE tbl_name = 'judgements'")
            assert {"ix_judgements_left", "ix_judgements_right"} <= {name for (name,) in rows}


PAIRS = st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)).filter(lambda pair: pair[0] < pair[1]))


@given(PAIRS, PAIRS, st.dictionaries(st.integers(1, 12), st.integers(0, 3)))
def test_corners_are_pairs_that_are_the_same_as_a_third(
    same: list[tuple[int, int]], other: list[tuple[int, int]], days: dict[int, int]
) -> None:
    partners: dict[int, set[int]] = defaultdict(set)
    for one, two in same:
        if one in days and two in days:
            partners[one].add(two)
            partners[two].add(one)
    known = {(one, two) for one, two in same if one in days and two in days} | set(other)
    wanted = {
        (one, two) for found in partners.values() for one in found for two in found if one < two
    } - known
    pairs, others = (np.array(found, dtype=np.int64).reshape(-1, 2) for found in (same, other))
    found = list(map(tuple, unsaid_corners(pairs, others, days).tolist()))
    assert found == sorted(wanted, key=lambda pair: (days[pair[0]], pair))
