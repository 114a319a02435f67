"""What several rules ask: is there such a step, card, group; may it be worked on now; is the text within its limit."""

import re
from collections.abc import Iterable

from facilitation.live.commands import Asker
from facilitation.live.state import Card, Group, Seat, Work, Workshop
from facilitation.steps import kind_of, options_of
from facilitation.steps.kind import Step
from facilitation.steps.phases import OPEN, REVEALED, WAITING
from facilitation.words import N_, Parallel, Refused

SIGNS = re.compile("[A-Za-z0-9_-]{1,32}")


def existing_step(workshop: Workshop, step: str) -> Step:
    """The step, or Refused."""
    found = workshop.steps.get(step)
    if found is None:
        raise Refused(N_("That step is no longer in the agenda."), code="no_such_step")
    return found


def existing_card(workshop: Workshop, card: str) -> Card:
    """The card, or Refused."""
    found = workshop.cards.get(card)
    if found is None:
        raise Refused(N_("That card is no longer here."), code="no_such_card")
    return found


def existing_group(workshop: Workshop, group: str) -> Group:
    """The group, or Refused."""
    found = workshop.groups.get(group)
    if found is None:
        raise Refused(N_("That group is no longer here."), code="no_such_group")
    return found


def existing_seat(workshop: Workshop, seat: str) -> Seat:
    """The seat, or Refused."""
    found = workshop.seat_of(seat)
    if found is None:
        raise Refused(N_("That person is not in this workshop."), code="no_such_seat")
    return found


def fresh(taken: Iterable[str], new: str) -> str:
    """An id nobody has used, of signs that mean nothing in an address or a panel's key."""
    if len(new) < 8 or new in taken or not SIGNS.fullmatch(new):
        raise Refused(N_("This was already there. Nothing was lost."), code="id_taken")
    return new


def within(text: str, limit: int, field: str, *, required: bool = False) -> str:
    """The text without blanks around it, or Refused at its field."""
    tidy = text.strip()
    if required and not tidy:
        raise Refused(N_("Write something first."), code="empty", field=field)
    if len(tidy) > limit:
        raise Refused(N_("At most %(limit)s characters."), code="too_long", field=field, limit=limit)
    return tidy


def within_all(texts: Parallel, limit: int, field: str) -> Parallel:
    """Every language's text within the limit."""
    return {language: within(text, limit, field) for language, text in texts.items()}


def in_hand(workshop: Workshop, step: str, asker: Asker, phases: tuple[str, ...] = (OPEN,)) -> Work:
    """The work of a step this person may now change, or Refused."""
    work = workshop.work[existing_step(workshop, step).id]
    if asker.hosts and work.phase != WAITING:
        return work
    if workshop.frozen:
        raise Refused(N_("The facilitator has paused writing. Your text is kept for you."), code="frozen")
    if work.phase in phases or is_ahead(workshop, step, asker):
        return work
    if work.phase == WAITING:
        raise Refused(N_("This step has not begun."), code="not_begun")
    raise Refused(N_("This step is closed. Your text is kept for you."), code="closed")


def writable(workshop: Workshop, step: str, asker: Asker) -> None:
    """Refused unless cards of the step may be changed; the parking lot is always open, but for a pause."""
    if step in workshop.steps:
        open_or_revealed(workshop, step, asker)
    elif workshop.frozen and not asker.hosts:
        raise Refused(N_("The facilitator has paused writing. Your text is kept for you."), code="frozen")


def asking(workshop: Workshop, step: str, board: str, form: str | None = None) -> None:
    """Refused unless the step asks for answers of this sort: its board, and its form where it has several."""
    planned = existing_step(workshop, step)
    if kind_of(planned).board != board or (form and options_of(planned).get("form") != form):
        raise Refused(N_("This step does not ask for that."), code="not_asked")


def taking_part(workshop: Workshop, asker: Asker) -> None:
    """Only participants answer; a host enters answers for those who have no device, never their own."""
    seat = workshop.seat_of(asker.whose)
    if seat is None or seat.role != "participant":
        raise Refused(N_("Only participants answer here. Enter it for one of them."), code="not_participant")


def is_ahead(workshop: Workshop, step: str, asker: Asker) -> bool:
    """Whether the person's group was let ahead to the step."""
    group = workshop.group_of(asker.whose)
    return group is not None and workshop.ahead.get(group) == step


def open_or_revealed(workshop: Workshop, step: str, asker: Asker) -> Work:
    """The work of a step that is open, or shown but not yet closed."""
    return in_hand(workshop, step, asker, (OPEN, REVEALED))


def writes(workshop: Workshop, card: Card, asker: Asker) -> bool:
    """Whether the person may change the card: its author, its group, or a host."""
    if asker.hosts or card.for_ == asker.whose:
        return True
    step = workshop.steps.get(card.step)
    shared = card.kind == "cluster" or kind_of(step).by != "person"
    return shared and card.group is not None and card.group == workshop.group_of(asker.whose)


def own(workshop: Workshop, card: str, asker: Asker) -> Card:
    """A living card the person may change, or Refused."""
    found = existing_card(workshop, card)
    if not found.alive:
        raise Refused(N_("That card was taken away meanwhile. Your text is kept for you."), code="card_gone")
    if not writes(workshop, found, asker):
        raise Refused(N_("Only its author or group can change a card."), code="not_yours")
    return found


def hosting(asker: Asker) -> None:
    """Only a host, whatever the table of rights says about the command in general."""
    if not asker.hosts:
        raise Refused(N_("Only a facilitator can do this."), code="not_host")


def deciding(workshop: Workshop, asker: Asker) -> None:
    """Only the named decider, or a host who writes down what the decider said."""
    if not asker.hosts and (workshop.decider is None or workshop.decider != asker.whose):
        raise Refused(N_("Only the named decider draws the line."), code="not_decider")
