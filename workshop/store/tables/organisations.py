"""Organisations, who stands under whom from which day on, and who has which role in them."""

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


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
    names_months: Mapped[int | None]
    """How long the names of those in them are; as long as the workshops where it has not said."""
    drafts_months: Mapped[int | None]
    """How long plans are kept that nobody approved, after their last change; for good where it has not said."""
    records_months: Mapped[str] = mapped_column(Text, default="", server_default="")
    """How long approved plans are, by records class: a line each with its months. Other classes are kept for good."""
    contact: Mapped[str] = mapped_column(String(254), default="", server_default="")
    """Where people write who cannot use a page."""
    privacy_contact: Mapped[str] = mapped_column(String(254), default="", server_default="")
    """Where people ask about their personal data."""
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
    provider: Mapped[str | None] = mapped_column(ID, ForeignKey("provider.id"))
    """Whose word gave it: it is looked at anew at every signing in there."""
