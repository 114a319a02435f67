"""Whatever anybody is granted of a plan: its rows say what its log says, and its log read again is the plan."""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from random import Random
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import delete, event, select

from facilitation.live import Asker
from facilitation.plans.commands import Command, DraftPlan, PlacePlan, TakeInOwn
from tests.facilitation import branch_desk
from tests.facilitation.plan_stories import EVERY_MOVE, STORY, Move, around, long_life
from tests.facilitation.plan_world import SOUND, Desk
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.access import PLAN_ROLES, may
from workshop.doctoring import rebuild
from workshop.perform import Outcome, plan_log
from workshop.room import rooms_of
from workshop.store.tables import PlanFigureRow, PlanFollowedRow, PlanOutlookRow, PlanRow

NUMBERS = count(1)
PLACES = {"": "", "org-1": "homes", "org-2": "repairs", "org-9": "housing", branch_desk.MINISTRY.id: "housing"}
"""Of the stories, by what they are called in the tree."""
STORIES = settings(
    max_examples=100 if os.environ.get("CI") else 8,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
"""Of each kind: a hundred of both cost half a minute of a processor."""


@pytest.fixture
def app(app: Flask) -> Flask:
    """Waits for no disk: no power is cut here, and most of a story's time would go into that."""
    event.listen(store.engine_of(app), "connect", lambda raw, _entry: raw.execute("PRAGMA synchronous=OFF"))
    return app


@STORIES
@given(story=STORY)
def test_whatever_was_granted_its_rows_and_its_log_read_again_are_the_plan(
    app: Flask, facilitator: Visitor, story: list[int]
):
    follows_from_its_log(app, begun(app, facilitator, story))


def test_so_it_is_after_a_long_life_with_approvals_and_figures(app: Flask, facilitator: Visitor):
    desk = relived(app, facilitator, long_life())
    assert desk.life.published and desk.life.entered and len(desk.life.versions) > 3
    assert all(rows(desk))
    follows_from_its_log(app, desk)


@STORIES
@given(story=STORY)
def test_so_it_is_of_a_branch_s_plan_whatever_is_decided_and_asked_for(
    app: Flask, facilitator: Visitor, story: list[int]
):
    follows_from_its_log(app, branch_begun(app, facilitator, story))


def test_so_it_is_of_a_branch_s_plan_after_a_round_decisions_and_an_approval(app: Flask, facilitator: Visitor):
    desk = relived(app, facilitator, branch_desk.lived())
    life = desk.life
    assert life.decisions and life.rests and life.published and life.asked
    follows_from_its_log(app, desk)


def relived(app: Flask, who: Visitor, known: Desk) -> PlanDesk:
    """What was granted there, asked for anew through the door; drafted by somebody who has an account."""
    desk, tree = PlanDesk.at(app, who.account, known.plan.id), Tree(app)
    for command, asker in known.granted:
        by = desk.fay if isinstance(command, DraftPlan) else asker
        assert asked(desk, of_the_tree(command, tree), by).ok
    return desk


def begun(app: Flask, who: Visitor, story: list[int]) -> PlanDesk:
    return lived(PlanDesk(app, who.account, SOUND, f"plan-{next(NUMBERS):04}"), Tree(app), story)


def branch_begun(app: Flask, who: Visitor, story: list[int]) -> PlanDesk:
    """A branch's plan with the ministry's own goals, to which happens what does to any plan and what to a branch's."""
    desk, tree = PlanDesk.at(app, who.account, f"plan-{next(NUMBERS):04}"), Tree(app)
    assert desk.ask(DraftPlan(replace(branch_desk.EMPTY, id=desk.id), (), tree.ids["housing"])).ok
    assert desk.ask(TakeInOwn(branch_desk.own())).ok
    assert desk.revise_plan("publicity", "public").ok
    assert desk.revise_plan("records_class", "02.04.01").ok
    return lived(desk, tree, story, (*branch_desk.MOVES * 4, *EVERY_MOVE))


def follows_from_its_log(app: Flask, desk: PlanDesk) -> None:
    kept, life = rows(desk), desk.life
    with app.app_context():
        rooms_of().forget(plan_log(desk.id))
    assert desk.life == life
    lose(desk)
    rebuild(app)
    assert rows(desk) == kept


def lived(desk: PlanDesk, tree: Tree, story: list[int], moves: Sequence[Move] = EVERY_MOVE) -> PlanDesk:
    """Each wish through the door, from whoever the story says in the part that may; what is refused is passed over."""
    for number in story:
        chance, life = Random(number), desk.life
        asker, command = chance.choice(around(life)), chance.choice(moves)(life, chance)
        asked(desk, of_the_tree(command, tree), asker)
    return desk


def asked(desk: PlanDesk, command: Command, asker: Asker) -> Outcome:
    part = next(each for each in PLAN_ROLES if may(each, type(command).__name__))
    return desk.ask(command, Asker(asker.seat, part))


def of_the_tree(command: Command, tree: Tree) -> Command:
    ids = {"": "", **tree.ids}
    match command:
        case PlacePlan(organisation, keyed_in):
            return PlacePlan(ids[PLACES[organisation]], ids[PLACES[keyed_in]])
        case DraftPlan():
            return replace(command, organisation=ids[PLACES[command.organisation]])
        case _:
            return command


def rows(desk: PlanDesk) -> tuple[Mapping[str, Any] | None, Any, Any, Mapping[str, Any]]:
    """What lists and questions across organisations read; 5 and 5.0 are one figure."""
    plan, followed, outlook = PlanRow.__table__, PlanFollowedRow.__table__, PlanOutlookRow.__table__
    with desk.app.app_context(), store.reading() as db:
        row = db.execute(select(plan).where(plan.c.id == desk.id)).mappings().one()
        body = db.scalar(select(followed.c.body).where(followed.c.plan == desk.id))
        seen = db.scalar(select(outlook.c.body).where(outlook.c.plan == desk.id))
        figures = db.scalars(select(PlanFigureRow).where(PlanFigureRow.plan == desk.id)).all()
    told = {each.place: json.loads(each.body) for each in figures}
    return dict(row), json.loads(body) if body else None, json.loads(seen) if seen else None, told


def lose(desk: PlanDesk) -> None:
    """All that follows from the log."""
    with desk.app.app_context(), store.writing() as db:
        db.execute(delete(PlanFollowedRow).where(PlanFollowedRow.plan == desk.id))
        db.execute(delete(PlanFigureRow).where(PlanFigureRow.plan == desk.id))
        db.execute(delete(PlanOutlookRow).where(PlanOutlookRow.plan == desk.id))
        row = db.get_one(PlanRow, desk.id)
        row.title = row.stage = row.version = row.published = row.period = "lost"
        row.head = 0
