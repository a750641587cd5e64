"""`harmattan incidents`: every line is in the format, in a stable order, and only what was asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from harmattan.config import STORE_FILE, create_settings
from harmattan.model.judgements import Verdict
from harmattan.model.readings import Event
from harmattan.model.values import Period, Precision
from harmattan.publish.incident_schema import incidents_schema
from tests.cli.commanding import command, hold, project_of
from tests.resolution.told import told

VALIDATOR = jsonschema.Draft202012Validator(incidents_schema())
EXAMPLE = Path(__file__).parents[2] / "examples" / "sahel"

GOSSI = told(killed=14, actor="jnim", source="Sahel Wire")
GOSSI_AGAIN = told(killed=13, actor="jnim", source="The Bend", published="2021-03-05")
DJIBO = told(day="2020-06-01/2020-06-30", place="Djibo", type="COERCE", mode="seize", published="2020-07-02")
UNDATED = told(day="?", place="Gao", published="2021-05-01")
"""Two reports of one attack, a seizure some time in June 2020, and something of which the day is not known."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(tmp_path / "sahel", (GOSSI, GOSSI_AGAIN, DJIBO, UNDATED))


def test_each_incident_is_one_line_in_the_format(project: Path) -> None:
    ended = command("incidents", project)
    assert (ended.status, ended.err) == (0, "")
    assert ended.bytes.endswith(b"\n")
    for record in ended.records:
        VALIDATOR.validate(record)
    assert [record["countries"] for record in ended.records] == [["BF"], ["ML"], ["ML"]]
    assert [len(record["claims"]) for record in ended.records] == [1, 2, 1]


def test_it_prints_the_same_again(project: Path) -> None:
    assert command("incidents", project).bytes == command("incidents", project).bytes


SELECTED: list[tuple[tuple[str, ...], str]] = [
    ((), "djibo gossi undated"),
    (("--since", "2021-01-01"), "gossi"),
    (("--until", "2020-12-31"), "djibo"),
    (("--since", "2020-06-30"), "djibo gossi"),
    (("--since", "2020-07-01"), "gossi"),
    (("--until", "2020-06-01"), "djibo"),
    (("--until", "2020-05-31"), ""),
    (("--since", "2021-03-03", "--until", "2021-03-03"), "gossi"),
    (("--country", "ML"), "gossi undated"),
    (("--country", "mali"), "gossi undated"),
    (("--country", "Burkina Faso", "--country", "ml"), "djibo gossi undated"),
    (("--type", "ASSAULT"), "gossi undated"),
    (("--type", "coerce"), "djibo"),
    (("--type", "COERCE/seize"), "djibo"),
    (("--type", "COERCE/arrest"), ""),
    (("--actor", "jnim"), "gossi"),
    (("--actor", "JNIM"), "gossi"),
    (("--actor", "aqim"), ""),
    (("--actor", "provisional:ml:brigade-of-korarou"), ""),
    (("--country", "ML", "--actor", "jnim", "--type", "ASSAULT"), "gossi"),
]


@pytest.mark.parametrize(("options", "expected"), SELECTED, ids=[" ".join(one) for one, _ in SELECTED])
def test_options_choose(project: Path, options: tuple[str, ...], expected: str) -> None:
    ended = command("incidents", project, *options)
    assert (ended.status, ended.err) == (0, "")
    names = {DJIBO.id: "djibo", GOSSI.id: "gossi", UNDATED.id: "undated"}
    assert " ".join(names[record["claims"][0]["id"]] for record in ended.records) == expected


def test_what_began_and_has_no_end_was_over_when_it_was_printed(tmp_path: Path) -> None:
    claim = told(published="2021-04-02")
    assert isinstance(claim.body, Event) and claim.body.time
    since = Period(date(2021, 3, 3), None, Precision.OPEN)
    body = replace(claim.body, time=replace(claim.body.time, period=since))
    project = project_of(tmp_path / "p", [replace(claim, statement=replace(claim.statement, body=body))])
    assert len(command("incidents", project, "--since", "2021-04-02").records) == 1
    assert command("incidents", project, "--since", "2021-04-03").records == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--country", "Atlantis"), "Atlantis: is no country (give its name or its two letters: Mali, ML)"),
        (("--type", "WAR"), "WAR: is no type of event (there are AGREE, "),
        (("--type", "ASSAULT/seize"), "ASSAULT/seize: ASSAULT has no such mode (there are abduct, "),
        (("--actor", "Nobody\x1b[2J"), "Nobody\ufffd[2J: is no actor of the registry"),
    ],
)
def test_what_nobody_knows_is_an_error_and_not_an_empty_answer(
    project: Path, options: tuple[str, ...], message: str
) -> None:
    ended = command("incidents", project, *options)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"harmattan: {message}")


def test_a_file_is_whole_or_not_there(project: Path, tmp_path: Path) -> None:
    ended = command("incidents", project, "--out", tmp_path / "all.jsonl")
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert (tmp_path / "all.jsonl").read_bytes() == command("incidents", project).bytes
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.jsonl", "sahel"]
    missing = command("incidents", project, "--out", tmp_path / "no" / "folder.jsonl")
    assert missing.status == 1
    assert missing.err == f"harmattan: {tmp_path}/no/folder.jsonl: No such file or directory\n"


def test_a_project_without_anything_has_no_lines(tmp_path: Path) -> None:
    create_settings(tmp_path / "bare")
    project_of(tmp_path / "empty", ())
    for name in ("bare", "empty"):
        ended = command("incidents", tmp_path / name)
        assert (ended.status, ended.out, ended.err) == (0, "", "")
    assert not (tmp_path / "bare" / STORE_FILE).exists()


def test_no_project(tmp_path: Path) -> None:
    ended = command("incidents", tmp_path / "nowhere")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"harmattan: {tmp_path}/nowhere: is no Harmattan project")


def test_retired_ids_lead_on(project: Path, tmp_path: Path) -> None:
    before = {record["claims"][0]["id"]: record["id"] for record in command("incidents", project).records}
    hold(project, "Ann", Verdict.SAME, GOSSI.id, UNDATED.id)
    hold(project, "Ann", Verdict.WRONG, DJIBO.id)
    ended = command("incidents", project, "--redirects", tmp_path / "retired.jsonl")
    retired = [json.loads(line) for line in (tmp_path / "retired.jsonl").read_text().splitlines()]
    for record in retired:
        VALIDATOR.validate(record)
    assert {record["id"]: record["leads_to"] for record in retired} == {
        before[UNDATED.id]: before[GOSSI.id],
        before[DJIBO.id]: None,
    }
    assert [record["former_ids"] for record in ended.records] == [[before[UNDATED.id]]]


def test_a_reader_that_stops_listening_is_no_error(project: Path) -> None:
    program = "from harmattan.cli import main; main()"
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-c", program, "incidents", str(project)],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert ended.returncode == 141
    assert ended.stderr == b""


@pytest.mark.slow
def test_every_incident_of_the_bundled_example_is_in_the_format(tmp_path: Path) -> None:
    ended = command("run", tmp_path / "p", EXAMPLE / "reports", EXAMPLE / "pages", "--workers", "1")
    assert ended.status == 0, ended.err
    records = command("incidents", tmp_path / "p").records
    assert len(records) > 50
    for record in records:
        VALIDATOR.validate(record)
    joined = [record for record in records if len(record["claims"]) > 1]
    assert joined
    assert len({record["id"] for record in records}) == len(records)
