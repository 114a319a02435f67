"""Plans that go on from one another: where the goals of each stand and what it asks, made when somebody reads them."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workshop.store import duties, outlook
from workshop.store.columns import among, as_kept
from workshop.store.duties import Asking
from workshop.store.followed import Head
from workshop.store.forest import stead
from workshop.store.outlook import Outlooks
from workshop.store.putting import put
from workshop.store.tables import PlanJoinedRow

JOINED = PlanJoinedRow.__table__
WAY = 1
"""Another one once plans are joined otherwise."""


def signs_of(db: Session, heads: Iterable[Head]) -> Mapping[str, str]:
    """By plan, of all that its row is made of; of those alone that go on from another, or another from them."""
    linked, others = [head for head in heads if head.around], (WAY, outlook.RECKONED, stead(db))
    return {head.plan: sha256(msgspec.json.encode((head.sign, head.around, *others))).hexdigest() for head in linked}


def outlooks(db: Session, signs: Mapping[str, str]) -> Iterator[tuple[str, Outlooks]]:
    """By plan, in one question; of none whose row is of another sign."""
    return ((plan, outlook.read(body)) for plan, body in _kept(db, PlanJoinedRow.body, signs))


def asking(db: Session, signs: Mapping[str, str]) -> Iterator[tuple[str, Asking]]:
    """The same of what they ask."""
    return ((plan, duties.read(body)) for plan, body in _kept(db, PlanJoinedRow.duties, signs))


def _kept(db: Session, column: InstrumentedAttribute[str], signs: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    row = PlanJoinedRow
    wanted = select(row.plan, row.sign, as_kept(db, column)).where(among(db, row.plan, signs))
    return ((plan, body) for plan, sign, body in (db.execute(wanted) if signs else ()) if sign == signs[plan])


def keep(connection: Connection, told: Mapping[str, Mapping[str, str]], signs: Mapping[str, str]) -> None:
    """By plan, where it stands and what it asks, in the place of what was kept of it."""
    for plan, rows in told.items():
        put(connection, JOINED, plan, {"sign": signs[plan], **rows})
