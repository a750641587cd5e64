import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.model.readings import Place, PlaceKind
from harmattan.model.world import Location
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import Gazetteer, open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.distance import distance_km
from harmattan.resolution.places.linker import PlaceLinker
from tests.resolution.reported import place, reading


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


def link(text: str, gazetteer: Gazetteer, *quotes: str) -> list[Place]:
    written = reading(text)
    places = [place(written.document, quote) for quote in quotes]
    linker = PlaceLinker(load_registry(), countries(), gazetteer)
    linked = linker.link_all(places, Context(written, countries()))
    return [linked[one] for one in places]


COUNTRIES = [
    ("Troops left Mali.", "Mali", "country:ML", "ML", PlaceKind.COUNTRY),
    ("Troops left Côte d’Ivoire.", "Côte d’Ivoire", "country:CI", "CI", PlaceKind.COUNTRY),
    ("War in northern Mali.", "northern Mali", "country:ML:north", "ML", PlaceKind.AREA),
    ("War in the north of Mali.", "the north of Mali", "country:ML:north", "ML", PlaceKind.AREA),
    ("War in northwestern Syria.", "northwestern Syria", "country:SY:northwest", "SY", PlaceKind.AREA),
    ("War in South Sudan.", "South Sudan", "country:SS", "SS", PlaceKind.COUNTRY),
    ("War in southern Sudan.", "southern Sudan", "country:SD:south", "SD", PlaceKind.AREA),
    ("Mali burns. They took the north.", "the north", "country:ML:north", "ML", PlaceKind.AREA),
    ("They took the north.", "the north", None, None, PlaceKind.AREA),
    (
        "Mali burns. Mali fights. Benin told of two attacks in the north of the country.",
        "the north",
        "country:BJ:north",
        "BJ",
        PlaceKind.AREA,
    ),
    (
        "Mali burns and Chad burns. Niger burns. They took the north.",
        "the north",
        None,
        None,
        PlaceKind.AREA,
    ),
    ("War in the Sahel.", "the Sahel", "region:sahel", None, PlaceKind.REGION),
    (
        "War in the Liptako-Gourma region.",
        "Liptako-Gourma region",
        "region:liptako-gourma",
        None,
        PlaceKind.REGION,
    ),
    ("War in the Lake Chad basin.", "the Lake Chad basin", "region:lake-chad-basin", None, PlaceKind.REGION),
    (
        "Burkina Faso mourns. War in the Sahel region.",
        "the Sahel region",
        "geonames:6930713",
        "BF",
        PlaceKind.ADMIN,
    ),
    ("Nigerian police spoke in Niger State.", "Niger State", "geonames:2328925", "NG", PlaceKind.ADMIN),
    ("Nigerian troops went into Niger.", "Niger", "country:NE", "NE", PlaceKind.COUNTRY),
    ("Russia invaded Georgia, U.S. officials said.", "Georgia", "country:GE", "GE", PlaceKind.COUNTRY),
    ("Tbilisi and Georgia.", "Georgia", "country:GE", "GE", PlaceKind.COUNTRY),
    (
        "U.S. troops left bases in Georgia. U.S. officials said so.",
        "Georgia",
        "geonames:4197000",
        "US",
        PlaceKind.ADMIN,
    ),
]


@pytest.mark.parametrize(("text", "quote", "place_id", "country", "kind"), COUNTRIES)
def test_countries_and_their_parts(
    text: str,
    quote: str,
    place_id: str | None,
    country: str | None,
    kind: PlaceKind,
    gazetteer: Gazetteer,
) -> None:
    (found,) = link(text, gazetteer, quote)
    assert (found.id, found.country, found.kind) == (place_id, country, kind)


TOWNS = [
    ("Gunmen attacked Gossi, Mali.", "Gossi", "ML"),
    ("Gunmen attacked Afrin, northwestern Syria.", "Afrin", "SY"),
    ("Malian soldiers died at Moura.", "Moura", "ML"),
    ("Gunmen came to Djibo.", "Djibo", "BF"),
    ("Gunmen attacked Tripoli. The Libyan government fled.", "Tripoli", "LY"),
    ("Gunmen attacked Tripoli. The Lebanese government fled.", "Tripoli", "LB"),
    ("Israeli jets struck Gaza.", "Gaza", "PS"),
    ("Shells fell on Aleppo.", "Aleppo", "SY"),
    ("He spoke in Paris.", "Paris", "FR"),
    ("He spoke in Paris, Texas.", "Paris", "US"),
    ("Boko Haram burned Bosso. Diffa is quiet. Niger mourns.", "Bosso", "NE"),
    ("JNIM fighters took Léré, in the Timbuktu region.", "Léré", "ML"),
    ("He was in Washington. U.S. officials said so.", "Washington", "US"),
    ("Clashes in South Kivu and Goma.", "South Kivu", "CD"),
    ("Fighting in Helmand province.", "Helmand province", "AF"),
    ("Kidal, the Kidal region and Ménaka fell. Mali wept.", "the Kidal region", "ML"),
]


