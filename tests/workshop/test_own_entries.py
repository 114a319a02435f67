"""An organisation keeps objectives and metrics of its own; its units are offered them, others are not."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitation.live.commands import AddCard
from facilitation.plans.commands import PlacePlan
from tests.workshop.desk import Desk, set_up
from tests.workshop.drafted import opened, with_a_goal
from tests.workshop.followed import GOAL, PLAN
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import own, trail
from workshop.store.tables import OwnEntryRow

WORDS = {"text_en": "Homes are repaired in time", "text_fi": "Asunnot korjataan ajoissa"}
METRIC = {
    "text_en": "Repairs in time",
    "definition_en": "Repairs done within a week",
    "unit": "%",
    "direction": "more",
    "frequency": "yearly",
    "aggregation": "ratio",
    "source_en": "Log of repairs",
}
MARK = "Homes are repaired in time (own, Housing)"


@pytest.fixture
def keeper(tree: Tree) -> Visitor:
    return tree.somebody("editor", "housing")


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return written(tree)


def written(tree: Tree, name: str = "homes", id: str = "plan-0001") -> PlanDesk:
    """A plan of an organisation that is still being written."""
    desk = PlanDesk(tree.app, tree.account(f"owner-{id}"), replace(PLAN, organisation=name.title()), id)
    assert desk.ask(PlacePlan(tree.ids[name])).ok
    return desk


def keep(tree: Tree, keeper: Visitor, kind: str = "objective", **fields: str) -> OwnEntryRow:
    """The newest entry after one was kept by its form."""
    page = keeper.send(f"{tree.page('housing')}/own/new/{kind}", "Save", **fields)
    assert page.status_code == 200, page.text
    return newest(tree)


def newest(tree: Tree) -> OwnEntryRow:
    with tree.app.app_context(), store.reading() as db:
        every = own.entries(db, [tree.ids["housing"]])
        return own.newest(db, every[-1].id) or pytest.fail("no entry")


def objective(tree: Tree, keeper: Visitor) -> OwnEntryRow:
    return keep(tree, keeper, under="toimi:1", **WORDS)


# -- Objectives -----------------------------------------------------------------------------------------------------


def test_an_objective_of_a_ministrys_own_is_offered_in_the_plans_of_its_units_and_nowhere_else(
    tree: Tree, keeper: Visitor, editor: Visitor, desk: PlanDesk
):
    row = objective(tree, keeper)
    assert f"{row.id} {MARK}" in editor.get(f"{desk.page}/lines/{GOAL.id}").text
    elsewhere = written(tree, "roads", "plan-0002")
    assert MARK not in tree.somebody("editor", "roads").get(f"{elsewhere.page}/lines/{GOAL.id}").text


def test_a_plan_that_took_it_up_tells_it_as_own_on_its_page_and_in_its_files(
    tree: Tree, keeper: Visitor, editor: Visitor, desk: PlanDesk
):
    row = objective(tree, keeper)
    editor.send(f"{desk.page}/lines/{GOAL.id}", "Save", objectives=["1.4", row.id])
    assert desk.life.plan.goals[0].objectives == ("1.4", row.id)
    assert MARK in editor.get(f"{desk.page}/plan.md").text.replace("\\", "")
    assert "asunnot korjataan ajoissa (oma" in editor.get(f"{desk.page}/plan.md", Accept_Language="fi").text.lower()


def test_a_theme_is_looked_at_by_an_objective_of_one_s_own_that_stands_under_it(
    tree: Tree, keeper: Visitor, editor: Visitor, desk: PlanDesk
):
    editor.send(f"{desk.page}/lines/{GOAL.id}", "Save", objectives=[objective(tree, keeper).id])
    first, second = editor.get(f"{desk.page}/themes").text.split('<li class="diff">')[1:3]
    assert ("1 goal" in first, "Not looked at yet" in second) == (True, True)


def test_what_was_withdrawn_is_read_on_where_it_was_taken_up_and_offered_to_nobody_else(
    tree: Tree, keeper: Visitor, editor: Visitor, desk: PlanDesk
):
    row = objective(tree, keeper)
    editor.send(f"{desk.page}/lines/{GOAL.id}", "Save", objectives=["1.4", row.id])
    assert "Withdrawn" in keeper.send(f"{tree.page('housing')}/own", "Withdraw").text
    other = written(tree, "homes", "plan-0002")
    assert MARK in editor.get(f"{desk.page}/lines/{GOAL.id}").text
    assert MARK not in editor.get(f"{other.page}/lines/{GOAL.id}").text
    keeper.send(f"{tree.page('housing')}/own", "Offer it again")
    assert MARK in editor.get(f"{other.page}/lines/{GOAL.id}").text


def test_units_read_the_entries_above_them_and_change_none_of_them(tree: Tree, keeper: Visitor, editor: Visitor):
    row = objective(tree, keeper)
    page = editor.get(f"{tree.page('homes')}/own").text
    assert "Homes are repaired in time" in page and "Housing" in page
    assert f"/own/{row.id}" not in page
    assert editor.get(f"{tree.page('homes')}/own/{row.id}").status_code == 404
    assert editor.get(f"{tree.page('housing')}/own/new/objective").status_code in (403, 404)
    assert tree.somebody("reader", "housing").get(f"{tree.page('housing')}/own/new/metric").status_code == 403


def test_words_in_no_language_are_told_at_their_field_and_nothing_typed_is_lost(tree: Tree, keeper: Visitor):
    page = keeper.send(f"{tree.page('housing')}/own/new/metric", "Save", unit="euros", definition_fi="Korjaukset")
    assert page.status_code == 400
    assert "Write it in at least one language." in page.text
    assert 'value="euros"' in page.text and "Korjaukset" in page.text


def test_two_who_change_the_same_entry_do_not_cross(tree: Tree, keeper: Visitor):
    row = objective(tree, keeper)
    path = f"{tree.page('housing')}/own/{row.id}"
    seen = keeper.form(path, "Save").fields["seen"]
    keeper.send(path, "Save", text_en="Homes are repaired at once")
    page = keeper.send(path, "Save", text_en="Homes are not repaired", seen=str(seen))
    assert page.status_code == 400 and "Somebody changed it meanwhile" in page.text
    assert own.body_of(newest(tree)).text["en"] == "Homes are repaired at once"


def test_the_trail_says_who_added_changed_and_withdrew(tree: Tree, keeper: Visitor):
    row = objective(tree, keeper)
    keeper.send(f"{tree.page('housing')}/own/{row.id}", "Save", text_en="Homes are repaired at once")
    keeper.send(f"{tree.page('housing')}/own", "Withdraw")
    with tree.app.app_context(), store.reading() as db:
        found = [line[0].action for line in trail.lines(db, trail.Wanted(who=row.id))]
    assert found == ["withdraw_own_entry", "change_own_entry", "add_own_entry"]


def test_a_workshop_of_a_unit_is_offered_what_is_its_ministrys_own_and_keeps_it_once_its_day_is_over(
    app: Flask, tree: Tree, keeper: Visitor, clock
):
    row = objective(tree, keeper)
    fay = tree.somebody("facilitator", "homes", "facilitator")
    workshop = set_up(fay, organisation="Homes")
    method = offered(fay, workshop)
    assert next(each for each in method["objectives"] if each["id"] == row.id)["own"] == {"en": "Housing"}
    clock.pass_by(days=10)
    keeper.send(f"{tree.page('housing')}/own", "Withdraw")
    later = set_up(fay, organisation="Homes", day="2026-12-20")
    ids = [[each["id"] for each in offered(fay, each)["objectives"]] for each in (workshop, later)]
    assert [row.id in each for each in ids] == [True, False]


def test_a_metric_of_the_register_says_in_the_workshop_s_draft_what_it_says_in_the_plan_that_came_from_it(
    app: Flask, tree: Tree, keeper: Visitor
):
    """Its definition is not in the method that all share."""
    row = keep(tree, keeper, "metric", **METRIC)
    fay = tree.somebody("facilitator", "homes", "facilitator")
    room = Desk(app, set_up(fay, organisation="Homes"))
    ada = with_a_goal(room)
    step, group = opened(room, "metrics"), room.state.group_of(ada.seat)
    said = {"library": f"{row.id}/1", "name": "Repairs in time", "goal": "goal-00000001"}
    assert room.ask(AddCard("metric-000001", step, said, "en", group=group), ada).ok
    page = fay.send(f"/w/{room.id}/draft", "Make this the plan")
    plan = PlanDesk.at(app, fay.account, page.request.path.split("/")[2])
    assert plan.life.plan.goals[0].metrics[0].definition["en"] == METRIC["definition_en"]
    assert "Nothing differs" in fay.get(f"{plan.page}/versions?before=room&after=workshop").text


def offered(host: Visitor, workshop: str):
    """The method as the live pages of a workshop are told it."""
    page = host.get(f"/w/{workshop}/console").text
    address = page.split('"method":')[1].split('"')[1].encode().decode("unicode_escape")
    return host.get(address.replace("&amp;", "&")).get_json()["pack"]


# -- Other programs -------------------------------------------------------------------------------------------------


def test_other_programs_read_the_entries_that_an_organisation_has_and_takes_from_above(
    app: Flask, tree: Tree, keeper: Visitor
):
    keep(tree, keeper, "metric", **METRIC)
    objective(tree, keeper)
    path = f"/organisations/{tree.ids['homes']}/own-entries"
    told = Program(app, token_for(app, tree.ids["homes"])).get(path).get_json()
    assert {each["kind"] for each in told["entries"]} == {"metric", "objective"}
    metric = next(each for each in told["entries"] if each["kind"] == "metric")
    assert (metric["version"], metric["counted"]["unit"], metric["whose"]) == (1, "%", {"en": "Housing"})
    assert Program(app, token_for(app, tree.ids["roads"])).get(path).status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_are_read_in_every_language(tree: Tree, keeper: Visitor, language: str):
    row = objective(tree, keeper)
    keep(tree, keeper, "metric", **METRIC)
    for path in ("own", "own/new/theme", "own/new/metric", f"own/{row.id}"):
        page = keeper.get(f"{tree.page('housing')}/{path}", Accept_Language=language)
        assert page.status_code == 200
        assert f'lang="{language}"' in page.text
