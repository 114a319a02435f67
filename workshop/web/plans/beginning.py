"""What a plan begins from: nothing, workshops, another plan or a file; and whose it becomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from facilitation import packs
from facilitation.consolidation import Decided
from facilitation.live.state import Workshop
from facilitation.organisations import above
from facilitation.packs.mapping import StrategyMapping
from facilitation.plans import beginnings
from facilitation.plans.decided import taken_along
from facilitation.plans.draft import drafts
from facilitation.plans.events import Source
from facilitation.plans.moving import moved
from facilitation.plans.onward import onward
from facilitation.plans.rooms import one_room
from facilitation.shapes import TOGETHER, Plan, span_of
from facilitation.words import N_, Refused, said
from workshop import limits, store
from workshop.languages import reader_language
from workshop.store import mappings
from workshop.store.tables import AccountRow, PlanRow, WorkshopRow
from workshop.web.found import pack_here, state_of
from workshop.web.organisations.known import known, spoken_in
from workshop.web.plans.found import life_of, mine, today
from workshop.web.plans.of_file import Brought, brought
from workshop.web.plans.starting import StartForm
from workshop.web.signing_in import may_in, rights
from workshop.web.workshops import theirs

WRITES_ITS_OWN = {"editor", "facilitator"}
"""Roles in an organisation whose plans are its own word."""
TWO_METHODS = N_(
    "These workshops are by different methods: %(methods)s. Choose workshops of one method, since a plan has one."
)


@dataclass(frozen=True)
class Beginning:
    """The plan that was asked for, what it is made of, and what there is to say of it."""

    plan: Plan
    sources: tuple[Source, ...]
    left: Sequence[str] = ()


def begun(form: StartForm, who: AccountRow) -> Beginning:
    """Raises Refused at the field."""
    left: Sequence[str] = ()
    match form.begins.data:
        case "workshops":
            plan, sources = of_workshops(form, who)
        case "plan":
            plan, sources = of_plan(form, who)
        case "file":
            file = of_file(form)
            plan, sources, left = file.plan, (file.source,), file.left
        case _:
            plan, sources = of_nothing(form)
    name = form.organisation.data or known().name(form.whose.data or "") or plan.organisation
    period = span_of(form.period.data) if form.period.data else plan.period
    return Beginning(replace(plan, organisation=name, title=form.title or plan.title, period=period), sources, left)


def whose(sources: Iterable[Source]) -> str:
    """The id of the one organisation that all sources belong to, if this account may begin plans for it."""
    ids = {id for source in sources if (id := whose_is(source)) is not None}
    one = ids.pop() if len(ids) == 1 else ""
    return one if one and may_in("start_plan_for", one) else ""


def keyed_in(organisation: str) -> str:
    """The organisation that this account writes for, where it writes another's plan by a role above it only."""
    held, of = rights(), known().forest
    if organisation not in of or held.standing(organisation).here & WRITES_ITS_OWN:
        return ""
    return next((id for id in above(of, organisation, today()) if "editor" in held.roles.get(id, ())), "")


def whose_is(source: Source) -> str | None:
    """None where a source is of no organisation's, such as a file."""
    kinds: dict[str, type[PlanRow | WorkshopRow]] = {"workshop": WorkshopRow, "plan": PlanRow}
    if source.kind not in kinds:
        return None
    with store.reading() as db:
        row = db.get(kinds[source.kind], source.id)
    return row and (row.organisation or "")


def of_nothing(form: StartForm) -> tuple[Plan, tuple[Source, ...]]:
    if not form.title:
        raise Refused(N_("Give it a title people will recognise."), code="empty", field=form.titles[0].name)
    pack = packs.load(form.method.data)
    plan = beginnings.empty(
        pack, form.title, form.organisation.data or "", form.period.data or "", spoken_in([form.whose.data or ""])
    )
    return plan, (Source("empty"),)


def of_workshops(form: StartForm, who: AccountRow) -> tuple[Plan, tuple[Source, ...]]:
    chosen = [row for row in theirs(who) if row.id in (form.workshops.data or ())]
    if not chosen:
        raise Refused(N_("Choose at least one workshop."), code="empty", field="workshops")
    states = [(row, state_of(row)) for row in chosen]
    sources = tuple(Source("workshop", row.id, state.seq, said(state.title, "en")) for row, state in states)
    plans = [left_by(row, state, len(states) > 1) for row, state in states]
    return beginnings.together(by_one_method(plans)), sources


def left_by(row: WorkshopRow, state: Workshop, beside: bool) -> Plan:
    """A workshop's drafts, its own and those of units; `beside` another workshop's each line says which it is from."""
    plan = one_room(drafts(state, pack_here(row), of_groups=True))
    return beginnings.told_apart(plan, said(state.title, "en") or row.title) if beside else plan


def by_one_method(plans: Sequence[Plan]) -> Sequence[Plan]:
    """By the method to which confirmed mappings lead from all the others. Raises Refused where there is none."""
    keys = list(dict.fromkeys(plan.pack for plan in plans))
    with store.reading() as db:
        for key in keys:
            ways = {each: mappings.way(db, each, key) for each in keys if each != key}
            if all(ways.values()):
                return [by_way(plan, ways.get(plan.pack)) for plan in plans]
    names = ", ".join(said(packs.load(key).name, reader_language()) for key in keys)
    raise Refused(TWO_METHODS, code="two_methods", field="workshops", methods=names)


def of_plan(form: StartForm, who: AccountRow) -> tuple[Plan, tuple[Source, ...]]:
    found = next((each for each in mine(who) if each.row.id == form.plan.data), None)
    if found is None:
        raise Refused(N_("Choose the plan that it continues."), code="empty", field="plan")
    life = life_of(found.row.id)
    source = Source("plan", found.row.id, life.published.seq if life.published else life.seq, found.title("en"))
    own = (form.whose.data or whose((source,))) == life.organisation
    before = onward(life, _("Preliminary")) or life.plan
    plan = beginnings.next_of(before, form.title, form.period.data or "", own=own)
    return by_newest(plan) if form.newer.data else plan, (source,)


def decided_before(plan: Plan, sources: Iterable[Source]) -> tuple[Decided, ...]:
    """What a branch decided in the plan that this one of its goes on from."""
    before = [source.id for source in sources if source.kind == "plan" and plan.kind in TOGETHER]
    return tuple(each for id in before for each in taken_along(life_of(id)))


def by_newest(plan: Plan) -> Plan:
    """The plan by the last method that follows its own, as far as somebody vouches for the mapping there."""
    with store.reading() as db:
        way = next((each for each in mappings.ways(db) if each.before == plan.pack), None)
    return by_way(plan, way)


def by_way(plan: Plan, way: StrategyMapping | None) -> Plan:
    return moved(plan, way, packs.load(way.before), packs.load(way.after)) if way else plan


def of_file(form: StartForm) -> Brought:
    sent = form.file.data
    file = sent.read(limits.PLAN_BYTES + 1) if sent else b""
    return brought(file, form.method.data or "", form.whose.data or "")
