"""Which actors, places and countries each claim names, so that all claims about one can be looked up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from harmattan.store.about import things

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table, and fill it from the records of the claims that are there."""
    about = op.create_table(
        "claim_about",
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("thing", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("claim", "thing", name="pk_claim_about"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_claim_about_claim"),
    )
    op.create_index("ix_claim_about_thing", "claim_about", ["thing"])
    claims = sa.table("claims", sa.column("id", sa.Text), sa.column("seq"), sa.column("record", sa.JSON))
    connection = op.get_bind()
    stored = connection.execute(sa.select(claims.c.id, claims.c.record).order_by(claims.c.seq)).all()
    rows = [{"claim": claim, "thing": thing} for claim, record in stored for thing in things(record)]
    if rows:
        connection.execute(about.insert(), rows)
