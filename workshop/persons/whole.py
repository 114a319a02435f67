"""Every table, looked through by its columns alone: what is added later is found without a word here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote, unquote

import sqlalchemy
from sqlalchemy import JSON, Column, LargeBinary, String, Text, cast, func, or_, select
from sqlalchemy.orm import Session

from workshop.keeping.words import Terms, found_in, surest, without
from workshop.store.columns import Instant
from workshop.store.tables import AccountRow, PersonRow, PlanGuestRow, RoleHolderRow, Table

Row = Mapping[str, Any]

SUBJECTS = {table.__table__.name for table in (AccountRow, PersonRow, PlanGuestRow, RoleHolderRow)}
"""Tables in which a row is a person, found by whoever looks for them and not as a mention."""
MADE_OF_LOGS = {
    "branch_alike",
    "branch_drawn",
    "plan",
    "plan_counted",
    "plan_figure",
    "plan_followed",
    "plan_joined",
    "plan_outlook",
    "plan_recipe",
    "plan_term",
    "plan_version",
}
"""Rows that follow from logs: what is struck there is gone from them."""
GO_WHOLE = {"bounce", "token_answer"}
"""Rows that may be known by somebody's address or name, and are of no use without it."""
SECRET = ("token_hash", "password_hash", "key_hash", "state_hash", "secret")
"""Columns that tell nobody anything but how to get in."""


def every() -> Sequence[sqlalchemy.Table]:
    return sorted(Table.metadata.tables.values(), key=lambda table: table.name)


def keys(table: sqlalchemy.Table) -> list[Column[Any]]:
    return list(table.primary_key.columns)


def key_of(table: sqlalchemy.Table, row: Row) -> str:
    """What `at_key` finds the row by. A key may be any text, and a moment."""
    return "/".join(quote(str(row[column.name]), safe="@") for column in keys(table))


def at_key(db: Session, table: sqlalchemy.Table, key: str) -> list[Row]:
    """The row of this key; the rows of this log, in tables whose rows belong to one."""
    if "log" in table.columns:
        terms = [table.columns["log"] == key]
    else:
        pairs = zip(keys(table), key.split("/"), strict=True)
        terms = [column == _read(column, unquote(part)) for column, part in pairs]
    return [dict(row._mapping) for row in db.execute(select(*light(table)).where(*terms))]


def _read(column: Column[Any], part: str) -> Any:
    moment = isinstance(column.type, Instant)
    return datetime.fromisoformat(part) if moment else column.type.python_type(part)


def goes(table: sqlalchemy.Table, row: Row, wanted: Terms) -> bool:
    """Whether a row goes with whom it is known by: no words are struck out of a key."""
    return table.name in GO_WHOLE and any(wanted.search(str(row[column.name])) for column in keys(table))


def struck(table: sqlalchemy.Table, row: Row, wanted: Terms) -> dict[str, Any]:
    """The columns of a row that lose words; one that holds nothing else is left empty."""
    columns = [column for column in texts_of(table) if not column.primary_key]
    after = {column.name: _left(row[column.name], wanted) for column in columns}
    return {name: value for name, value in after.items() if value != row[name]}


def _left(value: Any, wanted: Terms) -> Any:
    return "" if isinstance(value, str) and wanted.fullmatch(value) else without(value, wanted)


def light(table: sqlalchemy.Table) -> list[Column[Any]]:
    """Columns that are read in passing: files are too heavy."""
    return [column for column in table.columns if not isinstance(column.type, LargeBinary)]


def is_text(column: Column[Any]) -> bool:
    return isinstance(column.type, (String, Text, JSON)) and not column.foreign_keys and column.name not in SECRET


def texts_of(table: sqlalchemy.Table) -> list[Column[Any]]:
    return [column for column in table.columns if is_text(column)]


def told(table: sqlalchemy.Table, row: Row) -> dict[str, Any]:
    """A row as its person may have it: without keys of doors and without files."""
    shown = {column.name for column in light(table)}.difference(SECRET)
    return {name: value for name, value in row.items() if name in shown}


def mentions(db: Session, words: Iterable[str], wanted: Terms) -> Iterator[tuple[sqlalchemy.Table, Row]]:
    """Rows in whose texts somebody stands, but for those that are people or follow from others."""
    words = list(words)
    for table in every():
        if table.name not in SUBJECTS | MADE_OF_LOGS:
            yield from ((table, row) for row in _likely(db, table, words) if _stands(table, row, wanted))


def _stands(table: sqlalchemy.Table, row: Row, wanted: Terms) -> bool:
    return any(found_in(row[column.name], wanted) for column in texts_of(table))


def _likely(db: Session, table: sqlalchemy.Table, words: Sequence[str]) -> Iterator[Row]:
    """What the database itself can tell apart, so that not every text is read here."""
    parts, columns = [surest(word) for word in words], texts_of(table)
    if not columns:
        return
    wanted = select(*light(table))
    if parts and all(parts):
        wanted = wanted.where(
            or_(
                *(
                    func.lower(cast(column, Text)).contains(part, autoescape=True)
                    for column in columns
                    for part in parts
                )
            )
        )
    for row in db.execute(wanted):
        yield dict(row._mapping)


def rows_of(db: Session, account: str) -> Iterator[tuple[sqlalchemy.Table, Row]]:
    """Rows that point at an account, in whichever table."""
    for table in every():
        pointing = [column for column in table.columns if _points_at_account(column)]
        if pointing:
            for row in db.execute(select(*light(table)).where(or_(*(column == account for column in pointing)))):
                yield table, dict(row._mapping)


def _points_at_account(column: Column[Any]) -> bool:
    return any(key.column.table.name == "account" for key in column.foreign_keys)
