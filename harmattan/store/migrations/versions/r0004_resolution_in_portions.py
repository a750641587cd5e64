"""What lets a run compare and publish only what is new: where claims are filed, and how far it has come."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, empty: the next run fills them."""
    op.create_table(
        "candidates",
        sa.Column("claim", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("judged", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_candidates"),
    )
    op.create_index("ix_candidates_judged_day", "candidates", ["judged", "day"])
    cell = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
    op.create_table(
        "filed",
        sa.Column("cell", cell, nullable=False, autoincrement=False),
        sa.Column("start", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("claim", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("cell", "start", "claim", name="pk_filed"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "progress",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_progress"),
    )
    op.create_index("ix_judgements_holder_name_at", "judgements", ["holder", "name", "at"])
    op.create_index("ix_redirects_target", "redirects", ["target"])
