"""Approval: by others than the last editor, with nothing in the way that nobody answered for."""

import re
from datetime import date
from typing import assert_never

from facilitation import limits
from facilitation.live.commands import Asker
from facilitation.plans.commands import (
    ApprovePlan,
    Approving,
    ConfirmPlan,
    OpenAmendment,
    OverruleFinding,
    RecordApproval,
    ReturnPlan,
    SendForApproval,
    TakeBackFromApproval,
)
from facilitation.plans.events import (
    AmendmentOpened,
    ApprovalRecorded,
    Approver,
    CommentRoundClosed,
    Event,
    FindingOverruled,
    PlanApproved,
    PlanConfirmed,
    PlanReturned,
    SentForApproval,
)
from facilitation.plans.lines import line_in
from facilitation.plans.parts import Approval
from facilitation.plans.rules.common import said, within, writable
from facilitation.plans.state import Life, confirmed
from facilitation.plans.stops import stops
from facilitation.quality import Finding
from facilitation.words import N_, Refused

DIGEST = re.compile("[0-9a-f]{64}")


def decide(life: Life, command: Approving, asker: Asker) -> list[Event]:
    """What approving grants."""
    match command:
        case SendForApproval():
            return send(life, command)
        case TakeBackFromApproval():
            return [PlanReturned("")] if life.stage == "approval" else []
        case ReturnPlan(reason):
            approver_of(life, asker)
            return [PlanReturned(said(reason, limits.REASON, "reason"))]
        case OverruleFinding():
            return overrule(life, command, asker)
        case ApprovePlan(remarks, today):
            return approve(life, remarks, today, asker)
        case RecordApproval():
            return record(life, command)
        case ConfirmPlan():
            return confirm(life, asker)
        case OpenAmendment(reason, own):
            return open_amendment(life, reason, own)
        case unknown:
            assert_never(unknown)


def confirm(life: Life, asker: Asker) -> list[Event]:
    """Somebody else than whoever keyed it in; once more after it was changed again."""
    if life.keyed is None:
        raise Refused(N_("Nobody keyed this plan in for somebody else."), code="not_keyed")
    if asker.seat == life.keyed.by:
        raise Refused(N_("Whoever keyed the plan in does not confirm it."), code="keyed_it_in")
    return [] if confirmed(life) else [PlanConfirmed()]


# -- Sending --------------------------------------------------------------------------------------------------------


def send(life: Life, command: SendForApproval) -> list[Event]:
    """Into the hands of others. What stops the approval is theirs to see; two texts for one field are not."""
    writable(life)
    ready(life)
    asked = tuple(named(life, each) for each in command.approvers)
    accounts = [each.account for each in asked]
    if not 0 < len(set(accounts)) == len(accounts) <= limits.APPROVERS:
        raise Refused(N_("Name somebody who approves the plan, each of them once."), code="empty", field="approvers")
    if command.answer_by and command.today and command.answer_by < command.today:
        raise Refused(N_("That day has passed."), code="past", field="answer_by")
    return [*closing(life), SentForApproval(asked, command.answer_by)]


def ready(life: Life) -> None:
    """Nothing stands beside another text, and it is said how public the plan is and which plans a branch's rests on."""
    theirs(life)
    if life.of_branch and not life.rests:
        words = N_("Read the plans together first, so that it is known which of them it rests on.")
        raise Refused(words, code="not_read")
    if any(line_in(life.plan, each.line) for each in life.kept):
        words = N_("Some fields have two texts. Choose one of them first.")
        raise Refused(words, code="two_texts")
    if not life.plan.publicity:
        raise Refused(N_("Say how public the plan is."), code="empty", field="publicity")
    if not life.plan.records_class:
        raise Refused(N_("Say in which class of records it is filed."), code="empty", field="records_class")


def theirs(life: Life) -> None:
    """What others keyed in is approved once those whose plan it is have said that it is right."""
    if life.keyed is not None and not confirmed(life):
        words = N_(
            "Others keyed this plan in. Before it is approved, somebody with a role in the organisation whose plan "
            "it is confirms it on the plan’s page."
        )
        raise Refused(words, code="not_confirmed")


