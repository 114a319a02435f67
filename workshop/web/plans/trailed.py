"""Which acts on a plan leave a line in the administrators' trail: that they were done, never a plan's words."""

from collections.abc import Mapping

from facilitation.plans.commands import (
    ApprovePlan,
    ClosePlan,
    Command,
    OpenAmendment,
    OverruleFinding,
    RecordApproval,
    ReopenPlan,
    ReturnPlan,
    ReviseField,
    SendForApproval,
    TakeBackFromApproval,
)
from workshop import store
from workshop.clock import now
from workshop.store.accounts import note
from workshop.store.tables import AccountRow, PlanRow

ACTS: Mapping[type, str] = {
    SendForApproval: "send_plan",
    TakeBackFromApproval: "take_back_plan",
    ReturnPlan: "return_plan",
    ApprovePlan: "approve_plan",
    RecordApproval: "record_approval",
    OverruleFinding: "overrule_stop",
    OpenAmendment: "amend_plan",
    ClosePlan: "close_plan",
    ReopenPlan: "reopen_plan",
}
FILED = {"publicity": "class_plan", "records_class": "file_plan"}


def trail_of(row: PlanRow, who: AccountRow, command: Command) -> None:
    """One line where it matters to whoever looks after the place; what was granted twice is told once by the asker."""
    action, detail = told(row, command)
    if action:
        with store.writing() as db:
            note(db, now(), who, action, row.id, organisation=row.organisation or "", **detail)


def told(row: PlanRow, command: Command) -> tuple[str, Mapping[str, str]]:
    """The act's name and what is said of it besides; no name where it leaves no line."""
    match command:
        case ReviseField(line, field, value) if line == row.id and field in FILED:
            return FILED[field], {field: str(value)[:60]}
        case OverruleFinding(check):
            return ACTS[OverruleFinding], {"check": check}
        case ClosePlan(day):
            return ACTS[ClosePlan], {"day": day.isoformat()}
        case RecordApproval(_, day, record_number):
            return ACTS[RecordApproval], {"day": day.isoformat(), "record_number": record_number}
        case _:
            return ACTS.get(type(command), ""), {}
