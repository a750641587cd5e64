"""The set of pairs of reports, what a mark's claims are, the baselines, and figures over two tiny reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from harmattan.model.claims import Claim
from harmattan.model.readings import Event
from quality.incident_baselines import TermWeights, best_threshold, same_day_and_place
from quality.incident_pairs import FOLDER, MarkPair, load_reports, pairs
from quality.incidents import PARTS, Resolution, claims_at
from tests.resolution.told import told

TWO_REPORTS = """
[[report]]
group = "gossi"
id = "wire"
source = "Wire"
published = 2021-03-04
title = "Raid on Gossi"
text = "Gunmen raided Gossi on Wednesday, killing 14. The raid was the second. Shots fell in Doro."
events = [
  { event = "raid", at = "raided" },
  { event = "raid", at = "killing 14" },
  { event = "raid", at = "raid" },
  { event = "doro", at = "fell" },
]

[[report]]
group = "gossi"
id = "post"
source = "Post"
published = 2021-03-05
title = "Gossi counts its dead"
text = "Fifteen died in the raid on Gossi."
events = [{ event = "raid", at = "died" }]

[[report]]
group = "gao"
id = "radio"
source = "Radio"
published = 2021-03-05
title = "Gao"
text = "All is quiet in Gao."
events = [{ event = "quiet", at = "quiet" }]
"""


@pytest.fixture
def reports_file(tmp_path: Path) -> Path:
    path = tmp_path / "reports.toml"
    path.write_text(TWO_REPORTS, encoding="utf8")
    return path


def test_labels_of_one_event_in_one_sentence_are_one_mark(reports_file: Path) -> None:
    wire = load_reports(reports_file)[0]
    assert [(mark.event, [span.quote for span in mark.spans]) for mark in wire.marks] == [
        ("raid", ["raided", "killing 14"]),
        ("raid", ["raid"]),
        ("doro", ["fell"]),
    ]


def test_pairs_are_those_of_a_group(reports_file: Path) -> None:
    found = pairs(load_reports(reports_file))
    assert Counter((pair.across, pair.same) for pair in found) == {
        (True, True): 2,
        (True, False): 1,
        (False, True): 1,
        (False, False): 2,
    }


def test_a_label_that_does_not_stand_there_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "reports.toml"
    path.write_text(TWO_REPORTS.replace('at = "died"', 'at = "fled"'), encoding="utf8")
    with pytest.raises(ValueError, match="post: 'fled' does not stand there"):
        load_reports(path)


def test_the_set_is_large_enough_and_its_halves_share_no_group() -> None:
    parts = {part: load_reports(FOLDER / f"{part}.toml") for part in PARTS}
    groups = [group for reports in parts.values() for group in {report.group for report in reports}]
    assert len(groups) == len(set(groups))
    found = [pair for part in ("seen", "held") for pair in pairs(parts[part]) if pair.across]
    assert len(found) >= 220
    assert sum(pair.same for pair in found) >= 80
    assert sum(not pair.same for pair in found) >= 100
    names = [report.id for reports in parts.values() for report in reports]
    assert len(names) == len(set(names)) >= 70


def claim_of(report: str, path: Path, trigger: str) -> Claim:
    """A claim of a report with these words for its trigger."""
    document = next(one.document for one in load_reports(path) if one.id == report)
    start = document.text.index(trigger)
    claim = told(killed=14)
    assert isinstance(claim.body, Event)
    event = replace(claim.body, trigger=document.span(start, start + len(trigger)), killed=None)
    statement = replace(claim.statement, body=event, evidence=(document.span(0, 20),))
    return Claim(document, statement, "test-1")


def test_claims_at_a_mark_are_those_with_a_trigger_among_its_words(reports_file: Path) -> None:
    raid, again, doro = load_reports(reports_file)[0].marks
    claim = claim_of("wire", reports_file, "killing")
    assert claims_at(raid, [claim]) == [claim]
    assert claims_at(again, [claim]) == claims_at(doro, [claim]) == []


def test_joined_is_what_lies_in_one_incident() -> None:
    one, other, third = (told(source=source) for source in ("A", "B", "C"))
    resolution = Resolution({}, {one.id: "i1", other.id: "i1", third.id: "i2"}, {})
    assert resolution.joined([one], [third, other])
    assert resolution.joined([third], [third])
    assert not resolution.joined([one], [third])
    assert not resolution.joined([], [other])


BASELINE = [
    ({}, {"source": "Post"}, True),
    ({}, {"source": "Post", "place": "Gao"}, False),
    ({}, {"source": "Post", "day": "2021-03-02"}, False),
    ({"day": None}, {"source": "Post", "day": None}, False),
]


@pytest.mark.parametrize(("left", "right", "same"), BASELINE)
def test_same_day_and_place(left: dict[str, object], right: dict[str, object], same: bool) -> None:
    assert same_day_and_place([told(**left)], [told(**right)]) is same


def test_terms_that_only_two_marks_share_bring_them_together(reports_file: Path) -> None:
    marks = [mark for report in load_reports(reports_file) for mark in report.marks]
    terms = TermWeights(marks)
    raid, _, _, died, quiet = marks
    assert terms.cosine(MarkPair(raid, raid)) == pytest.approx(1)
    assert terms.cosine(MarkPair(raid, died)) > terms.cosine(MarkPair(raid, quiet)) == 0


@pytest.mark.parametrize(
    ("scored", "threshold"),
    [
        ([(0.9, True), (0.5, True), (0.4, False)], 0.5),
        ([(0.9, True), (0.5, False), (0.4, False)], 0.9),
        ([], 1.0),
    ],
)
def test_best_threshold(scored: list[tuple[float, bool]], threshold: float) -> None:
    assert best_threshold(scored) == threshold
