"""What would take a contribution back. An undo is a new event; the log never forgets."""

from facilitation.live.events import (
    CardAdded,
    CardPlacedOnMatrix,
    CardRestored,
    CardRevised,
    CardsPlaced,
    CardWithdrawn,
    ChoiceMade,
    ConfidenceGiven,
    DotsGiven,
    Event,
    MarkGiven,
    MarkTakenBack,
    Recorded,
    StatementsPicked,
    WordingChosen,
)
from facilitation.live.state import Card, Said, Workshop


def inverse(before: Workshop, recorded: Recorded) -> tuple[Event, ...] | None:
    """The events that undo one contribution; None when the event is no contribution of a seat."""
    seat = recorded.for_
    match recorded.event:
        case CardAdded(card):
            return (CardWithdrawn(card),)
        case CardWithdrawn(card):
            return (CardRestored(card),)
        case CardRestored(card):
            return (CardWithdrawn(card),)
        case CardRevised(card, field, _, language) | WordingChosen(card, field, _, language):
            return revised_back(before.cards[card], field, language)
        case CardsPlaced(cards, _):
            return tuple(CardsPlaced((card,), before.cards[card].cluster) for card in cards)
        case MarkGiven(step, statement) | MarkTakenBack(step, statement):
            return (marked_back(before, step, statement, seat),)
        case StatementsPicked(step, _):
            return (StatementsPicked(step, before.work[step].picks.get(seat, ())),)
        case DotsGiven(step, card, _):
            return (DotsGiven(step, card, before.work[step].dots.get(seat, {}).get(card, 0)),)
        case CardPlacedOnMatrix(step, card, _, _):
            place = before.work[step].places.get(seat, {}).get(card)
            return (CardPlacedOnMatrix(step, card, *place),) if place else ()
        case ChoiceMade(step, _):
            return (ChoiceMade(step, before.work[step].choices.get(seat, ())),)
        case ConfidenceGiven(step, _, _):
            given = before.work[step].confidence.get(seat)
            return (ConfidenceGiven(step, given.level, given.raise_it),) if given else ()
        case _:
            return None


def revised_back(card: Card, field: str, language: str) -> tuple[Event, ...]:
    now = card.answers.get(field)
    if isinstance(now, Said):
        text = now.texts.get(language, "")
        return (CardRevised(card.id, field, text, language),)
    return (CardRevised(card.id, field, now, language),)


def marked_back(before: Workshop, step: str, statement: str, seat: str) -> Event:
    mark = before.work[step].book.get(statement, {}).get(seat)
    if mark is None:
        return MarkTakenBack(step, statement)
    return MarkGiven(step, statement, mark.level, mark.none, mark.importance, mark.certainty, mark.target)
