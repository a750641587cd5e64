"""Whom words mean in a report made of a text, for tests of actors."""

from __future__ import annotations

from datetime import date
from functools import cache

from harmattan.model.readings import Mention, NameMark, Reading
from harmattan.model.text import Document
from harmattan.reference.actors import Registry, load_registry
from harmattan.reference.countries import countries
from harmattan.resolution.actors.linker import ActorLinker
from harmattan.resolution.actors.meaning import Meaning
from harmattan.resolution.context import Context
from tests.resolution.reported import reading, stretch


@cache
def linker() -> ActorLinker:
    return ActorLinker(load_registry(), countries())


def registry() -> Registry:
    return load_registry()


def report(
    text: str, day: date | None = date(2022, 6, 1), source: str | None = None, names: tuple[str, ...] = ()
) -> Reading:
    """A reading of a text without statements; `names` are what the encoder is to have seen as organisations."""
    sentences = reading(text).sentences
    document = Document(text, published=day, source=source)
    marks = tuple(NameMark(stretch(document, name), "ORG") for name in names)
    return Reading(document, sentences, (), "test-1", names=marks)


def meant(
    text: str,
    quote: str,
    day: date | None = date(2022, 6, 1),
    *,
    source: str | None = None,
    names: tuple[str, ...] = (),
) -> Meaning | None:
    """Whom the quoted words of a report mean; "the army#2" is the second time."""
    made = report(text, day, source, names)
    span = stretch(made.document, quote)
    return linker().meaning(Mention(span, span.quote), Context(made, countries()))


def actor(text: str, quote: str, day: date | None = date(2022, 6, 1), **more: object) -> str | None:
    found = meant(text, quote, day, **more)  # type: ignore[arg-type]
    return found.actor if found else None
