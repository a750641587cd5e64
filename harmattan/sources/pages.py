"""What one file or web page gives, before it is cleaned and cut into documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from harmattan.errors import DocumentError
from harmattan.model.text import Document
from harmattan.sources.cleaning import clean_field, clean_text, clean_url
from harmattan.sources.languages import require_english
from harmattan.sources.segments import Segment, segments


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is said of all documents of a run; each stands in where a document does not say so itself."""

    published: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Text as it was found, with what the file or page says of itself. `name` is how messages call it."""

    text: str
    name: str
    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    is_one_document: bool = False
    """Whether somebody has already cut it out, as a record of JSON Lines: it is then cleaned but never cut."""


def documents(page: Page, defaults: Defaults) -> Iterator[Document | DocumentError]:
    """The frozen documents of a page; one that cannot be read is an error and the others go on."""
    try:
        text = clean_text(page.text, page.name)
    except DocumentError as error:
        yield error
        return
    title = clean_field(page.title)
    parts = [Segment(text, title)] if page.is_one_document else segments(text, title)
    if not parts:
        yield DocumentError(
            page.name, "holds page furniture only", "fetch the article itself, or leave it out"
        )
    article = next((part.day for part in parts if not part.is_box), None)
    for part in parts:
        name = f'{page.name}, "{part.title}"' if part.title and len(parts) > 1 else page.name
        try:
            require_english(part.text, name)
        except DocumentError as error:
            yield error
            continue
        yield Document(
            text=part.text,
            title=clean_field(part.title),
            published=_published(page, part, len(parts))
            or (article if part.is_box else None)
            or defaults.published,
            source=clean_field(page.source) or clean_field(defaults.source),
            url=clean_url(page.url),
            origin=page.name,
        )


def _published(page: Page, part: Segment, parts: int) -> date | None:
    """The page's own day for an article by itself; of several reports on a page each its own where it tells it."""
    return (page.published or part.day) if parts == 1 else (part.day or page.published)
