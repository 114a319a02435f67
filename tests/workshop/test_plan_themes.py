"""Every theme of the strategy is looked at in a plan, or left out with a reason that is read wherever the plan is."""

import re

from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_plan_pages import desk, first_goal
from tests.workshop.visitor import Visitor, forms

__all__ = ["desk"]


def test_every_theme_is_looked_at_or_left_out_with_a_reason(desk: PlanDesk, facilitator: Visitor):
    page = facilitator.get(f"{desk.page}/themes")
    form = next(each for each in forms(page) if each.fields.get("theme") == "2")
    facilitator.client.post(f"{desk.page}/themes", data={**form.fields, "reason": "Next year"})
    assert {each.about: each.reason for each in desk.life.plan.focus.left_out}["2"] == "Next year"


def test_what_was_left_out_is_read_with_its_reason_also_where_nothing_was_chosen(
    facilitator: Visitor, visitor: Visitor
):
    page = facilitator.send("/plans/new", "", title_en="Plan of the agency", period="2027–2029")
    plan = "/".join(page.request.path.split("/")[:3])
    form = next(each for each in forms(facilitator.get(f"{plan}/themes")) if each.fields.get("theme") == "2")
    facilitator.client.post(f"{plan}/themes", data={**form.fields, "reason": "Next year"})
    page = facilitator.send(f"{plan}/comments", "Open the round", deadline="2026-12-10")
    link = page.text.split("link-once")[1].split("/comment/")[1].split("<")[0]
    for told in (facilitator.get(plan).text, visitor.get(f"/comment/{link}").text):
        left_out = told.partition("What we left out knowingly")[2]
        assert "Developing procurement skills" in left_out and "Next year" in left_out
        assert "What we chose" not in told


def test_a_theme_is_looked_at_by_every_objective_of_a_goal_and_by_the_focus(desk: PlanDesk, facilitator: Visitor):
    desk.revise(first_goal(desk), "objectives", ["1.1", "7.1"], list(desk.life.plan.goals[0].objectives))
    open_still = [number for number, told in themes(facilitator, desk).items() if "Not looked at yet" in told]
    page = facilitator.get(desk.page).text
    (said,) = re.findall(r"Themes neither chosen nor left out with a reason: ([\d, ]+)\.", page)
    assert open_still == said.split(", ")
    assert "7" not in open_still


def themes(who: Visitor, desk: PlanDesk) -> dict[str, str]:
    """What is said of each theme on their page."""
    page = who.get(f"{desk.page}/themes").text.split('<li class="diff">')[1:]
    return {str(number): told for number, told in enumerate(page, 1)}
