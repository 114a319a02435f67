"""Reading cards: their texts, days, figures and roles, as the plan's shapes want them."""

from datetime import date

from facilitation.live.asking import set_aside
from facilitation.live.state import Card, Said, Workshop
from facilitation.steps import KINDS
from facilitation.words import Parallel

ALONE = frozenset(kind.yields for kind in KINDS.values() if kind.solo_first and kind.yields)


def words(card: Card, field: str) -> Parallel:
    """A field's parallel texts; none if it has none."""
    answer = card.answers.get(field)
    if isinstance(answer, Said):
        return {language: text for language, text in answer.texts.items() if text}
    return {card.language: str(answer)} if answer else {}


def line(card: Card, field: str) -> str:
    """A field as one text, in the language it was first written in."""
    answer = card.answers.get(field)
    if isinstance(answer, Said):
        return answer.texts.get(answer.language, "")
    return "" if answer is None else str(answer)


def day(card: Card, field: str) -> date | None:
    answer = card.answers.get(field)
    return date.fromisoformat(answer) if isinstance(answer, str) and answer else None


def figure(card: Card, field: str) -> float | None:
    answer = card.answers.get(field)
    return float(answer) if isinstance(answer, int | float) and not isinstance(answer, bool) else None


def whole(card: Card, field: str) -> int | None:
    answer = figure(card, field)
    return None if answer is None else int(answer)


def several(card: Card, field: str) -> tuple[str, ...]:
    answer = card.answers.get(field)
    if isinstance(answer, list):
        return tuple(answer)
    return (answer,) if isinstance(answer, str) and answer else ()


def told(workshop: Workshop, kind: str, *, of_groups: bool) -> list[Card]:
    """Cards of a kind that may be told: shown to all, and those still within groups where the reader may see them.

    What was written alone comes by random id: the order in which it was written would tell whose it is.
    """
    cards = [
        card
        for card in workshop.cards_in(kind)
        if (card.shown or (of_groups and card.group)) and not set_aside(workshop, card)
    ]
    return sorted(cards, key=lambda card: card.id) if kind in ALONE else cards
