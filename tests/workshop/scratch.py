"""A branch's figures put together with nothing remembered and past every row: what those must never differ from."""

from collections.abc import Iterator, Mapping, Sequence

from facilitation.consolidation import Branch, Decided, Ref
from facilitation.plans.decided import on_units
from facilitation.plans.results import as_counted
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered
from tests.facilitation.branch_world import branch_entries
from workshop import store
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import followed, terms
from workshop.store.followed import followed_by_id
from workshop.together.counted import last
from workshop.together.resting import as_rested
from workshop.web.plans.found import life_of, pack_for


def from_scratch(plan: str) -> Sequence[Entered]:
    """With nothing remembered, and past every row of what was put together."""
    followed.AT_HAND.forget()
    terms.AT_HAND.forget()
    return last(tuple(whole_from_scratch(plan)))


def whole_from_scratch(plan: str) -> Iterator[Entered]:
    """Of the units' plans read whole; a unit that is a branch itself has entered what its own units have."""
    rooms_of().forget(plan_log(plan))
    life = life_of(plan)
    assert life.published
    rests = [each for each in life.published.rests if each.plan]
    with store.reading() as db:
        plans = {each.plan.id: each for each in followed_by_id(db, [rest.plan for rest in rests])}
    for each in (each for each in plans.values() if each.rests):
        plans[each.plan.id] = each.having((*whole_from_scratch(each.plan.id), *each.entries), each.redefined)
    entries = {rest.unit.id: tuple(plans[rest.plan].comparable) for rest in rests if rest.plan in plans}
    branch = as_rested(rests, Branch(tuple(rest.unit for rest in rests)))
    pack = pack_for(life.published.plan.pack, life.organisation)
    decisions = on_units(life.published.decisions)
    now = {rest.unit.id: plans[rest.plan].plan for rest in rests if rest.plan in plans}
    yield from branch_entries(
        branch, decisions, entries, pack, dict(counted_today(decisions, now)), life.published.plan
    )


def counted_today(decisions: Sequence[Decided], plans: Mapping[str, Plan]) -> Iterator[tuple[Ref, Metric]]:
    """Every metric on which was decided, with what is counted of it today."""
    for taken in (taken for each in decisions for taken in each.goals):
        for metric in taken.goal.metrics:
            yield Ref(taken.unit.id, metric.id), as_counted(metric, plans.get(taken.unit.id))
