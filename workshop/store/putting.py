"""Rows in the place of what was there. Of two who put theirs at once either may be last."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def put(connection: Connection, table: Table, plan: str, values: Mapping[str, str]) -> None:
    """A plan's one row of this table."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(table).values(plan=plan, **values)
    connection.execute(insert.on_conflict_do_update(index_elements=[table.c.plan], set_=values))
