"""A project's memory: documents, what readers made of them, and opinions about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, Table, and_, func, select

from harmattan.errors import UnknownId
from harmattan.model.claims import Claim, ClaimKind, Rejection
from harmattan.model.coding import Coded
from harmattan.model.judgements import Judgement
from harmattan.model.text import Document
from harmattan.store.about import things
from harmattan.store.dialect import insert_new, plain_errors
from harmattan.store.opening import open_sqlite
from harmattan.store.rows import (
    claim_row,
    document_row,
    judgement_row,
    parse_document,
    parse_judgement,
    parse_rejection,
    rejection_row,
)
from harmattan.store.schema import (
    claim_about,
    claims,
    documents,
    judgements,
    publications,
    readings,
    redirects,
    rejections,
)


class Store:
    """Documents, claims, rejections, judgements and what was published, in the order they were written.

    Everything is added and nothing changed: writing a thing that is there leaves it alone. A document that was
    read again by another reader keeps its older claims, but `claims` and `rejections` give those of its newest
    reading only.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """The store at `path`: made if it is not there, migrated if an older Harmattan wrote it."""
        return cls(open_sqlite(path), path)

    @property
    def engine(self) -> Engine:
        """The database, for what else is kept there (`resolving`)."""
        return self._engine

    def close(self) -> None:
        """Let go of the file."""
        with plain_errors(self.path):
            self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing: each method is one transaction, so that whatever happens all of it is there or nothing.

    def add(self, coded: Coded) -> bool:
        """Write a document with all that was made of it; False, and nothing written, if it is already there."""
        document = coded.document
        with self._writing() as connection:
            insert_new(connection, documents, [document_row(document)])
            reading = {"document": document.id, "reader": coded.reader, "words": coded.words}
            if not insert_new(connection, readings, [reading]):
                return False
            insert_new(connection, claims, [claim_row(claim) for claim in coded.claims])
            about = [
                {"claim": claim.id, "thing": thing}
                for claim in coded.claims
                for thing in things(claim.record)
            ]
            insert_new(connection, claim_about, about)
            if coded.rejections:
                connection.execute(rejections.insert(), list(map(rejection_row, coded.rejections)))
        return True

    def add_judgements(self, new: Iterable[Judgement]) -> int:
        """Append those judgements that are not there yet, in their order; how many those were."""
        with self._writing(flushed=True) as connection:
            return insert_new(connection, judgements, list(map(judgement_row, new)))

    def publish(self, published: Sequence[tuple[str, str]], led: Mapping[str, str | None]) -> int:
        """Remember incidents' ids with their own claims, and where retired ids lead; how many rows were new.

        `published` are pairs of an incident's id and a claim's; `led` says None for an id of which nothing is held,
        and the id itself for one that is an incident's again.
        """
        rows = [{"incident": incident, "claim": claim} for incident, claim in published]
        with self._writing(flushed=True) as connection:
            new = insert_new(connection, publications, rows)
            last = _last_redirects(connection)
            changed = [
                {"incident": incident, "target": target}
                for incident, target in led.items()
                if incident not in last or last[incident] != target
            ]
            if changed:
                connection.execute(redirects.insert(), changed)
        return new + len(changed)

    # Reading: lists, in the order things were written.

    def has(self, document_id: str, reader: str) -> bool:
        """Whether this reader has read this document to its end."""
        query = select(readings.c.seq).where(readings.c.document == document_id, readings.c.reader == reader)
        with self._reading() as connection:
            return connection.execute(query).first() is not None

    def documents(self) -> list[Document]:
        """Every document."""
        with self._reading() as connection:
            rows = connection.execute(select(documents).order_by(documents.c.seq)).mappings()
            return list(map(parse_document, rows))

    def document(self, document_id: str) -> Document:
        """One document. Raises `UnknownId`."""
        with self._reading() as connection:
            query = select(documents).where(documents.c.id == document_id)
            row = connection.execute(query).mappings().first()
        if row is None:
            raise self._unknown(document_id)
        return parse_document(row)

    def claims(self) -> list[Claim]:
        """The claims of every document's newest reading."""
        return self._claims(_newest(select(claims), claims))

    def claims_of(self, document_id: str) -> list[Claim]:
        """The claims of one document's newest reading."""
        return self._claims(_newest(select(claims), claims).where(claims.c.document == document_id))

    def claims_about(self, thing: str) -> list[Claim]:
        """The claims, of newest readings, that name an actor or a place by id, or a country ("country:ML")."""
        query = _newest(select(claims), claims).join(claim_about, claim_about.c.claim == claims.c.id)
        return self._claims(query.where(claim_about.c.thing == thing))

    def claim(self, claim_id: str) -> Claim:
        """One claim, of whichever reading. Raises `UnknownId`."""
        found = self._claims(select(claims).where(claims.c.id == claim_id))
        if not found:
            raise self._unknown(claim_id)
        return found[0]

    def claims_by_id(self, ids: Collection[str]) -> dict[str, Claim]:
        """Those of these claims that there are, of whichever reading."""
        found: dict[str, Claim] = {}
        wanted = sorted(ids)
        for start in range(0, len(wanted), MANY):
            some = wanted[start : start + MANY]
            found |= {claim.id: claim for claim in self._claims(select(claims).where(claims.c.id.in_(some)))}
        return found

    def rejections(self, document_id: str | None = None) -> list[Rejection]:
        """The rejections of every document's newest reading, or of one document's."""
        query = _newest(select(rejections), rejections)
        if document_id is not None:
            query = query.where(rejections.c.document == document_id)
        with self._reading() as connection:
            return list(map(parse_rejection, connection.execute(query.order_by(rejections.c.seq)).mappings()))

    def judgements(self) -> list[Judgement]:
        """The whole log."""
        with self._reading() as connection:
            rows = connection.execute(select(judgements).order_by(judgements.c.seq)).mappings()
            return list(map(parse_judgement, rows))

    def judgements_on(self, thing: str) -> list[Judgement]:
        """The judgements about one claim or incident."""
        about = (judgements.c.left == thing) | (judgements.c.right == thing)
        with self._reading() as connection:
            rows = connection.execute(select(judgements).where(about).order_by(judgements.c.seq)).mappings()
            return list(map(parse_judgement, rows))

    def judgement(self, judgement_id: str) -> Judgement:
        """One judgement. Raises `UnknownId`."""
        with self._reading() as connection:
            query = select(judgements).where(judgements.c.id == judgement_id)
            row = connection.execute(query).mappings().first()
        if row is None:
            raise self._unknown(judgement_id)
        return parse_judgement(row)

    def published(self) -> list[tuple[str, str]]:
        """Incidents' ids with their own claims, the oldest first."""
        with self._reading() as connection:
            rows = connection.execute(
                select(publications.c.incident, publications.c.claim).order_by(publications.c.seq)
            )
            return [(row.incident, row.claim) for row in rows]

    def redirects(self) -> dict[str, str | None]:
        """Where ids led, when they were last published, that no incident had."""
        with self._reading() as connection:
            return _last_redirects(connection)

    def find(self, thing: str) -> Document | Claim | Judgement:
        """The document (d...), claim (c...) or judgement (j...) with this id. Raises `UnknownId`.

        Incidents are derived and not kept; `published` tells which claims one was first published with.
        """
        match thing[:1]:
            case "d":
                return self.document(thing)
            case "c":
                return self.claim(thing)
            case "j":
                return self.judgement(thing)
        raise self._unknown(thing)

    # Counting.

    def document_count(self) -> int:
        """How many documents there are."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(documents)).scalar_one())

    def claims_by_kind(self) -> dict[ClaimKind, int]:
        """How many claims of each kind the newest readings have."""
        query = _newest(select(claims.c.kind, func.count().label("number")), claims).group_by(claims.c.kind)
        with self._reading() as connection:
            counts = {row.kind: row.number for row in connection.execute(query)}
        return {kind: counts.get(kind.value, 0) for kind in ClaimKind}

    def rejections_by_reason(self) -> dict[str, int]:
        """How many rejections for each reason the newest readings have, most frequent first."""
        count = func.count().label("number")
        query = _newest(select(rejections.c.reason, count), rejections).group_by(rejections.c.reason)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(count.desc(), rejections.c.reason))
            return {row.reason: row.number for row in rows}

    def _claims(self, query: Select[Any]) -> list[Claim]:
        with self._reading() as connection:
            rows = connection.execute(query.order_by(claims.c.seq)).mappings().all()
            wanted = {row["document"] for row in rows}
            known = dict(_documents(connection, wanted))
        return [Claim.parse(row["record"], known[row["document"]]) for row in rows]

    def _unknown(self, thing: str) -> UnknownId:
        return UnknownId(thing, "nothing in the store has this id", f"the store is {self.path}")

    @contextmanager
    def _writing(self, flushed: bool = False) -> Iterator[Connection]:
        writer = self._engine.execution_options(writes=True, flushed=flushed)
        with plain_errors(self.path), writer.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plain_errors(self.path), self._engine.connect() as connection:
            yield connection


MANY = 500
"""Above this number of ids a query reads the whole table: databases limit the values of one query."""


def _documents(connection: Connection, ids: set[str]) -> Iterator[tuple[str, Document]]:
    query = select(documents)
    if len(ids) <= MANY:
        query = query.where(documents.c.id.in_(ids))
    for row in connection.execute(query).mappings():
        if row["id"] in ids:
            yield row["id"], parse_document(row)


def _last_redirects(connection: Connection) -> dict[str, str | None]:
    rows = connection.execute(select(redirects.c.incident, redirects.c.target).order_by(redirects.c.seq))
    return {row.incident: row.target for row in rows}


def _newest(query: Select[Any], table: Table) -> Select[Any]:
    """Only rows of the reading that each document had last."""
    last = select(func.max(readings.c.seq)).group_by(readings.c.document)
    same = and_(readings.c.document == table.c.document, readings.c.reader == table.c.reader)
    return query.join(readings, same).where(readings.c.seq.in_(last))
