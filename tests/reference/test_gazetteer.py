import multiprocessing
import os
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from harmattan.errors import GazetteerError
from harmattan.model.readings import PlaceKind
from harmattan.reference.dumps import DumpEntry
from harmattan.reference.gazetteer import Gazetteer, create_gazetteer, default_path, open_gazetteer
from tests.reference.test_dumps import main_line


def entry(number: int, name: str, country: str, population: int = 0, *others: str) -> DumpEntry:
    return DumpEntry(
        f"geonames:{number}",
        name,
        PlaceKind.POINT,
        country,
        "08",
        15.0,
        float(number),
        population,
        (name, *others),
    )


SMALL = (
    entry(1, "Gossi", "ML", 20),
    entry(2, "Tombouctou", "ML", 54000, "Timbuktu"),
    entry(3, "Léré", "ML"),
    entry(4, "Lere", "NG", 900),
    entry(5, "Fada N'Gourma", "BF", 30000),
    entry(6, "Ville", "FR", 10, "Gossi"),
    entry(7, "Big", "FR", 10_000_000, "Gossi"),
)


@pytest.fixture
def store(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "own.db"
    create_gazetteer(path, SMALL)
    return open_gazetteer(path)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Gossi", ["geonames:1", "geonames:7", "geonames:6"]),
        ("GOSSI", ["geonames:1", "geonames:7", "geonames:6"]),
        ("Timbuktu", ["geonames:2"]),
        ("lere", ["geonames:4", "geonames:3"]),
        ("Fada N’gourma", ["geonames:5"]),
        ("fada-n'gourma", ["geonames:5"]),
        ("Nowhere", []),
        ("", []),
        ("'; drop table place; --", []),
    ],
)
def test_lookup(store: Gazetteer, name: str, ids: list[str]) -> None:
    assert [place.id for place in store.lookup(name)] == ids
    assert store.contains(name) == bool(ids)


def test_a_place_knows_its_country_and_division(store: Gazetteer, tmp_path: Path) -> None:
    (timbuktu,) = store.lookup("Timbuktu")
    assert (timbuktu.name, timbuktu.kind, timbuktu.country, timbuktu.population) == (
        "Tombouctou",
        PlaceKind.POINT,
        "ML",
        54000,
    )
    assert timbuktu.admin1 == "08", "only its code is known until a list of divisions is added"
    divisions = tmp_path / "admin1CodesASCII.txt"
    divisions.write_text("ML.08\tTombouctou Region\tTombouctou Region\t2449066\n", encoding="utf-8")
    store.add_dump(divisions)
    assert store.lookup("Timbuktu")[0].admin1 == "Tombouctou Region"


def test_a_dump_adds_and_replaces(store: Gazetteer, tmp_path: Path) -> None:
    dump = tmp_path / "ML.txt"
    dump.write_text(
        main_line(1, "Gossi", at=("15.81", "-1.29"))
        + "\n"
        + main_line(90, "Tombouctou Region", "A.ADM1", at=("19.7", "-3.6"))
        + "\nbad line\n",
        encoding="utf-8",
    )
    assert not store.contains("Tombouctou Region")
    added = store.add_dump(dump)
    assert (added.places, added.malformed, added.first_malformed) == (2, 1, 3)
    gossi = store.lookup("Gossi")[0]
    assert (gossi.lat, gossi.lon) == (15.81, -1.29)
    assert store.lookup("Tombouctou Region")[0].kind is PlaceKind.ADMIN
    assert len(store) == len(SMALL) + 1
    again = store.add_dump(dump)
    assert again.places == 2
    assert len(store) == len(SMALL) + 1


def test_a_list_of_divisions_does_not_erase_coordinates(store: Gazetteer, tmp_path: Path) -> None:
    dump, codes = tmp_path / "ML.txt", tmp_path / "codes.txt"
    dump.write_text(main_line(90, "Gao Region", "A.ADM1", at=("16.6", "1.6")) + "\n", encoding="utf-8")
    codes.write_text("ML.09\tGao\tGao\t90\n", encoding="utf-8")
    for order in ((dump, codes), (codes, dump)):
        for path in order:
            store.add_dump(path)
        assert store.lookup("Gao")[0].lat == 16.6


def test_a_refused_dump_leaves_the_store_as_it_was(store: Gazetteer, tmp_path: Path) -> None:
    dump = tmp_path / "x.csv"
    dump.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="line 1"):
        store.add_dump(dump)
    assert len(store) == len(SMALL)


def _add_for_ever(path: Path, dump: Path) -> None:
    open_gazetteer(path).add_dump(dump)


