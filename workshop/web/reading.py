"""Who reads which drafts of a workshop, and which one they have in hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, request
from flask.typing import ResponseReturnValue

from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.plans.draft import drafts
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from workshop.access import may
from workshop.clock import now
from workshop.store.tables import WorkshopRow
from workshop.web.found import found_or_404, pack_here, runs, state_of
from workshop.web.home import Home
from workshop.web.room import sitting, to_the_door
from workshop.web.saying import as_said
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
    def called(self) -> Words:
        return as_said(self.plan.title, self.found.title)

    @property
    def title(self) -> str:
        return self.called.text

    @property
    def owner(self) -> str:
        """Who reads, and as what: what was made for somebody is nobody else's, nor theirs once they may see less."""
        who = account()
        by = f"account:{who.id}" if who and runs(self.found, who) else f"seat:{sitting(self.found)}"
        return f"{'host' if self.hosting else 'room'} {by}"

    @property
    def home(self) -> Home:
        id, seq = self.found.id, self.state.seq
        view = "host" if self.hosting else "room"
        return Home(
            kind="draft",
            id=id,
            plan=self.plan,
            pack=self.pack,
            title=self.title,
            seq=seq,
            asked={"draft": str(self.place) if self.place else None},
            owner=self.owner,
            mark={
                "workshop": id,
                "seq": str(seq),
                "draft": str(self.place),
                "view": view,
                "pack": self.plan.pack,
            },
            organisations=(self.plan.organisation, self.state.organisation),
            brings=self.hosting,
            at=now(),
        )


def reading(id: str) -> Reading | ResponseReturnValue:
    """What this browser may read; the way in for whoever has no part in the workshop."""
    found = found_or_404(id)
    role = role_here(found)
    if role is None:
        return to_the_door(found)
    state, pack, hosting = state_of(found), pack_here(found), may(role, "see_drafts_of_groups")
    plans = drafts(state, pack, of_groups=hosting)
    place = request.values.get("draft") or "0"
    if place not in map(str, range(len(plans))):
        abort(404)
    return Reading(found, state, pack, plans, int(place), hosting)


def draft_home(id: str) -> Home | ResponseReturnValue:
    """The draft that the address asks for, as a home for its files."""
    here = reading(id)
    return here.home if isinstance(here, Reading) else here


def role_here(found: WorkshopRow) -> str | None:
    """The reader's part in the workshop: by account, or by the seat of this browser."""
    if runs(found, account()):
        return "host"
    held = state_of(found).seat_of(sitting(found) or "")
    return held.role if held else None
