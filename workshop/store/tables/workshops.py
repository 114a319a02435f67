"""Workshops and the people in them."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class WorkshopRow(Table):
    """What must be found without reading a log: whose workshop it is and how one gets in."""

    __tablename__ = "workshop"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    code: Mapped[str | None] = mapped_column(String(16), unique=True)
    """The join code without its space, upper case; none once it was given back."""
    organisation: Mapped[str | None] = mapped_column(ID, ForeignKey("organisation.id"))
    owner: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), index=True)
    created: Mapped[datetime]
    door_open: Mapped[bool] = mapped_column(default=True)
    pack: Mapped[str] = mapped_column(String(40))
    closed_at: Mapped[datetime | None]
    starts: Mapped[datetime | None]
    """When it is planned to begin; its agenda counts from here."""
    held_at: Mapped[datetime | None]
    """Since when it is not removed, whatever its time."""
    held_why: Mapped[str] = mapped_column(String(200), default="", server_default="")


class PersonRow(Table):
    """A seat's name and key. Removed names leave an empty string: the seat's contributions stay."""

    __tablename__ = "person"

    workshop: Mapped[str] = mapped_column(ID, ForeignKey("workshop.id"), primary_key=True)
    seat: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    """SHA-256 of the key in the personal QR; the key itself is kept nowhere."""
    account: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    """Set for hosts, who come in by their account."""


class InsightRow(Table):
    """That an administrator may read what a workshop holds, for a short while and for a reason that its hosts see."""

    __tablename__ = "insight"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    workshop: Mapped[str] = mapped_column(ID, ForeignKey("workshop.id"), index=True)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    why: Mapped[str] = mapped_column(String(300))
    since: Mapped[datetime]
    until: Mapped[datetime]

    @property
    def opens(self) -> bool:
        """Whether all of it could be read; else somebody was looked for in it, and passages were seen."""
        return self.until > self.since
