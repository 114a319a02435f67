"""Plans: which there are, one of them, and beginning another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Annotated, Any, Literal

import msgspec
from flask import url_for
from msgspec import Meta, Struct
from sqlalchemy import and_, or_, select

from facilitation import limits, packs
from facilitation.packs import PackError
from facilitation.plans import beginnings
from facilitation.plans.commands import DraftPlan
from facilitation.plans.events import Source
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES, N_, Refused
from workshop import limits as bounds
from workshop import store
from workshop.api.door import through
from workshop.api.found import PLAN, PlanFound, found
from workshop.api.paging import PAGED, after, cut, most, paged
from workshop.api.parameters import IF_MATCH, in_query
from workshop.api.problems import Failed, title_of
from workshop.api.resource import Answer, Ask, Resource
from workshop.perform import Once
from workshop.schemas.reading import plan_of
from workshop.store.followed import ends_of
from workshop.store.organisations import languages_of
from workshop.store.tables import OrganisationRow, PlanRow
from workshop.texts import one_line

resource = Resource("api_plans", "Plans of the token's organisation, and what those under it have approved.", __name__)

Stage = Literal["draft", "comment", "approval", "approved", "amended"]
Title = Annotated[str, Meta(max_length=limits.TITLE)]
Words = Annotated[dict[Literal["fi", "sv", "en"], Title], Meta(description="By language; one is enough.")]


class Draft(Struct, frozen=True):
    """The plan as it is written now."""

    period: str
    stage: Stage
    version: str
    seq: int
    """The number of the last event in its log."""
    created: datetime
    changed: datetime


class PlanHead(Struct, frozen=True):
    """A plan: whose it is, and how far it has come."""

    id: str
    organisation: str
    title: str
    """In English where there is English; the plan as data has it in every language."""
    published: str | None
    """The version that was approved last."""
    draft: Draft | None
    """None where the token sees only what was approved."""
    kind: str
    """"branch": in it a ministry decides on its units' goals; "branches": in it is decided on those of all branches."""
    closed: date | None = None
    """The day from which on nothing is asked for in it: another plan stands in its stead, or it was closed."""


class Plans(Struct, frozen=True):
    plans: list[PlanHead]
    next: str | None


class NewPlan(Struct, frozen=True, forbid_unknown_fields=True):
    """A plan to begin: empty under a title, or from a plan as data."""

    title: Words = {}
    period: Annotated[str, Meta(max_length=limits.PERIOD, description="Such as 2027–2029.")] = ""
    pack: Annotated[str, Meta(max_length=40, description="The key of the method.")] = "toimi"
    organisation: Annotated[str, Meta(max_length=64, description="Whose it is; the token's own if left out.")] = ""
    document: Annotated[
        dict[str, Any] | None, Meta(description="A plan as data (`/schemas/plan-1.json`), from here or elsewhere.")
    ] = None


# -- Reading --------------------------------------------------------------------------------------------------------


@resource.asks(
    "GET",
    "/plans",
    "Plans",
    "read_approved",
    gives=Plans,
    parameters=(*PAGED, in_query("organisation", "Only those of this one.", maxLength=64)),
)
def list_plans(ask: Ask) -> Answer:
    """In the order of their ids. Where the token sees no drafts, only plans with an approved version."""
    own, seen = (ask.bearer.where(action) for action in ("read_plan", "read_approved"))
    approved = and_(PlanRow.organisation.in_(seen), PlanRow.published != "")
    wanted = select(PlanRow).where(or_(PlanRow.organisation.in_(own), approved), PlanRow.id > after(ask))
    if one := ask.given["organisation"]:
        wanted = wanted.where(PlanRow.organisation == one)
    with store.reading() as db:
        rows = db.scalars(wanted.order_by(PlanRow.id).limit(most(ask) + 1)).all()
        part = cut(rows, ask, lambda each: each.id)
        ends = ends_of(db, [each.id for each in part.of if each.published])
    heads = [head(each, each.organisation in own, ends.get(each.id)) for each in part.of]
    return paged(Plans(heads, part.next), part.next)


