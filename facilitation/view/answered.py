"""How many have answered a step: a number for everybody, never who."""

from collections.abc import Iterator

from facilitation.live.asking import asked
from facilitation.live.state import Work, Workshop
from facilitation.steps import kind_of, options_of
from facilitation.steps.phases import WAITING
from facilitation.view.cards import both
from facilitation.view.family import PUBLIC, Family, Panel, People, different, kinds
from facilitation.view.mine import touched_seats


def answered_by(workshop: Workshop, step: str) -> set[str]:
    """The participants who have given what a step asks: every statement, or anything at all."""
    return {seat.id for seat in workshop.people} & given_by(workshop, step)


def given_by(workshop: Workshop, step: str) -> set[str]:
    work = workshop.work[step]
    match kind_of(workshop.steps[step]).board:
        case "ladder":
            marked = [set(work.book.get(statement, ())) for statement in asked(workshop, step)]
            return set.intersection(*marked) if marked else set()
        case "ballot":
            return {*work.dots, *work.places}
        case "review":
            return set(work.confidence)
        case _:
            return {*work.choices, *(card.for_ for card in workshop.cards_of(step))}


def has_answered(workshop: Workshop, step: str, seat: str) -> bool:
    """The same of one seat, without looking at the others."""
    work = workshop.work.get(step, Work())
    match kind_of(workshop.steps.get(step)).board:
        case "ladder":
            return all(seat in work.book.get(statement, ()) for statement in asked(workshop, step))
        case "ballot":
            return seat in work.dots or seat in work.places
        case "review":
            return seat in work.confidence
        case _:
            return seat in work.choices or any(
                card.step == step and card.for_ == seat and card.alive for card in workshop.cards.values()
            )


def counts(workshop: Workshop, step: str) -> bool:
    """Whether answers are counted: in steps that each person answers alone, from the opening on."""
    planned = workshop.steps.get(step)
    if planned is None or workshop.work[step].phase == WAITING:
        return False
    return kind_of(planned).solo_first or bool(options_of(planned).get("confidence"))


def counted(workshop: Workshop) -> list[str]:
    return [step for step in workshop.order if counts(workshop, step)]


def answered_panel(workshop: Workshop, people: People, id: str, audience: str) -> Panel:
    return {"given": len(answered_by(workshop, id)), "of": len(workshop.people)}


def touched_answered(before: Workshop, after: Workshop) -> Iterator[str]:
    if before.seats is not after.seats or before.steps is not after.steps or before.statements is not after.statements:
        yield from {*counted(before), *counted(after)}
        return
    for step in different(before.work, after.work):
        old, new = before.work.get(step, Work()), after.work.get(step, Work())
        if old.phase != new.phase or any(flips(before, after, step, seat) for seat in touched_seats(old, new)):
            yield step
    for id in different(before.cards, after.cards):
        cards = both(before, after, id)
        if len({(card.for_, card.alive) for card in cards}) != 1 or len(cards) == 1:
            yield from (card.step for card in cards if flips(before, after, card.step, card.for_))


def flips(before: Workshop, after: Workshop, step: str, seat: str) -> bool:
    return has_answered(before, step, seat) != has_answered(after, step, seat)


FAMILIES = (
    Family(
        "answered",
        counted,
        lambda w, id: PUBLIC if counts(w, id) else (),
        answered_panel,
        touched_answered,
        kinds(*PUBLIC),
    ),
)
