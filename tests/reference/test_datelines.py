"""What opens a report as a dateline, and what only looks like one."""

from __future__ import annotations

import pytest

from harmattan.reference.datelines import find_datelines, opening_end

CASES = [
    ("BAMAKO, March 14 (Sahel Wire) — Gunmen struck.", "Gunmen struck."),
    ("BAMAKO (Sahel Wire) - Gunmen struck.", "Gunmen struck."),
    ("Bamako, Mali – Gunmen struck.", "Gunmen struck."),
    ("PORT-AU-PRINCE -- “We fled,” he said.", "“We fled,” he said."),
    ("Dar es Salaam, Tanzania (Coast Press) — 12 men died.", "12 men died."),
    ("Goma, Democratic Republic of the Congo — Rebels fled.", "Rebels fled."),
    ("San Salvador, 3 Jan 90 (Wire) -- the army fled.", "the army fled."),
    ("Côte d'Ivoire—whose army fled—asked for help.", None),
    ("Three soldiers — Americans — were killed.", None),
    ("The army — Mali's — fled.", None),
    ("Gunmen struck.", None),
]


@pytest.mark.parametrize(("text", "body"), CASES, ids=[case[0][:24] for case in CASES])
def test_an_opening_dateline(text: str, body: str | None) -> None:
    assert text[opening_end(text) :] == (text if body is None else body)


BELOW = [
    ("a day", "Two men killed\n\nGAO, May 13 - Gunmen struck.", "GAO"),
    ("an agency", "Two men killed\nPORT-AU-PRINCE, Haiti (Wire) — Gunmen struck.", "PORT-AU-PRINCE"),
    ("a second report", "Gunmen struck in Gao.\n\nBAMAKO, 3 May 2020 (Wire) -- Two men died.", "BAMAKO"),
    ("neither", "Two men killed\n\nBORNO - Gunmen struck.", None),
    ("a sentence", "Two men killed\n\nTwo brothers (both traders) - Ali and Omar - died.", None),
    ("a list", "Two men killed\n\n- GAO, May 13 - Gunmen struck.", None),
    ("within a line", "Two men killed in the town. GAO, May 13 - Gunmen struck.", None),
]


@pytest.mark.parametrize(("case", "text", "place"), BELOW, ids=[case for case, _, _ in BELOW])
def test_a_dateline_below_a_headline(case: str, text: str, place: str | None) -> None:
    found = find_datelines(text)
    assert [one.place for one in found.found] == ([] if place is None else [place])
    for one in found.found:
        assert found.covers(one.start)
        assert found.covers(one.end - 1)
        assert not found.covers(one.end)
        assert not found.covers(one.start - 1)
