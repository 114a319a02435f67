"""What is on a ballot, how many dots a person has, and which dots count."""

from collections.abc import Mapping

from facilitation.live.state import Card, Workshop
from facilitation.live.tally import dots_each
from facilitation.steps import options_of


def ballot(workshop: Workshop, step: str) -> list[Card]:
    """The cards voted on: clusters and the ideas left outside them, or goals."""
    if options_of(workshop.steps[step])["of"] == "goals":
        return [card for card in workshop.cards_in("goal") if card.shown]
    clusters = [card for card in workshop.cards_in("cluster") if inside(workshop, card.id)]
    loose = [card for card in workshop.cards_in("idea") if card.shown and not homed(workshop, card)]
    return [*clusters, *loose]


def inside(workshop: Workshop, cluster: str) -> list[Card]:
    """The living cards in a cluster."""
    return [card for card in workshop.cards.values() if card.cluster == cluster and card.alive]


def homed(workshop: Workshop, card: Card) -> bool:
    """Whether a card lies in a living cluster."""
    cluster = workshop.cards.get(card.cluster or "")
    return cluster is not None and cluster.alive


def budget_of(workshop: Workshop, step: str) -> int:
    """Dots a person: as the host said, else a third of what is voted on, from three to six."""
    said = options_of(workshop.steps[step])["dots"]
    if isinstance(said, int):
        return said
    return dots_each(len(ballot(workshop, step)))


def counted(given: Mapping[str, int], budget: int, most_on_one: int) -> Mapping[str, int]:
    """The dots that count: those given first, when the host has lowered the numbers meanwhile."""
    left, kept = budget, {}
    for card, dots in given.items():
        kept[card] = min(dots, most_on_one, left)
        left -= kept[card]
    return {card: dots for card, dots in kept.items() if dots}
