"""How each part of the administration stands, in a few words, and whether it asks for somebody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from facilitation import packs
from facilitation.packs import unconfirmed
from workshop.checking import called_at, findings
from workshop.clock import now
from workshop.config import settings_of
from workshop.keeping.retention import dues
from workshop.languages import day
from workshop.mail import post
from workshop.store import accounts, letters, organisations, providers, templates, trail, transfers, wordings
from workshop.store import packs as kept_packs
from workshop.store.accounts import ADMINISTRATOR
from workshop.store.trail import Wanted
from workshop.web.administration.condition import WORDS
from workshop.web.signing_in import may_in, within


@dataclass(frozen=True)
class Stands:
    """What is there, and what asks for somebody; nothing where all is well."""

    there: str
    asks: str = ""

    @property
    def sign(self) -> Literal["ok", "warn"]:
        return "warn" if self.asks else "ok"


def of_organisations(db: Session) -> Stands:
    rows = [row for row in organisations.every(db) if row.closed is None and may_in("change_organisation", row.id)]
    bare = sum(not row.contact for row in rows)
    there = ngettext("%(num)d organisation", "%(num)d organisations", len(rows))
    return Stands(there, _("Without an accessibility contact: %(count)s", count=bare) if bare else "")


def of_people(db: Session) -> Stands:
    rows, links = accounts.accounts(db), len(accounts.open_invitations(db, now()))
    there = ngettext("%(num)d account", "%(num)d accounts", len(rows))
    waiting = ngettext("%(num)d link waits", "%(num)d links wait", links) if links else ""
    alone = sum(row.role == ADMINISTRATOR for row in rows) == 1
    asks = _("Only one administrator: make a second one") if alone else ""
    return Stands(", ".join(filter(None, (there, waiting))), asks)


def of_providers(db: Session) -> Stands:
    rows = providers.open_ones(db)
    bare = sum(not row.client for row in rows)
    there = ngettext("%(num)d sign-in service", "%(num)d sign-in services", len(rows))
    return Stands(there, _("A service waits for its client id") if bare else "")


def of_templates(db: Session) -> Stands:
    used = sum(row.retired_at is None for row, _whose, _by in templates.every(db))
    return Stands(ngettext("%(num)d in use", "%(num)d in use", used) if used else _("Only Toimi’s own"))


def of_packs(db: Session) -> Stands:
    keys = kept_packs.keys(db)
    left = sum(len(unconfirmed(packs.load(key), wordings.confirmations(db, key))) for key in keys)
    there = ngettext("%(num)d method", "%(num)d methods", len(keys))
    return Stands(there, ngettext("%(num)d wording to confirm", "%(num)d wordings to confirm", left) if left else "")


def of_transfers(db: Session) -> Stands:
    rows = transfers.every(db)
    left = sum(not row.confirmed for row in rows)
    there = ngettext("%(num)d sheet", "%(num)d sheets", len(rows))
    return Stands(there, ngettext("%(num)d to confirm", "%(num)d to confirm", left) if left else "")


def of_retention(db: Session) -> Stands:
    waiting = [each for each in dues(db) if each.next and not each.held]
    if not waiting:
        return Stands(_("Nothing goes: no organisation has said how long it keeps its workshops"))
    return Stands(_("The next goes on %(day)s", day=day(waiting[0].next or waiting[0].over)))


def of_mail(db: Session) -> Stands:
    waiting, back = len(letters.waiting(db)), sum(row.returned_at is not None for row in letters.gone(db))
    there = ngettext("%(num)d letter waits", "%(num)d letters wait", waiting)
    if back:
        return Stands(there, ngettext("%(num)d came back", "%(num)d came back", back))
    return Stands(there, "" if post.configured(settings_of()) else _("No mail server is set: nothing leaves"))


def of_trail(db: Session) -> Stands:
    lines = trail.count(db, Wanted(within=within("see_trail_of")))
    return Stands(ngettext("%(num)d line", "%(num)d lines", lines))


def of_requests(db: Session) -> Stands:
    return Stands(_("Find somebody, give them what is theirs, erase them"))


def of_health(db: Session) -> Stands:
    wrong = [f"{WORDS[each.what]}" for each in findings(current_app) if not each.well]
    if wrong:
        return Stands(_("Not as it should be"), ", ".join(wrong))
    if called_at(settings_of()) is None:
        return Stands(_("All else is well"), _("toimi due was never called"))
    return Stands(_("All is well"))


AREAS: Mapping[str, Callable[[Session], Stands]] = {
    "organisations": of_organisations,
    "people": of_people,
    "providers": of_providers,
    "templates": of_templates,
    "packs": of_packs,
    "transfers": of_transfers,
    "retention": of_retention,
    "mail": of_mail,
    "trail": of_trail,
    "requests": of_requests,
    "health": of_health,
}
