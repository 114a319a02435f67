"""Accounts, the links that make them, and where they are signed in. Tokens are kept as hashes only."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, select, union_all, update
from sqlalchemy.orm import Session

from workshop.store import letters
from workshop.store.keys import hash_of as hash_of
from workshop.store.keys import new_id as new_id
from workshop.store.keys import new_token as new_token
from workshop.store.tables import (
    AccountRow,
    AuditRow,
    InvitationRow,
    LoginRow,
    OrganisationRow,
    PlanRow,
    TemplateRow,
    WorkshopRow,
)

ADMINISTRATOR = "administrator"
FACILITATOR = "facilitator"
MEMBER = "member"
"""Has no role of the place, only what organisations gave."""
ROLES = (FACILITATOR, ADMINISTRATOR, MEMBER)

FIRST_LINK_LASTS = timedelta(days=1)
INVITATION_LASTS = timedelta(days=7)
LOGIN_LASTS = timedelta(days=14)
PROVIDER_LOGIN_LASTS = timedelta(hours=12)
"""A day's work: what a provider's word gives is asked for anew tomorrow."""
SEEN_EVERY = timedelta(minutes=5)


# -- Accounts -------------------------------------------------------------------------------------------------------


def any_account(db: Session) -> bool:
    """Whether anybody was ever able to sign in; whom rehearsals belong to has no password and does not count."""
    return db.scalar(select(AccountRow.id).where(AccountRow.password_hash != "").limit(1)) is not None


def accounts(db: Session) -> Sequence[AccountRow]:
    """Everybody with an open account, by name."""
    return db.scalars(select(AccountRow).where(AccountRow.closed_at.is_(None)).order_by(AccountRow.name)).all()


def account_by_email(db: Session, email: str) -> AccountRow | None:
    return db.scalar(select(AccountRow).where(AccountRow.email == email.strip().lower()))


def speaks(db: Session, account: str, language: str) -> None:
    """In which language letters to an account are written from now on."""
    db.execute(update(AccountRow).where(AccountRow.id == account).values(language=language))


def close_account(db: Session, account: AccountRow, by: AccountRow, at: datetime) -> None:
    """Nobody signs in with it any more; what its owner did stays."""
    account.closed_at = at
    end_logins(db, account.id, at)
    note(db, at, by, "close_account", account.id)


def set_password(db: Session, account: AccountRow, password_hash: str, at: datetime) -> None:
    """Whoever knew the old password is out everywhere."""
    account.password_hash = password_hash
    end_logins(db, account.id, at)
    note(db, at, account, "set_password", account.id)


# -- Links ----------------------------------------------------------------------------------------------------------


def first_link(db: Session, at: datetime) -> str | None:
    """A token that makes the first administrator, while there is no account. An earlier one stops working."""
    if any_account(db):
        return None
    earlier = and_(InvitationRow.invited_by.is_(None), usable(at))
    db.execute(update(InvitationRow).where(earlier).values(revoked_at=at))
    return _link(db, at, FIRST_LINK_LASTS, role=ADMINISTRATOR)


def invite(db: Session, by: AccountRow, role: str, label: str, at: datetime) -> str:
    """A token that makes one account of this role."""
    note(db, at, by, "invite", label, role=role)
    return _link(db, at, INVITATION_LASTS, role=role, label=label, invited_by=by.id)


def password_link(db: Session, account: AccountRow, by: AccountRow | None, at: datetime) -> str:
    """A token that gives an account a new password."""
    note(db, at, by, "password_link", account.id)
    whose = {"role": account.role, "label": account.name, "account": account.id}
    return _link(db, at, FIRST_LINK_LASTS, invited_by=by.id if by else None, **whose)


def until(at: datetime) -> datetime:
    """How long a link works that is made now, and a letter with it is worth sending."""
    return at + INVITATION_LASTS


def link_into(db: Session, by: AccountRow, label: str, at: datetime, **part: Any) -> str:
    """A token that brings a role in an organisation: `organisation`, `part` (the role), `since`, `until`."""
    return _link(db, at, INVITATION_LASTS, role=MEMBER, label=label, invited_by=by.id, **part)


def bring(
    db: Session, name: str, email: str, by: AccountRow | None, at: datetime, language: str = ""
) -> tuple[AccountRow, str]:
    """An account for somebody who is told of it, and the token by which they choose its password."""
    who = {"id": new_id(), "name": name, "email": email.strip().lower(), "role": MEMBER, "language": language}
    account = AccountRow(**who, password_hash="", created=at)
    db.add(account)
    db.flush()
    note(db, at, by, "bring_account", account.id)
    whose = {"label": name, "account": account.id, "invited_by": by.id if by else None}
    return account, _link(db, at, INVITATION_LASTS, role=MEMBER, **whose)


def _link(db: Session, at: datetime, lasts: timedelta, **columns: Any) -> str:
    token, token_hash = new_token()
    db.add(InvitationRow(token_hash=token_hash, created=at, expires=at + lasts, **columns))
    return token


def usable(at: datetime) -> ColumnElement[bool]:
    unused = and_(InvitationRow.used_at.is_(None), InvitationRow.revoked_at.is_(None))
    return and_(unused, InvitationRow.expires > at)


def invitation(db: Session, token: str, at: datetime) -> InvitationRow | None:
    """The link's invitation, if it can still be used."""
    return db.scalar(select(InvitationRow).where(InvitationRow.token_hash == hash_of(token), usable(at)))


