"""Which objectives of one strategy became which of the next: as administrators decided, and who vouches for it."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.packs import Pack
from facilitation.packs.mapping import StrategyMapping, newest, suggested
from workshop.store.accounts import note
from workshop.store.tables import AccountRow, PackMappingRow


def row_of(db: Session, after: Pack) -> PackMappingRow | None:
    return db.get(PackMappingRow, (after.follows.pack, after.key)) if after.follows else None


def of(db: Session, before: Pack, after: Pack) -> StrategyMapping:
    """As it was decided here, else as the newer method suggests it."""
    row = row_of(db, after)
    return _mapping(row) if row else suggested(before, after)


def _mapping(row: PackMappingRow) -> StrategyMapping:
    return StrategyMapping(row.before, row.after, {old: tuple(new) for old, new in row.objectives.items()})


def change(db: Session, mapping: StrategyMapping, by: AccountRow, at: datetime) -> None:
    """Keep it so from now on; nobody vouches for what it has become."""
    row = db.get(PackMappingRow, (mapping.before, mapping.after))
    row = row or PackMappingRow(before=mapping.before, after=mapping.after)
    row.objectives = {old: list(new) for old, new in mapping.objectives.items()}
    row.changed_by, row.changed_at, row.confirmed_by, row.confirmed_at = by.id, at, None, None
    db.add(row)
    note(db, at, by, "change_mapping", f"{mapping.before}/{mapping.after}", objectives=json.dumps(row.objectives))


def confirm(db: Session, row: PackMappingRow, by: AccountRow, at: datetime) -> None:
    row.confirmed_by, row.confirmed_at = by.id, at
    note(db, at, by, "confirm_mapping", f"{row.before}/{row.after}", objectives=json.dumps(row.objectives))


def doubt(db: Session, row: PackMappingRow, by: AccountRow, at: datetime) -> None:
    row.confirmed_by = row.confirmed_at = None
    note(db, at, by, "doubt_mapping", f"{row.before}/{row.after}")


def confirmed(db: Session) -> Sequence[StrategyMapping]:
    """Those that somebody vouches for: no other is used."""
    rows = db.scalars(select(PackMappingRow).where(PackMappingRow.confirmed_at.is_not(None)))
    return [_mapping(row) for row in rows.all()]


def ways(db: Session) -> Sequence[StrategyMapping]:
    """From every method that another follows, the way to the last of them."""
    every = confirmed(db)
    return [way for each in every if (way := newest(each.before, every))]


def way(db: Session, before: str, after: str) -> StrategyMapping | None:
    """The confirmed way from one method to another that follows it, over those between."""
    by_before = {each.before: each for each in confirmed(db)}
    found, seen = by_before.get(before), {before}
    while found and found.after != after:
        step = by_before.get(found.after)
        found = found.then(step) if step and step.before not in seen else None
        seen.add(step.before if step else "")
    return found
