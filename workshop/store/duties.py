"""What approved plans ask in any round: small rows, so that all of a government's are counted at once."""

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.followup import Duties, duties
from facilitation.words import Parallel
from workshop.store.approved import FollowedPlan
from workshop.store.columns import among
from workshop.store.tables import PlanOutlookRow


class Asking(msgspec.Struct, frozen=True, array_like=True):
    """A plan's name, and what it asks."""

    title: Parallel
    duties: Duties


_DECODER = msgspec.json.Decoder(Asking)


def of(plan: FollowedPlan) -> Asking:
    """Of a plan as it stands among those before and after it."""
    return Asking(plan.plan.title, duties(plan.plan, plan.entries, plan.told, plan.counting))


def written(plan: FollowedPlan) -> str:
    return msgspec.json.encode(of(plan)).decode()


def kept(db: Session, plans: Sequence[str]) -> Iterator[tuple[str, Asking]]:
    """By plan, in one question; of none whose row is older than duties are, or that goes on from another plan: what
    that one owed is not in it."""
    row = PlanOutlookRow
    wanted = select(row.plan, row.duties).where(among(db, row.plan, plans), row.continues.is_(None))
    for plan, body in db.execute(wanted):
        if body:
            yield plan, _DECODER.decode(body)
