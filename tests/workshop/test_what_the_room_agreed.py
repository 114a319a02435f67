"""A plan beside its workshop: what the room agreed, what the workshop says now, and what the desk made of it."""

import pytest
from flask import Flask

from facilitation.live.commands import ReviseCard, WithdrawCard
from tests.workshop.desk import Desk, set_up
from tests.workshop.drafted import FROM, TO, with_a_goal, with_goals_of
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor

AT_THE_DESK, IN_THE_ROOM = "Every agreement has two targets.", "Some agreements mention procurement."
CARD = "goal-00000001"


@pytest.fixture
def room(app: Flask, facilitator: Visitor) -> Desk:
    desk = Desk(app, set_up(facilitator))
    with_a_goal(desk)
    return desk


@pytest.fixture
def plan(app: Flask, facilitator: Visitor, room: Desk) -> PlanDesk:
    """Made of what the room agreed, and then both were edited: each another field."""
    page = facilitator.send(f"/w/{room.id}/draft", "Make this the plan")
    desk = PlanDesk.at(app, facilitator.account, page.request.path.split("/")[2])
    (goal,) = desk.life.plan.goals
    assert (goal.from_["en"], goal.to["en"]) == (FROM, TO)
    told = facilitator.send(f"{desk.page}/lines/{goal.id}", "Save", to_en=AT_THE_DESK)
    assert told.status_code == 200, told.text
    assert room.ask(ReviseCard(CARD, "from", IN_THE_ROOM, FROM, "en"), room.host).ok
    return desk


def differs(who: Visitor, plan: PlanDesk, before: str = "", after: str = "") -> str:
    chosen = f"?before={before}&after={after}" if before else ""
    return who.get(f"{plan.page}/versions{chosen}").text.partition('id="compare"')[2]


def test_what_the_desk_changed_stands_against_what_the_room_agreed(plan: PlanDesk, facilitator: Visitor):
    told = differs(facilitator, plan, "room", "now")
    assert "From “What the room agreed” to “As it is now”: one line differs." in " ".join(told.split())
    assert f"<del>{TO}</del>" in told
    assert f"<ins>{AT_THE_DESK}</ins>" in told
    assert IN_THE_ROOM not in told
    assert "<ins>" not in differs(facilitator, plan, "room", "0.1")


def test_that_is_compared_unless_something_else_is_chosen(plan: PlanDesk, facilitator: Visitor):
    assert f"<ins>{AT_THE_DESK}</ins>" in differs(facilitator, plan)
    assert f"<ins>{AT_THE_DESK}</ins>" in differs(facilitator, plan, "nowhere", "never")


def test_what_the_workshop_changed_since_stands_against_what_it_had_agreed(plan: PlanDesk, facilitator: Visitor):
    told = differs(facilitator, plan, "room", "workshop")
    assert f"<del>{FROM}</del>" in told
    assert f"<ins>{IN_THE_ROOM}</ins>" in told
    assert AT_THE_DESK not in told


def test_from_the_workshop_s_draft_as_it_is_now_both_changes_differ(plan: PlanDesk, facilitator: Visitor):
    told = differs(facilitator, plan, "workshop", "now")
    assert f"<del>{IN_THE_ROOM}</del>" in told
    assert f"<ins>{FROM}</ins>" in told
    assert f"<del>{TO}</del>" in told
    assert f"<ins>{AT_THE_DESK}</ins>" in told


def test_what_the_workshop_says_now_is_seen_and_never_merged(plan: PlanDesk, facilitator: Visitor):
    (goal,) = plan.life.plan.goals
    assert (goal.from_["en"], goal.to["en"]) == (FROM, AT_THE_DESK)


@pytest.fixture
def of_units(app: Flask, facilitator: Visitor) -> Desk:
    """Two units' goals from one room."""
    desk = Desk(app, set_up(facilitator))
    with_goals_of(desk, a="Housing Agency", b="Road Agency")
    return desk


def test_the_plan_of_a_room_that_drafted_for_several_units_stands_beside_all_its_drafts(
    of_units: Desk, facilitator: Visitor
):
    page = facilitator.send("/plans/new", "", begins="workshops", workshops=[of_units.id])
    plan = PlanDesk.at(of_units.app, facilitator.account, page.request.path.split("/")[2])
    assert len(plan.life.plan.goals) == 2
    told = differs(facilitator, plan, "room", "workshop")
    assert "Taken out" not in told
    of_units.ask(WithdrawCard("goal-of-b"), of_units.host)
    told = differs(facilitator, plan, "room", "workshop")
    assert told.count("Taken out") == 1 and "Road Agency" in told


def test_the_plan_of_one_of_its_units_stands_beside_that_unit_s_draft(of_units: Desk, facilitator: Visitor):
    page = facilitator.send(f"/w/{of_units.id}/draft?draft=1", "Make this the plan")
    plan = PlanDesk.at(of_units.app, facilitator.account, page.request.path.split("/")[2])
    facilitator.send(f"{plan.page}/lines/{plan.id}", "Save", organisation="Roads and Waterways")
    assert "Nothing differs" in differs(facilitator, plan, "room", "workshop")


def test_a_plan_that_came_from_no_workshop_says_nothing_of_a_room(facilitator: Visitor):
    page = facilitator.send("/plans/new", "", title_en="Plan of the agency", period="2027–2029")
    told = facilitator.get(f"/plans/{page.request.path.split('/')[2]}/versions").text
    assert "As it began" in told
    assert "What the room agreed" not in told
    assert "The workshop’s draft as it is now" not in told
