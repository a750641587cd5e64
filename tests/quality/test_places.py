import json
import math
from pathlib import Path

import pytest

from harmattan.reference.countries import countries
from quality.place_files import marks_demonyms, read_annotated
from quality.places import FARTHEST_KM, Resolved, area_under_errors, matches, title


def line(text: str, *toponyms: tuple[str, float | None, str | None], **fields: object) -> str:
    marks = []
    for name, lat, number in toponyms:
        start = text.index(name)
        mark = {"start": start, "end": start + len(name), "name": name}
        marks.append(
            mark
            | ({"lat": lat, "lon": 1.0} if lat is not None else {})
            | ({"geonameid": number} if number else {})
        )
    return json.dumps({"text": text, "toponyms": marks, **fields})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "LGL.jsonl"
    path.write_text(
        "\n".join(
            [
                line(
                    "Malian police left Gao for Main Street.",
                    ("Malian", 17.0, "2453866"),
                    ("Gao", 16.3, "2457163"),
                    ("Main Street", None, None),
                    docid="7",
                    domain="example.org",
                    dltime="2009-03-20 12:24:52",
                ),
                line("Nobody is anywhere."),
                "",
            ]
        ),
        encoding="utf8",
    )
    return path


def test_a_file_is_read(file: Path) -> None:
    first, second = read_annotated(file)
    assert (first.id, first.document.source, str(first.document.published)) == (
        "7",
        "example.org",
        "2009-03-20",
    )
    assert [(toponym.id, toponym.location is not None) for toponym in first.toponyms] == [
        ("geonames:2453866", True),
        ("geonames:2457163", True),
        (None, False),
    ]
    assert (second.id, second.toponyms) == ("1", ())


def test_spans_outside_the_text_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps({"text": "Gao", "toponyms": [{"start": 1, "end": 9}, {"start": 2, "end": 2}]}))
    assert read_annotated(path)[0].toponyms == ()


def test_the_convention_on_demonyms_is_seen(file: Path) -> None:
    documents = read_annotated(file)
    assert marks_demonyms(documents, countries())
    assert not marks_demonyms(documents[1:], countries())


@pytest.mark.parametrize(
    ("found", "gold", "pairs"),
    [
        ([], [(0, 3)], []),
        ([(0, 3)], [(0, 3)], [(0, 0)]),
        ([(0, 5)], [(3, 9)], [(0, 0)]),
        ([(0, 3)], [(3, 9)], []),
        ([(0, 9)], [(0, 3), (4, 9)], [(0, 0)]),
        ([(0, 3), (4, 9)], [(0, 9)], [(0, 0)]),
        ([(10, 12), (0, 3)], [(11, 13), (2, 4)], [(1, 1), (0, 0)]),
    ],
)
def test_each_is_matched_once(
    found: list[tuple[int, int]], gold: list[tuple[int, int]], pairs: list[tuple[int, int]]
) -> None:
    assert matches(found, gold) == pairs


def test_area_under_errors() -> None:
    assert area_under_errors([0.0, 0.0, 0.0]) == 0
    assert area_under_errors([FARTHEST_KM] * 4) == pytest.approx(1)
    half = math.expm1(math.log1p(FARTHEST_KM) / 2)
    assert area_under_errors([half, half]) == pytest.approx(0.5)
    assert area_under_errors([]) == 0


def test_figures_of_resolution() -> None:
    counts = Resolved(
        errors=[1.0, 500.0, FARTHEST_KM, 2.0],
        given=3,
        right=2,
        held=3,
        right_of_held=2,
        with_id=2,
        exact=1,
        ids_held=2,
    )
    figures = {figure.name.removeprefix("X "): figure.value for figure in counts.figures("X")}
    assert figures["within 161 km, of all"] == 50
    assert figures["within 161 km, of those held"] == pytest.approx(200 / 3)
    assert figures["within 161 km, of those given"] == pytest.approx(200 / 3)
    assert figures["exact id"] == 50
    assert figures["median error, km"] == 251


@pytest.mark.parametrize(
    ("file_name", "name"),
    [("lgl", "LGL"), ("TR-News", "TR-News"), ("GeoWebNews-test", "GeoWebNews"), ("mine", "mine")],
)
def test_titles(file_name: str, name: str) -> None:
    assert title(Path(f"{file_name}.jsonl")) == name
