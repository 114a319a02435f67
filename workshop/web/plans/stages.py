"""How far a plan has come, as lists and pages say it."""

from datetime import date
from typing import Any, TypeAlias

from flask_babel import gettext as _

from facilitation.plans.state import Stage
from workshop.languages import _l, day

Shown: TypeAlias = tuple[str, Any]
"""The kind of its sign, and its words."""

STAGES: dict[str, Shown] = {
    "draft": ("info", _l("Draft")),
    "comment": ("info", _l("Out for comments")),
    "approval": ("warn", _l("Before its approvers")),
    "approved": ("ok", _l("Approved")),
    "amended": ("warn", _l("Being amended")),
}


def stage_on(stage: Stage | str, ends: date | None, today: date) -> Shown:
    """An approved plan is closed from the day on which the next one stands in its stead, or it was closed."""
    if stage == "approved" and ends and ends <= today:
        return "solid", _("Closed on %(day)s", day=day(ends))
    return STAGES[stage]
