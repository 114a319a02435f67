"""Whatever is asked, nothing breaks and nothing is answered that is not described: tried with three kinds of tokens."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import CheckFunction, not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from facilitation.plans.commands import KeepVersion
from tests.conftest import Clock
from tests.workshop.branch_desk import branch_of
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import ROOT, token_for
from tests.workshop.test_api_rights import entered, opened, sent
from tests.workshop.test_plans_of_organisations import approve, plan_of
from tests.workshop.tree import Tree
from workshop import config, create_app, store
from workshop.access import SCOPES
from workshop.api import RESOURCES
from workshop.throttle import Failures, Guard

CHECKS: list[CheckFunction] = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    ignored_auth,
    unsupported_method,
]
EXAMPLES = {"GET": 6, "POST": 24, "PATCH": 24}
"""Of each operation; every token asks each of them. What is written may go wrong in more ways."""
KINDS = {"all": SCOPES, "reads": tuple(each for each in SCOPES if each.endswith(":read")), "little": ("packs:read",)}
TOKENS: dict[str, str] = {}
BODIES: dict[str, object] = {}
"""What is granted, by operation: chance alone hardly ever writes the id of a metric."""
KNOWN = {"plan": "plan-0001", "pack": "toimi", "number": "1.0", "of": "plan", "format": "md"}
"""What is there and would hardly be met by chance."""
OF_BRANCH: dict[str, str] = {}
"""The same, of the plan of the branch."""
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
OPERATIONS = {each.name: each for resource in RESOURCES for each in resource.operations}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, empty_database: Path):
    """An app with a ministry and an agency that has a plan with an approved version."""
    folder = tmp_path_factory.mktemp("asked")
    (folder / "toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(config.Settings(instance=folder), Clock())
    app.config["PROPAGATE_EXCEPTIONS"] = False
    tree = Tree(app)
    desk = plan_of(tree, "homes")
    approve(desk)
    plan = (desk.life.published or desk.life).plan
    KNOWN["goal"], KNOWN["metric"] = plan.goals[0].id, plan.goals[0].metrics[0].id
    BODIES.update(bodies(desk))
    KNOWN["round"], KNOWN["reading"] = opened(app, tree), entered(desk)
    for kind, scopes in KINDS.items():
        TOKENS[kind] = token_for(app, tree.ids["homes"], *scopes, below=kind == "all")
    KNOWN["organisation"] = tree.ids["homes"]
    OF_BRANCH.update(KNOWN, organisation=tree.ids["housing"], **known_of(branch_of(tree, "housing", "homes", desk)))
    TOKENS["ministry"] = token_for(app, tree.ids["housing"], *SCOPES, below=True)
    yield app
    store.engine_of(app).dispose()


def known_of(branch: PlanDesk) -> dict[str, str]:
    """A kept version, and what was made of a unit's goal."""
    assert branch.ask(KeepVersion("Before the board")).ok
    life = branch.life
    assert life.decisions and life.rests and life.asked
    [goal] = life.plan.goals
    return {"plan": branch.id, "number": life.versions[-1].number, "goal": goal.id, "metric": goal.metrics[0].id}


def bodies(desk: PlanDesk) -> dict[str, object]:
    plan = (desk.life.published or desk.life).plan
    unmeasured = next(each for goal in plan.goals for each in goal.metrics if each.baseline is None)
    return {each.name: sent(each, desk) for each in OPERATIONS.values() if sent(each, desk)} | {
        "change_plan": {"type": "KeepVersion", "name": "Before the summer"},
        "give_baseline": {"metric": unmeasured.id, "value": 1},
    }


@pytest.fixture(scope="module")
def asked(place: Flask):
    """The description as it is served, for schemathesis; nobody waits for the throttle here."""
    place.extensions["token_asks"] = Failures(10**9, 1.0)
    place.extensions["token_guard"] = Guard(Failures(10**9, 1.0), Failures(10**9, 1.0))
    return schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", place)


@pytest.mark.parametrize("name", OPERATIONS)
def test_nothing_breaks_and_nothing_undocumented_is_answered(asked, name: str):
    operation = asked[OPERATIONS[name].path][OPERATIONS[name].method]
    kinds = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]
    there = operation.as_strategy(generation_mode=GenerationMode.POSITIVE).map(of_what_is_there)
    answers = tried(there.map(with_what_is_granted(name)), 1)
    assert any(status < 300 for status in answers), "what is there is answered, and what is granted is done"
    tried(st.one_of(*kinds, there), EXAMPLES[OPERATIONS[name].method])


@pytest.mark.parametrize(
    "name",
    [
        each.name
        for each in OPERATIONS.values()
        if ("{plan}" in each.path or "{organisation}" in each.path) and each.method == "GET"
    ],
)
def test_so_it_is_of_a_branch_and_its_plan_which_have_something_to_tell(asked, name: str):
    operation = asked[OPERATIONS[name].path][OPERATIONS[name].method]
    cases = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    assert tried(cases.map(plainly).map(about(OF_BRANCH)), 1, ("ministry",)) == {200}
    tried(cases.map(about(OF_BRANCH)), EXAMPLES["GET"], ("ministry",))


def tried(cases: st.SearchStrategy[Case], most: int, whose: Iterable[str] = tuple(KINDS)) -> set[int]:
    """Ask with each token, and hold each answer to the description; by which statuses it was answered."""
    answers = set[int]()

    @settings(max_examples=most, deadline=None, derandomize=True, suppress_health_check=SLOW)
    @given(case=cases)
    def held(case: Case) -> None:
        for each in whose:
            answer = case.call_and_validate(checks=CHECKS, headers={"Authorization": f"Bearer {TOKENS[each]}"})
            answers.add(answer.status_code)

    held()
    return answers


def with_what_is_granted(name: str) -> Callable[[Case], Case]:
    def filled(case: Case) -> Case:
        if name in BODIES:
            case.media_type = "application/json"
            case.body = BODIES[name]  # pyright: ignore[reportAttributeAccessIssue] (typed as what it was made with)
        return case

    return filled


def of_what_is_there(case: Case) -> Case:
    """The same ask about what is there, as it is now."""
    return about(KNOWN)(plainly(case))


def plainly(case: Case) -> Case:
    case.query.clear()
    case.headers.clear()
    return case


def about(known: Mapping[str, str]) -> Callable[[Case], Case]:
    def told(case: Case) -> Case:
        case.path_parameters |= {each: known[each] for each in case.path_parameters if each in known}
        return case

    return told
