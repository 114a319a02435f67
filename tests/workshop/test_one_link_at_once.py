"""Where the database itself does not put writers in line, a link that is used by two at once makes one account too."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from tests.conftest import Clock, new_account
from tests.faults.level import until
from tests.workshop.postgres import postgres
from tests.workshop.visitor import Visitor
from workshop import config, create_app, store
from workshop.store import accounts, schema
from workshop.store.tables import AccountRow

NEW = {"name": "Fay", "password": "a goose in the granary"}


@pytest.fixture
def app(settings: config.Settings, clock: Clock) -> Iterator[Flask]:
    with postgres() as address:
        app = create_app(replace(settings, database=address), clock)
        app.testing = True
        schema.migrate(app)
        yield app
        store.engine_of(app).dispose()


def test_the_later_of_two_waits_for_the_earlier_and_finds_it_used(app: Flask, clock: Clock):
    ann = new_account(app, "ann@example.fi", "Ann", accounts.ADMINISTRATOR)
    with store.writing(app) as db:
        token = accounts.invite(db, db.get_one(AccountRow, ann), accounts.ADMINISTRATOR, "Fay", clock())
    late = Visitor(app)
    form = late.form(f"/invite/{token}", fields=NEW)
    with ThreadPoolExecutor(1) as beside:
        with store.writing(app) as db:
            link = accounts.held_invitation(db, token, clock())
            assert link
            accounts.accept(db, link, name="Fay", email="fay@example.fi", password_hash="-", at=clock())
            given = form.fields | NEW | {"email": "ben@example.fi"}
            answer = beside.submit(late.client.post, f"/invite/{token}", data=given)
            until(lambda: answer.done() or waits(app), 20, "Nobody came to the link")
        assert answer.result().status_code == 410
    with store.reading(app) as db:
        assert db.scalar(select(func.count()).where(AccountRow.role == accounts.ADMINISTRATOR)) == 2


def waits(app: Flask) -> bool:
    """Whether somebody waits for what another holds."""
    with store.reading(app) as db:
        return bool(db.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")))
