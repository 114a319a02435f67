"""Approved plans as they are followed up, read many at once: rows made of the logs, in the logs' own transactions."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select, update
from sqlalchemy.orm import Session

from facilitation.organisations import Forest, forebears
from facilitation.plans.events import RestsOn
from facilitation.plans.results import redefined, with_results
from facilitation.plans.state import Life, Version, last_before
from facilitation.plans.succession import Continues, continues
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered, Told
from facilitation.shapes.series import NEVER, Redefined, by_metric, series
from facilitation.view.as_data import digest_of
from workshop.limits import FIGURES_AT_HAND, PLANS_AT_HAND
from workshop.schemas import shape
from workshop.store.approved import FollowedPlan as FollowedPlan
from workshop.store.succession import in_one_line
from workshop.store.tables import PlanFollowedRow, PlanRow

FOLLOWED = PlanFollowedRow.__table__
BRANCH = "branch"
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
class Head:
    """An approved plan and how far its log has come: whoever knows it at that number need not read it again."""

    plan: str
    organisation: str
    seq: int


class _Body(msgspec.Struct):
    plan: shape.Plan
    entries: tuple[Entered, ...]
    seq: int = 0
    digest: str = ""
    rests: tuple[RestsOn, ...] = ()
    told: tuple[Told, ...] = ()
    redefined: Redefined = NEVER
    before: shape.Plan | None = None
    continues: Continues | None = None


def project(connection: Connection, life: Life) -> None:
    """Level with the log; nothing while nothing was approved."""
    plan, version = with_results(life), life.published
    if plan is None or version is None:
        return
    body = _written(plan, life, version)
    known = connection.scalar(select(FOLLOWED.c.body).where(FOLLOWED.c.plan == plan.id))
    if known is None:
        connection.execute(insert(FOLLOWED).values(plan=plan.id, body=body))
    elif known != body:
        connection.execute(update(FOLLOWED).where(FOLLOWED.c.plan == plan.id).values(body=body))


def _written(plan: Plan, life: Life, version: Version) -> str:
    entries = [each for of in by_metric(life.entered).values() for each in _at_hand(of)]
    kept = (
        ("rests", version.rests),
        ("told", tuple(life.told.values())),
        ("redefined", redefined(life)),
        ("before", _before(life, version)),
        ("continues", continues(life)),
    )
    more = {name: those for name, those in kept if those}
    sign = {"seq": version.seq, "digest": digest_of(version.plan)}
    return msgspec.json.encode({"plan": _slim(plan), "entries": entries, **sign, **more}).decode()


def _slim(plan: Plan) -> Plan:
    return replace(Plan(plan.id), **{name: getattr(plan, name) for name in KEPT})


def _before(life: Life, version: Version) -> Plan | None:
    earlier = last_before(life.versions, version) if version.plan.kind == BRANCH else None
    return _slim(earlier.plan) if earlier else None


def _at_hand(entries: Sequence[Entered]) -> Iterator[Entered]:
    """The last figures of each of a metric's series, and what each of them was before it was corrected."""
    for each in series(entries):
        for figure in each.figures[-FIGURES_AT_HAND:]:
            yield from (*figure.was[-FIGURES_AT_HAND:], figure.now)


def followed(db: Session, organisations: Collection[str]) -> Sequence[FollowedPlan]:
    """Every approved plan of these organisations' own, in one question."""
    return _found(db, and_(PlanRow.organisation.in_(organisations), PlanRow.kind != BRANCH))


def followed_branches(db: Session, organisations: Collection[str]) -> Sequence[FollowedPlan]:
    """The approved plans of the branches of these organisations, in one question."""
    return _found(db, and_(PlanRow.organisation.in_(organisations), PlanRow.kind == BRANCH))


def carried(db: Session, organisation: str, known: Forest, day: date) -> Sequence[FollowedPlan]:
    """Approved plans of an organisation and of those in whose stead it goes on, its branch's among them."""
    return with_branches(db, (organisation, *forebears(known, organisation, day)))


def with_branches(db: Session, organisations: Collection[str]) -> Sequence[FollowedPlan]:
    """Every approved plan whose roles people of these organisations hold, in one question."""
    return _found(db, PlanRow.organisation.in_(organisations))


def followed_by_id(db: Session, plans: Collection[str]) -> Sequence[FollowedPlan]:
    """Those of these plans that were approved, in one question."""
    return _found(db, PlanRow.id.in_(plans))


def standing(db: Session, life: Life, organisations: Collection[str]) -> FollowedPlan | None:
    """One plan with every figure of it, those before it too, and with its next plan if that is these organisations'."""
    row = PlanRow
    id, every = life.plan.id, {"entries": life.entered, "redefined": redefined(life)}
    rows = _rows(db, or_(row.id == id, row.organisation.in_(organisations)))
    whole = [replace(each, **every) if each.plan.id == id else each for each in rows]
    return next((each for each in _linked(db, whole) if each.plan.id == id), None)


def heads(db: Session, organisations: Collection[str]) -> Sequence[Head]:
    """Every approved plan of these organisations' own, without what is in it: a branch's repeats its units' goals."""
    return _heads(db, and_(PlanRow.organisation.in_(organisations), PlanRow.kind != BRANCH))


def heads_by_id(db: Session, plans: Collection[str]) -> Sequence[Head]:
    """Those of these plans that were approved."""
    return _heads(db, PlanRow.id.in_(plans))


def _heads(db: Session, which: ColumnElement[bool]) -> Sequence[Head]:
    wanted = (
        select(PlanRow.id, PlanRow.organisation, PlanRow.head)
        .join(PlanFollowedRow, PlanRow.id == PlanFollowedRow.plan)
        .where(which)
        .order_by(PlanRow.organisation, PlanRow.id)
    )
    return [Head(plan, whose or "", seq) for plan, whose, seq in db.execute(wanted)]


def _found(db: Session, which: ColumnElement[bool]) -> Sequence[FollowedPlan]:
    return _linked(db, _rows(db, which))


def _linked(db: Session, plans: Sequence[FollowedPlan]) -> Sequence[FollowedPlan]:
    return in_one_line(db, plans, lambda ids: _rows(db, PlanRow.id.in_(ids)))


def _rows(db: Session, which: ColumnElement[bool]) -> Sequence[FollowedPlan]:
    wanted = (
        select(PlanRow.organisation, PlanRow.head, PlanFollowedRow.body)
        .join(PlanRow, PlanRow.id == PlanFollowedRow.plan)
        .where(which)
        .order_by(PlanRow.organisation, PlanRow.id)
    )
    return [replace(_read(body), organisation=whose or "", head=head) for whose, head, body in db.execute(wanted)]


@lru_cache(maxsize=PLANS_AT_HAND)
def _read(body: str) -> FollowedPlan:
    read = msgspec.json.decode(body, type=_Body)
    told = {each.action: each for each in read.told}
    return FollowedPlan(
        "",
        shape.plan(read.plan),
        read.entries,
        seq=read.seq,
        digest=read.digest,
        rests=read.rests,
        told=told,
        redefined=read.redefined,
        before=shape.plan(read.before) if read.before else None,
        continues=read.continues,
    )
