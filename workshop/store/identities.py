"""Who somebody is elsewhere, and which account that is here; the roles that a provider's word gives."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshop.store.accounts import MEMBER, hash_of, new_id, note
from workshop.store.roles import Part, give
from workshop.store.tables import AccountRow, IdentityRow, OrganisationRoleRow, ProviderRow, SpentStateRow

NO_ADDRESS = "@sign-on.invalid"
"""Ends the address of an account that has none: providers' addresses are nobody's proof, so none is taken."""
ROLES_LAST = timedelta(days=90)
"""After the last signing in there; whoever comes once a quarter keeps theirs, whoever never comes again does not."""
STATES_KEPT = timedelta(days=1)


def identity(db: Session, issuer: str, who: str) -> IdentityRow | None:
    return db.scalar(select(IdentityRow).where(IdentityRow.issuer == issuer, IdentityRow.who == who))


def of_account(db: Session, account: str) -> Sequence[tuple[IdentityRow, ProviderRow]]:
    """Where somebody can sign in besides here."""
    return [
        (row[0], row[1])
        for row in db.execute(
            select(IdentityRow, ProviderRow)
            .join(ProviderRow, ProviderRow.issuer == IdentityRow.issuer)
            .where(IdentityRow.account == account, ProviderRow.closed_at.is_(None))
            .order_by(ProviderRow.name)
        )
    ]


def issuers(db: Session) -> Mapping[str, Sequence[str]]:
    """By account, the names of the providers that it is tied to."""
    found: dict[str, list[str]] = {}
    pairs = select(IdentityRow.account, ProviderRow.name).join(ProviderRow, ProviderRow.issuer == IdentityRow.issuer)
    for account, name in db.execute(pairs.where(ProviderRow.closed_at.is_(None)).order_by(ProviderRow.name)):
        found.setdefault(account, []).append(name)
    return found


def has_address(account: AccountRow) -> bool:
    return not account.email.endswith(NO_ADDRESS)


def new_account(db: Session, name: str, provider: ProviderRow, at: datetime) -> AccountRow:
    """An account without a password and without an address: it opens at the provider only."""
    id = new_id()
    account = AccountRow(
        id=id, name=name or provider.name, email=f"{id}{NO_ADDRESS}".lower(), role=MEMBER, password_hash="", created=at
    )
    db.add(account)
    db.flush()
    note(db, at, account, "account_by_provider", account.id, provider=provider.id)
    return account


def tie(db: Session, account: AccountRow, provider: ProviderRow, who: str, at: datetime) -> None:
    """From now on whoever this is there is this account here."""
    db.add(IdentityRow(id=new_id(), issuer=provider.issuer, who=who, account=account.id, created=at, seen=at))
    note(db, at, account, "tie_identity", account.id, provider=provider.id)


def untie(db: Session, row: IdentityRow, provider: ProviderRow, by: AccountRow, at: datetime, day: date) -> None:
    """The account opens there no more, and what that provider's word gave it ends."""
    db.delete(row)
    renew(db, by, provider, frozenset(), at, day)
    note(db, at, by, "untie_identity", row.account, provider=provider.id)


# -- Roles by a provider's word -------------------------------------------------------------------------------------


def renew(
    db: Session,
    account: AccountRow,
    provider: ProviderRow,
    granted: Collection[tuple[str, str]],
    at: datetime,
    day: date,
) -> None:
    """What its word gave and gives no more ends; the rest holds on, and what is new begins."""
    until = day + ROLES_LAST
    for row in by_word(db, account.id, provider.id, day):
        if (row.organisation, row.role) in granted:
            row.until = until
            continue
        row.until = max(day, row.since)
        note(db, at, None, "end_role", account.id, organisation=row.organisation, role=row.role, provider=provider.id)
    for organisation, role in sorted(granted):
        give(db, account, Part(organisation, role, day, until), None, at, provider.id)


def by_word(db: Session, account: str, provider: str, day: date) -> Sequence[OrganisationRoleRow]:
    row = OrganisationRoleRow
    holds = or_(row.until.is_(None), row.until > day)
    return db.scalars(select(row).where(row.account == account, row.provider == provider, holds)).all()


# -- Once only ------------------------------------------------------------------------------------------------------


def spend(db: Session, state: str, at: datetime) -> bool:
    """Whether a signing in comes back for the first time; what lies long back is forgotten."""
    db.execute(delete(SpentStateRow).where(SpentStateRow.at < at - STATES_KEPT))
    try:
        with db.begin_nested():
            db.add(SpentStateRow(state_hash=hash_of(state), at=at))
    except IntegrityError:
        return False
    return True
