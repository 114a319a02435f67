"""Approved plans as they are followed up, read many at once: rows made of the logs, in the logs' own transactions."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import TypeAlias

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, insert, select, update
from sqlalchemy.orm import Session

from facilitation.organisations import Forest, forebears
from facilitation.plans.events import RestsOn
from facilitation.plans.parts import Version, last_before
from facilitation.plans.results import redefined, with_results
from facilitation.plans.state import Life
from facilitation.shapes import TOGETHER, Plan, PlanKind
from facilitation.shapes.followed import Entered, Told
from facilitation.shapes.series import by_metric, series
from facilitation.view.as_data import digest_of
from workshop.limits import FIGURES_AT_HAND, PLANS_AT_HAND
from workshop.remembering import Remembered
from workshop.schemas import shape
from workshop.store import duties, figures, outlook, terms
from workshop.store.approved import FollowedPlan as FollowedPlan
from workshop.store.approved import InTime
from workshop.store.columns import among, as_kept
from workshop.store.heads import Head as Head
from workshop.store.heads import found
from workshop.store.succession import around, line_of
from workshop.store.tables import PlanFollowedRow, PlanRow
from workshop.store.terms import Term

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


Wanted: TypeAlias = Callable[[InTime], bool]
"""Which of them are read, by when they stand."""


class _Body(msgspec.Struct):
    plan: shape.Plan
    seq: int = 0
    digest: str = ""
    rests: tuple[RestsOn, ...] = ()
    told: tuple[Told, ...] = ()
    before: shape.Plan | None = None


_DECODER = msgspec.json.Decoder(_Body)


def project(connection: Connection, life: Life) -> None:
    """Level with the log; nothing while nothing was approved."""
    plan, version = with_results(life), life.published
    if plan is None or version is None:
        return
    entries = [each for of in by_metric(life.entered).values() for each in _at_hand(of)]
    texts = {"body": _written(plan, life, version), "entries": msgspec.json.encode(entries).decode()}
    _keep(connection, plan.id, texts)
    term = terms.of_log(life, plan, entries)
    told = terms.project(connection, plan.id, term)
    anew, link = term.redefined, term.continues
    own = FollowedPlan("", plan, entries, rests=version.rests, told=life.told, redefined=anew, closed=term.closed)
    figures.project(connection, plan.id, own.comparable)
    rows = {"body": outlook.written(own), "duties": duties.written(own)}
    # Entered and taken back again, it says the same and is not: who read in between knows it by another sign.
    came = f"{len(life.entered_by)} {len(life.withdrawn)}"
    sign = sha256("\n".join((*texts.values(), told, came)).encode()).hexdigest()[:16]
    outlook.project(connection, plan.id, {"sign": sign, "continues": link.plan if link else None, **rows})


def _keep(connection: Connection, plan: str, texts: Mapping[str, str]) -> None:
    """Only what is another: a plan is large, and a figure changes nothing of it."""
    known = connection.execute(select(FOLLOWED.c.body, FOLLOWED.c.entries).where(FOLLOWED.c.plan == plan)).first()
    if known is None:
        connection.execute(insert(FOLLOWED).values(plan=plan, **texts))
    elif other := {name: text for name, text in texts.items() if getattr(known, name) != text}:
        connection.execute(update(FOLLOWED).where(FOLLOWED.c.plan == plan).values(other))


def _written(plan: Plan, life: Life, version: Version) -> str:
    kept = (
        ("rests", version.rests),
        ("told", tuple(life.told.values())),
        ("before", _before(life, version)),
    )
    more = {name: those for name, those in kept if those}
    sign = {"seq": version.seq, "digest": digest_of(version.plan)}
    return msgspec.json.encode({"plan": _slim(plan), **sign, **more}).decode()


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


def followed(
    db: Session, organisations: Collection[str], kind: str = BRANCH, wanted: Wanted | None = None
) -> Sequence[FollowedPlan]:
    """Every approved plan of these organisations' own, in one question; or what a plan of this kind is made of."""
    return _found(db, and_(among(db, PlanRow.organisation, organisations), read_for(kind)), wanted)


