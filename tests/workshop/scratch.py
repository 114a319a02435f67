"""A branch's figures put together with nothing remembered and past every row: what those must never differ from."""

from collections.abc import Iterator, Sequence

from facilitation.consolidation import Branch, branch_entries
from facilitation.plans.decided import on_units
from facilitation.shapes.followed import Entered
from workshop import store
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store.followed import AT_HAND, followed_by_id
from workshop.web.branches.resting import as_rested
from workshop.web.following.counted import last
from workshop.web.plans.found import life_of, pack_for


def from_scratch(plan: str) -> Sequence[Entered]:
    """With nothing remembered, and past every row of what was put together."""
    AT_HAND.forget()
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
    yield from branch_entries(branch, on_units(life.published.decisions), entries, pack)
