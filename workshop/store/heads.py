"""How far approved plans have come, without what is in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from workshop.store.tables import PlanOutlookRow, PlanRow


@dataclass(frozen=True)
class Head:
    """An approved plan and how far its log has come: whoever knows it at that number need not read it again."""

    plan: str
    organisation: str
    seq: int
    sign: str = ""
    """Of what is kept of it, which words struck out of its log change at the same number."""
    around: str = ""
    """The same of the plans before it and of the next one."""
    continues: str = ""
    """The plan that it began from, which may be nobody's in whose stead it stands."""


def found(db: Session, which: ColumnElement[bool]) -> Sequence[Head]:
    """Without the signs of those around them."""
    row = PlanOutlookRow
    wanted = (
        select(PlanRow.id, PlanRow.organisation, PlanRow.head, row.sign, row.continues)
        .join(row, PlanRow.id == row.plan)
        .where(which)
        .order_by(PlanRow.organisation, PlanRow.id)
    )
    return [
        Head(plan, whose or "", seq, sign, continues=before or "")
        for plan, whose, seq, sign, before in db.execute(wanted)
    ]
