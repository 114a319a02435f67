"""What is on a ballot, how many dots a person has, and which dots count."""

from collections.abc import Mapping

from facilitation.live.state import Card, Workshop
from facilitation.live.tally import dots_each
from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Value


def votes(workshop: Workshop, step: str) -> bool:
    """Whether people vote in the step."""
    return KINDS[workshop.steps[step].kind].board == "ballot"


def ballot(workshop: Workshop, step: str) -> list[Card]:
    """The cards voted on: clusters and the ideas left outside them, or goals."""
    if options_of(workshop.steps[step])["of"] == "goals":
        return [card for card in workshop.cards_in("goal") if card.shown]
    living = [card for card in workshop.cards.values() if card.alive]
    filled = {card.cluster for card in living if card.cluster}
    clusters = [card for card in living if card.kind == "cluster" and card.id in filled]
    homes = {card.id for card in clusters}
    loose = [card for card in living if card.kind == "idea" and card.shown and card.cluster not in homes]
    # By random id: the order in which they were written would tell whose they are.
    return [*clusters, *sorted(loose, key=lambda card: card.id)]


def inside(workshop: Workshop, cluster: str) -> list[Card]:
    """The living cards in a cluster."""
    return [card for card in workshop.cards.values() if card.cluster == cluster and card.alive]


def budget_of(workshop: Workshop, step: str) -> int:
    """Dots a person has in an open vote."""
    return budget(options_of(workshop.steps[step]), len(ballot(workshop, step)))


def budget(options: Mapping[str, Value], cards: int) -> int:
    """Dots a person: as the host said, else a third of what is voted on, from three to six."""
    said = options["dots"]
    return said if isinstance(said, int) else dots_each(cards)


def counted(given: Mapping[str, int], budget: int, most_on_one: int) -> Mapping[str, int]:
    """The dots that count: those given first, when the host has lowered the numbers meanwhile."""
    left, kept = budget, {}
    for card, dots in given.items():
        kept[card] = min(dots, most_on_one, left)
        left -= kept[card]
    return {card: dots for card, dots in kept.items() if dots}
