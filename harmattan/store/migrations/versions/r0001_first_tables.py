"""The first tables: documents, readings, claims, rejections, judgements, mints."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from harmattan.store.dialect import forbid

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables in an empty database."""
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("source", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_documents"),
        sa.UniqueConstraint("id", name="uq_documents_id"),
    )
    op.create_table(
        "readings",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_readings"),
        sa.UniqueConstraint("document", "reader", name="uq_readings_document_reader"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_readings_document"),
    )
    op.create_table(
        "claims",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("type", sa.Text),
        sa.Column("modality", sa.Text, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("record", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_claims"),
        sa.UniqueConstraint("id", name="uq_claims_id"),
        sa.ForeignKeyConstraint(
            ["document", "reader"], ["readings.document", "readings.reader"], name="fk_claims_document_reader"
        ),
    )
    op.create_index("ix_claims_document_reader", "claims", ["document", "reader"])
    op.create_index("ix_claims_earliest_latest", "claims", ["earliest", "latest"])
    op.create_index("ix_claims_kind", "claims", ["kind"])
    op.create_table(
        "rejections",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("quote", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_rejections"),
        sa.ForeignKeyConstraint(
            ["document", "reader"],
            ["readings.document", "readings.reader"],
            name="fk_rejections_document_reader",
        ),
    )
    op.create_index("ix_rejections_document_reader", "rejections", ["document", "reader"])
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("left", sa.Text, nullable=False),
        sa.Column("right", sa.Text),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("amendment", sa.Text),
        sa.PrimaryKeyConstraint("seq", name="pk_judgements"),
        sa.UniqueConstraint("id", name="uq_judgements_id"),
    )
    op.create_index("ix_judgements_left", "judgements", ["left"])
    op.create_index("ix_judgements_right", "judgements", ["right"])
    op.create_table(
        "mints",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("incident", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_mints"),
        sa.UniqueConstraint("claim", name="uq_mints_claim"),
        sa.UniqueConstraint("incident", name="uq_mints_incident"),
    )
    connection = op.get_bind()
    forbid(connection, "UPDATE", "documents", "a document is frozen")
    forbid(connection, "UPDATE", "claims", "a claim is written once and never edited")
    for change in ("UPDATE", "DELETE"):
        forbid(connection, change, "judgements", "judgements are only ever added")
        forbid(connection, change, "mints", "an incident's id is minted once")
