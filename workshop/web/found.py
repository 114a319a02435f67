"""A workshop by its address: its row, its state, and who may run it."""

from dataclasses import dataclass

from flask import abort

from facilitation.live.state import Workshop
from facilitation.packs import Pack
from workshop import store
from workshop.access import may
from workshop.clock import now
from workshop.perform import workshop_log
from workshop.room import rooms_of
from workshop.store import own, packs
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, WorkshopRow

HOSTS = ("host", "cohost")


def found_or_404(id: str) -> WorkshopRow:
    """The workshop's row, or the page that says there is none."""
    with store.reading() as db:
        return db.get(WorkshopRow, id) or abort(404)


def methods() -> tuple[str, ...]:
    """Keys of the methods that a workshop here may follow."""
    with store.reading() as db:
        return packs.keys(db)


def state_of(found: WorkshopRow) -> Workshop:
    """The workshop as it stands."""
    return rooms_of().room(workshop_log(found.id)).state


def pack_here(found: WorkshopRow) -> Pack:
    """The workshop's method with the own entries of whose workshop it is: as they stood on its day, once it is over."""
    today, day = now().date(), found.starts.date() if found.starts else None
    with store.reading() as db:
        return own.method(db, found.pack, found.organisation, today, day if day and day < today else None)


def host_seat(found: WorkshopRow, account: AccountRow) -> str | None:
    """The seat by which an account runs the workshop, once it has one."""
    seat = people_of().seat_of_account(found.id, account.id)
    held = state_of(found).seat_of(seat) if seat else None
    return held.id if held and held.role in HOSTS else None


@dataclass(frozen=True, slots=True)
class Held:
    """A workshop to the table of rights: whether it is one's own."""

    own: bool


def runs(found: WorkshopRow, account: AccountRow | None) -> bool:
    """Whether this account may run the workshop: its owner's or a host's own."""
    if account is None:
        return False
    own = found.owner == account.id or host_seat(found, account) is not None
    return may(account.role, "run_workshop", Held(own))
