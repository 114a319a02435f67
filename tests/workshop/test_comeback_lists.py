"""Lists, choices and several fields of one place come back in a plan's document, and are read anew from the page."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from facilitation.shapes import Action, Goal, Metric, Milestone, Reading
from tests.workshop import papers
from tests.workshop.papers import choosing, edited, tracked, typed_in
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.spreadsheet import said as said_in
from tests.workshop.test_plan_comes_back import in_a_round, left
from tests.workshop.test_roundtrip import bring, words
from tests.workshop.test_several_in_a_cell import NAMED, action, goal, metric, of_one_goal
from tests.workshop.visitor import Visitor, forms

END = date(2027, 9, 15)
NOTED = Reading(18.503, date(2027, 12, 24), "as agreed")


def said() -> tuple[Goal, Metric, Action]:
    """A goal with everything that a place tells several of."""
    goal = of_one_goal().goals[0]
    metric = replace(goal.metrics[0], unit="%", targets=(NOTED, Reading(60, date(2029, 12, 31))))
    action = replace(goal.actions[0], resources={"en": "Two lawyers"}, partners="Agencies", cost=1200, yearly=True)
    return goal, metric, action


G, M, A = (f"{sheet}/{each.id}" for sheet, each in zip(("goals", "metrics", "actions"), said(), strict=True))


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    goal, metric, action = said()
    whole = replace(goal, scope="function", result="effect", metrics=(metric,), actions=(action,))
    return PlanDesk(app, facilitator.account, replace(of_one_goal(), goals=(whole,)))


def brought(desk: PlanDesk, who: Visitor, *edits: papers.Edit, **headers: str) -> TestResponse:
    return papers.bring(who, f"{desk.page}/document", edited(left(who, desk, "docx", **headers), *edits))


def take(desk: PlanDesk, who: Visitor, compared: TestResponse, **otherwise: str) -> str:
    return words(papers.take(who, f"{desk.page}/document", compared, **otherwise))


def box(compared: TestResponse, text: str) -> str:
    """The name of the box on the page that says this."""
    boxes = {name: str(value).strip() for name, value in choosing(compared).items() if name.startswith("words-")}
    return next(name for name, value in boxes.items() if value == text)


# -- Lists ----------------------------------------------------------------------------------------------------------


def test_interim_targets_come_back_and_one_that_stands_as_it_stood_is_as_exact_as_it_was(
    desk: PlanDesk, facilitator: Visitor
):
    before = "18.5\N{NO-BREAK SPACE}% (Dec 2027)"
    compared = brought(desk, facilitator, typed_in(f"{M}/milestones", f"{before}; 40 % (12/2028)"))
    assert "One field is to be otherwise." in compared.text
    assert "Elsewhere in the document" not in compared.text
    assert "One change was taken into the plan" in take(desk, facilitator, compared)
    assert metric(desk).targets == (NOTED, Reading(40, date(2028, 12, 31)), Reading(60, date(2029, 12, 31)))


@pytest.mark.parametrize("text", ["31.12.2028: 40", "2028: 40 %", "40 (Dec 2028)", "40\N{NO-BREAK SPACE}% (2028)"])
def test_an_interim_target_may_be_written_in_several_ways(desk: PlanDesk, facilitator: Visitor, text: str):
    take(desk, facilitator, brought(desk, facilitator, typed_in(f"{M}/milestones", text)))
    assert metric(desk).targets[:-1] == (Reading(40, date(2028, 12, 31)),)


def test_milestones_come_back_reached_and_added_and_their_other_languages_stay(desk: PlanDesk, facilitator: Visitor):
    new = "Tender out (31.3.2027, reached)\nContract (15.9.2027)"
    take(desk, facilitator, brought(desk, facilitator, typed_in(f"{A}/milestones", new)))
    assert action(desk).milestones == (replace(NAMED, done=True), Milestone({"en": "Contract"}, END))


def test_a_milestone_is_renamed_in_the_language_of_the_document(desk: PlanDesk, facilitator: Visitor):
    edit = typed_in(f"{A}/milestones", "Kilpailutus avattu (31.3.2027)")
    take(desk, facilitator, brought(desk, facilitator, edit, **{"Accept-Language": "fi"}))
    assert action(desk).milestones == (replace(NAMED, name={**NAMED.name, "fi": "Kilpailutus avattu"}),)


def test_a_tracked_change_in_a_list_is_shown_with_who_made_it_and_taken(desk: PlanDesk, facilitator: Visitor):
    told = "Tender out (31\N{NO-BREAK SPACE}March 2027)"
    edit = tracked(
        told, ("", "", "Tender out"), ("w:del", "Rita Reader", told[10:]), ("w:ins", "Rita Reader", " (2028)")
    )
    compared = brought(desk, facilitator, edit)
    assert "put in (2028)" in words(compared)
    take(desk, facilitator, compared)
    assert action(desk).milestones == (replace(NAMED, day=date(2028, 12, 31)),)


def test_objectives_come_back_by_their_numbers_and_the_mark_of_unconfirmed_wording_is_nobodys_change(
    desk: PlanDesk, facilitator: Visitor
):
    take(desk, facilitator, brought(desk, facilitator, typed_in(f"{G}/objectives", "1.1\n2.3 Lisäämme")))
    assert sorted(goal(desk).objectives) == ["1.1", "2.3"]


@pytest.mark.parametrize(
    ("at", "text", "why"),
    [
        (f"{M}/milestones", "soon", "Write a day and a value on each line"),
        (f"{M}/milestones", "2028: many", "This is not a number."),
        (f"{A}/milestones", "Tender out (31.13.2027)", "This is not a day."),
        (f"{G}/objectives", "World peace", "This is no objective of the strategy."),
        (f"{A}/needs", "Repeats every year: perhaps", "This is neither yes nor no."),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_with_its_words_and_takes_nothing(
    desk: PlanDesk, facilitator: Visitor, at: str, text: str, why: str
):
    before = goal(desk)
    compared = brought(desk, facilitator, typed_in(at, text))
    assert why in words(compared)
    assert text.partition(": ")[2] or text in words(compared)
    assert goal(desk) == before


def test_what_is_read_as_it_was_is_told_and_takes_nothing(desk: PlanDesk, facilitator: Visitor):
    compared = brought(desk, facilitator, typed_in(f"{M}/milestones", "18.503 % by Christmas"))
    assert "Write a day and a value on each line" in words(compared)
    compared = brought(desk, facilitator, typed_in(f"{G}/named", f"7. {goal(desk).to['en']}"))
    assert "Read as it was before: nothing that the plan keeps is otherwise." in words(compared)
    assert "Nothing in the document is to be taken in" in compared.text


# -- Typed anew on the page -----------------------------------------------------------------------------------------


def test_a_list_that_is_typed_anew_on_the_page_is_read_as_a_list(desk: PlanDesk, facilitator: Visitor):
    compared = brought(desk, facilitator, typed_in(f"{A}/milestones", "Contract (15.9.2027)"))
    again = "Contract (2028)\r\nTender out (31 March 2027, reached)"
    take(desk, facilitator, compared, **{box(compared, "Contract (15\N{NO-BREAK SPACE}September 2027)"): again})
    assert action(desk).milestones == (Milestone({"en": "Contract"}, date(2028, 12, 31)), replace(NAMED, done=True))


def test_a_list_that_cannot_be_read_from_the_page_is_told_at_its_field_and_leaves_the_others(
    desk: PlanDesk, facilitator: Visitor
):
    edits = typed_in(f"{M}/milestones", "2028: 40"), typed_in(f"{M}/target", "70 % (12/2029)")
    compared = brought(desk, facilitator, *edits)
    told = take(desk, facilitator, compared, **{box(compared, "31\N{NO-BREAK SPACE}December 2028: 40"): "soon"})
    assert "Interim targets. Write a day and a value on each line" in told
    assert "One change was taken into the plan" in told
    assert [each.value for each in metric(desk).targets] == [18.503, 70]


def test_a_choice_is_taken_by_its_key_and_another_is_chosen_on_the_page(desk: PlanDesk, facilitator: Visitor):
    edits = typed_in(f"{G}/scope", "Single procurements"), typed_in(f"{G}/agreement", "Candidate 2028")
    compared = brought(desk, facilitator, *edits)
    take(desk, facilitator, compared, **{box(compared, "Candidate"): "No"})
    assert (goal(desk).scope, goal(desk).agreement, goal(desk).agreement_year) == ("single", "no", 2028)


# -- Several fields in one place ------------------------------------------------------------------------------------


def test_what_an_action_needs_is_a_suggestion_for_each_field_of_it(desk: PlanDesk, facilitator: Visitor):
    new = "Resources: Three lawyers\nPartners: Agencies\nCost (€): 2 500\nPriority: High"
    compared = brought(desk, facilitator, typed_in(f"{A}/needs", new))
    assert "4 fields are to be otherwise." in compared.text
    take(desk, facilitator, compared)
    now = action(desk)
    assert (now.resources["en"], now.partners, now.cost, now.yearly) == ("Three lawyers", "Agencies", 2500, False)
    assert now.priority == "high"


def test_another_unit_behind_a_figure_is_a_suggestion_of_its_own(desk: PlanDesk, facilitator: Visitor):
    compared = brought(desk, facilitator, typed_in(f"{M}/target", "60 kg CO2/m² (Dec 2029)"))
    assert "One field is to be otherwise." in compared.text
    take(desk, facilitator, compared)
    assert (metric(desk).unit, metric(desk).target) == ("kg CO2/m²", Reading(60, date(2029, 12, 31)))


def test_figures_of_a_unit_with_figures_of_its_own_come_back(desk: PlanDesk, facilitator: Visitor):
    assert desk.revise(metric(desk).id, "unit", "kg (CO2/m²)", "%").ok
    take(desk, facilitator, brought(desk, facilitator, typed_in(f"{M}/target", "70 kg (CO2/m²) (Dec 2029)")))
    assert (metric(desk).unit, metric(desk).target) == ("kg (CO2/m²)", Reading(70, date(2029, 12, 31)))


# -- The plan itself ------------------------------------------------------------------------------------------------


def test_the_summary_comes_back_and_what_was_said_of_it_becomes_a_comment_of_the_plan(
    desk: PlanDesk, facilitator: Visitor
):
    in_a_round(desk)
    summary = desk.life.plan.summary["en"]
    edits = papers.commented(summary, "Olli Other", "Too long."), papers.typed(summary, "Steering reads figures.")
    compared = brought(desk, facilitator, *edits)
    take(desk, facilitator, compared)
    assert desk.life.plan.summary["en"] == "Steering reads figures."
    assert [(each.text, each.about) for each in desk.life.comments.values()] == [("Too long.", desk.id)]


def test_a_goal_that_is_named_in_a_list_comes_back_from_there_too(desk: PlanDesk, facilitator: Visitor):
    take(desk, facilitator, brought(desk, facilitator, typed_in(f"{G}/named", "1. Every agreement has two targets.")))
    assert goal(desk).to["en"] == "Every agreement has two targets."


def test_lines_of_a_workbook_that_are_sent_to_the_documents_page_are_taken_as_they_are(
    desk: PlanDesk, facilitator: Visitor
):
    file = said_in(left(facilitator, desk), goal(desk).to["en"], "Every agreement has two targets.")
    compared = bring(facilitator, f"{desk.page}/workbook", file)
    given = next(form.fields for form in forms(compared) if "lines" in form.fields)
    sent = {**given, "choice-0": "take", "words-0": "Something else."}
    taken = facilitator.client.post(f"{desk.page}/document/take", data=sent)
    assert "One change was taken into the plan" in words(taken)
    assert goal(desk).to["en"] == "Every agreement has two targets."
