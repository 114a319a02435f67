"""What was brought and confirmed: methods, templates, transfers; and the trail."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class PackRow(Table):
    """A method pack that was brought, as it was read. A later version takes the place of the one before."""

    __tablename__ = "pack"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    brought: Mapped[datetime]


class PackEditionRow(Table):
    """A method as it was read here from a moment on: what was approved by then keeps the words that it had."""

    __tablename__ = "pack_edition"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    since: Mapped[datetime] = mapped_column(primary_key=True)
    version: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64))
    text: Mapped[str] = mapped_column(Text)


class PackConfirmationRow(Table):
    """An administrator's word that a text of a pack is right. A later wording needs a word of its own."""

    __tablename__ = "pack_confirmation"

    pack: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[str] = mapped_column(String(20), primary_key=True)
    text: Mapped[str] = mapped_column(String(120), primary_key=True)
    language: Mapped[str] = mapped_column(String(8), primary_key=True)
    wording: Mapped[str] = mapped_column(Text)
    confirmed_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    confirmed_at: Mapped[datetime]


class PackMappingRow(Table):
    """Which objectives of a method became which of the one that follows it, and who vouches for that."""

    __tablename__ = "pack_mapping"

    before: Mapped[str] = mapped_column(String(40), primary_key=True)
    after: Mapped[str] = mapped_column(String(40), primary_key=True)
    objectives: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """By an old objective's id a list of new ones, empty where it was let go."""
    changed_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    changed_at: Mapped[datetime]
    confirmed_by: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    confirmed_at: Mapped[datetime | None]


class TemplateRow(Table):
    """An organisation's own template for files of one kind; everybody's where no organisation is named."""

    __tablename__ = "template"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    organisation: Mapped[str | None] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    kind: Mapped[str] = mapped_column(String(8))
    """The format it is for: pptx or docx."""
    name: Mapped[str] = mapped_column(String(120))
    file: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    """Read only where a file is made: it is large."""
    roles: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """An editor's corrections of the match: role → layout or style, by its name."""
    seen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What it holds, as it was looked at when it came."""
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    created: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class TransferRow(Table):
    """What an administrator did to a transfer to another service; one that is as it was shipped has no row."""

    __tablename__ = "transfer"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    body: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """The whole mapping as it was changed or made here; empty where the shipped one holds."""
    changed_by: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    changed_at: Mapped[datetime | None]
    confirmed_by: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    confirmed_at: Mapped[datetime | None]
    confirmed: Mapped[str] = mapped_column(String(64), default="")
    """Digest of the mapping that was vouched for: a later one needs a word of its own."""


class AuditRow(Table):
    """Who changed rights, accounts, packs, templates and transfers. What happens in workshops is in their logs."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_object", "object"), Index("ix_audit_organisation", "organisation"))

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    action: Mapped[str] = mapped_column(String(60))
    object: Mapped[str] = mapped_column(String(120), default="")
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
    organisation: Mapped[str | None] = mapped_column(ID)
    """Whose act it is, or whom it concerns; nothing of what concerns the place."""
