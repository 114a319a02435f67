"""Every dashboard and matrix asks the database as often for six units as for two: nothing is asked row by row."""

from collections.abc import Sequence

from flask import Flask

from benchmarks.state import forget
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_dashboards import questions
from tests.workshop.test_next_plan import approved, begun
from tests.workshop.tree import NEXT_YEAR, TODAY
from tests.workshop.visitor import Visitor


def test_six_units_are_asked_for_as_two_are(app: Flask):
    ministry = Ministry(app).begun()
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    ministry.add("government", kind="government")
    ministry.move("housing", "government")
    head = ministry.colleague()
    ministry.give(head.account, "steering", "government")
    ministry.give(head.account, "editor", "government")
    days = {"opens": f"{TODAY}", "due": f"{NEXT_YEAR}"}
    for place in ("housing", "government"):
        assert "The round is set" in head.send(f"{ministry.page(place)}/rounds", "Set the round", **days).text
    new, few = cold(app, head, pages(ministry)), counted(head, pages(ministry))
    for number in range(3, 7):
        ministry.add(f"unit{number}", "housing")
        followed(ministry, f"unit{number}", f"plan-9{number:03}")
    first, again = cold(app, head, pages(ministry)), counted(head, pages(ministry))
    assert again == few
    assert {page: (n, new[page]) for page, n in first.items() if n > new[page]} == {}


def pages(ministry: Ministry) -> Sequence[str]:
    branch, above = ministry.page("housing"), ministry.page("government")
    return (
        f"{branch}/branch",
        f"{branch}/branch/goals",
        ministry.look("homes", "repairs"),
        f"{branch}/branch/files",
        f"{branch}/branch/round",
        f"{branch}/follow-up",
        f"{branch}/rounds",
        f"{branch}/holders",
        f"{branch}/holders/all",
        f"{branch}/own",
        f"/plans/{ministry.plan.id}",
        f"/plans/{ministry.plan.id}/follow-up",
        f"{above}/follow-up",
        f"{above}/branches",
        f"{above}/rounds",
        "/follow-up",
        "/plans",
        "/organisations",
    )


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
