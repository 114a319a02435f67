"""A plan is commented on by link, without an account; whoever edits it answers."""

import re
from hashlib import sha256
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from tests.conftest import PASSWORD, Clock
from tests.workshop.plan_desk import PlanDesk, written
from tests.workshop.readback import flat, says
from tests.workshop.test_plan_answers import ben as ben
from tests.workshop.test_plan_answers import desk as desk
from tests.workshop.test_plan_pages import first_goal
from tests.workshop.visitor import Visitor, forms


def link_of(desk: PlanDesk, facilitator: Visitor) -> str:
    page = facilitator.send(f"{desk.page}/comments", "Open the round", deadline="2026-12-10")
    return page.text.split("link-once")[1].split("/comment/")[1].split("<")[0]


def test_a_comment_comes_by_link_and_its_answer_goes_back(
    desk: PlanDesk, facilitator: Visitor, visitor: Visitor, clock: Clock
):
    path = f"/comment/{link_of(desk, facilitator)}"
    about = next(form for form in forms(visitor.get(path)) if form.fields.get("about") == first_goal(desk))
    sent = {**about.fields, "text": "Which agencies?", "name": "Housing Finance"}
    assert "Your comment is kept" in visitor.client.post(path, data=sent, follow_redirects=True).text
    page = facilitator.get(f"{desk.page}/comments")
    assert "Housing Finance" in page.text
    assert "Housing Finance" not in str(desk.life)
    facilitator.send(f"{desk.page}/comments", "Save the answer", outcome="taken", answer="All five.")
    assert "All five." in visitor.get(path).text
    clock.pass_by(days=20)
    late = visitor.client.post(path, data={**sent, "once": "another", "text": "Too late"}, follow_redirects=True)
    assert late.status_code == 400
    assert len(desk.life.comments) == 1


def test_whoever_has_the_link_reads_what_a_metric_counts_and_with_what_an_action_is_done(
    desk: PlanDesk, facilitator: Visitor, visitor: Visitor
):
    metric, action = (line[0].id for line in (desk.life.plan.goals[0].metrics, desk.life.plan.goals[0].actions))
    assert desk.revise(metric, "definition", "Agreements that are signed", "").ok
    assert desk.revise(action, "risk", "Nobody has the time", "").ok
    path = f"/comment/{link_of(desk, facilitator)}"
    assert desk.revise(metric, "source", "canary-4711", desk.life.plan.goals[0].metrics[0].source["en"]).ok
    for page in (visitor.get(path), facilitator.get(f"{desk.page}?version={desk.life.rounds[-1].version}")):
        for words in ("Agreements that are signed", "all agreements in force", "Nobody has the time"):
            assert words in page.text
        assert "canary-4711" not in page.text
    assert "canary-4711" in facilitator.get(desk.page).text


def test_a_metric_and_an_action_are_commented_on_each_by_its_own_box(
    desk: PlanDesk, facilitator: Visitor, visitor: Visitor
):
    path, goal = f"/comment/{link_of(desk, facilitator)}", desk.life.plan.goals[0]
    for line in (goal.metrics[0].id, goal.actions[0].id):
        box = next(form for form in forms(visitor.get(path)) if form.fields.get("about") == line)
        page = visitor.client.post(path, data={**box.fields, "text": f"Who asked for {line}?"}, follow_redirects=True)
        assert page.text.count(f"Who asked for {line}?") == 1
    assert [each.about for each in desk.life.comments.values()] == [goal.metrics[0].id, goal.actions[0].id]
    table = says("docx", facilitator.get(f"{desk.page}/comments/table.docx").data)
    for told in (facilitator.get(f"{desk.page}/comments").text, visitor.get(path).text, table):
        for name in (goal.metrics[0].name["en"], goal.actions[0].text["en"]):
            assert flat(f"Goal 1: {name}") in flat(told)


def test_what_was_sent_without_words_stays_open_at_its_metric(desk: PlanDesk, facilitator: Visitor, visitor: Visitor):
    path, metric = f"/comment/{link_of(desk, facilitator)}", desk.life.plan.goals[0].metrics[0]
    assert "<details open" not in re.sub(' class="[^"]*"', "", visitor.get(path).text)
    box = next(form for form in forms(visitor.get(path)) if form.fields.get("about") == metric.id)
    told = re.sub(' class="[^"]*"', "", visitor.client.post(path, data={**box.fields, "name": "Eva"}).text)
    assert told.count("<details open") == 2
    assert told.count("Write something first.") == 1


