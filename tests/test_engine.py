"""A run can be killed at any moment, and the next one leaves the same store as an undisturbed one."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from harmattan.engine.coders import CoderFactory
from harmattan.engine.lookup import Named, show
from harmattan.engine.project import Project
from harmattan.engine.publishing import site_data
from harmattan.engine.running import LOOKAHEAD_CHARACTERS, Hands, Silent, Summary, run
from harmattan.engine.workers import Workers
from harmattan.errors import (
    DocumentError,
    HarmattanError,
    ProjectError,
    ReaderError,
    SourceError,
    StoreFullError,
    UnknownId,
)
from harmattan.model.claims import Claim, ClaimKind
from harmattan.model.coding import Coded
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.text import Document
from harmattan.model.world import Actor, Incident
from harmattan.pipeline import Coder, Item, code_all
from harmattan.store.dialect import sqlite_engine
from harmattan.store.dump import dump
from harmattan.store.store import Store
from tests.fakes import FakeCoder, reports
from tests.store.test_store import NOW

ALONE = Hands(workers=1, coder=FakeCoder())
PAIR = Hands(workers=2, coder=FakeCoder())


def lines(folder: Path) -> list[str]:
    with sqlite_engine(folder / "harmattan.db").connect() as connection:
        return list(dump(connection))


def sample() -> list[Item]:
    """Documents with everything among them that can go wrong."""
    items: list[Item] = list(reports(12))
    items[3] = Document("CRASH", origin="3.txt")
    items[5] = SourceError("5.txt", "is not there")
    items[7] = Document("BAD", origin="7.txt")
    items[9] = items[0]
    return items


def short_sample() -> list[Item]:
    """The same in fewer documents, for runs that are made a hundred times."""
    return [*reports(3), Document("CRASH", origin="3.txt"), reports(1)[0], reports(5)[4]]


@dataclass
class Notes(Silent):
    """Writes down what it is told."""

    told: list[str] = field(default_factory=list)

    def expect(self, documents: int | None) -> None:
        self.told.append(f"expect {documents}")

    def coded(self, coded: Coded) -> None:
        self.told.append(f"coded {coded.document.origin}")

    def skipped(self, document: Document) -> None:
        self.told.append(f"skipped {document.origin}")

    def failed(self, error: HarmattanError) -> None:
        self.told.append(f"failed {error.thing}")

    def judging(self) -> None:
        self.told.append("judging")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("undisturbed")
    run(folder, sample(), ALONE)
    return lines(folder)


# A run


def test_a_run_stores_and_sums_up(tmp_path: Path) -> None:
    notes = Notes()
    summary = run(tmp_path / "sahel", sample(), ALONE, notes)
    assert (summary.read, summary.skipped, summary.failed, summary.documents) == (8, 1, 3, 8)
    assert summary.claims == {ClaimKind.EVENT: 5, ClaimKind.STRENGTH: 3, ClaimKind.RELATION: 0}
    assert summary.rejections == {"nobody takes part": 1}
    assert summary.incidents > 0
    assert summary.words > 50
    assert summary.words_per_second > 0
    assert notes.told == [
        "expect 12",
        *("coded 0.txt", "coded 1.txt", "coded 2.txt", "failed 3.txt", "coded 4.txt", "failed 5.txt"),
        *("coded 6.txt", "failed 7.txt", "coded 8.txt", "skipped 0.txt", "coded 10.txt", "coded 11.txt"),
        "judging",
    ]


def test_the_store_is_the_same_for_any_number_of_workers(tmp_path: Path, undisturbed: list[str]) -> None:
    notes = Notes()
    run(tmp_path, sample(), PAIR, notes)
    assert lines(tmp_path) == undisturbed
    failed = [told for told in notes.told if told.startswith("failed")]
    assert failed == ["failed 3.txt", "failed 5.txt", "failed 7.txt"]


def test_running_again_adds_nothing(tmp_path: Path, undisturbed: list[str]) -> None:
    run(tmp_path, sample(), ALONE)
    summary = run(tmp_path, sample(), ALONE)
    assert (summary.read, summary.skipped, summary.failed, summary.documents) == (0, 9, 3, 8)
    assert summary.words_per_second == 0
    assert lines(tmp_path) == undisturbed


def test_a_run_in_parts_stores_what_one_stores(tmp_path: Path, undisturbed: list[str]) -> None:
    """But for incidents: those that were published after the first part keep their ids."""
    items = sample()
    for part in (items[:4], items[:8], items):
        run(tmp_path, part, ALONE)

    def read(dumped: list[str]) -> list[str]:
        return [line for line in dumped if not line.startswith(('["judgements"', '["publications"'))]

    assert read(lines(tmp_path)) == read(undisturbed)


def test_another_reader_reads_again(tmp_path: Path) -> None:
    run(tmp_path, reports(3), ALONE)
    summary = run(tmp_path, reports(3), Hands(1, FakeCoder("fake-2")))
    assert (summary.read, summary.documents) == (3, 3)
    assert {claim.reader for claim in _claims(tmp_path)} == {"fake-2"}


def test_no_documents(tmp_path: Path) -> None:
    summary = run(tmp_path, [], ALONE)
    assert summary == Summary(claims=dict.fromkeys(ClaimKind, 0), seconds=summary.seconds)


def test_half_a_character_is_an_error_of_its_document(tmp_path: Path) -> None:
    notes = Notes()
    run(tmp_path, [Document("half \ud800", origin="half.txt"), *reports(1)], ALONE, notes)
    assert notes.told == ["expect 2", "failed half.txt", "coded 0.txt", "judging"]


def test_a_large_corpus_is_not_held_in_memory(tmp_path: Path) -> None:
    taken = 0

    def corpus() -> Iterator[Item]:
        nonlocal taken
        for number in range(8):
            taken += 1
            yield Document(f"{number} " + "x" * (LOOKAHEAD_CHARACTERS // 3))

    class Watching(Notes):
        def expect(self, documents: int | None) -> None:
            assert taken == 3
            super().expect(documents)

    notes = Watching()
    assert run(tmp_path, corpus(), ALONE, notes).read == 8
    assert notes.told[0] == "expect None"


def test_one_run_at_a_time(tmp_path: Path) -> None:
    with Project.create(tmp_path).alone(), pytest.raises(ProjectError, match="another run is at work"):
        run(tmp_path, reports(1), ALONE)
    assert run(tmp_path, reports(1), ALONE).read == 1


def test_what_stops_every_document_is_raised(tmp_path: Path) -> None:
    for workers in (1, 2):
        with pytest.raises(ReaderError, match="the weights are missing"):
            run(tmp_path, reports(3), Hands(workers, no_weights))


def no_weights() -> Coder:
    raise ReaderError("house", "the weights are missing", "install Harmattan again")


# Workers


def test_a_document_that_kills_its_worker_is_named_and_left_out(tmp_path: Path) -> None:
    items: list[Item] = list(reports(12))
    items[4] = Document("DIE", origin="4.txt")
    items[10] = Document("DIE twice", origin="10.txt")
    notes = Notes()
    summary = run(tmp_path, items, PAIR, notes)
    assert (summary.read, summary.failed) == (10, 2)
    assert [told for told in notes.told if told.startswith("failed")] == ["failed 4.txt", "failed 10.txt"]
    assert [document.origin for document in _documents(tmp_path)] == [
        f"{number}.txt" for number in range(12) if number not in (4, 10)
    ]


@pytest.mark.parametrize(
    ("documents", "characters", "asked", "workers"),
    [
        (3, 10, None, 1),
        (3, 70_000, None, 3),
        (2, 90_000, None, 2),
        (0, 0, None, 1),
        (9, 70_000, None, 4),
        (3, 10, 2, 2),
    ],
)
def test_workers_are_started_where_they_are_worth_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    documents: int,
    characters: int,
    asked: int | None,
    workers: int,
) -> None:
    started: list[int] = []

    class Alone(Workers):
        def __init__(self, make: CoderFactory, count: int) -> None:
            started.append(count)
            super().__init__(make, 1)

    monkeypatch.setattr("harmattan.engine.running.Workers", Alone)
    monkeypatch.setattr("harmattan.engine.running.default_workers", lambda: 4)
    items = [Document(f"{number} " + "x" * characters) for number in range(documents)]
    run(tmp_path, items, Hands(asked, FakeCoder()))
    assert started == [workers]


def test_only_so_many_documents_are_taken_ahead() -> None:
    taken = 0

    def items() -> Iterator[Item]:
        nonlocal taken
        for document in reports(100):
            taken += 1
            yield document

    with Workers(FakeCoder(), 2) as workers:
        outcomes = code_all(items(), workers.code, map=workers.map)
        next(outcomes)
        assert taken <= 10
        assert len(list(outcomes)) == 99


def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    parent = _started(tmp_path, 2, 3000)
    try:
        children = _awaited(lambda: _workers(parent.pid), 2)
    finally:
        with parent:
            parent.kill()
    _, alive = psutil.wait_procs(children, timeout=LONGEST)
    assert alive == []


def _workers(pid: int) -> list[psutil.Process]:
    children = psutil.Process(pid).children(recursive=True)
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


LONGEST = 240
"""Seconds that are waited for what takes one on a machine with nothing else to do."""


def _awaited(ask: Callable[[], list[Any]], number: int) -> list[Any]:
    """What is asked for, once there are so many of it."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        try:
            if len(found := ask()) >= number:
                return found
        except (HarmattanError, psutil.Error):
            pass
        time.sleep(0.05)
    raise AssertionError("waited too long")


