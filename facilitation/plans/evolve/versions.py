"""Versions: the plan fixed at a point of its log, under the next number."""

from dataclasses import replace

from facilitation.plans.events import ApprovalRecorded, Recorded
from facilitation.plans.parts import Approval, Version
from facilitation.plans.reached import still_told
from facilitation.plans.state import Life


def with_version(life: Life, recorded: Recorded, name: str = "") -> Life:
    """With the plan kept as a draft under the next number; if nothing has changed since, the last one stands."""
    last = life.versions[-1] if life.versions else None
    if last and not name and last.plan == life.plan:
        return life
    done = sum(version.approved for version in life.versions)
    drafts = sum(version.number.startswith(f"{done}.") and not version.approved for version in life.versions)
    return fixed(life, recorded, f"{done}.{drafts + 1}", name)


def with_approved(life: Life, recorded: Recorded, approval: Approval | ApprovalRecorded, **head: object) -> Life:
    """Approved: the version is fixed, with who approved it when."""
    number = f"{sum(version.approved for version in life.versions) + 1}.0"
    plan = replace(life.plan, status="approved", **head)
    told = still_told(plan, life.told, life.carried)
    approved = replace(life, plan=plan, stage="approved", approval=None, told=told, carried={})
    return fixed(approved, recorded, number, "", approval)


def fixed(
    life: Life, recorded: Recorded, number: str, name: str, approval: Approval | ApprovalRecorded | None = None
) -> Life:
    plan = replace(life.plan, version=number)
    version = Version(number, recorded.seq, recorded.at, recorded.by, name, plan, approval, life.decisions, life.rests)
    return replace(life, plan=plan, versions=(*life.versions, version))
