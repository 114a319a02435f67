"""Accounts, the links that make them, and where they are signed in."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class AccountRow(Table):
    __tablename__ = "account"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    """Lower case."""
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(String(200))
    created: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    language: Mapped[str] = mapped_column(String(8), default="", server_default="")
    """In which letters are written; none until they chose one."""


class InvitationRow(Table):
    """A link that makes one account, or a new password for one, once. The first administrator's has no inviter."""

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    role: Mapped[str] = mapped_column(String(20))
    label: Mapped[str] = mapped_column(String(120), default="")
    """Whom it was made for, in the inviter's words."""
    invited_by: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    account: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    """Set when the link gives this account a new password."""
    organisation: Mapped[str | None] = mapped_column(ID, ForeignKey("organisation.id"))
    part: Mapped[str] = mapped_column(String(20), default="", server_default="")
    """The role in that organisation which comes with the link, if one does."""
    since: Mapped[date | None]
    until: Mapped[date | None]
    """From and until when that role holds."""
    created: Mapped[datetime]
    expires: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    revoked_at: Mapped[datetime | None]


class LoginRow(Table):
    """A sign-in on one device. Ending it here ends it there."""

    __tablename__ = "login"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), index=True)
    device: Mapped[str] = mapped_column(String(120), default="")
    created: Mapped[datetime]
    seen: Mapped[datetime]
    expires: Mapped[datetime]
    confirmed: Mapped[datetime | None]
    """When its holder last showed who they are: by their password, or at their provider."""
    provider: Mapped[str | None] = mapped_column(ID, ForeignKey("provider.id"))
    """Where they signed in, if elsewhere."""
    ended_at: Mapped[datetime | None]
