"""Approving: asked for, given, recorded, opened again."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.plans.events import Approver


@dataclass(frozen=True, slots=True)
class SendForApproval:
    """`answer_by` is the day by which an answer is wished, where one is; it is not before `today`."""

    approvers: tuple[Approver, ...]
    answer_by: date | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class TakeBackFromApproval:
    pass


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    reason: str


@dataclass(frozen=True, slots=True)
class OverruleFinding:
    check: str
    about: str
    field: str
    reason: str
    today: date


@dataclass(frozen=True, slots=True)
class ApprovePlan:
    remarks: str
    today: date


@dataclass(frozen=True, slots=True)
class RecordApproval:
    """Approved elsewhere. `reason` says why the plan stands although checks would stop it, where any does."""

    approver: str
    day: date
    record_number: str
    digest: str
    file: str
    remarks: str
    reason: str
    today: date


@dataclass(frozen=True, slots=True)
class OpenAmendment:
    """`own`: the accounts that speak for whose plan it is, if it is they who open it; that is the place's business."""

    reason: str
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmPlan:
    """That a plan which others keyed in is as its organisation has it; whether the asker speaks for it is the place's
    business."""


Approving: TypeAlias = (
    ConfirmPlan
    | SendForApproval
    | TakeBackFromApproval
    | ReturnPlan
    | OverruleFinding
    | ApprovePlan
    | RecordApproval
    | OpenAmendment
)
