"""Rows in the place of what was there. Of two who put theirs at once either may be last."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def put(connection: Connection, table: Table, key: str, values: Mapping[str, str]) -> None:
    """The one row of this key."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    [column] = table.primary_key.columns
    insert = dialect.insert(table).values({column.name: key, **values})
    connection.execute(insert.on_conflict_do_update(index_elements=[column], set_=values))
