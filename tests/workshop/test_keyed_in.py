"""A plan that a ministry keys in for one of its units, until the unit says that it is right."""

import re

import pytest
from flask import Flask

from facilitation.plans.commands import ConfirmPlan, ReviseField
from tests.conftest import signed_in
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import Asker, Once, perform, plan_log
from workshop.room import rooms_of
from workshop.store.plan_people import set_parts
from workshop.store.tables import PlanRow


@pytest.fixture
def ministry(tree: Tree) -> Visitor:
    return tree.somebody("editor", "housing")


@pytest.fixture
def plan(tree: Tree, ministry: Visitor) -> str:
    """The id of a plan that the ministry began for Homes."""
    return begun(ministry, tree, "homes")


def begun(who: Visitor, tree: Tree, whose: str) -> str:
    given = {"begins": "empty", "title_en": "Plan of Homes", "whose": tree.ids[whose], "method": "toimi"}
    page = who.send("/plans/new", "", **given)
    found = re.search(r"/plans/(\w+)", page.request.path)
    assert found, page.text
    return found.group(1)


def life(app: Flask, plan: str):
    with app.app_context():
        return rooms_of().room(plan_log(plan)).state


def test_the_unit_confirms_what_the_ministry_keyed_in(tree: Tree, ministry: Visitor, plan: str):
    page = ministry.get(f"/plans/{plan}").text
    assert "Keyed in for Homes, which has not confirmed it yet." in page
    assert "It is as we have it" not in page
    unit = tree.somebody("editor", "homes")
    assert "Plan of Homes" in unit.get(tree.page("homes")).text
    page = unit.send(f"/plans/{plan}", "It is as we have it").text
    assert "Keyed in for Homes, which confirmed it on 26 November 2026." in page
    keyed = life(tree.app, plan).keyed
    assert (keyed.organisation, keyed.by, keyed.confirmed_by) == (tree.ids["housing"], ministry.account, unit.account)
    assert "Keyed in for you, to be confirmed" not in unit.get(tree.page("homes")).text


def colleague(tree: Tree, name: str) -> Visitor:
    who = signed_in(tree.app, f"colleague@{name}.example", "Colleague", "member")
    tree.give(who.account, "editor", name)
    return who


def test_another_who_edits_for_the_ministry_goes_on_with_what_it_keyed_in_until_the_unit_confirms(
    tree: Tree, ministry: Visitor, plan: str
):
    another, elsewhere = colleague(tree, "housing"), colleague(tree, "traffic")
    assert (another.get(f"/plans/{plan}").status_code, elsewhere.get(f"/plans/{plan}").status_code) == (200, 404)
    assert "Plan of Homes" in another.get("/plans").text
    assert "Colleague" in ministry.get(f"/plans/{plan}/people").text
    assert "It is as we have it" not in another.get(f"/plans/{plan}").text
    tree.somebody("editor", "homes").send(f"/plans/{plan}", "It is as we have it")
    assert another.get(f"/plans/{plan}").status_code == 404
    assert "Plan of Homes" not in another.get("/plans").text


def test_what_is_changed_after_that_is_to_be_confirmed_anew(tree: Tree, ministry: Visitor, plan: str):
    unit = tree.somebody("approver", "homes")
    unit.send(f"/plans/{plan}", "It is as we have it")
    revise(tree.app, plan, ministry)
    assert "changed since" in unit.get(f"/plans/{plan}").text
    unit.send(f"/plans/{plan}", "It is as we have it")
    assert "changed since" not in unit.get(f"/plans/{plan}").text


def test_the_ministry_cannot_approve_alone_what_it_keyed_in(tree: Tree, ministry: Visitor, plan: str):
    ministry.send(f"/plans/{plan}/lines/{plan}", "Save", publicity="public", records_class="02.04.01")
    elsewhere = {"approver": "Board", "day": "2026-11-26", "record_number": "12/2026"}
    page = ministry.send(f"/plans/{plan}/approval", "Record the approval", **elsewhere)
    assert (page.status_code, life(tree.app, plan).published) == (400, None)
    assert "Others keyed this plan in." in page.text and "12/2026" in page.text
    unit = tree.somebody("editor", "homes")
    unit.send(f"/plans/{plan}/approval", "It is as we have it")
    ministry.send(f"/plans/{plan}/approval", "Record the approval", **elsewhere)
    assert life(tree.app, plan).published.number == "1.0"


def revise(app: Flask, plan: str, who: Visitor, value: str = "Director", base: str = "") -> None:
    with app.app_context():
        wish, once = ReviseField(plan, "owner", value, base), Once(f"revise-once-{value}")
        assert perform(plan_log(plan), wish, Asker(who.account, "editor"), once).ok


