"""Rows around plans: what lists show, who has which part, links to comment by, guests' names and signed files."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.orm import Session

from facilitation.plans.state import Life
from facilitation.words import said
from workshop.store.accounts import hash_of, new_token
from workshop.store.tables import (
    AccountRow,
    PlanFileRow,
    PlanGuestRow,
    PlanLinkRow,
    PlanPersonRow,
    PlanRow,
)

PLANS = PlanRow.__table__
PARTS = ("editor", "approver", "reader")


def project(connection: Connection, life: Life) -> None:
    """The plan's row, level with its log."""
    plan, published = life.plan, life.published
    values = {
        "owner": life.owner,
        "title": said(plan.title, "en")[:200],
        "organisation": plan.organisation[:200],
        "period": plan.period.name[:60],
        "stage": life.stage,
        "version": plan.version,
        "published": published.number if published else "",
        "created": life.drafted_at,
        "changed": life.changed_at,
        "head": life.seq,
    }
    done = connection.execute(update(PLANS).where(PLANS.c.id == plan.id).values(values))
    if not done.rowcount:
        connection.execute(insert(PLANS).values(id=plan.id, **values))


# -- Whose they are -------------------------------------------------------------------------------------------------


def of_account(db: Session, account: str) -> Sequence[PlanRow]:
    """Plans that an account drafted or has a part in, the latest change first."""
    invited = select(PlanPersonRow.plan).where(PlanPersonRow.account == account)
    theirs = or_(PlanRow.owner == account, PlanRow.id.in_(invited))
    return db.scalars(select(PlanRow).where(theirs).order_by(PlanRow.changed.desc(), PlanRow.id)).all()


def parts_of(db: Session, plan: PlanRow, account: str) -> frozenset[str]:
    """The parts that an account has in a plan."""
    mine = (PlanPersonRow.plan == plan.id, PlanPersonRow.account == account)
    held = db.scalars(select(PlanPersonRow.role).where(*mine)).all()
    return frozenset((*held, *(("editor",) if plan.owner == account else ())))


def people_in(db: Session, plan: PlanRow) -> Mapping[AccountRow, frozenset[str]]:
    """Everybody who has a part, the owner first, then by name."""
    rows = db.execute(
        select(AccountRow, PlanPersonRow.role)
        .join(PlanPersonRow, PlanPersonRow.account == AccountRow.id)
        .where(PlanPersonRow.plan == plan.id)
        .order_by(AccountRow.name, AccountRow.id)
    ).all()
    owner = db.get_one(AccountRow, plan.owner)
    found: dict[AccountRow, frozenset[str]] = {owner: frozenset({"editor"})}
    for account, role in rows:
        found[account] = found.get(account, frozenset()) | {role}
    return found


def set_parts(db: Session, plan: str, account: str, roles: Sequence[str]) -> None:
    """Somebody's parts in a plan, in the place of those they had; none takes them out of it."""
    db.execute(delete(PlanPersonRow).where(PlanPersonRow.plan == plan, PlanPersonRow.account == account))
    db.add_all(PlanPersonRow(plan=plan, account=account, role=role) for role in roles if role in PARTS)


# -- Links and guests -----------------------------------------------------------------------------------------------


def new_link(db: Session, plan: str, by: str, at: datetime) -> str:
    """A token to comment by; links that were made before lead nowhere any more."""
    revoke_links(db, plan, at)
    token, token_hash = new_token()
    db.add(PlanLinkRow(token_hash=token_hash, plan=plan, created=at, created_by=by))
    return token


def revoke_links(db: Session, plan: str, at: datetime) -> None:
    living = (PlanLinkRow.plan == plan, PlanLinkRow.revoked_at.is_(None))
    db.execute(update(PlanLinkRow).where(*living).values(revoked_at=at))


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
