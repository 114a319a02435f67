"""What a branch's figures are put together of: which metrics of whose plans, and what was entered of these."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from flask import Flask, current_app

from facilitation.consolidation import Branch, Now, Ref, made_of
from facilitation.plans.decided import on_units
from facilitation.plans.results import as_counted
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric
from workshop import store
from workshop.limits import RECIPES_AT_HAND
from workshop.remembering import Remembered
from workshop.store import figures, recipes, terms
from workshop.store.columns import among
from workshop.store.counted import Ingredients
from workshop.store.figures import Place
from workshop.store.followed import FollowedPlan, followed_by_id
from workshop.store.recipes import Recipe
from workshop.store.tables import PlanRow
from workshop.together.lives import life_of
from workshop.together.resting import as_rested
from workshop.together.rows import keep_if_it_can

REMEMBERED = "recipes"
Known = Mapping[Ref, Sequence[Entered]]
"""What was entered of a unit's metric and may be put together."""
Below = Callable[[Sequence[FollowedPlan]], Mapping[str, Sequence[Entered]]]
"""Of branches' plans, what their units entered."""


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[str, Recipe](RECIPES_AT_HAND)


def recipe_of(of: Ingredients) -> Recipe:
    """By the version that was approved last: made of its log once, since nothing that units enter changes it."""
    known: Remembered[str, Recipe] = current_app.extensions[REMEMBERED]
    return known.get(of.recipe) or known.keep(of.recipe, _kept(of) or _fresh(of))


def _kept(of: Ingredients) -> Recipe | None:
    with store.reading() as db:
        return recipes.kept(db, of.head.plan, of.recipe)


def _fresh(of: Ingredients) -> Recipe:
    published = life_of(of.head.plan, of.head.seq).published
    if published is None:
        return Recipe()
    own = as_rested((each for each in published.rests if each.unit.own), Branch(()))
    plans = {each.unit.id: each.plan for each in published.rests if each.plan}
    fresh = Recipe(made_of(own, on_units(published.decisions), of.pack, published.plan), plans)
    keep_if_it_can(of.head.plan, lambda connection: recipes.keep(connection, of.head.plan, of.recipe, fresh))
    return fresh


def counted_otherwise(recipe: Recipe) -> Now:
    """What an amendment of a unit has made of its metrics after it was decided on them."""
    with store.reading() as db:
        known = terms.found(db, among(db, PlanRow.id, {*recipe.plans.values()}))
        anew = [plan for plan, term in known.items() if term.kept.redefined]
        plans = {each.plan.id: each.plan for each in followed_by_id(db, anew)} if anew else {}
    of = {unit: plans.get(plan) for unit, plan in recipe.plans.items()}
    pairs = ((unit, metric, as_counted(metric, of.get(unit.id))) for _, made in recipe.made for unit, metric in made)
    return {Ref(unit.id, metric.id): now for unit, metric, now in pairs if now is not metric}


def places_of(recipe: Recipe) -> Iterator[tuple[Ref, Place]]:
    """Where the figures of each metric lie."""
    for _id, members in recipe.made:
        for unit, metric in members:
            if unit.id in recipe.plans:
                yield Ref(unit.id, metric.id), Place(recipe.plans[unit.id], metric.id)


def known_of(recipe: Recipe, below: Below) -> Known:
    """What has come into the units' plans: read metric by metric, but of plans whose figures are others' too."""
    places = dict(places_of(recipe))
    plans = {place.plan for place in places.values()}
    with store.reading() as db:
        alone = set(figures.whole_by_themselves(db, plans))
        entered = figures.of(db, (place for place in places.values() if place.plan in alone))
        others = followed_by_id(db, plans - alone)
    every = {**entered, **dict(_read_whole(others, below))}
    return {ref: every[place] for ref, place in places.items() if place in every}


def _read_whole(plans: Sequence[FollowedPlan], below: Below) -> Iterator[tuple[Place, Sequence[Entered]]]:
    """Of plans that go on from others, and of branches: these have entered what their own units have."""
    of = below([each for each in plans if each.rests])
    for each in plans:
        for metric, entries in by_metric(_whole(each, of.get(each.plan.id, ())).comparable).items():
            yield Place(each.plan.id, metric), entries


def _whole(each: FollowedPlan, units: Iterable[Entered]) -> FollowedPlan:
    return each.having((*units, *each.entries), each.redefined)
