"""What every test of the place may ask for: an app of its own, on a database of its own, and somebody at a browser."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, settings

from tests.workshop.visitor import Visitor
from workshop import config, create_app, store
from workshop.store import accounts, schema
from workshop.web import passwords

# A test says what is true, not how fast this machine was: speed has its benchmarks.
settings.register_profile("toimi", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("toimi")

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
PASSWORD = "a goose in the granary"


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time

    def pass_by(self, **time: float) -> None:
        self.time += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def settings(tmp_path: Path) -> config.Settings:
    return config.Settings(instance=tmp_path)


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all its tables, made once: a copy is quicker than the migrations."""
    instance = tmp_path_factory.mktemp("empty")
    app = create_app(config.Settings(instance=instance))
    schema.migrate(app)
    with store.engine_of(app).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    store.engine_of(app).dispose()
    return instance / "toimi.db"


@pytest.fixture
def app(settings: config.Settings, clock: Clock, empty_database: Path) -> Iterator[Flask]:
    settings.instance.joinpath("toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(settings, clock)
    app.testing = True
    yield app
    store.engine_of(app).dispose()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Somebody at a browser who has never been here."""
    return Visitor(app)


@pytest.fixture
def facilitator(app: Flask) -> Visitor:
    """Fay, signed in."""
    return signed_in(app, "fay@example.fi", "Fay", accounts.FACILITATOR)


@pytest.fixture
def administrator(app: Flask) -> Visitor:
    """Ann, signed in."""
    return signed_in(app, "ann@example.fi", "Ann", accounts.ADMINISTRATOR)


def signed_in(app: Flask, email: str, name: str, role: str) -> Visitor:
    """A visitor with an account of this role, through the front door."""
    visitor = Visitor(app)
    visitor.account = new_account(app, email, name, role)
    visitor.send("/sign-in", email=email, password=PASSWORD)
    return visitor


def new_account(app: Flask, email: str, name: str, role: str) -> str:
    """The id of a new account with the house's password."""
    with app.app_context(), store.writing() as db:
        invitation = accounts.InvitationRow(
            token_hash=accounts.hash_of(email), role=role, created=NOON, expires=NOON + timedelta(days=1)
        )
        db.add(invitation)
        password_hash = passwords.HASHER.hash(PASSWORD)
        return accounts.accept(db, invitation, name=name, email=email, password_hash=password_hash, at=NOON).id