def held_invitation(db: Session, token: str, at: datetime) -> InvitationRow | None:
    """The same, for whoever uses it up now: another who comes with it meanwhile waits, and finds it used."""
    wanted = select(InvitationRow).where(InvitationRow.token_hash == hash_of(token), usable(at))
    return db.scalar(wanted.with_for_update())


def open_invitations(db: Session, at: datetime) -> Sequence[InvitationRow]:
    """Links that nobody has used yet, newest first."""
    invited = InvitationRow.invited_by.is_not(None)
    return db.scalars(select(InvitationRow).where(invited, usable(at)).order_by(InvitationRow.created.desc())).all()


def revoke(db: Session, invitation: InvitationRow, by: AccountRow, at: datetime) -> None:
    invitation.revoked_at = at
    letters.withdraw(db, invitation.token_hash)
    note(db, at, by, "revoke_invitation", invitation.label)


def accept(
    db: Session,
    invitation: InvitationRow,
    *,
    name: str,
    email: str,
    password_hash: str,
    at: datetime,
    language: str = "",
) -> AccountRow:
    """The account that the link makes; the link is used up."""
    who = {"id": new_id(), "name": name, "email": email.strip().lower(), "role": invitation.role}
    account = AccountRow(**who, password_hash=password_hash, created=at, language=language)
    db.add(account)
    db.flush()
    use_up(db, invitation, account, at)
    note(db, at, account, "accept_invitation", account.id, role=account.role)
    return account


def use_up(db: Session, invitation: InvitationRow, account: AccountRow, at: datetime) -> None:
    letters.withdraw(db, invitation.token_hash)
    invitation.used_at = at
    invitation.used_by = account.id


# -- Logins ---------------------------------------------------------------------------------------------------------


def log_in(db: Session, account: str, device: str, at: datetime) -> str:
    """A token for the device that has just signed in."""
    return _new_login(db, at, account=account, device=device, confirmed=at, expires=at + LOGIN_LASTS)


def log_in_by(db: Session, provider: str, account: str, device: str, at: datetime, shown: datetime | None) -> str:
    """The same for one who signed in at a provider, and showed there who they are at a time, if it says when."""
    times = {"confirmed": shown, "expires": at + PROVIDER_LOGIN_LASTS}
    return _new_login(db, at, account=account, device=device, provider=provider, **times)


def _new_login(db: Session, at: datetime, **columns: Any) -> str:
    token, token_hash = new_token()
    db.add(LoginRow(token_hash=token_hash, created=at, seen=at, **columns))
    return token


def login(db: Session, token: str, at: datetime) -> tuple[LoginRow, AccountRow] | None:
    """Whose login this is, if it has not ended or run out and the account is open."""
    found = db.execute(
        select(LoginRow, AccountRow)
        .join(AccountRow, AccountRow.id == LoginRow.account)
        .where(LoginRow.token_hash == hash_of(token), LoginRow.ended_at.is_(None), LoginRow.expires > at)
        .where(AccountRow.closed_at.is_(None))
    ).first()
    return (found[0], found[1]) if found else None


def logins(db: Session, account: str, at: datetime) -> Sequence[LoginRow]:
    """Where an account is signed in, the latest first."""
    living = and_(LoginRow.account == account, LoginRow.ended_at.is_(None), LoginRow.expires > at)
    return db.scalars(select(LoginRow).where(living).order_by(LoginRow.seen.desc())).all()


def see(db: Session, login: LoginRow, at: datetime) -> None:
    db.execute(update(LoginRow).where(LoginRow.token_hash == login.token_hash).values(seen=at))


def confirm(db: Session, login: LoginRow, at: datetime) -> None:
    """Whoever is signed in on this device showed once more who they are."""
    db.execute(update(LoginRow).where(LoginRow.token_hash == login.token_hash).values(confirmed=at))


def end_login(db: Session, token_hash: str, account: str, at: datetime) -> None:
    """End one login of this account; another account's is left alone."""
    mine = and_(LoginRow.token_hash == token_hash, LoginRow.account == account, LoginRow.ended_at.is_(None))
    db.execute(update(LoginRow).where(mine).values(ended_at=at))


def end_logins(db: Session, account: str, at: datetime, but: str = "") -> None:
    """End all logins of an account, but perhaps the one that asks."""
    others = and_(LoginRow.account == account, LoginRow.token_hash != but, LoginRow.ended_at.is_(None))
    db.execute(update(LoginRow).where(others).values(ended_at=at))


# -- The trail ------------------------------------------------------------------------------------------------------


def note(db: Session, at: datetime, by: AccountRow | None, action: str, object: str, **detail: str) -> None:
    """One line in the trail of what was done to accounts, rights and packs. An organisation that is said is whose it
    is; else that of the plan, workshop or template that it is about.
    """
    columns = {"action": action, "object": object, "detail": detail}
    whose = detail.get("organisation") or whose_is(db, object)
    db.add(AuditRow(at=at, account=by.id if by else None, organisation=whose, **columns))


def whose_is(db: Session, id: str) -> str | None:
    """The organisation that has it, or that it is."""
    kept = (select(table.organisation).where(table.id == id) for table in (PlanRow, WorkshopRow, TemplateRow))
    itself = select(OrganisationRow.id).where(OrganisationRow.id == id)
    return next((whose for whose in db.scalars(union_all(itself, *kept)) if whose), None)
