"""What is somebody's, as rows by table: what their archive holds, and how much of it a page tells."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workshop.keeping.words import Terms, found_in
from workshop.persons import whole
from workshop.persons.files import chosen, content
from workshop.persons.found import Finding, Found, of_workshop, passages_of
from workshop.store.tables import CheckInLinkRow, EventRow, PersonRow, PlanGuestRow, RoleHolderRow, Table

Sheets: TypeAlias = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by the name of their table, each with its columns; days and times are ISO 8601 text."""


def theirs(db: Session, found: Found) -> Sheets:
    """All rows behind the findings, each once, without keys of doors and without files; of logs what names them.

    Findings come in the order of their kinds: what is theirs whole before what others wrote of them.
    """
    sheets: dict[str, dict[str, Mapping[str, Any]]] = {}
    for finding in found.findings:
        for table, row in _behind(db, finding, found.wanted):
            of_others = finding.kind == "mention" and of_workshop(str(row.get("log", "")))
            told = _passages(table, row, found.wanted) if of_others else whole.told(table, row)
            sheets.setdefault(table.name, {}).setdefault(whole.key_of(table, row), _plain(told))
    return {name: list(rows.values()) for name, rows in sorted(sheets.items())}


def _passages(table: Any, row: whole.Row, wanted: Terms) -> Mapping[str, Any]:
    """What others wrote in a workshop is theirs: no more of it leaves than the passages that name this person."""
    return {
        **{name: row[name] for name in ("log", "seq", "at", "type") if name in row},
        "passages": list(passages_of(table, row, wanted)),
    }


def files_of(db: Session, found: Found) -> Mapping[str, bytes]:
    """The files in which they stand, by the name under which each goes into the archive."""
    parts = [each.parts for each in found.of("file")]
    return {f"{each.table}-{'-'.join(each.key)[-12:]}.{each.kind}": content(db, each) for each in chosen(db, parts)}


def _behind(db: Session, finding: Finding, wanted: Terms) -> Iterator[tuple[Any, whole.Row]]:
    first, *rest = finding.parts
    match finding.kind:
        case "account":
            yield from _rows(db, "account", first)
            yield from whole.rows_of(db, first)
            yield from _done(db, first)
            yield from _said_of(db, first)
        case "seat":
            yield from _by(db, PersonRow, PersonRow.workshop == first, PersonRow.seat == rest[0])
            yield from _done(db, rest[0], f"workshop:{first}")
        case "guest":
            yield from _by(db, PlanGuestRow, PlanGuestRow.plan == first, PlanGuestRow.guest == rest[0])
            yield from _done(db, rest[0], f"plan:{first}")
        case "holder":
            yield from _by(db, RoleHolderRow, RoleHolderRow.id == first)
            yield from _by(db, CheckInLinkRow, CheckInLinkRow.holder == first)
            yield from _done(db, first)
            yield from _said_of(db, first)
        case "mention":
            yield from _rows(db, first, rest[0], wanted)
        case "file":
            yield from _rows(db, first, "/".join(rest))


def _done(db: Session, who: str, log: str = "") -> Iterator[tuple[Any, whole.Row]]:
    """What somebody did and wrote: facts that they entered, or that were entered for them."""
    here = [EventRow.log == log] if log else []
    return _by(db, EventRow, or_(EventRow.by == who, EventRow.for_ == who), *here)


def _said_of(db: Session, who: str) -> Iterator[tuple[Any, whole.Row]]:
    """What the trail tells of an account besides what it did itself; of whoever holds a role, what they sent too."""
    audit = Table.metadata.tables["audit"]
    return _by(db, audit, or_(audit.c.object == who, audit.c.detail["holder"].as_string() == who))


def _by(db: Session, of: Any, *terms: Any) -> Iterator[tuple[Any, whole.Row]]:
    table = getattr(of, "__table__", of)
    light = select(*whole.light(table)).where(*terms)
    return ((table, dict(row._mapping)) for row in db.execute(light))


def _rows(db: Session, name: str, key: str, wanted: Terms | None = None) -> Iterator[tuple[Any, whole.Row]]:
    """The row of a table that has this key; of a log's rows those in which the words stand."""
    table = Table.metadata.tables[name]
    for row in whole.at_key(db, table, key):
        if wanted is None or any(found_in(row[column.name], wanted) for column in whole.texts_of(table)):
            yield table, row


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, (datetime, date)) else value for name, value in row.items()}
