"""What branches decided on the goals of a plan, as their approved plans have it: links from a unit's goals upwards."""

from collections.abc import Iterator

from msgspec import Struct

from facilitation.consolidation import decided_on, with_parents
from facilitation.consolidation.decisions import Kind
from facilitation.plans.parts import Version
from facilitation.shapes import Plan
from workshop import store
from workshop.api.found import PLAN, VERSION, PlanFound, found
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today
from workshop.store import branches
from workshop.store.tables import PlanRow
from workshop.together.lives import life_of

resource = Resource("api_above", "What branches decided on a plan’s goals.", __name__)


class GoalDecided(Struct, frozen=True):
    """What became of a goal in a branch's plan."""

    goal: str
    """The goal of the plan that is asked about."""
    read: str
    """The version of this plan in which the goal was read."""
    kind: Kind
    reason: str
    organisation: str
    """Whose branch it is."""
    plan: str
    """The plan of the branch, and its version."""
    version: str
    parent: str | None
    """The branch's goal that was made of it; none where it stays with its unit."""


class GoalsDecided(Struct, frozen=True):
    """The nearest branch first."""

    decided: list[GoalDecided]
    next: str | None


@resource.asks(
    "GET",
    "/plans/{plan}/decided",
    "What branches decided on a plan's goals",
    "read_plan",
    gives=GoalsDecided,
    parameters=(PLAN, VERSION, *PAGED),
)
def list_decided(ask: Ask, plan: str) -> Answer:
    """As it was approved there, for the organisation's own tokens; nothing that a branch is still writing."""
    here = found(ask.bearer, plan, "read_plan")
    every = list(decided(here, here.plan(ask.given[VERSION.name])))
    part = from_cursor(every, ask, lambda each: f"{each.plan}.{each.goal}")
    return paged(GoalsDecided(list(part.of), part.next), part.next)


def decided(here: PlanFound, plan: Plan) -> Iterator[GoalDecided]:
    for row, version in branches_above(here):
        for goal, taken, each in decided_on(here.row.organisation or "", plan, version.decisions):
            parent = None if each.kind == "keep" else each.id
            whose = (row.organisation or "", row.id, version.number)
            yield GoalDecided(goal.id, taken.version, each.kind, each.reason, *whose, parent)


def linked(here: PlanFound, plan: Plan) -> Plan:
    """The plan with links from its goals to those of the nearest branch that made its own of them."""
    for _row, version in reversed(branches_above(here)):
        plan = with_parents(here.row.organisation or "", plan, version.decisions)
    return plan


def branches_above(here: PlanFound) -> list[tuple[PlanRow, Version]]:
    """Approved plans of branches over the plan's organisation; none for those who see it from outside."""
    if not here.inside:
        return []
    with store.reading() as db:
        rows = [plans.read for plans in branches.above(db, here.row, today())]
    lives = [(row, life_of(row.id, row.head).published) for row in rows]
    return [(row, version) for row, version in lives if version]
