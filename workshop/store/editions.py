"""Methods as they were read here from a moment on: what was approved by then keeps the words that it had."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.orm import Session

from facilitation import packs
from facilitation.packs import Pack
from workshop.limits import EDITIONS_AT_HAND
from workshop.remembering import Remembered
from workshop.store.tables import PackEditionRow

EDITIONS = PackEditionRow.__table__
AT_HAND = Remembered[str, Pack](EDITIONS_AT_HAND)
"""By the digest of their text."""


def keep(connection: Connection, key: str, version: str, text: str, since: datetime) -> None:
    """Nothing new if it is what is read already; of two that came at one moment the later one holds."""
    row, digest = EDITIONS.c, sha256(text.encode()).hexdigest()
    last = select(row.digest).where(row.key == key).order_by(row.since.desc()).limit(1)
    if connection.scalar(last) != digest:
        connection.execute(delete(EDITIONS).where(row.key == key, row.since == since))
        values = {"key": key, "since": since, "version": version, "digest": digest, "text": text}
        connection.execute(insert(EDITIONS).values(values))


def keep_shipped(connection: Connection, since: datetime) -> None:
    """A later program may ship its methods in other words."""
    for key in packs.available():
        keep(connection, key, packs.load(key).version, packs.shipped_text(key), since)


def edition(db: Session, key: str, at: datetime | None = None) -> Pack:
    """The method as it was read at a moment, or is now. Raises PackError if there is none of that key.

    What is older than the first edition that is known is read by that.
    """
    row = PackEditionRow
    known = db.execute(select(row.digest, row.since).where(row.key == key).order_by(row.since)).all() if at else ()
    digests = [digest for digest, _since in known]
    then = digests[max(sum(since <= at for _digest, since in known) - 1, 0)] if at and known else ""
    return packs.load(key) if not then or then == digests[-1] else AT_HAND.get(then) or _read(db, key, then)


def _read(db: Session, key: str, digest: str) -> Pack:
    row = PackEditionRow
    text = db.scalars(select(row.text).where(row.key == key, row.digest == digest).limit(1)).one()
    return AT_HAND.keep(digest, packs.parse(text))
