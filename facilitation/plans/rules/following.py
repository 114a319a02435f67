"""Figures, progress and baselines of an approved plan: its editors', or the holder's of the role that owes it."""

from dataclasses import replace
from datetime import date
from typing import TypeVar, assert_never, get_args

from facilitation import limits
from facilitation.live.commands import Asker
from facilitation.live.rules.answers import may_stand
from facilitation.live.rules.common import fresh
from facilitation.plans.commands import (
    ClosePlan,
    EnterFigure,
    Following,
    GiveBaseline,
    ReopenPlan,
    TellProgress,
    WithdrawFigure,
)
from facilitation.plans.events import (
    BaselineGiven,
    Event,
    FigureEntered,
    FigureWithdrawn,
    PlanClosed,
    PlanReopened,
    ProgressTold,
)
from facilitation.plans.lines import Line, goal_of, line_in
from facilitation.plans.parts import Closed
from facilitation.plans.reached import as_reached, told_apart
from facilitation.plans.results import definition_of, with_results
from facilitation.plans.rules.common import within
from facilitation.plans.state import Life
from facilitation.shapes import Action, Metric, Milestone, Plan
from facilitation.shapes.followed import ActionStatus, Entered, Period, Standing, Told, counted_by
from facilitation.shapes.roles import same_role
from facilitation.words import N_, Refused

HOLDER = "holder"
"""Who comes by the link of a role."""
LINKS = ("https://", "http://")

Kind = TypeVar("Kind", Metric, Action)


def decide(life: Life, command: Following, asker: Asker) -> list[Event]:
    """What following grants."""
    plan = approved(life)
    match command:
        case EnterFigure():
            command = replace(command, role=in_its_name(plan, command.metric, command.role))
            return enter_figure(life, command, owed(plan, command.metric, Metric, command.role, asker))
        case WithdrawFigure():
            return withdraw_figure(life, command, plan, asker)
        case TellProgress():
            command = replace(command, role=in_its_name(plan, command.action, command.role))
            return tell_progress(life, command, owed(plan, command.action, Action, command.role, asker))
        case GiveBaseline():
            command = replace(command, role=in_its_name(plan, command.metric, command.role))
            return give_baseline(life, command, owed(plan, command.metric, Metric, command.role, asker))
        case ClosePlan(day, reason):
            return close_plan(life, plan, Closed(day, given(reason)))
        case ReopenPlan(reason):
            return [PlanReopened(given(reason))] if life.closed else []
        case unknown:
            assert_never(unknown)


def approved(life: Life) -> Plan:
    plan = with_results(life)
    if plan is None:
        raise Refused(N_("A plan is followed up once it has been approved."), code="not_approved")
    return plan


def owed(plan: Plan, line: str, kind: type[Kind], role: str, asker: Asker) -> Kind:
    """The line, if this person may say something of it, or Refused."""
    found = line_in(plan, line)
    if not isinstance(found, kind):
        raise Refused(N_("That is not in the plan as it was approved."), code="line_gone")
    if asker.role == HOLDER and same_role(role) not in map(same_role, answering(plan, found)):
        raise Refused(N_("Another role answers for that."), code="not_yours")
    return found


def answering(plan: Plan, line: Line) -> tuple[str, ...]:
    """The roles that answer for a metric or an action: its own, or else its goal's owner."""
    goal = goal_of(plan, line.id)
    match line:
        case Metric():
            promised = line.baseline_promise.who if line.baseline_promise else ""
            own = (line.owner or (goal.owner if goal else ""), promised)
        case Action():
            own = (line.responsible or (goal.owner if goal else ""),)
        case _:
            own = ()
    return tuple(filter(None, own))


def in_its_name(plan: Plan, line: str, role: str) -> str:
    """A role that the plan names there, however long it is; any other is no longer than a name."""
    found = line_in(plan, line)
    named = found is not None and same_role(role) in map(same_role, answering(plan, found))
    return role.strip() if named else within(role, limits.NAME, "role")


# -- The end --------------------------------------------------------------------------------------------------------


def close_plan(life: Life, plan: Plan, closed: Closed) -> list[Event]:
    """On any day since it was approved; the same once more is nothing new."""
    if plan.approved_on and closed.day < plan.approved_on:
        raise Refused(N_("The plan was not approved yet on that day."), code="too_early", field="day")
    return [] if life.closed == closed else [PlanClosed(closed.day, closed.reason)]


def given(reason: str) -> str:
    if not reason.strip():
        raise Refused(N_("Say why, for those who read it later."), code="empty", field="reason")
    return within(reason, limits.REASON, "reason")


# -- Figures --------------------------------------------------------------------------------------------------------


