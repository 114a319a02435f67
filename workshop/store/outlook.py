"""Where the goals of approved plans stand on any day: small rows, so that all of a government's are read at once."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, insert, select, update
from sqlalchemy.orm import Session

from facilitation.followup import LooseOutlook, Outlook, loose_outlook, outlooks
from facilitation.plans.succession import Continues
from facilitation.words import Parallel
from workshop.store.approved import FollowedPlan
from workshop.store.columns import among, as_kept
from workshop.store.tables import PlanOutlookRow

OUTLOOKS = PlanOutlookRow.__table__
RECKONED = 3
"""Another one once goals are judged, or things asked, otherwise: rows of before are then made anew."""


class Outlooks(msgspec.Struct, frozen=True, array_like=True):
    """Of a plan: what it is called, whose it says it is, its method, its goals in their order, and what belongs to
    none."""

    title: Parallel
    organisation: str
    pack: str
    goals: tuple[Outlook, ...]
    continues: Continues | None = None
    """The plan in whose stead it stands or will stand, where that is known."""
    loose: LooseOutlook = LooseOutlook()


_DECODER = msgspec.json.Decoder(Outlooks)


def of(plan: FollowedPlan) -> Outlooks:
    """Of a plan as it stands among those before and after it."""
    own, counting = plan.plan, plan.counting
    goals, loose = outlooks(own, plan.entries, counting), loose_outlook(own, counting)
    return Outlooks(own.title, own.organisation, own.pack, goals, plan.continues, loose)


def written(plan: FollowedPlan) -> str:
    return msgspec.json.encode(of(plan)).decode()


read = _DECODER.decode


def project(connection: Connection, plan: str, told: Mapping[str, str | None]) -> None:
    values = {**told, "reckoned": RECKONED}
    if not connection.execute(update(OUTLOOKS).where(OUTLOOKS.c.plan == plan).values(values)).rowcount:
        connection.execute(insert(OUTLOOKS).values(plan=plan, **values))


def renew(connection: Connection, told: Mapping[str, Mapping[str, str]], signs: Mapping[str, str]) -> None:
    """By plan, in the place of what was reckoned otherwise, unless something came in since it was read under that
    sign."""
    row = OUTLOOKS.c
    for plan, rows in told.items():
        of = (row.plan == plan, row.sign == signs[plan])
        connection.execute(update(OUTLOOKS).where(*of).values({**rows, "reckoned": RECKONED}))


def as_reckoned() -> ColumnElement[bool]:
    """Rows that say what would be reckoned now, of plans that go on from no other: that one's figures are not in it."""
    return and_(PlanOutlookRow.reckoned == RECKONED, PlanOutlookRow.continues.is_(None))


def kept(db: Session, plans: Sequence[str]) -> Iterator[tuple[str, Outlooks]]:
    """By plan, in one question."""
    row = PlanOutlookRow
    wanted = select(row.plan, as_kept(db, row.body)).where(among(db, row.plan, plans), as_reckoned())
    for plan, body in db.execute(wanted):
        if body:
            yield plan, read(body)
