"""What a letter about an approval says, in its reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from facilitation.followup import Nudge
from facilitation.followup.reminding import Part
from facilitation.plans.events import Approver
from facilitation.plans.parts import Approval
from facilitation.plans.state import Life
from workshop.days import local_day
from workshop.languages import day
from workshop.mail.writing import To, deadline, letter, link_to, spoken, title_of
from workshop.store.letters import Letter


@dataclass(frozen=True)
class Turn:
    """A letter to be written: to whom, for which approver, and on which occasion; none for the first one."""

    to: To
    id: str
    part: Part
    approver: Approver
    nudge: Nudge | None = None


def told(life: Life, asked: Approval, turn: Turn) -> Letter:
    plan = life.plan
    with spoken(turn.to):
        what = {
            "plan": title_of(plan.title, plan.organisation),
            "role": turn.approver.role,
            "day": day(asked.answer_by) if asked.answer_by else "",
        }
        calendar = _calendar(life, asked, what) if turn.nudge in (None, "soon") else ""
        once = ":".join(filter(None, (_same(plan.id, asked), turn.id, turn.nudge or "")))
        return letter(
            once, turn.to, _subject(turn, what), _paragraphs(life, turn, what), about=plan.id, calendar=calendar
        )


def _same(plan: str, asked: Approval) -> str:
    return f"approval:{plan}:{asked.at:%Y%m%dT%H%M%S}"


def _calendar(life: Life, asked: Approval, what: dict[str, str]) -> str:
    words = _("For approval: %(plan)s", **what)
    made = local_day(asked.at)
    return (
        deadline(f"approval-{life.plan.id}-{asked.at:%Y%m%d}", asked.answer_by, words, made) if asked.answer_by else ""
    )


def _subject(turn: Turn, what: dict[str, str]) -> str:
    match turn.nudge:
        case None:
            return _("For approval: %(plan)s", **what)
        case "soon" | "last":
            return _("Reminder, for approval by %(day)s: %(plan)s", **what)
        case "late" | "unanswered":
            return _("Not yet answered, for approval by %(day)s: %(plan)s", **what)


def _paragraphs(life: Life, turn: Turn, what: dict[str, str]) -> Iterator[str]:
    where = link_to("plan_approval.approval", id=life.plan.id)
    if turn.part == "owner":
        yield _("This plan is yours, and an answer was wished by %(day)s: %(plan)s.", **what)
        yield _("Nobody has answered as: %(role)s.", **what)
        yield _("Who was asked stands here; the plan can be taken back and sent to somebody else:") + "\n" + where
        return
    yield _("This plan lies before you for approval: %(plan)s.", **what)
    yield _by(turn, what) if what["day"] else ""
    yield _("You approve it as: %(role)s.", **what) if turn.approver.role else ""
    yield _stead(turn)
    yield _("You sign in, read it, and approve it or return it with what is to be changed:") + "\n" + where


def _by(turn: Turn, what: dict[str, str]) -> str:
    if turn.nudge in ("late", "unanswered"):
        return _("An answer was wished by %(day)s.", **what)
    return _("An answer is wished by %(day)s.", **what)


def _stead(turn: Turn) -> str:
    """Why it is a deputy who is asked."""
    if turn.part != "deputy":
        return ""
    if turn.nudge in ("late", "unanswered"):
        return _("You stand in for the approver, who has not answered.")
    return _("You stand in for the approver, whom letters do not reach.")
