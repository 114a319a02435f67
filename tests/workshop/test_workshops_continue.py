"""A workshop goes on from another, or from a plan's file, and names what stays behind."""

import json
from io import BytesIO

import pytest
from flask import Flask

from facilitation.live.commands import (
    AddCard,
    AgreeLevel,
    Asker,
    Decide,
    FormGroups,
    Join,
    OpenStep,
    Reveal,
)
from tests.conftest import signed_in
from tests.workshop.desk import NEW, TITLE, Desk, set_up
from tests.workshop.set_up import workshops
from tests.workshop.visitor import Visitor
from workshop.store import accounts
from workshop.store.people import people_of

# -- Continuing -----------------------------------------------------------------------------------------------------


def lived_through(desk: Desk) -> None:
    """Ada's group has written a goal that everybody saw; a level is agreed."""
    ada = desk.seat("ada")
    with desk.app.app_context():
        people_of().take_name(desk.id, ada.seat, "Ada")
    desk.ask(FormGroups("random"), desk.host)
    state, goals = desk.step("current_state"), desk.step("goals")
    desk.ask(OpenStep(state), desk.host)
    desk.ask(AgreeLevel(state, "s1.1", 2, 4, "So it is."), desk.host)
    desk.ask(OpenStep(goals, state), desk.host)
    answers = {"from": "None.", "to": "Every one.", "objectives": ["1.1"]}
    desk.ask(AddCard("goal-00000001", goals, answers, "en", group=desk.state.group_of(ada.seat)), ada)
    desk.ask(OpenStep(desk.step("metrics"), goals), desk.host)


def test_people_levels_and_goals_come_along_with_their_source(desk: Desk, app: Flask, facilitator: Visitor):
    lived_through(desk)
    after = Desk(app, set_up(facilitator, title_en="The next one", continues=desk.id))
    assert [seat.id for seat in after.state.people] == ["seat-ada-0000"]
    with app.app_context():
        assert people_of().of(after.id)["seat-ada-0000"].name == "Ada"
    [goal] = after.state.cards_in("goal")
    assert goal.source == TITLE
    agreed = after.state.work[after.step("current_state")].agreed["s1.1"]
    assert (agreed.level, agreed.target, agreed.source) == (2, 4, TITLE)
    assert len(after.state.groups) == 1


def test_groups_may_stay_behind(desk: Desk, app: Flask, facilitator: Visitor):
    lived_through(desk)
    after = Desk(app, set_up(facilitator, title_en="The next one", continues=desk.id, groups=""))
    assert not after.state.groups
    assert len(after.state.people) == 1
    assert len(after.state.cards_in("goal")) == 1


def test_nobody_continues_from_the_workshop_of_another(desk: Desk, app: Flask):
    ben = signed_in(app, "ben@example.fi", "Ben", accounts.FACILITATOR)
    form = ben.form("/workshops/new", fields=NEW)
    filled = {name: value for name, value in (form.fields | NEW).items() if value != ""}
    assert ben.client.post("/workshops/new", data=filled | {"continues": desk.id}).status_code == 400
    assert workshops(app) == 1


def plan_of(desk: Desk, fay: Visitor) -> bytes:
    """The draft as data, as its facilitator downloads it."""
    return fay.get(f"/w/{desk.id}/draft.json").data


def test_a_workshop_continues_from_a_plans_file(desk: Desk, app: Flask, facilitator: Visitor):
    lived_through(desk)
    file = (BytesIO(plan_of(desk, facilitator)), "plan.json")
    after = Desk(app, set_up(facilitator, title_en="The next one", plan=file))
    [goal] = after.state.cards_in("goal")
    assert goal.source == TITLE
    assert after.state.work[after.step("current_state")].agreed["s1.1"].target == 4
    assert not after.state.people


def first_of_three(desk: Desk) -> None:
    """A level is agreed, and an idea chosen."""
    ada = desk.seat("ada")
    state, ideas, vote = desk.step("current_state"), desk.step("ideas"), desk.step("vote")
    desk.ask(FormGroups("random"), desk.host)
    desk.ask(OpenStep(state), desk.host)
    desk.ask(AgreeLevel(state, "s1.1", 2, 4, "So it is."), desk.host)
    desk.ask(OpenStep(ideas, state), desk.host)
    desk.ask(AddCard("idea-00000001", ideas, {"text": "Plan ahead"}, "en"), ada)
    desk.ask(Reveal(ideas, ideas), desk.host)
    assert desk.ask(Decide("decision-01", vote, "", ("idea-00000001",), "It matters"), desk.host).ok


def second_of_three(desk: Desk) -> None:
    """A goal is built on the idea."""
    goals, ada = desk.step("goals"), Asker("seat-ada-0000")
    answers = {"from": "None.", "to": "Every one.", "objectives": ["1.1"], "built_on": "idea-00000001"}
    desk.ask(OpenStep(goals), desk.host)
    assert desk.ask(AddCard("goal-00000001", goals, answers, "en"), ada).ok
    desk.ask(OpenStep(desk.step("review"), goals), desk.host)


def third_of_three(desk: Desk) -> None:
    """A metric is bound to the goal."""
    metrics, ada = desk.step("metrics"), Asker("seat-ada-0000")
    answers = {"goal": "goal-00000001", "name": "Planned purchases", "unit": "%"}
    desk.ask(OpenStep(metrics), desk.host)
    assert desk.ask(AddCard("metr-00000001", metrics, answers, "en", group=next(iter(desk.state.groups))), ada).ok
    desk.ask(OpenStep(desk.step("review"), metrics), desk.host)


