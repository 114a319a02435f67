"""Approved plans as they are followed up, read many at once: rows made of the logs, in the logs' own transactions."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import msgspec
from sqlalchemy import ColumnElement, Connection, insert, select, update
from sqlalchemy.orm import Session

from facilitation.organisations import Forest, forebears
from facilitation.plans.results import with_results
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered, Told
from facilitation.shapes.series import by_metric, series
from workshop.limits import FIGURES_AT_HAND, PLANS_AT_HAND
from workshop.schemas import shape
from workshop.store.tables import PlanFollowedRow, PlanRow

FOLLOWED = PlanFollowedRow.__table__
KEPT = (
    "id",
    "title",
    "organisation",
    "kind",
    "period",
    "owner",
    "languages",
    "pack",
    "pack_version",
    "goals",
    "loose_metrics",
    "loose_actions",
    "follow_up",
    "status",
    "version",
    "approved_on",
    "current_state",
    "agreement_reason",
)
"""What follow-up and reading plans together need of a plan."""


@dataclass(frozen=True)
class FollowedPlan:
    """A plan with the newest figures of each metric, and the id of the organisation whose it is."""

    organisation: str
    plan: Plan
    entries: Sequence[Entered]
    told: Mapping[str, Told] = field(default_factory=dict[str, Told])
    """What was said last of each action, since the approval."""


class _Body(msgspec.Struct):
    plan: shape.Plan
    entries: tuple[Entered, ...]
    told: tuple[Told, ...] = ()


def project(connection: Connection, life: Life) -> None:
    """Level with the log; nothing while nothing was approved."""
    plan = with_results(life)
    if plan is None:
        return
    body = _written(plan, life.entered, life.told)
    known = connection.scalar(select(FOLLOWED.c.body).where(FOLLOWED.c.plan == plan.id))
    if known is None:
        connection.execute(insert(FOLLOWED).values(plan=plan.id, body=body))
    elif known != body:
        connection.execute(update(FOLLOWED).where(FOLLOWED.c.plan == plan.id).values(body=body))


def _written(plan: Plan, entered: Sequence[Entered], told: Mapping[str, Told]) -> str:
    slim = replace(Plan(plan.id), **{name: getattr(plan, name) for name in KEPT})
    by_definition = (series(entries) for entries in by_metric(entered).values())
    entries = [figure.now for found in by_definition for figure in found[-1].figures[-FIGURES_AT_HAND:]]
    return msgspec.json.encode({"plan": slim, "entries": entries, "told": tuple(told.values())}).decode()


def followed(db: Session, organisations: Collection[str]) -> Sequence[FollowedPlan]:
    """Every approved plan of these organisations, in one question."""
    return _found(db, PlanRow.organisation.in_(organisations))


def carried(db: Session, organisation: str, known: Forest, day: date) -> Sequence[FollowedPlan]:
    """Approved plans of an organisation, and of those in whose stead it goes on."""
    return followed(db, (organisation, *forebears(known, organisation, day)))


def followed_by_id(db: Session, plans: Collection[str]) -> Sequence[FollowedPlan]:
    """Those of these plans that were approved, in one question."""
    return _found(db, PlanRow.id.in_(plans))


def _found(db: Session, which: ColumnElement[bool]) -> Sequence[FollowedPlan]:
    wanted = (
        select(PlanRow.organisation, PlanFollowedRow.body)
        .join(PlanRow, PlanRow.id == PlanFollowedRow.plan)
        .where(which)
        .order_by(PlanRow.organisation, PlanRow.id)
    )
    return [FollowedPlan(whose or "", *_read(body)) for whose, body in db.execute(wanted)]


@lru_cache(maxsize=PLANS_AT_HAND)
def _read(body: str) -> tuple[Plan, Sequence[Entered], Mapping[str, Told]]:
    read = msgspec.json.decode(body, type=_Body)
    return shape.plan(read.plan), read.entries, {each.action: each for each in read.told}
