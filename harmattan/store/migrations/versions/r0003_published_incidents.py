"""What was published under which incident's id, and where retired ids lead, in place of one claim for each id."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from harmattan.store.dialect import forbid, permit

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and bring the minted ids over: each with the claim it was minted for, in their order."""
    op.create_table(
        "publications",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("incident", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_publications"),
        sa.UniqueConstraint("incident", "claim", name="uq_publications_incident_claim"),
    )
    op.create_index("ix_publications_claim", "publications", ["claim"])
    op.create_table(
        "redirects",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("incident", sa.Text, nullable=False),
        sa.Column("target", sa.Text),
        sa.PrimaryKeyConstraint("seq", name="pk_redirects"),
    )
    op.create_index("ix_redirects_incident", "redirects", ["incident"])
    connection = op.get_bind()
    mints, publications = (
        sa.table(
            name, sa.column("seq", sa.Integer), sa.column("incident", sa.Text), sa.column("claim", sa.Text)
        )
        for name in ("mints", "publications")
    )
    columns = ("seq", "incident", "claim")
    everything = sa.select(*(mints.c[column] for column in columns)).order_by(mints.c.seq)
    connection.execute(publications.insert().from_select(columns, everything))
    for change in ("UPDATE", "DELETE"):
        permit(connection, change, "mints")
        forbid(connection, change, "publications", "what was published stays published")
        forbid(connection, change, "redirects", "where an id led is only ever added to")
    op.drop_table("mints")
