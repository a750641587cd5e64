"""What opens a report as a dateline, and what only looks like one."""

from __future__ import annotations

import pytest

from harmattan.reading.passes import dateline_end

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
def test_dateline_end(text: str, body: str | None) -> None:
    assert text[dateline_end(text) :] == (text if body is None else body)
