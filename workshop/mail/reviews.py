"""Letters to those who are asked to comment on a plan, or to approve it."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from facilitation.plans.events import Approver
from facilitation.plans.state import Life, Round
from workshop.days import zone
from workshop.languages import day
from workshop.limits import COMMENT_REMINDER_DAYS
from workshop.mail.writing import To, account_as, deadline, end_of, letter, link_to, morning_of, spoken, title_of
from workshop.store import bounces, letters, plans
from workshop.store.keys import hash_of
from workshop.store.letters import LINK, Letter
from workshop.store.tables import AccountRow

# -- Comments -------------------------------------------------------------------------------------------------------


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
            calendar=deadline(
                f"comment-{plan.id}-{round.number}", round.deadline, subject, at.astimezone(zone()).date()
            ),
        )


# -- Approval -------------------------------------------------------------------------------------------------------


def ask_for_approval(db: Session, life: Life, at: datetime) -> None:
    """Whoever is still to approve hears of it once; in the stead of one whom no letter reaches, their deputies do."""
    for whom, approver in _approvers(db, life):
        to = account_as(whom)
        if to and life.approval:
            letters.write(db, _approval(life, to, whom, approver, life.approval.at), at)


def _approvers(db: Session, life: Life) -> Iterator[tuple[AccountRow, Approver]]:
    for each in life.approval.waiting if life.approval else ():
        line = ([db.get(AccountRow, each.account)], [db.get(AccountRow, id) for id in each.deputies])
        for people in line:
            reached = [who for who in people if who and reaches(db, who)]
            yield from ((who, each) for who in reached)
            if reached:
                break


def reaches(db: Session, who: AccountRow) -> bool:
    """Whether a letter to this account can be expected to arrive."""
    to = account_as(who)
    return to is not None and who.closed_at is None and not bounces.bounced(db, [to.address])


def _approval(life: Life, to: To, whom: AccountRow, approver: Approver, asked: datetime) -> Letter:
    plan, stands_in = life.plan, whom.id != approver.account
    with spoken(to):
        what = {"plan": title_of(plan.title, plan.organisation), "role": approver.role}
        return letter(
            f"approval:{plan.id}:{asked:%Y%m%dT%H%M%S}:{whom.id}",
            to,
            _("For approval: %(plan)s", **what),
            (
                _("This plan lies before you for approval: %(plan)s.", **what),
                _("You approve it as: %(role)s.", **what) if approver.role else "",
                _("You stand in for the approver, whom letters do not reach.") if stands_in else "",
                _("You sign in, read it, and approve it or return it with what is to be changed:"),
                link_to("plan_approval.approval", id=plan.id),
            ),
            about=plan.id,
        )
