"""Letters to those whose a plan is, some time before it goes."""

from datetime import datetime

from flask import Flask
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from workshop import store
from workshop.days import today
from workshop.keeping.plans import PlanDue, plan_dues
from workshop.keeping.plans import tell as told
from workshop.languages import day
from workshop.mail.writing import To, account_as, letter, link_to, spoken, title_of
from workshop.store import letters, roles
from workshop.store.letters import Letter
from workshop.store.organisations import names
from workshop.store.tables import AccountRow
from workshop.texts import one_line


def tell(app: Flask, at: datetime) -> None:
    """The letters and the line in the trail come together: with it the time of notice begins."""
    for due in plan_dues(app):
        if due.to_tell(today()):
            with store.writing(app) as db:
                for to in _whom(db, due):
                    letters.write(db, _letter(due, to), at)
                told(db, due, at)


def _whom(db: Session, due: PlanDue) -> list[To]:
    """The account to which it belongs, and whoever edits for its organisation."""
    editors = [who for who, parts in roles.holders(db, (due.organisation.id,), today()).items() if "editor" in parts]
    people = {who.id: who for who in (db.get_one(AccountRow, due.plan.owner), *editors) if who.closed_at is None}
    return [to for who in people.values() if (to := account_as(who))]


def _letter(due: PlanDue, to: To) -> Letter:
    plan, goes = due.plan, due.goes(today())
    with spoken(to):
        what = {
            "plan": one_line(plan.title) or "–",
            "organisation": title_of(names(due.organisation), "–"),
            "day": day(goes) if goes else "",
        }
        return letter(
            f"goes:{plan.id}:{due.ends}:{to.address.lower()}"[:160],
            to,
            _("Goes on %(day)s: %(plan)s", **what),
            (
                _("This plan is removed on %(day)s, with its versions and files: %(plan)s.", **what),
                _("Nobody has approved it, and %(organisation)s keeps drafts no longer.", **what)
                if due.why == "draft"
                else _(
                    "The time for which %(organisation)s keeps approved plans of its records class is over.", **what
                ),
                _("Take its files, if they are needed. Who needs it longer asks an administrator to keep it."),
                link_to("plan.read", id=plan.id),
            ),
            about=plan.id,
        )
