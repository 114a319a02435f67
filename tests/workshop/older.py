"""A database as an older version of the program left it."""

import json

from flask import Flask
from sqlalchemy import Connection, text

from workshop import store
from workshop.store import schema

MADE = {
    "0026": ("plan_figure", "plan_recipe", "branch_alike"),
    "0028": ("plan_joined",),
    "0029": ("pack_edition",),
    "0033": ("plan_term", "branch_drawn"),
    "0036": ("letter_part",),
}
"""Tables by the migration that makes them."""
WIDENED = {
    "0030": (("follow_round", "moved_at"), ("follow_round", "withdrawn_at")),
    "0031": (("audit", "organisation"),),
    "0032": (("plan_outlook", "reckoned"),),
    "0033": (("plan_followed", "entries"),),
    "0034": (("plan", "titles"), ("plan", "published_titles")),
}
"""Columns by the migration that adds them."""
INDEXED = {"0031": ("ix_audit_organisation",)}
"""Indexes of such columns."""


MOVED = ("newest", "redefined", "continues", "closed")
"""What other plans need of one, which stood in its body before it had a row of its own."""


def migrated_again(app: Flask, version: str) -> None:
    """From the one that had run last then, without the tables and columns that came after it."""
    with store.writer_of(app).begin() as connection:
        if version < "0033":
            kept_in_one(connection)
        for table in (table for made, tables in MADE.items() if made > version for table in tables):
            connection.execute(text(f"DROP TABLE {table}"))
        for index in (index for made, indexes in INDEXED.items() if made > version for index in indexes):
            connection.execute(text(f"DROP INDEX {index}"))
        for table, column in (each for made, columns in WIDENED.items() if made > version for each in columns):
            connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    schema.migrate(app)


def kept_in_one(connection: Connection) -> None:
    """Followed plans as they were kept before their figures and what others need of them had places of their own."""
    rows = connection.execute(
        text("SELECT plan, f.body, entries, t.body FROM plan_followed f JOIN plan_term t USING (plan)")
    )
    for plan, body, entries, term in rows.all():
        ends = {name: each for name, each in json.loads(term).items() if name in MOVED}
        whole = {
            **json.loads(body),
            "entries": json.loads(entries),
            **{name: each for name, each in ends.items() if each},
        }
        values = {"plan": plan, "body": json.dumps(whole, ensure_ascii=False)}
        connection.execute(text("UPDATE plan_followed SET body = :body WHERE plan = :plan"), values)
