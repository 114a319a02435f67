"""A database as an older version of the program left it."""

from flask import Flask
from sqlalchemy import text

from workshop import store
from workshop.store import schema

MADE = {"0026": ("plan_figure", "plan_recipe", "branch_alike"), "0028": ("plan_joined",), "0029": ("pack_edition",)}
"""Tables by the migration that makes them."""
WIDENED = {"0030": (("follow_round", "moved_at"), ("follow_round", "withdrawn_at"))}
"""Columns by the migration that adds them."""


def migrated_again(app: Flask, version: str) -> None:
    """From the one that had run last then, without the tables and columns that came after it."""
    with store.writer_of(app).begin() as connection:
        for table in (table for made, tables in MADE.items() if made > version for table in tables):
            connection.execute(text(f"DROP TABLE {table}"))
        for table, column in (each for made, columns in WIDENED.items() if made > version for each in columns):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    schema.migrate(app)
