"""The page on overruling: its table can be read, says all there is to say, and names what there is.

The cases themselves are run by tests/resolution/judgements/test_overruling_table.py.
"""

from __future__ import annotations

import re

from harmattan.model.judgements import Verdict
from tests.resolution.judgements.cases import CLAIM, ENTRY, PAGE, cases

CASES = cases()


def test_there_are_cases_enough_and_each_row_is_read() -> None:
    rows = re.findall(r"^\| \d+ \|.*$", PAGE, re.M)
    assert len(rows) == len(CASES) >= 40
    assert [case.number for case in CASES] == [str(number) for number in range(1, len(rows) + 1)]


def test_no_case_is_told_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({(case.log, case.outcome) for case in CASES}) == len(CASES)


def test_every_verdict_is_explained_and_has_cases() -> None:
    for verdict in Verdict:
        assert f"| `{verdict.value}` |" in PAGE
    said = " ".join(part for case in CASES for part in case.log)
    for words in (" = ", " ≠ ", " ? ", " right", " wrong", " amended ", "withdraws", "published", "re-read"):
        assert words in said, words


def test_every_word_of_the_notation_is_explained() -> None:
    notation = PAGE[PAGE.index("| in the log |") : PAGE.index("| no. |")]
    for case in CASES:
        for part in (*case.log, *case.outcome):
            entry = ENTRY.fullmatch(part)
            words = entry["said"] if entry else part
            for word in re.findall(r"[a-z-]{3,}", words):
                told = (
                    "Gao",
                    "COERCE",
                    "planned",
                    "mortars",
                    "place",
                    "type",
                    "modality",
                    "weapon",
                    "none",
                    "c404",
                )
                known = word in told or CLAIM.fullmatch(word) or word in notation
                assert known or word in ("wounded", "words", "nothing", "and"), word


def test_what_can_come_out_is_explained() -> None:
    told = {part.partition(":")[0] for case in CASES for part in case.outcome if ":" in part}
    for kind in told - {"i1", "i2", "i3"}:
        assert CLAIM.fullmatch(kind) or f"`{kind}`" in PAGE
