"""Rounds of follow-up: who is asked for what, and who has answered. A round asks only what is due."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from facilitation.followup.due import awaited, told_to_the_end
from facilitation.shapes import Action, Goal, Metric, Plan
from facilitation.shapes.followed import MONTHS, Entered, Period, Round
from facilitation.shapes.series import by_metric, current

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
    """What was entered before, to begin from."""
    restated: bool = False
    """Whether that was corrected since it was first given."""


def asked(plan: Plan, entries: Iterable[Entered], round: Round) -> tuple[Ask, ...]:
    """What is due when the round opens, in the plan's order."""
    known = by_metric(entries)
    return tuple(
        ask
        for goal in (*plan.goals, Goal("", metrics=plan.loose_metrics, actions=plan.loose_actions))
        for ask in (*_of_metrics(goal, known, plan, round), *_of_actions(goal, round))
    )


def _of_metrics(goal: Goal, known: Mapping[str, Sequence[Entered]], plan: Plan, round: Round) -> Iterator[Ask]:
    for metric in goal.metrics:
        found = current(known.get(metric.id, ()))
        last = found.now if found else None
        role = metric.owner or goal.owner
        promise = metric.baseline_promise
        if metric.baseline is None and promise and promise.by and promise.by <= round.due:
            yield Ask("baseline", metric.id, goal.id, promise.who or role)
        if period := _period(metric, last, plan, round):
            yield Ask("figure", metric.id, goal.id, role, period, last, found is not None and found.restated)


def _period(metric: Metric, last: Entered | None, plan: Plan, round: Round) -> Period | None:
    """A metric of which nobody has said how often is asked for in every round of the plan's time, as it then stands."""
    if metric.frequency in MONTHS or metric.frequency == "once":
        return awaited(metric, last, round.opens, plan.period)
    if told_to_the_end(metric, last, plan.period):
        return None
    return Period(round.opens, round.opens)


def _of_actions(goal: Goal, round: Round) -> Iterator[Ask]:
    for action in goal.actions:
        if _under_way(action, round):
            yield Ask("action", action.id, goal.id, action.responsible or goal.owner)


def _under_way(action: Action, round: Round) -> bool:
    begun = action.start or action.end
    return action.status not in ("done", "abandoned") and begun is not None and begun <= round.due


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