@pytest.mark.parametrize(("text", "quote", "country"), TOWNS)
def test_a_town_is_found_where_the_text_puts_it(
    text: str, quote: str, country: str, gazetteer: Gazetteer
) -> None:
    (found,) = link(text, gazetteer, quote)
    assert found.country == country
    assert found.id is not None
    assert found.lat is not None


UNKNOWN = [
    ("Gunmen attacked Xyzzyville.", "Xyzzyville", None),
    ("Gunmen attacked Xyzzyville, Mali.", "Xyzzyville", "ML"),
    ("Gunmen attacked Springfield.", "Springfield", None),
    ("Malian troops entered Bournemouthe and Blagnac.", "Blagnac", None),
    ("Gunmen attacked San José.", "San José", "CR"),
    ("Gunmen attacked the camp.", "the camp", None),
    ("Malian troops crossed Gossi district.", "Gossi district", None),
]


@pytest.mark.parametrize(("text", "quote", "country"), UNKNOWN)
def test_no_point_is_invented(text: str, quote: str, country: str | None, gazetteer: Gazetteer) -> None:
    (found,) = link(text, gazetteer, quote)
    assert found.country == country
    if country != "CR":  # a capital of that name is meant unless the text speaks of elsewhere
        assert (found.id, found.lat, found.lon) == (None, None, None)


def test_the_other_places_of_a_report_help(gazetteer: Gazetteer) -> None:
    alone = link("Fighting in Tripoli.", gazetteer, "Tripoli")[0]
    assert alone.country in (None, "LY")
    beside = link("Fighting in Tripoli, Beirut and Sidon.", gazetteer, "Tripoli", "Beirut", "Sidon")
    assert [found.country for found in beside] == ["LB", "LB", "LB"]


def test_a_place_s_coordinates_are_a_town_s_own(gazetteer: Gazetteer) -> None:
    (gossi,) = link("Gunmen attacked Gossi, Mali.", gazetteer, "Gossi")
    assert (gossi.id, gossi.kind) == ("geonames:2457016", PlaceKind.POINT)
    assert gossi.lat == pytest.approx(15.82, abs=0.1)
    assert gossi.lon == pytest.approx(-1.29, abs=0.1)


def test_around_a_town_is_not_the_town(gazetteer: Gazetteer) -> None:
    (found,) = link("A convoy was hit in northern Gao in Mali.", gazetteer, "northern Gao")
    assert (found.country, found.kind) == ("ML", PlaceKind.AREA)


def test_part_of_a_division_has_no_coordinates(gazetteer: Gazetteer) -> None:
    (found,) = link("Fire in northern Helmand province, Afghanistan.", gazetteer, "northern Helmand province")
    assert (found.id, found.kind, found.lat) == ("geonames:1140043:north", PlaceKind.AREA, None)


def test_a_place_already_found_is_kept(gazetteer: Gazetteer) -> None:
    written = reading("In Gossi.")
    given_place = Place(place(written.document, "Gossi").span, "Gossi", id="mine", country="XX")
    linker = PlaceLinker(load_registry(), countries(), gazetteer)
    assert linker.link_all([given_place], Context(written, countries())) == {given_place: given_place}


def test_distances() -> None:
    bamako = Location("a", "Bamako", PlaceKind.POINT, "ML", 12.65, -8.0)
    gao = Location("b", "Gao", PlaceKind.POINT, "ML", 16.27, -0.04)
    nowhere = Location("c", "Nowhere", PlaceKind.POINT, "ML", None, None)
    assert distance_km(bamako, gao) == pytest.approx(940, abs=15)
    assert distance_km(bamako, bamako) == 0
    assert distance_km(bamako, nowhere) == float("inf")


NAMES = st.sampled_from(
    [
        "Mali",
        "Gao",
        "Tripoli",
        "northern Mali",
        "the north",
        "Paris",
        "Georgia",
        "Springfield",
        "Sahel",
        "Moura",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=6))
def test_the_same_report_gives_the_same_places_in_any_order(names: list[str]) -> None:
    gazetteer = open_gazetteer()
    text = "Fighting was reported in " + ", and then in ".join(names) + "."
    written = reading(text)
    places = [place(written.document, name) for name in names]
    linker = PlaceLinker(load_registry(), countries(), gazetteer)
    context = Context(written, countries())
    forward = linker.link_all(places, context)
    assert forward == linker.link_all(list(reversed(places)), context)
    for found in forward.values():
        assert (found.lat is None) == (found.lon is None)
        assert found.span.quote == found.name
