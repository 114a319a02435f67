"""Approved plans as they are followed up, read many at once: rows made of the logs, in the logs' own transactions."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select, update
from sqlalchemy.orm import Session

from facilitation.organisations import Forest, forebears
from facilitation.plans.events import RestsOn
from facilitation.plans.results import redefined, with_results
from facilitation.plans.state import Life, Version, last_before
from facilitation.plans.succession import Continues, continues
from facilitation.shapes import TOGETHER, Plan, PlanKind
from facilitation.shapes.followed import Entered, Told
from facilitation.shapes.series import NEVER, Figure, Redefined, by_metric, newest, series
from facilitation.view.as_data import digest_of
from workshop.limits import FIGURES_AT_HAND, PLANS_AT_HAND
from workshop.remembering import Remembered
from workshop.schemas import shape
from workshop.store import duties, figures, outlook
from workshop.store.approved import FollowedPlan as FollowedPlan
from workshop.store.columns import among, as_kept
from workshop.store.succession import around, in_one_line
from workshop.store.tables import PlanFollowedRow, PlanOutlookRow, PlanRow
from workshop.store.unread import unread

FOLLOWED = PlanFollowedRow.__table__
AT_HAND = Remembered[tuple[str, str], "FollowedPlan"](PLANS_AT_HAND)
"""Plans as they were read, by their ids and signs."""
BRANCH: PlanKind = "branch"
BRANCHES: PlanKind = "branches"
"""Kinds of plan that are put together: of the plans of a branch's units, and of the plans of all branches."""
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
    sign: str = ""
    """Of what is kept of it, which words struck out of its log change at the same number."""
    around: str = ""
    """The same of the plans before it and of the next one."""
    continues: str = ""
    """The plan that it began from, which may be nobody's in whose stead it stands."""


class _Body(msgspec.Struct):
    plan: shape.Plan
    entries: msgspec.Raw
    newest: Mapping[str, Figure] | None = None
    seq: int = 0
    digest: str = ""
    rests: tuple[RestsOn, ...] = ()
    told: tuple[Told, ...] = ()
    redefined: Redefined = NEVER
    before: shape.Plan | None = None
    continues: Continues | None = None
    closed: date | None = None


_DECODER = msgspec.json.Decoder(_Body)


def project(connection: Connection, life: Life) -> None:
    """Level with the log; nothing while nothing was approved."""
    plan, version = with_results(life), life.published
    if plan is None or version is None:
        return
    entries = [each for of in by_metric(life.entered).values() for each in _at_hand(of)]
    body = _written(plan, entries, life, version)
    known = connection.scalar(select(FOLLOWED.c.body).where(FOLLOWED.c.plan == plan.id))
    if known is None:
        connection.execute(insert(FOLLOWED).values(plan=plan.id, body=body))
    elif known != body:
        connection.execute(update(FOLLOWED).where(FOLLOWED.c.plan == plan.id).values(body=body))
    link = continues(life)
    shut = closed_by(life)
    own = FollowedPlan("", plan, entries, rests=version.rests, told=life.told, redefined=redefined(life), closed=shut)
    figures.project(connection, plan.id, own.comparable)
    rows = {"body": outlook.written(own), "duties": duties.written(own)}
    sign = sha256(body.encode()).hexdigest()[:16]
    outlook.project(connection, plan.id, {"sign": sign, "continues": link.plan if link else None, **rows})


def _written(plan: Plan, entries: Sequence[Entered], life: Life, version: Version) -> str:
    kept = (
        ("rests", version.rests),
        ("told", tuple(life.told.values())),
        ("redefined", redefined(life)),
        ("before", _before(life, version)),
        ("continues", continues(life)),
        ("closed", closed_by(life)),
    )
    more = {name: those for name, those in kept if those}
    figures = {"entries": entries, "newest": newest(entries, redefined(life))}
    sign = {"seq": version.seq, "digest": digest_of(version.plan)}
    return msgspec.json.encode({"plan": _slim(plan), **figures, **sign, **more}).decode()


def closed_by(life: Life) -> date | None:
    return life.closed.day if life.closed else None


def _slim(plan: Plan) -> Plan:
    return replace(Plan(plan.id), **{name: getattr(plan, name) for name in KEPT})


def _before(life: Life, version: Version) -> Plan | None:
    earlier = last_before(life.versions, version) if version.plan.kind in TOGETHER else None
    return _slim(earlier.plan) if earlier else None


def _at_hand(entries: Sequence[Entered]) -> Iterator[Entered]:
    """The last figures of each of a metric's series, and what each of them was before it was corrected."""
    for each in series(entries):
        for figure in each.figures[-FIGURES_AT_HAND:]:
            yield from (*figure.was[-FIGURES_AT_HAND:], figure.now)


def read_for(kind: str) -> ColumnElement[bool]:
    """Plans that one of this kind is put together of: of all branches those of branches, of a branch others' own."""
    return PlanRow.kind == BRANCH if kind == BRANCHES else PlanRow.kind.not_in(TOGETHER)


