"""Branches' plans with what their units entered: rows, put together anew where what they were made of has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from facilitation.consolidation import entries_of
from facilitation.shapes.followed import Entered
from workshop import store
from workshop.days import today
from workshop.store import counted
from workshop.store.counted import Ingredients
from workshop.store.followed import FollowedPlan, Head
from workshop.together.recipes import counted_otherwise, known_of, recipe_of
from workshop.together.rows import keep_if_it_can


def with_units(plans: Sequence[FollowedPlan], known: Sequence[Head] = ()) -> Sequence[FollowedPlan]:
    """Branches' with the last period's figures of each metric, others as they are.

    As many questions for many branches as for few. `known`: how far units' plans have come, where that was read.
    """
    found = _counted([each for each in plans if each.rests], known)
    return [_with(each, *found[each.plan.id]) if each.plan.id in found else each for each in plans]


def _with(each: FollowedPlan, of: Ingredients, units: Sequence[Entered]) -> FollowedPlan:
    return replace(each.having(last((*units, *each.entries)), each.redefined), counted=of.sign)


def of_branches(plans: Sequence[FollowedPlan], *, whole: bool = False) -> Mapping[str, Sequence[Entered]]:
    """By plan, what its units entered last; `whole`: and before."""
    return {plan: figures for plan, (_made, figures) in _counted(plans, whole=whole).items()}


def _counted(
    plans: Sequence[FollowedPlan], heads: Sequence[Head] = (), *, whole: bool = False
) -> Mapping[str, tuple[Ingredients, Sequence[Entered]]]:
    """Signs are read before what they stand for: no row is older than its own."""
    if not plans:
        return {}
    with store.reading() as db:
        made, asked = counted.ingredients(db, plans, today(), heads), {each.plan.id for each in plans}
        now = {plan: of for plan, of in made.items() if plan in asked}
        known = dict(counted.kept(db, now, whole=whole))
    fresh = {plan: put_together(made) for plan, made in now.items() if plan not in known}
    for plan, figures in fresh.items():
        _keep(plan, now[plan].sign, figures)
    known |= {plan: figures if whole else last(figures) for plan, figures in fresh.items()}
    return {plan: (now[plan], figures) for plan, figures in known.items()}


def put_together(of: Ingredients) -> Sequence[Entered]:
    """A unit that is a branch itself has entered what its own units have."""
    recipe = recipe_of(of)
    known = known_of(recipe, partial(of_branches, whole=True))
    return tuple(entries_of(recipe.made, known, of.pack, counted_otherwise(recipe)))


def _keep(plan: str, sign: str, figures: Sequence[Entered]) -> None:
    ends = last(figures)
    keep_if_it_can(plan, lambda connection: counted.keep(connection, plan, sign, ends, figures))


def last(entries: Sequence[Entered]) -> Sequence[Entered]:
    """Of each metric its last period by each of its definitions, with what that was before it was corrected: which
    definition is in force, the plan knows."""
    ends = dict[tuple[str, int], date]()
    for each in entries:
        of = each.metric, each.definition
        ends[of] = max(ends.get(of, each.period.last), each.period.last)
    return [each for each in entries if each.period.last == ends[each.metric, each.definition]]
