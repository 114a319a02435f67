"""All branches under an organisation, by their approved plans: what units are to a ministry, branches are here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.consolidation import Branch, Unit, before_round, read_together
from facilitation.plans.events import RestsOn
from facilitation.report.branch import Consolidated
from workshop import store
from workshop.days import today
from workshop.store.followed import BRANCHES, FollowedPlan, followed
from workshop.store.tables import OrganisationRow
from workshop.together.counted import with_units
from workshop.together.known import Known, Reads
from workshop.together.level import branches_of
from workshop.together.many import named
from workshop.together.naming import called
from workshop.together.seen import (
    Met_,
    Seen,
    base_of,
    by_method,
    figures_of,
    homes,
    in_branch,
    method_of,
    sources_of,
    with_plan,
)


@dataclass(frozen=True)
class Overall(Seen[Met_]):
    """With the plans that each branch's own rests on, by branch."""

    rests: Mapping[str, Sequence[RestsOn]] | None = None


def above(row: OrganisationRow, of: Known, here: Met_ | None, reads: Reads) -> Overall[Met_]:
    """As many questions for many branches as for few. A plan for years to come is not there yet.

    `here`: that of all branches, where one was begun and is read.
    """
    units = [each for each in branches_of(of, row.id) if reads(each)]
    whose = dict(homes(of, units, reads))
    with store.reading() as db:
        every = followed(db, whose, BRANCHES, lambda each: each.counts(today()) or each.is_over(today()))
    plans = by_unit([named(each, of) for each in every], whose)
    in_force = [each for each in plans if each.counts(today())]
    arrived = ((each.organisation, replace(each.plan, status="approved")) for each in in_force)
    every_unit = of.by_name({*units, *(each.organisation for each in in_force)})
    read = read_together([Unit(each, called(of, each)) for each in every_unit], arrived)
    pack, before = in_branch(method_of(read, plans).key, row.id), before_of(read, plans)
    branch, across = by_method(pack, read)
    by_id = {each.plan.id: each for each in plans}
    rests = {unit: by_id[plan.id].rests for unit, plan in branch.plans.items()}
    whole = Consolidated(
        branch,
        (),
        base_of(row, of, BRANCHES),
        figures_of(branch, with_units(plans)),
        before=by_method(pack, before)[0] if before else None,
        across=across,
    )
    seen = Overall(row, whole, pack, sources=sources_of(branch, plans), rests=rests)
    return with_plan(seen, here)


def by_unit(plans: Sequence[FollowedPlan], whose: Mapping[str, str]) -> Sequence[FollowedPlan]:
    """Each under whoever made it as long as a plan of theirs stands; else under whoever goes on in their stead."""
    standing = {each.organisation for each in plans if not each.is_over(today())}
    return [
        each if each.organisation in standing else replace(each, organisation=whose[each.organisation])
        for each in plans
    ]


def before_of(now: Branch, plans: Sequence[FollowedPlan]) -> Branch | None:
    """Each branch by what was approved the time before: an earlier version of its plan, or the plan before that one.

    None while no branch has approved anything twice, since there was no round before.
    """
    newest = {plan.id for plan in now.plans.values()}
    earlier = [(each.organisation, each.before) for each in plans if each.plan.id in newest and each.before]
    held = {unit for unit, _ in earlier}
    older = [each for each in plans if each.plan.id not in newest and each.organisation not in held]
    earlier += [(each.organisation, each.plan) for each in older]
    return before_round(now, earlier)
