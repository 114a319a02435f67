"""A branch's plan besides what every plan has: what was decided on its units' goals, and its rounds."""

from datetime import date, datetime
from typing import Literal

from msgspec import Struct

from facilitation.consolidation import Decided
from facilitation.plans.events import RestsOn
from facilitation.plans.parts import Answering, Asked, BranchRound
from workshop.api.found import PLAN, VERSION, found
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.resource import Answer, Ask, Resource

resource = Resource("api_branches", "Of a branch’s plan: decisions on units’ goals, and rounds of plans.", __name__)


class UnitsGoal(Struct, frozen=True):
    """A goal of a unit as it was decided on."""

    unit: str
    """The unit's organisation."""
    goal: str
    plan: str
    version: str
    to: dict[str, str]


class BranchDecision(Struct, frozen=True):
    """What becomes of a goal, or of several that become one."""

    id: str
    kind: Literal["adopt", "merge", "keep", "raise"]
    reason: str
    goal: str | None
    """The branch's goal that was made of it; none where it stays with its unit."""
    goals: list[UnitsGoal]
    owner: str
    year: int | None
    """Of the performance agreement."""


class BranchDecisions(Struct, frozen=True):
    """In the order in which they were first made."""

    decisions: list[BranchDecision]
    next: str | None


class Rests(Struct, frozen=True):
    """A unit, and the version of its plan that the branch's rests on; none where it had published none."""

    unit: str
    name: dict[str, str]
    plan: str | None
    version: str | None
    approved_on: date | None


class RestsOnPlans(Struct, frozen=True):
    """Empty until it is said."""

    rests: list[Rests]
    next: str | None


class ReturnedWhy(Struct, frozen=True):
    line: str
    reason: str


class UnitAsked(Struct, frozen=True):
    """Where a unit's answer stands, and since when."""

    unit: str
    state: Answering
    at: datetime
    plan: str | None
    version: str | None
    lines: list[ReturnedWhy]
    """Lines that came back, and why."""
    reason: str
    reminded: list[datetime]


class PlansRound(Struct, frozen=True):
    """By when a ministry asks which units for their plans."""

    number: int
    deadline: date
    open: bool
    units: list[UnitAsked]


class PlansRounds(Struct, frozen=True):
    rounds: list[PlansRound]
    next: str | None


@resource.asks(
    "GET",
    "/plans/{plan}/decisions",
    "Decisions of a branch's plan",
    "read_approved",
    gives=BranchDecisions,
    parameters=(PLAN, VERSION, *PAGED),
)
def list_decisions(ask: Ask, plan: str) -> Answer:
    """What was decided on units' goals; nothing in a plan that is no branch's."""
    seen = found(ask.bearer, plan)
    part = from_cursor((seen.version(ask.given.get("version")) or seen.life).decisions, ask, lambda each: each.id)
    return paged(BranchDecisions([decision(each) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/plans/{plan}/rests",
    "Plans that a branch's plan rests on",
    "read_approved",
    gives=RestsOnPlans,
    parameters=(PLAN, VERSION, *PAGED),
)
def list_rests(ask: Ask, plan: str) -> Answer:
    """Every unit of the branch, those whose plans are missing too."""
    seen = found(ask.bearer, plan)
    part = from_cursor((seen.version(ask.given.get("version")) or seen.life).rests, ask, lambda each: each.unit.id)
    return paged(RestsOnPlans([rests(each) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/plans/{plan}/branch-rounds",
    "Rounds in which a branch asks for plans",
    "read_plan",
    gives=PlansRounds,
    parameters=(PLAN, *PAGED),
)
def list_branch_rounds(ask: Ask, plan: str) -> Answer:
    """The oldest first; for the ministry's own tokens."""
    part = from_cursor(found(ask.bearer, plan, "read_plan").life.asked, ask, lambda each: str(each.number))
    return paged(PlansRounds([branch_round(each) for each in part.of], part.next), part.next)


def decision(each: Decided) -> BranchDecision:
    goals = [UnitsGoal(one.unit.id, one.goal.id, one.plan, one.version, dict(one.goal.to)) for one in each.goals]
    made = None if each.kind == "keep" else each.id
    return BranchDecision(each.id, each.kind, each.reason, made, goals, each.owner, each.year)


def rests(each: RestsOn) -> Rests:
    return Rests(each.unit.id, dict(each.unit.name), each.plan or None, each.version or None, each.approved_on)


def branch_round(each: BranchRound) -> PlansRound:
    return PlansRound(each.number, each.deadline, each.open, [asked(one) for one in each.units])


def asked(each: Asked) -> UnitAsked:
    lines = [ReturnedWhy(line.line, line.reason) for line in each.lines]
    return UnitAsked(
        each.unit, each.state, each.at, each.plan or None, each.version or None, lines, each.reason, list(each.reminded)
    )
