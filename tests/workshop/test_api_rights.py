"""Action × scope × whose it is: what a token may at each address follows from the table of rights, and nothing else."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import TypeAlias

import pytest
from flask import Flask
from sqlalchemy import select

from facilitation.plans.commands import EnterFigure
from facilitation.shapes import Metric
from facilitation.shapes.followed import Period
from tests.conftest import NOON, Clock
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.test_plans_of_organisations import DRAFT, approve, plan_of
from tests.workshop.tree import Tree
from workshop import config, create_app, store
from workshop.access import SCOPES, permissions
from workshop.api import RESOURCES
from workshop.api.operation import Operation
from workshop.store.rounds import open_round
from workshop.store.tables import AccountRow

OPERATIONS = {each.name: each for resource in RESOURCES for each in resource.operations}
WHOSE = {"own": "homes", "below": "housing", "other": "traffic"}
"""Whose plan it is, seen from the token: whoever holds it is its own organisation, one above it, or another."""
HELD = [*((each,) for each in SCOPES), ("exports:read", "readings:read")]
"""Each scope alone, and those that are only of use together."""
CASES = list(product(OPERATIONS, HELD, WHOSE, (False, True)))
Held: TypeAlias = tuple[str, ...]
NEW = {"title": {"en": "Another plan"}}


class World:
    """A tree with a plan of the agency homes, approved once and being amended."""

    def __init__(self, app: Flask) -> None:
        self.app, self.tree = app, Tree(app)
        self.desk = plan_of(self.tree, "homes")
        approve(self.desk)
        self.round, self.reading = opened(app, self.tree), entered(self.desk)
        self.programs: dict[tuple[Held, str, bool], Program] = {}

    def program(self, scopes: Held, name: str, below: bool) -> Program:
        key = (scopes, name, below)
        if key not in self.programs:
            token = token_for(self.app, self.tree.ids[name], *scopes, below=below)
            self.programs[key] = Program(self.app, token)
        return self.programs[key]

    def address(self, operation: Operation) -> str:
        plan = self.desk.life.plan
        known = {
            "organisation": self.tree.ids["homes"],
            "pack": "toimi",
            "plan": self.desk.id,
            "goal": plan.goals[0].id,
            "metric": plan.goals[0].metrics[0].id,
            "number": "1.0",
            "format": "md",
            "round": self.round,
            "reading": self.reading,
            "of": "plan",
        }
        return operation.path.format_map(known)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("rights")
    (folder / "toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(config.Settings(instance=folder), Clock())
    app.testing = True
    yield World(app)
    store.engine_of(app).dispose()


def opened(app: Flask, tree: Tree) -> str:
    """A round of the agency's own."""
    with app.app_context(), store.writing() as db:
        by, day = db.scalars(select(AccountRow)).first(), NOON.date()
        assert by is not None
        return open_round(db, tree.ids["homes"], day, day, {"en": "Autumn"}, by, NOON).id


def entered(desk: PlanDesk) -> str:
    """A figure of two years ago."""
    metric, period = counted(desk), Period(date(2024, 1, 1), date(2024, 12, 31))
    figure = EnterFigure("figure-2024", metric.id, period, 1, None, None, "", "", "final", "", NOON.date())
    assert desk.ask(figure).ok
    return figure.figure


def counted(desk: PlanDesk) -> Metric:
    goal = (desk.life.published or desk.life).plan.goals[0]
    return next(each for each in goal.metrics if each.frequency == "yearly")


def granted(action: str, scopes: Held, whose: str, below: bool) -> bool:
    """By the table alone."""
    reaches = {"anywhere", *(("here", "below") if whose == "own" else ("below",) if whose == "below" and below else ())}
    return any(f"{scope}:{reach}" in permissions()[action] for scope, reach in product(scopes, reaches))


def sent(operation: Operation, desk: PlanDesk) -> object:
    """What is granted wherever the right is; the baseline that it has stays as it was."""
    goal = (desk.life.published or desk.life).plan.goals[0]
    metric = counted(desk)
    return {
        "begin_plan": NEW,
        "change_plan": {"type": "PutLineBack", "line": "never-there"},
        "enter_reading": {"metric": metric.id, "first": "2025-01-01", "last": "2025-12-31", "value": 1},
        "withdraw_reading": {"reason": "Of another year."},
        "tell_progress": {"action": goal.actions[0].id, "status": "done"},
        "give_baseline": {"metric": metric.id, "value": 1},
        "open_round": {"opens": "2027-01-01", "due": "2027-01-31"},
        "change_round": {"name": {"en": "Winter"}},
    }.get(operation.name)


@pytest.mark.parametrize(("name", "scopes", "whose", "below"), CASES)
def test_a_token_may_what_the_table_says_and_nothing_else(
    world: World, name: str, scopes: Held, whose: str, below: bool
):
    operation, program = OPERATIONS[name], world.program(scopes, WHOSE[whose], below)
    answer = program.ask(operation.method, world.address(operation), sent(operation, world.desk), {})
    asks_about_one = any(
        each.place == "path" and each.name in ("plan", "organisation", "round") for each in operation.parameters
    )
    about = whose if asks_about_one else "own"
    allowed = all(granted(each, scopes, about, below) for each in operation.rights)
    assert (answer.status_code not in (403, 404)) == allowed, answer.text
    assert DRAFT not in answer.text or granted("read_plan", scopes, whose, below)
