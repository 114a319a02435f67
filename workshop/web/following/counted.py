"""Branches' plans with what their units entered: rows, put together anew where what they were made of has changed."""

import logging
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy.exc import DBAPIError

from facilitation.consolidation import Branch, branch_entries
from facilitation.packs import Pack
from facilitation.plans.decided import on_units
from facilitation.plans.state import Version
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric
from workshop import store
from workshop.room import rooms_of
from workshop.store import counted
from workshop.store.counted import MadeOf
from workshop.store.followed import FollowedPlan, followed_by_id
from workshop.web.branches.resting import as_rested
from workshop.web.head import today
from workshop.web.plans.found import life_of

log = logging.getLogger(__name__)


def with_units(plans: Sequence[FollowedPlan]) -> Sequence[FollowedPlan]:
    """Branches' with the last period's figures of each metric, others as they are.

    As many questions for many branches as for few.
    """
    found = of_branches([each for each in plans if each.rests])
    return [_with(each, found[each.plan.id]) if each.plan.id in found else each for each in plans]


def _with(each: FollowedPlan, units: Sequence[Entered]) -> FollowedPlan:
    return each.having(last((*units, *each.entries)), each.redefined)


def of_branches(plans: Sequence[FollowedPlan], *, whole: bool = False) -> Mapping[str, Sequence[Entered]]:
    """By plan, what its units entered last; `whole`: and before. Signs are read before what they stand for: no row is
    older than its own."""
    if not plans:
        return {}
    with store.reading() as db:
        made, asked = counted.made_of(db, plans, today()), {each.plan.id for each in plans}
        now = {plan: of for plan, of in made.items() if plan in asked}
        known = dict(counted.kept(db, now, whole=whole))
    fresh = {plan: put_together(made) for plan, made in now.items() if plan not in known}
    for plan, figures in fresh.items():
        _keep(plan, now[plan].sign, figures)
    return known | {plan: figures if whole else last(figures) for plan, figures in fresh.items()}


def put_together(made: MadeOf) -> Sequence[Entered]:
    published = life_of(made.head.plan, made.head.seq).published
    return tuple(of_units(published, made.pack)) if published else ()


def _keep(plan: str, sign: str, figures: Sequence[Entered]) -> None:
    """For whoever reads it next; a database that takes nothing keeps nobody from reading."""
    ends = last(figures)
    try:
        rooms_of().transactions.write(lambda connection: counted.keep(connection, plan, sign, ends, figures))
    except DBAPIError:
        log.warning("what was put together for %s was not kept", plan, exc_info=True)


def last(entries: Sequence[Entered]) -> Sequence[Entered]:
    """Of each metric its last period, with what that was before it was corrected."""
    of = by_metric(entries)
    ends = {metric: max(each.period.last for each in every) for metric, every in of.items()}
    return [each for each in entries if each.period.last == ends[each.metric]]


# -- What a version is followed by ------------------------------------------------------------------------------------


def of_units(published: Version, pack: Pack) -> Iterator[Entered]:
    """What the units entered, put together for the metrics of the branch's plan."""
    branch, plans = units(published)
    entries = {unit: tuple(each.comparable) for unit, each in plans.items()}
    return branch_entries(branch, on_units(published.decisions), entries, pack)


def units(published: Version) -> tuple[Branch, Mapping[str, FollowedPlan]]:
    """The units' plans as the version rests on them, and by unit its plan with what was entered into it since.

    A unit that is a branch itself has entered what its own units have.
    """
    rests = [each for each in published.rests if each.plan]
    with store.reading() as db:
        found = followed_by_id(db, [rest.plan for rest in rests])
    below = of_branches([each for each in found if each.rests], whole=True)
    known = {each.plan.id: _whole(each, below.get(each.plan.id, ())) for each in found}
    plans = {each.unit.id: known[each.plan] for each in rests if each.plan in known}
    now = Branch(tuple(each.unit for each in rests), {unit: each.plan for unit, each in plans.items()})
    return as_rested(published.rests, now), plans


def _whole(each: FollowedPlan, units: Sequence[Entered]) -> FollowedPlan:
    return each.having((*units, *each.entries), each.redefined) if units else each
