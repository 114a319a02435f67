"""The page on the API: its tables are all there is, and its examples run on a place that is really served."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.docs.papers import in_code, paper
from tests.workshop.followed import SHARE, followed
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


def test_every_ask_is_on_the_page_with_the_scope_that_the_table_asks_for():
    listed = {in_code(row[0])[0]: row[1].strip("`") for row in PAGE.table("ask")}
    assert listed == {f"{each.method} {each.path}": scope_of(each.action) for each in OPERATIONS}


def scope_of(action: str) -> str:
    granted = permissions().get(action, frozenset())
    return next((scope for scope in SCOPES if any(role.startswith(f"{scope}:") for role in granted)), "any token")


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
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, str]]:
    """A place that is served, with an agency's plan; and a token of the agency's."""
    folder = tmp_path_factory.mktemp("served")
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    tree = Tree(app)
    plan_of(tree, "homes")
    followed(tree, id="plan-0002")
    token = token_for(app, tree.ids["homes"], at=wall_clock())
    store.engine_of(app).dispose()
    with served(folder) as running:
        yield running, token


def test_the_examples_do_what_the_page_says(place: tuple[Place, str], examples: dict[str, Any]):
    address, token = place[0].url, place[1]
    ids = {examples["begun"](address, token, "Plan of homes", "plan-of-homes") for _again in range(2)}
    assert len(ids) == 1
    assert {each["id"] for each in examples["every_plan"](address, token)} == {*ids, "plan-0001", "plan-0002"}
    metric = examples["ask"](address, token, "/plans/plan-0001/metrics")["metrics"][0]["id"]
    assert examples["rename_metric"](address, token, "plan-0001", metric, "Share with a target")
    found = examples["ask"](address, token, f"/plans/plan-0001/metrics/{metric}")
    assert found["name"]["en"] == "Share with a target"


def test_the_example_enters_a_figure_once(place: tuple[Place, str], examples: dict[str, Any]):
    address, token = place[0].url, place[1]
    first, again = (examples["entered"](address, token, "plan-0002", SHARE.id, 2025, 42) for _again in range(2))
    assert first == again
    assert len(examples["ask"](address, token, "/plans/plan-0002/readings")["readings"]) == 1
