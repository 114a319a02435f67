"""Follow-up: rounds with their dates, who holds which role, their links, and plans as they are followed up."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class FollowRoundRow(Table):
    """A round of follow-up in an organisation and all that stands under it."""

    __tablename__ = "follow_round"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    opens: Mapped[date]
    due: Mapped[date]
    fi: Mapped[str] = mapped_column(String(120), default="")
    sv: Mapped[str] = mapped_column(String(120), default="")
    en: Mapped[str] = mapped_column(String(120), default="")
    created: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    moved_at: Mapped[datetime | None]
    """When its last day was changed, the last time: reminders are counted from the day that it has since."""
    withdrawn_at: Mapped[datetime | None]
    """From then on it asks nobody for anything."""


class RoleHolderRow(Table):
    """Who holds a role that plans name, or stands in for its holder, from a day on. An empty name once struck."""

    __tablename__ = "role_holder"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    role: Mapped[str] = mapped_column(String(80).with_variant(Text(), "postgresql"))
    """However long plans name it; SQLite counts no letters."""
    part: Mapped[str] = mapped_column(String(20))
    """holder or deputy"""
    name: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254), default="")
    since: Mapped[date]
    until: Mapped[date | None]
    """The first day on which it is no more."""
    language: Mapped[str] = mapped_column(String(8), default="", server_default="")
    """In which letters to them are written."""


class CheckInLinkRow(Table):
    """A link by which the holder of a role checks in, without an account. The key itself is kept nowhere in clear."""

    __tablename__ = "check_in_link"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    holder: Mapped[str] = mapped_column(ID, ForeignKey("role_holder.id"), index=True)
    created: Mapped[datetime]
    created_by: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    expires: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class PlanFollowedRow(Table):
    """An approved plan with its newest figures, so that many are read at once without a log. Made of the log."""

    __tablename__ = "plan_followed"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    """The plan and what was told of its actions, as JSON."""
    entries: Mapped[str] = mapped_column(Text, default="", server_default="")
    """The newest figures of each metric and what they restate, the same: most pages over many plans never read them."""


class PlanTermRow(Table):
    """What the plans before and after an approved one need of it: which metrics and actions it has, and with which
    figures those end. Made of the log.
    """

    __tablename__ = "plan_term"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    body: Mapped[str] = mapped_column(Text)
    """All of it, as JSON."""


class PlanOutlookRow(Table):
    """Where an approved plan's goals stand on any day, and what it asks in any round: what pages over very many plans
    read. Made of the log.

    A table of its own: a column behind so large a body is as slow to reach as the body.
    """

    __tablename__ = "plan_outlook"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    sign: Mapped[str] = mapped_column(String(16))
    """The first signs of the digest of what is kept of the plan: whoever knows it by that need not read it again."""
    continues: Mapped[str | None] = mapped_column(ID, index=True)
    """The plan that it began from, which need not be here."""
    body: Mapped[str] = mapped_column(Text)
    """Where the goals stand, as JSON; empty in a row that was written before there was one."""
    duties: Mapped[str] = mapped_column(Text)
    """What is asked, the same."""
    reckoned: Mapped[int] = mapped_column(default=0, server_default="0")
    """By which way of reckoning: what another version of the program reckoned is not read any more."""


class PlanJoinedRow(Table):
    """The same of a plan as it stands among those before and after it, whose figures and days are in it too. Made of
    their rows by whoever reads them first.
    """

    __tablename__ = "plan_joined"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    sign: Mapped[str] = mapped_column(String(64))
    """The digest of all that it was made of: once that has another, the row says nothing any more."""
    body: Mapped[str] = mapped_column(Text)
    duties: Mapped[str] = mapped_column(Text)


class PlanFigureRow(Table):
    """What was entered of one metric of an approved plan and is counted by the definition in force: what may be put
    together with others' figures, of a few metrics of many plans at once. Made of the log.
    """

    __tablename__ = "plan_figure"

    place: Mapped[str] = mapped_column(ID, primary_key=True)
    """The digest of the plan's id and the metric's, which may be of any length where a plan came as data."""
    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), index=True)
    body: Mapped[str] = mapped_column(Text)
    """The newest entries, as JSON."""


class PlanVersionRow(Table):
    """A version of a plan as it was approved, which never changes. Made of the log."""

    __tablename__ = "plan_version"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    number: Mapped[str] = mapped_column(String(16), primary_key=True)
    seq: Mapped[int]
    """After which event of the plan's log it was made."""
    digest: Mapped[str] = mapped_column(String(64))
    body: Mapped[str] = mapped_column(Text)
    """The plan, as JSON."""


class PlanCountedRow(Table):
    """The newest figures of a branch's plan, put together of what its units entered. Made of their rows."""

    __tablename__ = "plan_counted"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    sign: Mapped[str] = mapped_column(String(64))
    """The digest of all that it was made of: once that has another, the row says nothing any more."""
    body: Mapped[str] = mapped_column(Text)
    """The last period's figures of each metric, as JSON."""
    whole: Mapped[str] = mapped_column(Text)
    """Every figure."""


class BranchAlikeRow(Table):
    """Which goals of a branch's units look alike. Made of their plans."""

    __tablename__ = "branch_alike"

    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), primary_key=True)
    sign: Mapped[str] = mapped_column(String(64))
    """The digest of which versions of whose plans were read."""
    body: Mapped[str] = mapped_column(Text)
    """Groups of goals by unit and id, as JSON: no word of them."""


class BranchDrawnRow(Table):
    """Which goals came since a branch decided that look like those it decided on. Made of its plan and its units'."""

    __tablename__ = "branch_drawn"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    sign: Mapped[str] = mapped_column(String(64))
    """The digest of which versions of whose plans were read, and of what was decided."""
    body: Mapped[str] = mapped_column(Text)
    """Pairs of goals by unit and id, as JSON: no word of them."""


class PlanRecipeRow(Table):
    """Which metrics of a branch's plan are made of whose: what stays the same whatever is entered. Made of its log."""

    __tablename__ = "plan_recipe"

    plan: Mapped[str] = mapped_column(ID, ForeignKey("plan.id"), primary_key=True)
    sign: Mapped[str] = mapped_column(String(64))
    """The digest of what it was made of."""
    body: Mapped[str] = mapped_column(Text)
