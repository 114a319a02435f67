"""What a plan begins from at the desk: nothing, workshops, another plan, a file."""

from dataclasses import replace
from io import BytesIO

import pytest
from flask import Flask

from facilitation.live.commands import AddCard, AddGroup, OpenStep, PutInGroup, Reveal
from facilitation.shapes import Goal
from facilitation.view.as_data import as_data, as_text
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.desk import NEW, Desk, set_up
from tests.workshop.filled import filled
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_plan_pages import desk
from tests.workshop.visitor import Visitor

__all__ = ["desk"]
ELSEWHERE = {"id", "status", "version", "approver", "approved_on", "record_number"}
"""Which plan it is and what was decided on it is said where it is."""


def test_a_plan_begins_empty_with_a_title(facilitator: Visitor):
    page = facilitator.send("/plans/new", "", title_en="Plan of the agency", period="2027–2029")
    assert "The plan has begun" in page.text
    assert "Plan of the agency" in facilitator.get("/plans").text


def test_a_plan_without_a_title_is_asked_for_one(facilitator: Visitor):
    page = facilitator.send("/plans/new", "", organisation="Agency")
    assert page.status_code == 400
    assert "Give it a title" in page.text


def test_a_draft_becomes_the_plan_once_however_often_the_button_is_pressed(app: Flask, facilitator: Visitor):
    workshop = set_up(facilitator)
    path = f"/w/{workshop}/draft"
    form = facilitator.form(path, "Make this the plan")
    pages = [facilitator.client.post(form.action, data=form.fields, follow_redirects=True) for _ in range(2)]
    assert pages[0].request.path == pages[1].request.path
    assert facilitator.get("/plans").text.count('class="shop shop--plan"') == 1
    assert Desk(app, workshop).state.seq


def test_the_form_of_a_plan_filled_in_otherwise_begins_another(facilitator: Visitor):
    form = facilitator.form("/plans/new", fields={"title_en": ""})
    for title in ("Plan of the agency", "Plan of the ministry", "Plan of the ministry"):
        page = facilitator.client.post("/plans/new", data=form.fields | {"title_en": title}, follow_redirects=True)
        assert title in page.text
    assert facilitator.get("/plans").text.count('class="shop shop--plan"') == 2


def test_a_plan_begins_from_a_file_and_nothing_that_it_says_of_approval_counts(facilitator: Visitor):
    file = (BytesIO(as_text(sample()).encode()), "plan.json")
    page = facilitator.send("/plans/new", "", begins="file", file=file)
    assert sample().title["en"] in page.text
    assert "Draft" in page.text
    page = facilitator.send("/plans/new", "", begins="file", file=(BytesIO(b"{}"), "plan.json"))
    assert page.status_code == 400


def test_a_plan_that_begins_from_a_file_has_everything_but_what_was_decided_on_it_elsewhere(facilitator: Visitor):
    """It has something in every field."""
    goals = tuple(map(linked, filled().goals))
    told = replace(filled(), pack="toimi", kind="unit", languages=("fi", "sv"), goals=goals)
    page = facilitator.send("/plans/new", "", begins="file", file=(BytesIO(as_text(told).encode()), "plan.json"))
    begun = facilitator.get(f"{page.request.path}/plan.json").get_json()
    assert {name for name, value in as_data(told).items() if begun.get(name) != value} == ELSEWHERE


def linked(goal: Goal) -> Goal:
    """What stands under a goal says that it does."""
    metrics = tuple(replace(each, goals=(goal.id,)) for each in goal.metrics)
    return replace(goal, metrics=metrics, actions=tuple(replace(each, goal=goal.id) for each in goal.actions))


@pytest.mark.parametrize(
    ("where", "field", "more"), [("/plans/new", "file", {"begins": "file"}), ("/workshops/new", "plan", NEW)]
)
def test_a_file_that_is_larger_than_what_pages_otherwise_take_is_read(
    facilitator: Visitor, where: str, field: str, more: dict[str, str]
):
    goal = replace(sample().goals[0], metrics=(), actions=())
    many = replace(sample(), goals=tuple(replace(goal, id=f"goal-{n:04}") for n in range(200)))
    file = as_text(many).encode()
    assert len(file) > facilitator.client.application.config["MAX_CONTENT_LENGTH"]
    told = facilitator.send(where, "", **more, **{field: (BytesIO(file), "plan.json")})
    assert told.status_code == 200


def test_nobody_who_is_not_signed_in_sends_as_much(visitor: Visitor):
    file = (BytesIO(b" " * 300_000), "plan.json")
    assert visitor.client.post("/plans/new", data={"file": file}).status_code == 413


def test_a_plan_begins_from_two_workshops(facilitator: Visitor):
    both = [set_up(facilitator, title_en=title) for title in ("Spring", "Autumn")]
    page = facilitator.send("/plans/new", "", begins="workshops", workshops=both, title_en="The year’s plan")
    assert "The year’s plan" in page.text
    assert sorted(facilitator.get(f"{page.request.path}/plan.json").get_json()["workshops"]) == sorted(both)
    page = facilitator.send("/plans/new", "", begins="workshops")
    assert "Choose at least one workshop." in page.text


def test_workshops_by_different_methods_make_no_plan_together(facilitator: Visitor):
    both = [set_up(facilitator), set_up(facilitator, agenda="city/ninety_minutes")]
    page = facilitator.send("/plans/new", "", begins="workshops", workshops=both, title_en="The year’s plan")
    assert page.status_code == 400
    assert "These workshops are by different methods: " in page.text


def test_every_line_of_two_workshops_is_told_from_its_own_room(app: Flask, facilitator: Visitor):
    both = [worked(Desk(app, set_up(facilitator, title_en=title)), title) for title in ("Spring", "Autumn")]
    page = facilitator.send("/plans/new", "", begins="workshops", workshops=both, title_en="The year’s plan")
    for title in ("Spring", "Autumn"):
        assert f"From group A {title}, built on “Idea of {title}”, brought along from “{title}”" in page.text
    assert "From several workshops: " in page.text
    begun = facilitator.get(f"{page.request.path}/plan.json").get_json()
    assert (begun["people"], begun["gathering"]["people"], begun["gathering"]["groups"]) == (2, 2, 2)


def worked(desk: Desk, title: str) -> str:
    """A group of one has made a goal of its idea."""
    goals, ideas, seat, group = desk.step("goals"), desk.step("ideas"), desk.seat("ada"), f"group-{title}"
    answers = {"to": f"Goal of {title}", "built_on": f"idea-of-{title}"}
    for command, asker in (
        (AddGroup(group, title), desk.host),
        (PutInGroup(seat.seat, group), desk.host),
        (OpenStep(ideas, ""), desk.host),
        (AddCard(f"idea-of-{title}", ideas, {"text": f"Idea of {title}"}, "en"), seat),
        (Reveal(ideas, ideas), desk.host),
        (OpenStep(goals, ideas), desk.host),
        (AddCard(f"goal-of-{title}", goals, answers, "en", group=group), seat),
        (Reveal(goals, goals), desk.host),
    ):
        outcome = desk.ask(command, asker)
        assert outcome.ok, (command, outcome)
    return desk.id


def test_a_plan_begins_from_another_one(facilitator: Visitor, desk: PlanDesk):
    page = facilitator.send("/plans/new", "", begins="plan", plan=desk.id, title_en="The next plan", period="2030–2032")
    assert "The next plan" in page.text
    assert sample().goals[0].to["en"] in page.text
