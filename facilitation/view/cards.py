"""Cards, and to whom they are shown: hidden ones to their author, a group's to the group, revealed ones to the room."""

from collections.abc import Iterator

from facilitation.live.asking import set_aside
from facilitation.live.state import Card, Said, Workshop
from facilitation.steps import kind_of
from facilitation.steps.phases import CLOSED
from facilitation.view.family import PUBLIC, Family, Panel, People, different, kinds
from facilitation.view.plain import plain

BATCH = 3


def homes(workshop: Workshop, id: str) -> tuple[str, ...]:
    """Who sees a card. One that was taken out is seen by its author and the hosts; a withdrawn one by nobody."""
    card = workshop.cards.get(id)
    if card is None or card.withdrawn:
        return ()
    if card.taken_out is not None:
        return ("hosts", f"seat:{card.for_}")
    if set_aside(workshop, card):
        return (f"seat:{card.for_}",)
    if card.shown:
        return PUBLIC
    if card.group and of_group(workshop, card):
        return (f"group:{card.group}",)
    return (f"seat:{card.for_}",)


def of_group(workshop: Workshop, card: Card) -> bool:
    """Whether a card is a group's from its first word."""
    return kind_of(workshop.steps.get(card.step)).by == "group"


def face(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    """A card as an audience sees it; who wrote it only where that was said beforehand."""
    card = workshop.cards[id]
    named = card.named or audience.startswith(("seat:", "group:"))
    return {
        "id": card.id,
        "step": card.step,
        "kind": card.kind,
        "group": card.group,
        "by": card.for_ if named else None,
        "answers": {field: worded(answer, named=named) for field, answer in card.answers.items()},
        "language": card.language,
        "cluster": card.cluster,
        "shown": card.shown,
        "ready": card.ready,
        "taken_out": card.taken_out,
        "kept": [{"field": kept.field, "language": kept.language, "text": kept.text} for kept in card.kept],
        "muted": sorted(card.muted),
        "source": card.source,
        "at": plain(card.at) if named else None,
    }


def worded(answer: object, *, named: bool) -> object:
    """An answer as shown: parallel texts with who wrote and whether somebody checked each, or the plain value."""
    if not isinstance(answer, Said):
        return answer
    texts = {
        language: {
            "text": wording.text,
            "by": wording.by if named else None,
            "checked": bool(wording.checked_by),
        }
        for language, wording in answer.wordings.items()
    }
    return {"language": answer.language, "texts": texts}


def hidden_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    """What hosts see of hidden cards so that they can moderate: in batches, by random id, never who or when."""
    hidden = hidden_cards(workshop, id)
    whole = len(hidden) - waiting(workshop, id, len(hidden))
    seen = sorted(hidden[:whole], key=lambda card: card.id)
    cards = [
        {"id": card.id, "answers": {key: worded(value, named=False) for key, value in card.answers.items()}}
        for card in seen
    ]
    return {"cards": cards, "waiting": len(hidden) > whole}


def waiting(workshop: Workshop, step: str, hidden: int) -> int:
    """How many hidden cards a host may not read yet: whole batches are told, and all once the step is closed."""
    return 0 if workshop.work[step].phase == CLOSED else hidden % BATCH


def told(workshop: Workshop, step: str) -> tuple[object, ...]:
    """The hidden cards a host may read now, and whether more are waiting."""
    if step not in workshop.steps:
        return ()
    hidden = hidden_cards(workshop, step)
    left = waiting(workshop, step, len(hidden))
    return (bool(left), step in solo_steps(workshop), *hidden[: len(hidden) - left])


def hidden_cards(workshop: Workshop, step: str) -> list[Card]:
    """The cards that are their authors' alone until the reveal."""
    return [
        card
        for card in workshop.cards.values()
        if not card.shown and card.step == step and card.alive and not set_aside(workshop, card)
    ]


def solo_steps(workshop: Workshop) -> list[str]:
    return [
        step
        for step in workshop.order
        if kind_of(workshop.steps[step]).yields and kind_of(workshop.steps[step]).solo_first
    ]


def touched_hidden(before: Workshop, after: Workshop) -> Iterator[str]:
    """Steps whose hidden cards changed, or whose phase did: nothing else is read, so that one card costs one card."""
    steps = {card.step for id in different(before.cards, after.cards) for card in both(before, after, id)}
    steps.update(step for step in different(before.work, after.work) if phase(before, step) != phase(after, step))
    steps.update(different(before.steps, after.steps))
    asking = {*solo_steps(before), *solo_steps(after)}
    yield from (step for step in steps if step in asking and told(before, step) != told(after, step))


def both(before: Workshop, after: Workshop, card: str) -> list[Card]:
    return [cards[card] for cards in (before.cards, after.cards) if card in cards]


def phase(workshop: Workshop, step: str) -> str:
    work = workshop.work.get(step)
    return work.phase if work else ""


def touched_cards(before: Workshop, after: Workshop) -> Iterator[str]:
    yield from different(before.cards, after.cards)
    steps = set(different(before.steps, after.steps))
    if steps:
        yield from (card.id for card in after.cards.values() if card.step in steps)


FAMILIES = (
    Family("card", lambda w: w.cards, homes, face, touched_cards, kinds("room", "screen", "hosts", "group", "seat")),
    Family(
        "hidden",
        solo_steps,
        lambda w, id: ("hosts",) if id in w.steps and id in solo_steps(w) else (),
        hidden_panel,
        touched_hidden,
        kinds("hosts"),
    ),
)
