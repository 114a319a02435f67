"""A branch's round: who is asked, who has answered, and what came back."""

from typing import assert_never

from facilitation import limits
from facilitation.plans.asking import waited_for
from facilitation.plans.commands import (
    AcceptSubmission,
    Asking,
    AskUnits,
    EndAsking,
    RemindUnits,
    ReturnSubmission,
    SubmitPlan,
)
from facilitation.plans.events import (
    AskingEnded,
    Event,
    PlanSubmitted,
    ReturnedLine,
    SubmissionAccepted,
    SubmissionReturned,
    UnitsAsked,
    UnitsReminded,
)
from facilitation.plans.parts import Asked, BranchRound
from facilitation.plans.rules.common import said, within
from facilitation.plans.rules.deciding import of_branch
from facilitation.plans.state import Life
from facilitation.words import N_, Refused


def decide(life: Life, command: Asking) -> list[Event]:
    """What asking grants."""
    of_branch(life)
    match command:
        case AskUnits():
            return ask(life, command)
        case RemindUnits(units):
            due = {each.unit for each in waited_for(asking(life))}
            late = tuple(unit for unit in dict.fromkeys(units) if unit in due)
            return [UnitsReminded(late)] if late else []
        case SubmitPlan(unit, plan, version):
            return submit(life, unit, plan, version)
        case ReturnSubmission():
            return give_back(life, command)
        case AcceptSubmission(unit, version):
            asked = submitted(life, unit, version)
            return [] if asked.state == "accepted" else [SubmissionAccepted(unit)]
        case EndAsking():
            return [AskingEnded()] if life.asking else []
        case unknown:
            assert_never(unknown)


def ask(life: Life, command: AskUnits) -> list[Event]:
    """A new round, or the open one with another deadline or other units; who has answered stays in it."""
    units, now = tuple(dict.fromkeys(command.units)), life.asking
    if not 0 < len(units) <= limits.UNITS:
        raise Refused(N_("Choose whose plans are asked for."), code="empty", field="units")
    if now and (now.deadline, tuple(each.unit for each in now.units)) == (command.deadline, units):
        return []
    if life.closed_on(command.today):
        raise Refused(N_("The plan is closed. Open it again to ask for plans."), code="closed", field="units")
    if command.deadline < command.today:
        raise Refused(N_("Choose a day that is still to come."), code="past", field="deadline")
    if now and any(each.plan and each.unit not in units for each in now.units):
        raise Refused(N_("Who has answered already stays in the round."), code="answered", field="units")
    return [UnitsAsked(command.deadline, units)]


def asking(life: Life) -> BranchRound:
    if life.asking is None:
        raise Refused(N_("No round is open."), code="no_round")
    return life.asking


def asked_of(life: Life, unit: str) -> Asked:
    asked = asking(life).of(unit)
    if asked is None:
        raise Refused(N_("This round does not ask for the plan."), code="not_asked")
    return asked


def submit(life: Life, unit: str, plan: str, version: str) -> list[Event]:
    """An approved version, until it is accepted; what came back is not given once more as it was."""
    asked = asked_of(life, unit)
    if not version:
        words = N_("Only an approved plan is submitted. Have it approved first.")
        raise Refused(words, code="not_approved")
    if (asked.plan, asked.version) == (plan, version):
        if asked.state == "returned":
            words = N_("This version came back to you. Amend it and have it approved, then submit it again.")
            raise Refused(words, code="same_version")
        return []
    return [PlanSubmitted(unit, plan, version)]


def submitted(life: Life, unit: str, version: str) -> Asked:
    """What the ministry read is what was given last, or Refused."""
    asked = asked_of(life, unit)
    if asked.state not in ("submitted", "accepted"):
        raise Refused(N_("No plan has been submitted."), code="not_submitted")
    if asked.version != version:
        raise Refused(N_("A newer version was submitted meanwhile. Read it first."), code="changed_meanwhile")
    return asked


def give_back(life: Life, command: ReturnSubmission) -> list[Event]:
    """Line by line, each with its reason; or as a whole, with one."""
    submitted(life, command.unit, command.version)
    if len(command.lines) > limits.LINES:
        raise Refused(N_("There is no room for more comments."), code="full")
    lines = tuple(
        ReturnedLine(each.line, said(each.reason, limits.REASON, "lines")) for each in command.lines if each.reason
    )
    reason = within(command.reason, limits.REASON, "reason")
    if not (lines or reason):
        raise Refused(N_("Say which lines are to be looked at again, and why."), code="empty", field="reason")
    return [SubmissionReturned(command.unit, lines, reason)]
