"""The plan at the desk: started, seen, edited by two, kept in versions, without any script."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from lxml import html

from facilitation.plans.commands import DropLine, SendForApproval, TakeBackFromApproval
from facilitation.plans.events import Approver
from facilitation.plans.lines import line_in
from facilitation.shapes import Milestone
from facilitation.steps.interim import written as reached
from tests.conftest import signed_in
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor, forms
from workshop.perform import plan_log
from workshop.room import rooms_of

WORDS = "Every agreement has a target that is looked at twice a year."


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account)


@pytest.fixture
def ben(app: Flask) -> Visitor:
    return signed_in(app, "ben@example.fi", "Ben", "facilitator")


def first_goal(desk: PlanDesk) -> str:
    return desk.life.plan.goals[0].id


def save(visitor: Visitor, path: str, **fields: str):
    return visitor.send(path, "Save", **fields)


# -- Who sees it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["", "/lines/g1", "/themes", "/versions", "/comments", "/approval", "/plan.json"])
def test_who_has_no_part_in_a_plan_finds_none(desk: PlanDesk, ben: Visitor, visitor: Visitor, part: str):
    assert ben.get(desk.page + part).status_code == 404
    assert visitor.get(desk.page + part).request.path == "/sign-in"


def test_a_reader_reads_and_changes_nothing(desk: PlanDesk, ben: Visitor):
    desk.invite(ben.account, "reader")
    page = ben.get(desk.page)
    assert page.status_code == 200
    assert "/lines/" not in page.text
    for part in ("/lines/g1", "/add/goal", "/themes", "/people"):
        assert ben.get(desk.page + part).status_code == 403


def test_what_came_in_through_another_worker_is_told_at_once(desk: PlanDesk, facilitator: Visitor):
    with desk.app.app_context():
        room = rooms_of().room(plan_log(desk.id))
    before = room.moment
    assert desk.revise(first_goal(desk), "to", WORDS, desk.life.plan.goals[0].to["en"]).ok
    room.moment = before  # as in a worker that has read this log, and not again
    assert WORDS in facilitator.get(desk.page).text


def test_people_are_given_a_part_by_the_address_of_their_account(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    facilitator.send(f"{desk.page}/people", "Give the part", email="BEN@example.fi", roles=["editor", "approver"])
    assert ben.get(desk.page).status_code == 200
    page = facilitator.send(f"{desk.page}/people", "Give the part", email="who@example.fi", roles=["editor"])
    assert "Nobody signs in with that address" in page.text
    facilitator.send(f"{desk.page}/people", "Take out")
    assert ben.get(desk.page).status_code == 404


# -- Editing --------------------------------------------------------------------------------------------------------


def test_a_line_is_changed_field_by_field(desk: PlanDesk, facilitator: Visitor):
    page = save(facilitator, f"{desk.page}/lines/{first_goal(desk)}", to_en=WORDS, due="2028-06-30")
    assert WORDS in page.text
    goal = desk.life.plan.goals[0]
    assert (goal.to["en"], goal.to["fi"], goal.due.isoformat()) == (WORDS, sample().goals[0].to["fi"], "2028-06-30")  # pyright: ignore[reportOptionalMemberAccess]
    assert desk.life.seq == 3


@pytest.mark.parametrize(("reader", "name", "first"), [("en", "Name", "English"), ("sv", "Namn", "Svenska")])
def test_the_same_words_stand_together_in_every_language_the_reader_s_own_first(
    desk: PlanDesk, facilitator: Visitor, reader: str, name: str, first: str
):
    page = html.fromstring(facilitator.get(f"{desk.page}/lines/m1?language={reader}").text)
    [together] = page.xpath(f"//fieldset[legend='{name}']")
    labels = [each.text_content() for each in together.xpath(".//label")]
    assert labels[0] == f"{name}, {first}"
    assert sorted(labels) == sorted(f"{name}, {each}" for each in ("English", "Suomi", "Svenska"))
    assert {each.get("lang") for each in together.xpath(".//input")} == {"en", "fi", "sv"}


def test_in_a_plan_of_one_language_a_field_is_one_field(app: Flask, facilitator: Visitor):
    desk = PlanDesk(app, facilitator.account, replace(sample(), languages=("fi",)))
    page = html.fromstring(facilitator.get(f"{desk.page}/lines/m1").text)
    assert page.xpath("//label[@for='name_fi']")
    assert not page.xpath("//fieldset[legend='Name']")


def test_a_figure_is_written_as_people_write_it(desk: PlanDesk, facilitator: Visitor):
    metric = desk.life.plan.goals[1].metrics[0]
    save(facilitator, f"{desk.page}/lines/{metric.id}", target="1 250,5")
    found = line_in(desk.life.plan, metric.id)
    assert found.target.value == 1250.5  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
    page = save(facilitator, f"{desk.page}/lines/{metric.id}", target="many")
    assert page.status_code == 400
    assert 'value="many"' in page.text


def test_interim_targets_are_written_in_rows_by_year_or_by_day(desk: PlanDesk, facilitator: Visitor):
    metric = desk.life.plan.goals[1].metrics[0]
    path, row = f"{desk.page}/lines/{metric.id}", "milestones-{}-{}".format
    days = {row(0, "when"): "31.3.2027", row(0, "value"): "18,4", row(1, "when"): "2027", row(1, "value"): "20"}
    save(facilitator, path, target="60", target_day="2029-12-31", **days)
    found = line_in(desk.life.plan, metric.id)
    assert [reached(each) for each in found.targets[:-1]] == ["2027-03-31 18.4", "2027-12-31 20"]  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
    page = facilitator.get(path).text
    assert 'value="31 March 2027"' in page
    assert 'value="18.4"' in page
    page = save(facilitator, path, **{row(1, "value"): "", row(2, "when"): "soon", row(2, "value"): "50"})
    assert page.status_code == 400
    assert "Give both, the day and the value." in page.text
    assert 'value="soon"' in page.text
    page = save(facilitator, path, **{row(1, "when"): "2029"})
    assert "after the baseline was measured and before the target is reached" in page.text


def test_milestones_of_an_action_are_written_in_rows(desk: PlanDesk, facilitator: Visitor):
    action = desk.life.plan.goals[0].actions[0]
    path, row = f"{desk.page}/lines/{action.id}", "milestones-0-{}".format
    save(facilitator, path, **{row("name_en"): "Tender out", row("when"): "31.3.2027", row("done"): "y"})
    found = line_in(desk.life.plan, action.id)
    assert found.milestones == (Milestone({"en": "Tender out"}, date(2027, 3, 31), done=True),)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue]
    page = save(facilitator, path, **{row("name_en"): " "})
    assert "Give each milestone a name." in page.text


def test_what_is_too_long_is_said_at_the_field_and_stays_in_it(desk: PlanDesk, facilitator: Visitor):
    page = save(facilitator, f"{desk.page}/lines/{first_goal(desk)}", owner="x" * 121)
    assert page.status_code == 400
    assert "x" * 121 in page.text


def test_two_who_edit_one_field_see_both_texts_and_choose(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    desk.invite(ben.account, "editor")
    path = f"{desk.page}/lines/{first_goal(desk)}"
    opened = ben.form(path, "Save")
    save(facilitator, path, to_en=WORDS)
    sent = {**opened.fields, "to_en": "Ben’s own sentence about targets."}
    page = ben.client.post(path, data=sent, follow_redirects=True)
    assert "Both texts are kept" in page.text
    assert WORDS in page.text
    assert "Ben’s own sentence about targets." in page.text
    choices = re.findall(r'name="chosen" value="(\w+)"', page.text)
    assert choices[0] == "now"
    ben.send(path, "Keep this one", chosen=choices[1])
    assert desk.life.plan.goals[0].to["en"] == "Ben’s own sentence about targets."
    assert desk.life.kept == ()


def test_a_third_text_chosen_on_an_old_page_is_kept_beside_the_newest(
    desk: PlanDesk, facilitator: Visitor, ben: Visitor
):
    desk.invite(ben.account, "editor")
    goal = desk.life.plan.goals[0]
    path = f"{desk.page}/lines/{goal.id}"
    desk.revise(goal.id, "to", WORDS, goal.to["en"])
    desk.revise(goal.id, "to", "Another sentence.", "an older text")
    opened = ben.form(path, "Keep this one")
    desk.revise(goal.id, "to", "The newest sentence.", WORDS)
    third = {**opened.fields, "chosen": "now", "third": "A third sentence."}
    page = ben.client.post(opened.action, data=third, follow_redirects=True)
    assert desk.life.plan.goals[0].to["en"] == "The newest sentence."
    assert "A third sentence." in page.text


def test_two_who_edit_different_fields_do_not_meet(desk: PlanDesk, facilitator: Visitor, ben: Visitor):
    desk.invite(ben.account, "editor")
    path = f"{desk.page}/lines/{first_goal(desk)}"
    opened = ben.form(path, "Save")
    save(facilitator, path, to_en=WORDS)
    page = ben.client.post(path, data={**opened.fields, "owner": "Director"}, follow_redirects=True)
    assert "Saved." in page.text
    goal = desk.life.plan.goals[0]
    assert (goal.to["en"], goal.owner, desk.life.kept) == (WORDS, "Director", ())


def test_lines_are_added_taken_out_and_put_back(desk: PlanDesk, facilitator: Visitor):
    goal = first_goal(desk)
    page = facilitator.send(f"{desk.page}/add/metric?under={goal}", "Save", name_en="Share of agreements", unit="%")
    assert "Share of agreements" in page.text
    facilitator.send(f"{desk.page}/lines/{goal}", "Take it out", reason="Done already")
    assert goal not in [each.id for each in desk.life.plan.goals]
    facilitator.send(desk.page, "Put back")
    assert desk.life.plan.goals[0].id == goal
    assert desk.life.plan.goals[0].metrics[-1].name["en"] == "Share of agreements"
    page = facilitator.send(f"{desk.page}/add/goal", "Save", owner="Director")
    assert page.status_code == 400


def test_a_line_moves_to_another_goal_or_place(desk: PlanDesk, facilitator: Visitor):
    first, second = desk.life.plan.goals[:2]
    action = first.actions[0].id
    facilitator.send(f"{desk.page}/lines/{action}", "Move", under=second.id, place="1")
    assert desk.life.plan.goals[1].actions[0].id == action
    facilitator.send(f"{desk.page}/lines/{second.id}", "Move", place="1")
    assert desk.life.plan.goals[0].id == second.id


@pytest.mark.parametrize("kind", ["goal", "metric"])
def test_what_was_typed_into_a_line_that_somebody_took_out_meanwhile_stands_there_still(
    desk: PlanDesk, facilitator: Visitor, kind: str
):
    goal = desk.life.plan.goals[0]
    line, field = (goal.id, "to_en") if kind == "goal" else (goal.metrics[0].id, "definition_en")
    path = f"{desk.page}/lines/{line}"
    form = facilitator.form(path, "Save", fields={field: ""})
    assert desk.ask(DropLine(goal.id, "It is another's")).ok
    page = facilitator.client.post(path, data=form.fields | {field: WORDS})
    assert page.status_code == 400
    assert "That line was taken out of the plan meanwhile. Your text is kept for you." in page.text
    assert WORDS in page.text
    assert "Take it out" not in page.text and "Move it" not in page.text
    facilitator.send(desk.page, "Put back")
    again = next(each for each in forms(page) if field in each.fields)
    assert WORDS in facilitator.client.post(path, data=again.fields, follow_redirects=True).text
    assert WORDS in str(desk.life.plan.goals[0])


def test_the_address_of_a_line_that_was_taken_out_leads_to_where_it_is_put_back(desk: PlanDesk, facilitator: Visitor):
    gone = first_goal(desk)
    assert desk.ask(DropLine(gone, "It is another's")).ok
    page = facilitator.get(f"{desk.page}/lines/{gone}")
    assert page.request.path == desk.page
    assert "It can be put back." in page.text and "Put back" in page.text


def test_what_a_form_remembers_may_be_any_text(desk: PlanDesk, facilitator: Visitor):
    page = save(facilitator, f"{desk.page}/lines/{first_goal(desk)}", to_en=WORDS, base="[" * 50_000)
    assert page.status_code == 200
    assert WORDS in page.text


def test_what_was_refused_is_granted_later_from_the_page_that_kept_it(desk: PlanDesk, facilitator: Visitor):
    path = f"{desk.page}/lines/{first_goal(desk)}"
    typed = facilitator.form(path, "Save").fields | {"to_en": WORDS}
    assert desk.revise(desk.id, "publicity", "public", "").ok
    assert desk.revise(desk.id, "records_class", "1.2", "").ok
    assert desk.ask(SendForApproval((Approver("somebody", "Director"),))).ok
    page = facilitator.client.post(path, data=typed)
    assert "your text is kept for you" in page.text
    assert desk.ask(TakeBackFromApproval()).ok
    [kept] = [form for form in forms(page) if "to_en" in form.fields]
    facilitator.client.post(path, data=kept.fields)
    assert desk.life.plan.goals[0].to["en"] == WORDS


# -- Versions and files ---------------------------------------------------------------------------------------------


def test_versions_are_kept_read_and_compared(desk: PlanDesk, facilitator: Visitor):
    save(facilitator, f"{desk.page}/lines/{first_goal(desk)}", to_en=WORDS)
    facilitator.send(f"{desk.page}/versions", "Keep a version", name="Sharper words")
    page = facilitator.get(f"{desk.page}/versions")
    assert "Sharper words" in page.text
    assert f"<ins>{WORDS}</ins>" in page.text
    assert f"<del>{sample().goals[0].to['en']}</del>" in page.text
    assert "Nothing differs" in facilitator.get(f"{desk.page}/versions?before=0.2&after=now").text
    old = facilitator.get(f"{desk.page}?version=0.1").text
    assert WORDS not in old
    assert "data-edit" not in old
    assert facilitator.get(f"{desk.page}?version=9.9").status_code == 404


def test_every_file_of_a_plan_says_which_plan_and_version_it_is(desk: PlanDesk, facilitator: Visitor):
    answer = facilitator.get(f"{desk.page}/plan.json?version=0.1")
    assert json.loads(answer.text)["version"] == "0.1"
    told = facilitator.get(f"{desk.page}/plan.md?version=0.1").text
    assert f"Plan {desk.id}, as it stood after event 1 of its log." in told
    assert facilitator.get(f"{desk.page}/plan.exe").status_code == 404
