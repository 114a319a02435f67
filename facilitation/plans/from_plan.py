"""Continuing from a plan: its agreed levels, focus, goals, metrics and actions, for the next workshop to take along."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from facilitation.live.commands import BringCard, BringLevels, Command
from facilitation.plans.beginnings import goes_on
from facilitation.shapes import NO_FOCUS, Action, Focus, Goal, Metric, Plan, StateRow
from facilitation.steps.interim import written
from facilitation.steps.kind import Value
from facilitation.words import Parallel, said

IDEA_ID = "focus-{:06}"
SHORTEST, LONGEST = 8, 32


@dataclass(frozen=True, slots=True)
class Carried:
    """What of a plan a workshop can continue from."""

    title: Parallel = field(default_factory=dict)
    organisation: str = ""
    current_state: tuple[StateRow, ...] = ()
    focus: Focus = NO_FOCUS
    goals: tuple[Goal, ...] = ()
    pack: str = ""
    """The method by which it was made."""
    loose_metrics: tuple[Metric, ...] = ()
    loose_actions: tuple[Action, ...] = ()


def carried(plan: Plan) -> Carried:
    return Carried(**{each.name: getattr(plan, each.name) for each in fields(Carried)})


def next_id(id: str) -> str:
    """The id in the next workshop: the same where it can be asked for."""
    return id if SHORTEST <= len(id) <= LONGEST else f"from-plan-{id}"[:LONGEST]


def brought_from_plan(plan: Carried, source: str, language: str = "en") -> list[Command]:
    """What a workshop is asked to bring; `language` is that of words which the plan keeps in one language only."""
    goals = [bring("goal", each.id, goal(each), texts_of_goal(each), source, language) for each in plan.goals]
    return [*levels(plan, source), *focus(plan, source, language), *goals, *parts(plan, source, language)]


def levels(plan: Carried, source: str) -> Iterator[Command]:
    agreed = {row.statement: row.agreed for row in plan.current_state if row.agreed is not None}
    targets = {row.statement: row.target for row in plan.current_state if row.target is not None}
    if agreed:
        yield BringLevels("", agreed, {key: level for key, level in targets.items() if key in agreed}, source)


def focus(plan: Carried, source: str, language: str) -> Iterator[Command]:
    for number, choice in enumerate(plan.focus.chosen):
        if choice.text:
            yield bring("idea", IDEA_ID.format(number), {}, {"text": choice.text}, source, language)


def parts(plan: Carried, source: str, language: str) -> Iterator[Command]:
    """Metrics and actions that are not over, each bound to its goal; last those that have none."""
    of_goals = ((each.id, each.metrics, each.actions) for each in plan.goals)
    for of, metrics, actions in (*of_goals, ("", plan.loose_metrics, plan.loose_actions)):
        for one in metrics:
            yield bring("metric", one.id, metric(one, of), texts_of_metric(one), noted(one, source), language)
        for one in filter(goes_on, actions):
            yield bring("action", one.id, action(one, of), texts_of_action(one), source, language)


def noted(metric: Metric, source: str) -> str:
    """The source, with what is to be known of the baseline: a sheet has no room for it in the workshop."""
    return f"{source} ({metric.baseline.note})" if metric.baseline and metric.baseline.note else source


def bring(
    kind: str, id: str, answers: Mapping[str, Value], texts: Mapping[str, Parallel], source: str, language: str
) -> BringCard:
    """A card with what is known of it; a text comes in every language it has."""
    written = {key: words for key, words in texts.items() if words}
    tongues = [code for words in written.values() for code in words]
    first = language if language in tongues or not tongues else tongues[0]
    known = {key: value for key, value in answers.items() if value not in (None, "", [])}
    return BringCard(
        next_id(id),
        "",
        kind,
        {**known, **{key: said(words, first) for key, words in written.items()}},
        first,
        source,
        written,
    )


def goal(goal: Goal) -> Mapping[str, Value]:
    return {
        "objectives": list(goal.objectives),
        "due": day(goal.due),
        "owner": goal.owner,
        "scope": goal.scope,
        "level_now": goal.level_now,
        "level_target": goal.level_target,
        "agreement": goal.agreement,
        "document": goal.document,
    }


def texts_of_goal(goal: Goal) -> Mapping[str, Parallel]:
    return {"from": goal.from_, "to": goal.to, "why": goal.why}


def metric(metric: Metric, of: str) -> Mapping[str, Value]:
    promise, target = metric.baseline_promise, metric.target
    return {
        "goal": next_id(of) if of else "",
        "library": metric.library or metric.registered,
        "unit": metric.unit,
        "direction": metric.direction,
        "baseline_by": promise.who if promise else "",
        "baseline_when": day(promise.by) if promise else "",
        "baseline": metric.baseline.value if metric.baseline else None,
        "baseline_day": day(metric.baseline.day) if metric.baseline else "",
        "target": target.value if target else None,
        "target_day": day(target.day) if target else "",
        "milestones": [written(each) for each in metric.targets[:-1] if each.day],
        "frequency": metric.frequency,
        "owner": metric.owner,
    }


def texts_of_metric(metric: Metric) -> Mapping[str, Parallel]:
    return {
        "name": metric.name,
        "definition": metric.definition,
        "numerator": metric.numerator,
        "denominator": metric.denominator,
        "source": metric.source,
    }


def action(action: Action, of: str) -> Mapping[str, Value]:
    return {
        "goal": next_id(of) if of else "",
        "responsible": action.responsible,
        "partners": action.partners,
        "start": day(action.start),
        "end": day(action.end),
    }


def texts_of_action(action: Action) -> Mapping[str, Parallel]:
    return {"what": action.text, "deliverable": action.deliverable, "resources": action.resources}


def day(when: date | None) -> str:
    return when.isoformat() if when else ""
