"""An agency that goes on in another is followed up in its hands, with its plan, its roles and their holders."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from facilitation.shapes import Plan
from tests.conftest import NOON
from tests.workshop.followed import FINANCE, LAW, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.asked import asked_of
from workshop.store import forest, holders
from workshop.store.rounds import open_round, round_of
from workshop.store.tables import AccountRow

HAL = ("Hal Harkonen", "hal@example.fi")


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """Of Homes, which has gone on in Repairs; the head of finance had their role in Homes."""
    desk = followed(tree)
    with tree.app.app_context(), store.writing() as db:
        who = db.get_one(AccountRow, desk.fay.seat)
        holders.hand_over(db, tree.ids["homes"], FINANCE, "holder", HAL, TODAY - timedelta(9), who, NOON)
        forest.merge(db, tree.ids["homes"], tree.ids["repairs"], TODAY, None, NOON)
    return desk


def test_its_plan_stays_on_the_pages_of_the_ministry_and_of_whoever_goes_on(desk: PlanDesk, tree: Tree):
    above, heir = tree.somebody("editor", "housing"), tree.somebody("reader", "repairs")
    days = {"opens": f"{TODAY}", "due": f"{NEXT_YEAR}"}
    rounds = above.send(f"{tree.page('housing')}/rounds", "Set the round", **days)
    assert f"{desk.page}" in rounds.text
    for who, name in ((above, "housing"), (heir, "repairs")):
        assert f"{desk.page}/follow-up" in who.get(f"{tree.page(name)}/follow-up").text, name


def test_whoever_answers_in_several_plans_of_one_title_reads_whose_each_is(
    desk: PlanDesk, tree: Tree, visitor: Visitor
):
    followed(tree, "repairs", "plan-0002")
    editor = tree.somebody("editor", "repairs")
    for path in ("", "/briefing"):
        told = visitor.get(link(editor, tree) + path).text
        assert sorted(re.findall(r'muted">(Homes|Repairs)</span>', told)) == ["Homes", "Repairs"], path


def link(editor: Visitor, tree: Tree) -> str:
    page = editor.send(f"{tree.page('repairs')}/holders", "Make a link to check in").text
    found = re.search(r"/check-in/[\w-]+", page)
    assert found
    return found[0]


def test_above_the_branches_it_counts_in_the_branch_of_its_heir(desk: PlanDesk, tree: Tree):
    tree.add("state")
    with tree.app.app_context(), store.writing() as db:
        for branch in ("housing", "traffic"):
            forest.move(db, tree.ids[branch], tree.ids["state"], TODAY, None, NOON)
    told = tree.somebody("steering", "state").get(f"{tree.page('state')}/follow-up")
    assert told.status_code == 200
    assert f'href="{tree.page("housing")}/follow-up"' in told.text


def test_its_holder_is_on_the_heir_s_page_and_handed_over_there(desk: PlanDesk, tree: Tree):
    editor, path = tree.somebody("editor", "repairs"), f"{tree.page('repairs')}/holders"
    page = editor.get(path).text
    assert FINANCE in page
    assert LAW in page
    assert HAL[0] in page
    editor.send(path, "Hand it over", role=FINANCE, name="Ida Ilves")
    page = editor.get(path).text
    assert "Ida Ilves" in page
    assert HAL[0] not in page


def test_its_holder_gets_the_round_s_letter(desk: PlanDesk, tree: Tree):
    with tree.app.app_context(), store.writing() as db:
        who = db.get_one(AccountRow, desk.fay.seat)
        round = round_of(open_round(db, tree.ids["housing"], TODAY, NEXT_YEAR, {}, who, NOON))
    with tree.app.app_context(), store.reading() as db:
        asked = asked_of(db, forest.forest(db), tree.ids["repairs"], round, "opened", TODAY)
        assert (HAL[1], "holder") in [(each.person.address, each.part) for each in asked]


def test_a_link_from_before_asks_what_is_due_of_the_role_in_whoever_goes_on(app: Flask, visitor: Visitor):
    tree = Tree(app)
    desk = followed(tree)
    followed(tree, "repairs", "plan-0002", renamed(PLAN, "-2"))
    with app.app_context(), store.writing() as db:
        who = db.get_one(AccountRow, desk.fay.seat)
        hal = holders.hand_over(db, tree.ids["homes"], FINANCE, "holder", HAL, TODAY - timedelta(9), who, NOON)
        path = f"/check-in/{holders.new_link(db, hal, who, NOON)}"
    assert "Metric of Repairs" not in visitor.get(path).text, "before the merger its plan is another's"
    with app.app_context(), store.writing() as db:
        forest.merge(db, tree.ids["homes"], tree.ids["repairs"], TODAY, None, NOON)
    for page in (visitor.get(path), visitor.get(f"{path}/briefing")):
        assert SHARE.name["en"] in page.text, "the plan that was taken over stays in follow-up"
        assert "Metric of Repairs" in page.text


def renamed(plan: Plan, suffix: str) -> Plan:
    """The same plan of others, with lines of its own."""
    (goal,) = plan.goals
    metric = replace(SHARE, id=SHARE.id + suffix, name={"en": "Metric of Repairs"})
    return replace(plan, goals=(replace(goal, id=goal.id + suffix, metrics=(metric,), actions=()),))
