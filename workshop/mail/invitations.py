"""Letters to people who are invited or have a role from now on, as they would go; whoever asks has them written."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.organisations import ROLES
from facilitation.words import Message, Parallel
from workshop.languages import worded
from workshop.mail.writing import To, letter, link_to, spoken, title_of
from workshop.store.keys import hash_of
from workshop.store.letters import LINK, Letter


@dataclass(frozen=True)
class Given:
    """A role that somebody has: of the place itself, or of an organisation from a day on."""

    role: str
    where: Parallel = field(default_factory=dict[str, str])
    once: str = ""
    """What makes it the same role, where it is given without a link: of which organisation, and from when."""


def invited(to: To, roles: Sequence[Given], token: str, by: str, until: datetime) -> Letter:
    """With a link that makes an account, or chooses its password; it goes only while the link leads somewhere."""
    with spoken(to) as language:
        about = hash_of(token)
        return letter(
            f"invited:{about}",
            to,
            _("Invitation: %(organisation)s", organisation=_wheres(roles) or "Toimi"),
            (
                _("%(by)s invites you to Toimi.", by=by),
                _listed(roles, language),
                _("This link makes your account. It works once, and is for you only:"),
                LINK,
            ),
            link_to("accounts.take_invitation", token=token),
            about=about,
            until=until,
        )


def given(to: To, roles: Sequence[Given], by: str) -> Letter:
    """For whoever has an account already."""
    with spoken(to) as language:
        same = hash_of(" ".join(each.once for each in roles))
        return letter(
            f"roles:{hash_of(to.address.lower())[:32]}:{same}",
            to,
            _("You have a role: %(organisation)s", organisation=_wheres(roles)),
            (
                _("%(by)s gave you a role in Toimi.", by=by),
                _listed(roles, language),
                link_to("organisations.shelf"),
            ),
        )


def _wheres(roles: Sequence[Given]) -> str:
    return ", ".join(dict.fromkeys(title_of(each.where, "–") for each in roles if each.where))


def _listed(roles: Sequence[Given], language: str) -> str:
    return "\n".join((ngettext("Your role:", "Your roles:", len(roles)), *(_line(each, language) for each in roles)))


def _line(given: Given, language: str) -> str:
    role = worded(Message(ROLES[given.role]), language) if given.role in ROLES else given.role
    return f"- {role}, {title_of(given.where, '–')}" if given.where else f"- {role}"
