"""What was answered to a token's key, so that whoever asks the same again is answered the same and it is done once."""

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Session

from workshop.store.tables import TokenAnswerRow

KEPT = timedelta(hours=24)


def claimed(db: Session, token: str, key: str, asked: str, at: datetime) -> TokenAnswerRow:
    """The key's row: a new one, or what it was taken for before. Those of yesterday are forgotten on the way."""
    db.execute(delete(TokenAnswerRow).where(TokenAnswerRow.at < at - KEPT))
    row = db.get(TokenAnswerRow, (token, key))
    if row is None:
        row = TokenAnswerRow(token=token, key=key, asked=asked, at=at, status=0, body=b"")
        db.add(row)
        db.flush()
    return row


def answered(
    db: Session, row: TokenAnswerRow, status: int, kind: str, body: bytes, location: str = "", etag: str = ""
) -> None:
    """Keep what was answered. The first answer stays."""
    kept = db.get_one(TokenAnswerRow, (row.token, row.key))
    if not kept.status:
        kept.status, kept.kind, kept.body, kept.location, kept.etag = status, kind, body, location, etag
