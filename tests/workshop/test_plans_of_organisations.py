"""A plan belongs to an organisation by its id: whoever has a role there has a part in it, and nobody by a name."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitation.live import Asker
from facilitation.plans.commands import DropLine, OpenAmendment, PlacePlan, RecordApproval
from tests.conftest import NOON
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.desk import set_up
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import NEXT_YEAR, TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import forest
from workshop.store.plan_people import of_account
from workshop.store.roles import rights
from workshop.store.tables import PlanRow

DRAFT = "A word that nobody outside may read"
PAGES = ("", "/versions", "/comments", "/approval", "/themes", "/people", "/plan.json", "/plan.md")


def plan_of(tree: Tree, name: str, id: str = "plan-0001") -> PlanDesk:
    """A plan of the organisation, drafted by somebody who has no other part in anything."""
    desk = PlanDesk(tree.app, tree.account(f"owner-{id}"), replace(sample(), organisation="Homes"), id)
    assert desk.ask(PlacePlan(tree.ids[name])).ok
    return desk


def approve(desk: PlanDesk) -> None:
    """Recorded from outside, with nothing in the way; then a word is written that was not approved."""
    plan = desk.life.plan
    for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
        assert desk.revise_plan(field, value).ok
    recorded = RecordApproval("Director General", TODAY, "VN/1", "", "", "", "It is known", TODAY)
    assert desk.ask(recorded).ok
    assert desk.ask(OpenAmendment("New words")).ok
    goal = plan.goals[0]
    assert desk.revise(goal.id, "to", DRAFT, goal.to["en"]).ok
    assert desk.revise(plan.id, "title", DRAFT, plan.title["en"]).ok


def found(app: Flask, account: str) -> list[str]:
    with app.app_context(), store.reading() as db:
        return [each.row.id for each in of_account(db, account, rights(db, account, TODAY))]


@pytest.mark.parametrize(
    ("role", "changes"), [("editor", 200), ("approver", 403), ("reader", 403), ("administrator", 403)]
)
def test_a_role_in_the_organisation_brings_its_part_in_the_plan(tree: Tree, role: str, changes: int):
    desk = plan_of(tree, "homes")
    who = tree.somebody(role, "homes")
    assert who.get(desk.page).status_code == 200
    assert who.get(f"{desk.page}/lines/{desk.id}").status_code == changes
    assert sample().title["en"] in who.get("/plans").text


def test_organisations_of_one_name_never_mix(tree: Tree):
    """Same name in every language, same name before, and a plan that calls itself by it."""
    tree.add("twin", "traffic", en="Homes", fi="Homes")
    desk = plan_of(tree, "homes")
    for role in ("editor", "approver", "reader", "administrator", "steering", "facilitator"):
        stranger = tree.somebody(role, "twin")
        assert all(stranger.get(desk.page + page).status_code == 404 for page in PAGES), role
        assert found(tree.app, stranger.account) == []


def test_a_plan_of_nobody_s_is_given_to_nobody_by_what_it_calls_itself(tree: Tree):
    desk = PlanDesk(tree.app, tree.account("fay"), replace(sample(), organisation="Homes"))
    assert desk.row.organisation is None
    for role in ("editor", "administrator"):
        assert tree.somebody(role, "homes").get(desk.page).status_code == 404


def test_from_above_nothing_is_seen_until_something_is_approved(tree: Tree):
    desk = plan_of(tree, "homes")
    for role in ("reader", "editor", "steering", "administrator"):
        above = tree.somebody(role, "housing")
        assert all(above.get(desk.page + page).status_code == 404 for page in PAGES), role
        assert found(tree.app, above.account) == []


def test_from_above_only_what_was_approved_is_read(tree: Tree):
    desk = plan_of(tree, "homes")
    approve(desk)
    above, here = tree.somebody("reader", "housing"), tree.somebody("reader", "homes")
    for page in ("", "/plan.json", "/plan.md", "?version=1.0"):
        told = above.get(desk.page + page)
        assert told.status_code == 200, page
        assert DRAFT not in told.text, page
    assert DRAFT in here.get(desk.page).text
    assert DRAFT not in above.get("/plans").text
    assert sample().title["en"] in above.get("/plans").text
    for page in ("/versions", "/comments", "/approval", "/themes", "/people", "?version=1.1", "?version=0.1"):
        assert above.get(desk.page + page).status_code == 404, page
    assert tree.somebody("reader", "traffic").get(desk.page).status_code == 404


def test_who_goes_on_in_an_organisation_s_stead_goes_on_with_its_plans(tree: Tree):
    desk = plan_of(tree, "homes")
    heir = tree.somebody("editor", "repairs")
    assert heir.get(desk.page).status_code == 404
    with tree.app.app_context(), store.writing() as db:
        forest.merge(db, tree.ids["homes"], tree.ids["repairs"], TODAY, None, NOON)
    assert heir.get(f"{desk.page}/lines/{desk.id}").status_code == 200


def test_a_role_that_is_over_brings_nothing(tree: Tree):
    desk = plan_of(tree, "homes")
    who = tree.somebody("reader", "traffic")
    tree.give(who.account, "editor", "homes", NEXT_YEAR)
    assert who.get(desk.page).status_code == 404


# -- Beginning ------------------------------------------------------------------------------------------------------


def offered(visitor: Visitor, tree: Tree) -> set[str]:
    page = visitor.get("/plans/new").text
    return {name for name, id in tree.ids.items() if f'value="{id}"' in page}


def test_one_begins_plans_for_those_whose_editor_one_is_and_for_their_units(tree: Tree):
    assert offered(tree.somebody("editor", "homes"), tree) == {"homes"}
    assert offered(tree.somebody("editor", "housing"), tree) == {"housing", "homes", "repairs"}
    assert tree.somebody("reader", "homes").get("/plans/new").status_code == 403


def test_whoever_begins_no_plans_is_offered_none_to_begin(tree: Tree):
    desk, reader, editor = plan_of(tree, "homes"), tree.somebody("reader", "homes"), tree.somebody("editor", "homes")
    for path in ("/plans", desk.page):
        assert "/plans/new" in editor.get(path).text, path
        assert "/plans/new" not in reader.get(path).text, path
    assert "/plans/new" not in tree.somebody("reader", "roads").get("/plans").text


def test_a_plan_begun_for_an_organisation_is_its_people_s_and_bears_its_name(tree: Tree):
    editor, reader = tree.somebody("editor", "homes"), tree.somebody("reader", "homes")
    editor.send("/plans/new", "", title_en="Plan of the agency", whose=tree.ids["homes"])
    page = reader.get("/plans")
    assert "Plan of the agency" in page.text
    assert "Homes" in page.text


def test_a_plan_is_not_begun_for_another_s(tree: Tree):
    editor = tree.somebody("editor", "homes")
    page = editor.send("/plans/new", "", title_en="Plan of the agency", whose=tree.ids["roads"])
    assert page.status_code == 400
    assert found(tree.app, editor.account) == []


def test_the_next_plan_stays_with_the_organisation_of_the_one_before(tree: Tree):
    desk, editor = plan_of(tree, "homes"), tree.somebody("editor", "homes")
    editor.send("/plans/new", "", begins="plan", plan=desk.id, title_en="The next plan")
    assert {organisation_of(tree.app, id) for id in found(tree.app, editor.account)} == {tree.ids["homes"]}


def test_the_draft_of_an_organisation_s_workshop_becomes_its_plan(tree: Tree):
    fay, reader = tree.somebody("facilitator", "homes"), tree.somebody("reader", "homes")
    workshop = set_up(fay, organisation="Homes")
    fay.send(f"/w/{workshop}/draft", "Make this the plan")
    assert [organisation_of(tree.app, id) for id in found(tree.app, reader.account)] == [tree.ids["homes"]]


def organisation_of(app: Flask, plan: str) -> str | None:
    with app.app_context(), store.reading() as db:
        return db.get_one(PlanRow, plan).organisation


# -- Whose it is ----------------------------------------------------------------------------------------------------


def test_an_editor_says_whose_a_plan_is(tree: Tree):
    editor = tree.somebody("editor", "homes")
    desk = PlanDesk(tree.app, editor.account)
    reader = tree.somebody("reader", "homes")
    assert reader.get(desk.page).status_code == 404
    page = editor.send(f"{desk.page}/people", "Save", whose=tree.ids["homes"])
    assert "The plan belongs to Homes now." in page.text
    assert "Reader of Homes" in page.text
    assert reader.get(desk.page).status_code == 200


def test_a_guest_who_edits_does_not_carry_the_plan_off(tree: Tree):
    desk, guest = plan_of(tree, "homes"), tree.somebody("editor", "roads")
    own = PlanDesk(tree.app, guest.account, id="plan-0002")
    desk.invite(guest.account, "editor")
    form = guest.form(f"{own.page}/people", "Save", {"whose": ""})
    sent = guest.client.post(f"{desk.page}/people/whose", data=form.fields | {"whose": tree.ids["roads"]})
    assert sent.status_code == 403
    assert desk.row.organisation == tree.ids["homes"]


def test_approvers_of_the_organisation_can_be_asked(tree: Tree):
    desk, approver = plan_of(tree, "homes"), tree.somebody("approver", "homes")
    editor = tree.somebody("editor", "homes")
    assert f'value="{approver.account}"' in editor.get(f"{desk.page}/approval").text


def test_no_word_of_a_plan_changes_by_whose_it_is(tree: Tree):
    desk = plan_of(tree, "homes")
    before = desk.life
    assert desk.ask(PlacePlan(tree.ids["repairs"])).ok
    assert (desk.life.plan, desk.life.versions) == (before.plan, before.versions)
    assert desk.ask(PlacePlan("")).code == "empty"
    assert desk.ask(DropLine("g1"), Asker(desk.fay.seat, "follower")).code == "not_allowed"