def holds_all_three(page: str) -> bool:
    """With the source of the level and the focus, of the goal, and what was bound to it."""
    words = ("Plan ahead", "Every one.", "Planned purchases", "brought along from “Second”")
    return all(each in page for each in words) and page.count("Brought along from “First”") == 2


def test_the_three_workshops_of_three_hours_lead_to_one_draft(app: Flask, facilitator: Visitor):
    first = Desk(app, set_up(facilitator, title_en="First", agenda="toimi/current_state"))
    first_of_three(first)
    second = Desk(app, set_up(facilitator, title_en="Second", agenda="toimi/goals", continues=first.id))
    second_of_three(second)
    third = Desk(app, set_up(facilitator, title_en="Third", agenda="toimi/actions_metrics", continues=second.id))
    third_of_three(third)
    draft = json.loads(plan_of(third, facilitator))
    assert [(row["statement"], row["agreed"], row["target"]) for row in draft["current_state"]] == [("s1.1", 2, 4)]
    assert {goal["evidence"]["workshop"] for goal in draft["goals"]} == {"Second"}
    assert [choice["evidence"]["workshop"] for choice in draft["focus"]["chosen"]] == ["First"]
    assert [metric["id"] for metric in draft["goals"][0]["metrics"]] == ["metr-00000001"]
    assert holds_all_three(facilitator.get(f"/w/{third.id}/draft").text)


def test_the_third_workshop_continues_from_a_plans_file(desk: Desk, app: Flask, facilitator: Visitor):
    lived_through(desk)
    file = (BytesIO(plan_of(desk, facilitator)), "plan.json")
    third = Desk(app, set_up(facilitator, title_en="Third", agenda="toimi/actions_metrics", plan=file))
    assert third.state.cards["goal-00000001"].step == ""
    assert third.state.levels["s1.1"].source == TITLE
    assert "Every one." in facilitator.get(f"/w/{third.id}/draft").text


def test_what_stays_behind_is_named_with_its_reason_and_what_to_do(desk: Desk, facilitator: Visitor):
    lived_through(desk)
    plan = plan_of(desk, facilitator).replace(b'"s1.1"', b'"s99.9"')
    page = facilitator.send("/workshops/new", "", **NEW, continues=desk.id, plan=(BytesIO(plan), "plan.json")).text
    assert f"4 things came along from “{TITLE}”." in page, "Ada, her group, the level and the goal"
    assert "2 things stayed behind: 1 agreed level (the method has no such statement); “Every one.” (" in page
    assert f"They are still in “{TITLE}”; enter them by hand where needed." in page


def test_nothing_is_said_of_staying_behind_where_all_came(desk: Desk, facilitator: Visitor):
    lived_through(desk)
    page = facilitator.send("/workshops/new", "", **NEW, continues=desk.id).text
    assert "came along from" in page
    assert "stayed behind" not in page


@pytest.mark.parametrize("file", [b"", b"[1,2", b"\xff\xfe", b'{"goals": [1]}', b'{"id": "x", "goals": [{"id": 3}]}'])
def test_a_file_that_is_no_plan_is_told_at_its_field_and_makes_no_workshop(
    file: bytes, app: Flask, facilitator: Visitor
):
    before = workshops(app)
    page = facilitator.send("/workshops/new", **NEW, plan=(BytesIO(file or b" "), "plan.json"))
    assert page.status_code == 400
    assert "not a plan that was downloaded" in page.text
    assert workshops(app) == before


def test_whoever_came_along_takes_their_own_seat_again(desk: Desk, app: Flask, facilitator: Visitor):
    ada = Visitor(app)
    ada.send(f"/j/{desk.row.code}", name="Ada", organisation="Ministry")
    [seat] = [seat.id for seat in desk.state.people]
    after = Desk(app, set_up(facilitator, title_en="The next one", continues=desk.id))
    page = ada.get(f"/j/{after.row.code}")
    assert "You took part in the workshop before this one as Ada." in page.text
    ada.send(f"/j/{after.row.code}", button="Take my seat again")
    assert ada.get(f"/w/{after.id}").request.path == f"/w/{after.id}"
    assert [each.id for each in after.state.people] == [seat]


def test_somebody_new_is_not_offered_the_seat_of_another(desk: Desk, app: Flask, facilitator: Visitor):
    desk.seat("ada")
    after = Desk(app, set_up(facilitator, title_en="The next one", continues=desk.id))
    assert "Take my seat again" not in Visitor(app).get(f"/j/{after.row.code}").text


def test_a_seat_of_the_same_name_in_somebody_elses_workshop_opens_nothing(desk: Desk, app: Flask, facilitator: Visitor):
    ben = signed_in(app, "ben@example.fi", "Ben", accounts.FACILITATOR)
    theirs = Desk(app, set_up(ben))
    ada = Visitor(app)
    ada.send(f"/j/{theirs.row.code}", name="Ada", organisation="Ministry")
    [seat] = [seat.id for seat in theirs.state.people]
    assert desk.ask(Join(seat, "en"), Asker(seat)).ok
    assert "Take my seat again" not in ada.get(f"/j/{desk.row.code}").text
