"""Who holds the roles that plans name, from which day on, and the links by which they check in."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from facilitation.organisations import forebears
from facilitation.shapes.roles import same_role
from workshop.days import local_day
from workshop.limits import CHECK_IN_DAYS
from workshop.store import letters
from workshop.store.accounts import hash_of, new_id, new_token, note
from workshop.store.columns import among
from workshop.store.forest import forest
from workshop.store.tables import AccountRow, CheckInLinkRow, RoleHolderRow

PARTS = ("holder", "deputy")
Part = Literal["holder", "deputy"]


def holders(db: Session, organisations: Collection[str], day: date) -> Mapping[str, Sequence[RoleHolderRow]]:
    """By role, who holds it on a day or will hold it; holders before deputies, then by their days.

    `organisations`: one with all in whose stead it goes on, whose holders are its own.
    """
    found: dict[str, list[RoleHolderRow]] = {}
    for each in every(db, organisations, day):
        found.setdefault(same_role(each.role), []).append(each)
    return found


def held_by(db: Session, address: str, day: date) -> Sequence[RoleHolderRow]:
    """The roles that whoever has this address holds or stands in for on a day."""
    row = RoleHolderRow
    wanted = (func.lower(row.email) == address.lower(), row.since <= day, or_(row.until.is_(None), row.until > day))
    return db.scalars(select(row).where(row.email != "", *wanted).order_by(row.part.desc(), row.role, row.id)).all()


def called(db: Session, ids: Collection[str]) -> Mapping[str, str]:
    """What accounts, programs' too, and holders of roles are called, by id."""
    tables = (AccountRow, RoleHolderRow)
    return {id: name for of in tables for id, name in db.execute(select(of.id, of.name).where(among(db, of.id, ids)))}


def every(db: Session, organisations: Collection[str], day: date) -> Sequence[RoleHolderRow]:
    """All who hold a role in these organisations on a day or will; holders before deputies, then by their days."""
    row = RoleHolderRow
    # Whoever was followed before their first day never holds it.
    lasts = or_(row.until.is_(None), and_(row.until > day, row.until > row.since))
    wanted = select(row).where(row.organisation.in_(organisations), lasts)
    return db.scalars(wanted.order_by(row.part.desc(), row.since, row.id)).all()


def hand_over(
    db: Session,
    organisation: str,
    role: str,
    part: Part,
    to: tuple[str, str],
    day: date,
    by: AccountRow,
    at: datetime,
    language: str = "",
    until: date | None = None,
) -> RoleHolderRow:
    """From a day on somebody else has the role, in every plan that names it; whoever had it is done the day before.

    `until`: the day from which they hold it no more, where that is known already.
    """
    for before in holders(db, (organisation, *forebears(forest(db), organisation, day)), day).get(same_role(role), ()):
        if before.part == part:
            end(db, before, day, at)
    who = {"name": to[0][:120], "email": to[1][:254], "language": language}
    row = RoleHolderRow(id=new_id(), organisation=organisation, role=role, part=part, since=day, until=until, **who)
    return begin(db, row, by, at)


def begin(db: Session, row: RoleHolderRow, by: AccountRow, at: datetime) -> RoleHolderRow:
    """Somebody has a role from its day on, and the trail says by whom they were given it."""
    db.add(row)
    db.flush()
    days = {"since": row.since.isoformat(), **({"until": row.until.isoformat()} if row.until else {})}
    note(db, at, by, "hand_over", row.id, organisation=row.organisation, role=row.role, part=row.part, **days)
    return row


def end(db: Session, row: RoleHolderRow, day: date, at: datetime) -> None:
    """From this day on they hold it no more; their links lead nowhere then."""
    row.until = max(day, row.since)
    if day <= local_day(at):
        revoke(db, row.id, at)


# -- Links ----------------------------------------------------------------------------------------------------------


def new_link(db: Session, holder: RoleHolderRow, by: AccountRow, at: datetime) -> str:
    """A key to check in by; those that were made before lead nowhere any more."""
    revoke(db, holder.id, at)
    note(db, at, by, "make_check_in_link", holder.id, organisation=holder.organisation, role=holder.role)
    return another_link(db, holder.id, by.id, at)


def another_link(db: Session, holder: str, by: str, at: datetime) -> str:
    """A key beside those that were sent before, which lead on: a reminder does not spoil the letter it reminds of."""
    token, token_hash = new_token()
    expires = at + timedelta(days=CHECK_IN_DAYS)
    db.add(CheckInLinkRow(token_hash=token_hash, holder=holder, created=at, created_by=by, expires=expires))
    return token


def revoke(db: Session, holder: str, at: datetime) -> None:
    """No key leads anywhere any more, and no letter brings one that would not."""
    living = (CheckInLinkRow.holder == holder, CheckInLinkRow.revoked_at.is_(None))
    db.execute(update(CheckInLinkRow).where(*living).values(revoked_at=at))
    letters.withdraw(db, holder)


def holder_of_link(db: Session, token: str, at: datetime, day: date) -> tuple[RoleHolderRow, datetime] | None:
    """Whoever may check in by this key now, and until when: it lives, and they hold the role today."""
    link = and_(
        CheckInLinkRow.token_hash == hash_of(token), CheckInLinkRow.revoked_at.is_(None), CheckInLinkRow.expires > at
    )
    wanted = select(RoleHolderRow, CheckInLinkRow.expires)
    pairs = wanted.join(CheckInLinkRow, CheckInLinkRow.holder == RoleHolderRow.id).where(link, _holds(day))
    found = db.execute(pairs).first()
    return (found[0], found[1]) if found else None


def links(db: Session, organisations: Collection[str], at: datetime) -> Mapping[str, datetime]:
    """By holder, until when their link leads somewhere."""
    living = (CheckInLinkRow.revoked_at.is_(None), CheckInLinkRow.expires > at)
    pairs = db.execute(
        select(CheckInLinkRow.holder, CheckInLinkRow.expires)
        .join(RoleHolderRow, RoleHolderRow.id == CheckInLinkRow.holder)
        .where(RoleHolderRow.organisation.in_(organisations), *living)
    )
    found: dict[str, datetime] = {}
    for holder, expires in pairs:
        found[holder] = max(expires, found.get(holder, expires))
    return found


def _holds(day: date) -> ColumnElement[bool]:
    row = RoleHolderRow
    return and_(row.since <= day, or_(row.until.is_(None), row.until > day))
