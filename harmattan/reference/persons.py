"""The gender of given names and of nouns for persons, where it is common knowledge."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

DATA = "persons.toml"


@cache
def _genders() -> tuple[dict[str, str], dict[str, str]]:
    text = resources.files("harmattan.reference").joinpath("data", DATA).read_text(encoding="utf-8")
    data = tomllib.loads(text)
    names = {name: gender for gender in ("m", "f") for name in data["names"][gender]}
    nouns = {noun: gender for gender in ("m", "f") for noun in data["nouns"][gender]}
    return names, nouns


def gender_of_name(given: str) -> str | None:
    """m or f for a given name in lower case ("amina" is f); None where it is unknown or borne by both."""
    return _genders()[0].get(given)


def gender_of_noun(noun: str) -> str | None:
    """m or f for a noun in the singular ("spokeswoman" is f); None where it says nothing."""
    known = _genders()[1].get(noun)
    return known or ("f" if noun.endswith("woman") else None)
