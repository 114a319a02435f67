"""Bringing the tables to the version this program knows. Migrations only go up: to go back, restore a backup."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app
from sqlalchemy import Connection

from workshop.clock import clock_of
from workshop.store import editions, writer_of
from workshop.store.tables import Table

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(app: Flask | None = None) -> None:
    """All missing migrations in one transaction, and what this program ships; nothing to do is fine."""
    with writer_of(app).begin() as connection:
        command.upgrade(_config(connection), "head")
        editions.keep_shipped(connection, clock_of(app or current_app)())


def is_current(app: Flask | None = None) -> bool:
    """Whether the tables are of the version this program knows."""
    with writer_of(app).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == newest()


def newest() -> str | None:
    return ScriptDirectory(str(MIGRATIONS)).get_current_head()


def differences(app: Flask | None = None) -> list[object]:
    """What the tables have that the program does not know, or the other way round."""
    with writer_of(app).connect() as connection:
        return compare_metadata(MigrationContext.configure(connection), Table.metadata)


def new_migration(message: str, app: Flask | None = None) -> None:
    """Write the next file in migrations/versions from what changed in the tables."""
    with writer_of(app).begin() as connection:
        known = len(list((MIGRATIONS / "versions").glob("*.py")))
        command.revision(_config(connection), message, autogenerate=True, rev_id=f"{known + 1:04}")


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes["connection"] = connection
    return config