@pytest.fixture
def unit(tree: Tree, ministry: Visitor, plan: str) -> Visitor:
    """An editor of Homes, who confirmed the plan and recorded its approval."""
    unit = tree.somebody("editor", "homes")
    unit.send(f"/plans/{plan}", "It is as we have it")
    recorded(unit, plan)
    return unit


def recorded(who: Visitor, plan: str):
    who.send(f"/plans/{plan}/lines/{plan}", "Save", publicity="public", records_class="02.04.01")
    elsewhere = {"approver": "Board", "day": "2026-11-26", "record_number": "12/2026"}
    return who.send(f"/plans/{plan}/approval", "Record the approval", **elsewhere)


def test_what_the_unit_changes_in_an_amendment_of_its_own_needs_no_confirming(tree: Tree, plan: str, unit: Visitor):
    unit.send(f"/plans/{plan}/approval", "Open an amendment", reason="A new director")
    revise(tree.app, plan, unit)
    colleague = tree.somebody("editor", "repairs")
    assert "changed since" not in unit.get(f"/plans/{plan}").text
    recorded(unit, plan)
    assert life(tree.app, plan).published.number == "2.0"
    revise_again = unit.send(f"/plans/{plan}/approval", "Open an amendment", reason="Once more")
    assert revise_again.status_code == 200
    revise(tree.app, plan, colleague, "Chair", "Director")
    assert "changed since" in unit.get(f"/plans/{plan}").text


def test_what_the_ministry_changes_in_it_is_to_be_confirmed_all_the_same(
    tree: Tree, ministry: Visitor, plan: str, unit: Visitor
):
    unit.send(f"/plans/{plan}/approval", "Open an amendment", reason="A new director")
    revise(tree.app, plan, ministry)
    assert "changed since" in unit.get(f"/plans/{plan}").text


def test_what_the_unit_changes_in_an_amendment_of_the_ministry_s_is_to_be_confirmed(
    tree: Tree, ministry: Visitor, plan: str, unit: Visitor
):
    ministry.send(f"/plans/{plan}/approval", "Open an amendment", reason="A new director")
    revise(tree.app, plan, unit)
    assert "changed since" in unit.get(f"/plans/{plan}").text


def test_whoever_keyed_it_in_never_confirms_it(tree: Tree, ministry: Visitor, plan: str):
    tree.give(ministry.account, "editor", "homes")
    assert "It is as we have it" not in ministry.get(f"/plans/{plan}").text
    with tree.app.app_context():
        outcome = perform(plan_log(plan), ConfirmPlan(), Asker(ministry.account, "editor"), Once("confirm-once-01"))
    assert outcome.code == "keyed_it_in"


def test_a_part_in_the_plan_alone_speaks_for_nobody(tree: Tree, ministry: Visitor, plan: str):
    other = tree.somebody("editor", "roads")
    with store.writing(tree.app) as db:
        set_parts(db, plan, other.account, ["editor"])
    assert "It is as we have it" not in other.get(f"/plans/{plan}").text
    page = other.get(f"/plans/{plan}/people")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert token
    sent = other.client.post(f"/plans/{plan}/confirm", data={"csrf_token": token.group(1), "once": "x" * 12})
    assert sent.status_code == 403
    assert life(tree.app, plan).keyed.confirmed is None


def test_a_plan_of_one_s_own_is_nobody_s_to_confirm(tree: Tree):
    unit = tree.somebody("editor", "homes")
    plan = begun(unit, tree, "homes")
    assert life(tree.app, plan).keyed is None
    assert "Keyed in for" not in unit.get(f"/plans/{plan}").text


def test_a_plan_that_is_handed_to_a_unit_is_to_be_confirmed_by_it(tree: Tree, ministry: Visitor):
    plan = begun(ministry, tree, "housing")
    assert life(tree.app, plan).keyed is None
    ministry.send(f"/plans/{plan}/people", "Save", whose=tree.ids["repairs"])
    assert life(tree.app, plan).keyed.organisation == tree.ids["housing"]


def test_its_row_its_trail_and_its_files_know(tree: Tree, ministry: Visitor, administrator: Visitor, plan: str):
    unit = tree.somebody("editor", "homes")
    assert "not confirmed it yet" in unit.get(f"/plans/{plan}/plan.md").text
    unit.send(f"/plans/{plan}", "It is as we have it")
    assert "which confirmed it on 26\N{NO-BREAK SPACE}November 2026" in unit.get(f"/plans/{plan}/plan.md").text
    with store.reading(tree.app) as db:
        row = db.get_one(PlanRow, plan)
    assert (row.keyed_in, row.confirmed) == (tree.ids["housing"], True)
    assert "confirmed a plan that others keyed in" in administrator.get("/trail").text