def test_once_its_last_day_is_over_a_round_is_told_as_ended_and_asks_nobody_more(
    desk: PlanDesk, facilitator: Visitor, clock: Clock
):
    facilitator.send(f"{desk.page}/comments", "Open the round", deadline="2026-11-27")
    asking = facilitator.form(f"{desk.page}/comments", "Write the letters")
    clock.pass_by(days=1)
    assert "Open until 27 November 2026" in facilitator.get(f"{desk.page}/comments").text
    clock.pass_by(days=1)
    page = facilitator.client.post(
        asking.action,
        data=asking.fields | {"addresses": "eva@example.fi", "sure_password": PASSWORD},
        follow_redirects=True,
    )
    assert "nobody is asked any more" in page.text
    assert "Comments were taken until 27 November 2026" in page.text
    assert "Open until" not in page.text and "Write the letters" not in page.text
    assert "Ask for comments" in facilitator.send(f"{desk.page}/comments", "Close the round").text


def test_a_version_that_is_no_longer_commented_on_has_no_box(
    desk: PlanDesk, facilitator: Visitor, visitor: Visitor, clock: Clock
):
    path = f"/comment/{link_of(desk, facilitator)}"
    clock.pass_by(days=20)
    page = visitor.get(path)
    assert "all agreements in force" in page.text
    assert "about" not in {key for form in forms(page) for key in form.fields}


def test_comments_and_answers_leave_as_one_table(app: Flask, facilitator: Visitor, ben: Visitor):
    desk, _link = written(app, facilitator.account)
    answer = facilitator.get(f"{desk.page}/comments/table.docx")
    told = [cell.text for table in Document(BytesIO(answer.data)).tables for row in table.rows for cell in row.cells]
    assert {"Goal 1", "Housing Finance Centre", "Which agencies does this concern?"} <= set(told)
    assert facilitator.get(f"{desk.page}/comments/table.pdf").data.startswith(b"%PDF-")
    desk.invite(ben.account, "reader")
    assert ben.get(f"{desk.page}/comments/table.docx").status_code == 403


@pytest.mark.parametrize("format", ["docx", "pdf"])
def test_the_table_says_of_which_plan_and_version_it_is_after_which_event_and_with_which_digest(
    app: Flask, facilitator: Visitor, format: str
):
    desk, _link = written(app, facilitator.account)
    digest = sha256(facilitator.get(f"{desk.page}/plan.json").data).hexdigest()[:12]
    made = facilitator.get(f"{desk.page}/comments/table.{format}").data
    stamp = (f"Plan {desk.id}, as it stood after event {desk.life.seq} of its log.", f"Digest {digest}.", "Draft 0.3")
    found = says(format, made) + (flat(foot_of(made)) if format == "docx" else "")
    assert [each for each in stamp if flat(each) not in found] == []


def foot_of(made: bytes) -> str:
    """What stands below every page of a document."""
    sections = Document(BytesIO(made)).sections
    return "".join(each.text for section in sections for each in section.footer.paragraphs)


def test_only_editors_see_what_guests_call_themselves(app: Flask, facilitator: Visitor, ben: Visitor):
    desk, _link = written(app, facilitator.account)
    assert "Housing Finance Centre" in facilitator.get(f"{desk.page}/comments").text
    for part in ("reader", "approver"):
        desk.invite(ben.account, part)
        page = ben.get(f"{desk.page}/comments").text
        assert "Which agencies does this concern?" in page
        assert "Housing Finance Centre" not in page


def test_a_link_that_was_replaced_leads_nowhere(desk: PlanDesk, facilitator: Visitor, visitor: Visitor):
    old = link_of(desk, facilitator)
    facilitator.send(f"{desk.page}/comments", "Make a new link")
    assert visitor.get(f"/comment/{old}").status_code == 404


def test_who_comments_without_end_waits_and_keeps_the_text(desk: PlanDesk, facilitator: Visitor, visitor: Visitor):
    path = f"/comment/{link_of(desk, facilitator)}"
    form = visitor.form(path, "Send the comment")
    pages = [
        visitor.client.post(path, data={**form.fields, "once": f"once-{number:08}", "text": f"Comment {number}"})
        for number in range(61)
    ]
    page = pages[-1]
    assert (page.status_code, len(desk.life.comments)) == (400, 60)
    assert "Comment 60" in page.text


def test_a_comment_without_words_is_refused_where_it_was_written(
    desk: PlanDesk, facilitator: Visitor, visitor: Visitor
):
    page = visitor.send(f"/comment/{link_of(desk, facilitator)}", "Send the comment", name="Eva")
    assert page.status_code == 400
    assert "Write something first." in page.text
