"""How far actions of approved plans have come, and baselines that were promised."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from facilitation.plans.commands import GiveBaseline, TellProgress
from facilitation.plans.results import with_results
from facilitation.shapes import Reading
from facilitation.shapes.followed import ActionStatus
from workshop.api.entering import Entry, Figure, doubted, entered
from workshop.api.found import PLAN, found
from workshop.api.milestones import Names, Progressed, milestones, progressed, signs_told
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.parameters import IF_MATCH
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today

resource = Resource("api_progress", "Progress of actions and promised baselines, once a plan is approved.", __name__)


class Progress(Struct, frozen=True):
    """What was said of actions after the approval, the latest of each."""

    progress: list[Progressed]
    next: str | None


class NewProgress(Struct, frozen=True, forbid_unknown_fields=True):
    """How far an action has come."""

    action: str
    status: ActionStatus
    comment: str = ""
    role: Annotated[str, Meta(description="The role that it is told for; never a person.")] = ""
    milestones: Names = None


class NewBaseline(Struct, frozen=True, forbid_unknown_fields=True):
    """A metric's baseline, where the plan was approved with the promise of one."""

    metric: str
    value: float
    day: date | None = None
    note: str = ""
    numerator: float | None = None
    denominator: float | None = None
    role: str = ""


# -- Reading --------------------------------------------------------------------------------------------------------


@resource.asks(
    "GET",
    "/plans/{plan}/progress",
    "Progress of a plan's actions",
    "read_figures",
    gives=Progress,
    parameters=(PLAN, *PAGED),
)
def list_progress(ask: Ask, plan: str) -> Answer:
    """Actions of which nothing was said since the approval stand as the plan has them."""
    life = found(ask.bearer, plan, "read_figures").life
    part, now = from_cursor(list(life.told.values()), ask, lambda each: each.action), with_results(life)
    return paged(Progress([progressed(each, now) for each in part.of], part.next), part.next)


# -- Entering -------------------------------------------------------------------------------------------------------


@resource.asks(
    "POST",
    "/plans/{plan}/progress",
    "Tell how far an action has come",
    "enter_figures",
    gives=Entry,
    status=201,
    body=NewProgress,
    parameters=(PLAN, IF_MATCH),
    problems=(409,),
)
def tell_progress(ask: Ask, plan: str) -> Answer:
    """Of an approved plan's action."""
    new: NewProgress = ask.body
    known = milestones(with_results(found(ask.bearer, plan, "enter_figures").life), new.action)
    reached = signs_told(known, new.milestones)
    return entered(ask, plan, TellProgress(new.action, new.status, new.comment, new.role, today(), reached))


@resource.asks(
    "POST",
    "/plans/{plan}/baselines",
    "Give a baseline",
    "enter_figures",
    gives=Figure,
    status=201,
    body=NewBaseline,
    parameters=(PLAN, IF_MATCH),
    problems=(409,),
)
def give_baseline(ask: Ask, plan: str) -> Answer:
    """Only where the plan was approved without one; what was approved is changed by an amendment."""
    new: NewBaseline = ask.body
    reading = Reading(new.value, new.day, new.note, new.numerator, new.denominator)
    told = entered(ask, plan, GiveBaseline(new.metric, reading, new.role, today()))
    return doubted(told, found(ask.bearer, plan, "enter_figures").life, new.metric, reading)
