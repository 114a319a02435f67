"""The tables are what the migrations make, on SQLite and on PostgreSQL, and the database keeps what it was told."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from flask import Flask
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError, StatementError

from tests.conftest import NOON
from tests.workshop.postgres import postgres
from workshop import config, create_app, store
from workshop.store import schema
from workshop.store.tables import EventRow, LogRow, Table


@pytest.fixture
def empty(settings: config.Settings) -> Flask:
    """An app whose database has no tables yet."""
    return create_app(settings)


def test_migrations_make_every_table_from_nothing(empty: Flask):
    assert not schema.is_current(empty)
    schema.migrate(empty)
    assert schema.is_current(empty)
    assert set(Table.metadata.tables) <= set(inspect(store.engine_of(empty)).get_table_names())


def test_migrating_twice_changes_nothing(empty: Flask):
    schema.migrate(empty)
    schema.migrate(empty)
    assert schema.is_current(empty)


def test_the_migrations_and_the_tables_say_the_same(empty: Flask):
    schema.migrate(empty)
    assert schema.differences(empty) == []


def test_a_place_without_tables_is_alive_but_not_ready(empty: Flask):
    browser = empty.test_client()
    assert browser.get("/healthz").status_code == 200
    assert browser.get("/readyz").status_code == 503
    schema.migrate(empty)
    assert browser.get("/readyz").status_code == 200


def test_sqlite_is_told_to_be_careful(app: Flask):
    with store.engine_of(app).connect() as connection:
        found = {name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in store.PRAGMAS}
    assert found == {
        "journal_mode": "wal",
        "synchronous": "2",
        "foreign_keys": "1",
        "secure_delete": "1",
        "busy_timeout": "5000",
    }


def test_a_writer_holds_the_lock_from_its_beginning(app: Flask):
    with app.app_context(), store.writing(), store.writer_of(app).connect() as other:
        other.connection.driver_connection.execute("PRAGMA busy_timeout = 0")  # pyright: ignore[reportOptionalMemberAccess]
        with pytest.raises(Exception, match="database is locked"):
            other.execute(text("SELECT 1"))


def test_a_block_that_fails_leaves_nothing(app: Flask):
    def half_done():
        with store.writing() as db:
            db.add(LogRow(key="workshop:1", kind="workshop"))
            db.flush()
            raise ValueError

    with app.app_context():
        with pytest.raises(ValueError):
            half_done()
        with store.reading() as db:
            assert db.get(LogRow, "workshop:1") is None


def test_one_number_is_given_to_one_event(app: Flask):
    fact = {"log": "workshop:1", "seq": 1, "at": NOON, "by": "s", "for_": "s", "type": "StepOpened", "body": {"n": 1}}
    with app.app_context():
        with store.writing() as db:
            db.add(LogRow(key="workshop:1", kind="workshop"))
            db.flush()
            db.add(EventRow(**fact))
        with pytest.raises(IntegrityError), store.writing() as db:
            db.add(EventRow(**fact))


def test_moments_come_back_in_utc_whatever_zone_they_were_told_in(app: Flask):
    summer = datetime(2026, 6, 1, 15, tzinfo=timezone(timedelta(hours=3)))
    with app.app_context():
        with store.writing() as db:
            db.add(LogRow(key="workshop:1", kind="workshop"))
            db.flush()
            db.add(EventRow(log="workshop:1", seq=1, at=summer, by="s", for_="s", type="X", body={}))
        with store.reading() as db:
            row = db.get(EventRow, ("workshop:1", 1))
    assert row is not None
    assert row.at == datetime(2026, 6, 1, 12, tzinfo=UTC)
    assert row.at.tzinfo is UTC


def test_a_moment_without_a_zone_is_not_kept(app: Flask):
    with app.app_context(), store.reading() as db:
        db.add(EventRow(log="w", seq=1, at=datetime(2026, 6, 1), by="", for_="", type="X", body={}))  # noqa: DTZ001 (that is the point)
        with pytest.raises(StatementError, match="without a zone"):
            db.flush()


def test_on_postgresql_the_migrations_make_the_same_tables(settings: config.Settings):
    with postgres() as address:
        app = create_app(replace(settings, database=address))
        schema.migrate(app)
        assert schema.is_current(app)
        assert schema.differences(app) == []
        assert app.test_client().get("/readyz").status_code == 200
        store.engine_of(app).dispose()
