"""Who reads which drafts of a workshop, and which one they have in hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, request
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.plans.draft import drafts
from facilitation.shapes import Plan
from facilitation.words import said
from workshop.access import may
from workshop.languages import reader_language
from workshop.store.tables import WorkshopRow
from workshop.web.found import found_or_404, runs, state_of
from workshop.web.room import sitting, to_the_door
from workshop.web.signing_in import account


@dataclass(frozen=True)
class Reading:
    """A workshop's drafts as this reader may see them, and the one in hand."""

    found: WorkshopRow
    state: Workshop
    pack: Pack
    plans: Sequence[Plan]
    place: int
    hosting: bool

    @property
    def plan(self) -> Plan:
        return self.plans[self.place]

    @property
    def title(self) -> str:
        return said(self.plan.title, reader_language()) or self.found.title

    @property
    def owner(self) -> str:
        """Who reads, and as what: what was made for somebody is nobody else's, nor theirs once they may see less."""
        who = account()
        by = f"account:{who.id}" if who and runs(self.found, who) else f"seat:{sitting(self.found)}"
        return f"{'host' if self.hosting else 'room'} {by}"


def reading(id: str) -> Reading | ResponseReturnValue:
    """What this browser may read; the way in for whoever has no part in the workshop."""
    found = found_or_404(id)
    role = role_here(found)
    if role is None:
        return to_the_door(found)
    state, pack, hosting = state_of(found), packs.load(found.pack), may(role, "see_drafts_of_groups")
    plans = drafts(state, pack, of_groups=hosting)
    place = request.values.get("draft") or "0"
    if place not in map(str, range(len(plans))):
        abort(404)
    return Reading(found, state, pack, plans, int(place), hosting)


def role_here(found: WorkshopRow) -> str | None:
    """The reader's part in the workshop: by account, or by the seat of this browser."""
    if runs(found, account()):
        return "host"
    held = state_of(found).seat_of(sitting(found) or "")
    return held.role if held else None
