import zipfile
from pathlib import Path

import pytest

from harmattan.errors import GazetteerError
from harmattan.model.readings import PlaceKind
from harmattan.reference.dumps import LONGEST_LINE, Added, read_dump, usable_names


def main_line(
    number: int,
    name: str,
    feature: str = "P.PPL",
    at: tuple[str, str] = ("15.8", "-1.3"),
    country: str = "ML",
    admin1: str = "08",
    others: str = "",
) -> str:
    feature_class, code = feature.split(".")
    columns = [str(number), name, name, others, *at, feature_class, code, country, "", admin1]
    return "\t".join([*columns, "", "", "", "120", "", "300", "Africa/Bamako", "2020-01-01"])


def read(path: Path) -> tuple[list[tuple[str, PlaceKind]], Added]:
    added = Added()
    return [(entry.name, entry.kind) for entry in read_dump(path, added)], added


def test_the_main_table(tmp_path: Path) -> None:
    path = tmp_path / "ML.txt"
    lines = [
        main_line(1, "Gossi", others="Gôssi,غوسي,GOX,http://x.org/a"),
        main_line(2, "Gao Region", "A.ADM1", admin1="09"),
        main_line(3, "Republic of Mali", "A.PCLI"),
        main_line(4, "Some stream", "H.STM"),
        main_line(5, "Some school", "S.SCH"),
        main_line(6, "Camp Firhoun", "L.MILB"),
        main_line(7, "Wagadou", "V.FRST"),
        main_line(8, "Nowhere", admin1="00"),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    added = Added()
    entries = list(read_dump(path, added))
    assert [(entry.name, entry.kind.value) for entry in entries] == [
        ("Gossi", "point"),
        ("Gao Region", "admin"),
        ("Camp Firhoun", "point"),
        ("Wagadou", "area"),
        ("Nowhere", "point"),
    ]
    gossi, region, *_, nowhere = entries
    assert (gossi.id, gossi.country, gossi.admin1, gossi.lat, gossi.lon) == (
        "geonames:1",
        "ML",
        "08",
        15.8,
        -1.3,
    )
    assert gossi.names == ("Gossi", "Gôssi")
    assert region.division == "ML.09"
    assert nowhere.admin1 is None
    assert (added.places, added.passed_over, added.malformed) == (5, 3, 0)


@pytest.mark.parametrize(
    ("line", "division", "admin1"),
    [
        ("ML.09\tGao\tGao\t2457161", "ML.09", "09"),
        ("ML.09.91\tCercle d'Ansongo\tCercle d'Ansongo\t2461002", None, "09"),
    ],
)
def test_lists_of_divisions(tmp_path: Path, line: str, division: str | None, admin1: str) -> None:
    path = tmp_path / "codes.txt"
    path.write_text(line + "\n", encoding="utf-8")
    (entry,) = read_dump(path, Added())
    assert entry.kind is PlaceKind.ADMIN
    assert (entry.division, entry.country, entry.admin1, entry.lat) == (division, "ML", admin1, None)


def test_a_zipped_dump(tmp_path: Path) -> None:
    path = tmp_path / "ML.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "About these files")
        archive.writestr("ML.txt", main_line(1, "Gossi") + "\n")
    assert read(path)[0] == [("Gossi", PlaceKind.POINT)]


def test_bad_lines_are_left_out_and_counted(tmp_path: Path) -> None:
    path = tmp_path / "ML.txt"
    good = main_line(1, "Gossi").encode()
    bad = [
        b"too\tfew",
        main_line(2, "On the moon", at=("95", "0")).encode(),
        main_line(3, "No number", at=("north", "0")).encode(),
        main_line(4, "").encode(),
        main_line(5, "Latin 1 \xe9").encode("latin-1"),
        b"x" * (LONGEST_LINE + 10),
        main_line(6, "Not\ra number").replace("120", "many").encode(),
        b"",
    ]
    path.write_bytes(b"\n".join([good, *bad, main_line(7, "Hombori").encode()]))
    entries, added = read(path)
    assert [name for name, _ in entries] == ["Gossi", "Hombori"]
    assert (added.malformed, added.first_malformed) == (len(bad), 2)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"name,lat,lon\nGossi,1,2\n", "line 1 has 1 columns"),
        (b"\x00\x01\x02\xff", "line 1 has 0 columns"),
        (b"1\tMali\t17\t-3\n", "line 1 has 4 columns"),
    ],
)
def test_what_is_no_dump_is_refused_by_name_and_line(tmp_path: Path, content: bytes, problem: str) -> None:
    path = tmp_path / "places.txt"
    path.write_bytes(content)
    with pytest.raises(GazetteerError, match=problem) as caught:
        read(path)
    assert caught.value.thing == str(path)


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        read(tmp_path / "absent.txt")
    with pytest.raises(GazetteerError, match="cannot be read"):
        read(tmp_path)
    archive = tmp_path / "two.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", "")
        file.writestr("b.txt", "")
    with pytest.raises(GazetteerError, match="2 text files in the archive"):
        read(archive)


def test_a_damaged_archive(tmp_path: Path) -> None:
    path = tmp_path / "ML.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ML.txt", "\n".join(main_line(number, f"Village {number}") for number in range(400)))
    whole = path.read_bytes()
    path.write_bytes(whole[:200] + b"\xff" * 300 + whole[500:])
    with pytest.raises(GazetteerError, match="cannot be read"):
        read(path)


def test_names_of_use_to_a_reader_of_english() -> None:
    assert usable_names("Kyiv", ["Kiev", "Київ", "KBP", "1234", "K", "Kyïv", "a/b", "Kiev"]) == (
        "Kyiv",
        "Kiev",
        "Kyïv",
    )
