import pytest

from harmattan.errors import ReferenceError_
from harmattan.model.readings import PlaceKind
from harmattan.reference.countries import countries, parse_countries

NAMES = [
    ("Mali", "ML"),
    ("the Ivory Coast", "CI"),
    ("Côte d’Ivoire", "CI"),
    ("Congo-Kinshasa", "CD"),
    ("DR Congo", "CD"),
    ("D.R.C.", "CD"),
    ("Republic of the Congo", "CG"),
    ("US", "US"),
    ("U.S.", "US"),
    ("The Gambia", "GM"),
    ("Burma", "MM"),
    ("Türkiye", "TR"),
]
DEMONYMS = [
    ("Nigerien", "NE"),
    ("Nigerian", "NG"),
    ("Burkinabé", "BF"),
    ("French", "FR"),
    ("Congolese", "CD"),
]


@pytest.mark.parametrize(("name", "iso"), NAMES)
def test_by_name(name: str, iso: str) -> None:
    found = countries().by_name(name)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("name", ["us", "Atlantis", "Malian", "", "car"])
def test_no_country(name: str) -> None:
    assert countries().by_name(name) is None


@pytest.mark.parametrize(("word", "iso"), DEMONYMS)
def test_by_demonym(word: str, iso: str) -> None:
    found = countries().by_demonym(word)
    assert found is not None
    assert found.iso == iso


def test_a_capital_stands_for_its_government_and_not_for_a_place() -> None:
    kremlin, bamako = countries().by_metonym("the Kremlin"), countries().by_metonym("Bamako")
    assert kremlin is not None
    assert bamako is not None
    assert (kremlin.iso, bamako.iso) == ("RU", "ML")
    assert countries().by_name("Bamako") is None


def test_regions_have_no_country() -> None:
    sahel = countries().region("the Sahel")
    assert sahel is not None
    assert (sahel.id, sahel.kind, sahel.country) == ("region:sahel", PlaceKind.REGION, None)
    assert countries().countries_of("Liptako-Gourma") == ("ML", "BF", "NE")
    assert countries().region("Mali") is None


def test_finds_names_and_demonyms_in_a_text() -> None:
    text = "The U.S. told us that Nigerien, not Nigerian, forces left Guinea-Bissau; Mali’s did not."
    assert [(text[start:end], country.iso, kind) for start, end, country, kind in countries().find(text)] == [
        ("U.S.", "US", "name"),
        ("Nigerien", "NE", "demonym"),
        ("Nigerian", "NG", "demonym"),
        ("Guinea-Bissau", "GW", "name"),
        ("Mali", "ML", "name"),
    ]


def test_every_country_is_whole() -> None:
    known = countries().all
    assert len(known) >= 195
    assert len({country.iso for country in known}) == len(known)
    for country in known:
        assert len(country.iso) == 2
        assert country.capital
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180
        assert country.location.country == country.iso
    for region in countries().regions:
        assert all(countries().get(iso) for iso in region.countries), region.location.name


MALI = '[[country]]\niso = "ML"\nname = "Mali"\ncapital = "Bamako"\n'
BROKEN = [
    ("not toml", "countries.toml"),
    (MALI, "Mali: 'centre' is missing"),
    (MALI + "centre = [1]\n", "Mali"),
    (
        MALI + 'centre = [1, 2]\n[[country]]\niso = "XX"\nname = "Mali"\ncapital = "Y"\ncentre = [1, 2]\n',
        "'Mali' belongs to",
    ),
    ('[[region]]\nid = "x"\nname = "X"\n', "region x: 'centre' is missing"),
]


@pytest.mark.parametrize(("text", "problem"), BROKEN)
def test_wrong_data_is_named(text: str, problem: str) -> None:
    with pytest.raises(ReferenceError_, match=problem):
        parse_countries(text)


def test_ids_of_geonames() -> None:
    known = countries().geonames
    assert known["country:ML"] == "geonames:2453866"
    assert known["region:africa"] == "geonames:6255146"
    assert "region:sahel" not in known
    assert len(set(known.values())) == len(known)
    assert all(f"country:{country.iso}" in known for country in countries().all)
