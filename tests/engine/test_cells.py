"""Arrays and tables tell the same: which claims are found in cells, and what is said of them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given

from harmattan.engine import judging
from harmattan.engine.cells import Cells
from harmattan.engine.desks import Desk, Desks
from harmattan.engine.incidents import judge_incidents
from harmattan.engine.judging import file_claims
from harmattan.model.claims import Claim
from harmattan.resolution.incidents.accounts import WIDEST
from harmattan.resolution.incidents.blocking import ENOUGH, looks
from harmattan.store.resolving import Resolving
from tests.engine.test_incidents import PROPERTY, add, clusters, counting, reports, store


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
        assert counting(few.judgements()) == counting(many.judgements())
        assert clusters(few) == clusters(many)
        assert not [*many.path.parent.glob("*.scratch")]


def test_a_run_that_was_killed_while_it_wrote_many_leaves_judgements_that_are_found_again() -> None:
    with store() as opened:
        resolving = Resolving(opened)
        resolving.unindex()
        judge_incidents(opened)
        with opened.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE tbl_name = 'judgements'")
            assert {"ix_judgements_left", "ix_judgements_right"} <= {name for (name,) in rows}
