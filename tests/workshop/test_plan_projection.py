"""Whatever anybody is granted of a plan: its rows say what its log says, and its log read again is the plan."""

import json
from collections.abc import Mapping
from itertools import count
from random import Random
from typing import Any

from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from sqlalchemy import delete, select

from facilitation.live import Asker
from facilitation.plans.commands import Command, PlacePlan
from tests.facilitation.plan_stories import EVERY_MOVE, STORY, around, moved
from tests.facilitation.plan_world import SOUND, drafted
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.access import PLAN_ROLES, may
from workshop.doctoring import rebuild
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store.tables import PlanFollowedRow, PlanOutlookRow, PlanRow

NUMBERS = count(1)
PLACES = {"": "", "org-1": "homes", "org-2": "repairs", "org-9": "housing"}
"""Of the stories, by what they are called in the tree."""
FEW = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@FEW
@given(story=STORY)
def test_whatever_was_granted_its_rows_and_its_log_read_again_are_the_plan(
    app: Flask, facilitator: Visitor, story: list[int]
):
    follows_from_its_log(app, begun(app, facilitator, story))


def test_so_it_is_after_a_long_life_with_approvals_and_figures(app: Flask, facilitator: Visitor):
    desk = begun(app, facilitator, granted(4))
    assert desk.life.published and desk.life.entered and len(desk.life.versions) > 2
    assert all(rows(desk))
    follows_from_its_log(app, desk)


def granted(seed: int, most: int = 46) -> list[int]:
    """A story of wishes that are all granted."""
    chance, desk, story = Random(seed), drafted(SOUND), list[int]()
    while len(story) < most:
        number, before = chance.randrange(2**32), desk.life.seq
        moved(desk, number)
        story += [number] if desk.life.seq > before else []
    return story


def begun(app: Flask, who: Visitor, story: list[int]) -> PlanDesk:
    return lived(PlanDesk(app, who.account, SOUND, f"plan-{next(NUMBERS):04}"), Tree(app), story)


def follows_from_its_log(app: Flask, desk: PlanDesk) -> None:
    kept, life = rows(desk), desk.life
    with app.app_context():
        rooms_of().forget(plan_log(desk.id))
    assert desk.life == life
    lose(desk)
    rebuild(app)
    assert rows(desk) == kept


def lived(desk: PlanDesk, tree: Tree, story: list[int]) -> PlanDesk:
    """Each wish through the door, from whoever the story says in the part that may; what is refused is passed over."""
    for number in story:
        chance, life = Random(number), desk.life
        asker, command = chance.choice(around(life)), chance.choice(EVERY_MOVE)(life, chance)
        part = next(each for each in PLAN_ROLES if may(each, type(command).__name__))
        desk.ask(of_the_tree(command, tree), Asker(asker.seat, part))
    return desk


def of_the_tree(command: Command, tree: Tree) -> Command:
    if not isinstance(command, PlacePlan):
        return command
    ids = {"": "", **tree.ids}
    return PlacePlan(ids[PLACES[command.organisation]], ids[PLACES[command.keyed_in]])


def rows(desk: PlanDesk) -> tuple[Mapping[str, Any] | None, Any, Any]:
    """What lists and questions across organisations read; 5 and 5.0 are one figure."""
    plan, followed, outlook = PlanRow.__table__, PlanFollowedRow.__table__, PlanOutlookRow.__table__
    with desk.app.app_context(), store.reading() as db:
        row = db.execute(select(plan).where(plan.c.id == desk.id)).mappings().one()
        body = db.scalar(select(followed.c.body).where(followed.c.plan == desk.id))
        seen = db.scalar(select(outlook.c.body).where(outlook.c.plan == desk.id))
    return dict(row), json.loads(body) if body else None, json.loads(seen) if seen else None


def lose(desk: PlanDesk) -> None:
    """All that follows from the log."""
    with desk.app.app_context(), store.writing() as db:
        db.execute(delete(PlanFollowedRow).where(PlanFollowedRow.plan == desk.id))
        db.execute(delete(PlanOutlookRow).where(PlanOutlookRow.plan == desk.id))
        row = db.get_one(PlanRow, desk.id)
        row.title = row.stage = row.version = row.published = row.period = "lost"
        row.head = 0
