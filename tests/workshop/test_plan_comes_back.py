"""Workbooks and documents of a plan that lives by itself come back: what differs goes to its lines, one by one."""

from datetime import timedelta

import pytest
from flask import Flask

from facilitation.plans.commands import DropLine, KeepVersion, MoveLine, OpenCommentRound, SendForApproval
from facilitation.plans.events import Approver
from facilitation.plans.lines import goal_of, line_in
from tests.conftest import signed_in
from tests.facilitation.sample_plan import plan as sample
from tests.workshop import papers
from tests.workshop.desk import Desk, set_up
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.spreadsheet import INLINE, place, put, said, typed
from tests.workshop.test_roundtrip import bring, take, ticked, words
from tests.workshop.visitor import Visitor, forms
from workshop.clock import now

GOAL = sample().goals[0]
AIM, NEW = GOAL.to["en"], "Every agreement has a target that is looked at by everybody."
OTHER = "As the plan says meanwhile."


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account)


@pytest.fixture
def ben(app: Flask) -> Visitor:
    return signed_in(app, "ben@example.fi", "Ben", "facilitator")


@pytest.fixture
def page(desk: PlanDesk) -> str:
    return f"{desk.page}/workbook"


@pytest.fixture
def paper(desk: PlanDesk) -> str:
    return f"{desk.page}/document"


def left(who: Visitor, desk: PlanDesk, format: str = "xlsx", **headers: str) -> bytes:
    """The file as it leaves."""
    file = who.get(f"{desk.page}/plan.{format}", **headers)
    assert file.status_code == 200
    return file.data


def aim(desk: PlanDesk) -> str:
    return desk.life.plan.goals[0].to["en"]


# -- Workbooks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_workbook_out_and_in_unchanged_gives_no_difference(
    desk: PlanDesk, page: str, facilitator: Visitor, language: str
):
    compared = bring(facilitator, page, left(facilitator, desk, **{"Accept-Language": language}))
    assert "Nothing in the workbook is to be taken in" in compared.text
    assert "Not taken in" not in compared.text


def test_a_changed_text_is_shown_ticked_and_becomes_a_change_of_the_plan(
    desk: PlanDesk, page: str, facilitator: Visitor
):
    compared = bring(facilitator, page, said(left(facilitator, desk), AIM, NEW))
    assert AIM in words(compared)
    assert NEW in words(compared)
    assert ticked(compared) == ["0"]
    assert "One change was taken into the plan" in take(facilitator, compared).text
    assert aim(desk) == NEW
    assert desk.life.editor == facilitator.account


def test_figures_days_choices_and_what_only_a_plan_is_asked_for_go_to_its_lines(
    desk: PlanDesk, page: str, facilitator: Visitor
):
    file = left(facilitator, desk)
    file = put(file, "Goals", place(file, "goals.due"), "<v>46843</v>")
    file = put(file, "Goals", place(file, "goals.agreement"), typed("No"), INLINE)
    file = put(file, "Metrics", place(file, "metrics.target"), typed("7,5"), INLINE)
    file = put(file, "Metrics", place(file, "metrics.question"), typed("Do we?"), INLINE)
    file = put(file, "Actions", place(file, "actions.status"), typed("Done"), INLINE)
    file = put(file, "Risks", place(file, "risks.impact"), "<v>5</v>")
    taken = take(facilitator, bring(facilitator, page, file))
    assert "6 changes were taken into the plan" in taken.text, words(taken)[-600:]
    plan = desk.life.plan
    first = plan.goals[0]
    assert (str(first.due), first.agreement) == ("2028-03-31", "no")
    metric = next(each for goal in plan.goals for each in goal.metrics)
    action = next(each for goal in plan.goals for each in goal.actions)
    assert metric.target
    assert (metric.target.value, metric.question["en"], action.status) == (7.5, "Do we?", "done")
    assert plan.risks[0].impact == 5


def test_a_metric_moves_to_the_goal_whose_id_stands_beside_it(desk: PlanDesk, page: str, facilitator: Visitor):
    first, goal = desk.life.plan.goals[:2]
    metric, file = first.metrics[0], left(facilitator, desk)
    file = put(file, "Metrics", place(file, "metrics.goal_id"), typed(goal.id), INLINE)
    compared = bring(facilitator, page, file)
    assert goal.to["en"] in words(compared)
    assert desk.ask(MoveLine(metric.id, "", 0)).ok
    assert "It was changed while you were reading" in take(facilitator, compared).text
    assert goal_of(desk.life.plan, metric.id) is None
    assert desk.ask(MoveLine(metric.id, first.id, 0)).ok
    take(facilitator, bring(facilitator, page, file))
    assert goal_of(desk.life.plan, metric.id) == line_in(desk.life.plan, goal.id)


