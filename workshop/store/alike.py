"""Which goals look alike: of a branch's units, and of those that came since it decided the ones that look like others.

Rows that are made when somebody reads them.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from facilitation import limits
from facilitation.consolidation import Alike, Branch, Decided, Drawn, Ref, standing
from workshop.store.putting import put
from workshop.store.tables import BranchAlikeRow, BranchDrawnRow

ALIKE = BranchAlikeRow.__table__
DRAWN = BranchDrawnRow.__table__
WAY = 4
"""Another one once goals are held against each other otherwise, or are named otherwise."""
_DECODER = msgspec.json.Decoder(tuple[tuple[Ref, ...], ...])


def sign_of(branch: Branch) -> str:
    """Of the versions that are read, whose words never change."""
    return _sign([(WAY, limits.LOOKS_ALIKE), *_versions(branch)])


def sign_of_drawn(branch: Branch, decisions: Iterable[Decided]) -> str:
    """Of these and of the goals that were decided on, as they were then."""
    every = standing(decisions)
    of = [(each.id, taken.ref, taken.plan, taken.version, taken.goal.to) for each in every for taken in each.goals]
    return _sign([(WAY, limits.LOOKS_ALIKE), *_versions(branch), *of])


def _versions(branch: Branch) -> Sequence[tuple[str, str, str]]:
    return sorted((unit.id, plan.id, plan.version) for unit in branch.units if (plan := branch.plans.get(unit.id)))


def _sign(of: Sequence[object]) -> str:
    return sha256(msgspec.json.encode(of)).hexdigest()


def kept(db: Session, organisation: str, sign: str) -> Sequence[Sequence[Ref]] | None:
    """None where there is none of that sign."""
    row = BranchAlikeRow
    body = db.scalar(select(row.body).where(row.organisation == organisation, row.sign == sign))
    return None if body is None else _DECODER.decode(body)


def drawn_kept(db: Session, plan: str, sign: str) -> Drawn | None:
    """The same of a branch's plan."""
    row = BranchDrawnRow
    body = db.scalar(select(row.body).where(row.plan == plan, row.sign == sign))
    return None if body is None else [(ref, late) for ref, late in _DECODER.decode(body)]


def keep(connection: Connection, organisation: str, sign: str, groups: Sequence[Alike]) -> None:
    refs = [[goal.ref for goal in group.goals] for group in groups]
    put(connection, ALIKE, organisation, {"sign": sign, "body": msgspec.json.encode(refs).decode()})


def keep_drawn(connection: Connection, plan: str, sign: str, drawn: Drawn) -> None:
    put(connection, DRAWN, plan, {"sign": sign, "body": msgspec.json.encode(drawn).decode()})