@resource.asks("GET", "/plans/{plan}", "One plan", "read_approved", gives=PlanHead, parameters=(PLAN,))
def read_plan(ask: Ask, plan: str) -> Answer:
    """Its `ETag` changes with every change of the plan; what is written into it may be held to it by `If-Match`."""
    here = found(ask.bearer, plan)
    with store.reading() as db:
        ends = ends_of(db, [plan]).get(plan)
    return Answer(head(here.row, here.inside, ends), etag=etag_of(here.row) if here.inside else "")


def etag_of(row: PlanRow) -> str:
    return f"{row.id}-{row.head}"


def seen_of(ask: Ask, here: PlanFound) -> int | None:
    """The number of the log that `If-Match` names, as the door compares it; 0 for what was never this plan's."""
    tag = (ask.given[IF_MATCH.name] or "*").strip('"')
    if tag == "*":
        return None
    plan, _dash, seq = tag.rpartition("-")
    return int(seq) if plan == here.row.id and seq.isdecimal() else 0


def head(row: PlanRow, inside: bool, closed: date | None = None) -> PlanHead:
    title, own = (row.title, draft(row)) if inside else (row.published_title, None)
    return PlanHead(row.id, row.organisation or "", title, row.published or None, own, row.kind, closed)


def draft(row: PlanRow) -> Draft:
    stage = msgspec.convert(row.stage, Stage)
    return Draft(row.period, stage, row.version, row.head, row.created, row.changed)


# -- Beginning ------------------------------------------------------------------------------------------------------


@resource.asks(
    "POST",
    "/plans",
    "Begin a plan",
    "start_plan_for",
    gives=PlanHead,
    status=201,
    body=NewPlan,
    problems=(409,),
    headers={"Location": "Where the plan is."},
    largest=bounds.PLAN_BYTES + bounds.FRAME_BYTES,
)
def begin_plan(ask: Ask) -> Answer:
    """With a key, the plan of that key: however often it is asked for, one begins."""
    new: NewPlan = ask.body
    whose = organisation_of(ask, new.organisation)
    plan, sources = wanted(new, whose)
    id = sha256(ask.once(new).id.encode()).hexdigest()[:16]
    command = DraftPlan(replace(plan, id=id), sources, whose.id)
    through(ask, id, command, Once(f"draft-{id}"))
    with store.reading() as db:
        row = db.get_one(PlanRow, id)
    return Answer(head(row, True), {"Location": url_for("api.api_plans.read_plan", plan=id)}, etag_of(row))


def organisation_of(ask: Ask, id: str) -> OrganisationRow:
    """For whom it is to be begun. Raises Failed where the token may not."""
    id = id or ask.bearer.token.organisation
    with store.reading() as db:
        row = db.get(OrganisationRow, id)
    if row is None or not ask.bearer.may_in("start_plan_for", id):
        raise Failed(403, "not_allowed", title_of(403), field="organisation")
    return row


def wanted(new: NewPlan, whose: OrganisationRow) -> tuple[Plan, tuple[Source, ...]]:
    """Raises Refused."""
    title = {code: text for code, given in new.title.items() if (text := one_line(given))}
    name = next((name for code in LANGUAGES if (name := getattr(whose, code))), "")
    if new.document is not None:
        return of_document(new.document, title, name)
    if not title:
        raise Refused(N_("Give it a title people will recognise."), code="empty", field="title")
    plan = beginnings.empty(pack_of(new.pack), title, name, one_line(new.period), languages_of([whose]))
    return plan, (Source("empty"),)


def of_document(document: Mapping[str, Any], title: Mapping[str, str], name: str) -> tuple[Plan, tuple[Source, ...]]:
    # The body was read strictly by a reader that is bounded in depth and number; what it tells goes the way of files.
    file = msgspec.json.encode(document)
    plan = beginnings.fresh(plan_of(file))
    plan = replace(plan, title=title or plan.title, organisation=name)
    return plan, (Source("file", sha256(file).hexdigest()),)


def pack_of(key: str) -> packs.Pack:
    try:
        return packs.load(key)
    except PackError:
        raise Refused(N_("There is no such method here."), code="no_such_pack", field="pack") from None
