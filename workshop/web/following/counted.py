"""Branches' plans with what their units entered: put together once, and remembered while no log of them has moved."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from flask import Flask, current_app

from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric
from workshop import store
from workshop.limits import BRANCHES_AT_HAND
from workshop.store.followed import FollowedPlan, Head, heads_by_id
from workshop.web.following.of_branch import entered_in
from workshop.web.plans.found import life_of, pack_for

REMEMBERED = "counted"

_Remembered: TypeAlias = dict[Hashable, Sequence[Entered]]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = _Remembered()


def with_units(plans: Sequence[FollowedPlan]) -> Sequence[FollowedPlan]:
    """Branches' with the last period's figures of each metric, others as they are.

    As many questions for many branches as for few.
    """
    rests = {each.plan for plan in plans for each in plan.rests if each.plan}
    if not rests:
        return plans
    with store.reading() as db:
        come = {head.plan: head for head in heads_by_id(db, rests)}
    return [replace(each, entries=_entries(each, come)) if each.rests else each for each in plans]


def _entries(each: FollowedPlan, come: Mapping[str, Head]) -> Sequence[Entered]:
    remembered: _Remembered = current_app.extensions[REMEMBERED]
    key = (each.plan.id, each.head, *(come.get(rests.plan) for rests in each.rests))
    found = remembered.pop(key, None)
    if found is None:
        life = life_of(each.plan.id)
        found = tuple(_last(entered_in(life, pack_for(each.plan.pack, life.organisation))))
    remembered[key] = found
    for oldest in list(remembered)[: max(0, len(remembered) - BRANCHES_AT_HAND)]:
        remembered.pop(oldest, None)
    return found


def _last(entries: Sequence[Entered]) -> Sequence[Entered]:
    """Of each metric its last period, with what that was before it was corrected."""
    of = by_metric(entries)
    last = {metric: max(each.period.last for each in every) for metric, every in of.items()}
    return [each for each in entries if each.period.last == last[each.metric]]
