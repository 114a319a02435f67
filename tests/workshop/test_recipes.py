"""What a branch's metrics are made of: read from its log once, and kept for whoever reads next."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.workshop.branch_desk import Ministry
from tests.workshop.test_counted import amend, figure, ministry_of, now, read, strike_comments, told_alike
from workshop import store
from workshop.perform import plan_log
from workshop.remembering import Remembered
from workshop.room import rooms_of
from workshop.store.tables import PlanRecipeRow
from workshop.together.counted import of_branches
from workshop.together.recipes import REMEMBERED


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return ministry_of(app)


def signs(ministry: Ministry) -> list[str]:
    with ministry.app.app_context(), store.reading() as db:
        return [row.sign for row in db.scalars(select(PlanRecipeRow))]


def as_after_a_start(ministry: Ministry) -> None:
    rooms_of(ministry.app).forget(plan_log(ministry.plan.id))
    remembered: Remembered[str, object] = ministry.app.extensions[REMEMBERED]
    remembered.forget()


def woke_the_log(ministry: Ministry, act: Callable[[], object]) -> bool:
    """Whether the branch's log was read for it."""
    as_after_a_start(ministry)
    with ministry.app.test_request_context():
        act()
    return plan_log(ministry.plan.id) in [room.key for room in rooms_of(ministry.app).living()]


def test_a_figure_is_counted_without_reading_the_branch_s_log(ministry: Ministry):
    told_alike(ministry)
    figure(ministry.homes, 40)
    assert not woke_the_log(ministry, lambda: of_branches(read(ministry)))
    assert told_alike(ministry) == [40]


def test_it_is_made_anew_once_something_else_is_approved(ministry: Ministry):
    figure(ministry.homes, 40)
    figure(ministry.repairs, 20)
    assert told_alike(ministry) == [30]
    before = signs(ministry)
    amend(ministry)
    assert woke_the_log(ministry, lambda: of_branches(read(ministry)))
    assert told_alike(ministry) == [40]
    assert len(signs(ministry)) == len(before) == 1
    assert signs(ministry) != before


def test_nothing_that_units_enter_makes_it_stale(ministry: Ministry):
    told_alike(ministry)
    figure(ministry.homes, 40)
    assert signs(ministry) == [now(ministry)[ministry.plan.id].recipe]


def test_one_of_another_sign_says_nothing(ministry: Ministry):
    figure(ministry.homes, 40)
    assert told_alike(ministry) == [40]
    with ministry.app.app_context(), store.writing() as db:
        db.execute(update(PlanRecipeRow).values(sign="another", body="{}"))
    figure(ministry.homes, 50)
    as_after_a_start(ministry)
    assert told_alike(ministry) == [50]


def test_struck_words_leave_it_too(ministry: Ministry):
    figure(ministry.homes, 40, comment="By Maija")
    told_alike(ministry)
    assert signs(ministry)
    strike_comments(ministry)
    assert signs(ministry) == []
