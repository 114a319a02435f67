"""Plans that go: drafts that nobody approved, and approved ones by the records classes of their versions.

A draft's time begins with its last change. A version's begins when it was approved, its period has ended and nothing
was changed in the plan any more; the plan goes with the last of its versions, as they are one log. What a class or an
organisation does not say, a hold keeps, or a branch's plan rests on, stays. Nothing goes that was not told of before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from flask import Flask
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from facilitation.plans.events import RestsOn
from facilitation.plans.parts import Version
from facilitation.plans.state import Life
from facilitation.shapes import TOGETHER
from workshop import limits, store
from workshop.days import local_day, months_later
from workshop.keeping.classes import months_for, months_of
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store.accounts import note
from workshop.store.tables import AuditRow, OrganisationRow, PlanRow

Why: TypeAlias = Literal["draft", "class", "record", "rested"]
"""Never approved; the time of its records classes; one of these says nothing; a branch's plan rests on it."""


@dataclass(frozen=True)
class PlanDue:
    """When the time of a plan is over, None for what stays; and since when that was told, if it was."""

    plan: PlanRow
    organisation: OrganisationRow
    why: Why
    over: date
    """From when its time counts."""
    ends: date | None
    told: date | None = None

    @property
    def held(self) -> bool:
        return self.plan.held_at is not None

    def goes(self, day: date) -> date | None:
        """Never sooner than it was told of for so long, or can be told of from this day on."""
        notice = (self.told or day) + timedelta(limits.RETENTION_NOTICE_DAYS)
        return max(self.ends, notice) if self.ends else None

    def to_tell(self, day: date) -> bool:
        near = self.ends is not None and self.ends - day <= timedelta(limits.RETENTION_NOTICE_DAYS)
        return near and self.told is None and not self.held

    def to_remove(self, day: date) -> bool:
        goes = self.goes(day) if self.told else None
        return goes is not None and goes <= day and not self.held


def plan_dues(app: Flask) -> list[PlanDue]:
    """Plans of organisations that have said how long theirs are kept, and those on which there is a hold."""
    said = or_(
        OrganisationRow.drafts_months.is_not(None), OrganisationRow.records_months != "", PlanRow.held_at.is_not(None)
    )
    with store.reading(app) as db:
        joined = select(PlanRow, OrganisationRow).join(OrganisationRow, OrganisationRow.id == PlanRow.organisation)
        rows = [(row[0], row[1]) for row in db.execute(joined.where(said))]
        known, rested = told(db), rested_on(app, db) if rows else frozenset[str]()
    found = [_told(_due(app, plan, whose, rested), known) for plan, whose in rows]
    return sorted(found, key=lambda each: (each.ends or date.max, each.over, each.plan.id))


def told(db: Session) -> Mapping[tuple[str, str], date]:
    """By plan and the day that was named, when it was told that its time ends then: another day is told anew."""
    lines = db.scalars(select(AuditRow).where(AuditRow.action == "tell_plan_goes").order_by(AuditRow.at.desc()))
    return {(line.object, str(line.detail.get("day"))): local_day(line.at) for line in lines}


def tell(db: Session, due: PlanDue, at: datetime) -> None:
    """A line in the trail; with it the time of notice begins."""
    note(
        db,
        at,
        None,
        "tell_plan_goes",
        due.plan.id,
        organisation=due.organisation.id,
        day=f"{due.ends}",
        title=due.plan.title,
    )


def rested_on(app: Flask, db: Session) -> frozenset[str]:
    """Plans on which those of branches rest: they stay as long as these do."""
    lives = [_life(app, id) for id in db.scalars(select(PlanRow.id).where(PlanRow.kind.in_(TOGETHER)))]
    return frozenset(ref.plan for life in lives for rests in _rests(life) for ref in rests)


def _rests(life: Life) -> Iterator[tuple[RestsOn, ...]]:
    yield life.rests
    yield from (version.rests for version in life.versions)


def _life(app: Flask, id: str) -> Life:
    return rooms_of(app).room(plan_log(id)).state


def _due(app: Flask, plan: PlanRow, whose: OrganisationRow, rested: frozenset[str]) -> PlanDue:
    changed = local_day(plan.changed)
    if not plan.published:
        months = whose.drafts_months
        return PlanDue(plan, whose, "draft", changed, months_later(changed, months) if months else None)
    approved = [version for version in _life(app, plan.id).versions if version.approved]
    over = max(max(changed, _settled(version)) for version in approved)
    ends = _ends(whose, approved, changed)
    if plan.id in rested:
        return PlanDue(plan, whose, "rested", over, None)
    return PlanDue(plan, whose, "class" if ends else "record", over, ends)


def _settled(version: Version) -> date:
    """When a version was approved and its period had ended."""
    return max(filter(None, (local_day(version.at), version.plan.approved_on, version.plan.period.last)))


def _ends(whose: OrganisationRow, approved: list[Version], changed: date) -> date | None:
    """When the time of the last version is over; None where a class has none."""
    known = months_of(whose.records_months)
    ends = list[date]()
    for version in approved:
        months = months_for(version.plan.records_class, known)
        if months is None:
            return None
        ends.append(months_later(max(changed, _settled(version)), months))
    return max(ends)


def _told(due: PlanDue, known: Mapping[tuple[str, str], date]) -> PlanDue:
    return replace(due, told=known.get((due.plan.id, f"{due.ends}")))
