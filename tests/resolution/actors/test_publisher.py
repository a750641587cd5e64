"""Whose men "our men" are."""

from dataclasses import replace
from datetime import date

import pytest

from harmattan.model.readings import Mention, Reading
from harmattan.model.text import Document
from harmattan.reference.actors import load_registry
from harmattan.reference.countries import countries
from harmattan.resolution.actors.linker import ActorLinker
from harmattan.resolution.context import Context
from tests.resolution.reported import reading, stretch

CASES = [
    ("ELN statement", "Our fighters took the post.", "fighters", "eln"),
    ("Taliban spokesman", "We say that our own men were there.", "own men", "taliban"),
    ("MINUSMA bulletin", "This morning our forces fought them off.", "forces", "minusma"),
    ("PKK", "They shelled our positions.", "positions", "pkk"),
    ("Andes Wire", "Our fighters took the post.", "fighters", None),
    ("Taliban Monitor", "Our fighters took the post.", "fighters", None),
    ("France", "Our fighters took the post.", "fighters", None),
    ("ELN statement", "Their fighters took the post.", "fighters", None),
    ("ELN statement", "Our hospital was hit.", "hospital", None),
]


@pytest.mark.parametrize(("source", "text", "quote", "actor"), CASES)
def test_our_men_are_those_of_whoever_published_it(
    source: str, text: str, quote: str, actor: str | None
) -> None:
    written = _published_by(source, text)
    mention = Mention(stretch(written.document, quote), quote)
    found = ActorLinker(load_registry(), countries()).link(mention, Context(written, countries()))
    assert found.actor == actor
    assert actor is None or f"“our” in a text of “{source}”" in (found.reason or "")


def _published_by(source: str, text: str) -> Reading:
    return replace(reading(text), document=Document(text, None, date(2019, 5, 3), source))
