"""What was entered into approved plans, metric by metric: a few metrics of many plans are read without the plans."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.orm import Session

from facilitation.shapes import TOGETHER
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric
from workshop.store.columns import among, as_kept
from workshop.store.tables import PlanFigureRow, PlanOutlookRow, PlanRow

FIGURES = PlanFigureRow.__table__
_DECODER = msgspec.json.Decoder(tuple[Entered, ...])


class Place(NamedTuple):
    """A metric in a plan."""

    plan: str
    metric: str

    @property
    def digest(self) -> str:
        return sha256(f"{self.plan}/{self.metric}".encode()).hexdigest()[:32]


def project(connection: Connection, plan: str, entries: Iterable[Entered]) -> None:
    """Level with what may be put together; of a plan with many metrics only those are written that have changed."""
    of, row = by_metric(entries), FIGURES.c
    now = {Place(plan, metric).digest: msgspec.json.encode(entered).decode() for metric, entered in of.items()}
    known: dict[str, str] = dict(connection.execute(select(row.place, row.body).where(row.plan == plan)).all())
    if gone := known.keys() - now.keys():
        connection.execute(delete(FIGURES).where(row.place.in_(gone)))
    for place in (place for place in known.keys() & now.keys() if known[place] != now[place]):
        connection.execute(update(FIGURES).where(row.place == place).values(body=now[place]))
    if fresh := [{"place": place, "plan": plan, "body": now[place]} for place in now.keys() - known.keys()]:
        connection.execute(insert(FIGURES), fresh)


def whole_by_themselves(db: Session, plans: Collection[str]) -> Collection[str]:
    """Those that neither go on from another plan nor are put together of others': their figures are their own alone."""
    row = PlanOutlookRow
    known = select(row.plan).join(PlanRow, PlanRow.id == row.plan).where(among(db, row.plan, plans))
    # A row without a body is from a time when it was not told there which plan it goes on from.
    alone = (row.continues.is_(None), row.body != "", PlanRow.kind.not_in(TOGETHER))
    return db.scalars(known.where(*alone)).all()


def of(db: Session, places: Iterable[Place]) -> Mapping[Place, Sequence[Entered]]:
    """What was entered there, in the order of entering; nothing where nothing was."""
    wanted = {place.digest: place for place in places}
    row = PlanFigureRow
    found = db.execute(select(row.place, as_kept(db, row.body)).where(among(db, row.place, wanted)))
    return {wanted[place]: _DECODER.decode(body) for place, body in found}
