"""What came along lives in the first step that asks for such things; while no step does, with the workshop itself."""

from collections.abc import Callable, Container, Mapping
from dataclasses import replace

from facilitation.live.evolve.changing import with_work
from facilitation.live.state import Agreed, Card, Workshop
from facilitation.steps import KINDS
from facilitation.steps.kind import StepKind


def first_step(workshop: Workshop, of: Callable[[StepKind], bool]) -> str:
    """The first step of such a kind; "" if the agenda has none."""
    return next((step for step in workshop.order if of(KINDS[workshop.steps[step].kind])), "")


def asks_levels(kind: StepKind) -> bool:
    return kind.board == "ladder"


def settled(workshop: Workshop) -> Workshop:
    """After the agenda has changed: everything that came along is where it belongs now."""
    return with_levels_settled(with_cards_settled(workshop))


def with_cards_settled(workshop: Workshop) -> Workshop:
    came = {card.id: home(workshop, card) for card in workshop.cards.values() if card.source}
    moved = {id: replace(workshop.cards[id], step=step) for id, step in came.items() if workshop.cards[id].step != step}
    return replace(workshop, cards={**workshop.cards, **moved}) if moved else workshop


def home(workshop: Workshop, card: Card) -> str:
    """A card's own step while that asks for such cards, else the first that does, else none."""
    step = workshop.steps.get(card.step)
    if step and KINDS[step.kind].yields == card.kind:
        return card.step
    return first_step(workshop, lambda kind: kind.yields == card.kind)


def with_levels_settled(workshop: Workshop) -> Workshop:
    step = first_step(workshop, asks_levels)
    if not workshop.levels or not step:
        return workshop
    agreed = {**workshop.levels, **workshop.work[step].agreed}
    return replace(with_work(workshop, step, agreed=agreed), levels={})


def freed(workshop: Workshop, kept: Container[str]) -> Mapping[str, Agreed]:
    """The levels without a step once all steps but these are gone."""
    gone = [work.agreed for step, work in workshop.work.items() if step not in kept]
    return {**workshop.levels, **{key: each for agreed in gone for key, each in agreed.items()}}