def followed(db: Session, organisations: Collection[str], kind: str = BRANCH) -> Sequence[FollowedPlan]:
    """Every approved plan of these organisations' own, in one question; or what a plan of this kind is made of."""
    return _found(db, and_(among(db, PlanRow.organisation, organisations), read_for(kind)))


def followed_together(db: Session, organisations: Collection[str]) -> Sequence[FollowedPlan]:
    """Of these organisations the approved plans that were put together of others', in one question."""
    return _found(db, and_(among(db, PlanRow.organisation, organisations), PlanRow.kind.in_(TOGETHER)))


def carried(db: Session, organisation: str, known: Forest, day: date) -> Sequence[FollowedPlan]:
    """Approved plans of an organisation and of those in whose stead it goes on, its branch's among them."""
    return with_branches(db, (organisation, *forebears(known, organisation, day)))


def with_branches(db: Session, organisations: Collection[str]) -> Sequence[FollowedPlan]:
    """Every approved plan whose roles people of these organisations hold, in one question."""
    return _found(db, among(db, PlanRow.organisation, organisations))


def followed_by_id(db: Session, plans: Collection[str]) -> Sequence[FollowedPlan]:
    """Those of these plans that were approved, in one question."""
    return _found(db, among(db, PlanRow.id, plans))


def ends_of(db: Session, plans: Collection[str]) -> Mapping[str, date]:
    """Of those of these plans that are or will be closed, from when on."""
    return {each.plan.id: each.ends for each in followed_by_id(db, plans) if each.ends}


def standing(db: Session, life: Life, organisations: Collection[str]) -> FollowedPlan | None:
    """One plan with every figure of it, those before it too, and with its next plan if that is these organisations'."""
    row = PlanRow
    id, anew = life.plan.id, redefined(life)
    rows = _rows(db, or_(row.id == id, among(db, row.organisation, organisations)))
    whole = [each.having(life.entered, anew) if each.plan.id == id else each for each in rows]
    return next((each for each in _linked(db, whole) if each.plan.id == id), None)


def heads(db: Session, organisations: Collection[str]) -> Sequence[Head]:
    """Every approved plan of these organisations' own, without what is in it: a branch's repeats its units' goals."""
    return _heads(db, and_(among(db, PlanRow.organisation, organisations), read_for(BRANCH)))


def heads_with_branches(db: Session, organisations: Collection[str]) -> Sequence[Head]:
    """Every approved plan whose roles people of these organisations hold."""
    return _heads(db, among(db, PlanRow.organisation, organisations))


def heads_by_id(db: Session, plans: Collection[str]) -> Sequence[Head]:
    """Those of these plans that were approved."""
    return _heads(db, among(db, PlanRow.id, plans))


def _heads(db: Session, which: ColumnElement[bool]) -> Sequence[Head]:
    row = PlanOutlookRow
    wanted = (
        select(PlanRow.id, PlanRow.organisation, PlanRow.head, row.sign, row.continues)
        .join(row, PlanRow.id == row.plan)
        .where(which)
        .order_by(PlanRow.organisation, PlanRow.id)
    )
    found = db.execute(wanted).all()
    signs = around(db, {plan: before for plan, *_, before in found})
    return [
        Head(plan, whose or "", seq, sign, signs.get(plan, ""), before or "")
        for plan, whose, seq, sign, before in found
    ]


def _found(db: Session, which: ColumnElement[bool]) -> Sequence[FollowedPlan]:
    return _linked(db, _rows(db, which))


def _linked(db: Session, plans: Sequence[FollowedPlan]) -> Sequence[FollowedPlan]:
    later = select(PlanOutlookRow.plan).where(among(db, PlanOutlookRow.continues, [each.plan.id for each in plans]))
    return in_one_line(db, plans, _rows(db, PlanRow.id.in_(later)), lambda ids: _rows(db, among(db, PlanRow.id, ids)))


def _rows(db: Session, which: ColumnElement[bool]) -> Sequence[FollowedPlan]:
    """Bodies are read of those alone that are not at hand."""
    known = _heads(db, which)
    found = AT_HAND.each([(head.plan, head.sign) for head in known], lambda keys: _fresh(db, dict(keys)))
    seen = ((head, found.get((head.plan, head.sign))) for head in known)
    return [replace(each, organisation=head.organisation, head=head.seq) for head, each in seen if each]


def _fresh(db: Session, signs: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], FollowedPlan]]:
    row = PlanFollowedRow
    wanted = select(row.plan, as_kept(db, row.body)).where(among(db, row.plan, signs))
    for plan, body in db.execute(wanted) if signs else ():
        yield (plan, signs[plan]), _read(body)


def _read(body: str | bytes) -> FollowedPlan:
    read = _DECODER.decode(body)
    entries, told = unread(read.entries), {each.action: each for each in read.told}
    return FollowedPlan(
        "",
        shape.plan(read.plan),
        entries,
        seq=read.seq,
        digest=read.digest,
        rests=read.rests,
        told=told,
        redefined=read.redefined,
        before=shape.plan(read.before) if read.before else None,
        continues=read.continues,
        newest=newest(entries, read.redefined) if read.newest is None else read.newest,
        closed=read.closed,
    )
