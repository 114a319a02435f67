"""Every dashboard and matrix asks the database as often for six units as for two: nothing is asked row by row."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from flask import Flask

from benchmarks.state import forget
from tests.conftest import Clock
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import followed, redefine
from tests.workshop.government import Government
from tests.workshop.grown import another, lived, looked_over, pages, without_ids
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_dashboards import questions
from tests.workshop.test_next_plan import approved, begun
from tests.workshop.visitor import Visitor
from workshop import store


@pytest.fixture
def government(app: Flask) -> Government:
    return looked_over(Government(app))


def test_six_units_are_asked_for_as_two_are(app: Flask, government: Government):
    head = government.group
    new, few = cold(app, head, pages(government)), counted(head, pages(government))
    for number in range(3, 7):
        government.add(f"unit{number}", "housing")
        followed(government, f"unit{number}", f"plan-9{number:03}")
    first, again = cold(app, head, pages(government)), counted(head, pages(government))
    assert again == few
    assert {page: (n, new[page]) for page, n in first.items() if n > new[page]} == {}


def test_long_plans_are_asked_for_as_short_ones_are(app: Flask, clock: Clock, empty_database: Path, tmp_path: Path):
    """Of more goals, metrics, actions, figures, holders of roles and rounds nothing is asked one by one."""
    other = another(tmp_path / "other", clock, empty_database)
    short, long = lived(app, 1), lived(other, 4)
    new, few = asked_of(short)
    first, again = asked_of(long)
    store.engine_of(other).dispose()
    assert {page: (n, few[page]) for page, n in again.items() if n > few[page]} == {}
    assert {page: (n, new[page]) for page, n in first.items() if n > new[page]} == {}


def asked_of(government: Government) -> tuple[dict[str, int], dict[str, int]]:
    """First and again, by pages whose addresses have no ids: two places give them each their own."""
    head, paths, app = government.group, pages(government), government.app
    names = [without_ids(path, government) for path in paths]
    first, again = cold(app, head, paths), counted(head, paths)
    return dict(zip(names, first.values(), strict=True)), dict(zip(names, again.values(), strict=True))


def cold(app: Flask, visitor: Visitor, paths: Sequence[str]) -> dict[str, int]:
    """By a process that remembers nothing; rows that are made for whoever reads first are there."""
    counted(visitor, paths)
    forget(app)
    visitor.get("/account")
    return counted(visitor, paths)


def counted(visitor: Visitor, paths: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for path in paths:
        with questions(visitor.client.application) as asked:
            assert visitor.get(path).status_code == 200, path
        found[path] = len(asked)
    return found


def test_a_branch_s_plan_asks_for_six_plans_approved_anew_as_for_two(app: Flask):
    ministry, desks = Ministry(app), dict[str, PlanDesk]()
    for number in range(3, 7):
        ministry.add(f"unit{number}", "housing")
        desks[f"unit{number}"] = followed(ministry, f"unit{number}", f"plan-9{number:03}")
    ministry.begun()
    for name in ("homes", "repairs", *desks):
        ministry.decide(name, kind="adopt", reason="It is the branch's.")
    ministry.approved(units=6)
    redefine(ministry.homes)
    redefine(ministry.repairs)
    two = asked_cold(ministry)
    for desk in desks.values():
        redefine(desk)
    assert asked_cold(ministry) == two


def asked_cold(ministry: Ministry) -> dict[str, int]:
    """Of pages and files that rest on what the branch's plan was approved on."""
    branch, plan = ministry.page("housing"), f"/plans/{ministry.plan.id}"
    paths = (f"{branch}/branch", f"{branch}/branch/goals", f"{branch}/branch/file.md?of=plan", f"{plan}/follow-up")
    return cold(ministry.app, ministry.editor, paths)


def test_four_units_in_their_second_plan_are_asked_for_as_two_are(app: Flask):
    ministry = Ministry(app)
    head = ministry.somebody("steering", "housing")
    branch = ministry.page("housing")
    paths = (f"{branch}/follow-up", f"{branch}/rounds", f"{branch}/branch", "/follow-up")
    for name, desk in (("homes", ministry.homes), ("repairs", ministry.repairs)):
        goes_on(ministry, name, desk)
    two = cold(app, head, paths)
    for number in range(3, 5):
        ministry.add(f"unit{number}", "housing")
        goes_on(ministry, f"unit{number}", followed(ministry, f"unit{number}", f"plan-9{number:03}"))
    assert cold(app, head, paths) == two


def goes_on(ministry: Ministry, name: str, desk: PlanDesk) -> None:
    approved(begun(ministry.somebody("editor", name), desk))
