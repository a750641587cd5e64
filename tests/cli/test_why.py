"""`harmattan why`: an answer to every way of asking, and a sentence for every question that has none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harmattan.engine import coders
from harmattan.model.claims import Claim
from harmattan.model.judgements import Verdict
from harmattan.model.text import Document
from tests.cli.commanding import command, hold, project_of
from tests.fakes import FakeCoder
from tests.resolution.told import told

GOSSI = told(killed=14, actor="jnim", recipient="malian-army", source="Sahel Wire")
AGAIN = told(killed=14, actor="jnim", source="The Bend", published="2021-03-05", text="As told by the Bend.")
GAO = told(place="Gao", killed=3, source="Courier", published="2021-03-05", text="As told by the Courier.")
TALKS = told(
    type="CONSULT", source="Courier", published="2021-03-05", text="As told by the Courier.", sentence=4
)
TITLED = "Attack at Gossi"


def titled(claim: Claim) -> Claim:
    document: Document = replace(
        claim.document, title=TITLED, url="https://www.example.org/gossi/", origin="reports/gossi.txt"
    )
    return replace(claim, document=document)


FIRST = titled(GOSSI)


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Places are looked up again where words are asked about; not by the house reader here."""
    monkeypatch.setattr(coders.HouseCoder, "__call__", lambda self: FakeCoder()())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(tmp_path / "sahel", (FIRST, AGAIN, GAO, TALKS))


def asked(project: Path, *things: str) -> dict[str, Any]:
    ended = command("why", project, *things, "--json")
    assert (ended.status, ended.err) == (0, "")
    found: dict[str, Any] = json.loads(ended.out)
    return found


def incident_of(project: Path, claim: Claim) -> str:
    found = (one for one in command("incidents", project).records if claim.id in str(one["claims"]))
    return str(next(found)["id"])


def test_two_claims_that_were_joined(project: Path) -> None:
    ended = command("why", project, FIRST.id, AGAIN.id)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("One incident: compared they come to ")
    for words in (
        "Compared",
        "same day: 2021-03-03",
        "same place: Gossi",
        "Held of the two",
        "same, the program",
    ):
        assert words in ended.words
    assert "(counts)" in ended.words and "Sahel Wire" in ended.words and "The Bend" in ended.words


def test_the_answer_as_json_has_every_point_and_the_thresholds(project: Path) -> None:
    answer = asked(project, FIRST.id, AGAIN.id)
    assert answer["about"] == "claims" and answer["together"] is True
    found = answer["comparison"]
    assert sum(one["points"] for one in found["findings"]) == pytest.approx(found["score"], abs=0.01)
    assert found["score"] >= found["same_from"] > found["unsure_from"]
    assert answer["counts"]["holder"] == "program"
    assert answer["incidents"][0] == answer["incidents"][1] is not None


def test_two_that_were_never_compared_say_why(project: Path) -> None:
    ended = command("why", project, FIRST.id, GAO.id)
    assert ended.out.startswith("Not one incident; they were never compared: ")
    assert asked(project, FIRST.id, GAO.id)["never_compared_because"]


def test_an_analysts_wall_is_told_with_its_reason(project: Path) -> None:
    hold(project, "Ann", Verdict.DIFFERENT, FIRST.id, AGAIN.id, reason="two \x1b[31mposts")
    ended = command("why", project, FIRST.id, AGAIN.id)
    assert ended.words.startswith("Not one incident: the analyst Ann holds that they are different.")
    assert "2024-01-01 different, the analyst Ann (counts): two \ufffd[31mposts" in ended.words
    assert "\x1b" not in ended.out


def test_a_chain_is_shown_link_by_link(project: Path) -> None:
    hold(project, "Ann", Verdict.SAME, AGAIN.id, GAO.id)
    answer = asked(project, FIRST.id, GAO.id)
    assert answer["together"] is True
    assert [one["pair"] for one in answer["chain"]] == [
        sorted((FIRST.id, AGAIN.id)),
        sorted((AGAIN.id, GAO.id)),
    ]
    words = command("why", project, FIRST.id, GAO.id).words
    assert f"{FIRST.id} = {AGAIN.id}" in words and f"{AGAIN.id} = {GAO.id}" in words


def test_a_claim_that_tells_of_nothing_that_happened(project: Path) -> None:
    words = "CONSULT is words or dealings, and not a thing seen at a place"
    assert words in command("why", project, TALKS.id).words
    assert f"the second is in none: {words}" in command("why", project, FIRST.id, TALKS.id).words


