"""Many plans at a glance: a finding first, nobody's drafts, and as many questions for many plans as for few."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from flask import Flask
from lxml import html
from sqlalchemy import event

from facilitation.plans.commands import OpenAmendment
from tests.conftest import NOON
from tests.workshop.followed import ACTION, FINANCE, GOAL, PLAN, followed
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import holders
from workshop.store.forest import move
from workshop.store.tables import AccountRow
from workshop.web import paging


@contextmanager
def questions(app: Flask) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def told(_connection, _cursor, statement: str, *_more: object) -> None:
        asked.append(statement)

    with app.app_context():
        engine = store.engine_of()
    event.listen(engine, "before_cursor_execute", told)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", told)


def page(visitor: Visitor, tree: Tree, name: str) -> str:
    return visitor.get(tree.page(name) + "/follow-up").text


def test_a_branch_is_told_in_a_finding_with_its_plans(tree: Tree):
    homes = followed(tree)
    followed(tree, "repairs", "plan-0002")
    followed(tree, "roads", "plan-0003")
    enter(tree.somebody("editor", "homes"), homes, value="12")
    told = page(tree.somebody("steering", "housing"), tree, "housing")
    assert "1 of 2 goals lag behind" in told
    assert told.index("Homes") < told.index("Repairs"), "what lags stands first"
    assert "Roads" not in told


def test_late_actions_of_no_goal_are_counted_with_those_of_their_organisation(tree: Tree):
    followed(tree, plan=replace(PLAN, loose_actions=(replace(ACTION, id="action-loose"),)))
    followed(tree, "repairs", "plan-0002")
    told = html.fromstring(page(tree.somebody("steering", "housing"), tree, "housing"))
    [table] = told.xpath("//table[.//caption[.='Goals by organisation']]")
    late = {row.xpath("string(./th)").strip(): row.xpath("string(./td[last()])") for row in table.xpath("./tbody/tr")}
    assert late == {"Homes": "2 of 2", "Repairs": "1 of 1"}


def test_each_goal_that_lags_leads_to_what_its_plan_s_follow_up_tells_of_it(tree: Tree):
    homes, reader = followed(tree), tree.somebody("steering", "housing")
    enter(tree.somebody("editor", "homes"), homes, value="12")
    [there] = re.findall(rf'href="({homes.page}/follow-up#[^"]+)"', page(reader, tree, "housing"))
    assert f'id="{there.partition("#")[2]}"' in reader.get(there.partition("#")[0]).text


def test_goals_that_are_not_listed_stand_in_the_workbook_that_the_page_leads_to(tree: Tree):
    followed(
        tree,
        plan=replace(PLAN, goals=tuple(replace(GOAL, id=f"goal-{n:03}", metrics=(), actions=()) for n in range(21))),
    )
    told = page(tree.somebody("steering", "housing"), tree, "housing")
    assert re.search(r'stands in the workbook\.</span> <a href="[^"]+/follow-up/report\.xlsx"', told)


def test_above_the_branches_each_is_one_line_that_leads_to_its_own(app: Flask, tree: Tree):
    tree.add("state")
    with app.app_context(), store.writing() as db:
        for branch in ("housing", "traffic"):
            move(db, tree.ids[branch], tree.ids["state"], TODAY, None, NOON)
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    roads = followed(tree, "roads", "plan-0003")
    enter(tree.somebody("editor", "roads"), roads, value="12")
    told = page(tree.somebody("steering", "state"), tree, "state")
    lines = [told.index(f'href="{tree.page(branch)}/follow-up"') for branch in ("traffic", "housing")]
    assert lines == sorted(lines), "the branch that lags stands first"
    assert "1 of 3 goals lag behind" in told
    assert '/plans/plan-0001/follow-up"' not in told


def test_themes_of_two_methods_are_told_apart_each_by_its_own_name(tree: Tree):
    """Both methods call their second theme 2."""
    second = (replace(GOAL, objectives=("2.1",)),)
    followed(tree, plan=replace(PLAN, goals=second))
    followed(tree, "repairs", "plan-0002", replace(PLAN, pack="city", goals=second))
    head, path = tree.somebody("steering", "housing"), tree.page("housing") + "/follow-up"
    for told in (head.get(path).text, head.get(f"{path}/report.md").text):
        assert "Goals lag behind in 0 of 2 themes" in told
        assert "Developing procurement skills" in told
        assert "Everybody on board" in told


def test_a_figure_that_comes_in_is_told_at_once(tree: Tree):
    homes, head = followed(tree), tree.somebody("steering", "housing")
    assert "There is no figure yet" in page(head, tree, "housing")
    enter(tree.somebody("editor", "homes"), homes, value="12")
    assert "The goal lags behind" in page(head, tree, "housing")


def test_a_long_list_is_read_page_by_page(tree: Tree, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(paging, "LISTED", 2)
    for number in range(3):
        followed(tree, "homes", f"plan-{number:04}")
    reader, path = tree.somebody("reader", "homes"), tree.page("homes") + "/follow-up"
    shown = [reader.get(f"{path}?page={number}").text for number in (1, 2, 99)]
    assert [f'/plans/plan-{number:04}/follow-up"' in shown[0] for number in range(3)] == [True, True, False]
    assert [f'/plans/plan-{number:04}/follow-up"' in shown[1] for number in range(3)] == [False, False, True]
    assert "Page 2 of 2" in shown[2]


def test_an_organisation_sees_its_own_and_not_its_neighbour_s(tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    reader = tree.somebody("reader", "homes")
    assert "Repairs" not in page(reader, tree, "homes")
    assert reader.get(tree.page("repairs") + "/follow-up").status_code == 404
    assert tree.somebody("facilitator", "homes").get(tree.page("homes") + "/follow-up").status_code == 403


def test_who_has_a_part_in_a_plan_finds_it_among_theirs(tree: Tree):
    desk = followed(tree)
    guest = tree.somebody("reader", "roads")
    assert "There are no goals to follow" in guest.get("/follow-up").text
    desk.invite(guest.account, "reader")
    assert PLAN.title["en"] in guest.get("/follow-up").text


def test_nothing_that_was_not_approved_is_told(tree: Tree):
    desk = followed(tree)
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(GOAL.id, "to", "A word of the draft", GOAL.to["en"]).ok
    above = tree.somebody("reader", "housing")
    branch = tree.page("housing")
    for path in (f"{branch}/follow-up", f"{desk.page}/follow-up", "/follow-up", f"{branch}/rounds"):
        assert "A word of the draft" not in above.get(path).text, path
    assert GOAL.to["en"] in above.get(f"{desk.page}/follow-up").text


@pytest.mark.parametrize("role", ["editor", "approver"])
def test_whoever_writes_or_approves_plans_above_opens_what_the_page_of_all_branches_leads_to(tree: Tree, role: str):
    followed(tree)
    tree.add("government", kind="government")
    with tree.app.app_context(), store.writing() as db:
        move(db, tree.ids["housing"], tree.ids["government"], TODAY, None, NOON)
    above, branch = tree.somebody(role, "government"), tree.page("housing")
    assert f'href="{branch}/follow-up"' in above.get(tree.page("government") + "/follow-up").text
    assert [above.get(branch + page).status_code for page in ("/follow-up", "/branch", "")] == [200, 200, 404]


def test_many_plans_are_asked_for_at_once(tree: Tree):
    """No question a row: neither a plan's, nor a goal's, nor an organisation's."""
    for number in range(2):
        followed(tree, "homes", f"plan-{number:04}")
    head = tree.somebody("administrator", "housing")
    tree.give(head.account, "editor", "housing")
    branch = tree.page("housing")
    days = {"opens": f"{TODAY}", "due": f"{NEXT_YEAR}"}
    assert "The round is set" in head.send(f"{branch}/rounds", "Set the round", **days).text
    paths = (f"{branch}/follow-up", "/follow-up", f"{branch}/rounds", f"{branch}/holders")
    few = [asked_by(head, path) for path in paths]
    for number in range(2, 8):
        tree.add(f"unit-{number}", "housing")
        followed(tree, f"unit-{number}", f"plan-{number:04}")
    assert "Unit-7: Head of finance" in head.get(f"{branch}/rounds").text, "links are given by hand where nobody holds"
    assert [asked_by(head, path) for path in paths] == few


