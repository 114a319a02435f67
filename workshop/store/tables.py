"""Every table of the place. What happens in workshops is in `log` and `event`; the rest is who, where and what right.

Names of people stand here and never in an event, so that they can be struck without touching a log.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

import sqlalchemy
from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from workshop.store.columns import Instant

KEY = String(80)
ID = String(64)


class Table(DeclarativeBase):
    """Named constraints, so that a migration can find them again on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Instant, dict[str, Any]: JSON}  # noqa: RUF012 (SQLAlchemy reads it as it is)

    if TYPE_CHECKING:
        # SQLAlchemy says "a FROM clause"; every one of ours is a table.
        __table__: ClassVar[sqlalchemy.Table]  # pyright: ignore[reportIncompatibleVariableOverride]


# -- Logs -----------------------------------------------------------------------------------------------------------


class LogRow(Table):
    """A workshop's or plan's log; its row is what a turn locks."""

    __tablename__ = "log"

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    head: Mapped[int] = mapped_column(default=0)
    """The number of the last event; 0 before the first."""


class EventRow(Table):
    """A fact, numbered 1, 2, 3 … without gaps within its log."""

    __tablename__ = "event"

    log: Mapped[str] = mapped_column(KEY, ForeignKey("log.key"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ID)
    for_: Mapped[str] = mapped_column("for", ID)
    type: Mapped[str] = mapped_column(String(60))
    body: Mapped[dict[str, Any]]


class AnswerRow(Table):
    """What was answered to an ask, so that the same ask sent again is answered the same and done once."""

    __tablename__ = "answer"

    log: Mapped[str] = mapped_column(KEY, ForeignKey("log.key"), primary_key=True)
    seat: Mapped[str] = mapped_column(ID, primary_key=True)
    once: Mapped[str] = mapped_column(ID, primary_key=True)
    at: Mapped[datetime]
    seq: Mapped[int]
    """The log's head after the ask."""
    code: Mapped[str] = mapped_column(String(60), default="")
    """Empty when it was granted; otherwise why it was refused, worded later in the reader's language."""
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)


# -- Workshops and the people in them -------------------------------------------------------------------------------


class OrganisationRow(Table):
    """An organisation as it is called now. Where it stands, and since when, is in its places."""

    __tablename__ = "organisation"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    fi: Mapped[str] = mapped_column(String(200), default="")
    sv: Mapped[str] = mapped_column(String(200), default="")
    en: Mapped[str] = mapped_column(String(200), default="")
    former: Mapped[str] = mapped_column(Text, default="", server_default="")
    """Names it had before, one a line: what was written under them still finds it."""
    code: Mapped[str] = mapped_column(String(40), default="", server_default="")
    """What tells it from others of the same name, such as a business id."""
    kind: Mapped[str] = mapped_column(String(20), default="", server_default="")
    opened: Mapped[date | None]
    closed: Mapped[date | None]
    """The first day on which it is no more."""
    successor: Mapped[str | None] = mapped_column(ID, ForeignKey("organisation.id"))
    languages: Mapped[str] = mapped_column(String(40), default="", server_default="")
    """Those its plans are written in, with spaces between; none where it has not said."""
    kept_months: Mapped[int | None]
    """How long its workshops are kept once they are over; for good where it has not said."""
    contact: Mapped[str] = mapped_column(String(254), default="", server_default="")
    """Where people write who cannot use a page."""
    statement: Mapped[str] = mapped_column(String(500), default="", server_default="")
    """The address of its own accessibility statement."""


class OrganisationPlaceRow(Table):
    """Under whom an organisation stands from a day on; under nobody at the top."""

    __tablename__ = "organisation_place"

    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), primary_key=True)
    since: Mapped[date] = mapped_column(primary_key=True)
    under: Mapped[str | None] = mapped_column(ID, ForeignKey("organisation.id"), index=True)


class OrganisationRoleRow(Table):
    """What somebody may do in an organisation, from a day on."""

    __tablename__ = "organisation_role"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    organisation: Mapped[str] = mapped_column(ID, ForeignKey("organisation.id"), index=True)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), index=True)
    role: Mapped[str] = mapped_column(String(20))
    since: Mapped[date]
    until: Mapped[date | None]
    """The first day on which it is no more."""


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


# -- Plans, and the people around them ------------------------------------------------------------------------------


class PlanRow(Table):
    """What must be found without reading a log: written in the transaction that writes the log, and made of it."""

    __tablename__ = "plan"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    owner: Mapped[str] = mapped_column(ID, ForeignKey("account.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    organisation: Mapped[str] = mapped_column(String(200), default="")
    period: Mapped[str] = mapped_column(String(60), default="")
    stage: Mapped[str] = mapped_column(String(20))
    version: Mapped[str] = mapped_column(String(20), default="")
    published: Mapped[str] = mapped_column(String(20), default="")
    """The version that was approved last."""
    created: Mapped[datetime]
    changed: Mapped[datetime]
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


# -- Accounts -------------------------------------------------------------------------------------------------------


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
    """When the password was last asked on it."""
    ended_at: Mapped[datetime | None]


# -- Packs, templates and the trail ---------------------------------------------------------------------------------


class PackRow(Table):
    """A method pack that was brought, as it was read. A later version takes the place of the one before."""

    __tablename__ = "pack"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    version: Mapped[str] = mapped_column(String(20))
    text: Mapped[str] = mapped_column(Text)
    account: Mapped[str] = mapped_column(ID, ForeignKey("account.id"))
    brought: Mapped[datetime]


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


class LetterRow(Table):
    """A letter that waits for the post, went out or came back. Its words are forgotten once it has gone."""

    __tablename__ = "letter"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    once: Mapped[str] = mapped_column(String(160), unique=True)
    """What makes it the same letter: whoever writes it again changes nothing."""
    to: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    calendar: Mapped[str] = mapped_column(Text, default="")
    """An iCalendar file that goes along, if any."""
    written: Mapped[datetime]
    due: Mapped[datetime] = mapped_column(index=True)
    """When it is to be tried next."""
    tries: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(String(200), default="")
    """What the post said the last time it did not take it."""
    sent_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    """When it was given up: the address is refused, or the post never took it."""


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
    __table_args__ = (Index("ix_audit_object", "object"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    account: Mapped[str | None] = mapped_column(ID, ForeignKey("account.id"))
    action: Mapped[str] = mapped_column(String(60))
    object: Mapped[str] = mapped_column(String(120), default="")
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)
