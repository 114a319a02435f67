"""From the hands of the editors into those of the approvers, and back."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from facilitation.plans.events import (
    AmendmentOpened,
    ApprovalRecorded,
    Approving,
    FindingOverruled,
    PlanApproved,
    PlanConfirmed,
    PlanReturned,
    Recorded,
    SentForApproval,
)
from facilitation.plans.evolve.versions import with_approved
from facilitation.plans.parts import Approval, Given, Overruled
from facilitation.plans.reached import carried, with_reached
from facilitation.plans.state import Life
from facilitation.shapes import LET_BE, Decision, Plan


def evolve(life: Life, event: Approving, recorded: Recorded) -> Life:
    """What approving makes of a plan."""
    match event:
        case SentForApproval(approvers, answer_by):
            asked = Approval(approvers, recorded.by, recorded.at, answer_by=answer_by)
            return replace(life, stage="approval", approval=asked, returned="")
        case PlanReturned(reason):
            return replace(life, stage=life.writing, approval=None, returned=reason)
        case FindingOverruled():
            return with_overruled(life, event, recorded)
        case PlanApproved(approver, remarks, day):
            given = Given(approver, recorded.by, recorded.at, remarks)
            return with_given(life, given, recorded, day or recorded.at.date())
        case ApprovalRecorded(approver, day, record_number):
            head = {"approver": approver, "approved_on": day, "record_number": record_number}
            return with_approved(life, recorded, event, **head)
        case PlanConfirmed():
            return with_confirmed(life, recorded)
        case AmendmentOpened(reason, own):
            return amended(life, reason, own)
        case unknown:
            assert_never(unknown)


def amended(life: Life, reason: str, own: tuple[str, ...]) -> Life:
    """It is written again from what was approved, with the milestones that were reached since."""
    keyed, plan = replace(life.keyed, own=own) if life.keyed else None, with_reached(life.plan, life.told)
    told = {**life.amended, life.plan.version: reason}
    life = replace(life, stage="amended", plan=as_draft(plan), amended=told)
    return replace(life, rests=(), keyed=keyed, carried=carried(life.told))


def with_overruled(life: Life, event: FindingOverruled, recorded: Recorded) -> Life:
    """The reason stays in the plan, among its decisions, in every file made of it."""
    overruled = Overruled(event.check, event.about, event.field, event.words, event.reason, recorded.by, recorded.at)
    decision = Decision(f"{LET_BE}{recorded.seq}", event.words, event.reason, day=recorded.at.date())
    plan = replace(life.plan, decisions=(*life.plan.decisions, decision))
    return replace(life, plan=plan, overruled=(*life.overruled, overruled))


def with_given(life: Life, given: Given, recorded: Recorded, day: date) -> Life:
    """One approval more; with the last of them the plan is approved."""
    if life.approval is None:
        return life
    approval = replace(life.approval, given=(*life.approval.given, given))
    if approval.waiting:
        return replace(life, approval=approval)
    roles = "; ".join(dict.fromkeys(each.role for each in approval.approvers))
    return with_approved(life, recorded, approval, approver=roles, approved_on=day, record_number="")


def with_confirmed(life: Life, recorded: Recorded) -> Life:
    if life.keyed is None:
        return life
    return replace(life, keyed=replace(life.keyed, confirmed_by=recorded.by, confirmed=recorded.at, changed=False))


def as_draft(plan: Plan) -> Plan:
    return replace(plan, status="draft", approver="", approved_on=None, record_number="")