def test_what_was_changed_in_both_is_shown_with_all_three_texts_and_not_ticked(
    desk: PlanDesk, page: str, facilitator: Visitor
):
    file = said(left(facilitator, desk), AIM, NEW)
    assert desk.revise(GOAL.id, "to", OTHER, AIM).ok
    compared = bring(facilitator, page, file)
    assert all(text in words(compared) for text in (AIM, NEW, OTHER, "Both were changed"))
    assert ticked(compared) == []
    take(facilitator, compared, ["0"])
    assert aim(desk) == NEW


def test_what_changes_while_the_page_is_read_is_not_written_over(desk: PlanDesk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, said(left(facilitator, desk), AIM, NEW))
    assert desk.revise(GOAL.id, "to", OTHER, AIM).ok
    assert "It was changed while you were reading" in take(facilitator, compared).text
    assert aim(desk) == OTHER
    assert desk.life.kept == ()


def test_a_workbook_of_an_earlier_version_is_held_against_that_version(desk: PlanDesk, page: str, facilitator: Visitor):
    assert desk.ask(KeepVersion("Before")).ok
    assert desk.revise(GOAL.id, "to", OTHER, AIM).ok
    file = facilitator.get(f"{desk.page}/plan.xlsx?version=0.1").data
    compared = bring(facilitator, page, file)
    assert "One cell was changed in Toimi alone" in compared.text
    assert "Both were changed" in words(bring(facilitator, page, said(file, AIM, NEW)))


def test_the_same_form_sent_twice_does_it_once(desk: PlanDesk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, said(left(facilitator, desk), AIM, NEW))
    first = take(facilitator, compared)
    seq = desk.life.seq
    assert words(take(facilitator, compared)) == words(first)
    assert desk.life.seq == seq


def test_a_line_that_was_taken_out_is_told_and_not_revived(desk: PlanDesk, page: str, facilitator: Visitor):
    file = said(left(facilitator, desk), AIM, NEW)
    assert desk.ask(DropLine(GOAL.id)).ok
    assert "what this row is about was taken away meanwhile" in words(bring(facilitator, page, file))


def test_a_formula_a_bad_day_and_a_bad_choice_are_told_by_sheet_and_cell(
    desk: PlanDesk, page: str, facilitator: Visitor
):
    file = left(facilitator, desk)
    at = {key: place(file, f"goals.{key}") for key in ("to", "due", "agreement", "number")}
    file = put(file, "Goals", at["to"], '<f>HYPERLINK("http://x")</f><v>Cached</v>', ' t="str"')
    file = put(file, "Goals", at["due"], typed("next spring"), INLINE)
    file = put(file, "Goals", at["agreement"], typed("perhaps"), INLINE)
    file = put(file, "Goals", at["number"], "<v>9</v>")
    told = words(bring(facilitator, page, file))
    assert f"Goals, {at['to']}: this is a formula." in told
    assert f"Goals, {at['due']}: this is not a day." in told
    assert f"Goals, {at['agreement']}: this is not one of the choices." in told
    assert f"Goals, {at['number']}: this comes from somewhere else" in told
    assert "Nothing in the workbook is to be taken in" in told


def test_what_lies_before_its_approvers_takes_nothing_in_and_says_why(
    desk: PlanDesk, page: str, facilitator: Visitor, ben: Visitor
):
    desk.invite(ben.account, "approver")
    compared = bring(facilitator, page, said(left(facilitator, desk), AIM, NEW))
    for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
        assert desk.revise(desk.id, field, value, "").ok
    assert desk.ask(SendForApproval((Approver(ben.account, "Director"),))).ok
    assert "The plan lies before its approvers" in take(facilitator, compared).text
    assert aim(desk) == AIM


def test_a_file_of_another_plan_or_of_a_workshop_is_refused_at_the_field(
    app: Flask, desk: PlanDesk, page: str, facilitator: Visitor
):
    other = PlanDesk(app, facilitator.account, id="plan-0002")
    refused = bring(facilitator, page, left(facilitator, other))
    assert refused.status_code == 400
    assert "This file is from another plan" in refused.text
    workshop = Desk(app, set_up(facilitator))
    refused = bring(facilitator, page, facilitator.get(f"/w/{workshop.id}/draft.xlsx").data)
    assert refused.status_code == 400
    assert "This file is of a workshop’s draft" in refused.text


