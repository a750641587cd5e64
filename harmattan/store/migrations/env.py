"""Run by Alembic; the connection comes from `harmattan.store.migrations.upgrade`, its transaction too."""

from __future__ import annotations

from alembic import context

from harmattan.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
