"""Cards into clusters and out of them: each group its own, the host all, and nothing while people vote on it."""

from facilitation import limits
from facilitation.live.commands import Asker
from facilitation.live.events import CardsPlaced, CardWithdrawn, Event
from facilitation.live.rules.common import existing_card, existing_step, writable
from facilitation.live.state import Card, Workshop
from facilitation.live.voting import inside, votes
from facilitation.steps import options_of
from facilitation.steps.phases import OPEN
from facilitation.words import N_, Refused


def place_cards(workshop: Workshop, cards: tuple[str, ...], cluster: str | None, asker: Asker) -> list[Event]:
    """Shown cards go into a cluster of the same step, or out of one; never while a vote on them is open."""
    found = [existing_card(workshop, card) for card in dict.fromkeys(cards)]
    if not found:
        return []
    if len(found) > limits.CARDS_PER_COMMAND:
        raise Refused(N_("At most %(limit)s cards at once."), code="too_many_cards", limit=limits.CARDS_PER_COMMAND)
    into = [living_cluster(workshop, cluster)] if cluster else []
    if len({card.step for card in (*found, *into)}) != 1 or any(card.kind == "cluster" for card in found):
        raise Refused(N_("Cards go into a cluster of their own step."), code="wrong_cluster")
    if any(not card.shown for card in found):
        raise Refused(N_("A hidden card cannot be moved. Reveal the step first."), code="hidden")
    clustering(workshop, (*found, *into), asker)
    moved = tuple(card.id for card in found if card.cluster != cluster and card.alive)
    return [CardsPlaced(moved, cluster)] if moved else []


def living_cluster(workshop: Workshop, cluster: str) -> Card:
    """The cluster, or Refused."""
    found = existing_card(workshop, cluster)
    if found.kind != "cluster" or not found.alive:
        raise Refused(N_("Cards go into a cluster of their own step."), code="wrong_cluster")
    return found


def clustering(workshop: Workshop, cards: tuple[Card, ...], asker: Asker) -> None:
    """Refused unless these cards of one step may be moved by this person now."""
    step = existing_step(workshop, cards[0].step)
    writable(workshop, step.id, asker)
    no_open_vote(workshop)
    if asker.hosts:
        return
    if options_of(step).get("cluster_by") != "groups":
        raise Refused(N_("The facilitator puts ideas into clusters in this step."), code="not_host")
    if not {card.group for card in cards} <= {None, workshop.group_of(asker.whose)}:
        raise Refused(N_("Each group puts its own cards into clusters."), code="not_yours")


def no_open_vote(workshop: Workshop) -> None:
    """While a vote is open nothing merges or splits: people must find what they voted on."""
    if any(work.phase == OPEN and votes(workshop, step) for step, work in workshop.work.items()):
        raise Refused(N_("Nothing moves while people vote on it."), code="voting")


def merge_clusters(workshop: Workshop, cluster: str, into: str, asker: Asker) -> list[Event]:
    """All cards of one cluster go into another; the emptied one is withdrawn."""
    gone = existing_card(workshop, cluster)
    if cluster == into or not gone.alive:
        return []
    both = (living_cluster(workshop, cluster), living_cluster(workshop, into))
    if both[0].step != both[1].step:
        raise Refused(N_("Cards go into a cluster of their own step."), code="wrong_cluster")
    clustering(workshop, both, asker)
    moved = tuple(card.id for card in inside(workshop, cluster))
    return [*([CardsPlaced(moved, into)] if moved else []), CardWithdrawn(cluster)]


def freeing(workshop: Workshop, cluster: str, moved: frozenset[str] = frozenset()) -> list[Event]:
    """What lets the cards of a cluster go before it goes, but for those moved already; nothing for any other card."""
    if workshop.cards[cluster].kind != "cluster":
        return []
    cards = tuple(card.id for card in inside(workshop, cluster) if card.id not in moved)
    return [CardsPlaced(cards, None)] if cards else []