# Killed; what happens to a store that is killed while it is made is in store/test_migrations.py


@pytest.fixture(scope="module")
def undisturbed_short(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("short")
    run(folder, short_sample(), ALONE)
    return lines(folder)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an empty store."""
    folder = tmp_path_factory.mktemp("new")
    Project.create(folder).store().close()
    return folder


def test_killed_at_any_statement_then_run_again(
    tmp_path: Path, new: Path, undisturbed_short: list[str]
) -> None:
    """The process dies before its n-th statement, for every n until a run needs no more of them."""
    count = 0
    died = True
    while died:
        count += 1
        folder = shutil.copytree(new, tmp_path / str(count))
        died = _killed_in_a_child(folder, "before_cursor_execute", count)
        run(folder, short_sample(), ALONE)
        assert lines(folder) == undisturbed_short, f"killed at statement {count}"
    assert count > 40


@pytest.mark.parametrize("moment", ["commit", "after_cursor_execute"])
def test_killed_twice_over_then_run_again(
    tmp_path: Path, new: Path, undisturbed_short: list[str], moment: str
) -> None:
    """The same just before a commit, and after a statement, with a second run that is killed too."""
    count = 0
    died = True
    while died:
        count += 1 if moment == "commit" else 5
        folder = shutil.copytree(new, tmp_path / str(count))
        died = _killed_in_a_child(folder, moment, count)
        _killed_in_a_child(folder, moment, count)
        run(folder, short_sample(), ALONE)
        assert lines(folder) == undisturbed_short, f"killed at {moment} {count}"
    assert count > 5


def _killed_in_a_child(folder: Path, moment: str, count: int) -> bool:
    """Run in a process of its own that is killed the `count`-th time that `moment` comes; whether it came."""
    child = os.fork()
    if child == 0:
        left = count

        def _die_in_time(*_: object) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, moment, _die_in_time)
        try:
            run(folder, short_sample(), ALONE)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


MANY = 400
"""Far more than are written when a run is killed; it waits for the kill before the last."""


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_any_time_then_run_again(tmp_path: Path, workers: int) -> None:
    """A whole process with its workers, killed from outside after so many documents, several times over."""
    items = list(reports(MANY))
    hands = Hands(workers, FakeCoder())
    run(tmp_path / "undisturbed", items, ALONE)
    folder = tmp_path / "killed"
    for target in (1, 40, 80):
        process = _started(folder, workers, MANY)
        _awaited(lambda: _documents(folder), target)
        with process:
            process.kill()
    assert 80 <= len(_documents(folder)) < MANY
    run(folder, items, hands)
    assert lines(folder) == lines(tmp_path / "undisturbed")


def _started(folder: Path, workers: int, documents: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.killable", str(folder), str(workers), str(documents)]
    return subprocess.Popen(command, cwd=Path(__file__).parent.parent, stdin=subprocess.PIPE)


# A full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, check=False, capture_output=True).returncode != 0
    ):
        pytest.skip("only root can make a small disk, and not everywhere")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_stops_a_run_and_the_next_goes_on(small_disk: Path, tmp_path: Path) -> None:
    items = [replace(document, text=document.text + " x" * 2000) for document in reports(200)]
    folder = small_disk / "project"
    with pytest.raises(StoreFullError, match=r"harmattan\.db: no space is left .*run again"):
        run(folder, items, ALONE)
    stored = _documents(folder)
    assert stored
    assert stored == items[: len(stored)]
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    run(folder, items, ALONE)
    run(tmp_path / "undisturbed", items, ALONE)
    assert lines(folder) == lines(tmp_path / "undisturbed")


# Looking things up


def _documents(folder: Path) -> list[Document]:
    with Project.open(folder).store() as store:
        return store.documents()


def _claims(folder: Path) -> list[Claim]:
    with Project.open(folder).store() as store:
        return store.claims()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    run(folder, reports(5), ALONE)
    return folder


def test_show_a_document(project: Path) -> None:
    document = _documents(project)[2]
    found = show(project, document.id)
    assert found.thing == document
    assert {claim.document.id for claim in found.claims} == {document.id}
    assert len(found.rejections) == 1


def test_show_a_claim_a_judgement_and_an_incident(project: Path) -> None:
    with Project.open(project).store() as store:
        judgement = store.judgements()[0]
        incident_id = store.published()[0][0]
    claim = show(project, judgement.left)
    assert isinstance(claim.thing, Claim)
    assert judgement in claim.judgements
    assert {one.id for one in show(project, judgement.id).claims} == {judgement.left, judgement.right}
    incident = show(project, incident_id)
    assert isinstance(incident.thing, Incident)
    assert [one.id for one in incident.claims] == list(incident.thing.claim_ids)


def test_show_an_actor_a_country_and_a_place(project: Path) -> None:
    actor = show(project, "aqim")
    assert isinstance(actor.thing, Actor)
    assert len(actor.claims) == 3
    for thing, claims in (("country:ML", 6), ("fake:Gossi", 3)):
        found = show(project, thing)
        assert found.thing == Named(thing)
        assert len(found.claims) == claims


@pytest.mark.parametrize("thing", ["", "c0", "i0123456789abcdef", "zebra", "country:XX"])
def test_show_nothing(project: Path, thing: str) -> None:
    with pytest.raises(UnknownId):
        show(project, thing)


def test_looking_at_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="is no Harmattan project"):
        show(tmp_path, "aqim")
    Project.create(tmp_path)
    with pytest.raises(ProjectError, match="holds no documents yet"):
        show(tmp_path, "aqim")
    assert [path.name for path in tmp_path.iterdir()] == ["harmattan.toml"]


def test_claims_that_an_analyst_holds_wrong_are_left_out(tmp_path: Path) -> None:
    run(tmp_path, reports(5), ALONE)
    claims = _claims(tmp_path)

    def opinion(verdict: Verdict, number: int, year: int, holder: Holder = Holder.ANALYST) -> Judgement:
        return Judgement(verdict, claims[number].id, None, holder, "amina", NOW.replace(year=year))

    project = Project.open(tmp_path)
    with project.store() as store:
        store.add_judgements(
            [
                opinion(Verdict.WRONG, 0, 2024),
                opinion(Verdict.RIGHT, 1, 2025),
                opinion(Verdict.WRONG, 1, 2024),
                opinion(Verdict.WRONG, 2, 2024, Holder.PROGRAM),
            ]
        )
        assert list(site_data(store, project).claims) == claims[1:]


def test_a_store_is_left_unlocked(project: Path) -> None:
    with Store.open(project / "harmattan.db") as one, Store.open(project / "harmattan.db") as other:
        assert one.documents() == other.documents()


def test_document_errors_carry_the_documents_name(tmp_path: Path) -> None:
    errors: list[HarmattanError] = []

    class Keeping(Silent):
        def failed(self, error: HarmattanError) -> None:
            errors.append(error)

    run(tmp_path, [Document("CRASH", origin="odd.txt")], ALONE, Keeping())
    assert [type(error) for error in errors] == [DocumentError]
    assert str(errors[0]).startswith("odd.txt: could not be read")
