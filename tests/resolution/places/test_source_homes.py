from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.resolution.context import Context
from harmattan.resolution.places.containers import Container
from harmattan.resolution.places.features import Mentions
from harmattan.resolution.places.linker import PlaceLinker
from harmattan.resolution.places.ranker import Group
from harmattan.resolution.places.source_homes import learn_homes
from tests.resolution.reported import place, reading


def group(name: str, *beliefs: tuple[Location, float]) -> Group:
    made = Group(
        name, Mentions((), Container()), frozenset(), [one for one, _ in beliefs], [{} for _ in beliefs]
    )
    made.beliefs = [belief for _, belief in beliefs]
    return made


def town(number: int, name: str, lat: float, lon: float) -> Location:
    return Location(f"t{number}", name, PlaceKind.POINT, "US", lat, lon)


PARIS_TEXAS, PARIS_FRANCE = town(1, "Paris", 33.7, -95.6), town(2, "Paris", 48.9, 2.4)
BLOSSOM, RENO, TOKYO = (
    town(3, "Blossom", 33.7, -95.4),
    town(4, "Reno", 33.7, -95.5),
    town(5, "Tokyo", 35.7, 139.7),
)


def test_home_is_where_the_towns_of_most_texts_lie() -> None:
    paris = (PARIS_FRANCE, 0.7), (PARIS_TEXAS, 0.3)
    homes = learn_homes(
        [
            ("news.example", [group("paris", *paris), group("blossom", (BLOSSOM, 0.9))]),
            ("news.example", [group("paris", *paris), group("reno", (RENO, 0.9))]),
            ("news.example", [group("blossom", (BLOSSOM, 0.9)), group("tokyo", (TOKYO, 0.9))]),
        ]
    )
    assert set(homes) == {"news.example"}
    assert homes["news.example"] in {PARIS_TEXAS, BLOSSOM, RENO}


def test_one_text_makes_no_home_and_nor_do_texts_from_everywhere() -> None:
    assert learn_homes([("a", [group("reno", (RENO, 1.0))])]) == {}
    everywhere = [("b", [group(str(n), (town(n, str(n), 0, 10.0 * n), 1.0))]) for n in range(9)]
    assert learn_homes(everywhere) == {}
    assert learn_homes([]) == {}


def test_a_paper_means_its_own_town() -> None:
    home = Location("home", "Paris", PlaceKind.POINT, "US", 33.66, -95.56, "Texas")
    written = reading("A fire broke out in Paris. Lebanon is far.")
    mentions = [place(written.document, "Paris")]
    context = Context(written, countries())
    context.source = "news.example"
    far = PlaceLinker(load_registry(), countries(), open_gazetteer())
    near = PlaceLinker(load_registry(), countries(), open_gazetteer(), homes={"news.example": home})
    assert far.link_all(mentions, context)[mentions[0]].country != "US"
    assert near.link_all(mentions, context)[mentions[0]].country == "US"
