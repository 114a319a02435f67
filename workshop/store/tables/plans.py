"""Plans, and the people around them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String, false
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class PlanRow(Table):
    """What must be found without reading a log: written in the transaction that writes the log, and made of it."""

    __tablename__ = "plan"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    owner: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20), default="", server_default="")
    """What it began as: "branch" and "branches" are plans in which is decided on the goals of others."""
    title: Mapped[str] = mapped_column(String(200))
    titles: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    """The title in each language that it is in."""
    organisation: Mapped[str | None] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    """Whose it is; None until somebody says so."""
    organisation_name: Mapped[str] = mapped_column(String(200), default="")
    """What the plan calls them, which may be any words."""
    period: Mapped[str] = mapped_column(String(60), default="")
    stage: Mapped[str] = mapped_column(String(20))
    version: Mapped[str] = mapped_column(String(20), default="")
    published: Mapped[str] = mapped_column(String(20), default="")
    """The version that was approved last."""
    published_title: Mapped[str] = mapped_column(String(200), default="", server_default="")
    """What the plan was called in it: others read nothing newer."""
    published_titles: Mapped[dict[str, Any]] = mapped_column(default=dict, server_default="{}")
    keyed_in: Mapped[str] = mapped_column(ID, default="", server_default="")
    """The organisation that keyed it in for whose it is, if one did."""
    confirmed: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether they have said that it is right as it stands."""
    created: Mapped[datetime]
    changed: Mapped[datetime]
    held_at: Mapped[datetime | None]
    """Since when it is kept whatever its time; this and the reason follow from no log."""
    held_why: Mapped[str] = mapped_column(String(200), default="", server_default="")
    head: Mapped[int]
    """The number of the log's event that it is made of."""


class PlanPersonRow(Table):
    """Somebody's part in a plan: editor, approver or reader. Its owner edits it without a row."""

    __tablename__ = "plan_person"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class PlanLinkRow(Table):
    """A link by which anybody who has it comments on a plan, without an account."""

    __tablename__ = "plan_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), index=True)
    created: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    revoked_at: Mapped[datetime | None]


class PlanGuestRow(Table):
    """What somebody who comments by a link calls themselves; an empty name once it was struck."""

    __tablename__ = "plan_guest"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    guest: Mapped[str] = mapped_column(ID, primary_key=True)
    name: Mapped[str] = mapped_column(String(120), default="")


class PlanFileRow(Table):
    """A signed file, by the digest that stands in the log."""

    __tablename__ = "plan_file"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    file: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    created: Mapped[datetime]
