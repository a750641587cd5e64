"""The tables, and what each empty field means.

    documents     one row a report, its text frozen
    readings      one row for every time a reader read a document to its end, with claims or without
    claims        what a reading found, whole in `record` (the claims format), a few fields beside it for looking up
    claim_about   which actors, places and countries a claim names
    rejections    what a reading found and the codebook refused
    judgements    opinions; rows are added and never changed
    publications  which claims were first published under which incident's id
    redirects     where published ids lead that no incident has any more

What follows can be worked out anew from the tables above, and spares a run from going through all of them:

    candidates    claims that may tell of an incident, and whether they were compared with the others
    filed         in which cells a candidate is found by others (`resolution.incidents.blocking`)
    progress      how far what is derived has come

`seq` is the order in which rows were written. Rows refer to each other by the stable ids of the model, not by
`seq`, so that two stores can be compared and joined.

These definitions are the newest shape; how an older store gets there is in `migrations/versions`, and a test
holds the two together.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every shape a store can have, oldest first; one not named here was written by a newer Harmattan."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("title", Text),  # null: it has none
    Column("published", Date),  # null: nobody says; never guessed
    Column("source", Text),  # null: nobody says
    Column("url", Text),  # null: it was not read from the web
    Column("origin", Text, nullable=False),  # path or address of the first time it was met
    Column("text", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False),
    Column("reader", Text, nullable=False),
    Column("words", Integer, nullable=False),
    UniqueConstraint("document", "reader"),
)

claims = Table(
    "claims",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("kind", Text, nullable=False, index=True),
    Column("type", Text),  # PLOVER type of an event, kind of a relation; null for a strength
    Column("modality", Text, nullable=False),
    Column("earliest", Date),  # null: no time, an unresolved one, or open at this end
    Column("latest", Date),  # likewise
    Column("record", JSON, nullable=False),
    ForeignKeyConstraint(["document", "reader"], ["readings.document", "readings.reader"]),
    Index(None, "document", "reader"),
    Index(None, "earliest", "latest"),
)

claim_about = Table(
    "claim_about",
    metadata,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("thing", Text, primary_key=True, index=True),  # an actor's or a place's id, or "country:ML"
)

rejections = Table(
    "rejections",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    ForeignKeyConstraint(["document", "reader"], ["readings.document", "readings.reader"]),
    Index(None, "document", "reader"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("verdict", Text, nullable=False),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, index=True),  # null: the verdict is about `left` alone
    Column("holder", Text, nullable=False),
    Column("name", Text, nullable=False),
    # Text, not a time: an analyst's judgement has its time in its id, so it must come back as it was written,
    # and SQLite forgets the zone of a time.
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("amendment", Text),  # null: nothing is amended
    Index(None, "holder", "name", "at"),
)

publications = Table(
    "publications",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("incident", Text, nullable=False),
    Column("claim", Text, nullable=False, index=True),  # one of the incident's own claims
    UniqueConstraint("incident", "claim"),
)

redirects = Table(
    "redirects",
    metadata,
    Column("seq", Integer, primary_key=True),  # of one incident's rows the last one holds
    Column("incident", Text, nullable=False, index=True),
    Column("target", Text, index=True),  # null: nothing is held of it; the incident itself: it is held again
)

DERIVED = {"derived": True}
"""Tables that say nothing of their own."""

candidates = Table(
    "candidates",
    metadata,
    Column("claim", Integer, primary_key=True, autoincrement=False),  # the `seq` of the claim
    Column(
        "day", Integer, nullable=False
    ),  # in whose order claims are judged; 0 for those of no certain days
    Column("judged", Integer, nullable=False),  # 1: compared with all others that were judged before it
    Index(None, "judged", "day"),
    info=DERIVED,
)

filed = Table(
    "filed",
    metadata,
    Column("cell", Integer().with_variant(BigInteger(), "postgresql"), primary_key=True, autoincrement=False),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("claim", Integer, primary_key=True, autoincrement=False),
    Column("end", Integer, nullable=False),
    info=DERIVED,
    sqlite_with_rowid=False,
)

progress = Table(
    "progress",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    info=DERIVED,
)
