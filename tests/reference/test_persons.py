from __future__ import annotations

import pytest

from harmattan.reference.persons import gender_of_name, gender_of_noun


@pytest.mark.parametrize(
    ("name", "gender"), [("amina", "f"), ("choguel", "m"), ("ursula", "f"), ("barkhane", None), ("", None)]
)
def test_gender_of_a_given_name(name: str, gender: str | None) -> None:
    assert gender_of_name(name) == gender


@pytest.mark.parametrize(
    ("noun", "gender"), [("spokeswoman", "f"), ("king", "m"), ("president", None), ("witness", None)]
)
def test_gender_of_a_noun(noun: str, gender: str | None) -> None:
    assert gender_of_noun(noun) == gender
