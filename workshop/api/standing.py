"""Where the approved goals of an organisation stand today, read from what is kept of plans and not from their logs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import dropwhile, islice
from typing import TypeAlias

import msgspec
from flask import request
from msgspec import Struct

from facilitation import packs
from facilitation.followup import FollowedGoal, FollowedMetric, Loose, Status, follow, follow_loose
from facilitation.followup.status import WHY, Reason
from facilitation.shapes.followed import Standing
from workshop import store
from workshop.api.organisations import ORGANISATION, organisation_here
from workshop.api.paging import PAGED, Part, after, cut, most, nowhere, paged
from workshop.api.resource import Answer, Ask, Resource, digest_of
from workshop.days import today
from workshop.store import outlook
from workshop.store.followed import FollowedPlan, Head, followed_by_id, heads
from workshop.store.forest import stead
from workshop.together.many import read_under
from workshop.together.portions import portions

resource = Resource("api_standing", "Where approved goals and metrics stand today.", __name__)

REASONS: Mapping[str, Reason] = {words: code for code, words in WHY.items()}


class OfPeriod(Struct, frozen=True):
    """From one day to another, both within."""

    first: date
    last: date


class NewestFigure(Struct, frozen=True):
    """The figure of the last period by the definition that is in force."""

    value: float
    period: OfPeriod
    standing: Standing
    restated: bool
    """Whether it corrects another for the same period."""


class MetricStands(Struct, frozen=True):
    """A metric, and how it is doing."""

    metric: str
    status: Status
    why: Reason
    figure: NewestFigure | None
    expected: float | None
    """Where a straight line over the interim targets stands at the end of the figure's period, or today."""
    overdue: OfPeriod | None
    """The period whose figure should be there by now."""


class LateAction(Struct, frozen=True):
    action: str
    days: int


class GoalStands(Struct, frozen=True):
    """A goal, `number` in its plan; it stands where the metric stands that lags most, and that metric is the first."""

    organisation: str
    plan: str
    version: str
    goal: str
    number: int
    to: dict[str, str]
    owner: str
    status: Status
    why: Reason | None
    """None for a goal without metrics."""
    metrics: list[MetricStands]
    actions: int
    late: list[LateAction]


class LooseStands(Struct, frozen=True):
    """Metrics and actions that belong to no goal of a plan; what lags stands first."""

    organisation: str
    plan: str
    version: str
    metrics: list[MetricStands]
    actions: int
    late: list[LateAction]


class Standings(Struct, frozen=True):
    """On which day it stands so."""

    on: date
    goals: list[GoalStands]
    loose: list[LooseStands]
    """Of each plan that has any, after its goals; counted with these by `limit`."""
    next: str | None


Stands: TypeAlias = GoalStands | LooseStands


@resource.asks(
    "GET",
    "/organisations/{organisation}/follow-up",
    "Where goals stand",
    "read_figures",
    gives=Standings,
    parameters=(ORGANISATION, *PAGED),
)
def read_follow_up(ask: Ask, organisation: str) -> Answer:
    """Goals of the plans in force, of the organisation and, where the token reaches below, of all under it. Units'
    goals are not told twice: a branch's plan stands at `/plans/{plan}/readings`."""
    organisation_here(ask, organisation, "read_figures")
    reads = partial(ask.bearer.may_in, "read_figures")
    with store.reading() as db:
        every, homes = heads(db, read_under(organisation, ask.bearer.forest, reads)), stead(db)
    etag = digest_of(msgspec.json.encode((every, homes, outlook.RECKONED, today(), after(ask), most(ask))))
    if request.if_none_match.contains_weak(etag):
        return Answer(b"", etag=etag)
    part = cut(list(islice(all_after(every, after(ask)), most(ask) + 1)), ask, key_of)
    told = paged(standings_of(part), part.next)
    return Answer(told.body, told.headers, etag)


def standings_of(part: Part[Stands]) -> Standings:
    goals = [each for each in part.of if isinstance(each, GoalStands)]
    loose = [each for each in part.of if isinstance(each, LooseStands)]
    return Standings(today(), goals, loose, part.next)


def key_of(each: Stands) -> str:
    """Of what belongs to no goal: the plan's alone."""
    return f"{each.plan}/{each.goal if isinstance(each, GoalStands) else ''}"


def all_after(every: Sequence[Head], last: str) -> Iterator[Stands]:
    """What follows a key. Raises Failed for one that is no more."""
    if not last:
        return all_of(every)
    plan = last.partition("/")[0]
    at = next((at for at, head in enumerate(every) if head.plan == plan), None)
    further = dropwhile(lambda each: key_of(each) != last, all_of([] if at is None else every[at:]))
    if next(further, None) is None:
        raise nowhere()
    return further


def all_of(every: Sequence[Head]) -> Iterator[Stands]:
    """Plan by plan; only as many plans are read as are asked for."""
    for some in portions(every):
        few = [head.plan for head in some]
        with store.reading() as db:
            read = {each.plan.id: each for each in followed_by_id(db, few)}
        for each in (read[plan] for plan in few if plan in read):
            yield from plan_stands(each) if each.counts(today()) else ()


def plan_stands(each: FollowedPlan) -> Iterator[Stands]:
    strategy = packs.load(each.plan.pack).strategy
    for goal in follow(each.plan, each.entries, today(), strategy, each.counting):
        yield goal_stands(goal, each)
    loose = follow_loose(each.plan, each.entries, today(), each.counting)
    if loose.any:
        yield loose_stands(loose, each)


def loose_stands(loose: Loose, of: FollowedPlan) -> LooseStands:
    stands = (metrics_stand(loose), len(loose.actions), late_actions(loose))
    return LooseStands(of.organisation, of.plan.id, of.plan.version, *stands)


def goal_stands(goal: FollowedGoal, of: FollowedPlan) -> GoalStands:
    metrics, late = metrics_stand(goal), late_actions(goal)
    said = (goal.goal.id, goal.number, dict(goal.goal.to), goal.goal.owner)
    stands = (goal.status, metrics[0].why if metrics else None, metrics, len(goal.actions), late)
    return GoalStands(of.organisation, of.plan.id, of.plan.version, *said, *stands)


def metrics_stand(of: FollowedGoal | Loose) -> list[MetricStands]:
    return [metric_stands(each) for each in of.metrics]


def late_actions(of: FollowedGoal | Loose) -> list[LateAction]:
    return [LateAction(each.action.id, each.days) for each in of.actions if each.progress == "late"]


def metric_stands(each: FollowedMetric) -> MetricStands:
    judged, newest = each.judged, each.newest
    owed = OfPeriod(judged.owed.first, judged.owed.last) if judged.owed else None
    figure = None
    if newest:
        now = newest.now
        figure = NewestFigure(now.value, OfPeriod(now.period.first, now.period.last), now.standing, newest.restated)
    return MetricStands(each.metric.id, judged.status, REASONS[judged.why.id], figure, judged.expected, owed)
