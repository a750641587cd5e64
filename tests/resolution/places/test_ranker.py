import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harmattan.model.readings import PlaceKind
from harmattan.model.world import Location
from harmattan.resolution.places.containers import Container
from harmattan.resolution.places.features import OWN, SHARED, Features, Mentions
from harmattan.resolution.places.ranker import Group, Weights, choose, shipped_weights, weigh
from harmattan.resolution.places.reasons import in_words, reasons

WEIGHTS = Weights(
    {
        "people": 1.0,
        "near": 2.0,
        "not far": 1.0,
        "in named division": 2.0,
        "holds places": 1.0,
        "division": 3.0,
    },
    nowhere=2.0,
    least=0.5,
)


def town(number: int, name: str, lat: float, lon: float, admin1: str = "A", country: str = "US") -> Location:
    return Location(f"t{number}", name, PlaceKind.POINT, country, lat, lon, admin1, 0, "PPL")


def division(name: str, country: str = "US") -> Location:
    return Location(f"d{name}", name, PlaceKind.ADMIN, country, 40.0, -80.0, name, 0, "ADM1")


def group(name: str, *candidates: tuple[Location, Features], sentence: int = 0) -> Group:
    return Group(
        name,
        Mentions((), Container()),
        frozenset([sentence]),
        [place for place, _ in candidates],
        [features for _, features in candidates],
    )


def chosen(groups: list[Group], weights: Weights = WEIGHTS) -> list[str | None]:
    weigh(groups, weights)
    return [
        choice.location.id if choice.location else None for choice in (choose(one, weights) for one in groups)
    ]


SPRINGFIELD = (
    (town(1, "Springfield", 39.8, -89.6, "Illinois"), {"people": 3.0}),
    (town(2, "Springfield", 42.1, -72.6, "Massachusetts"), {"people": 3.1}),
)
HOLYOKE = ((town(3, "Holyoke", 42.2, -72.6, "Massachusetts"), {"people": 3.0}),)
ILLINOIS = ((division("Illinois"), {"division": 1.0}),)


def test_two_alike_are_not_chosen_between() -> None:
    assert chosen([group("springfield", *SPRINGFIELD)]) == [None]


def test_a_neighbour_decides() -> None:
    assert chosen([group("springfield", *SPRINGFIELD), group("holyoke", *HOLYOKE)]) == ["t2", "t3"]


def test_a_named_division_decides() -> None:
    groups = [group("springfield", *SPRINGFIELD), group("illinois", *ILLINOIS)]
    assert chosen(groups) == ["t1", "dIllinois"]
    assert groups[0].shared[0]["in named division"] > 0
    assert groups[0].shared[1]["in named division"] == 0


def test_a_name_is_no_neighbour_of_itself() -> None:
    county = Location("c", "Springfield", PlaceKind.ADMIN, "US", 39.8, -89.6, "Illinois", 0, "ADM2")
    groups = [group("springfield", *SPRINGFIELD), group("springfield", (county, {"people": 3.0}))]
    assert chosen(groups)[0] is None


def test_the_same_place_twice_is_one() -> None:
    twin = (
        (town(1, "Gao", 16.27, -0.04, country="ML"), {"people": 2.2}),
        (town(2, "Gao", 16.3, -0.1, country="ML"), {"people": 2.2}),
    )
    assert chosen([group("gao", *twin)]) == ["t1"]


def test_nothing_known_is_nothing_chosen() -> None:
    assert chosen([group("x")]) == [None]
    assert chosen([group("x", (town(1, "X", 0, 0), {}))]) == [None]


def test_neighbours_across_the_date_line_and_at_a_pole() -> None:
    west, east = town(1, "A", 65.0, 179.9), town(2, "B", 65.0, -179.9)
    groups = [group("a", (west, {"people": 3.0})), group("b", (east, {"people": 3.0}))]
    chosen(groups)
    pole = [
        group("a", (town(1, "A", 89.9, 0.0), {"people": 3.0})),
        group("b", (town(2, "B", 89.9, 120.0), {"people": 3.0})),
    ]
    chosen(pole)
    assert pole[0].shared[0]["near"] > 0


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1000))
def test_the_order_of_names_does_not_matter(seed: int) -> None:
    def drawn() -> list[Group]:
        return [
            group("springfield", *SPRINGFIELD),
            group("holyoke", *HOLYOKE, sentence=1),
            group("illinois", *ILLINOIS, sentence=2),
        ]

    groups = drawn()
    random.Random(seed).shuffle(groups)
    assert dict(zip([one.name for one in groups], chosen(groups), strict=True)) == dict(
        zip([one.name for one in drawn()], chosen(drawn()), strict=True)
    )


def test_the_shipped_weights_are_of_features_that_there_are() -> None:
    weights = shipped_weights()
    assert set(weights.features) == {*OWN, *SHARED}
    assert 0 < weights.least < 1


def test_what_speaks_for_a_choice_is_told() -> None:
    groups = [group("springfield", *SPRINGFIELD), group("holyoke", *HOLYOKE)]
    weigh(groups, WEIGHTS)
    choice = choose(groups[0], WEIGHTS)
    assert choice.features["people"] == pytest.approx(3.1)
    assert choice.features["near"] > 0.5
    assert 0.5 < choice.probability <= 1


def test_reasons_in_words() -> None:
    groups = [group("springfield", *SPRINGFIELD), group("holyoke", *HOLYOKE)]
    weigh(groups, WEIGHTS)
    choice = choose(groups[0], WEIGHTS)
    first, *rest = reasons(choice, WEIGHTS)
    assert first.feature == "people"
    assert first.share == pytest.approx(3.1)
    assert all(abs(one.share) <= abs(first.share) for one in rest)
    line = in_words(choice, WEIGHTS)
    assert line.startswith("Springfield, US, t2 (probability 0.")
    assert "other places of the document lie within 40 km (+" in line
    assert in_words(choose(group("x"), WEIGHTS)) == "no place: the gazetteer has none of this name"
    alone = group("springfield", *SPRINGFIELD)
    weigh([alone], WEIGHTS)
    assert in_words(choose(alone, WEIGHTS), WEIGHTS).startswith(
        "no place, the likeliest is not likely enough"
    )
