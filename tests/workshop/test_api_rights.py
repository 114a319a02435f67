"""Action × scope × whose it is: what a token may at each address follows from the table of rights, and nothing else."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

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
CASES = list(product(OPERATIONS, SCOPES, WHOSE, (False, True)))
NEW = {"title": {"en": "Another plan"}}


class World:
    """A tree with a plan of the agency homes, approved once and being amended."""

    def __init__(self, app: Flask) -> None:
        self.app, self.tree = app, Tree(app)
        self.desk = plan_of(self.tree, "homes")
        approve(self.desk)
        self.round = opened(app, self.tree)
        self.programs: dict[tuple[str, str, bool], Program] = {}

    def program(self, scope: str, name: str, below: bool) -> Program:
        key = (scope, name, below)
        if key not in self.programs:
            token = token_for(self.app, self.tree.ids[name], scope, below=below)
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


def granted(action: str, scope: str, whose: str, below: bool) -> bool:
    """By the table alone."""
    reaches = {"anywhere", *(("here", "below") if whose == "own" else ("below",) if whose == "below" and below else ())}
    return not action or any(f"{scope}:{reach}" in permissions()[action] for reach in reaches)


def sent(operation: Operation, desk: PlanDesk) -> object:
    """What is granted wherever the right is; the baseline that it has stays as it was."""
    goal = (desk.life.published or desk.life).plan.goals[0]
    metric = next(each for each in goal.metrics if each.frequency == "yearly")
    return {
        "begin_plan": NEW,
        "change_plan": {"type": "PutLineBack", "line": "never-there"},
        "enter_reading": {"metric": metric.id, "first": "2025-01-01", "last": "2025-12-31", "value": 1},
        "tell_progress": {"action": goal.actions[0].id, "status": "done"},
        "give_baseline": {"metric": metric.id, "value": 1},
    }.get(operation.name)


@pytest.mark.parametrize(("name", "scope", "whose", "below"), CASES)
def test_a_token_may_what_the_table_says_and_nothing_else(world: World, name: str, scope: str, whose: str, below: bool):
    operation, program = OPERATIONS[name], world.program(scope, WHOSE[whose], below)
    answer = program.ask(operation.method, world.address(operation), sent(operation, world.desk), {})
    asks_about_one = any(
        each.place == "path" and each.name in ("plan", "organisation", "round") for each in operation.parameters
    )
    allowed = granted(operation.action, scope, whose if asks_about_one else "own", below)
    assert (answer.status_code not in (403, 404)) == allowed, answer.text
    assert DRAFT not in answer.text or granted("read_plan", scope, whose, below)
