"""Who comes in by a provider's word: the account that it is tied to, or a new one, with what the rules give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from workshop import store
from workshop.clock import now
from workshop.signon import tokens
from workshop.signon.claims import granted, name_in
from workshop.signon.turned import Turned
from workshop.store import accounts, identities, providers, roles
from workshop.store.tables import AccountRow, IdentityRow, ProviderRow
from workshop.web.head import today


@dataclass(frozen=True)
class Told:
    """What a provider said of somebody, proven."""

    provider: ProviderRow
    who: str
    claims: Mapping[str, Any]

    @property
    def shown(self) -> datetime | None:
        """When they showed there who they are; a time to come is nobody's."""
        seconds = tokens.authenticated(self.claims)
        if seconds is None or not 0 < seconds <= now().timestamp():
            return None
        return datetime.fromtimestamp(seconds, UTC)


def enter(told: Told) -> AccountRow:
    """The account that comes in. What they have is renewed also where it is nothing more, and they stay outside."""
    with store.writing() as db:
        found = identities.identity(db, told.provider.issuer, told.who)
        account = _known(db, told, found) if found else _new(db, told)
        lets_in = account is not None and has_a_part(db, account)
    if account is None or not lets_in:
        raise Turned("nothing", "no rule gives anything")
    return account


def _known(db: Session, told: Told, found: IdentityRow) -> AccountRow:
    account = db.get_one(AccountRow, found.account)
    if account.closed_at is not None:
        raise Turned("closed", "a closed account")
    found.seen = now()
    renew(db, told, account)
    if not has_a_part(db, account):
        accounts.end_logins(db, account.id, now())
    elif not account.password_hash and (name := name_in(told.claims)):
        account.name = name
    return account


def _new(db: Session, told: Told) -> AccountRow | None:
    if not gives(db, told):
        return None
    account = identities.new_account(db, name_in(told.claims), told.provider, now())
    identities.tie(db, account, told.provider, told.who, now())
    renew(db, told, account)
    return account


def renew(db: Session, told: Told, account: AccountRow) -> None:
    identities.renew(db, account, told.provider, gives(db, told), now(), today())


def gives(db: Session, told: Told) -> frozenset[tuple[str, str]]:
    return granted(told.claims, providers.as_rules(providers.rules(db, told.provider.id)))


def has_a_part(db: Session, account: AccountRow) -> bool:
    """Whether it is somebody here: by password, by a role of the place, or by one in an organisation."""
    own = bool(account.password_hash) or account.role != accounts.MEMBER
    return own or bool(roles.rights(db, account.id, today()).anywhere)
