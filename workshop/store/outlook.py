"""Where the goals of approved plans stand on any day: small rows, so that all of a government's are read at once."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.orm import Session

from facilitation.followup import Outlook, outlooks
from facilitation.plans.succession import Continues
from facilitation.words import Parallel
from workshop.store.approved import FollowedPlan
from workshop.store.columns import among, as_kept
from workshop.store.tables import PlanOutlookRow

OUTLOOKS = PlanOutlookRow.__table__


class Outlooks(msgspec.Struct, frozen=True, array_like=True):
    """Of a plan: what it is called, whose it says it is, its method and its goals in their order."""

    title: Parallel
    organisation: str
    pack: str
    goals: tuple[Outlook, ...]
    continues: Continues | None = None
    """The plan in whose stead it stands or will stand, where that is known."""


_DECODER = msgspec.json.Decoder(Outlooks)


def of(plan: FollowedPlan) -> Outlooks:
    """Of a plan as it stands among those before and after it."""
    own = plan.plan
    return Outlooks(own.title, own.organisation, own.pack, outlooks(own, plan.entries, plan.counting), plan.continues)


def written(plan: FollowedPlan) -> str:
    return msgspec.json.encode(of(plan)).decode()


read = _DECODER.decode


def project(connection: Connection, plan: str, values: Mapping[str, str | None]) -> None:
    if not connection.execute(update(OUTLOOKS).where(OUTLOOKS.c.plan == plan).values(values)).rowcount:
        connection.execute(insert(OUTLOOKS).values(plan=plan, **values))


def kept(db: Session, plans: Sequence[str]) -> Iterator[tuple[str, Outlooks]]:
    """By plan, in one question; of none whose row is older than outlooks are, or that goes on from another plan: that
    one's figures are not in it."""
    row = PlanOutlookRow
    wanted = select(row.plan, as_kept(db, row.body)).where(among(db, row.plan, plans), row.continues.is_(None))
    for plan, body in db.execute(wanted):
        if body:
            yield plan, read(body)
