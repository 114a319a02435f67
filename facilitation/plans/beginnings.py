"""How a plan begins: empty, from workshops' drafts, from another plan; each line with an id of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from facilitation.packs import Pack
from facilitation.plans import rooms
from facilitation.shapes import TOGETHER, Action, Evidence, FollowUp, Goal, Metric, Plan, Risk, StateRow, span_of
from facilitation.words import Parallel, said

Part = TypeVar("Part", Metric, Action, Goal, Risk, FollowUp)
Named = TypeVar("Named", Metric, Action, Goal, Risk)


def empty(pack: Pack, title: Parallel, organisation: str, period: str, languages: Iterable[str]) -> Plan:
    """A plan with a head and nothing else."""
    return Plan(
        "",
        title=title,
        organisation=organisation,
        period=span_of(period),
        languages=tuple(languages),
        pack=pack.key,
        pack_version=pack.version,
        strategy_version=pack.strategy.version,
    )


def together(plans: Sequence[Plan]) -> Plan:
    """One plan of several workshops' drafts: the head of the first, the lines of all in their order."""
    first = plans[0]
    return replace(
        first,
        participants=rooms.added(plan.participants for plan in plans),
        people=sum(plan.people for plan in plans),
        gathering=rooms.gathering(plans),
        current_state=rooms.state_rows(plans),
        themes=once(row for plan in plans for row in plan.themes),
        focus=replace(
            first.focus,
            chosen=tuple(choice for plan in plans for choice in plan.focus.chosen),
            left_out=tuple(choice for plan in plans for choice in plan.focus.left_out),
        ),
        goals=tuple(goal for plan in plans for goal in plan.goals),
        loose_metrics=tuple(metric for plan in plans for metric in plan.loose_metrics),
        loose_actions=tuple(action for plan in plans for action in plan.loose_actions),
        decisions=tuple(decision for plan in plans for decision in plan.decisions),
        parked=tuple(parked for plan in plans for parked in plan.parked),
        risks=tuple(risk for plan in plans for risk in plan.risks),
        tasks=(*(task for plan in plans for task in plan.tasks), *rooms.to_settle(plans)),
        follow_up=tuple(look for plan in plans for look in plan.follow_up),
        votes=tuple(voted for plan in plans for voted in plan.votes),
        gathered=tuple(table for plan in plans for table in plan.gathered),
    )


def told_apart(plan: Plan, workshop: str) -> Plan:
    """A draft that stands beside another workshop's: each line names its workshop, whose groups and cards it names."""
    return replace(
        plan,
        goals=tuple(
            replace(
                named(goal, workshop),
                metrics=tuple(named(metric, workshop) for metric in goal.metrics),
                actions=tuple(named(action, workshop) for action in goal.actions),
            )
            for goal in plan.goals
        ),
        loose_metrics=tuple(named(metric, workshop) for metric in plan.loose_metrics),
        loose_actions=tuple(named(action, workshop) for action in plan.loose_actions),
        risks=tuple(named(risk, workshop) for risk in plan.risks),
    )


def named(part: Named, workshop: str) -> Named:
    source = part.evidence.workshop or workshop
    return replace(part, evidence=replace(part.evidence, workshop=source))


def once(rows: Iterable[StateRow]) -> tuple[StateRow, ...]:
    """The first row of each statement: what two rooms marked is not put together."""
    found: dict[str, StateRow] = {}
    for row in rows:
        found.setdefault(row.statement, row)
    return tuple(found.values())


def fresh(plan: Plan) -> Plan:
    """A plan that came as a file: nobody here has approved it, and it is no branch's plan by saying so."""
    kind = "" if plan.kind in TOGETHER else plan.kind
    return replace(plan, status="draft", kind=kind, version="", approver="", approved_on=None, record_number="")


def next_of(plan: Plan, title: Parallel, period: str, *, own: bool = True) -> Plan:
    """The plan after this one: what is done stays behind, everything else comes along with its source.

    `own`: it is the same organisation's, so that after a branch's plan comes a branch's plan.
    """
    source, begun = said(plan.title, "en") or plan.organisation, fresh(of_no_room(plan))
    return replace(
        begun,
        kind=plan.kind if own else begun.kind,
        title=title or plan.title,
        period=span_of(period or plan.period.name),
        decisions=(),
        tasks=(),
        follow_up=(),
        goals=tuple(carried(goal, source) for goal in plan.goals),
        loose_metrics=from_before(plan.loose_metrics, source),
        loose_actions=from_before(filter(goes_on, plan.loose_actions), source),
        risks=from_before(plan.risks, source),
    )


def of_no_room(plan: Plan) -> Plan:
    """Without what is told of a gathering: nobody has met to make the plan that comes after it."""
    return replace(plan, workshops=(), participants={}, people=0, gathering=None, votes=(), confidence=None)


def carried(goal: Goal, source: str) -> Goal:
    metrics, actions = from_before(goal.metrics, source), from_before(filter(goes_on, goal.actions), source)
    return replace(goal, metrics=metrics, actions=actions, evidence=Evidence(workshop=source))


def from_before(parts: Iterable[Named], source: str) -> tuple[Named, ...]:
    return tuple(replace(each, evidence=Evidence(workshop=source)) for each in parts)


def goes_on(action: Action) -> bool:
    return action.status not in ("done", "abandoned")


# -- Ids ------------------------------------------------------------------------------------------------------------


def tidied(plan: Plan) -> Plan:
    """The plan with an id for each of its lines that no other has; most have one already, and keep it."""
    taken: set[str] = {plan.id}
    goals = tuple(
        replace(
            goal,
            metrics=tuple(own(metric, taken, "metric") for metric in goal.metrics),
            actions=tuple(own(action, taken, "action") for action in goal.actions),
        )
        for goal in (own(goal, taken, "goal") for goal in plan.goals)
    )
    return replace(
        plan,
        goals=tuple(bound(goal) for goal in goals),
        loose_metrics=tuple(own(metric, taken, "metric") for metric in plan.loose_metrics),
        loose_actions=tuple(own(action, taken, "action") for action in plan.loose_actions),
        risks=tuple(own(risk, taken, "risk") for risk in plan.risks),
        follow_up=tuple(own(look, taken, "look") for look in plan.follow_up),
    )


def own(part: Part, taken: set[str], kind: str) -> Part:
    """The part under its own id, or the first that is free."""
    names = (part.id, *(f"{part.id or kind}-{number}" for number in range(1, len(taken) + 2)))
    free = next(name for name in names if name and name not in taken)
    taken.add(free)
    return part if free == part.id else replace(part, id=free)


def bound(goal: Goal) -> Goal:
    """Its metrics and actions say themselves which goal they stand under."""
    metrics = tuple(replace(metric, goals=(goal.id,)) for metric in goal.metrics)
    return replace(goal, metrics=metrics, actions=tuple(replace(action, goal=goal.id) for action in goal.actions))
