"""Ids and names that a store knows, without what they are of."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, select

from harmattan.store.dialect import plain_errors
from harmattan.store.schema import claims, documents, publications, redirects
from harmattan.store.store import Store

AFTER = "g"
"""Comes after every digit of an id."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a document is called, without its text."""

    id: str
    title: str | None
    url: str | None
    origin: str


def ids_from(store: Store, beginning: str, most: int = 2) -> list[str]:
    """So many ids, at most, of documents, claims or published incidents that begin so, by the first letter."""
    columns: tuple[Column[str], ...] = {
        "d": (documents.c.id,),
        "c": (claims.c.id,),
        "i": (publications.c.incident, redirects.c.incident),
    }[beginning[0]]
    found: set[str] = set()
    with plain_errors(store.path), store.engine.connect() as connection:
        for column in columns:
            query = select(column).where(column >= beginning, column < beginning + AFTER).distinct()
            found.update(connection.execute(query.limit(most)).scalars())
    return sorted(found)[:most]


def cards(store: Store) -> list[Card]:
    """What every document is called, in the order in which they were written."""
    query = select(documents.c.id, documents.c.title, documents.c.url, documents.c.origin)
    with plain_errors(store.path), store.engine.connect() as connection:
        return [Card(*row) for row in connection.execute(query.order_by(documents.c.seq))]
