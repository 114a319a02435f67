"""What was entered into plans, metric by metric: rows level with the plans, and made of older ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import count

from flask import Flask
from sqlalchemy import update

from facilitation.plans.commands import EnterFigure
from facilitation.shapes.followed import Entered, period_of
from tests.workshop.followed import FINANCE, SHARE, followed, redefine
from tests.workshop.older import migrated_again
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from workshop import store
from workshop.store import figures
from workshop.store.figures import Place
from workshop.store.tables import PlanOutlookRow

NUMBERS = count(1)
SQLITE_BEARS = 32_766
"""Values in one question (sqlite.org/limits.html)."""


def figure(desk: PlanDesk, above: int, year: int) -> None:
    period = period_of("yearly", date(year, 1, 1))
    asked = EnterFigure(f"figure-{next(NUMBERS)}", SHARE.id, period, above, above, 100, "", "", "final", FINANCE, TODAY)
    assert desk.ask(asked).ok


def kept(app: Flask, *places: Place) -> Mapping[Place, Sequence[Entered]]:
    with app.app_context(), store.reading() as db:
        return figures.of(db, places)


def test_what_was_entered_is_found_by_its_metric(app: Flask, tree: Tree):
    desk = followed(tree)
    here, elsewhere = Place(desk.id, SHARE.id), Place(desk.id, "another")
    assert kept(app, here, elsewhere) == {}
    figure(desk, 40, 2024)
    figure(desk, 50, 2025)
    assert [each.value for each in kept(app, here, elsewhere)[here]] == [40, 50]


def test_what_was_counted_otherwise_is_not_put_together_with_others(app: Flask, tree: Tree):
    desk = followed(tree)
    figure(desk, 40, 2024)
    redefine(desk)
    assert kept(app, Place(desk.id, SHARE.id)) == {}
    figure(desk, 60, 2025)
    assert [each.value for each in kept(app, Place(desk.id, SHARE.id))[Place(desk.id, SHARE.id)]] == [60]


def test_plans_that_were_followed_before_there_were_such_rows_have_them_too(app: Flask, tree: Tree):
    """The migration reads them out of what was kept."""
    homes, repairs = followed(tree), followed(tree, "repairs", "plan-0002")
    figure(homes, 40, 2024)
    figure(homes, 50, 2025)
    figure(repairs, 30, 2024)
    redefine(repairs)
    figure(repairs, 35, 2025)
    places = Place(homes.id, SHARE.id), Place(repairs.id, SHARE.id)
    before = kept(app, *places)
    assert [len(before[place]) for place in places] == [2, 1]
    with store.writer_of(app).begin() as connection:
        connection.execute(update(PlanOutlookRow).values(body=""))  # what stood there then is not what stands there now
    migrated_again(app, "0025")
    assert kept(app, *places) == before


def test_more_metrics_are_asked_for_at_once_than_a_database_bears_values(app: Flask, tree: Tree):
    desk = followed(tree)
    figure(desk, 40, 2024)
    many = [Place(desk.id, f"metric-{n}") for n in range(SQLITE_BEARS + 1)]
    assert [*kept(app, *many, Place(desk.id, SHARE.id))] == [Place(desk.id, SHARE.id)]
