"""A branch as somebody reads it: whose plans are in, and nothing that was not approved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar

from facilitation import packs
from facilitation.consolidation import (
    Across,
    Branch,
    Figures,
    Ref,
    Unit,
    beside,
    newest_of,
    read_by,
    read_together,
    rehomed,
)
from facilitation.organisations import left_to
from facilitation.packs import Pack
from facilitation.plans.decided import on_units, units_by_plan
from facilitation.plans.parts import last_before
from facilitation.report.branch import Consolidated
from facilitation.report.sources import ReadPlan
from facilitation.shapes import Plan, PlanKind
from workshop import store
from workshop.days import today
from workshop.store import mappings, own
from workshop.store.approved import InTime
from workshop.store.followed import BRANCHES, FollowedPlan, followed
from workshop.store.tables import OrganisationRow
from workshop.together.counted import with_units
from workshop.together.known import Known, Reads
from workshop.together.level import kind_of, under
from workshop.together.lives import Met
from workshop.together.many import named, pack_of, source
from workshop.together.naming import called
from workshop.together.resting import as_rested

Met_ = TypeVar("Met_", bound=Met)


@dataclass(frozen=True)
class Seen(Generic[Met_]):
    row: OrganisationRow
    whole: Consolidated
    pack: Pack
    here: Met_ | None = None
    """The branch's plan, where one was begun and whoever asks reads something of it; what was decided on goals of a
    plan that is read under another unit now stands under that one."""
    sources: Sequence[ReadPlan] = ()
    """The plans that were read, as their files tell them."""

    @property
    def kind(self) -> PlanKind:
        """Of the plan that is put together here."""
        return self.whole.base.kind

    @property
    def branch(self) -> Branch:
        return self.whole.branch

    @property
    def plans(self) -> list[Plan]:
        """Those that are in, in the order of the units."""
        return [self.branch.plans[unit.id] for unit in self.branch.units if unit.id in self.branch.plans]


Seen_ = TypeVar("Seen_", bound=Seen[Any])


@dataclass(frozen=True)
class Asked(Generic[Met_]):
    """A branch before any plan of it was read: its units, and by whose each plan is, the unit in whose hands it is."""

    row: OrganisationRow
    of: Known
    units: Sequence[str]
    whose: Mapping[str, str]
    here: Met_ | None
    kind: PlanKind


def asked(row: OrganisationRow, of: Known, here: Met_ | None, reads: Reads) -> Asked[Met_]:
    """As far as whoever asks reads."""
    kind = here.life.first.kind if here else kind_of(row, of)
    read = of.by_name(each for each in under(of, row.id, kind) if reads(each))
    units = read if kind == BRANCHES else [row.id, *read]
    return Asked(row, of, units, dict(homes(of, units, reads)), here, kind)


def seen(asked: Asked[Met_]) -> Seen[Met_]:
    """As many questions for many plans as for few."""
    row, of, whose, here = asked.row, asked.of, asked.whose, asked.here
    with store.reading() as db:
        every = [named(each, of) for each in followed(db, whose, asked.kind, stands_or_was_closed)]
    plans = [each for each in every if not each.is_over(today())]
    branch = replace(together(row.id, of, asked.units, plans), closed=closed_in(every))
    pack = in_branch(here.life.plan.pack if here else method_of(branch, plans).key, row.id)
    branch, across = by_method(pack, branch)
    figures = figures_of(branch, with_units(plans))
    whole = Consolidated(branch, (), base_of(row, of, asked.kind), figures, across=across)
    return with_plan(Seen(row, whole, pack, sources=sources_of(branch, plans)), here)


def stands_or_was_closed(plan: InTime) -> bool:
    """That one was closed is told of its unit."""
    return not plan.is_over(today()) or plan.closed_on(today())


def with_plan(seen: Seen_, here: Met | None) -> Seen_:
    """With what was decided in the plan of all of them, where one was begun."""
    if here is None:
        return seen
    life = replace(here.life, decisions=rehomed(here.life.decisions, units_by_plan(seen.branch)))
    before = before_of(here, seen.branch) or seen.whole.before
    whole = replace(seen.whole, decisions=on_units(life.decisions), before=before, plan=life.plan)
    return replace(seen, whole=whole, here=replace(here, life=life))


def closed_in(plans: Sequence[FollowedPlan]) -> Mapping[str, date]:
    """By unit, since when a plan of it is closed by an act of its own."""
    return {each.organisation: each.closed for each in plans if each.closed and each.closed_on(today())}


def method_of(branch: Branch, plans: Sequence[FollowedPlan]) -> Pack:
    """That of most plans, or the last that follows it and that some plan is by."""
    with store.reading() as db:
        key = newest_of((plan.pack for plan in branch.plans.values()), mappings.ways(db))
    return packs.load(key) if key else pack_of(plans)


def in_branch(key: str, organisation: str) -> Pack:
    """The method with what is the branch's own and its units'."""
    with store.reading() as db:
        return own.method_of_branch(db, key, organisation, today())


def by_method(pack: Pack, branch: Branch) -> tuple[Branch, Across]:
    """Plans by an earlier version of the strategy are read by the newer one, through the mapping that was confirmed."""
    others = dict.fromkeys(plan.pack for plan in branch.plans.values() if plan.pack != pack.key)
    with store.reading() as db:
        return read_by(pack.key, branch, [way for each in others if (way := mappings.way(db, each, pack.key))])


def before_of(here: Met, now: Branch) -> Branch | None:
    """The branch as it was read for the version that was approved last."""
    published = here.life.published
    return by_method(packs.load(here.life.plan.pack), as_rested(published.rests, now))[0] if published else None


def approved(seen: Seen[Any]) -> Consolidated:
    """The branch as its approved plan has it, for its files; where none was approved, as it is seen now."""
    life = seen.here.life if seen.here else None
    if life is None or life.published is None:
        return seen.whole
    published, now = life.published, seen.branch
    before = last_before(life.versions, published)
    return replace(
        seen.whole,
        branch=by_method(seen.pack, as_rested(published.rests, now))[0],
        decisions=on_units(published.decisions),
        before=by_method(seen.pack, as_rested(before.rests, now))[0] if before else None,
        plan=published.plan,
    )


def homes(of: Known, units: Sequence[str], reads: Reads) -> Iterator[tuple[str, str]]:
    """By organisation, the unit in whose hands its plans are today."""
    inside = frozenset(units)
    for each in of.forest:
        home = left_to(of.forest, each, today())
        if home in inside and reads(each):
            yield each, home


def together(id: str, of: Known, units: Sequence[str], plans: Sequence[FollowedPlan]) -> Branch:
    """An organisation with others under it is missing nothing if it has no plan of its own.

    Who is gone is a unit as long as a plan of its own stands: that was not made by whoever goes on in its stead.
    """
    having = {each.organisation for each in plans}
    others = of.by_name({*units, *having} - {id})
    counted = [id, *others] if id in having or not others else others
    return with_unread([Unit(each, called(of, each), each == id) for each in counted], plans)


def with_unread(units: Sequence[Unit], plans: Sequence[FollowedPlan]) -> Branch:
    arrived = [(each.organisation, replace(each.plan, status="approved")) for each in plans]
    branch = read_together(units, arrived)
    return replace(branch, unread=tuple(beside(branch, arrived)))


def sources_of(branch: Branch, plans: Sequence[FollowedPlan]) -> Sequence[ReadPlan]:
    """Of each unit the plan that was read, in the order of the units."""
    by_id = {each.plan.id: source(each, each.seq) for each in plans}
    return [by_id[branch.plans[unit.id].id] for unit in branch.units if unit.id in branch.plans]


def figures_of(branch: Branch, plans: Sequence[FollowedPlan]) -> Figures:
    """The newest figure of every metric of the plans that were read."""
    known = {each.plan.id: each.newest for each in plans}
    return {
        Ref(unit, metric): figure for unit, plan in branch.plans.items() for metric, figure in known[plan.id].items()
    }


def base_of(row: OrganisationRow, of: Known, kind: PlanKind) -> Plan:
    """What the branch's plan says of itself."""
    return Plan(f"{kind}-{row.id}", organisation=of.name(row.id), kind=kind)