def closing(life: Life) -> list[Event]:
    return [CommentRoundClosed()] if life.stage == "comment" else []


def named(life: Life, approver: Approver) -> Approver:
    """An approver with their role and deputies: none of them changed the plan last."""
    role = said(approver.role, limits.NAME, "role")
    deputies = tuple(dict.fromkeys(each for each in approver.deputies if each and each != approver.account))
    if not approver.account or len(deputies) > limits.DEPUTIES:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="approvers")
    if life.editor in (approver.account, *deputies):
        raise own_work("approvers")
    return Approver(approver.account, role, deputies)


def own_work(field: str | None = None) -> Refused:
    words = N_("Whoever changed the plan last does not approve it. Somebody else has to.")
    return Refused(words, code="own_work", field=field)


# -- Approving ------------------------------------------------------------------------------------------------------


def approver_of(life: Life, asker: Asker) -> Approver:
    """Whose approval this person may give, or Refused."""
    mine = asked(life).of(asker.seat)
    if mine is None:
        raise Refused(N_("Your approval is not asked for."), code="not_approver")
    if asker.seat == life.editor:
        raise own_work()
    return mine


def asked(life: Life) -> Approval:
    if life.approval is None:
        raise Refused(N_("The plan has not been sent for approval."), code="not_sent")
    return life.approval


def approve(life: Life, remarks: str, today: date, asker: Asker) -> list[Event]:
    if any(each.by == asker.seat for each in asked(life).given):
        return []
    mine = approver_of(life, asker)
    theirs(life)
    if held := stops(life, today):
        raise held_by(held)
    return [PlanApproved(mine.account, within(remarks, limits.REASON, "remarks"), today)]


def held_by(held: tuple[Finding, ...]) -> Refused:
    words = N_("%(count)s things stop the approval. Return the plan, or say why it is approved all the same.")
    return Refused(words, code="stopped", count=len(held))


def overrule(life: Life, command: OverruleFinding, asker: Asker) -> list[Event]:
    """An approver answers for a stop; the reason stays in the plan."""
    approver_of(life, asker)
    held = [each for each in stops(life, command.today) if same(each, command)]
    reason = said(command.reason, limits.REASON, "reason")
    return [let_be(each, reason) for each in held[:1]]


def same(finding: Finding, command: OverruleFinding) -> bool:
    return (finding.check, finding.about, finding.field) == (command.check, command.about, command.field)


# -- Approved elsewhere, and amended --------------------------------------------------------------------------------


def record(life: Life, command: RecordApproval) -> list[Event]:
    """What was approved elsewhere is a fact; what the checks would have stopped it with needs a reason all the same."""
    if life.stage == "approval":
        theirs(life)
    else:
        writable(life)
        ready(life)
    if command.day > command.today:
        raise Refused(N_("That day is still to come."), code="future", field="day")
    if command.digest and not DIGEST.fullmatch(command.digest):
        raise Refused(N_("The file cannot be read."), code="unreadable", field="file")
    reason, held = within(command.reason, limits.REASON, "reason"), stops(life, command.today)
    if held and not reason:
        words = N_("%(count)s things would stop the approval. Say why the plan was approved all the same.")
        raise Refused(words, code="stopped", field="reason", count=len(held))
    recorded = ApprovalRecorded(
        said(command.approver, limits.ORGANISATION, "approver"),
        command.day,
        said(command.record_number, limits.RECORD_NUMBER, "record_number"),
        command.digest,
        within(command.file, limits.FILE_NAME, "file"),
        within(command.remarks, limits.REASON, "remarks"),
    )
    return [*closing(life), *(let_be(each, reason) for each in held), recorded]


def let_be(finding: Finding, reason: str) -> FindingOverruled:
    words = finding.words.id % dict(finding.words.arguments)
    return FindingOverruled(finding.check, finding.about, finding.field, words, reason)


def open_amendment(life: Life, reason: str, own: tuple[str, ...]) -> list[Event]:
    if life.stage != "approved":
        raise Refused(N_("Only an approved plan is amended."), code="not_approved")
    theirs = tuple(each for each in dict.fromkeys(own) if life.keyed and each != life.keyed.by)
    return [AmendmentOpened(said(reason, limits.REASON, "reason"), theirs)]
