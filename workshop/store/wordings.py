"""An administrator's word that a wording of a pack is right, with a line in the trail for each."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitation.packs import Confirmation
from workshop.store.accounts import note
from workshop.store.tables import AccountRow, PackConfirmationRow


def of(db: Session, pack: str) -> Sequence[PackConfirmationRow]:
    """All that was confirmed of a pack, of whatever version: the words themselves are what counts."""
    return db.scalars(select(PackConfirmationRow).where(PackConfirmationRow.pack == pack)).all()


def confirmations(db: Session, pack: str) -> frozenset[Confirmation]:
    """The wordings of a pack that an administrator has vouched for."""
    return frozenset(Confirmation(row.text, row.language, row.wording) for row in of(db, pack))


def confirm(db: Session, pack: str, version: str, wording: Confirmation, by: AccountRow, at: datetime) -> None:
    """Vouch for these words. Other words that were confirmed in their place before give way."""
    row = PackConfirmationRow(
        pack=pack,
        version=version,
        text=wording.path,
        language=wording.language,
        wording=wording.text,
        confirmed_by=by.id,
        confirmed_at=at,
    )
    db.merge(row)
    note(db, at, by, "confirm_wording", f"{pack}/{wording.path}"[:120], language=wording.language, wording=wording.text)


def doubt(db: Session, pack: str, wording: Confirmation, by: AccountRow, at: datetime) -> None:
    """Take the confirmation of these words back."""
    db.execute(
        delete(PackConfirmationRow).where(
            PackConfirmationRow.pack == pack,
            PackConfirmationRow.text == wording.path,
            PackConfirmationRow.language == wording.language,
            PackConfirmationRow.wording == wording.text,
        )
    )
    note(db, at, by, "doubt_wording", f"{pack}/{wording.path}"[:120], language=wording.language, wording=wording.text)
