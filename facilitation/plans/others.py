"""Risks, and the cards of kinds that a plan has no section of its own for: a new kind of step needs nothing here."""

from facilitation.live.state import Card, Workshop
from facilitation.plans.reading import line, several, told, whole, words
from facilitation.plans.room import title
from facilitation.shapes import Evidence, Gathered, Risk
from facilitation.steps import KINDS
from facilitation.steps.kind import Card as Reference
from facilitation.steps.kind import Choice, Field, Objective, Step, Text
from facilitation.words import Message, Parallel

AT_HOME = frozenset({"goal", "metric", "action", "risk", "idea", "evidence", "cluster", "parked"})


def risks(workshop: Workshop, *, of_groups: bool) -> tuple[Risk, ...]:
    return tuple(
        Risk(
            card.id,
            words(card, "text"),
            whole(card, "likelihood"),
            whole(card, "impact"),
            Evidence(cards=(card.id,), groups=(card.group,) if card.group else ()),
        )
        for card in told(workshop, "risk", of_groups=of_groups)
    )


def gathered(workshop: Workshop, *, of_groups: bool) -> tuple[Gathered, ...]:
    """One table a step, in the order of the agenda."""
    steps = (workshop.steps[step] for step in workshop.order)
    wanted = [step for step in steps if KINDS[step.kind].yields and KINDS[step.kind].yields not in AT_HOME]
    tables = (table(workshop, step, of_groups=of_groups) for step in wanted)
    return tuple(each for each in tables if each.rows)


def table(workshop: Workshop, step: Step, *, of_groups: bool) -> Gathered:
    kind = KINDS[step.kind]
    cards = [card for card in told(workshop, kind.yields, of_groups=of_groups) if card.step == step.id]
    return Gathered(
        kind=kind.yields,
        title=kind.title,
        fields=tuple(field.label for field in kind.fields),
        rows=tuple(tuple(cell(workshop, card, field) for field in kind.fields) for card in cards),
        about=step.title,
    )


def cell(workshop: Workshop, card: Card, field: Field) -> Parallel | Message | str:
    """An answer as a table tells it: words as they were written, a choice by its label, a card by what it is called."""
    match field:
        case Text():
            return words(card, field.key)
        case Choice(choices=choices):
            label = dict(choices).get(line(card, field.key))
            return Message(label) if label else ""
        case Reference():
            other = line(card, field.key)
            return title(workshop, other) if other in workshop.cards else ""
        case Objective():
            return ", ".join(several(card, field.key))
        case _:
            return line(card, field.key)
