"""Rows of plans that go on from one another tell what reading them whole tells, and nothing once that has changed."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pytest
from sqlalchemy import update

from facilitation.plans.commands import EnterFigure
from facilitation.shapes.followed import period_of
from tests.workshop.followed import FINANCE, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_next_plan import approved, begun
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import duties, joined, outlook
from workshop.store.duties import Asking
from workshop.store.followed import followed_by_id, heads
from workshop.store.joined import signs_of
from workshop.store.outlook import Outlooks
from workshop.store.tables import PlanOutlookRow


class Told(NamedTuple):
    """Of plans, by their ids."""

    stand: Mapping[str, Outlooks]
    ask: Mapping[str, Asking]


@pytest.fixture
def first(tree: Tree, editor: Visitor) -> PlanDesk:
    """Homes' plan, with a round of follow-up open."""
    desk = followed(tree)
    editor.send(f"{tree.page('homes')}/rounds", "Set the round", opens=f"{TODAY}", due=f"{NEXT_YEAR}")
    return desk


@pytest.fixture
def second(first: PlanDesk, editor: Visitor) -> PlanDesk:
    return approved(begun(editor, first))


def kept(tree: Tree) -> Told:
    with tree.app.app_context(), store.reading() as db:
        signs = signs_of(db, heads(db, [tree.ids["homes"]]))
        return Told(dict(joined.outlooks(db, signs)), dict(joined.asking(db, signs)))


def read_whole(tree: Tree, *desks: PlanDesk) -> Told:
    with tree.app.app_context(), store.reading() as db:
        plans = followed_by_id(db, [each.id for each in desks])
    return Told({each.plan.id: outlook.of(each) for each in plans}, {each.plan.id: duties.of(each) for each in plans})


def look(visitor: Visitor, tree: Tree) -> None:
    """At the two pages that read many plans."""
    for page in ("follow-up", "rounds"):
        assert visitor.get(f"{tree.page('homes')}/{page}").status_code == 200


def late(desk: PlanDesk, above: int) -> None:
    year = period_of("yearly", date(2025, 1, 1))
    asked = EnterFigure(f"figure-late-{above}", SHARE.id, year, above, above, 100, "", "", "final", FINANCE, TODAY)
    assert desk.ask(asked).ok


def test_they_tell_what_the_plans_tell_that_are_read_whole(
    tree: Tree, editor: Visitor, first: PlanDesk, second: PlanDesk
):
    for change in (lambda: None, lambda: late(first, 30), lambda: redefine(second), lambda: late(second, 40)):
        change()
        assert kept(tree) == Told({}, {}), "nobody has looked since"
        look(editor, tree)
        whole = read_whole(tree, first, second)
        assert kept(tree).ask == whole.ask
        assert kept(tree).stand[second.id] == whole.stand[second.id]


def test_an_earlier_plan_asks_for_nothing_from_the_day_on_which_the_next_one_stands(
    tree: Tree, editor: Visitor, first: PlanDesk
):
    later = approved(begun(editor, first, "2027–2029"))
    look(editor, tree)
    told = kept(tree).ask[first.id]
    assert told.on(date(2026, 12, 31)) == told.duties != told.on(date(2027, 1, 1))
    assert kept(tree).ask[later.id].ends is None


def test_a_plan_in_whose_stead_another_stands_is_not_read(tree: Tree, first: PlanDesk, second: PlanDesk):
    """It could not be: its row is none."""
    with tree.app.app_context(), store.writing() as db:
        db.execute(update(PlanOutlookRow).where(PlanOutlookRow.plan == first.id).values(body="no row"))
    told = tree.somebody("steering", "housing").get(tree.page("homes") + "/follow-up").text
    assert f"{second.page}/follow-up" in told
    assert f"{first.page}/follow-up" not in told


def test_of_three_plans_in_a_line_the_one_of_today_is_counted(tree: Tree, editor: Visitor, first: PlanDesk):
    second = approved(begun(editor, first))
    third = approved(begun(editor, second, "2027–2029"))
    told = editor.get(tree.page("homes") + "/follow-up").text
    shown = [each.id for each in (first, second, third) if f"{each.page}/follow-up" in told]
    assert shown == [second.id]
