"""Templates that organisations brought for their files, with a line in the trail for whatever is done to them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from workshop.store import organisations
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, OrganisationRow, TemplateRow

Listed = Row[TemplateRow, OrganisationRow | None, AccountRow]
"""A template, whose it is, and who brought it."""


def every(db: Session) -> Sequence[Listed]:
    """All there are, the newest first, those that are no longer used last."""
    order = (TemplateRow.retired_at.is_not(None), TemplateRow.created.desc())
    return db.execute(_listed().order_by(*order)).all()


def one(db: Session, id: str) -> Listed | None:
    return db.execute(_listed().where(TemplateRow.id == id)).first()


def _listed() -> Any:
    return (
        select(TemplateRow, OrganisationRow, AccountRow)
        .outerjoin(OrganisationRow, OrganisationRow.id == TemplateRow.organisation)
        .join(AccountRow, AccountRow.id == TemplateRow.account)
    )


def of_organisations(db: Session, organisations: Collection[str]) -> Sequence[TemplateRow]:
    """Those of these organisations that are in use or were, the newest first."""
    theirs = TemplateRow.organisation.in_(organisations)
    return db.scalars(select(TemplateRow).where(theirs).order_by(TemplateRow.created.desc())).all()


def file_of(db: Session, id: str) -> bytes:
    return db.scalars(select(TemplateRow.file).where(TemplateRow.id == id)).one()


def for_organisation(db: Session, kind: str, names: Iterable[str]) -> TemplateRow | None:
    """The newest in use for the first of these organisations that has one; else the newest for everybody."""
    ids = [row.id for row in organisations.called(db, names)]
    found = (newest(db, kind, id) for id in (*ids, None))
    return next((row for row in found if row), None)


def newest(db: Session, kind: str, organisation: str | None) -> TemplateRow | None:
    living = (TemplateRow.kind == kind, TemplateRow.organisation == organisation, TemplateRow.retired_at.is_(None))
    wanted = select(TemplateRow).where(*living).order_by(TemplateRow.created.desc()).limit(1)
    return db.scalar(wanted)


def bring(db: Session, template: TemplateRow, by: AccountRow, at: datetime) -> None:
    """Keep a template that was looked at; files of its organisation are made in it from now on."""
    template.id, template.account, template.created, template.roles = new_id(), by.id, at, {}
    db.add(template)
    whose = template.organisation or ""
    note(db, at, by, "bring_template", template.id, kind=template.kind, name=template.name, organisation=whose)


def correct(db: Session, template: TemplateRow, roles: Mapping[str, str], by: AccountRow, at: datetime) -> None:
    """Other layouts or styles for these roles than those that were found."""
    template.roles = dict(roles)
    note(db, at, by, "correct_template", template.id, **roles)


def retire(db: Session, template: TemplateRow, by: AccountRow, at: datetime) -> None:
    """No new file is made in it; it stays in the list."""
    template.retired_at = at
    note(db, at, by, "retire_template", template.id, name=template.name)