def counting_together(db: Session, organisations: Collection[str], day: date) -> frozenset[str]:
    """Of these organisations' plans that were put together of others', those whose goals stand on a day."""
    seen = found(db, and_(among(db, PlanRow.organisation, organisations), PlanRow.kind.in_(TOGETHER)))
    line = line_of(db, terms.of(db, seen))
    return frozenset(head.plan for head in seen if line.in_time(head.plan).counts(day))


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
    seen = found(db, among(db, PlanRow.id, plans))
    line = line_of(db, terms.of(db, seen))
    return {head.plan: ends for head in seen if (ends := line.in_time(head.plan).ends)}


def standing(db: Session, life: Life) -> FollowedPlan | None:
    """One plan with every figure of it, those before it too, and with its next plan."""
    seen = found(db, PlanRow.id == life.plan.id)
    line = line_of(db, terms.of(db, seen))
    whole = [each.having(life.entered, redefined(life)) for each in _rows(db, seen)]
    return next((line.standing(each) for each in whole), None)


def heads(db: Session, organisations: Collection[str]) -> Sequence[Head]:
    """Every approved plan of these organisations' own, without what is in it: a branch's repeats its units' goals."""
    return _around(db, and_(among(db, PlanRow.organisation, organisations), read_for(BRANCH)))


def heads_with_branches(db: Session, organisations: Collection[str]) -> Sequence[Head]:
    """Every approved plan whose roles people of these organisations hold."""
    return _around(db, among(db, PlanRow.organisation, organisations))


def heads_by_id(db: Session, plans: Collection[str]) -> Sequence[Head]:
    """Those of these plans that were approved."""
    return _around(db, among(db, PlanRow.id, plans))


def _around(db: Session, which: ColumnElement[bool]) -> Sequence[Head]:
    """With the signs of the plans before and after each."""
    known = found(db, which)
    signs = around(db, {head.plan: head.continues for head in known})
    return [replace(head, around=signs.get(head.plan, "")) for head in known]


def _found(db: Session, which: ColumnElement[bool], wanted: Wanted | None = None) -> Sequence[FollowedPlan]:
    """Bodies are read of those alone that are wanted, which their small rows tell."""
    seen = found(db, which)
    line = line_of(db, terms.of(db, seen))
    read = [head for head in seen if wanted is None or wanted(line.in_time(head.plan))]
    return [line.standing(each) for each in _rows(db, read)]


def _rows(db: Session, heads: Sequence[Head]) -> Sequence[FollowedPlan]:
    """Bodies are read of those alone that are not at hand."""
    read = AT_HAND.each([(head.plan, head.sign) for head in heads], lambda keys: _fresh(db, dict(keys)))
    seen = ((head, read.get((head.plan, head.sign))) for head in heads)
    return [replace(each, organisation=head.organisation, head=head.seq) for head, each in seen if each]


def _fresh(db: Session, signs: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], FollowedPlan]]:
    row, known = PlanFollowedRow, terms.known(db, signs)
    wanted = select(row.plan, as_kept(db, row.body)).where(among(db, row.plan, signs))
    for plan, body in db.execute(wanted) if signs else ():
        if plan in known:
            yield (plan, signs[plan]), _read(body, known[plan])


def _read(body: str | bytes, term: Term) -> FollowedPlan:
    read, ends = _DECODER.decode(body), term.kept
    return FollowedPlan(
        "",
        shape.plan(read.plan),
        term.entries,
        seq=read.seq,
        digest=read.digest,
        rests=read.rests,
        told={each.action: each for each in read.told},
        redefined=ends.redefined,
        before=shape.plan(read.before) if read.before else None,
        continues=ends.continues,
        newest=ends.newest,
        closed=ends.closed,
    )
