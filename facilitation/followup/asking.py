"""Rounds of follow-up: who is asked for what, and who has answered. A round asks only what is due."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from facilitation.followup.due import awaited, told_to_the_end
from facilitation.followup.progress import RESTING, unreached
from facilitation.shapes import Action, Goal, Metric, Plan, Span
from facilitation.shapes.followed import MONTHS, Entered, Period, Round, Told
from facilitation.shapes.series import AS_PLANNED, Counting, Figure, by_metric, current

NOTHING_TOLD: Mapping[str, Told] = {}
Stage: TypeAlias = Literal["to_come", "open", "closed"]


def stage(round: Round, today: date) -> Stage:
    return "to_come" if today < round.opens else "open" if today <= round.due else "closed"


@dataclass(frozen=True, slots=True)
class Ask:
    """What one role is asked for: a metric's figure for a period, its baseline, or how far an action has come."""

    of: Literal["figure", "baseline", "action"]
    about: str
    goal: str
    role: str
    period: Period | None = None
    last: Entered | None = None
    """What was entered before by the definition that is in force, to begin from."""
    restated: bool = False
    """Whether that was corrected since it was first given."""
    anew: date | None = None
    """Since when it is counted otherwise than the figures that there are."""


def asked(
    plan: Plan,
    entries: Iterable[Entered],
    round: Round,
    counting: Counting = AS_PLANNED,
    told: Mapping[str, Told] = NOTHING_TOLD,
) -> tuple[Ask, ...]:
    """What is due when the round opens, in the plan's order."""
    known, left = by_metric(entries), {each.id for each in _actions(plan) if _under_way(each, plan, told, round)}
    if plan.period.last and round.opens > plan.period.last:
        left -= counting.taken_along
    return tuple(
        ask
        for goal in (*plan.goals, Goal("", metrics=plan.loose_metrics, actions=plan.loose_actions))
        for ask in (*_of_metrics(goal, known, plan, round, counting), *_of_actions(goal, left, round))
    )


def _of_metrics(
    goal: Goal, known: Mapping[str, Sequence[Entered]], plan: Plan, round: Round, counting: Counting
) -> Iterator[Ask]:
    for metric in (each for each in goal.metrics if each.id not in counting.elsewhere):
        within = counting.within(metric.id, plan.period)
        found = current(known.get(metric.id, ()))
        last = found.now if found else None
        role = metric.owner or goal.owner
        promise = metric.baseline_promise
        if metric.baseline is None and promise and promise.by and promise.by <= round.due:
            yield Ask("baseline", metric.id, goal.id, promise.who or role)
        if period := _period(metric, last, within, round):
            ask = Ask("figure", metric.id, goal.id, role, period)
            yield _from_last(ask, found, counting.redefined.get(metric.id, ()))


def _from_last(ask: Ask, found: Figure | None, redefined: Sequence[date]) -> Ask:
    """What was entered by an earlier definition is nothing to begin from."""
    if found and found.now.definition <= len(redefined):
        return replace(ask, anew=redefined[-1])
    return replace(ask, last=found.now, restated=found.restated) if found else ask


def _period(metric: Metric, last: Entered | None, within: Span, round: Round) -> Period | None:
    """A metric of which nobody has said how often is asked for in every round of the plan's time, as it then stands."""
    if metric.frequency in MONTHS or metric.frequency == "once":
        return awaited(metric, last, round.opens, within)
    if told_to_the_end(metric, last, within):
        return None
    return Period(round.opens, round.opens)


def _of_actions(goal: Goal, left: Collection[str], round: Round) -> Iterator[Ask]:
    for action in goal.actions:
        if action.id in left:
            yield Ask("action", action.id, goal.id, action.responsible or goal.owner)


def _actions(plan: Plan) -> Iterator[Action]:
    yield from (action for goal in plan.goals for action in goal.actions)
    yield from plan.loose_actions


def _under_way(action: Action, plan: Plan, told: Mapping[str, Told], round: Round) -> bool:
    """Begun and neither done nor given up; once the plan's time is over, until somebody has said how it ended."""
    begun = begins(action)
    return (
        action.status not in ("done", "abandoned")
        and begun is not None
        and begun <= round.due
        and not _told_to_the_end(action, plan, told.get(action.id), round)
    )


def begins(action: Action) -> date | None:
    """From when on something can be said of it: its start, or else its end; its first milestone, if that is earlier."""
    first = min((each.day for each in action.milestones if each.day), default=None)
    if action.status in RESTING:  # a milestone of what is paused asks for nothing
        first = None
    return min((day for day in (action.start or action.end, first) if day), default=None)


def _told_to_the_end(action: Action, plan: Plan, told: Told | None, round: Round) -> bool:
    """Whether that was said before the round opened: within it, it can still be said otherwise."""
    last = (action.end, *(day for day, _ in unreached(action)))
    ends = max(day for day in (plan.period.last, *last) if day) if plan.period.last else None
    return bool(ends and told and told.on and ends < told.on < round.opens)


@dataclass(frozen=True, slots=True)
class Answer:
    """An ask and where it stands: given (for good or for now), due, or late."""

    ask: Ask
    state: Literal["given", "preliminary", "due", "late"]
    entered: Entered | None = None


def answers(asks: Iterable[Ask], entries: Iterable[Entered], round: Round, today: date) -> Iterator[Answer]:
    """Where each figure that was asked for stands; baselines and actions are answered in the plan itself."""
    known = by_metric(entries)
    for ask in asks:
        if ask.of == "figure":
            found = [each for each in known.get(ask.about, ()) if each.period == ask.period]
            yield _answer(ask, found[-1] if found else None, round, today)


def _answer(ask: Ask, entered: Entered | None, round: Round, today: date) -> Answer:
    if entered:
        return Answer(ask, "given" if entered.standing == "final" else "preliminary", entered)
    return Answer(ask, "late" if today > round.due else "due")
