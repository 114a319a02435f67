"""The database: one engine an app, opened when first asked for.

    with store.reading() as db: …     looks, and leaves no trace
    with store.writing() as db: …     one transaction: all of it is kept when the block ends well, nothing otherwise

On SQLite a writing transaction takes the write lock when it begins, so two writers wait for each other in line
and none is told "database is locked" halfway through.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from flask import Flask, current_app
from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from workshop.config import settings_of

PRAGMAS = {
    "journal_mode": "WAL",  # readers never wait for the writer
    "synchronous": "FULL",  # what was acknowledged survives a power cut
    "foreign_keys": "ON",
    "secure_delete": "ON",  # a struck name is gone from the file too
    "busy_timeout": "5000",  # milliseconds that a writer waits in line
}


def init_app(app: Flask) -> None:
    app.extensions["engine"] = engine_for(settings_of(app).database)


def engine_of(app: Flask | None = None) -> Engine:
    return (app or current_app).extensions["engine"]


@contextmanager
def reading(app: Flask | None = None) -> Iterator[Session]:
    """A look at the database; whatever was changed in it is dropped."""
    with Session(engine_of(app), expire_on_commit=False) as db:
        yield db


@contextmanager
def writing(app: Flask | None = None) -> Iterator[Session]:
    """One transaction that holds SQLite's write lock from its beginning. Keep it short."""
    with Session(writer_of(app), expire_on_commit=False) as db, db.begin():
        db.connection()  # begins now, not at the first statement
        yield db


def writer_of(app: Flask | None = None) -> Engine:
    """The same engine, whose transactions begin as writers."""
    return engine_of(app).execution_options(writes=True)


def engine_for(url: str) -> Engine:
    """An engine with this house's settings. JSON columns are read and written by msgspec, as the wire is."""
    engine = create_engine(url, json_serializer=_json_text, json_deserializer=msgspec.json.decode)
    if engine.dialect.name == "sqlite":
        _make_room_for(url)
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
    return engine


def _json_text(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _make_room_for(url: str) -> None:
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)


def _set_pragmas(connection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own BEGIN comes too late to be a read transaction's first word: we say it ourselves.
    connection.isolation_level = None
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
