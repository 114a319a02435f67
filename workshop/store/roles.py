"""Who may do what in which organisation: roles that hold from a day on, given by invitation."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session

from facilitation.organisations import Forest, above, heirs
from workshop.access import Standing
from workshop.store.accounts import link_into, new_id, note, usable
from workshop.store.forest import forest
from workshop.store.organisations import every, meant
from workshop.store.tables import AccountRow, InvitationRow, OrganisationRoleRow

Member = Row[OrganisationRoleRow, AccountRow]

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rights:
    """What one account holds on a day: its roles by organisation, and how the organisations stand to each other."""

    forest: Forest
    day: date
    roles: Mapping[str, frozenset[str]]

    @property
    def anywhere(self) -> frozenset[str]:
        return NOBODY.union(*self.roles.values())

    def standing(self, organisation: str) -> Standing:
        """To one organisation. Once it has ended, whoever goes on in its stead has it too, and those above them."""
        if organisation not in self.forest:
            return Standing(anywhere=self.anywhere)
        line = (organisation, *heirs(self.forest, organisation, self.day))
        higher = above(self.forest, line[-1], self.day)
        return Standing(self._held(line), self._held(higher), self.anywhere)

    def _held(self, organisations: Iterable[str]) -> frozenset[str]:
        return NOBODY.union(*(self.roles.get(each, NOBODY) for each in organisations))


def rights(db: Session, account: str, day: date) -> Rights:
    """All that an account holds on a day."""
    held: dict[str, frozenset[str]] = {}
    for row in db.scalars(select(OrganisationRoleRow).where(OrganisationRoleRow.account == account, _holds(day))):
        held[row.organisation] = held.get(row.organisation, NOBODY) | {row.role}
    return Rights(forest(db) if held else {}, day, held)


def organisation_of(db: Session, account: str, name: str, day: date) -> str | None:
    """The id of the organisation that an account means by a name, if it is clear."""
    found = meant(every(db), name, rights(db, account, day).roles)
    return found.id if found else None


def _holds(day: date) -> ColumnElement[bool]:
    row = OrganisationRoleRow
    return and_(row.since <= day, or_(row.until.is_(None), row.until > day))


# -- The people of an organisation ----------------------------------------------------------------------------------


def members(db: Session, organisation: str, day: date) -> Sequence[Member]:
    """Whoever has a role there or will have one, by name."""
    row = OrganisationRoleRow
    wanted = (
        row.organisation == organisation,
        or_(row.until.is_(None), row.until > day),
        AccountRow.closed_at.is_(None),
    )
    return db.execute(
        select(row, AccountRow)
        .join(AccountRow, AccountRow.id == row.account)
        .where(*wanted)
        .order_by(AccountRow.name, row.role)
    ).all()


def holders(db: Session, organisations: Collection[str], day: date) -> Mapping[AccountRow, frozenset[str]]:
    """Whoever has a role in one of these on a day, with their roles; by name."""
    found: dict[AccountRow, frozenset[str]] = {}
    for there in by_organisation(db, organisations, day).values():
        for account, roles in there.items():
            found[account] = found.get(account, NOBODY) | roles
    return dict(sorted(found.items(), key=lambda each: (each[0].name, each[0].id)))


def by_organisation(
    db: Session, organisations: Collection[str], day: date
) -> Mapping[str, Mapping[AccountRow, frozenset[str]]]:
    """The same, by organisation, in one question."""
    row = OrganisationRoleRow
    threes = db.execute(
        select(row.organisation, AccountRow, row.role)
        .join(row, AccountRow.id == row.account)
        .where(row.organisation.in_(organisations), _holds(day), AccountRow.closed_at.is_(None))
        .order_by(AccountRow.name, AccountRow.id)
    )
    found: dict[str, dict[AccountRow, frozenset[str]]] = {}
    for organisation, account, role in threes:
        there = found.setdefault(organisation, {})
        there[account] = there.get(account, NOBODY) | {role}
    return found


def held(db: Session, day: date) -> Mapping[str, Sequence[OrganisationRoleRow]]:
    """By account, the roles that hold on a day, in whichever organisation."""
    found: dict[str, list[OrganisationRoleRow]] = {}
    for row in db.scalars(select(OrganisationRoleRow).where(_holds(day)).order_by(OrganisationRoleRow.since)):
        found.setdefault(row.account, []).append(row)
    return found


def counts(db: Session, day: date) -> Mapping[str, int]:
    """By organisation, how many people have a role there."""
    pairs = db.execute(
        select(OrganisationRoleRow.organisation, OrganisationRoleRow.account).where(_holds(day)).distinct()
    )
    found: dict[str, int] = {}
    for organisation, _account in pairs:
        found[organisation] = found.get(organisation, 0) + 1
    return found


@dataclass(frozen=True)
class Part:
    """A role in an organisation, and the days on which it holds."""

    organisation: str
    role: str
    since: date
    until: date | None = None


def after(last: date | None) -> date | None:
    """The day from which something holds no more, by its last one; whoever writes 9999-12-31 means for good."""
    return last + timedelta(days=1) if last and last < date.max else None


def has(db: Session, account: AccountRow, part: Part) -> bool:
    """Whether somebody has this role already on the day from which it would be given."""
    row = OrganisationRoleRow
    same = (row.organisation == part.organisation, row.account == account.id, row.role == part.role)
    on_that_day = (row.since <= part.since, or_(row.until.is_(None), row.until > part.since))
    return db.scalar(select(row.id).where(*same, *on_that_day)) is not None


def give(
    db: Session, account: AccountRow, part: Part, by: AccountRow | None, at: datetime, provider: str | None = None
) -> bool:
    """Somebody has a role from now on; False where they have it on those days already."""
    if has(db, account, part):
        return False
    columns = {"organisation": part.organisation, "role": part.role, "since": part.since, "until": part.until}
    db.add(OrganisationRoleRow(id=new_id(), account=account.id, provider=provider, **columns))
    note(
        db,
        at,
        by,
        "give_role",
        account.id,
        organisation=part.organisation,
        role=part.role,
        since=part.since.isoformat(),
        **({"provider": provider} if provider else {}),
    )
    return True


def end(db: Session, row: OrganisationRoleRow, day: date, by: AccountRow, at: datetime) -> None:
    """From this day on the role holds no more."""
    row.until = last = max(day, row.since)
    note(db, at, by, "end_role", row.account, organisation=row.organisation, role=row.role, until=last.isoformat())


def invite(db: Session, part: Part, label: str, by: AccountRow, at: datetime) -> str:
    """A token that brings this role, with an account for whoever has none."""
    columns = {"organisation": part.organisation, "part": part.role, "since": part.since, "until": part.until}
    note(db, at, by, "invite", label, role=part.role, organisation=part.organisation)
    return link_into(db, by, label, at, **columns)


def links(db: Session, organisation: str, at: datetime) -> Sequence[InvitationRow]:
    """Links into an organisation that nobody has used yet, newest first."""
    wanted = (InvitationRow.organisation == organisation, usable(at))
    return db.scalars(select(InvitationRow).where(*wanted).order_by(InvitationRow.created.desc())).all()


def take(db: Session, invitation: InvitationRow, account: AccountRow, at: datetime) -> None:
    """The role that came with a link, if one did."""
    if invitation.organisation and invitation.since:
        part = Part(invitation.organisation, invitation.part, invitation.since, invitation.until)
        inviter = db.get(AccountRow, invitation.invited_by) if invitation.invited_by else None
        give(db, account, part, inviter, at)
