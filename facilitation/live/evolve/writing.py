"""Cards: added, revised, translated, placed, withdrawn. What is gone can come back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import assert_never

from facilitation.live.events import (
    CardAdded,
    CardMarkedReady,
    CardPutBack,
    CardRestored,
    CardRevised,
    CardsPlaced,
    CardTakenOut,
    CardWithdrawn,
    HintMuted,
    Recorded,
    WordingChecked,
    WordingChosen,
    WordingKept,
    WordingTakenBack,
    Writing,
)
from facilitation.live.evolve.changing import answer, put, with_card
from facilitation.live.state import Answer, Card, KeptWording, Said, Wording, Workshop
from facilitation.steps import card_kind
from facilitation.steps.kind import Step, StepKind, Text, Value


def evolve(workshop: Workshop, event: Writing, recorded: Recorded) -> Workshop:  # noqa: C901 one arm an event
    """What writing makes of a workshop."""
    match event:
        case CardAdded():
            return with_new_card(workshop, event, recorded)
        case CardRevised(card, field, value, language):
            return with_answer(workshop, card, field, value, language, recorded)
        case WordingKept(card, field, value, language, author):
            kept = KeptWording(field, language, value, author or recorded.for_)
            return with_card(workshop, card, kept=(*others_kept(workshop.cards[card], kept), kept))
        case WordingTakenBack(card, field, language):
            gone = KeptWording(field, language, "", recorded.for_)
            return with_card(workshop, card, kept=others_kept(workshop.cards[card], gone))
        case WordingChosen(card, field, value, language):
            settled = tuple(
                each for each in workshop.cards[card].kept if (each.field, each.language) != (field, language)
            )
            chosen = with_answer(workshop, card, field, value, language, recorded)
            return with_card(chosen, card, kept=settled)
        case WordingChecked(card, field, language):
            return with_checked(workshop, card, field, language, recorded.for_)
        case CardWithdrawn(card):
            return with_card(workshop, card, withdrawn=True)
        case CardRestored(card):
            return with_card(workshop, card, withdrawn=False)
        case CardTakenOut(card, reason):
            return with_card(workshop, card, taken_out=reason)
        case CardPutBack(card):
            return with_card(workshop, card, taken_out=None)
        case CardsPlaced(cards, cluster):
            return with_cards_placed(workshop, cards, cluster)
        case CardMarkedReady(card, ready):
            return with_card(workshop, card, ready=ready)
        case HintMuted(card, check):
            return with_card(workshop, card, muted=workshop.cards[card].muted | {check})
        case unknown:
            assert_never(unknown)


def others_kept(card: Card, mine: KeptWording) -> tuple[KeptWording, ...]:
    """The kept texts but for one person's own: who goes on writing keeps the last text, not every stage of it."""
    of = (mine.field, mine.language, mine.by)
    return tuple(each for each in card.kept if (each.field, each.language, each.by) != of)


def is_words(kind: StepKind, field: str) -> bool:
    """Whether a field holds people's words, which may stand in several languages."""
    return isinstance(kind.field(field), Text)


def answers(step: Step | None, kind: str, values: Mapping[str, Value], language: str, by: str) -> Mapping[str, Answer]:
    """Values as a card holds them."""
    spec = card_kind(step, kind)
    return {key: answer(value, language, by, is_words(spec, key)) for key, value in values.items()}


def with_new_card(workshop: Workshop, event: CardAdded, recorded: Recorded) -> Workshop:
    step = workshop.steps.get(event.step)
    card = Card(
        id=event.card,
        step=event.step,
        kind=event.kind,
        by=recorded.by,
        for_=recorded.for_,
        at=recorded.at,
        answers=answers(step, event.kind, event.answers, event.language, recorded.for_),
        language=event.language,
        group=event.group,
        cluster=event.cluster,
        shown=event.shown,
        named=event.named,
    )
    return replace(workshop, cards=put(workshop.cards, event.card, card))


def with_answer(workshop: Workshop, card: str, field: str, value: Value, language: str, recorded: Recorded) -> Workshop:
    """A field with a new value; a text in another language stands beside the others, unchecked."""
    found = workshop.cards[card]
    now = found.answers.get(field)
    kind = card_kind(workshop.steps.get(found.step), found.kind)
    if isinstance(now, Said):
        new: Answer = now.worded(language, Wording("" if value is None else str(value), recorded.for_))
    else:
        new = answer(value, language, recorded.for_, is_words(kind, field))
    return with_card(workshop, card, answers=put(found.answers, field, new), changed_at=recorded.at)


def with_checked(workshop: Workshop, card: str, field: str, language: str, by: str) -> Workshop:
    found = workshop.cards[card]
    now = found.answers[field]
    if not isinstance(now, Said):
        return workshop
    checked = replace(now.wordings[language], checked_by=by)
    return with_card(workshop, card, answers=put(found.answers, field, now.worded(language, checked)))


def with_cards_placed(workshop: Workshop, cards: Iterable[str], cluster: str | None) -> Workshop:
    moved = {card: replace(workshop.cards[card], cluster=cluster) for card in cards}
    return replace(workshop, cards={**workshop.cards, **moved})