def test_only_editors_bring_files_and_nobody_sends_the_form_of_another(
    desk: PlanDesk, page: str, facilitator: Visitor, ben: Visitor
):
    file = said(left(facilitator, desk), AIM, NEW)
    assert ben.get(page).status_code == 404
    desk.invite(ben.account, "reader", "approver")
    assert ben.get(page).status_code == 403
    desk.invite(ben.account, "editor")
    fays, bens = (
        next(form for form in forms(bring(who, page, file)) if "lines" in form.fields) for who in (facilitator, ben)
    )
    sent = {**bens.fields, "lines": fays.fields["lines"]}
    assert ben.client.post(f"{page}/take", data=sent).status_code == 400
    desk.invite(ben.account, "reader")
    assert ben.client.post(f"{page}/take", data=bens.fields).status_code == 403
    assert aim(desk) == AIM


# -- Documents ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_document_out_and_in_unchanged_gives_no_difference(
    desk: PlanDesk, paper: str, facilitator: Visitor, language: str
):
    compared = papers.bring(facilitator, paper, left(facilitator, desk, "docx", **{"Accept-Language": language}))
    assert compared.status_code == 200
    assert "Nothing in the document is to be taken in" in compared.text
    assert "Elsewhere in the document" not in compared.text
    assert "No longer in the document" not in compared.text


def test_a_suggestion_is_shown_beside_its_field_and_taken_in_other_words(
    desk: PlanDesk, paper: str, facilitator: Visitor
):
    changes = [("w:del", "Rita Reader", AIM), ("w:ins", "Rita Reader", NEW)]
    file = papers.edited(left(facilitator, desk, "docx"), papers.tracked(AIM, *changes))
    compared = papers.bring(facilitator, paper, file)
    assert "Rita Reader" in compared.text
    taken = papers.take(facilitator, paper, compared, **{"words-0": "In other words."})
    assert "One change was taken into the plan" in taken.text
    assert aim(desk) == "In other words."
    assert "No change was taken" in papers.take(facilitator, paper, compared, **{"choice-0": "leave"}).text


def test_two_suggestions_are_taken_one_by_one(desk: PlanDesk, paper: str, facilitator: Visitor):
    file = papers.edited(
        left(facilitator, desk, "docx"), papers.typed(AIM, NEW), papers.typed(GOAL.owner, "Deputy director")
    )
    compared = papers.bring(facilitator, paper, file)
    papers.take(facilitator, paper, compared, **{"choice-0": "leave"})
    goal = desk.life.plan.goals[0]
    assert sorted((goal.to["en"] == NEW, goal.owner == "Deputy director")) == [False, True]


def test_a_remark_is_shown_while_no_round_of_comments_is_open(desk: PlanDesk, paper: str, facilitator: Visitor):
    file = papers.edited(left(facilitator, desk, "docx"), papers.commented(AIM, "Olli Other", "Which agencies?"))
    compared = papers.bring(facilitator, paper, file)
    assert "Which agencies?" in compared.text
    assert "Keep as a comment" not in compared.text
    assert not desk.life.comments


def test_in_an_open_round_remarks_become_comments_of_their_lines_once(desk: PlanDesk, paper: str, facilitator: Visitor):
    in_a_round(desk)
    outside = "Each goal with its objective, owner, metrics and actions."
    file = papers.edited(
        left(facilitator, desk, "docx"),
        papers.commented(AIM, "Olli Other", "Which agencies?"),
        papers.commented(outside, "Rita Reader", "Well said."),
    )
    compared = papers.bring(facilitator, paper, file)
    taken = papers.take(facilitator, paper, compared)
    assert "2 comments were kept in the open round" in taken.text
    found = {each.text: each for each in desk.life.comments.values()}
    assert found["Which agencies?"].about == GOAL.id
    assert found[f"“{outside}”\nWell said."].about == desk.id
    page = facilitator.get(f"{desk.page}/comments").text
    assert "Which agencies?" in page
    assert "Olli Other" in page
    assert "Keep as a comment" not in papers.bring(facilitator, paper, file).text


def test_a_remark_that_is_not_ticked_is_kept_nowhere(desk: PlanDesk, paper: str, facilitator: Visitor):
    in_a_round(desk)
    file = papers.edited(left(facilitator, desk, "docx"), papers.commented(AIM, "Olli Other", "Which agencies?"))
    compared = papers.bring(facilitator, paper, file)
    sent = {name: value for name, value in papers.choosing(compared).items() if name != "remark"}
    facilitator.client.post(f"{paper}/take", data=sent)
    assert not desk.life.comments


def in_a_round(desk: PlanDesk) -> None:
    with desk.app.app_context():
        today = now().date()
    assert desk.ask(OpenCommentRound(today + timedelta(days=14), today)).ok
