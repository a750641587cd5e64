import pytest

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.records import _place, place_record
from harmattan.model.text import Span
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import Gazetteer, open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.linker import PlaceLinker
from harmattan.resolution.places.relative import destination, read_relative
from tests.resolution.reported import place, reading


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def link(text: str, quote: str, gazetteer: Gazetteer) -> Place:
    written = reading(text)
    told = place(written.document, quote)
    linker = PlaceLinker(load_registry(), countries(), gazetteer)
    return linker.link_all([told], Context(written, countries()))[told]


READ = [
    ("12 km north of Gossi", "offset", ["Gossi"], 12.0, "north"),
    ("about 40 kilometres (25 miles) north-east of Ménaka", "offset", ["Ménaka"], 40.0, "northeast"),
    ("ten miles south of the town of Kidal", "offset", ["Kidal"], 16.09, "south"),
    ("60km from Bamako", "offset", ["Bamako"], 60.0, None),
    ("1,200 km from Bamako", "offset", ["Bamako"], 1200.0, None),
    ("a few kilometres from Gao", "around", ["Gao"], None, None),
    ("the outskirts of Mogadishu", "around", ["Mogadishu"], None, None),
    ("south of Timbuktu", "around", ["Timbuktu"], None, None),
    ("between Gao and Ansongo", "between", ["Gao", "Ansongo"], None, None),
    ("between the towns of Gao and Ansongo", "between", ["Gao", "Ansongo"], None, None),
    ("the road from Gao to Kidal", "between", ["Gao", "Kidal"], None, None),
    ("the border between Mali and Niger", "border", ["Mali", "Niger"], None, None),
    ("the border with neighbouring Niger", "border", ["Niger"], None, None),
    ("Mali's border with Niger", "border", ["Mali", "Niger"], None, None),
    ("Nigerien border", "border", ["Nigerien"], None, None),
]


@pytest.mark.parametrize(("words", "how", "anchors", "km", "bearing"), READ)
def test_how_a_place_is_told(
    words: str, how: str, anchors: list[str], km: float | None, bearing: str | None
) -> None:
    relative = read_relative(Place(Span(7, 7 + len(words), words), words))
    assert relative is not None
    assert (relative.how, [one.name for one in relative.anchors], relative.bearing) == (how, anchors, bearing)
    assert relative.km == (pytest.approx(km) if km else None)
    for anchor in relative.anchors:
        assert words[anchor.span.start - 7 : anchor.span.end - 7] == anchor.span.quote == anchor.name


@pytest.mark.parametrize(
    "words",
    ["Gossi", "northern Mali", "South Sudan", "North of England", "the north of Mali", "Bordeaux", ""],
)
def test_a_place_of_its_own(words: str) -> None:
    assert read_relative(Place(Span(0, len(words), words), words)) is None


def test_so_far_in_a_wind(gazetteer: Gazetteer) -> None:
    found = link("Gunmen came 12 km north of Gossi, Mali.", "12 km north of Gossi", gazetteer)
    assert (found.id, found.country, found.kind) == ("geonames:2457016:12km-north", "ML", PlaceKind.AREA)
    assert found.lat == pytest.approx(15.82 + 12 / 111.2, abs=0.02)
    assert found.lon == pytest.approx(-1.29, abs=0.02)
    assert found.radius_km == pytest.approx(4.6, abs=0.1)


def test_so_far_in_no_wind(gazetteer: Gazetteer) -> None:
    found = link("Rebels stood 60 km from Bamako in Mali.", "60 km from Bamako", gazetteer)
    assert (found.kind, found.radius_km) == (PlaceKind.AREA, 60)


def test_between_two_towns(gazetteer: Gazetteer) -> None:
    found = link("A mine went off between Gao and Ansongo in Mali.", "between Gao and Ansongo", gazetteer)
    assert found.id == "between:geonames:2457163,geonames:2461003"
    assert found.lat is not None and 15.6 < found.lat < 16.3
    assert found.radius_km == pytest.approx(47, abs=5)


@pytest.mark.parametrize(
    ("text", "quote", "identity"),
    [
        (
            "They met near Mali's border with Niger.",
            "Mali's border with Niger",
            "border:country:ML,country:NE",
        ),
        (
            "Malian troops, Malian police: all were at the border with Niger.",
            "the border with Niger",
            "border:country:ML,country:NE",
        ),
        ("They were at the border with Niger.", "the border with Niger", None),
    ],
)
def test_borders_have_no_middle(text: str, quote: str, identity: str | None, gazetteer: Gazetteer) -> None:
    found = link(text, quote, gazetteer)
    assert (found.id, found.lat, found.lon, found.kind) == (identity, None, None, PlaceKind.AREA)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They came 12 km north of Xyzzyville, Mali.", "12 km north of Xyzzyville"),
        ("They met between Xyzzyville and Gao in Mali.", "between Xyzzyville and Gao"),
        ("Ships sail between Tokyo and London.", "between Tokyo and London"),
        ("They came 12 km north of Mali.", "12 km north of Mali"),
        ("They were 9,000 km from Bamako.", "9,000 km from Bamako"),
    ],
)
def test_no_area_is_invented(text: str, quote: str, gazetteer: Gazetteer) -> None:
    found = link(text, quote, gazetteer)
    assert (found.id, found.lat, found.radius_km, found.kind) == (None, None, None, PlaceKind.AREA)


@pytest.mark.parametrize(
    ("wind", "lat", "lon"),
    [("north", 1.0, 0.0), ("east", 0.0, 1.0), ("south", -1.0, 0.0), ("west", 0.0, -1.0)],
)
def test_destinations(wind: str, lat: float, lon: float) -> None:
    assert destination(0.0, 0.0, wind, 111.19) == pytest.approx((lat, lon), abs=0.01)


def test_over_the_date_line() -> None:
    assert destination(0.0, 179.9, "east", 111.19)[1] == pytest.approx(-179.1, abs=0.01)


def test_the_radius_is_kept() -> None:
    told = Place(Span(0, 3, "Gao"), "Gao", radius_km=4.6)
    assert _place(place_record(told)) == told
    assert "radius_km" not in place_record(Place(Span(0, 3, "Gao"), "Gao"))