def asked_by(visitor: Visitor, path: str) -> int:
    assert visitor.get(path).status_code == 200
    with questions(visitor.client.application) as asked:
        visitor.get(path)
    return len(asked)


def test_the_report_over_a_branch_is_taken_home(tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    head = tree.somebody("steering", "housing")
    assert head.get(tree.page("housing") + "/follow-up/report.xlsx").status_code == 200
    assert head.get(tree.page("traffic") + "/follow-up/report.xlsx").status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_are_read_in_every_language(tree: Tree, language: str):
    followed(tree)
    head = tree.somebody("editor", "housing")
    for path in ("/follow-up", tree.page("housing") + "/follow-up", tree.page("housing") + "/holders"):
        assert head.get(f"{path}?language={language}").status_code == 200


def test_a_desk_without_plans_says_so(tree: Tree):
    assert "Nothing is followed up yet" in page(tree.somebody("reader", "homes"), tree, "homes")


# -- What one answers for ---------------------------------------------------------------------------------------------


def hold(tree: Tree, visitor: Visitor, organisation: str, role: str) -> None:
    with store.writing(tree.app) as db:
        who = db.get_one(AccountRow, visitor.account)
        holders.hand_over(db, tree.ids[organisation], role, "holder", (who.name, who.email.upper()), TODAY, who, NOON)


def test_who_holds_a_role_reads_first_how_much_of_what_they_answer_for_lags(tree: Tree):
    homes, head = followed(tree), tree.somebody("editor", "homes")
    assert "answer for" not in head.get("/follow-up").text
    hold(tree, head, "homes", FINANCE)
    assert "Nothing that you answer for lags behind" in head.get("/follow-up").text
    enter(head, homes, value="12")
    told = head.get("/follow-up").text
    assert "Of what you answer for, 1 of 1 lags behind" in told
    assert told.index("Of what you answer for") < told.index('id="plans"')
    assert f'href="{homes.page}/follow-up"' in told


def test_of_another_s_roles_nothing_is_told_as_one_s_own(tree: Tree):
    followed(tree)
    ida, head = tree.somebody("editor", "homes"), tree.somebody("reader", "homes")
    hold(tree, ida, "homes", FINANCE)
    assert "answer for" not in head.get("/follow-up").text


def test_an_address_that_somebody_gave_as_theirs_opens_nothing_elsewhere(tree: Tree):
    followed(tree)
    stranger = tree.somebody("reader", "roads")
    hold(tree, stranger, "homes", FINANCE)
    told = stranger.get("/follow-up").text
    assert "answer for" not in told
    assert GOAL.metrics[0].name["en"] not in told
