"""Plans read together: whose are missing, who takes up what, what looks alike; nobody's drafts, and files of it all."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document
from sqlalchemy import delete

from facilitation.plans.commands import OpenAmendment, PlacePlan, RecordApproval
from tests.conftest import NOON, PASSWORD, Clock
from tests.workshop.followed import GOAL, PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_dashboards import asked_by
from tests.workshop.test_making import no_turn_free, until
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.store.forest import close
from workshop.store.tables import OrganisationRoleRow, OrganisationRow

FILES = ("pptx", "docx", "xlsx", "pdf", "md")
DOCUMENTS = ("plan", "agreements", "years")
CANARY = "A word of the draft"


def page(visitor: Visitor, tree: Tree, name: str = "housing") -> str:
    return visitor.get(tree.page(name) + "/branch").text


def test_a_branch_opens_with_how_many_plans_are_in_and_whose_are_missing(tree: Tree):
    followed(tree)
    followed(tree, "roads", "plan-0003")
    told = page(tree.somebody("steering", "housing"), tree)
    assert "1 of 2 plans are in, missing: Repairs" in told
    assert "Roads" not in told


def test_objectives_stand_beside_units_with_the_gaps_named(tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    told = page(tree.somebody("reader", "housing"), tree)
    assert "All 2 plans are in" in told
    assert "Goals by objective and unit" in told
    assert "no goal anywhere" in told


def test_goals_that_look_alike_stand_side_by_side(tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    assert "2 units say nearly the same" in page(tree.somebody("reader", "housing"), tree)


def test_a_ministry_with_a_plan_of_its_own_counts_and_one_without_is_not_missing(tree: Tree):
    followed(tree)
    head = tree.somebody("reader", "housing")
    assert "1 of 2 plans are in" in page(head, tree)
    followed(tree, "housing", "plan-0004")
    assert "2 of 3 plans are in" in page(head, tree)


def test_an_organisation_that_ended_stays_a_unit_while_a_plan_of_its_own_stands(tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002", replace(PLAN, title={"en": "Plan of Repairs"}))
    tree.merge("homes", "repairs")
    told = page(tree.somebody("reader", "housing"), tree)
    assert "All 2 plans are in" in told
    assert "Homes (now Repairs)" in told
    assert "Plan of Homes" in told
    assert "Plan of Repairs" in told


def test_whoever_goes_on_without_a_plan_of_its_own_is_missing_one(tree: Tree):
    followed(tree)
    tree.merge("homes", "repairs")
    head = tree.somebody("reader", "housing")
    assert "1 of 2 plans are in, missing: Repairs" in page(head, tree)
    assert "Homes (now Repairs)" in head.get(tree.page("housing") + "/branch/file.md").text


def test_an_organisation_that_ended_and_left_no_plan_is_not_listed(tree: Tree):
    followed(tree)
    tree.merge("repairs", "homes")
    told = page(tree.somebody("reader", "housing"), tree)
    assert "The one plan is in" in told
    assert "Repairs" not in told


def test_the_plan_of_an_organisation_that_nobody_goes_on_for_is_read_where_it_belonged_last(tree: Tree, clock: Clock):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    head = tree.somebody("reader", "housing")
    with tree.app.app_context(), store.writing() as db:
        close(db, tree.ids["homes"], TODAY + timedelta(1), None, NOON)
    assert "no longer there" not in page(head, tree)
    clock.pass_by(days=1)
    head.send("/sign-in", email="reader@housing.example", password=PASSWORD)
    told = page(head, tree)
    assert "All 2 plans are in" in told
    assert "Homes (no longer there)" in told
    roads = tree.somebody("reader", "traffic")
    assert "Homes" not in page(roads, tree, "traffic")


def test_an_approved_plan_that_stands_beside_the_one_that_is_read_is_said_not_to_be_read(tree: Tree):
    followed(tree)
    followed(tree, "homes", "plan-0005", replace(PLAN, title={"en": "Energy plan"}, goals=()))
    head = tree.somebody("reader", "housing")
    words = "Of each unit one plan is read, the one that was approved last. Not read:"
    for told in (page(head, tree), head.get(tree.page("housing") + "/branch/file.md").text):
        assert "Homes: Plan of Homes, version 1.0" in told.partition(words)[2]


def test_who_has_no_say_over_it_sees_no_branch(tree: Tree):
    followed(tree)
    assert tree.somebody("reader", "traffic").get(tree.page("housing") + "/branch").status_code == 404
    unit = tree.somebody("reader", "homes")
    assert unit.get(tree.page("housing") + "/branch/file.md").status_code == 404
    assert unit.get(tree.page("repairs") + "/branch").status_code == 404
    assert "The one plan is in" in page(unit, tree, "homes")


def test_nothing_of_a_draft_is_on_the_page_or_in_a_file(tree: Tree):
    desk = followed(tree)
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(GOAL.id, "to", CANARY, GOAL.to["en"]).ok
    never = replace(PLAN, title={"en": CANARY}, goals=(replace(GOAL, to={"en": CANARY}),))
    unsent = PlanDesk(tree.app, tree.account("owner-unsent"), never, "plan-0009")
    assert unsent.ask(PlacePlan(tree.ids["repairs"])).ok
    for role, name in (("reader", "housing"), ("editor", "homes"), ("administrator", "housing")):
        head = tree.somebody(role, name)
        told = page(head, tree, name)
        assert GOAL.to["en"] in told
        assert CANARY not in told
        for of in DOCUMENTS:
            assert CANARY not in head.get(f"{tree.page(name)}/branch/file.md?of={of}").text, of


def test_many_plans_are_asked_for_at_once(tree: Tree):
    """No question a row: neither a plan's, nor a goal's, nor an organisation's."""
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    head, path = tree.somebody("editor", "housing"), tree.page("housing") + "/branch"
    few = asked_by(head, path)
    for number in range(3, 8):
        tree.add(f"unit{number}", "housing")
        followed(tree, f"unit{number}", f"plan-{number:04}")
    assert asked_by(head, path) == few


