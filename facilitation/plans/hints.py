"""Hints beside the fields of a card: the checks on what it would become, less those its group left as they are."""

from facilitation.live.state import Card, Workshop
from facilitation.packs import Pack
from facilitation.plans.evidence import Behind, behind
from facilitation.plans.goals import action, goal, metric
from facilitation.plans.reading import line, told
from facilitation.plans.room import state_rows
from facilitation.quality import Context, Finding, findings
from facilitation.shapes import Action, Goal, Metric
from facilitation.steps import kind_of
from facilitation.steps.kind import StepKind


def hints(workshop: Workshop, pack: Pack, card: str) -> tuple[Finding, ...]:
    """What the checks say about one card, seen beside its own group's cards and those shown to all."""
    found = workshop.cards[card]
    kind = kind_of(workshop.steps.get(found.step))
    known = behind(workshop, pack)
    thing = becomes(found, known)
    if thing is None:
        return ()
    return tuple(each for each in findings(thing, around(found, kind, known)) if each.check not in found.muted)


def becomes(card: Card, known: Behind) -> Goal | Metric | Action | None:
    """What a card would be in the plan."""
    workshop, pack = known.workshop, known.pack
    match card.kind:
        case "goal":
            return goal(card, bound(workshop, card, "metric"), bound(workshop, card, "action"), pack, known)
        case "metric":
            return metric(card, pack)
        case "action":
            return action(card)
        case _:
            return None


def around(card: Card, kind: StepKind, known: Behind) -> Context:
    """The world around a card: only live fields are asked, and nothing hidden from its group is compared with."""
    workshop, pack = known.workshop, known.pack
    goals = {each.id: goal(each, [], [], pack, known) for each in seen(workshop, card, "goal")}
    opened = workshop.work[card.step].opened_at
    return Context(
        pack=pack,
        today=opened.date() if opened else None,
        goal=goals.get(line(card, "goal")),
        goals=tuple(goals.values()),
        actions=tuple(action(each) for each in seen(workshop, card, "action")),
        state=state_rows(workshop, pack, known),
        asked=frozenset(field.key for field in kind.fields if field.live),
    )


def seen(workshop: Workshop, card: Card, kind: str) -> list[Card]:
    """The cards of a kind that the card's group sees."""
    return [each for each in told(workshop, kind, of_groups=True) if each.shown or each.group == card.group]


def bound(workshop: Workshop, goal_card: Card, kind: str) -> list[Card]:
    return [each for each in seen(workshop, goal_card, kind) if line(each, "goal") == goal_card.id]
