"""Addresses that no letter reaches: others are asked in the stead of whoever is written to there."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workshop.store.tables import BounceRow, LetterRow


def came_back(db: Session, address: str, words: str, at: datetime) -> None:
    """From now on nothing that has somebody else to go to goes there."""
    db.merge(BounceRow(address=_plain(address), at=at, words=" ".join(words.split())[:200]))


def works_again(db: Session, address: str) -> None:
    db.execute(delete(BounceRow).where(BounceRow.address == _plain(address)))


def bounced(db: Session, addresses: Collection[str]) -> Mapping[str, BounceRow]:
    """Those of these addresses from which letters come back, by the address in lower case."""
    wanted = select(BounceRow).where(BounceRow.address.in_({_plain(each) for each in addresses}))
    return {row.address: row for row in db.scalars(wanted)}


def of_letter(db: Session, letter: LetterRow, words: str, at: datetime) -> None:
    """A letter that had gone out came back."""
    letter.returned_at, letter.trouble = at, " ".join(words.split())[:200]
    came_back(db, letter.to, words, at)


def _plain(address: str) -> str:
    return address.strip().lower()[:254]