@pytest.mark.parametrize("of", DOCUMENTS)
@pytest.mark.parametrize("format", FILES)
def test_the_branch_is_taken_home(tree: Tree, format: str, of: str):
    followed(tree)
    head = tree.somebody("steering", "housing")
    answer = head.get(f"{tree.page('housing')}/branch/file.{format}?of={of}")
    assert answer.status_code == 200
    assert len(answer.data) > 100
    assert head.get(f"{tree.page('housing')}/branch/file.{format}?of=all").status_code == 404


def test_a_file_is_made_beside_the_page_for_whoever_asked(tree: Tree):
    followed(tree)
    head, other = tree.somebody("steering", "housing"), tree.somebody("reader", "housing")
    address = asked(head, tree)
    until(lambda: (head.get(address).json or {})["state"] == "made")
    document = Document(BytesIO(head.get(f"{address}/file").data))
    assert any("Plan of the branch" in paragraph.text for paragraph in document.paragraphs)
    assert other.get(f"{address}/file").status_code == 404


def test_a_file_is_given_up(tree: Tree):
    followed(tree)
    head = tree.somebody("steering", "housing")
    with no_turn_free(tree.app):
        address, form = asked(head, tree), asking(head, tree)
        assert head.client.post(f"{address}/given-up").status_code == 400
        assert head.client.post(f"{address}/given-up", data=form).status_code == 204
    until(lambda: (head.get(address).json or {})["why"] == "given_up")


def asked(head: Visitor, tree: Tree) -> str:
    form = asking(head, tree) | {"once": "once-1234567890abcdef"}
    answer = head.client.post(tree.page("housing") + "/branch/file.docx?of=plan", data=form)
    assert answer.status_code == 201
    return (answer.json or {})["address"]


def asking(head: Visitor, tree: Tree) -> dict[str, str]:
    """What the page brought along to ask with, with its token."""
    found = next(form for form in forms(head.get(tree.page("housing") + "/branch")) if "once" in form.fields)
    return {key: str(value) for key, value in found.fields.items()}


@pytest.mark.parametrize(
    ("language", "told"),
    [("fi", "Kootut tavoitteet"), ("sv", "Samlade mål"), ("en", "Goals together")],
)
def test_the_page_is_read_in_every_language(tree: Tree, language: str, told: str):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    head = tree.somebody("editor", "housing")
    answer = head.get(f"{tree.page('housing')}/branch?language={language}")
    assert answer.status_code == 200
    assert told in answer.text


def test_a_branch_without_plans_says_so(tree: Tree):
    assert "No plan has been approved yet" in page(tree.somebody("reader", "housing"), tree)


# -- Remembered -----------------------------------------------------------------------------------------------------


def test_what_changes_in_a_branch_is_told_at_the_next_visit(tree: Tree):
    homes, head = followed(tree), tree.somebody("reader", "housing")
    assert GOAL.to["en"] in page(head, tree)
    assert homes.ask(OpenAmendment("New words")).ok
    assert homes.revise(GOAL.id, "to", "Every contract is followed", GOAL.to["en"]).ok
    assert "Every contract is followed" not in page(head, tree)
    assert homes.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    assert "Every contract is followed" in page(head, tree)
    with tree.app.app_context(), store.writing() as db:
        db.get_one(OrganisationRow, tree.ids["repairs"]).en = "Mending"
    assert "missing: Mending" in page(head, tree)


def test_what_one_reader_was_told_is_not_told_to_one_who_reads_less(tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    assert "All 2 plans are in" in page(tree.somebody("steering", "housing"), tree)
    head = tree.somebody("reader", "housing")
    assert "All 2 plans are in" in page(head, tree)
    with tree.app.app_context(), store.writing() as db:
        db.execute(delete(OrganisationRoleRow).where(OrganisationRoleRow.account == head.account))
    assert head.get(tree.page("housing") + "/branch").status_code in (403, 404)
