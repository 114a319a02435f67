"""A role is handed over in one act, with its deputies, its links and its last day."""

from datetime import timedelta

from sqlalchemy import select

from tests.conftest import NOON, Clock
from tests.workshop.checking_in import desk, editor, hand_over, link
from tests.workshop.followed import GOAL, LAW, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import enter, field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.days import today
from workshop.store import holders
from workshop.store.tables import CheckInLinkRow, RoleHolderRow

__all__ = ["desk", "editor"]


def test_one_act_hands_over_across_plans_and_tells_the_new_holder_what_there_is(
    tree: Tree, desk: PlanDesk, editor: Visitor
):
    other = followed(tree, "homes", "plan-0002")
    foreign = followed(tree, "roads", "plan-0003")
    enter(editor, desk, value="30")
    before = (desk.life, other.life, foreign.life)
    page = hand_over(editor, tree, "Ida")
    assert page.text.count(SHARE.name["en"]) == 2
    assert page.text.count(GOAL.to["en"]) == 2
    assert "Slightly behind" in page.text
    assert (desk.life, other.life, foreign.life) == before, "plans name roles: no word of them changes"


def test_a_deputy_stands_beside_the_holder(tree: Tree, editor: Visitor):
    hand_over(editor, tree, "Hal")
    hand_over(editor, tree, "Dee", part="deputy")
    page = editor.get(tree.page("homes") + "/holders").text
    assert "Hal" in page
    assert "Dee" in page


def test_the_same_role_in_another_organisation_is_another_s(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    roads = followed(tree, "roads", "plan-0003")
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert (len(desk.life.entered), len(roads.life.entered)) == (1, 0)


def test_who_may_not_hand_over_makes_no_links(tree: Tree, desk: PlanDesk, editor: Visitor):
    hand_over(editor, tree, "Hal", LAW)
    path = tree.page("homes") + "/holders"
    reader = tree.somebody("reader", "homes")
    assert "Make a link" not in reader.get(path).text
    assert tree.somebody("reader", "housing").get(path).status_code == 403
    assert tree.somebody("editor", "roads").get(path).status_code == 404
    form = editor.form(path, "Make a link to check in")
    assert reader.client.post(form.action, data=form.fields).status_code in (400, 403)


def test_a_role_may_have_a_last_day_on_which_its_link_still_leads(
    tree: Tree, editor: Visitor, visitor: Visitor, clock: Clock
):
    hand_over(editor, tree, "Hal", until=f"{TODAY + timedelta(days=9)}")
    path = link(editor, tree)
    last = (TODAY + timedelta(days=9)).strftime("%-d %B %Y")
    assert f"until {last}" in editor.get(tree.page("homes") + "/holders").text
    clock.pass_by(days=9)
    assert visitor.get(path).status_code == 200
    clock.pass_by(days=1)
    assert visitor.get(path).status_code == 404


def test_a_role_that_ends_after_midnight_takes_its_link_along_though_it_is_earlier_in_greenwich(
    tree: Tree, editor: Visitor, clock: Clock
):
    hand_over(editor, tree, "Hal")
    link(editor, tree)
    clock.time = NOON.replace(hour=22, minute=30)
    with tree.app.app_context(), store.writing() as db:
        holders.end(db, db.scalars(select(RoleHolderRow)).one(), today(), clock())
        assert all(each.revoked_at for each in db.scalars(select(CheckInLinkRow)))


def test_a_last_day_before_the_first_is_said_at_its_field_and_nothing_typed_is_lost(tree: Tree, editor: Visitor):
    page = hand_over(editor, tree, "Hal Harkonen", until=f"{TODAY - timedelta(days=1)}")
    assert page.status_code == 400
    assert "It would end before it begins." in page.text
    assert 'value="Hal Harkonen"' in page.text
