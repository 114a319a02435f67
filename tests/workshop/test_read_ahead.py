"""Whoever reads plans together first finds what the timer made of them, and waits for nothing."""

from collections.abc import Mapping

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Clock
from tests.workshop.government import Government
from tests.workshop.test_follow_up_pages import enter
from workshop import store
from workshop.store import counted
from workshop.store.tables import BranchAlikeRow, BranchDrawnRow, PlanCountedRow, PlanRecipeRow
from workshop.together.ahead import read_ahead

ROWS = (BranchAlikeRow, BranchDrawnRow, PlanCountedRow, PlanRecipeRow)


@pytest.fixture
def government(app: Flask) -> Government:
    return Government(app).start().settled()


def ahead(app: Flask) -> int:
    with app.app_context():
        return read_ahead()


def kept(app: Flask) -> Mapping[str, list[tuple[str, ...]]]:
    with app.app_context(), store.reading() as db:
        return {row.__tablename__: sorted(map(tuple, db.execute(select(row.__table__)))) for row in ROWS}


def forget(app: Flask) -> None:
    with app.app_context(), store.writer_of(app).begin() as connection:
        counted.forget(connection)


def test_what_readers_find_is_what_they_would_have_made(government: Government):
    pages = (
        f"{government.above}/branches",
        f"{government.page('housing')}/branch",
        f"{government.desk.page}/follow-up",
    )
    forget(government.app)
    assert ahead(government.app) > 0
    made = kept(government.app)
    assert all(made.values())
    for page in pages:
        assert government.group.get(page).status_code == 200
    assert kept(government.app) == made


def test_nothing_is_read_again_while_no_plan_was_approved_and_the_day_is_the_same(government: Government, clock: Clock):
    assert ahead(government.app) > 0
    enter(government.somebody("editor", "homes"), government.homes, numerator="41", denominator="100")
    assert ahead(government.app) == 0
    clock.pass_by(days=1)
    assert ahead(government.app) > 0


def test_it_is_read_again_once_a_plan_was_approved(app: Flask):
    government = Government(app)
    before = ahead(app)
    government.start().settled()
    assert ahead(app) == before + 1


def test_a_file_of_before_that_says_nothing_is_no_hindrance(government: Government):
    settings = government.app.extensions["settings"]
    (settings.instance / "read-ahead").write_text("", "ascii")
    assert ahead(government.app) > 0
