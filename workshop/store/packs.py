"""Method packs that were brought beside the shipped ones, and their place on the shelf of this program."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from facilitation import packs
from facilitation.packs import Pack, PackError
from facilitation.report import transfer
from facilitation.strategy import OWN_IDS, is_own
from facilitation.words import N_
from workshop import store
from workshop.store import editions
from workshop.store.accounts import note
from workshop.store.tables import AccountRow, PackRow

KEY = re.compile("[a-z0-9-]{1,40}")
VERSION = 20
SHELVED = "packs_shelved"


def init_app(app: Flask) -> None:
    """What was brought before is found from the first page on, and what another worker has taken since."""
    app.extensions[SHELVED] = {}
    level(app)
    app.before_request(lambda: level(app))


def level(app: Flask) -> None:
    """With what is kept. A place without tables has brought nothing."""
    shelved: dict[str, datetime] = app.extensions[SHELVED]
    with suppress(SQLAlchemyError), store.reading(app) as db:
        now: dict[str, datetime] = dict(db.execute(select(PackRow.key, PackRow.brought)).all())
        for key in (key for key, brought in now.items() if shelved.get(key) != brought):
            packs.shelve(packs.parse(db.scalars(select(PackRow.text).where(PackRow.key == key)).one()))
            shelved[key] = now[key]


def keys(db: Session) -> tuple[str, ...]:
    """The methods of this place: those that are shipped, then those that were brought."""
    return (*packs.available(), *db.scalars(select(PackRow.key).order_by(PackRow.key)))


def brought(db: Session) -> Sequence[PackRow]:
    return db.scalars(select(PackRow).order_by(PackRow.key)).all()


def text_of(db: Session, key: str) -> str:
    """A method of this place as JSON. Raises PackError if there is none of that key."""
    row = db.get(PackRow, key)
    return row.text if row else packs.shipped_text(key)


def bring(db: Session, text: str, by: AccountRow, at: datetime) -> Pack:
    """Keep a pack, or a later version of one that was brought. Raises PackError naming the place of what is wrong."""
    pack = packs.parse(text)
    _fits(pack)
    before = db.get(PackRow, pack.key)
    if before:
        _follows(packs.parse(before.text), pack)
    packs.shelve(pack)
    editions.keep(db.connection(), pack.key, pack.version, text, at)
    db.merge(PackRow(key=pack.key, version=pack.version, text=text, account=by.id, brought=at))
    note(db, at, by, "bring_pack", pack.key, version=pack.version, before=before.version if before else "")
    return pack


def _fits(pack: Pack) -> None:
    """Its key stands in addresses, its version in a narrow column."""
    if not KEY.fullmatch(pack.key):
        raise PackError("key", N_("Expected small letters, figures and hyphens, at most 40."))
    if any(is_own(each.id) for each in (*pack.strategy.themes, *pack.strategy.objectives)):
        raise PackError("strategy", N_("Ids that begin with %(sign)s are kept for organisations’ own."), sign=OWN_IDS)
    if len(pack.version) > VERSION:
        raise PackError("version", N_("At most %(max)d characters."), max=VERSION)
    known = transfer.shipped()
    for place, key in enumerate(pack.transfers):
        if key not in known:
            raise PackError(f"transfers[{place}]", N_("Expected one of: %(choices)s."), choices=", ".join(known))


def _follows(before: Pack, after: Pack) -> None:
    if before.version == after.version and before != after:
        raise PackError("version", N_("Version %(version)s is there with other contents."), version=after.version)
    for place in packs.dropped(before, after):
        raise PackError(place, N_("It was in the version before, and workshops may point at it. Keep it in."))
