"""A plan that nothing follows is closed with a reason and a day: nothing is asked for and counted after it."""

from datetime import timedelta

import pytest
from flask import Flask

from facilitation.plans.commands import ClosePlan
from facilitation.plans.parts import Closed
from facilitation.shapes.series import Counting
from tests.conftest import PASSWORD, Clock
from tests.workshop.checking_in import hand_over, link
from tests.workshop.followed import FINANCE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.followed import FollowedPlan, followed_by_id

WHY = "The agency was given another task."


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree)


def close(who: Visitor, desk: PlanDesk, **given: str):
    return who.send(f"{desk.page}/closing", "Close the plan", **{"reason": WHY, "day": TODAY.isoformat(), **given})


def seen(desk: PlanDesk) -> FollowedPlan:
    with desk.app.app_context(), store.reading() as db:
        (found,) = followed_by_id(db, [desk.id])
    return found


def test_a_closed_plan_asks_for_nothing_and_says_that_it_is_closed(desk: PlanDesk, editor: Visitor):
    assert "Enter figures" in editor.get(f"{desk.page}/follow-up").text
    assert "Closed on" in close(editor, desk).text
    assert desk.life.closed == Closed(TODAY, WHY)
    page = editor.get(f"{desk.page}/follow-up").text
    assert WHY in page
    assert "Enter figures" not in page
    assert "Nothing is due" in editor.get(f"{desk.page}/follow-up/enter").text


def test_lists_and_pages_say_that_it_is_closed_and_when_to_whoever_reads_it(
    tree: Tree, desk: PlanDesk, editor: Visitor
):
    above = tree.somebody("reader", "housing")
    for who in (editor, above):
        assert "Closed on" not in who.get("/plans").text
    close(editor, desk)
    for who in (editor, above):
        assert "Closed on 26 November 2026<" in who.get("/plans").text
        assert "Closed on 26 November 2026<" in who.get(desk.page).text
    assert WHY in above.get(desk.page).text


def test_programs_and_the_branch_are_told_that_it_is_closed(app: Flask, tree: Tree, desk: PlanDesk, editor: Visitor):
    followed(tree, "repairs", "plan-0002")
    program = Program(app, token_for(app, tree.ids["housing"], below=True))
    branch, reader = tree.page("housing") + "/branch", tree.somebody("reader", "housing")
    assert program.get(f"/plans/{desk.id}").get_json()["closed"] is None
    assert "Closed on" not in reader.get(branch).text
    close(editor, desk)
    [told] = [each for each in program.get("/plans").get_json()["plans"] if each["id"] == desk.id]
    assert told["closed"] == program.get(f"/plans/{desk.id}").get_json()["closed"] == TODAY.isoformat()
    assert "Closed on 26 November 2026" in reader.get(branch).text
    assert (
        "Homes: the plan was closed on 26\N{NO-BREAK SPACE}November 2026."
        in reader.get(f"{branch}/file.md?of=plan").text
    )


def test_the_branch_says_it_from_the_day_on_however_often_it_was_read_before(
    tree: Tree, desk: PlanDesk, editor: Visitor, clock: Clock
):
    followed(tree, "repairs", "plan-0002")
    branch, reader = tree.page("housing") + "/branch", tree.somebody("reader", "housing")
    close(editor, desk, day=(TODAY + timedelta(1)).isoformat())
    assert "Closed on" not in reader.get(branch).text
    clock.pass_by(days=1)
    reader.send("/sign-in", email="reader@housing.example", password=PASSWORD)
    assert "Closed on 27 November 2026" in reader.get(branch).text


def test_its_holders_are_not_asked_any_more(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal", FINANCE)
    path = link(editor, tree)
    assert "Nothing is due" not in visitor.get(path).text
    close(editor, desk)
    assert "Nothing is due" in visitor.get(path).text


def test_from_that_day_on_its_goals_are_counted_no_more(tree: Tree, desk: PlanDesk, editor: Visitor):
    page = tree.page("homes") + "/follow-up"
    assert "There are no goals to follow" not in editor.get(page).text
    close(editor, desk)
    assert "There are no goals to follow" in editor.get(page).text
    assert seen(desk).counts(TODAY - timedelta(1)), "what it was stays in what was counted then"
    assert not seen(desk).counts(TODAY)
    assert seen(desk).counting == Counting(closed=TODAY)


def test_until_the_day_it_is_followed_up_as_before(desk: PlanDesk, editor: Visitor):
    later = TODAY + timedelta(30)
    assert "It is to be closed on" in close(editor, desk, day=later.isoformat()).text
    assert seen(desk).asks(TODAY)
    assert not seen(desk).asks(later)


def test_it_is_opened_again_with_a_reason(desk: PlanDesk, editor: Visitor):
    close(editor, desk)
    assert editor.send(f"{desk.page}/closing", "Open the plan again", reason="").status_code == 400
    editor.send(f"{desk.page}/closing", "Open the plan again", reason="It goes on after all.")
    assert desk.life.closed is None
    assert "Enter figures" in editor.get(f"{desk.page}/follow-up").text


def test_it_is_closed_with_a_reason_and_on_a_day_on_which_it_was_approved(desk: PlanDesk, editor: Visitor):
    assert close(editor, desk, reason="").status_code == 400
    refused = close(editor, desk, day=(TODAY - timedelta(400)).isoformat())
    assert "The plan was not approved yet on that day." in refused.text
    assert desk.life.closed is None


def test_who_only_reads_closes_nothing_and_a_draft_is_not_closed(tree: Tree, desk: PlanDesk, facilitator: Visitor):
    assert tree.somebody("reader", "homes").get(f"{desk.page}/closing").status_code in (403, 404)
    draft = PlanDesk(tree.app, facilitator.account, id="plan-0009")
    assert "Close the plan" not in facilitator.get(f"{draft.page}/approval").text
    told = facilitator.client.get(f"{draft.page}/closing", follow_redirects=True)
    assert "Only a plan that was approved" in told.text
    assert not draft.ask(ClosePlan(TODAY, WHY)).ok


def test_the_trail_says_that_it_was_closed(administrator: Visitor, desk: PlanDesk, editor: Visitor):
    close(editor, desk)
    trail = administrator.get("/trail").text
    assert "closed a plan" in trail
    assert WHY not in trail