def enter_figure(life: Life, command: EnterFigure, metric: Metric) -> list[Event]:
    """A figure for a period that is over. The same one again is nothing new."""
    check_period(metric, command.period, command.today)
    if command.standing not in get_args(Standing):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="standing")
    entered = Entered(
        command.figure,
        metric.id,
        command.period,
        number(command.value, "value"),
        None if command.numerator is None else number(command.numerator, "numerator"),
        None if command.denominator is None else number(command.denominator, "denominator"),
        within(command.comment, limits.NOTE, "comment"),
        link(command.evidence),
        command.standing,
        command.today,
        command.role,
        definition_of(life, metric.id),
    )
    if says_nothing_new(life, entered):
        return []
    if len(life.entered_by) >= limits.FIGURES:
        raise Refused(N_("There is no room for more figures."), code="full")
    fresh((each.figure for each in life.entered_by), entered.id)
    return [FigureEntered(entered)]


def withdraw_figure(life: Life, command: WithdrawFigure, plan: Plan, asker: Asker) -> list[Event]:
    """By any definition, also of a metric that the plan has no more. What was taken back already stays as it was."""
    if any(each.entered.id == command.figure for each in life.withdrawn):
        return []
    entered = next((each for each in life.entered if each.id == command.figure), None)
    if entered is None:
        raise Refused(N_("That figure is not there."), code="figure_gone")
    own = same_role(command.role) == same_role(entered.by)
    if asker.role == HOLDER and not own:
        owed(plan, entered.metric, Metric, command.role, asker)
    role = command.role if own else in_its_name(plan, entered.metric, command.role)
    return [FigureWithdrawn(entered.id, given(command.reason), role, command.today)]


def check_period(metric: Metric, period: Period, today: date) -> None:
    if period.first > period.last or not counted_by(metric.frequency, period):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="period")
    if period.last > today:
        raise Refused(N_("That period is not over yet."), code="future", field="period")


def number(value: float, field: str) -> float:
    if not may_stand(value):
        raise Refused(N_("Write this as a number."), code="not_a_number", field=field)
    return float(value)


def link(text: str) -> str:
    """An address that a browser may go to, and nothing else that one could be tricked with."""
    tidy = within(text, limits.LINK, "evidence")
    if tidy and (not tidy.casefold().startswith(LINKS) or any(sign.isspace() for sign in tidy)):
        raise Refused(N_("Write an address that begins with https://."), code="not_a_link", field="evidence")
    return tidy


def says_nothing_new(life: Life, entered: Entered) -> bool:
    before = [each for each in life.entered if (each.metric, each.period) == (entered.metric, entered.period)]
    return bool(before) and content(before[-1]) == content(entered)


def content(entered: Entered) -> tuple[object, ...]:
    """What a figure says, whoever said it when."""
    counts = (entered.value, entered.numerator, entered.denominator)
    return (*counts, entered.comment, entered.evidence, entered.standing, entered.definition)


# -- Progress and baselines -----------------------------------------------------------------------------------------


def tell_progress(life: Life, command: TellProgress, action: Action) -> list[Event]:
    if command.status not in get_args(ActionStatus):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="status")
    comment = within(command.comment, limits.NOTE, "comment")
    before = life.told.get(action.id) or Told(action.id, action.status)
    reached = before.reached if command.milestones is None else milestones_of(action, command.milestones)
    told = Told(action.id, command.status, comment, command.today, command.role, reached)
    said = (action.status, before.comment, action.milestones)
    if (told.status, told.comment, approved_with(life, action, reached)) == said:
        return []
    return [ProgressTold(told)]


def milestones_of(action: Action, told: tuple[str, ...]) -> tuple[str, ...]:
    found = told_apart(action, told)
    if found is None:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="milestones")
    return found


def approved_with(life: Life, action: Action, reached: tuple[str, ...]) -> tuple[Milestone, ...]:
    """The milestones of the action as it was approved, with those that would be told to be reached."""
    was = line_in(life.published.plan, action.id) if life.published else None
    return as_reached(was, reached).milestones if isinstance(was, Action) else ()


def give_baseline(life: Life, command: GiveBaseline, metric: Metric) -> list[Event]:
    """Only where the plan was approved without one: what was approved is changed by an amendment."""
    if life.published and isinstance(was := line_in(life.published.plan, metric.id), Metric) and was.baseline:
        raise Refused(N_("The plan has a baseline there. An amendment changes it."), code="has_baseline")
    number(command.reading.value, "value")
    if command.reading.day and command.reading.day > command.today:
        raise Refused(N_("That day is still to come."), code="future", field="day")
    within(command.reading.note, limits.NOTE, "comment")
    if command.reading == metric.baseline:
        return []
    return [BaselineGiven(metric.id, command.reading, command.role)]
