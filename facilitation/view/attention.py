"""Who needs the host now: what depends on presence and the time, put to the hosts by a tick."""

from collections.abc import Set
from datetime import datetime, timedelta

from facilitation.live.asking import asked
from facilitation.live.state import Group, Seat, Work, Workshop
from facilitation.steps import kind_of
from facilitation.steps.kind import Step
from facilitation.view.family import Panel
from facilitation.words import N_

QUIET = timedelta(minutes=5)

ASKED_FOR_YOU = N_("Asked for you")
NO_EDITS = N_("No edits for %(minutes)s min")
NOBODY_HERE = N_("Nobody of the group is connected")


def panels(workshop: Workshop, here: Set[str], now: datetime) -> dict[str, Panel]:
    """The panels of one tick: who is away, which group is stuck and why, and how far the current step has come."""
    found: dict[str, Panel] = {"attention": attention(workshop, here, now)}
    open_steps = [step for step in workshop.order if workshop.work[step].phase in ("open", "revealed")]
    return found | {f"progress:{step}": progress(workshop, step) for step in open_steps}


def attention(workshop: Workshop, here: Set[str], now: datetime) -> Panel:
    """`here` are the connected seats. Reasons are sentences of the catalogue with their arguments."""
    stuck = [
        {"group": group.id, "why": why, "arguments": arguments}
        for group in workshop.groups.values()
        if (reason := stuck_because(workshop, group, here, now))
        for why, arguments in [reason]
    ]
    return {
        "offline": [seat.id for seat in workshop.people if seat.id not in here],
        "here": [seat.id for seat in workshop.people if seat.id in here],
        "stuck": stuck,
    }


def stuck_because(workshop: Workshop, group: Group, here: Set[str], now: datetime) -> tuple[str, dict[str, int]] | None:
    """Why a group needs a look, the gravest reason first; None while all is well."""
    if group.id in workshop.helps:
        return ASKED_FOR_YOU, {}
    step = workshop.step_for(group.id)
    if step is None or workshop.work[step].phase != "open" or kind_of(workshop.steps[step]).by != "group":
        return None
    if group.id in workshop.work[step].ready:
        return None
    members = workshop.members(group.id)
    if members and not any(seat.id in here for seat in members):
        return NOBODY_HERE, {}
    return quiet(workshop, group, step, now)


def quiet(workshop: Workshop, group: Group, step: str, now: datetime) -> tuple[str, dict[str, int]] | None:
    since = last_touch(workshop, group, step) or workshop.work[step].opened_at
    if since is None or now - since < QUIET:
        return None
    return NO_EDITS, {"minutes": int((now - since).total_seconds() // 60)}


def last_touch(workshop: Workshop, group: Group, step: str) -> datetime | None:
    """When the group last wrote in the step."""
    times = [
        card.changed_at or card.at for card in workshop.cards.values() if card.step == step and card.group == group.id
    ]
    return max(times, default=None)


def progress(workshop: Workshop, step: str) -> Panel:
    """How many have answered, and how far each group is. Counts, never names."""
    planned, work = workshop.steps[step], workshop.work[step]
    answered = {seat.id for seat in workshop.people if has_answered(workshop, planned, work, seat)}
    return {
        "answered": len(answered),
        "of": len(workshop.people),
        "groups": {group: group_progress(workshop, planned, work, group, answered) for group in workshop.groups},
    }


def group_progress(workshop: Workshop, step: Step, work: Work, group: str, answered: Set[str]) -> Panel:
    kind = kind_of(step)
    cards = [card for card in workshop.cards_of(step.id, kind.yields) if card.group == group] if kind.yields else []
    members = workshop.members(group)
    touched = last_touch(workshop, workshop.groups[group], step.id)
    return {
        "cards": len(cards),
        "ready_cards": sum(card.ready for card in cards),
        "ready": group in work.ready,
        "answered": sum(seat.id in answered for seat in members),
        "of": len(members),
        "last_at": touched.isoformat() if touched and kind.by == "group" else None,
    }


def has_answered(workshop: Workshop, step: Step, work: Work, seat: Seat) -> bool:
    """Whether a person has given what the step asks: every statement, or anything at all."""
    match kind_of(step).board:
        case "ladder":
            return all(seat.id in work.book.get(statement, {}) for statement in asked(workshop, step.id))
        case "ballot":
            return seat.id in work.dots or seat.id in work.places
        case "review":
            return seat.id in work.confidence
        case _:
            return seat.id in work.choices or any(
                card.step == step.id and card.for_ == seat.id and card.alive for card in workshop.cards.values()
            )
