"""What would take a contribution back. An undo is a new event; the log never forgets."""

from facilitation.live.events import (
    CardAdded,
    CardPlacedOnMatrix,
    CardRestored,
    CardRevised,
    CardsPlaced,
    CardTakenOffMatrix,
    CardWithdrawn,
    ChoiceMade,
    ConfidenceGiven,
    ConfidenceTakenBack,
    DecisionMade,
    DecisionWithdrawn,
    DotsGiven,
    Event,
    LevelAgreed,
    LevelWithdrawn,
    MarkGiven,
    MarkTakenBack,
    Recorded,
    StatementsPicked,
    WordingChosen,
    WordingKept,
    WordingTakenBack,
)
from facilitation.live.state import Card, Said, Workshop


def inverse(before: Workshop, recorded: Recorded) -> tuple[Event, ...] | None:
    """The events that undo one contribution; None when the event is no contribution of a seat."""
    for undone in (of_card, of_answer, of_room):
        if (events := undone(before, recorded)) is not None:
            return events
    return None


def of_card(before: Workshop, recorded: Recorded) -> tuple[Event, ...] | None:
    """Of what was written on a card, or where it was put."""
    match recorded.event:
        case CardAdded(card) | CardRestored(card):
            return (CardWithdrawn(card),)
        case CardWithdrawn(card):
            return (CardRestored(card),)
        case CardRevised(card, field, _, language):
            return (revised_back(before.cards[card], field, language),)
        case WordingChosen(card, field, _, language):
            return unsettled(before.cards[card], field, language)
        case WordingKept(card, field, _, language) | WordingTakenBack(card, field, language):
            return (kept_back(before.cards[card], field, language, recorded.for_),)
        case CardsPlaced(cards, _):
            return tuple(CardsPlaced((card,), before.cards[card].cluster) for card in cards)
        case _:
            return None


def of_answer(before: Workshop, recorded: Recorded) -> tuple[Event, ...] | None:
    """Of what a seat marked, picked, gave or chose."""
    seat = recorded.for_
    match recorded.event:
        case MarkGiven(step, statement) | MarkTakenBack(step, statement):
            return (marked_back(before, step, statement, seat),)
        case StatementsPicked(step, _):
            return (StatementsPicked(step, before.work[step].picks.get(seat, ())),)
        case DotsGiven(step, card, _):
            return (DotsGiven(step, card, before.work[step].dots.get(seat, {}).get(card, 0)),)
        case CardPlacedOnMatrix(step, card, _, _):
            place = before.work[step].places.get(seat, {}).get(card)
            return (CardPlacedOnMatrix(step, card, *place) if place else CardTakenOffMatrix(step, card),)
        case CardTakenOffMatrix(step, card):
            return (CardPlacedOnMatrix(step, card, *before.work[step].places[seat][card]),)
        case ChoiceMade(step, _):
            return (ChoiceMade(step, before.work[step].choices.get(seat, ())),)
        case ConfidenceGiven(step) | ConfidenceTakenBack(step):
            given = before.work[step].confidence.get(seat)
            return (ConfidenceGiven(step, given.level, given.raise_it) if given else ConfidenceTakenBack(step),)
        case _:
            return None


def of_room(before: Workshop, recorded: Recorded) -> tuple[Event, ...] | None:
    """Of what the room agreed and decided."""
    match recorded.event:
        case LevelAgreed(step, statement) | LevelWithdrawn(step, statement):
            return (agreed_back(before, step, statement),)
        case DecisionMade(decision):
            return (DecisionWithdrawn(decision),)
        case DecisionWithdrawn(decision):
            made = before.decisions[decision]
            return (DecisionMade(made.id, made.step, made.text, made.cards, made.reason),)
        case _:
            return None


def revised_back(card: Card, field: str, language: str) -> Event:
    now = card.answers.get(field)
    return CardRevised(card.id, field, now.texts.get(language, "") if isinstance(now, Said) else now, language)


def unsettled(card: Card, field: str, language: str) -> tuple[Event, ...]:
    """The field as it was, and beside it again the texts that were kept."""
    kept = [each for each in card.kept if (each.field, each.language) == (field, language)]
    return (
        revised_back(card, field, language),
        *(WordingKept(card.id, field, each.text, language, each.by) for each in kept),
    )


def kept_back(card: Card, field: str, language: str, seat: str) -> Event:
    """The text this person had kept before, or none."""
    mine = [each for each in card.kept if (each.field, each.language, each.by) == (field, language, seat)]
    return WordingKept(card.id, field, mine[0].text, language) if mine else WordingTakenBack(card.id, field, language)


def agreed_back(before: Workshop, step: str, statement: str) -> Event:
    now = before.work[step].agreed.get(statement)
    if now is None:
        return LevelWithdrawn(step, statement)
    return LevelAgreed(step, statement, now.level, now.target, now.reason, now.source)


def marked_back(before: Workshop, step: str, statement: str, seat: str) -> Event:
    mark = before.work[step].book.get(statement, {}).get(seat)
    if mark is None:
        return MarkTakenBack(step, statement)
    return MarkGiven(step, statement, mark.level, mark.none, mark.importance, mark.certainty, mark.target)
