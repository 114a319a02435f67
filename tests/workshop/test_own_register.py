"""A register of metrics that an organisation keeps: its units count by one definition, in one version or another."""

from dataclasses import replace

from facilitation.packs.own import register
from facilitation.plans.commands import OpenAmendment, RecordApproval, ReviseField
from facilitation.plans.results import definition_of
from facilitation.shapes import Metric
from tests.workshop.followed import GOAL, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_own_entries import METRIC, desk, keep, keeper, newest, objective
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import own

__all__ = ["desk", "keeper"]


def test_a_metric_is_bound_to_the_register_in_the_plan_editor_and_what_it_left_open_is_filled_in(
    tree: Tree, keeper: Visitor, editor: Visitor, desk: PlanDesk
):
    row = keep(tree, keeper, "metric", **METRIC)
    editor.send(f"{desk.page}/lines/{SHARE.id}", "Save", registered=f"{row.id}/1")
    metric = desk.life.plan.goals[0].metrics[0]
    assert metric.registered == f"{row.id}/1"
    assert (metric.definition, metric.aggregation) == ({"en": "Repairs done within a week"}, "ratio")
    assert metric.name == SHARE.name
    assert f"Repairs in time ({row.id}/1)" in editor.get(f"{desk.page}/plan.md").text.replace("\\", "")


def test_a_place_without_a_register_does_not_ask_for_one(desk: PlanDesk, editor: Visitor):
    assert "In the metric register" not in editor.get(f"{desk.page}/lines/{SHARE.id}").text


def test_a_metric_of_one_s_own_is_tied_to_an_objective_of_the_method_or_of_one_s_own(tree: Tree, keeper: Visitor):
    mine = objective(tree, keeper)
    for under in ("toimi:1.4", f":{mine.id}", ""):
        keep(tree, keeper, kind="metric", under=under, **METRIC)
    with tree.app.app_context(), store.reading() as db:
        pack = own.method(db, "toimi", tree.ids["housing"], TODAY)
    assert {each.objectives for each in register(pack)} == {("1.4",), (mine.id,), ()}


def test_a_theme_of_one_s_own_is_not_asked_to_be_left_out(tree: Tree, keeper: Visitor, editor: Visitor, desk: PlanDesk):
    keep(tree, keeper, kind="theme", text_en="Homes for the old")
    told = editor.get(f"{desk.page}/themes").text
    assert "Strategic management" in told
    assert "Homes for the old" not in told


def test_another_way_of_counting_is_a_new_version_and_another_name_is_none(tree: Tree, keeper: Visitor):
    row = keep(tree, keeper, "metric", **METRIC)
    path = f"{tree.page('housing')}/own/{row.id}"
    keeper.send(path, "Save", text_en="Repairs that are done in time")
    assert newest(tree).version == 1
    keeper.send(path, "Save", definition_en="Repairs done within two days")
    assert newest(tree).version == 2
    page = keeper.get(f"{tree.page('housing')}/own").text
    assert "One earlier version" in page and "Repairs done within a week" in page


def bound(tree: Tree, name: str, id: str, registered: str, **otherwise: object) -> PlanDesk:
    """An approved plan whose metric is bound to the register."""
    metric = replace(SHARE, registered=registered, **otherwise)
    plan = replace(PLAN, goals=(replace(GOAL, metrics=(metric,)),))
    return followed(tree, name, id, plan)


def test_the_register_says_who_counts_by_which_version_and_where_their_words_differ(tree: Tree, keeper: Visitor):
    row = keep(tree, keeper, "metric", **METRIC)
    keeper.send(f"{tree.page('housing')}/own/{row.id}", "Save", definition_en="Repairs done within two days")
    bound(tree, "homes", "plan-0001", f"{row.id}/1", definition={"en": "Repairs, as we see them"})
    bound(tree, "repairs", "plan-0002", f"{row.id}/2")
    page = keeper.get(f"{tree.page('housing')}/own").text
    table = page.split("Who counts Repairs in time, and how")[-1].split("</table>")[0]
    assert (
        table.index("Homes") < table.index("an earlier one") < table.index("What is counted") < table.index("Repairs</")
    )


def test_the_branch_says_that_figures_by_two_versions_are_not_put_together(tree: Tree, keeper: Visitor):
    row = keep(tree, keeper, "metric", **METRIC)
    bound(tree, "homes", "plan-0001", f"{row.id}/1")
    bound(tree, "repairs", "plan-0002", f"{row.id}/2")
    page = keeper.get(f"{tree.page('housing')}/branch").text
    assert "Counted by different versions of the register’s definition: 1, 2." in page


def test_to_be_bound_to_a_newer_version_begins_a_new_series_and_to_be_bound_at_all_does_not(
    tree: Tree, keeper: Visitor, editor: Visitor
):
    row = keep(tree, keeper, "metric", **METRIC)
    desk = bound(tree, "homes", "plan-0001", "")
    for version, series in ((1, 1), (2, 2)):
        rebind(desk, f"{row.id}/{version}")
        assert counted_by(desk, SHARE) == series


def rebind(desk: PlanDesk, word: str) -> None:
    before = desk.life.plan.goals[0].metrics[0].registered
    assert desk.ask(OpenAmendment("Bound")).ok
    assert desk.ask(ReviseField(SHARE.id, "registered", word, before)).ok
    assert desk.ask(RecordApproval("Director General", TODAY, f"VN/{word}", "", "", "", "It is known", TODAY)).ok


def counted_by(desk: PlanDesk, metric: Metric) -> int:
    return definition_of(desk.life, metric.id)
