"""Where people may sign in besides here, who they are there, and what that gives them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class ProviderRow(Table):
    """A provider of OpenID Connect, and what this place is called there. Its issuer never changes."""

    __tablename__ = "provider"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    issuer: Mapped[str] = mapped_column(String(500))
    client: Mapped[str] = mapped_column(String(255))
    secret: Mapped[str] = mapped_column(Text, default="")
    """Sealed; empty where a variable holds it, or none is needed."""
    variable: Mapped[str] = mapped_column(String(120), default="")
    scopes: Mapped[str] = mapped_column(String(300))
    hosts: Mapped[str] = mapped_column(String(500), default="")
    """Besides the issuer's own, where it may be asked; with spaces between."""
    identity: Mapped[str] = mapped_column(String(200), default="")
    """Names of the claims that together tell somebody from everybody else; empty for the subject."""
    created: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class ProviderRuleRow(Table):
    """Whoever has this value in this claim has this role in this organisation, as long as they have it."""

    __tablename__ = "provider_rule"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    provider: Mapped[str] = mapped_column(ID, ForeignKey("provider.id"), index=True)
    claim: Mapped[str] = mapped_column(String(120))
    value: Mapped[str] = mapped_column(String(255))
    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"))
    role: Mapped[str] = mapped_column(String(20))


class IdentityRow(Table):
    """Who somebody is at a provider, and which account that is here."""

    __tablename__ = "identity"
    __table_args__ = (UniqueConstraint("issuer", "who"),)

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    issuer: Mapped[str] = mapped_column(String(500))
    who: Mapped[str] = mapped_column(String(1000))
    """The claims that tell them apart, with their values, as JSON."""
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), index=True)
    created: Mapped[datetime]
    seen: Mapped[datetime]


class SpentStateRow(Table):
    """A signing in that came back once: it does not come back again."""

    __tablename__ = "spent_state"

    state_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