@pytest.mark.parametrize("moment", [0.05, 0.15, 0.3])
def test_a_killed_import_leaves_nothing_of_a_dump(tmp_path: Path, moment: float) -> None:
    path, dump = tmp_path / "own.db", tmp_path / "big.txt"
    create_gazetteer(path, SMALL)
    with dump.open("w", encoding="utf-8") as file:
        file.writelines(main_line(number, f"Village {number}") + "\n" for number in range(100, 60_100))
    process = multiprocessing.get_context("spawn").Process(target=_add_for_ever, args=(path, dump))
    process.start()
    journal = path.with_name(path.name + "-journal")
    deadline = time.monotonic() + 60
    while not journal.exists() and process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(moment)
    if process.pid is not None:
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    store = open_gazetteer(path)
    assert len(store) in (len(SMALL), len(SMALL) + 60_000)
    store.add_dump(dump)
    assert len(store) == len(SMALL) + 60_000


def test_a_store_that_is_not_there_or_is_none(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="there is no gazetteer"):
        open_gazetteer(tmp_path / "absent.db")
    text = tmp_path / "text.db"
    text.write_text("this is not a database, it is a plain text of some length\n" * 30, encoding="utf-8")
    with pytest.raises(GazetteerError, match="not a gazetteer"):
        open_gazetteer(text)
    empty = tmp_path / "empty.db"
    sqlite3.connect(empty).execute("create table x (y)").connection.close()
    with pytest.raises(GazetteerError, match="of format 0"):
        open_gazetteer(empty)


def test_creating_where_nothing_can_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with pytest.raises(GazetteerError, match="cannot be written"):
        create_gazetteer(blocked / "own.db", SMALL)


def test_creating_twice_keeps_what_was_added(tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    create_gazetteer(path, SMALL)
    create_gazetteer(path, SMALL[:1])
    assert len(open_gazetteer(path)) == len(SMALL)
    assert [file.name for file in tmp_path.iterdir()] == ["own.db"], "no half-made file stays behind"


def test_the_default_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = default_path()
    assert path.parent == tmp_path / "harmattan"
    path.parent.mkdir()
    path.write_bytes(b"damaged")
    store = open_gazetteer()
    assert len(store) > 200_000
    assert path.stat().st_size > 1_000_000, "a damaged store is made anew"
    cases = {
        "Gossi": "ML",
        "Hombori": "ML",
        "Ménaka": "ML",
        "Djibo": "BF",
        "Tillabéri": "NE",
        "Afrin": "SY",
        "Kobani": "SY",
        "Kyiv": "UA",
        "Darfur": "SD",
        "North Kivu": "CD",
    }
    assert {name: store.lookup(name)[0].country for name in cases} == cases
    assert {place.admin1 for place in store.lookup("Gossi")} == {"Tombouctou"}
    with pytest.raises(GazetteerError):
        store.add_dump(tmp_path / "absent.txt")


def test_the_default_store_takes_no_dump(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    create_gazetteer(default_path(), SMALL)
    dump = tmp_path / "ML.txt"
    dump.write_text(main_line(1, "Gossi") + "\n", encoding="utf-8")
    store = open_gazetteer()
    assert len(store) == len(SMALL)
    with pytest.raises(GazetteerError, match="own gazetteer"):
        store.add_dump(dump)


def test_without_a_cache_the_default_store_is_made_in_memory(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    monkeypatch.setattr("harmattan.reference.gazetteer.packaged_places", lambda: iter(SMALL))
    assert len(open_gazetteer()) == len(SMALL)


PACKAGED = [
    ("Laurel County", "geonames:4297480", "ADM2", "US"),
    ("Rapides", "geonames:4338356", "ADM2", "US"),
    ("Oxfordshire", "geonames:2640726", "ADM2", "GB"),
    ("Sourou", "geonames:2355211", "ADM2", "BF"),
    ("Texas", "geonames:4736286", "ADM1", "US"),
    ("Puerto Rico", "geonames:4566966", "PCLD", "PR"),
    ("Gossi", "geonames:2457016", "PPL", "ML"),
]


@pytest.mark.parametrize(("name", "identity", "feature", "country"), PACKAGED)
def test_divisions_and_territories_are_in_the_package(
    name: str, identity: str, feature: str, country: str
) -> None:
    found = [place for place in open_gazetteer().lookup(name) if place.id == identity]
    assert [(place.feature, place.country) for place in found] == [(feature, country)]
    assert found[0].lat is not None
    assert open_gazetteer().holds(identity)


def test_what_is_not_held() -> None:
    assert not open_gazetteer().holds("geonames:0")


def test_a_watch_is_told_how_far_it_is(store: Gazetteer, tmp_path: Path) -> None:
    path = tmp_path / "ML.txt"
    path.write_text(
        "\n".join(main_line(number, f"Well {number}") for number in range(1, 5001)), encoding="utf8"
    )
    told: list[float] = []
    added = store.add_dump(path, lambda so_far: told.append(so_far.share))
    assert told == [1.0]
    assert added.share == 1.0
