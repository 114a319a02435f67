"""What every table of the place is made of."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy
from sqlalchemy import JSON, MetaData, String
from sqlalchemy.orm import DeclarativeBase

from workshop.store.columns import Instant

KEY = String(80)
ID = String(64)


class Table(DeclarativeBase):
    """Named constraints, so that a migration can find them again on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Instant, dict[str, Any]: JSON}  # noqa: RUF012 (SQLAlchemy reads it as it is)

    if TYPE_CHECKING:
        # SQLAlchemy says "a FROM clause"; every one of ours is a table.
        __table__: ClassVar[sqlalchemy.Table]  # pyright: ignore[reportIncompatibleVariableOverride]
