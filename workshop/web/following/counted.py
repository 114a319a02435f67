"""Branches' plans with what their units entered: put together once, and remembered while no log of them has moved."""

from collections.abc import Hashable, Mapping, Sequence

from flask import Flask, current_app

from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric
from workshop import store
from workshop.limits import BRANCHES_AT_HAND
from workshop.remembering import Remembered
from workshop.store.followed import FollowedPlan, Head, heads_by_id
from workshop.web.following.of_branch import entered_in
from workshop.web.plans.found import life_of, pack_for

REMEMBERED = "counted"


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[Hashable, Sequence[Entered]](BRANCHES_AT_HAND)


def with_units(plans: Sequence[FollowedPlan]) -> Sequence[FollowedPlan]:
    """Branches' with the last period's figures of each metric, others as they are.

    As many questions for many branches as for few.
    """
    rests = {each.plan for plan in plans for each in plan.rests if each.plan}
    if not rests:
        return plans
    with store.reading() as db:
        come = {head.plan: head for head in heads_by_id(db, rests)}
    return [each.having(_entries(each, come), each.redefined) if each.rests else each for each in plans]


def _entries(each: FollowedPlan, come: Mapping[str, Head]) -> Sequence[Entered]:
    known: Remembered[Hashable, Sequence[Entered]] = current_app.extensions[REMEMBERED]
    key = (each.plan.id, each.head, *(come.get(rests.plan) for rests in each.rests))
    found = known.get(key)
    if found is not None:
        return found
    life = life_of(each.plan.id)
    return known.keep(key, tuple(_last(entered_in(life, pack_for(each.plan.pack, life.organisation)))))


def _last(entries: Sequence[Entered]) -> Sequence[Entered]:
    """Of each metric its last period, with what that was before it was corrected."""
    of = by_metric(entries)
    last = {metric: max(each.period.last for each in every) for metric, every in of.items()}
    return [each for each in entries if each.period.last == last[each.metric]]
