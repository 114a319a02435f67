"""A plan among those before and after it: its figures with theirs, and what the next one takes over from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import abort

from facilitation.plans.state import Life
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import AS_PLANNED, Counting
from facilitation.words import said
from workshop import store
from workshop.access import may
from workshop.languages import reader_language
from workshop.store import followed, plan_people
from workshop.store.approved import FollowedPlan
from workshop.store.tables import PlanRow
from workshop.web.plans.found import PlanHere, today
from workshop.web.signing_in import account, rights


def standing_of(life: Life) -> FollowedPlan | None:
    """None while nothing of it was approved."""
    with store.reading() as db:
        return followed.standing(db, life)


def entries_of(life: Life) -> Sequence[Entered]:
    """What was entered, after what was entered for the same metrics into the plans before it."""
    found = standing_of(life)
    return found.entries if found else life.entered


@dataclass(frozen=True)
class Beside:
    """A plan before or after this one, as far as this account reads it; the day on which the later one takes effect."""

    plan: str
    title: str
    since: date


@dataclass(frozen=True)
class InLine:
    before: Beside | None = None
    after: Beside | None = None
    over: bool = False
    """Whether the next one stands in its stead."""
    closed: bool = False
    """Whether it was closed by an act of its own by today."""
    ends: date | None = None
    """The day from which on it stands no more, whichever way."""
    asks: bool = True
    """Whether anything is still asked for in it."""
    counting: Counting = AS_PLANNED

    @property
    def ended(self) -> bool:
        return self.over or self.closed


def line_of(here: PlanHere) -> InLine:
    found = standing_of(here.life)
    if found is None:
        return InLine()
    link = found.continues
    before = beside(link.plan, link.since) if link else None
    after = beside(found.next.plan, found.next.since) if found.next else None
    over = found.next is not None and found.next.since <= today()
    return InLine(before, after, over, found.closed_on(today()), found.ends, found.asks(today()), found.counting)


def beside(plan: str, since: date) -> Beside:
    """By its title where this account may read it."""
    who = account() or abort(401)
    with store.reading() as db:
        row = db.get_one(PlanRow, plan)
        reads = any(may(part, "read_approved") for part in plan_people.parts_of(db, row, who.id, rights()))
        (found,) = followed.followed_by_id(db, [plan]) or (None,)
    title = said(found.plan.title, reader_language()) if found and reads else ""
    return Beside(plan if reads else "", title, since)
