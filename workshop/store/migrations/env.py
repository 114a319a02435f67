"""Alembic runs this for every command; the connection is handed in by workshop.store.schema."""

from typing import Literal

from alembic import context

from workshop.store.columns import Instant
from workshop.store.tables import Table


def as_written(kind: str, thing: object, _context: object) -> str | Literal[False]:
    """Our own types as the database knows them: a migration must not change when our code does."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(thing, Instant) else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Table.metadata,
    # SQLite cannot alter a table in place: Alembic copies it.
    render_as_batch=connection.dialect.name == "sqlite",
    compare_server_default=True,
    render_item=as_written,
)
with context.begin_transaction():
    context.run_migrations()
