"""What a plan says: the whole as data, its goals and its metrics."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from facilitation.plans.lines import lines
from facilitation.shapes import Goal, Metric, Plan
from facilitation.view.as_data import as_text, whole
from facilitation.view.plain import plain
from workshop.api.above import linked
from workshop.api.found import PLAN, VERSION, found, not_there
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.parameters import LINE, in_path
from workshop.api.resource import Answer, Ask, Resource
from workshop.schemas import shape

resource = Resource("api_contents", "What a plan says, as it is written now or as one of its versions.", __name__)


class Goals(Struct, frozen=True):
    """Goals with their metrics and actions, in the plan's order."""

    goals: list[Goal]
    next: str | None


class Metrics(Struct, frozen=True):
    """Metrics of all goals, then those that no goal has yet."""

    metrics: list[Metric]
    next: str | None


@resource.asks(
    "GET",
    "/plans/{plan}/document",
    "A plan as data",
    "read_approved",
    gives=shape.Plan,
    parameters=(PLAN, VERSION),
    headers={"Content-Disposition": "What the file is called: plan, version, number of the log, digest of the bytes."},
)
def read_document(ask: Ask, plan: str) -> Answer:
    """Complete enough to begin the same plan elsewhere; its form is `/schemas/plan-1.json`."""
    stands = found(ask.bearer, plan).stands(ask.given[VERSION.name])
    return Answer(as_text(stands.plan).encode(), stands.called("json"))


@resource.asks(
    "GET",
    "/plans/{plan}/goals",
    "Goals of a plan",
    "read_approved",
    gives=Goals,
    parameters=(PLAN, VERSION, *PAGED),
)
def list_goals(ask: Ask, plan: str) -> Answer:
    """Each with its metrics and actions; `parent` is the branch's goal that was made of it."""
    part = from_cursor(linked_goals(ask, plan), ask, lambda goal: goal.id)
    return paged({"goals": whole(plain(part.of)), "next": part.next}, part.next)


@resource.asks(
    "GET",
    "/plans/{plan}/goals/{goal}",
    "One goal",
    "read_approved",
    gives=Goal,
    parameters=(PLAN, in_path("goal", "Its id.", **LINE), VERSION),
)
def read_goal(ask: Ask, plan: str, goal: str) -> Answer:
    """With its metrics and actions; `parent` is the branch's goal that was made of it."""
    return Answer(
        whole(plain(next((each for each in linked_goals(ask, plan) if each.id == goal), None) or not_there()))
    )


@resource.asks(
    "GET",
    "/plans/{plan}/metrics",
    "Metrics of a plan",
    "read_approved",
    gives=Metrics,
    parameters=(PLAN, VERSION, *PAGED),
)
def list_metrics(ask: Ask, plan: str) -> Answer:
    """Their sheets, with baseline and targets."""
    part = from_cursor(list(metrics(of(ask, plan))), ask, lambda metric: metric.id)
    return paged({"metrics": whole(plain(part.of)), "next": part.next}, part.next)


@resource.asks(
    "GET",
    "/plans/{plan}/metrics/{metric}",
    "One metric",
    "read_approved",
    gives=Metric,
    parameters=(PLAN, in_path("metric", "Its id.", **LINE), VERSION),
)
def read_metric(ask: Ask, plan: str, metric: str) -> Answer:
    """Its sheet, with baseline and targets."""
    here = metrics(of(ask, plan))
    return Answer(whole(plain(next((each for each in here if each.id == metric), None) or not_there())))


def of(ask: Ask, plan: str) -> Plan:
    return found(ask.bearer, plan).plan(ask.given[VERSION.name])


def linked_goals(ask: Ask, plan: str) -> Sequence[Goal]:
    here = found(ask.bearer, plan)
    return linked(here, here.plan(ask.given[VERSION.name])).goals


def metrics(plan: Plan) -> Iterator[Metric]:
    return (each for each in lines(plan) if isinstance(each, Metric))
