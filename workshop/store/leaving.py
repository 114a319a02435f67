"""Somebody leaves: all the roles that they hold or stand in for in an organisation, handed over in one act."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from facilitation.shapes.roles import same_role
from workshop.store import holders
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, RoleHolderRow


@dataclass(frozen=True)
class Successor:
    """Who takes over, from a day on; `until`: the day from which they have it no more, where that is known already."""

    name: str
    email: str
    language: str
    since: date
    until: date | None = None

    @property
    def key(self) -> str:
        return key(self.name, self.email)


def key(name: str, email: str) -> str:
    """Whom a name and an address mean: the address, whatever its letters' case; where there is none, the name."""
    return email.lower() or same_role(name)


def of_person(db: Session, organisations: Collection[str], whom: RoleHolderRow, day: date) -> Sequence[RoleHolderRow]:
    """What the person of this row has on a day or will have; holders before deputies. Nothing of whoever was struck."""
    wanted = key(whom.name, whom.email)
    every = holders.every(db, organisations, day) if wanted else ()
    return [row for row in every if key(row.name, row.email) == wanted]


def handed_over(theirs: Sequence[RoleHolderRow], to: Successor) -> Sequence[RoleHolderRow]:
    """Those of somebody's roles that are theirs in the successor's time."""
    still = (row for row in theirs if row.until is None or row.until > to.since)
    return [row for row in still if to.until is None or row.since < to.until]


def hand_over_all(
    db: Session, organisation: str, theirs: Sequence[RoleHolderRow], to: Successor, by: AccountRow, at: datetime
) -> Sequence[RoleHolderRow]:
    """Each of them goes on as it was, part and last day, and nobody else's part changes. The rows that begin."""
    new: dict[tuple[str, str, date], RoleHolderRow] = {}
    for row in handed_over(theirs, to):
        begins = max(to.since, row.since)
        new.setdefault((same_role(row.role), row.part, begins), _after(row, organisation, to, begins))
        holders.end(db, row, to.since, at)
    begun = [holders.begin(db, row, by, at) for row in new.values()]
    for whom in theirs[:1]:
        days = {"since": to.since.isoformat(), "roles": str(len(begun))}
        note(db, at, by, "hand_over_all", whom.id, organisation=organisation, **days)
    return begun


def _after(row: RoleHolderRow, organisation: str, to: Successor, begins: date) -> RoleHolderRow:
    until = min(filter(None, (row.until, to.until)), default=None)
    who = {"name": to.name[:120], "email": to.email[:254], "language": to.language}
    days = {"since": begins, "until": until}
    return RoleHolderRow(id=new_id(), organisation=organisation, role=row.role, part=row.part, **days, **who)
