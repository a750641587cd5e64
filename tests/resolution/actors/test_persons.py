"""Persons and their offices."""

from datetime import date

import pytest

from tests.resolution.actors.meant import meant

CASES = [
    ("President Emmanuel Macron", 2022, "france", "emmanuel-macron"),
    ("President Macron", 2022, "france", "emmanuel-macron"),
    ("President Macron", 2010, None, None),
    ("French President Emmanuel Macron", 2022, "france", "emmanuel-macron"),
    ("Mali's defence minister, Sadio Camara", 2022, "mali", "sadio-camara"),
    ("the Malian defence minister Sadio Camara", 2022, "mali", "sadio-camara"),
    ("former President François Hollande", 2022, "francois-hollande", None),
    ("François Hollande", 2014, "france", "francois-hollande"),
    ("François Hollande", 2022, "francois-hollande", None),
    ("Iyad Ag Ghali", 2022, "iyad-ag-ghali", None),
    ("allies of Emmanuel Macron", 2022, None, None),
    ("Macron's rival", 2022, None, None),
    ("Khalifa Haftar's forces", 2019, "lna", None),
]


@pytest.mark.parametrize(("quote", "year", "actor", "person"), CASES)
def test_persons(quote: str, year: int, actor: str | None, person: str | None) -> None:
    found = meant(f"It is said that {quote} did so.", quote, date(year, 6, 1))
    assert (found.actor if found else None, found.person if found else None) == (actor, person)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Supporters of ousted President Mohamed Bazoum marched in Niger.", "mohamed-bazoum"),
        ("Officers deposed President Mohamed Bazoum in Niger.", "niger"),
    ],
)
def test_ousted_is_an_adjective_or_a_verb(text: str, actor: str) -> None:
    found = meant(text, "President Mohamed Bazoum", date(2023, 8, 1))
    assert found is not None and found.actor == actor


def test_an_office_without_a_known_holder_is_the_country_s_of_the_report() -> None:
    text = "JUBA — In South Sudan talks went on. President Nobody Known spoke."
    found = meant(text, "President Nobody Known")
    assert found is not None and (found.actor, found.person) == ("south-sudan", None)