def test_two_reports(project: Path) -> None:
    answer = asked(project, FIRST.document.id, AGAIN.document.id)
    assert (answer["about"], len(answer["pairs"])) == ("groups", 1)
    ended = command("why", project, FIRST.document.id, GAO.document.id)
    assert "They have no incident in common." in ended.words
    assert "Never compared" in ended.words and "In no incident (1)" in ended.words
    assert "1 incident in common" in command("why", project, FIRST.document.id, AGAIN.document.id).words


def test_one_report(project: Path) -> None:
    words = command("why", project, GAO.document.id).words
    assert f"incident {incident_of(project, GAO)}, alone" in words
    assert TALKS.id in words


def test_one_incident_tells_how_it_came_together(project: Path) -> None:
    words = command("why", project, incident_of(project, FIRST)).words
    assert (
        words.index("It began with")
        < words.index(FIRST.id)
        < words.index("To which came")
        < words.index(AGAIN.id)
    )


def test_two_incidents_and_an_id_that_leads_on(project: Path) -> None:
    one, other = incident_of(project, FIRST), incident_of(project, GAO)
    assert "Two incidents: nothing joins them." in command("why", project, one, other).words
    hold(project, "Ann", Verdict.SAME, FIRST.id, GAO.id)
    assert f"{one} and {other} are one by now" in command("why", project, one, other).words
    assert "Ann" in command("why", project, other).words


ADDRESSES = [
    FIRST.document.id,
    FIRST.document.id[:9],
    TITLED.lower(),
    "https://www.example.org/gossi/",
    "http://example.org/gossi",
    "gossi.txt",
    "reports/gossi.txt",
    f"file:///home/ann/site/documents/{FIRST.document.id}.html",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_report_is_found_by_whatever_is_at_hand(project: Path, address: str) -> None:
    assert asked(project, address)["document"]["id"] == FIRST.document.id


def test_a_page_opened_at_a_claim_is_the_claim(project: Path) -> None:
    page = f"../documents/{FIRST.document.id}.html#{FIRST.id}"
    assert asked(project, page)["claim"]["id"] == FIRST.id
    assert asked(project, FIRST.id[:10])["claim"]["id"] == FIRST.id


def test_words_of_a_report_are_whom_they_mean(project: Path) -> None:
    answer = asked(project, f"{FIRST.document.id}:0-20")
    assert (answer["about"], answer["words"]["start"]) == ("words", 0)
    assert "jnim" in [one["id"] for one in answer["means"] if one["what"] == "actor"]
    both = asked(project, f"{FIRST.document.id}:0-20", f"{AGAIN.document.id}:As told by")
    assert both["about"] == "two stretches" and both["same"] is True


UNKNOWN = [
    ("c0000000000000000", "nothing in the store has this id"),
    ("i00", "is too short for an id: give 4 digits or more"),
    (FIRST.id[:-1] + ("0" if FIRST.id[-1] != "0" else "1"), f"the nearest: {FIRST.id}"),
    ("Attack at Gosi", f"did you mean {FIRST.document.id} “{TITLED}”?"),
    ("something else entirely", "is no id, address or title that this project has"),
    (f"{FIRST.document.id}:0-99999", "the text has the characters 0 to 2000"),
    (f"{FIRST.document.id}:As told by Sahel Wyre", "the nearest: "),
    ("\x1b[2J", "is no id, address or title"),
]


@pytest.mark.parametrize(("thing", "message"), UNKNOWN)
def test_what_nobody_knows(project: Path, thing: str, message: str) -> None:
    ended = command("why", project, thing)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("harmattan: ") and message in ended.err
    assert "\x1b" not in ended.err


def test_words_and_claims_are_not_compared(project: Path) -> None:
    ended = command("why", project, f"{FIRST.document.id}:0-20", FIRST.id)
    assert ended.status == 1 and "can only be compared with other words" in ended.err


def test_no_project(tmp_path: Path) -> None:
    ended = command("why", tmp_path / "nowhere", "c0123")
    assert ended.status == 1 and "is no Harmattan project" in ended.err


def test_a_claim_of_an_older_reading_is_today_s_at_the_same_words(project: Path) -> None:
    newer = replace(FIRST, reader="test-2")
    project_of(project, [newer])
    assert asked(project, newer.id)["claim"]["id"] == newer.id
    hold(project, "Ann", Verdict.RIGHT, FIRST.id)  # an older claim that is still spoken of
    assert asked(project, FIRST.id)["claim"]["id"] == newer.id
