"""Column types that behave the same on every database."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Dialect, LargeBinary, String, any_, cast, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import TypeDecorator

MANY = 100
"""Values from which on it is worth telling SQLite them as one."""


class Instant(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both sides. SQLite keeps no zone, so it is put back when read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("A moment without a zone is not kept.")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def as_kept(db: Session, column: InstrumentedAttribute[str]) -> ColumnElement[Any]:
    """A large text as it lies in the database, for whoever reads its bytes: to make a string of it took SQLite's driver
    as long as it takes to read what it says."""
    return cast(column, LargeBinary) if db.get_bind().dialect.name == "sqlite" else column.expression


def among(db: Session, column: InstrumentedAttribute[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of any number of values. Many go as one: to send each on its own costs as much as it
    costs to find them, and SQLite bears no more than 32,766 in a question."""
    every = list(values)
    if db.get_bind().dialect.name != "sqlite":
        return column == any_(literal(every, ARRAY(String)))
    if len(every) < MANY:
        return column.in_(every)
    return column.in_(select(func.json_each(json.dumps(every)).table_valued("value").c.value))
