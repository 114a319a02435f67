"""Letters to those who are asked to comment on a plan."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from facilitation.plans.parts import Round
from facilitation.plans.state import Life
from workshop.days import local_day
from workshop.languages import day
from workshop.limits import COMMENT_REMINDER_DAYS
from workshop.mail.writing import To, deadline, end_of, letter, link_to, morning_of, spoken, title_of
from workshop.store import letters, plans
from workshop.store.keys import hash_of
from workshop.store.letters import LINK, Letter
from workshop.store.tables import AccountRow


def ask_for_comments(db: Session, life: Life, round: Round, readers: Iterable[To], by: AccountRow, at: datetime) -> int:
    """Each gets a link of their own, now and once more before the last day; how many had not been asked yet."""
    return sum([_asked(db, life, round, to, by, at) for to in readers])


def _asked(db: Session, life: Life, round: Round, to: To, by: AccountRow, at: datetime) -> bool:
    once = f"comment:{life.plan.id}:{round.number}:{hash_of(to.address.lower())[:32]}"
    if letters.written(db, once):
        return False
    link = link_to("commenting.comment", token=plans.another_link(db, life.plan.id, by.id, at))
    letters.write(db, _comment(life, round, to, by, f"{once}:asked", link, at), at)
    again = morning_of(round.deadline - timedelta(COMMENT_REMINDER_DAYS))
    if again > at + timedelta(days=1):
        letters.write(db, _comment(life, round, to, by, f"{once}:soon", link, at), at, again)
    return True


def _comment(life: Life, round: Round, to: To, by: AccountRow, once: str, link: str, at: datetime) -> Letter:
    plan, soon = life.plan, once.endswith("soon")
    with spoken(to):
        what = {"plan": title_of(plan.title, plan.organisation), "day": day(round.deadline), "by": by.name}
        subject = _("Comments by %(day)s: %(plan)s", **what)
        return letter(
            once,
            to,
            _("Reminder: %(what)s", what=subject) if soon else subject,
            (
                _("%(by)s asks you to comment on this plan: %(plan)s. Comments are taken until %(day)s.", **what),
                _("If you have commented already, nothing more is needed.") if soon else "",
                _("You read and comment by this link, without an account:"),
                LINK,
            ),
            link,
            about=plan.id,
            until=end_of(round.deadline),
            calendar=deadline(f"comment-{plan.id}-{round.number}", round.deadline, subject, local_day(at)),
        )
