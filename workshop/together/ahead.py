"""Rows that whoever reads first would wait for, made by the timer: once a day, and when a plan was approved or ended.

Figures come in all day long; what one of them changes is little, and made by whoever reads next.
"""

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.organisations import children
from facilitation.shapes import TOGETHER
from workshop import store
from workshop.config import READ_AHEAD, settings_of
from workshop.days import today
from workshop.store import alike, counted, joined, outlook
from workshop.store.followed import followed_by_id, heads_by_id
from workshop.store.tables import OrganisationRow, PlanRow
from workshop.together.alike import alike_in, drawn_in
from workshop.together.counted import with_units
from workshop.together.joined import outlooks_of
from workshop.together.known import Known, known
from workshop.together.lives import approved_of
from workshop.together.portions import portions
from workshop.together.seen import asked, seen

WAYS = (alike.WAY, counted.WAY, joined.WAY, outlook.RECKONED)


def read_ahead() -> int:
    """How many plans were read; none where everything stands as when it was done last."""
    file = settings_of(current_app).instance / READ_AHEAD
    with store.reading() as db:
        plans, sign = _approved(db), _sign(db)
    if file.is_file() and file.read_text("ascii") == sign:
        return 0
    _count(plans)
    of = known()
    for id in children(of.forest, today()):
        if row := of.rows.get(id or ""):
            _compare(row, of)
    for some in portions(plans):
        _link(some)
    file.write_text(sign, "ascii")
    return len(plans)


def _approved(db: Session) -> Sequence[str]:
    return db.scalars(select(PlanRow.id).where(PlanRow.published != "").order_by(PlanRow.id)).all()


def _sign(db: Session) -> str:
    row = PlanRow
    of = select(row.id, row.published, row.stage, row.organisation).where(row.published != "").order_by(row.id)
    plans = [tuple(each) for each in db.execute(of)]
    return sha256(msgspec.json.encode((today(), WAYS, plans))).hexdigest()


def _count(plans: Sequence[str]) -> None:
    """Figures of plans that were put together."""
    with store.reading() as db:
        of = db.scalars(select(PlanRow.id).where(PlanRow.id.in_(plans), PlanRow.kind.in_(TOGETHER))).all()
        together = followed_by_id(db, of)
    with_units(together)


def _compare(row: OrganisationRow, of: Known) -> None:
    """Which goals of a branch look alike, and which that came since look like those decided on."""
    here = seen(asked(row, of, approved_of(row.id, of, everybody, TOGETHER), everybody))
    alike_in(row.id, here.branch)
    if here.here:
        drawn_in(here.here.row.id, here.branch, here.whole.decisions)


def everybody(_organisation: str) -> bool:
    return True


def _link(plans: Sequence[str]) -> None:
    """Where those stand that go on from one another."""
    with store.reading() as db:
        heads = heads_by_id(db, plans)
    outlooks_of(heads)
