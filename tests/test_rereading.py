"""What analysts decided and what was published survives a reader that reads otherwise; what does not fit is listed."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from harmattan.engine.incidents import remembered
from harmattan.engine.judgements import disputes, orphans
from harmattan.engine.lookup import show
from harmattan.engine.project import Project
from harmattan.engine.publishing import site
from harmattan.engine.running import Hands, run
from harmattan.errors import UnknownId
from harmattan.model.claims import Claim
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.readings import Event
from harmattan.model.records import span_record
from harmattan.model.world import Incident
from harmattan.resolution.judgements.derivation import Held, derive
from tests.fakes import FakeCoder
from tests.other_reader import REPORTS, OtherCoder, report
from tests.test_engine import lines

OLD, NEW = Hands(1, FakeCoder()), Hands(1, OtherCoder())


def read(folder: Path, hands: Hands, *names: str) -> None:
    run(folder, [report(name) for name in names or REPORTS], hands)


def held(folder: Path) -> Held:
    with Project.open(folder).store() as store:
        return derive(remembered(store))


def claim_of(folder: Path, name: str) -> Claim:
    with Project.open(folder).store() as store:
        (claim,) = store.claims_of(report(name).id)
    return claim


def incident_of(folder: Path, name: str) -> Incident:
    claim = claim_of(folder, name)
    return next(one for one in held(folder).incidents if claim.id in one.claim_ids)


def decide(
    folder: Path, verdict: Verdict, *names: str, day: int = 1, holder: str = "Ada", amendment: object = None
) -> Judgement:
    """Let an analyst judge what is read today in the reports with these names."""
    sides = sorted(claim_of(folder, name).id for name in names)
    judgement = Judgement(
        verdict,
        sides[0],
        sides[1] if len(sides) == 2 else None,
        Holder.ANALYST,
        holder,
        datetime(2024, 1, day, tzinfo=UTC),
        "read it myself",
        json.dumps(amendment) if amendment else None,
    )
    with Project.open(folder).store() as store:
        store.add_judgements([judgement])
    return judgement


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that the older reader has read."""
    folder = tmp_path_factory.mktemp("once")
    read(folder, OLD)
    return folder


@pytest.fixture
def project(once: Path, tmp_path: Path) -> Path:
    return shutil.copytree(once, tmp_path / "project")


def test_the_two_readers_share_no_claim(project: Path) -> None:
    before = {name: claim_of(project, name).id for name in REPORTS}
    read(project, NEW)
    with Project.open(project).store() as store:
        today = {claim.id for claim in store.claims()}
        assert store.claims_by_id(before.values()).keys() == set(before.values())
    assert len(today) == len(before) - 1
    assert not today & set(before.values())


UNREAD = "nothing of the kind is read from these words any more"

CARRIED: list[tuple[str, Verdict, tuple[str, ...], str | None]] = [
    # what was decided about which reports, and what is listed as not fitting; None where nothing is
    ("the same words", Verdict.DIFFERENT, ("same", "again"), None),
    ("a count is no matter of which happening", Verdict.SAME, ("same", "count"), None),
    ("nor is a weapon", Verdict.SAME, ("same", "weapon"), None),
    ("a place is", Verdict.SAME, ("same", "place"), "place: Doro (fake:Doro) then, Gao (fake:Gao) now"),
    ("more words of the same", Verdict.SAME, ("same", "words"), None),
    ("asserted and alleged", Verdict.SAME, ("same", "alleged"), "modality: asserted then, alleged now"),
    ("not read any more", Verdict.SAME, ("same", "unread"), UNREAD),
    ("unsure is carried as well", Verdict.UNSURE, ("same", "again"), None),
    ("wrong, and it says the same", Verdict.WRONG, ("same",), None),
    ("wrong, and at more words", Verdict.WRONG, ("words",), None),
    ("wrong, and it says something else", Verdict.WRONG, ("count",), "killed: “12” then, “2” now"),
    ("wrong, and it says more", Verdict.WRONG, ("weapon",), "weapon: nothing then, mortars now"),
    ("right, and not read any more", Verdict.RIGHT, ("unread",), UNREAD),
]  # fmt: skip


