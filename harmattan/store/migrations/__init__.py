"""How a store written by an older Harmattan becomes one of today: one file a change, run when it is opened."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Bring the store to its newest shape, inside the transaction that `connection` has begun."""
    from alembic import command  # noqa: PLC0415 - half a second, and most stores need no migration
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # Alembic expands percent signs in its options, and a path may well have one.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
