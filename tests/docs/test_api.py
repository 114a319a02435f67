"""The page on the API: its tables are all there is, and its examples run on a place that is really served."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from facilitation.shapes import Milestone
from tests.docs.papers import in_code, paper
from tests.workshop.followed import ACTION, GOAL, PLAN, SHARE, followed
from tests.workshop.program import token_for
from tests.workshop.served import Place, served
from tests.workshop.test_plans_of_organisations import plan_of
from tests.workshop.tree import Tree
from workshop import create_app, store
from workshop.access import SCOPES, permissions
from workshop.api import RESOURCES
from workshop.api.commands import WISHES
from workshop.api.description import REASONS
from workshop.clock import wall_clock
from workshop.config import Settings, completed
from workshop.store import schema

PAGE = paper("docs/api.md")
OPERATIONS = [each for resource in RESOURCES for each in resource.operations]


def test_every_scope_is_on_the_page():
    assert [in_code(row[0])[0] for row in PAGE.table("scope")] == list(SCOPES)


def test_every_ask_is_on_the_page_with_the_scopes_that_the_table_asks_for():
    listed = {in_code(row[0])[0]: in_code(row[1]) for row in PAGE.table("ask")}
    assert listed == {f"{each.method} {each.path}": list(map(scope_of, each.rights)) for each in OPERATIONS}


def scope_of(action: str) -> str:
    granted = permissions().get(action, frozenset())
    return next(scope for scope in SCOPES if any(role.startswith(f"{scope}:") for role in granted))


def test_every_command_and_every_problem_is_on_the_page():
    assert set(WISHES) <= set(PAGE.spans)
    assert [int(row[0]) for row in PAGE.table("status")] == sorted(REASONS)


@pytest.fixture(scope="module")
def examples() -> dict[str, Any]:
    """The functions of the page, as a reader would copy them."""
    space: dict[str, Any] = {}
    exec(compile("\n".join(PAGE.examples), PAGE.name, "exec"), space)  # noqa: S102 (our own page)
    return space


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, str, str]]:
    """A place that is served, with an agency's plan; a token of the agency's, and the agency."""
    folder = tmp_path_factory.mktemp("served")
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    tree = Tree(app)
    plan_of(tree, "homes")
    acting = replace(ACTION, milestones=(Milestone({"en": "Tender out"}), Milestone({"en": "Contract signed"})))
    followed(tree, id="plan-0002", plan=replace(PLAN, goals=(replace(GOAL, actions=(acting,)),)))
    token = token_for(app, tree.ids["homes"], at=wall_clock())
    store.engine_of(app).dispose()
    with served(folder) as running:
        yield running, token, tree.ids["homes"]


def test_the_examples_do_what_the_page_says(place: tuple[Place, str, str], examples: dict[str, Any]):
    address, token = place[0].url, place[1]
    ids = {examples["begun"](address, token, "Plan of homes", "plan-of-homes") for _again in range(2)}
    assert len(ids) == 1
    assert {each["id"] for each in examples["every_plan"](address, token)} == {*ids, "plan-0001", "plan-0002"}
    metric = examples["ask"](address, token, "/plans/plan-0001/metrics")["metrics"][0]["id"]
    assert examples["rename_metric"](address, token, "plan-0001", metric, "Share with a target")
    found = examples["ask"](address, token, f"/plans/plan-0001/metrics/{metric}")
    assert found["name"]["en"] == "Share with a target"


def test_the_example_enters_a_figure_once(place: tuple[Place, str, str], examples: dict[str, Any]):
    address, token = place[0].url, place[1]
    first, again = (examples["entered"](address, token, "plan-0002", SHARE.id, 2025, 42) for _again in range(2))
    assert first == again
    assert len(examples["ask"](address, token, "/plans/plan-0002/readings")["readings"]) == 1


def test_the_example_tells_milestones_and_reads_which_are_left(place: tuple[Place, str, str], examples: dict[str, Any]):
    address, token = place[0].url, place[1]
    assert examples["reached"](address, token, "plan-0002", ACTION.id, ["Tender out"]) == ["Contract signed"]


def test_the_example_names_the_goals_that_lag(place: tuple[Place, str, str], examples: dict[str, Any]):
    address, token, homes = place[0].url, *place[1:]
    examples["entered"](address, token, "plan-0002", SHARE.id, 2025, 11)
    assert examples["behind"](address, token, homes) == [GOAL.to["en"]]


def test_the_example_sets_a_round_once(place: tuple[Place, str, str], examples: dict[str, Any]):
    address, token, homes = place[0].url, *place[1:]
    asked = (address, token, "Autumn", "2030-09-01", "2030-09-30")
    first, again = (examples["round_set"](*asked) for _again in range(2))
    assert first == again
    [found] = examples["ask"](address, token, "/rounds")["rounds"]
    assert (found["id"], found["organisation"], found["due"]) == (first, homes, "2030-09-30")


def test_the_example_takes_a_figure_back_once(place: tuple[Place, str, str], examples: dict[str, Any]):
    address, token = place[0].url, place[1]
    examples["entered"](address, token, "plan-0002", SHARE.id, 2024, 40)
    reading = examples["ask"](address, token, "/plans/plan-0002/readings")["readings"][-1]
    gone = {examples["taken_back"](address, token, "plan-0002", reading["id"], "Of another year") for _again in "ab"}
    assert len(gone) == 1
    assert examples["ask"](address, token, "/plans/plan-0002/readings")["readings"][-1]["withdrawn"]
