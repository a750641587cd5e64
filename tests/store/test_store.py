"""What goes into the store comes out of it as it was, once, in order, and whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from harmattan.errors import StoreError, StoreFullError, StoreVersionError, UnknownId
from harmattan.model.claims import ClaimKind
from harmattan.model.coding import Coded
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.text import Document
from harmattan.pipeline import Coder
from harmattan.store.dialect import sqlite_engine
from harmattan.store.dump import dump
from harmattan.store.store import Store
from tests.fakes import FakeCoder, reports

NOW = datetime(2024, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return FakeCoder()()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "harmattan.db") as opened:
        yield opened


def lines(store: Store) -> list[str]:
    with sqlite_engine(store.path).connect() as connection:
        return list(dump(connection))


def same(left: str, right: str, at: datetime = NOW, holder: Holder = Holder.PROGRAM) -> Judgement:
    left, right = sorted((left, right))
    return Judgement(Verdict.SAME, left, right, holder, "test-1", at, "alike")


def test_everything_comes_back_as_it_was(store: Store, coder: Coder) -> None:
    document = Document(
        "AQIM killed 3 soldiers in Gossi. Somebody shot.",
        title="A “title”\twith \x1b[31mcontrol",
        published=date(2012, 1, 17),
        source="Wire",
        url="https://example.org/?a=1&b=2",
        origin="a/b.txt",
    )
    coded = coder(document)
    assert coded.claims
    assert coded.rejections
    assert store.add(coded)
    assert store.documents() == [document]
    assert store.documents()[0].id == document.id
    assert store.claims() == list(coded.claims)
    assert [claim.id for claim in store.claims()] == [claim.id for claim in coded.claims]
    assert store.rejections() == list(coded.rejections)


def test_order_is_the_order_of_writing(store: Store, coder: Coder) -> None:
    documents = reports(12)
    for document in documents:
        store.add(coder(document))
    assert store.documents() == documents
    assert [claim.document for claim in store.claims()] == [
        document for document in documents for _ in coder(document).claims
    ]


def test_writing_twice_writes_nothing(store: Store, coder: Coder) -> None:
    coded = [coder(document) for document in reports(5)]
    assert all(store.add(one) for one in coded)
    before = lines(store)
    assert not any(store.add(one) for one in coded)
    assert lines(store) == before


def test_a_document_is_read_by_a_reader_even_if_it_says_nothing(store: Store, coder: Coder) -> None:
    silent = coder(Document("Nothing happened."))
    assert not store.has(silent.document.id, "fake-1")
    store.add(silent)
    assert store.has(silent.document.id, "fake-1")
    assert not store.has(silent.document.id, "fake-2")


def test_the_newest_reading_counts_and_the_older_stays(store: Store) -> None:
    document = reports(1)[0]
    old, new = FakeCoder("fake-1")()(document), FakeCoder("fake-2")()(document)
    store.add(old)
    store.add(new)
    assert store.documents() == [document]
    assert store.claims() == list(new.claims)
    assert store.claims_of(document.id) == list(new.claims)
    assert store.claim(old.claims[0].id) == old.claims[0]
    assert store.claims_by_kind() == {ClaimKind.EVENT: 1, ClaimKind.STRENGTH: 1, ClaimKind.RELATION: 0}


@pytest.mark.parametrize(
    ("thing", "claims"), [("aqim", 2), ("state-fr", 2), ("country:ML", 5), ("fake:Gossi", 3), ("nobody", 0)]
)
def test_claims_about_a_thing(store: Store, coder: Coder, thing: str, claims: int) -> None:
    for document in reports(4):
        store.add(coder(document))
    assert len(store.claims_about(thing)) == claims


def test_counts(store: Store, coder: Coder) -> None:
    for document in reports(5):
        store.add(coder(document))
    assert store.document_count() == 5
    assert store.claims_by_kind() == {ClaimKind.EVENT: 4, ClaimKind.STRENGTH: 2, ClaimKind.RELATION: 0}
    assert store.rejections_by_reason() == {"nobody takes part": 1}
    assert sum(store.rejections_by_reason().values()) == len(store.rejections())


def test_find_by_id(store: Store, coder: Coder) -> None:
    coded = coder(reports(1)[0])
    store.add(coded)
    judgement = same(coded.claims[0].id, coded.claims[1].id)
    store.add_judgements([judgement])
    assert store.find(coded.document.id) == coded.document
    assert store.find(judgement.id) == judgement
    assert [store.find(claim.id) for claim in coded.claims] == list(coded.claims)
    assert store.judgements_on(coded.claims[0].id) == [judgement]


@pytest.mark.parametrize("thing", ["", "c", "c0123456789abcdef", "d0", "j0", "i0", "zebra", "c' OR 1=1 --"])
def test_unknown_ids(store: Store, thing: str) -> None:
    with pytest.raises(UnknownId, match="nothing in the store"):
        store.find(thing)


def test_judgements_come_back_with_their_time(store: Store) -> None:
    moment = datetime(2024, 5, 6, 7, 8, 9, 123456, tzinfo=UTC)
    opinion = Judgement(
        Verdict.AMENDED, "c1", None, Holder.ANALYST, "amina", moment, "typo", '{"unit":"men"}'
    )
    assert store.add_judgements([same("c2", "c1"), opinion]) == 2
    assert store.judgements() == [same("c2", "c1"), opinion]
    assert store.judgements()[1].id == opinion.id


def test_a_program_that_judges_alike_again_writes_nothing(store: Store) -> None:
    assert store.add_judgements([same("c1", "c2")]) == 1
    assert store.add_judgements([same("c1", "c2", NOW.replace(year=2025)), same("c1", "c3")]) == 1
    assert [judgement.at.year for judgement in store.judgements()] == [2024, 2024]


def test_an_analyst_who_says_it_again_is_heard_again(store: Store) -> None:
    for year in (2024, 2025):
        store.add_judgements([same("c1", "c2", NOW.replace(year=year), Holder.ANALYST)])
    assert len(store.judgements()) == 2


def test_what_is_published_stays_published(store: Store) -> None:
    assert store.publish([("i1", "c1"), ("i1", "c2"), ("i2", "c3")], {}) == 3
    assert store.publish([("i1", "c2"), ("i0", "c2")], {}) == 1
    assert store.published() == [("i1", "c1"), ("i1", "c2"), ("i2", "c3"), ("i0", "c2")]


def test_redirects_are_remembered_as_they_were_last(store: Store) -> None:
    assert store.publish([], {"i2": "i1", "i3": None}) == 2
    assert store.publish([], {"i2": "i1", "i3": None}) == 0
    assert store.publish([], {"i2": "i2", "i3": "i1"}) == 2
    assert store.redirects() == {"i2": "i2", "i3": "i1"}
    assert sum('"redirects"' in line for line in lines(store)) == 4  # and what was before is kept


def test_claims_of_any_reading_by_their_ids(store: Store) -> None:
    documents = reports(3)
    old = [FakeCoder("fake-1")()(document) for document in documents]
    for coded in (*old, *(FakeCoder("fake-2")()(document) for document in documents)):
        store.add(coded)
    wanted = {claim.id: claim for coded in old for claim in coded.claims}
    assert store.claims_by_id({*wanted, "c0"}) == wanted
    assert store.claims_by_id([f"c{number}" for number in range(1_200)]) == {}


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE judgements SET reason = 'x'", "only ever added"),
        ("DELETE FROM judgements", "only ever added"),
        ("UPDATE documents SET text = 'x'", "frozen"),
        ("UPDATE claims SET type = 'x'", "never edited"),
        ("DELETE FROM publications", "stays published"),
        ("UPDATE publications SET claim = 'x'", "stays published"),
        ("DELETE FROM redirects", "only ever added"),
        ("UPDATE redirects SET target = 'x'", "only ever added"),
    ],
)
def test_the_database_refuses_changes(store: Store, coder: Coder, statement: str, reason: str) -> None:
    store.add(coder(reports(1)[0]))
    store.add_judgements([same("c1", "c2")])
    store.publish([("i1", "c1")], {"i2": "i1"})
    with sqlite3.connect(store.path) as connection, pytest.raises(sqlite3.IntegrityError, match=reason):
        connection.execute(statement)


def test_a_document_is_written_whole_or_not_at_all(store: Store, coder: Coder) -> None:
    coded = coder(reports(1)[0])
    broken = replace(
        coded, rejections=(replace(coder(reports(3)[2]).rejections[0], document_id="d-missing"),)
    )
    with pytest.raises(StoreError):
        store.add(broken)
    assert lines(store) == []
    assert store.add(coded)


def test_an_origin_need_not_be_text(store: Store) -> None:
    store.add(Coded(Document("Text.", origin="caf\udce9.txt"), "fake-1"))
    assert store.documents()[0].origin == "caf\\udce9.txt"


def test_records_are_the_claims_format(store: Store, coder: Coder) -> None:
    coded = coder(reports(1)[0])
    store.add(coded)
    with sqlite3.connect(store.path) as connection:
        records = [json.loads(row[0]) for row in connection.execute("SELECT record FROM claims ORDER BY seq")]
    assert records == [claim.record for claim in coded.claims]


def test_a_full_disk_leaves_what_was_stored_whole(store: Store, coder: Coder) -> None:
    stored = 0
    engine = store._engine

    def add_until_full() -> None:
        nonlocal stored
        for document in reports(3000):
            store.add(coder(replace(document, text=document.text + " x" * 5000)))
            stored += 1

    with engine.connect() as connection:  # the pool hands this connection out again
        connection.execute(text("PRAGMA max_page_count = 200"))
    with pytest.raises(StoreFullError, match=r"no space is left.*make room"):
        add_until_full()
    assert stored > 10
    store.close()
    with Store.open(store.path) as again:
        assert again.document_count() == stored
        assert len(again.claims()) == sum(again.claims_by_kind().values())
        with sqlite3.connect(again.path) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("content", [b"These are notes, not a database. " * 100, b"\x00" * 4096, b"x"])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "harmattan.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match="not a Harmattan store"):
        Store.open(path)
    assert path.read_bytes() == content


def test_somebody_elses_database(tmp_path: Path) -> None:
    path = tmp_path / "harmattan.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="not a Harmattan store"):
        Store.open(path)


def test_a_store_of_a_newer_harmattan_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "harmattan.db"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreVersionError, match=r"newer Harmattan.*9999.*upgrade Harmattan"):
        Store.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


def test_a_folder_in_place_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "harmattan.db").mkdir()
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path / "harmattan.db")


def test_a_busy_store(store: Store, coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("harmattan.store.dialect.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(store.path) as impatient:
        assert impatient.documents() == []  # reading goes on
        with pytest.raises(StoreError, match="busy"):
            impatient.add(coder(reports(1)[0]))
    other.close()


def test_a_path_with_everything_in_it(tmp_path: Path, coder: Coder) -> None:
    path = tmp_path / "a ?b#c%20d%(e)s" / "harmattan.db"
    path.parent.mkdir()
    with Store.open(path) as store:
        store.add(coder(reports(1)[0]))
    assert path.exists()
