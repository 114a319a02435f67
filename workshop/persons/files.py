"""Files in which somebody may stand: signed ones of recorded approvals, and templates; read in the limited child."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.words import Refused
from workshop.keeping.words import Terms
from workshop.store import plans, templates
from workshop.store.tables import EventRow, OrganisationRow, PlanFileRow, PlanRow, TemplateRow
from workshop.uploads import child
from workshop.uploads.signed import named

SIGNED, TEMPLATE = "plan_file", "template"


@dataclass(frozen=True)
class Kept:
    """A file that is kept here. `fixed`: it must stay as it is, because a record or what is made today rests on it."""

    table: str
    key: tuple[str, ...]
    name: str
    """What it was called where it came from."""
    where: str
    """Of which plan it is, or whose template."""
    kind: str
    """How its name ends."""
    fixed: bool

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.table, *self.key)


def every(db: Session) -> Iterator[Kept]:
    """All of them, signed files first."""
    yield from _signed(db)
    rows = select(TemplateRow, OrganisationRow).outerjoin(
        OrganisationRow, OrganisationRow.id == TemplateRow.organisation
    )
    for row, whose in db.execute(rows.order_by(TemplateRow.created, TemplateRow.id)):
        where = (whose.en or whose.fi or whose.sv) if whose else ""
        yield Kept(TEMPLATE, (row.id,), row.name, where, row.kind, fixed=row.retired_at is None)


def _signed(db: Session) -> Iterator[Kept]:
    """One that no approval was recorded with was brought in vain, and no record rests on it."""
    facts = db.scalars(select(EventRow).where(EventRow.type == "ApprovalRecorded"))
    recorded = {(fact.log.partition(":")[2], fact.body.get("digest")): fact.body for fact in facts}
    columns = select(PlanFileRow.plan, PlanFileRow.digest, PlanRow.title).join(PlanRow, PlanRow.id == PlanFileRow.plan)
    for plan, digest, title in db.execute(columns.order_by(PlanRow.title, PlanFileRow.created)):
        told = recorded.get((plan, digest))
        name = told.get("file", "") if told else ""
        yield Kept(SIGNED, (plan, digest), name, title, named(name).ending, fixed=told is not None)


def content(db: Session, kept: Kept) -> bytes:
    if kept.table == TEMPLATE:
        return templates.file_of(db, *kept.key)
    return plans.file_of(db, *kept.key) or b""


def passage(db: Session, kept: Kept, wanted: Terms) -> str | None:
    """The text of it in which somebody stands; empty where they do not. None for a file whose words cannot be read."""
    if wanted.search(kept.name):
        return kept.name
    try:
        read = child.read(content(db, kept), "wording")
    except Refused:
        return None
    found = next((text for text in read["texts"] if wanted.search(text)), "")
    return found or ("" if read["worded"] or kept.table == TEMPLATE else None)


def chosen(db: Session, parts: Collection[tuple[str, ...]]) -> list[Kept]:
    return [each for each in every(db) if each.parts in parts]
