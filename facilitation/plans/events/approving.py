"""Approving: by those who are asked, or as it was done elsewhere."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Approver:
    """Whose approval is asked for: an account, the role in which it approves, and the accounts that may stand in."""

    account: str
    role: str
    deputies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SentForApproval:
    approvers: tuple[Approver, ...]
    answer_by: date | None = None
    """The day by which an answer is wished."""


@dataclass(frozen=True, slots=True)
class PlanReturned:
    """Back to writing: by an approver with a reason, or taken back by an editor."""

    reason: str


@dataclass(frozen=True, slots=True)
class FindingOverruled:
    """A stop that the plan is approved with all the same.

    `words`: the sentence of the catalogue that it stops with; in older logs the words in which it was read.
    """

    check: str
    about: str
    field: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlanApproved:
    """`approver` is the account whose approval it is, also where a deputy gave it.

    `day`: on which day that was where the place is; in logs that do not say, the day that it was in UTC.
    """

    approver: str
    remarks: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ApprovalRecorded:
    """Approved elsewhere: by whom (a role or a body), when, under which number, and the digest of the signed file."""

    approver: str
    day: date
    record_number: str
    digest: str = ""
    file: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class AmendmentOpened:
    """Of a plan that others keyed in, `own` are the accounts whose changes in this amendment are the word of those
    whose plan it is."""

    reason: str
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanConfirmed:
    """Whose plan it is says that it is as they have it; somebody else had keyed it in for them."""


Approving: TypeAlias = (
    PlanConfirmed
    | SentForApproval
    | PlanReturned
    | FindingOverruled
    | PlanApproved
    | ApprovalRecorded
    | AmendmentOpened
)
