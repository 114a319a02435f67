"""From a workshop's state to its draft plans: pure, at any moment, each line with what stands behind it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from facilitation.live.results import confidence_of
from facilitation.live.state import Card, Workshop
from facilitation.packs import Pack
from facilitation.plans.evidence import Behind, behind
from facilitation.plans.goals import action, goal, metric
from facilitation.plans.others import gathered, risks
from facilitation.plans.reading import line, told, words
from facilitation.plans.room import focus, gathering, state_rows, theme_rows, voted
from facilitation.plans.tasks import tasks
from facilitation.shapes import Confidence, Decision, Goal, Parked, Plan, Span


def drafts(workshop: Workshop, pack: Pack, *, of_groups: bool = False) -> tuple[Plan, ...]:
    """The draft of the workshop's organisation, and one for each organisation that groups drafted for.

    `of_groups` takes in what groups have not shown yet, for readers who may see it.
    """
    known = behind(workshop, pack)
    whole = draft(workshop, pack, known, of_groups=of_groups)
    units = list(dict.fromkeys(each.unit for each in whole.goals if each.unit))
    if not units:
        return (whole,)
    own = only(whole, workshop.organisation, lambda each: not each.unit)
    return (
        *([own] if own.goals else []),
        *(only(whole, unit, lambda each, unit=unit: each.unit == unit) for unit in units),
    )


def only(plan: Plan, organisation: str, wanted: Callable[[Goal], bool]) -> Plan:
    """The plan of one organisation: its own goals, and the room's shared ground."""
    goals = tuple(each for each in plan.goals if wanted(each))
    about = {part.id for each in goals for part in (each, *each.metrics, *each.actions)}
    left = tuple(task for task in plan.tasks if task.about in about or not task.about)
    return replace(plan, id=f"{plan.id}/{organisation}", organisation=organisation, goals=goals, tasks=left)


def draft(workshop: Workshop, pack: Pack, known: Behind, *, of_groups: bool) -> Plan:
    """One plan of everything the workshop has brought so far."""
    goals, loose_metrics, loose_actions = bound(workshop, pack, known, of_groups=of_groups)
    plan = Plan(
        id="draft",
        title=workshop.title,
        organisation=workshop.organisation,
        period=Span(workshop.period),
        languages=workshop.languages,
        pack=workshop.pack,
        pack_version=workshop.pack_version,
        strategy_version=pack.strategy.version,
        participants=Counter(seat.role_group for seat in workshop.people if seat.role_group),
        people=len(workshop.people),
        current_state=state_rows(workshop, pack, known),
        themes=theme_rows(workshop, pack),
        focus=focus(workshop, known),
        goals=goals,
        loose_metrics=tuple(metric(card, pack) for card in loose_metrics),
        loose_actions=tuple(action(card) for card in loose_actions),
        decisions=decisions(workshop),
        parked=tuple(Parked(card.id, words(card, "text")) for card in told(workshop, "parked", of_groups=True)),
        risks=risks(workshop, of_groups=of_groups),
        confidence=confidence(workshop),
        votes=voted(workshop, known),
        gathering=gathering(workshop),
        gathered=gathered(workshop, of_groups=of_groups),
    )
    return replace(plan, tasks=tasks(plan))


def bound(
    workshop: Workshop, pack: Pack, known: Behind, *, of_groups: bool
) -> tuple[tuple[Goal, ...], list[Card], list[Card]]:
    """Goals with the metrics and actions bound to them, and those bound to none."""
    cards = told(workshop, "goal", of_groups=of_groups)
    metrics = told(workshop, "metric", of_groups=of_groups)
    actions = told(workshop, "action", of_groups=of_groups)
    ids = {card.id for card in cards}
    goals = tuple(goal(card, of(card, metrics), of(card, actions), pack, known) for card in cards)
    return (
        goals,
        [card for card in metrics if line(card, "goal") not in ids],
        [card for card in actions if line(card, "goal") not in ids],
    )


def of(goal_card: Card, cards: list[Card]) -> list[Card]:
    return [card for card in cards if line(card, "goal") == goal_card.id]


def decisions(workshop: Workshop) -> tuple[Decision, ...]:
    return tuple(
        Decision(made.id, made.text, made.reason, made.cards, made.at.date(), made.step)
        for made in workshop.decisions.values()
    )


def confidence(workshop: Workshop) -> Confidence | None:
    """How sure the room was, from the last review that asked; nothing under five answers."""
    reviews = [step for step in workshop.order if workshop.steps[step].kind == "review"]
    for step in reversed(reviews):
        shown = confidence_of(workshop, step)
        if shown and shown.n and shown.median is not None and shown.low is not None and shown.high is not None:
            return Confidence(shown.n, shown.median, shown.low, shown.high, shown.raises)
    return None
