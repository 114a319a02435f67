"""What the branch above a unit asks of its plan, and what it decided on its goals: to those inside the unit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation import packs
from facilitation.consolidation import KINDS, Decided, decided_on
from facilitation.plans.asking import in_round
from facilitation.plans.commands import SubmitPlan
from facilitation.plans.differences import name_of
from facilitation.plans.lines import line_in
from facilitation.plans.parts import Asked, Version
from facilitation.plans.state import Life
from facilitation.shapes import Goal, Plan, PlanKind
from facilitation.words import said
from workshop import store
from workshop.languages import reader_language, worded
from workshop.perform import Asker, perform, plan_log
from workshop.store import branches
from workshop.store.branches import OfBranch
from workshop.store.tables import OrganisationRow, PlanRow
from workshop.web.asking import OnceForm, once
from workshop.web.branches.level import words
from workshop.web.called import name_of as called
from workshop.web.head import today
from workshop.web.method import reading
from workshop.web.plans.found import life_of, plan_here, told
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_above", __name__, url_prefix="/plans/<id>")


@dataclass(frozen=True)
class Above:
    """The plan of a branch that stands above a unit, with the unit as that branch knows it."""

    life: Life
    unit: str
    """The organisation that the plan was made by: decisions on it and answers to rounds stand under that one."""
    whose: str

    @property
    def asked(self) -> Asked | None:
        return self.life.asking.of(self.unit) if self.life.asking else None

    @property
    def deadline(self) -> date | None:
        return self.life.asking.deadline if self.life.asking else None


@dataclass(frozen=True)
class Decision:
    """What a branch decided on one goal of the plan, as it was approved there."""

    goal: Goal
    read: str
    """The version of the plan in which the goal was read."""
    decision: Decided
    made: Goal | None
    version: Version
    whose: str
    above: PlanKind

    @property
    def kind(self) -> str:
        """As the method of the branch's plan calls it."""
        pack = packs.load(self.version.plan.pack)
        return reading(pack, words(self.above)).words(KINDS[self.decision.kind])


def in_force(plans: OfBranch) -> Life:
    return life_of(plans.read.id)


def asks(plans: OfBranch) -> Life | None:
    return in_round((life_of(row.id) for row in plans.rows), today())


def branches_above(row: PlanRow, chosen: Callable[[OfBranch], Life | None] = in_force) -> Sequence[Above]:
    """Above the organisation whose plan it is, or whoever goes on in its stead: the nearest first.

    `chosen`: which of a branch's plans it is about.
    """
    with store.reading() as db:
        plans = branches.above(db, row, today())
        names = [called(db.get(OrganisationRow, each.read.organisation)) for each in plans]
    lives = zip(map(chosen, plans), names, strict=True)
    return tuple(Above(life, row.organisation or "", name) for life, name in lives if life)


def asked_above(row: PlanRow) -> Above | None:
    """The branch whose round asks for this plan."""
    return next((each for each in branches_above(row, asks) if each.asked), None)


def decisions(of: Sequence[Above], plan: Plan) -> Sequence[Decision]:
    """What was approved, and nothing that a branch is still writing."""
    return tuple(each for one in of if one.life.published for each in _decisions(one, one.life.published, plan))


def _decisions(of: Above, version: Version, plan: Plan) -> Iterator[Decision]:
    made = {goal.id: goal for goal in version.plan.goals}
    for goal, taken, each in decided_on(of.unit, plan, version.decisions):
        yield Decision(goal, taken.version, each, made.get(each.id), version, of.whose, of.life.first.kind)


def returned(asked: Asked, plan: Plan) -> Sequence[tuple[str, str, str]]:
    """Lines that came back: their ids, what they are called and why."""
    lines = ((each, line_in(plan, each.line)) for each in asked.lines)
    return [
        (each.line if line else "", said(name_of(line), reader_language()) if line else "–", each.reason)
        for each, line in lines
    ]


@bp.post("/submit")
@signed_in("see_plans")
def submit(id: str) -> ResponseReturnValue:
    """The version that was approved last, to the branch whose round asks for it."""
    here, form = plan_here(id, "submit_plan"), OnceForm()
    of = asked_above(here.row) or abort(404)
    if not form.validate_on_submit():
        abort(400)
    published = here.life.published
    wish = SubmitPlan(of.unit, id, published.number if published else "")
    outcome = perform(plan_log(of.life.plan.id), wish, Asker(here.who.id, "unit"), once(form, wish))
    told(worded(outcome.message) if outcome.message else "", _("The plan is submitted to %(name)s.", name=of.whose))
    return redirect(url_for("plan.read", id=id), 303)
