"""Who needs the host now: what depends on presence and the time, put to the hosts by a tick."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from facilitation.live.state import Card, Group, Workshop
from facilitation.steps import kind_of
from facilitation.steps.phases import OPEN, REVEALED
from facilitation.view.answered import answered_by
from facilitation.view.family import Panel
from facilitation.view.plain import plain
from facilitation.words import N_

Touches: TypeAlias = Mapping[tuple[str, str], datetime]
"""When a group last wrote in a step, by step and group."""

QUIET = timedelta(minutes=5)

ASKED_FOR_YOU = N_("Asked for you")
NO_EDITS = N_("No edits for %(minutes)s min")
NOBODY_HERE = N_("Nobody of the group is connected")


def panels(workshop: Workshop, here: Set[str], now: datetime) -> dict[str, Panel]:
    """The panels of one tick: who is away, which group is stuck and why, and how far the current step has come."""
    # A page opened before its seat was merged is still heard from under the old one.
    seated = {held.id for seat in here if (held := workshop.seat_of(seat))}
    found: dict[str, Panel] = {"attention": attention(workshop, seated, now)}
    open_steps = [step for step in workshop.order if workshop.work[step].phase in (OPEN, REVEALED)]
    touched = last_touches(workshop)
    return found | {f"progress:{step}": progress(workshop, step, touched) for step in open_steps}


def attention(workshop: Workshop, here: Set[str], now: datetime) -> Panel:
    """`here` are the connected seats. Reasons are sentences of the catalogue with their arguments."""
    touched = last_touches(workshop)
    found = [(group, stuck_because(workshop, group, here, now, touched)) for group in workshop.groups.values()]
    return {
        "offline": [seat.id for seat in workshop.people if seat.id not in here],
        "here": [seat.id for seat in workshop.people if seat.id in here],
        "stuck": [{"group": group.id, **plain(stuck)} for group, stuck in found if stuck],
    }


@dataclass(frozen=True, slots=True)
class Stuck:
    """Why a group needs a look, in a sentence of the catalogue, and since when, if that is known."""

    why: str
    arguments: Mapping[str, int] = field(default_factory=dict)
    since: datetime | None = None


def stuck_because(workshop: Workshop, group: Group, here: Set[str], now: datetime, touched: Touches) -> Stuck | None:
    """Why a group needs a look, the gravest reason first; None while all is well."""
    if group.id in workshop.helps:
        return Stuck(ASKED_FOR_YOU, since=workshop.helps[group.id])
    step = workshop.step_for(group.id)
    work = workshop.work.get(step or "")
    if step is None or work is None or kind_of(workshop.steps[step]).by != "group":
        return None
    begun = work.phase == OPEN or workshop.ahead.get(group.id) == step
    if not begun or group.id in work.ready:
        return None
    members = workshop.members(group.id)
    if members and not any(seat.id in here for seat in members):
        return Stuck(NOBODY_HERE)
    return quiet(touched.get((step, group.id)) or work.opened_at, now)


def quiet(since: datetime | None, now: datetime) -> Stuck | None:
    if since is None or now - since < QUIET:
        return None
    return Stuck(NO_EDITS, {"minutes": int((now - since).total_seconds() // 60)}, since)


def last_touches(workshop: Workshop) -> Touches:
    """When each group last wrote in each step."""
    times: dict[tuple[str, str], datetime] = {}
    for card in workshop.cards.values():
        if card.group:
            at = card.changed_at or card.at
            times[card.step, card.group] = max(times.get((card.step, card.group), at), at)
    return times


def progress(workshop: Workshop, step: str, touched: Touches) -> Panel:
    """How many have answered, and how far each group is. Counts, never names."""
    answered = answered_by(workshop, step)
    kind = kind_of(workshop.steps[step])
    cards: dict[str, list[Card]] = {group: [] for group in workshop.groups}
    for card in workshop.cards_of(step, kind.yields) if kind.by == "group" else ():
        cards.get(card.group or "", []).append(card)
    members: dict[str, list[str]] = {group: [] for group in workshop.groups}
    for seat in workshop.people:
        members.get(seat.group or "", []).append(seat.id)
    return {
        "answered": len(answered),
        "of": len(workshop.people),
        "groups": {
            group: {
                "cards": len(cards[group]),
                "ready_cards": sum(card.ready for card in cards[group]),
                "ready": group in workshop.work[step].ready,
                "answered": sum(seat in answered for seat in members[group]),
                "of": len(members[group]),
                "last_at": plain(touched.get((step, group))) if kind.by == "group" else None,
            }
            for group in workshop.groups
        },
    }
