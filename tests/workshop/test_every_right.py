"""Every page inside an organisation, and every door, lets in by the table: role by role, own, above and twin."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import g
from werkzeug.routing import Rule

from facilitation import live
from facilitation.live.commands import SetRole
from facilitation.live.events import Role
from facilitation.organisations import ROLES
from facilitation.plans.commands import COMMANDS
from tests.conftest import PASSWORD, Clock
from tests.workshop.desk import Desk
from tests.workshop.test_every_route import asked, routes
from tests.workshop.twins import Twins
from tests.workshop.visitor import Visitor
from workshop import config, create_app, store
from workshop.access import PLAN_ROLES, SEAT_ROLES, permissions
from workshop.perform import Asker, LogKey, Once, perform, plan_log, workshop_log
from workshop.store import plan_people, roles
from workshop.store.tables import AccountRow, PlanRow
from workshop.web.head import today
from workshop.web.plans.found import PlanHere, life_of
from workshop.web.signing_in import Right

# -- In one's own organisation, from above it and from its twin -------------------------------------------------------

REACH = {"own": (":here", ":below", ":anywhere"), "above": (":below", ":anywhere"), "twin": (":anywhere",)}
"""How far a role goes from where it is held, to the first organisation."""
INSIDE = ("/organisations/<id>", "/plans/<id>")


def grants(role: str, whose: str, action: str) -> bool:
    """The table read by hand, for whoever has one role in one organisation and none at the desk."""
    return (
        not permissions().get(action, frozenset()).isdisjoint({"member", *(f"{role}{reach}" for reach in REACH[whose])})
    )


def grants_in_plan(role: str, whose: str, action: str) -> bool:
    parts = {part for part in PLAN_ROLES if grants(role, whose, f"be_{part}")} if whose != "twin" else set[str]()
    return not permissions()[action].isdisjoint(parts)


@pytest.mark.parametrize("whose", REACH)
@pytest.mark.parametrize("role", ROLES)
def test_every_page_inside_opens_to_whom_the_table_grants_what_it_needs_and_to_nobody_else(
    standing_world: Twins, role: str, whose: str
):
    twins, entered = standing_world, 0
    grant = {twins.tree.ids["first"]: grants, twins.plan.id: grants_in_plan, twins.branch.id: grants_in_plan}
    for method, rule, status, asked_for in inside(twins, role, whose):
        expected = {each: grant[each.of](role, whose, each.action) for each in asked_for if each.of in grant}
        assert {each: each.well for each in expected} == expected, (method, rule)
        needed = [well for each, well in expected.items() if each.needed]
        assert needed, (method, rule)
        denied = not all(needed)
        if denied:
            assert status in (403, 404), (method, rule, status)
        elif all(each.well for each in asked_for) or status < 400:
            assert status not in (401, 403), (method, rule, status)
            assert status != 404 or may_be_absent(rule, whose), (method, rule)
            entered += 1
    assert whose == "above" or (entered > 0) == (whose == "own"), entered


ABSENT = (
    *("/plans/<id>/approval/signed/", "/plans/<id>/making/", "/plans/<id>/transfer/", "/plans/<id>/submit"),
    *(
        f"/plans/<id>/follow-up/{part}"
        for part in ("due.xlsx", "enter", "figures/", "files", "series/", "take-back/", "workbook")
    ),
    "/plans/<id>/lines/<line>/settle",
    "/plans/<id>/planning/",
)
"""Files, figures, two texts, rounds and documents of planning: the first plan, which is not approved, has none."""


def may_be_absent(rule: Rule, whose: str) -> bool:
    """Of a plan that was not approved those above see nothing; not every file is made in every format."""
    return (
        (rule.rule.startswith("/plans/") and whose != "own") or "<format>" in rule.rule or rule.rule.startswith(ABSENT)
    )


def inside(twins: Twins, role: str, whose: str) -> Iterator[tuple[str, Rule, int, list[Right]]]:
    """Every page of an organisation and of its plans, as this role meets it, and what it asked of the table.

    Forms come without their token, so that nothing is done by whoever gets in.
    """
    who = Visitor(twins.app)
    who.send("/sign-in", email=f"{role}-{whose}@example.fi", password=PASSWORD)
    twins.app.config["WTF_CSRF_CHECK_DEFAULT"] = False
    for method, rule in routes(twins.app):
        if rule.rule.startswith(INSIDE):
            with who.client:
                status = asked(twins, who, method, rule)[0]
                yield method, rule, status, list(g.get("rights_asked", ()))


# -- The door of a workshop -------------------------------------------------------------------------------------------

SEATS = [role for role in SEAT_ROLES if role != "system"]


@pytest.mark.parametrize("role", SEATS)
def test_a_workshop_s_door_lets_in_by_the_table_and_nobody_who_sits_in_another(standing_world: Twins, role: Role):
    desk = standing_world.workshop
    mine, stranger = seated(desk, role), Asker(f"elsewhere-{role}")
    for name, kind in live.COMMANDS.items():
        with standing_world.app.test_request_context():
            assert lets_in(workshop_log(desk.id), object.__new__(kind), mine) == (role in permissions()[name]), name
            assert not lets_in(workshop_log(desk.id), object.__new__(kind), replace(stranger, role="")), name


def seated(desk: Desk, role: Role) -> Asker:
    """A seat to which the host gave this role; what its page says of it counts for nothing."""
    if role == "host":
        return replace(desk.host, role="")
    asker = desk.seat(f"as-{role}")
    assert role == "participant" or desk.ask(SetRole(asker.seat, role), desk.host).ok
    return replace(asker, role="")


# -- The door of a plan -----------------------------------------------------------------------------------------------

COMMANDS_BY_ROLE = [(role, name, whose) for role in ROLES for name in COMMANDS for whose in ("own", "above", "twin")]


@pytest.fixture(scope="module")
def standing_world(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Twins]:
    folder = tmp_path_factory.mktemp("routes")
    (folder / "toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(config.Settings(instance=folder), Clock())
    app.testing = True
    twins = Twins(app)
    for role in ROLES:
        for whose, name in (("own", "first"), ("above", "housing"), ("twin", "twin")):
            account = twins.tree.account(f"{role}-{whose}")
            twins.known[f"{role}-{whose}"] = account
            twins.tree.give(account, role, name)
    yield twins
    store.engine_of(app).dispose()


@pytest.mark.parametrize(("role", "name", "whose"), COMMANDS_BY_ROLE)
def test_a_plan_s_door_lets_in_by_the_table_and_only_from_its_own_organisation(
    standing_world: Twins, role: str, name: str, whose: str
):
    twins = standing_world
    account = twins.known[f"{role}-{whose}"]
    with twins.app.test_request_context():
        here = here_of(twins, account)
        command = object.__new__(COMMANDS[name])
        admitted = lets_in(plan_log(twins.plan.id), command, here.asker(command))
    parts = {each for each in ("editor", "approver", "reader") if f"{role}:here" in permissions()[f"be_{each}"]}
    granted = whose == "own" and not parts.isdisjoint(permissions()[name])
    assert admitted == granted


def here_of(twins: Twins, account: str) -> PlanHere:
    """The plan as this account meets it, found the way pages find it."""
    with store.reading() as db:
        row, who = db.get_one(PlanRow, twins.plan.id), db.get_one(AccountRow, account)
        parts = plan_people.parts_of(db, row, account, roles.rights(db, account, today()))
    return PlanHere(row, life_of(row.id), who, parts)


def lets_in(log: LogKey, command: object, asker: Asker) -> bool:
    """Whether the door opens: what is behind it finds an empty wish, and fails or refuses for another reason."""
    once = Once(f"{asker.seat}-{type(command).__name__}")
    try:
        return perform(log, command, asker, once).code != "not_allowed"
    except AttributeError:
        return True
