"""A government of plans as long as one likes, whoever reads all of it, and its pages."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from pathlib import Path

from flask import Flask

from facilitation.plans.commands import EnterFigure
from facilitation.shapes import Goal, Plan
from facilitation.shapes.followed import period_of
from tests.conftest import NOON, Clock
from tests.workshop.followed import ACTION, GOAL, PLAN, SHARE
from tests.workshop.government import Government
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import NEXT_YEAR, TODAY
from workshop import create_app, store
from workshop.config import Settings
from workshop.store.holders import hand_over
from workshop.store.rounds import open_round
from workshop.store.tables import AccountRow


def looked_over(government: Government) -> Government:
    """Its plan is approved too, and whoever puts it together steers, edits for a ministry and a unit, and asks."""
    head = government.start().settled().group.account
    for role, place in (("steering", "government"), ("editor", "housing"), ("editor", "homes")):
        government.give(head, role, place)
    days = {"opens": f"{TODAY}", "due": f"{NEXT_YEAR}"}
    for place in ("homes", "housing", "government"):
        told = government.group.send(f"{government.page(place)}/rounds", "Set the round", **days)
        assert "The round is set" in told.text
    return government


def another(folder: Path, clock: Clock, database: Path) -> Flask:
    folder.mkdir()
    folder.joinpath("toimi.db").write_bytes(database.read_bytes())
    return create_app(Settings(instance=folder), clock)


def lived(app: Flask, much: int) -> Government:
    """A government whose units have so many goals, metrics of each, figures of those, holders and rounds."""
    plan = plan_of(much)
    government = looked_over(Government(app, plan))
    roles = [metric.owner for goal in plan.goals for metric in goal.metrics]
    with app.app_context(), store.writing() as db:
        by = db.get_one(AccountRow, government.group.account)
        for unit, role in product(("homes", "repairs"), roles):
            hand_over(db, government.ids[unit], role, "holder", (role, f"{role}@{unit}.example"), TODAY, by, NOON)
        for place, before in product(("homes", "housing", "government"), range(1, much + 1)):
            day = TODAY - timedelta(days=30 * before)
            open_round(db, government.ids[place], day, day + timedelta(days=9), {"en": f"{day}"}, by, NOON)
    for desk in (government.homes, government.repairs):
        told(desk, plan, much)
    return government


def plan_of(much: int) -> Plan:
    return replace(PLAN, goals=tuple(goal_of(number, much) for number in range(much)))


def goal_of(number: int, much: int) -> Goal:
    """The first is the one that tests of branches decide on."""
    id = GOAL.id if not number else f"goal-{number}"
    metrics = (
        replace(SHARE, id=f"{id}-metric-{n}", frequency="monthly", owner=f"head-{number}-{n}") for n in range(much)
    )
    actions = (replace(ACTION, id=f"{id}-action-{n}") for n in range(much))
    return replace(GOAL, id=id, to={"en": f"Goal {number}"}, metrics=tuple(metrics), actions=tuple(actions))


def told(desk: PlanDesk, plan: Plan, much: int) -> None:
    for goal in plan.goals:
        for metric, month in product(goal.metrics, range(1, much + 1)):
            period, id = period_of("monthly", date(2026, month, 1)), f"{metric.id}-{month}"
            figure = EnterFigure(id, metric.id, period, 5.0, None, None, "", "", "final", "", TODAY)
            assert desk.ask(figure).ok


def without_ids(path: str, government: Government) -> str:
    known = {id: name for name, id in government.ids.items()} | {
        government.plan.id: "housing",
        government.desk.id: "all",
    }
    for id, name in known.items():
        path = path.replace(id, name)
    return path


def pages(government: Government) -> Sequence[str]:
    branch, above, unit = government.page("housing"), government.above, government.page("homes")
    return (
        branch,
        f"{branch}/branch",
        f"{branch}/branch/goals",
        government.look("homes", "repairs"),
        f"{branch}/branch/files",
        f"{branch}/branch/round",
        f"{branch}/follow-up",
        f"{branch}/rounds",
        f"{branch}/holders",
        f"{branch}/holders/all",
        f"{branch}/own",
        government.housing.page,
        f"{government.housing.page}/follow-up",
        above,
        f"{above}/follow-up",
        f"{above}/branches",
        f"{above}/branch/goals",
        f"{above}/branch/round",
        f"{above}/rounds",
        government.desk.page,
        f"{government.desk.page}/follow-up",
        unit,
        f"{unit}/follow-up",
        f"{unit}/rounds",
        f"{unit}/holders",
        f"{unit}/holders/all",
        government.homes.page,
        f"{government.homes.page}/follow-up",
        "/follow-up",
        "/plans",
        "/organisations",
    )
