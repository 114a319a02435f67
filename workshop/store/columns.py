"""Column types that behave the same on every database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Dialect, LargeBinary, cast
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import TypeDecorator


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


def as_kept(db: Session, text: InstrumentedAttribute[str]) -> ColumnElement[Any]:
    """A large text as it lies in the database, for whoever reads its bytes: to make a string of it took SQLite's driver
    as long as it takes to read what it says."""
    return cast(text, LargeBinary) if db.get_bind().dialect.name == "sqlite" else text.expression
