"""Finding, erasing and removing hold on PostgreSQL as on SQLite."""

from dataclasses import replace
from datetime import timedelta

from flask import Flask
from sqlalchemy import select

from tests.conftest import Clock, new_account, signed_in
from tests.workshop.maija import EMAIL, NAME, SUBJECT, WORDS, World
from tests.workshop.postgres import postgres
from workshop import config, create_app, store
from workshop.keeping.removal import carry_out
from workshop.persons.erasing import erase
from workshop.persons.found import find
from workshop.persons.sought import Sought
from workshop.persons.theirs import theirs
from workshop.store import accounts, schema
from workshop.store.tables import AccountRow, OrganisationRow, Table
from workshop.web.head import today


def test_a_person_is_found_taken_out_and_erased_and_what_is_over_goes(settings: config.Settings, clock: Clock):
    with postgres() as address:
        app = create_app(replace(settings, database=address), clock)
        app.testing = True
        schema.migrate(app)
        world = World(app, signed_in(app, "fay@example.fi", "Fay", accounts.FACILITATOR))
        ann, before = new_account(app, "ann@example.fi", "Ann", accounts.ADMINISTRATOR), world.plan.life.published
        with app.app_context():
            with store.reading() as db:
                found, by = find(db, Sought(NAME, EMAIL, SUBJECT)), db.get_one(AccountRow, ann)
                assert {"account", "event", "person", "role_holder"} <= set(theirs(db, found))
            erase(found, by, clock(), today(), texts=True)
            assert not [word for word in WORDS if word in everything(app)]
            assert world.plan.life.published == before
            with store.writing() as db:
                db.get_one(OrganisationRow, world.tree.ids["homes"]).kept_months = 6
            assert carry_out(app, clock() + timedelta(days=300)).workshops == 1
        store.engine_of(app).dispose()


def everything(app: Flask) -> str:
    with store.reading(app) as db:
        return "\n".join(
            str(row) for table in Table.metadata.tables.values() for row in db.execute(select(table))
        ).lower()