@pytest.mark.parametrize(("name", "verdict", "reports", "reason"), CARRIED, ids=[case[0] for case in CARRIED])
def test_decisions_are_carried_over_or_listed(
    project: Path, name: str, verdict: Verdict, reports: tuple[str, ...], reason: str | None
) -> None:
    judgement = decide(project, verdict, *reports)
    assert orphans(project) == ()
    old = {claim_of(project, report).id for report in reports}
    read(project, NEW)
    listed = [(orphan.judgement, orphan.reason) for orphan in orphans(project)]
    assert listed == ([] if reason is None else [(judgement, reason)]), name
    for orphan in orphans(project):
        assert {claim.id for claim in orphan.claims} == old
    if reason is None and verdict is Verdict.WRONG:
        today = claim_of(project, reports[0]).id
        assert today not in {claim.id for claim in held(project).claims}
    if reason is None and verdict in (Verdict.SAME, Verdict.DIFFERENT):
        one, other = (incident_of(project, report).id for report in reports)
        assert (one == other) is (verdict is Verdict.SAME)
    with Project.open(project).store() as store:
        assert judgement in store.judgements()


def test_an_amendment_is_carried_with_its_words(project: Path) -> None:
    claim = claim_of(project, "weapon")
    assert isinstance(claim.body, Event) and claim.body.killed
    words = span_record(claim.body.killed.span)
    amendment = {"killed": {**words, "low": 4, "best": None, "high": None}}
    decide(project, Verdict.AMENDED, "weapon", amendment=amendment)
    read(project, NEW)
    assert orphans(project) == ()
    killed = incident_of(project, "weapon").killed
    assert killed is not None and (killed.low, killed.best, killed.high) == (4, None, None)


