"""`harmattan judge`: opinions go into the log as they are meant, and their holder hears what they change."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harmattan.config import STORE_FILE
from harmattan.engine import deciding
from harmattan.model.claims import Claim
from harmattan.model.judgements import Judgement
from harmattan.model.readings import Event
from harmattan.store.store import Store
from tests.cli.commanding import Ended, command, project_of
from tests.resolution.told import told

TEXT = "Two brothers and at least 13 traders died at Gao on market day, the men said; 40 fled. Others say thirty."
TALKS = told(type="CONSULT", source="Courier", published="2021-03-06")


def report() -> Claim:
    """A claim whose report has words to quote."""
    claim = told(killed=14, actor="jnim", source="Sahel Wire", text=TEXT)
    return replace(claim, statement=replace(claim.statement, evidence=(claim.document.span(0, 86),)))


FIRST = report()
AGAIN = told(killed=14, actor="jnim", source="The Bend", published="2021-03-05", text="As told by the Bend.")
GAO = told(place="Gao", killed=3, source="Courier", published="2021-03-05", text="As told by the Courier.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return project_of(tmp_path / "sahel", (FIRST, AGAIN, GAO, TALKS))


def judge(project: Path, *arguments: str, by: str = "Ann") -> Ended:
    return command("judge", project, *arguments, "--by", by)


def log(project: Path) -> list[Judgement]:
    with Store.open(project / STORE_FILE) as store:
        return [one for one in store.judgements() if one.holder.value == "analyst"]


def incidents(project: Path) -> dict[str, list[str]]:
    return {
        one["id"]: [claim["id"] for claim in one["claims"]] for one in command("incidents", project).records
    }


def held_by(project: Path, claim: Claim) -> str:
    return next(one for one, claims in incidents(project).items() if claim.id in claims)


def test_different_splits_and_the_ids_are_told(project: Path) -> None:
    was = held_by(project, FIRST)
    ended = judge(project, "different", FIRST.id, AGAIN.id[:9], "--because", "two \x1b[2Jposts")
    assert (ended.status, ended.err) == (0, "")
    now = held_by(project, AGAIN)
    assert f"{was} is split: it keeps 1 claim, the rest is {now}." in ended.words
    assert held_by(project, FIRST) == was != now
    (judgement,) = log(project)
    assert (judgement.verdict.value, judgement.name, judgement.reason) == (
        "different",
        "Ann",
        "two \x1b[2Jposts",
    )
    assert "\x1b" not in ended.out


def test_same_joins_and_the_younger_id_leads_on(project: Path) -> None:
    one, other = held_by(project, FIRST), held_by(project, GAO)
    ended = judge(project, "same", one, other)
    gone = next(found for found in (one, other) if found not in incidents(project))
    stays = other if gone == one else one
    assert f"{gone} is joined to {stays}, and leads there." in ended.words
    assert len(incidents(project)[stays]) == 3


def test_withdrawing_undoes(project: Path) -> None:
    before = incidents(project)
    judge(project, "different", FIRST.id, AGAIN.id)
    assert incidents(project) != before
    ended = judge(project, "withdraw", AGAIN.id, FIRST.id)
    assert ended.status == 0 and "leads there" in ended.words
    assert incidents(project) == before
    assert [one.verdict.value for one in log(project)] == ["different", "withdrawn"]


def test_wrong_takes_a_claim_away_and_right_brings_it_back(project: Path) -> None:
    was = held_by(project, GAO)
    assert f"{was} is no more: nothing is held of it." in judge(project, "wrong", GAO.id).words
    assert was not in incidents(project)
    assert f"{was} is new." in judge(project, "right", GAO.id).words
    assert held_by(project, GAO) == was


def killed(project: Path, claim: Claim) -> Any:
    return next(one for one in command("incidents", project).records if claim.id in str(one["claims"]))[
        "killed"
    ]


AMENDED: list[tuple[str, dict[str, Any]]] = [
    ("killed=at least 13", {"low": 13, "best": None, "high": None, "quote": "at least 13"}),
    ("killed=13", {"low": 13, "best": None, "high": None, "quote": "13"}),
    ("killed=thirty", {"low": 30, "best": 30, "high": 30, "quote": "thirty"}),
    ("killed=Two brothers [2]", {"low": 2, "best": 2, "high": 2, "quote": "Two brothers"}),
    ("killed=traders [13-]", {"low": 13, "best": None, "high": None, "quote": "traders"}),
    ("killed=traders [-20]", {"low": None, "best": None, "high": 20, "quote": "traders"}),
    ("killed=traders [13-20]", {"low": 13, "best": None, "high": 20, "quote": "traders"}),
]


@pytest.mark.parametrize(("field", "expected"), AMENDED, ids=[field for field, _ in AMENDED])
def test_counts_are_amended_with_their_words(project: Path, field: str, expected: dict[str, Any]) -> None:
    ended = judge(project, "amend", FIRST.id, field)
    assert ended.status == 0, ended.err
    report = next(one for one in killed(project, FIRST)["reports"] if one["claim"] == FIRST.id)
    assert {name: report[name] for name in expected} == expected


def body(project: Path, claim: Claim) -> Event:
    from harmattan.engine.incidents import remembered  # noqa: PLC0415
    from harmattan.resolution.judgements.derivation import derive  # noqa: PLC0415

    with Store.open(project / STORE_FILE) as store:
        found = next(one for one in derive(remembered(store)).claims if one.id == claim.id).body
    assert isinstance(found, Event)
    return found


def test_other_fields_are_amended(project: Path) -> None:
    ended = judge(
        project,
        "amend",
        FIRST.id,
        "type=COERCE",
        "mode=seize",
        "time=on market day [2021-03-04]",
        "actor=the men [aqim]; Others []",
        "weapon=",
        "killed=null",
    )
    assert ended.status == 0, ended.err
    found = body(project, FIRST)
    assert (found.type, found.mode, found.killed) == ("COERCE", "seize", None)
    assert [(one.name, one.actor) for one in found.actor] == [("the men", "aqim"), ("Others", None)]
    assert found.time is not None and str(found.time.period.earliest) == "2021-03-04"
    assert "says something else of" in ended.words


def test_a_place_is_looked_up(project: Path) -> None:
    several = judge(project, "amend", FIRST.id, "place=market [geonames:1]")
    assert several.status == 1 and "is no place called market" in several.err
    asked = judge(project, "amend", FIRST.id, "place=Gao")
    assert asked.status == 1 and "Gao: is the name of " in asked.err
    town = re.search(r"\[(geonames:\d+)\] point, [^;]*ML", asked.err)
    assert town is not None
    assert judge(project, "amend", FIRST.id, f"place=Gao [{town[1]}]").status == 0
    (place,) = body(project, FIRST).place
    assert (place.name, place.country) == ("Gao", "ML") and place.lat is not None


REFUSED: list[tuple[tuple[str, ...], str]] = [
    (("same", FIRST.id, FIRST.id), "are one and the same"),
    (("same", FIRST.id), "is said of two things"),
    (("wrong", FIRST.id, AGAIN.id), "is said of one claim"),
    (("same", FIRST.id, TALKS.id), "cannot be joined or parted: CONSULT is words or dealings"),
    (("same", FIRST.id, AGAIN.document.id), "is a report, and judgements are about claims"),
    (("wrong", f"{FIRST.document.id}:0-10"), "cannot be judged"),
    (("same", FIRST.id, "c0000000000000000"), "nothing in the store has this id"),
    (("withdraw", FIRST.id, AGAIN.id), "Ann holds nothing of it"),
    (("withdraw", FIRST.id), "Ann holds nothing of it"),
    (("amend", FIRST.id), "nothing is amended"),
    (("amend", FIRST.id, "killed"), "is no field with a value"),
    (("amend", FIRST.id, "dead=13"), "is no field of this event"),
    (("amend", FIRST.id, "evidence=x"), "is no field of this event"),
    (("amend", FIRST.id, "killed=14"), "does not stand in"),
    (("amend", FIRST.id, "killed=3"), "does not stand in"),
    (("amend", FIRST.id, "killed=traders"), "does not say how many"),
    (("amend", FIRST.id, "killed=traders [many]"), "is no count"),
    (("amend", FIRST.id, "killed=traders [20-13]"), "is no count"),
    (("amend", FIRST.id, "time=on market day"), "does not say which days"),
    (("amend", FIRST.id, "time=on market day [2021-02-30]"), "is no time"),
    (("amend", FIRST.id, "actor=the men [nobody]"), "is no id in the registry"),
    (("amend", FIRST.id, "type=WAR"), "the codebook has no type WAR"),
    (("amend", FIRST.id, "mode=seize"), "ASSAULT has no mode seize"),
    (("amend", FIRST.id, "modality=rumoured"), "not in the claims format"),
    (("amend", FIRST.id, 'killed={"start": 0, "end": 3, "quote": "Six", "low": 6}'), "does not stand"),
    (("amend", FIRST.id, "killed={"), "is not JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=[" ".join(one) for one, _ in REFUSED])
def test_what_cannot_be_held_is_refused_and_nothing_is_written(
    project: Path, arguments: tuple[str, ...], message: str
) -> None:
    ended = judge(project, *arguments)
    assert (ended.status, ended.out) == (1, "")
    assert message in ended.err
    assert log(project) == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x1b[2J", "a\nb"])
def test_an_opinion_is_signed(project: Path, name: str) -> None:
    ended = judge(project, "wrong", FIRST.id, by=name)
    assert ended.status == 1 and "is no analyst's name" in ended.err
    assert "\x1b" not in ended.err and log(project) == []


def test_a_dry_run_tells_and_writes_nothing(project: Path) -> None:
    before = incidents(project)
    dry = judge(project, "different", FIRST.id, AGAIN.id, "--dry-run")
    assert "Nothing was written." in dry.words and "is split" in dry.words
    assert log(project) == [] and incidents(project) == before
    changed = [
        line
        for line in judge(project, "different", FIRST.id, AGAIN.id).out.splitlines()
        if " is split" in line
    ]
    assert changed and changed[0] in dry.out


def test_holding_it_again_writes_nothing_unless_another_has_held_otherwise(project: Path) -> None:
    judge(project, "same", FIRST.id, AGAIN.id)
    assert "Ann holds that already" in judge(project, "same", FIRST.id, AGAIN.id).words
    assert len(log(project)) == 1
    ended = judge(project, "different", FIRST.id, AGAIN.id, by="Ben")
    assert "It stands against what Ann held" in ended.words
    assert judge(project, "same", FIRST.id, AGAIN.id).status == 0
    assert len(log(project)) == 3


def test_a_bond_through_a_wall_is_told_to_be_refused(project: Path) -> None:
    judge(project, "different", FIRST.id, GAO.id)
    judge(project, "same", FIRST.id, AGAIN.id)
    ended = judge(project, "same", AGAIN.id, GAO.id)
    refused = "It does not act: it would join what an analyst holds to be different." in ended.words
    parted = "is split" in ended.words  # of two bonds around a wall the older gives way
    assert refused or parted


def test_killed_before_it_is_published_the_opinion_is_whole_and_acts(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    undisturbed = project_of(tmp_path / "other", (FIRST, AGAIN, GAO, TALKS))
    judge(undisturbed, "different", FIRST.id, AGAIN.id)

    def killed(_: Store) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(deciding, "publish_new", killed)
        assert judge(project, "different", FIRST.id, AGAIN.id).status == 130
    assert [one.verdict.value for one in log(project)] == ["different"]
    assert incidents(project) == incidents(undisturbed)


def test_no_project(tmp_path: Path) -> None:
    ended = judge(tmp_path / "nowhere", "wrong", "c0123")
    assert ended.status == 1 and "is no Harmattan project" in ended.err
    assert not (tmp_path / "nowhere").exists()


def test_the_log_lists_every_decision_and_what_became_of_it(project: Path) -> None:
    assert command("judgements", "list", project).out == "No decisions.\n"
    judge(project, "different", FIRST.id, AGAIN.id, "--because", "two posts")
    judge(project, "withdraw", FIRST.id, AGAIN.id)
    judge(project, "wrong", GAO.id, by="Ben")
    judge(project, "right", GAO.id, by="Cy")
    listed = command("judgements", "list", project)
    verdicts = re.findall(r"judgement · (\w+)", listed.out)
    assert (listed.status, verdicts) == (0, ["right", "wrong", "withdrawn", "different"])
    assert listed.words.count("does not act") == 2
    assert "contested: another analyst decided otherwise since" in listed.words
    assert "withdrawn or replaced" in listed.words
    assert re.findall(r"judgement · (\w+)", command("judgements", "list", project, "--by", "ben").out) == [
        "wrong"
    ]
