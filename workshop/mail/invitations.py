"""Letters to people who are invited into an organisation, or who have a role there from now on."""

from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from facilitation.organisations import ROLES
from facilitation.words import Message
from workshop.languages import worded
from workshop.mail.writing import To, letter, link_to, spoken, title_of
from workshop.store import letters
from workshop.store.keys import hash_of
from workshop.store.organisations import names
from workshop.store.roles import Part
from workshop.store.tables import AccountRow, OrganisationRow


def invited(
    db: Session, to: To, where: OrganisationRow, part: Part, token: str, by: AccountRow, at: datetime, until: datetime
) -> None:
    """A link that makes an account with the role; the letter goes only while the link would lead somewhere."""
    with spoken(to) as language:
        what = {"organisation": title_of(names(where), where.id), "role": role(part, language), "by": by.name}
        about = hash_of(token)
        written = letter(
            f"invited:{about}",
            to,
            _("Invitation: %(organisation)s", **what),
            (
                _("%(by)s invites you to %(organisation)s in Toimi. Your role is: %(role)s.", **what),
                _("This link makes your account. It works once, and is for you only:"),
                letters.LINK,
            ),
            link_to("accounts.take_invitation", token=token),
            about=about,
            until=until,
        )
    letters.write(db, written, at)


def given(db: Session, to: To, where: OrganisationRow, part: Part, by: AccountRow, at: datetime) -> None:
    """For whoever has an account already."""
    with spoken(to) as language:
        what = {"organisation": title_of(names(where), where.id), "role": role(part, language), "by": by.name}
        written = letter(
            f"role:{to.address}:{part.organisation}:{part.role}:{part.since}"[:160],
            to,
            _("You have a role: %(organisation)s", **what),
            (
                _("%(by)s gave you a role in %(organisation)s in Toimi: %(role)s.", **what),
                link_to("organisation.one", id=part.organisation),
            ),
        )
    letters.write(db, written, at)


def role(part: Part, language: str) -> str:
    return worded(Message(ROLES[part.role]), language) if part.role in ROLES else part.role
