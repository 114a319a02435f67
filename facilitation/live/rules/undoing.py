"""Taking back one's own last contribution: by new events, and only where it could still be made or changed."""

from facilitation.live.commands import Asker
from facilitation.live.events import (
    CardAdded,
    CardRestored,
    CardRevised,
    CardsPlaced,
    CardWithdrawn,
    DecisionMade,
    DecisionWithdrawn,
    Event,
    LevelAgreed,
    LevelWithdrawn,
    MarkGiven,
    Marking,
    MarkTakenBack,
    WordingChosen,
    WordingKept,
    WordingTakenBack,
)
from facilitation.live.rules.common import asking, deciding, existing_card, in_hand, open_or_revealed, writable
from facilitation.live.rules.moving import freeing, no_open_vote
from facilitation.live.state import Said, Workshop
from facilitation.words import N_, Refused


def undone(workshop: Workshop, asker: Asker) -> list[Event]:
    """The events that take the last contribution back; nothing if there is none."""
    events = workshop.undo.get(asker.whose, ())
    back = {event.card for event in events if isinstance(event, CardRestored)}
    for event in events:
        still_possible(workshop, event, asker, back)
    moved = frozenset(card for event in events if isinstance(event, CardsPlaced) for card in event.cards)
    return [each for event in events for each in whole(workshop, event, moved)]


def whole(workshop: Workshop, event: Event, moved: frozenset[str]) -> list[Event]:
    """A cluster that goes frees its cards, whoever has put them in meanwhile, but for those moved elsewhere."""
    return [*freeing(workshop, event.card, moved), event] if isinstance(event, CardWithdrawn) else [event]


def still_possible(workshop: Workshop, event: Event, asker: Asker, back: set[str]) -> None:
    """Refused where the contribution cannot be touched any more."""
    match event:
        case CardAdded(card) | CardWithdrawn(card) | CardRestored(card) | WordingChosen(card):
            untouched(workshop, card, asker)
        case WordingKept(card) | WordingTakenBack(card):
            untouched(workshop, card, asker)
        case CardRevised(card, field, _, language):
            untouched(workshop, card, asker)
            still_mine(workshop, card, field, language, asker)
        case CardsPlaced(cards, cluster):
            no_open_vote(workshop)
            for card in (*cards, *([cluster] if cluster and cluster not in back else [])):
                untouched(workshop, card, asker)
        case MarkGiven(step) | MarkTakenBack(step):
            open_or_revealed(workshop, step, asker)
        case LevelAgreed(step) | LevelWithdrawn(step):
            asking(workshop, step, "ladder")
            deciding(workshop, asker)
        case DecisionMade() | DecisionWithdrawn():
            deciding(workshop, asker)
        case _ if isinstance(event, Marking):
            in_hand(workshop, event.step, asker)
        case _:
            raise TypeError(f"nothing is undone by {type(event).__name__}")


def untouched(workshop: Workshop, card: str, asker: Asker) -> None:
    """Refused if a host took the card out, if its step is closed, or, for a cluster, while people vote."""
    found = existing_card(workshop, card)
    if found.taken_out is not None:
        raise Refused(N_("That card was taken away meanwhile. Your text is kept for you."), code="card_gone")
    writable(workshop, found.step, asker)
    if found.kind == "cluster":
        no_open_vote(workshop)


def still_mine(workshop: Workshop, card: str, field: str, language: str, asker: Asker) -> None:
    """Refused if somebody else has changed the field since: an undo never takes another's words away."""
    found = workshop.cards[card]
    now = found.answers.get(field)
    last = workshop.last.get(asker.whose)
    changed = (
        now.wordings[language].by != asker.whose
        if isinstance(now, Said) and language in now.wordings
        else last is None or found.changed_at != last[1]
    )
    if changed:
        raise Refused(N_("Somebody has changed this since. It stays as it is."), code="changed_since")
