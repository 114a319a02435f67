"""A second, tiny method runs a whole workshop: nothing in the method knows what TOIMI is about."""

from pathlib import Path

import pytest

from facilitation import packs
from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.live.events import Asked
from facilitation.plans.draft import drafts
from facilitation.report import english, report
from facilitation.steps.kind import Step
from facilitation.view import view
from tests.facilitation.world import FAY, SYSTEM, Room, seats

TINY = packs.parse(Path(__file__).with_name("packs").joinpath("tiny.json").read_text("utf-8"))
READERS = seats(6)


def steps() -> tuple[Step, ...]:
    (evening,) = TINY.agendas
    return tuple(
        Step(f"step-{place:04}", plan.kind, plan.title, plan.task, plan.minutes, plan.pinned, plan.options)
        for place, plan in enumerate(evening.steps)
    )


def statements() -> tuple[Asked, ...]:
    themes = {objective.id: objective.theme for objective in TINY.strategy.objectives}
    return tuple(Asked(each.id, themes[each.objective], each.short_form) for each in TINY.statements)


def an_evening() -> Room:
    """Six readers from the first word to the review, by the pack's own agenda."""
    packs.shelve(TINY)
    room = Room().do(c.SetUp({"en": "Our library"}, "Town library", TINY.key, TINY.version), SYSTEM)
    room.do(c.SetAgenda(steps(), statements()), SYSTEM).do(c.Join(FAY.seat, role="host"), FAY)
    for reader in READERS:
        room.do(c.Join(reader.seat, organisation="Town", role_group="readers"), reader)
    room.do(c.FormGroups("random", 6, "seed")).do(c.NameDecider(READERS[0].seat))
    welcome, state, ideas, vote, goals, metrics, actions, review = (step.id for step in steps())
    room.open(welcome).open(state)
    for number, reader in enumerate(READERS):
        room.do(c.GiveMark(state, "s1", 1 + number % 2), reader).do(c.GiveMark(state, "s3", 4), reader)
        room.do(c.Pick(state, ("s1",)), reader)
    room.reveal(state).do(c.AgreeLevel(state, "s1", 2, 4, "Schools are few"), READERS[0]).open(ideas)
    for number, reader in enumerate(READERS):
        room.do(c.AddCard(f"idea-{number:04}", ideas, {"text": f"Idea {number}"}, "en"), reader)
    room.reveal(ideas).do(c.AddCard("clus-0001", ideas, {"name": "Schools"}, "en", kind="cluster"), READERS[0])
    room.do(c.PlaceCards(("idea-0000", "idea-0001"), "clus-0001"), READERS[0]).open(vote)
    for reader in READERS:
        room.do(c.GiveDots(vote, "clus-0001", 2), reader)
    room.reveal(vote).do(c.Decide("decision-1", vote, "Schools first", ("clus-0001",)), READERS[0]).open(goals)
    goal = {"from": "Some classes visit", "to": "Every class visits each term", "objectives": ["1.1"]}
    room.do(c.AddCard("goal-0001", goals, {**goal, "built_on": "clus-0001"}, "en"), READERS[1]).open(metrics)
    room.do(c.SetOption(metrics, "sharpen", True))
    metric = {"goal": "goal-0001", "library": "R2", "name": "Classes that visit", "unit": "%", "direction": "more"}
    room.do(c.AddCard("metr-0001", metrics, metric, "en"), READERS[2]).open(actions)
    action = {"goal": "goal-0001", "what": "Invite the classes", "responsible": "Librarian"}
    room.do(c.AddCard("actn-0001", actions, action, "en"), READERS[3]).open(review)
    for reader in READERS:
        room.do(c.GiveConfidence(review, 4), reader)
    return room.reveal(review)


def test_a_tiny_method_leaves_a_whole_plan():
    (plan,) = drafts(an_evening().state, TINY)
    (goal,) = plan.goals
    assert goal.to == {"en": "Every class visits each term"}
    assert (goal.level_now, goal.level_target, goal.theme) == (2, 4, "1")
    assert goal.evidence.dots == 12
    (metric,) = goal.metrics
    assert metric.source["en"] == "visitor book"
    assert [action.responsible for action in goal.actions] == ["Librarian"]
    assert plan.confidence and plan.confidence.median == 4
    assert [choice.text["en"] for choice in plan.focus.chosen] == ["Schools"]


def test_its_screen_and_its_report_speak_of_reading_only():
    room = an_evening()
    (plan,) = drafts(room.state, TINY)
    shown = repr(view(room.state, {}, "screen")) + repr(report(plan, "en", english, TINY))
    assert "draft" in view(room.state, {}, "screen")
    assert "Every class visits each term" in shown
    assert "procure" not in shown.casefold()


def test_its_short_form_asks_only_its_short_statements():
    state = steps()[1].id
    room = an_evening().open(state)
    assert (room.panel("room", f"step:{state}") or {})["statements"] == ["s1", "s3"]
    assert room.refusal(c.GiveMark(state, "s2", 3), Asker(READERS[0].seat)) == "not_asked"


def test_a_pack_on_the_shelf_is_found_and_a_shipped_one_is_never_replaced():
    packs.shelve(TINY)
    assert packs.load("tiny") is TINY
    with pytest.raises(packs.PackError):
        packs.shelve(packs.load("toimi"))
    with pytest.raises(packs.PackError):
        packs.load("nowhere")
