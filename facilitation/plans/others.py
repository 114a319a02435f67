"""Risks, and the cards of kinds that a plan has no section of its own for: a new kind of step needs nothing here."""

from facilitation.live.state import Card, Workshop
from facilitation.plans.reading import line, told, whole, words
from facilitation.shapes import Evidence, Gathered, Risk
from facilitation.steps import KINDS
from facilitation.steps.kind import Choice, Field, StepKind, Text
from facilitation.words import Parallel

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
    """One table a kind, in the order of the agenda."""
    kinds = dict.fromkeys(workshop.steps[step].kind for step in workshop.order)
    tables = (table(workshop, KINDS[key], of_groups=of_groups) for key in kinds if KINDS[key].yields not in AT_HOME)
    return tuple(each for each in tables if each.rows)


def table(workshop: Workshop, kind: StepKind, *, of_groups: bool) -> Gathered:
    cards = told(workshop, kind.yields, of_groups=of_groups) if kind.yields else []
    return Gathered(
        kind=kind.yields,
        title=kind.title,
        fields=tuple(field.label for field in kind.fields),
        rows=tuple(tuple(cell(card, field) for field in kind.fields) for card in cards),
    )


def cell(card: Card, field: Field) -> Parallel | str:
    match field:
        case Text():
            return words(card, field.key)
        case Choice(choices=choices):
            return dict(choices).get(line(card, field.key), "")
        case _:
            return line(card, field.key)
