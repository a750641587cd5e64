from __future__ import annotations

import pytest

from harmattan.reading.coreference.noun_kinds import Kind, kind_of_noun, singular
from harmattan.reference.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("groups", "group"),
        ("armies", "army"),
        ("countries", "country"),
        ("churches", "church"),
        ("men", "man"),
        ("police", "police"),
        ("crisis", "crisis"),
        ("class", "class"),
    ],
)
def test_singular(plural: str, single: str) -> None:
    assert singular(plural) == single


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("group", Kind.GROUP),
        ("country", Kind.COUNTRY),
        ("town", Kind.PLACE),
        ("minister", Kind.PERSON),
        ("attacker", Kind.PERSON),
        ("number", Kind.THING),
        ("idea", None),
    ],
)
def test_kind_of_noun(noun: str, kind: Kind | None) -> None:
    assert kind_of_noun(noun, load_lexicon()) is kind
