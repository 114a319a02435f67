"""What approved plans ask in any round: small rows, so that all of a government's are counted at once."""

from collections.abc import Collection, Iterator
from datetime import date

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.followup import NOTHING_ASKED, Duties, duties
from facilitation.words import Parallel
from workshop.store.approved import FollowedPlan
from workshop.store.columns import among
from workshop.store.outlook import as_reckoned
from workshop.store.tables import PlanOutlookRow


class Asking(msgspec.Struct, frozen=True, array_like=True):
    """A plan's name, and what it asks."""

    title: Parallel
    duties: Duties
    ends: date | None = None
    """From when on nobody is asked for anything in it."""

    def on(self, day: date) -> Duties:
        return NOTHING_ASKED if self.ends and self.ends <= day else self.duties


_DECODER = msgspec.json.Decoder(Asking)


def of(plan: FollowedPlan) -> Asking:
    """Of a plan as it stands among those before and after it."""
    counting = plan.counting
    return Asking(plan.plan.title, duties(plan.plan, plan.entries, plan.told, counting), counting.closed)


def written(plan: FollowedPlan) -> str:
    return msgspec.json.encode(of(plan)).decode()


read = _DECODER.decode


def kept(db: Session, plans: Collection[str]) -> Iterator[tuple[str, Asking]]:
    """By plan, in one question."""
    row = PlanOutlookRow
    wanted = select(row.plan, row.duties).where(among(db, row.plan, plans), as_reckoned())
    for plan, body in db.execute(wanted):
        if body:
            yield plan, read(body)