def test_an_amended_claim_is_told_as_amended_and_a_wrong_one_not_at_all(
    project: Path, tmp_path: Path
) -> None:
    claim = claim_of(project, "weapon")
    decide(project, Verdict.AMENDED, "weapon", amendment={"killed": None})
    decide(project, Verdict.WRONG, "count")
    site(project, tmp_path / "site")
    page = (tmp_path / "site" / "incidents" / f"{incident_of(project, 'weapon').id}.html").read_text("utf-8")
    assert "as amended by an analyst" in page and "4 killed" not in page
    assert (
        "as amended"
        not in (tmp_path / "site" / "incidents" / f"{incident_of(project, 'words').id}.html").read_text()
    )
    assert claim.id in page
    pages = (path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    wrong = claim_of(project, "count").id
    assert not any(wrong in page for page in pages)


@pytest.mark.parametrize(
    ("amendment", "reason"),
    [
        ({"killed": None, "dead": 5}, "no field of a claim of kind event: dead"),
        ({"killed": {"start": 0, "end": 3, "quote": "100", "low": 1, "best": 1, "high": 1}}, "“100” does not stand at"),
        ({"killed": 5}, "not in the claims format"),
        ([], "the amendment is not JSON"),
    ],
)  # fmt: skip
def test_an_amendment_that_cannot_be_made_is_listed_and_does_no_harm(
    project: Path, amendment: object, reason: str
) -> None:
    before = incident_of(project, "count").killed
    decide(project, Verdict.AMENDED, "count", amendment=amendment)
    (orphan,) = orphans(project)
    assert orphan.reason.startswith(reason)
    assert incident_of(project, "count").killed == before


def test_a_run_says_how_many_do_not_fit(project: Path) -> None:
    decide(project, Verdict.WRONG, "count")
    decide(project, Verdict.SAME, "same", "place")
    summary = run(project, [report(name) for name in REPORTS], NEW)
    assert summary.orphans == 2


def test_an_orphan_leaves_the_list_when_it_is_withdrawn_and_acts_again_when_it_fits(project: Path) -> None:
    wrong = decide(project, Verdict.WRONG, "count")
    read(project, NEW)
    assert [orphan.judgement for orphan in orphans(project)] == [wrong]
    read(project, Hands(1, FakeCoder("fake-2")))
    assert orphans(project) == ()
    assert claim_of(project, "count").id not in {claim.id for claim in held(project).claims}
    read(project, Hands(1, OtherCoder("other-2")))
    with Project.open(project).store() as store:
        taken_back = Judgement(
            Verdict.WITHDRAWN, wrong.left, None, Holder.ANALYST, "Ada", datetime(2024, 1, 2, tzinfo=UTC)
        )
        store.add_judgements([taken_back])
    assert orphans(project) == ()


def test_decisions_about_the_new_claims_meet_those_about_the_old(project: Path) -> None:
    first = decide(project, Verdict.DIFFERENT, "same", "again")
    read(project, NEW)
    assert incident_of(project, "same").id != incident_of(project, "again").id
    decide(project, Verdict.SAME, "same", "again", day=2, holder="Ben")
    assert incident_of(project, "same").id == incident_of(project, "again").id
    assert disputes(project).contested == (first,)


def test_ids_of_incidents_survive_the_reading(project: Path) -> None:
    before = {name: incident_of(project, name).id for name in REPORTS}
    assert before["same"] == before["again"]
    read(project, NEW)
    after = {name: incident_of(project, name).id for name in REPORTS if name != "unread"}
    assert after == {name: before[name] for name in after}
    if before["unread"] not in after.values():
        with pytest.raises(UnknownId, match="nothing is held of this incident any more"):
            show(project, before["unread"])


def test_a_merged_id_is_found_after_the_reading(project: Path) -> None:
    place, words = incident_of(project, "count").id, incident_of(project, "words").id
    decide(project, Verdict.SAME, "count", "words")
    read(project, NEW)
    (merged,) = {incident_of(project, name).id for name in ("count", "words")}
    (gone,) = {place, words} - {merged}
    found = show(project, gone).thing
    assert isinstance(found, Incident)
    assert (found.id, found.former_ids) == (merged, (gone,))


def test_no_link_into_the_site_ever_breaks(project: Path, tmp_path: Path) -> None:
    """Through publications, a merge, a new reading, a wrong claim and a split: every page that was there is there."""
    out = tmp_path / "site"
    seen: set[str] = set()

    def publish() -> set[str]:
        site(project, out)
        now = {path.name for path in (out / "incidents").glob("i?*.html")} - {"index.html"}
        assert seen <= now
        seen.update(now)
        return now

    publish()
    decide(project, Verdict.SAME, "count", "words")
    publish()
    read(project, NEW)
    publish()
    decide(project, Verdict.WRONG, "weapon")
    publish()
    decide(project, Verdict.DIFFERENT, "same", "again")
    publish()
    decide(project, Verdict.DIFFERENT, "count", "words", day=3)
    publish()
    assert len(seen) == len(
        {incident.id for incident in held(project).incidents} | held(project).redirects.keys()
    )


def test_killed_at_any_statement_of_the_new_reading_then_run_again(once: Path, tmp_path: Path) -> None:
    """No decision, no published id and no redirect is lost, and the store becomes that of an undisturbed run."""
    start = shutil.copytree(once, tmp_path / "start")
    decide(start, Verdict.SAME, "count", "words")
    decide(start, Verdict.WRONG, "weapon")
    decide(start, Verdict.DIFFERENT, "same", "again")
    read(start, OLD)
    names = ("same", "again", "unread", "count", "weapon", "words")
    undisturbed = shutil.copytree(start, tmp_path / "undisturbed")
    read(undisturbed, NEW, *names)
    expected = lines(undisturbed)
    assert {line for line in lines(start) if line.startswith('["redirects"')}
    count, died = 0, True
    while died:
        count += 3
        folder = shutil.copytree(start, tmp_path / str(count))
        died = _killed_in_a_child(folder, names, count)
        read(folder, NEW, *names)
        assert lines(folder) == expected, f"killed at statement {count}"
    assert count > 40


def _killed_in_a_child(folder: Path, names: Sequence[str], count: int) -> bool:
    child = os.fork()
    if child == 0:
        left = count

        def _die_in_time(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", _die_in_time)
        try:
            read(folder, NEW, *names)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
