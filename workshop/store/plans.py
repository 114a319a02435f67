"""Rows around plans: what lists show, links to comment by, guests' names and signed files."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.orm import Session

from facilitation.plans.state import Life, confirmed
from facilitation.words import said
from workshop.store import followed, letters, versions
from workshop.store.accounts import hash_of, new_token
from workshop.store.tables import LetterRow, PlanFileRow, PlanGuestRow, PlanLinkRow, PlanRow

PLANS, LETTERS = PlanRow.__table__, LetterRow.__table__
WRITTEN_ABOUT = ("comment", "approval")
"""Stages in which somebody is asked for something by letter; with the stage goes the asking."""


def project(connection: Connection, life: Life) -> None:
    """The plan's row, level with its log."""
    plan, published = life.plan, life.published
    values = {
        "owner": life.owner,
        "kind": life.first.kind,
        "title": said(plan.title, "en")[:200],
        "titles": dict(plan.title),
        "organisation": life.organisation or None,
        "organisation_name": plan.organisation[:200],
        "period": plan.period.name[:60],
        "stage": life.stage,
        "version": plan.version,
        "published": published.number if published else "",
        "published_title": said(published.plan.title, "en")[:200] if published else "",
        "published_titles": dict(published.plan.title) if published else {},
        "keyed_in": life.keyed.organisation if life.keyed else "",
        "confirmed": confirmed(life),
        "created": life.drafted_at,
        "changed": life.changed_at,
        "head": life.seq,
    }
    done = connection.execute(update(PLANS).where(PLANS.c.id == plan.id).values(values))
    if not done.rowcount:
        connection.execute(insert(PLANS).values(id=plan.id, **values))
    if life.stage not in WRITTEN_ABOUT:
        connection.execute(delete(LETTERS).where(LETTERS.c.about == plan.id, LETTERS.c.sent_at.is_(None)))
    versions.project(connection, life)
    followed.project(connection, life)


# -- Links and guests -----------------------------------------------------------------------------------------------


def new_link(db: Session, plan: str, by: str, at: datetime) -> str:
    """A token to comment by; links that were made before lead nowhere any more."""
    revoke_links(db, plan, at)
    return another_link(db, plan, by, at)


def another_link(db: Session, plan: str, by: str, at: datetime) -> str:
    """A token for one who is asked by letter, beside those of others."""
    token, token_hash = new_token()
    db.add(PlanLinkRow(token_hash=token_hash, plan=plan, created=at, created_by=by))
    return token


def revoke_links(db: Session, plan: str, at: datetime) -> None:
    living = (PlanLinkRow.plan == plan, PlanLinkRow.revoked_at.is_(None))
    db.execute(update(PlanLinkRow).where(*living).values(revoked_at=at))
    letters.withdraw(db, plan)


def plan_of_link(db: Session, token: str) -> PlanRow | None:
    """The plan that the link's holder may comment on."""
    link = (PlanLinkRow.token_hash == hash_of(token), PlanLinkRow.revoked_at.is_(None))
    return db.scalar(select(PlanRow).join(PlanLinkRow, PlanLinkRow.plan == PlanRow.id).where(*link))


def name_guest(db: Session, plan: str, guest: str, name: str) -> None:
    db.merge(PlanGuestRow(plan=plan, guest=guest, name=name[:120]))


def guests(db: Session, plan: str) -> Mapping[str, str]:
    """What guests call themselves, by id."""
    rows = db.scalars(select(PlanGuestRow).where(PlanGuestRow.plan == plan)).all()
    return {row.guest: row.name for row in rows}


# -- Signed files ---------------------------------------------------------------------------------------------------


def keep_file(db: Session, plan: str, file: bytes, at: datetime) -> str:
    """Keeps a file once, and says under which digest."""
    digest = hashlib.sha256(file).hexdigest()
    if db.get(PlanFileRow, (plan, digest)) is None:
        db.add(PlanFileRow(plan=plan, digest=digest, file=file, created=at))
    return digest


def file_of(db: Session, plan: str, digest: str) -> bytes | None:
    return db.scalar(select(PlanFileRow.file).where(PlanFileRow.plan == plan, PlanFileRow.digest == digest))
