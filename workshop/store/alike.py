"""Which goals of a branch's units look alike: a row that is made when somebody reads them."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from facilitation import limits
from facilitation.consolidation import Alike, Branch, Ref
from workshop.store.putting import put
from workshop.store.tables import BranchAlikeRow

ALIKE = BranchAlikeRow.__table__
WAY = 3
"""Another one once goals are held against each other otherwise, or are named otherwise."""
_DECODER = msgspec.json.Decoder(tuple[tuple[Ref, ...], ...])


def sign_of(branch: Branch) -> str:
    """Of the versions that are read, whose words never change."""
    plans = [(unit.id, plan.id, plan.version) for unit in branch.units if (plan := branch.plans.get(unit.id))]
    return sha256(msgspec.json.encode((WAY, limits.LOOKS_ALIKE, plans))).hexdigest()


def kept(db: Session, organisation: str, sign: str) -> Sequence[Sequence[Ref]] | None:
    """None where there is none of that sign."""
    row = BranchAlikeRow
    body = db.scalar(select(row.body).where(row.organisation == organisation, row.sign == sign))
    return None if body is None else _DECODER.decode(body)


def keep(connection: Connection, organisation: str, sign: str, groups: Sequence[Alike]) -> None:
    refs = [[goal.ref for goal in group.goals] for group in groups]
    put(connection, ALIKE, organisation, {"sign": sign, "body": msgspec.json.encode(refs).decode()})
