"""Tokens by which other programs ask for an organisation. Shown once when they are made; kept as a hash."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import and_, select, update
from sqlalchemy.orm import Session

from workshop.access import SCOPES, Standing
from workshop.store.accounts import MEMBER, hash_of, new_id, note
from workshop.store.accounts import new_token as drawn
from workshop.store.forest import forest
from workshop.store.roles import NOBODY, Rights
from workshop.store.tables import AccountRow, TokenRow

PREFIX = "toimi_"
"""By which a token that went astray is known for one."""
SEEN_EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Granted:
    """What a token is to let a program do, and until when."""

    organisation: str
    label: str
    scopes: Collection[str]
    below: bool
    expires: datetime


def give(db: Session, granted: Granted, by: AccountRow, at: datetime) -> str:
    """A new token, with an account of its own by which its doings are told from people's."""
    token, id = PREFIX + drawn()[0], new_id()
    scopes = " ".join(scope for scope in SCOPES if scope in granted.scopes)
    account = _program(granted.label, id, at)
    db.add(account)
    db.flush()
    row = TokenRow(id=id, token_hash=hash_of(token), organisation=granted.organisation, account=account.id)
    row.label, row.scopes, row.below = granted.label, scopes, granted.below
    row.created, row.created_by, row.expires = at, by.id, granted.expires
    db.add(row)
    detail = {"organisation": granted.organisation, "scopes": scopes, "below": str(granted.below)}
    note(db, at, by, "give_token", id, label=granted.label, expires=granted.expires.isoformat(), **detail)
    return token


def _program(label: str, token: str, at: datetime) -> AccountRow:
    """Closed from the beginning: nobody signs in by it, and nobody is written to."""
    who = {"id": new_id(), "email": f"token-{token.lower()}-{new_id().lower()}@invalid", "name": label, "role": MEMBER}
    return AccountRow(**who, password_hash="", created=at, closed_at=at)


def revoke(db: Session, row: TokenRow, by: AccountRow, at: datetime) -> None:
    row.revoked_at = at
    note(db, at, by, "revoke_token", row.id, organisation=row.organisation, label=row.label)


def of_organisation(db: Session, organisation: str, at: datetime) -> Sequence[TokenRow]:
    """Those that still let somebody in, the newest first."""
    living = and_(TokenRow.organisation == organisation, TokenRow.revoked_at.is_(None), TokenRow.expires > at)
    return db.scalars(select(TokenRow).where(living).order_by(TokenRow.created.desc(), TokenRow.id)).all()


def by_token(db: Session, token: str, at: datetime) -> TokenRow | None:
    """The row of a token that still lets in."""
    living = and_(TokenRow.revoked_at.is_(None), TokenRow.expires > at)
    return db.scalar(select(TokenRow).where(TokenRow.token_hash == hash_of(token), living))


def see(db: Session, row: TokenRow, at: datetime) -> None:
    db.execute(update(TokenRow).where(TokenRow.id == row.id).values(seen=at))


@dataclass(frozen=True)
class Reach:
    """What a token holds on a day, asked as people's roles are: its scopes are its roles in its organisation."""

    rights: Rights
    below: bool

    def standing(self, organisation: str) -> Standing:
        """To one organisation; to those under its own only where it reaches below."""
        found = self.rights.standing(organisation)
        return found if self.below else Standing(found.here, NOBODY, found.anywhere)


def reach(db: Session, row: TokenRow, day: date) -> Reach:
    return Reach(Rights(forest(db), day, {row.organisation: frozenset(row.scopes.split())}), row.below)
