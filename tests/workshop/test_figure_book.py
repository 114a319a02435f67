"""Figures that are due leave as a workbook, are filled in elsewhere, and come back row by row."""

import re
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from werkzeug.test import TestResponse

from facilitation.plans.commands import TellProgress
from facilitation.plans.results import with_results
from facilitation.shapes import Milestone, Promise
from tests.workshop.followed import ACTION, FINANCE, GOAL, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.spreadsheet import INLINE, place, put, typed
from tests.workshop.test_follow_up_pages import LAST_YEAR, enter
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor, forms

SHEET = "Figures that are due"
DONE = "Take in what is ticked"


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree)


@pytest.fixture
def editor(tree: Tree, desk: PlanDesk) -> Visitor:
    """The editor of an organisation with an open round: what it asks stays asked."""
    who = tree.somebody("editor", "homes")
    who.send(tree.page("homes") + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{TODAY + timedelta(days=20)}")
    return who


def left(editor: Visitor, desk: PlanDesk) -> bytes:
    page = editor.get(f"{desk.page}/follow-up/due.xlsx")
    assert page.status_code == 200, page.text
    return page.data


def filled(file: bytes, **cells: float | str) -> bytes:
    for key, value in cells.items():
        inside, sort = (typed(value), INLINE) if isinstance(value, str) else (f"<v>{value}</v>", "")
        file = put(file, SHEET, place(file, f"asked.{key}"), inside, sort)
    return file


def bring(editor: Visitor, desk: PlanDesk, file: bytes) -> TestResponse:
    return editor.send(f"{desk.page}/follow-up/workbook", "Compare", file=(BytesIO(file), "figures.xlsx"))


def take(editor: Visitor, compared: TestResponse) -> TestResponse:
    """What is ticked."""
    form = next(form for form in forms(compared) if any(DONE in each.words for each in form.buttons))
    fields = {name: value for name, value in form.fields.items() if value != ""}
    return editor.client.post(form.action, data=fields, follow_redirects=True)


def test_out_and_in_unchanged_wants_nothing(desk: PlanDesk, editor: Visitor):
    page = bring(editor, desk, left(editor, desk))
    assert "Nothing in the workbook is to be taken in." in page.text
    assert desk.life.entered == ()


def test_what_was_filled_in_is_shown_row_by_row_and_taken_in_through_the_door(desk: PlanDesk, editor: Visitor):
    given = {"numerator": 9.0, "denominator": 30.0, "value": 30.0}
    words = {"comment": "One office is missing.", "evidence": "https://homes.example/1"}
    page = bring(
        editor, desk, filled(left(editor, desk), **given, **words, standing="Preliminary: it may still change")
    )
    assert "One row says something else" in page.text
    assert SHARE.name["en"] in page.text
    assert "One answer is kept." in take(editor, page).text
    (entered,) = desk.life.entered
    assert (entered.numerator, entered.denominator, entered.value) == (9, 30, 30)
    assert (entered.comment, entered.evidence, entered.standing) == (*words.values(), "preliminary")
    assert (entered.period, entered.by, entered.on) == (LAST_YEAR, FINANCE, TODAY)


def test_a_value_that_only_its_counts_give_is_reckoned(desk: PlanDesk, editor: Visitor):
    take(editor, bring(editor, desk, filled(left(editor, desk), numerator=9.0, denominator=30.0)))
    assert desk.life.entered[0].value == 30


def test_a_value_goes_with_the_count_that_a_workbook_corrects(desk: PlanDesk, editor: Visitor):
    take(editor, bring(editor, desk, filled(left(editor, desk), numerator=20.0, denominator=30.0)))
    take(editor, bring(editor, desk, filled(left(editor, desk), numerator=15.0)))
    assert [each.value for each in desk.life.entered][1:] == [50]


def test_where_both_were_changed_nothing_is_ticked(desk: PlanDesk, editor: Visitor):
    file = left(editor, desk)
    enter(editor, desk, value="12")
    page = bring(editor, desk, filled(file, value=30.0))
    assert "Both were changed" in page.text
    take(editor, page)
    assert [each.value for each in desk.life.entered] == [12]


def test_what_the_rules_refuse_stands_at_its_field_and_is_not_lost(desk: PlanDesk, editor: Visitor):
    page = bring(editor, desk, filled(left(editor, desk), value=30.0, evidence="on my desk", comment="Counted twice."))
    again = take(editor, page)
    assert again.status_code == 400
    assert "Write an address that begins with https://." in again.text
    assert "Counted twice." in again.text
    assert desk.life.entered == ()


def test_the_same_form_sent_twice_is_one_answer(desk: PlanDesk, editor: Visitor):
    page = bring(editor, desk, filled(left(editor, desk), value=30.0))
    take(editor, page)
    take(editor, page)
    assert [each.value for each in desk.life.entered] == [30]


def test_what_is_no_number_is_told_by_sheet_and_cell(desk: PlanDesk, editor: Visitor):
    page = bring(editor, desk, filled(left(editor, desk), value="many"))
    assert re.search(rf"{SHEET}, [A-Z]+\d+: this is not a number", page.text)


def test_the_workbook_of_another_plan_or_none_is_not_taken(tree: Tree, desk: PlanDesk, editor: Visitor):
    other = followed(tree, "homes", "plan-0002")
    page = bring(editor, other, left(editor, desk))
    assert page.status_code == 400
    assert "This file is from another plan" in page.text
    assert bring(editor, desk, editor.get(f"{desk.page}/plan.xlsx").data).status_code == 400
    assert bring(editor, desk, b"no workbook").status_code == 400


def test_who_only_reads_takes_no_workbook(tree: Tree, desk: PlanDesk, editor: Visitor):
    reader = tree.somebody("reader", "homes")
    for path in ("due.xlsx", "workbook"):
        assert reader.get(f"{desk.page}/follow-up/{path}").status_code == 403
    assert tree.somebody("editor", "roads").get(f"{desk.page}/follow-up/due.xlsx").status_code == 404


# -- Baselines and actions --------------------------------------------------------------------------------------------

ACTIONS, BASELINES = "How far actions have come", "Baselines that are due"


def put_in(file: bytes, sheet: str, column: str, value: float | str | date) -> bytes:
    if isinstance(value, date):
        value = (value - date(1899, 12, 30)).days
    inside, sort = (typed(value), INLINE) if isinstance(value, str) else (f"<v>{value}</v>", "")
    return put(file, sheet, place(file, column), inside, sort)


@pytest.fixture
def promised(tree: Tree) -> PlanDesk:
    """A plan whose metric has no baseline yet, but whose baseline somebody promised by today."""
    metric = replace(SHARE, baseline=None, baseline_promise=Promise(FINANCE, TODAY))
    return followed(tree, "homes", "plan-0009", replace(PLAN, goals=(replace(GOAL, metrics=(metric,)),)))


def test_how_far_an_action_has_come_leaves_with_the_figures_and_comes_back(desk: PlanDesk, editor: Visitor):
    file = put_in(left(editor, desk), ACTIONS, "progress.status", "In progress")
    compared = bring(editor, desk, put_in(file, ACTIONS, "progress.comment", "Half of it is written."))
    assert "Write a model contract" in compared.text
    assert desk.life.told == {}
    take(editor, compared)
    told = desk.life.told[ACTION.id]
    assert (told.status, told.comment) == ("in_progress", "Half of it is written.")


def test_a_baseline_that_was_promised_comes_back_with_its_day(promised: PlanDesk, editor: Visitor):
    file = put_in(left(editor, promised), BASELINES, "baselines.value", 14)
    file = put_in(file, BASELINES, "baselines.day", LAST_YEAR.last)
    take(editor, bring(editor, promised, put_in(file, BASELINES, "baselines.comment", "Counted by hand")))
    given = promised.life.baselines[SHARE.id]
    assert (given.value, given.day, given.note) == (14, LAST_YEAR.last, "Counted by hand")


def test_what_is_none_of_the_choices_is_told_and_the_other_rows_are_taken(desk: PlanDesk, editor: Visitor):
    file = put_in(left(editor, desk), ACTIONS, "progress.status", "Nearly there")
    compared = bring(editor, desk, put_in(file, SHEET, "asked.value", 21))
    assert "this is not one of the choices" in compared.text
    take(editor, compared)
    assert [each.value for each in desk.life.entered] == [21]
    assert desk.life.told == {}


def test_an_action_of_which_somebody_told_meanwhile_is_not_ticked(desk: PlanDesk, editor: Visitor):
    file = put_in(left(editor, desk), ACTIONS, "progress.status", "In progress")
    assert desk.ask(TellProgress(ACTION.id, "abandoned", "No money.", "", TODAY)).ok
    compared = bring(editor, desk, file)
    assert "Both were changed" in compared.text
    assert "checked" not in compared.text.split('name="row"')[1].split(">")[0]


# -- Milestones -------------------------------------------------------------------------------------------------------

OUT = Milestone({"en": "Tender out", "fi": "Avattu"}, date(2026, 3, 31))
SIGNED = Milestone({"en": "Signed (both)"})


@pytest.fixture
def acting(tree: Tree) -> PlanDesk:
    action = replace(ACTION, milestones=(OUT, SIGNED))
    return followed(tree, id="plan-0002", plan=replace(PLAN, goals=(replace(GOAL, actions=(action,)),)))


def reached(desk: PlanDesk) -> list[bool]:
    plan = with_results(desk.life) or PLAN
    return [each.done for each in plan.goals[0].actions[0].milestones]


def test_milestones_leave_with_the_actions_and_come_back_as_reached(acting: PlanDesk, editor: Visitor):
    file = left(editor, acting)
    wish = put_in(file, ACTIONS, "progress.milestones", "Tender out (31.3.2026, reached)\nSigned (both)")
    compared = bring(editor, acting, wish)
    assert compared.text.count("checked") == 2, "the row, and the milestone that is reached"
    take(editor, compared)
    assert reached(acting) == [True, False]


def test_what_is_none_of_the_action_s_milestones_is_told(acting: PlanDesk, editor: Visitor):
    for cell in ("Lunch (reached)", "Tender out (1.4.2026, reached)"):
        compared = bring(editor, acting, put_in(left(editor, acting), ACTIONS, "progress.milestones", cell))
        assert "this is not one of the choices" in compared.text
    assert acting.life.told == {}
