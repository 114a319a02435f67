"""What a branch's figures are put together of: which metrics of whose plans, and what was entered of these."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from flask import Flask, current_app

from facilitation.consolidation import Branch, Ref, made_of
from facilitation.plans.decided import on_units
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric
from workshop import store
from workshop.limits import RECIPES_AT_HAND
from workshop.remembering import Remembered
from workshop.store import figures, recipes
from workshop.store.counted import MadeOf
from workshop.store.figures import Place
from workshop.store.followed import FollowedPlan, followed_by_id
from workshop.store.recipes import Recipe
from workshop.web.branches.resting import as_rested
from workshop.web.plans.found import life_of
from workshop.web.rows import keep_if_it_can

REMEMBERED = "recipes"
Known = Mapping[Ref, Sequence[Entered]]
"""What was entered of a unit's metric and may be put together."""
Below = Callable[[Sequence[FollowedPlan]], Mapping[str, Sequence[Entered]]]
"""Of branches' plans, what their units entered."""


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[str, Recipe](RECIPES_AT_HAND)


def recipe_of(made: MadeOf) -> Recipe:
    """By the version that was approved last: made of its log once, since nothing that units enter changes it."""
    known: Remembered[str, Recipe] = current_app.extensions[REMEMBERED]
    return known.get(made.recipe) or known.keep(made.recipe, _kept(made) or _fresh(made))


def _kept(made: MadeOf) -> Recipe | None:
    with store.reading() as db:
        return recipes.kept(db, made.head.plan, made.recipe)


def _fresh(made: MadeOf) -> Recipe:
    published = life_of(made.head.plan, made.head.seq).published
    if published is None:
        return Recipe()
    own = as_rested((each for each in published.rests if each.unit.own), Branch(()))
    plans = {each.unit.id: each.plan for each in published.rests if each.plan}
    fresh = Recipe(made_of(own, on_units(published.decisions), made.pack), plans)
    keep_if_it_can(made.head.plan, lambda connection: recipes.keep(connection, made.head.plan, made.recipe, fresh))
    return fresh


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
