"""A branch's own plan as it is followed up: by what was entered into it, and by what its units entered into theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from facilitation.consolidation import Branch, Ref, from_units
from facilitation.plans.decided import units_of
from facilitation.plans.parts import Version
from facilitation.plans.results import as_counted
from facilitation.plans.state import Life
from facilitation.report.blocks import Section
from facilitation.report.branch import figures
from facilitation.report.reader import Reader
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered
from workshop import store
from workshop.store.followed import FollowedPlan, followed_by_id
from workshop.together.counted import of_branches, with_units
from workshop.together.resting import as_rested
from workshop.web.plans.succession import entries_of
from workshop.web.signing_in import may_in


def entered_in(life: Life) -> Sequence[Entered]:
    """Of a branch's plan its units' figures too, put together where they are comparable; of any other its own."""
    own = entries_of(life)
    if life.published is None or not life.of_branch:
        return own
    with store.reading() as db:
        plans = followed_by_id(db, [life.plan.id])
    return (*of_branches(plans, whole=True).get(life.plan.id, ()), *own)


def counted_elsewhere(life: Life) -> Sequence[str]:
    """The metrics of a branch's plan whose figures come from its units' plans, in the plan's order."""
    if (published := life.published) is None:
        return []
    made = from_units(published.plan, units_of(published.rests))
    return [metric.id for goal in published.plan.goals for metric in goal.metrics if metric.id in made]


def together(life: Life, to: Reader) -> Iterator[Section]:
    """How its units' figures were put together, who is missing, and why not: for those who may read the units."""
    published = life.published
    if published and life.of_branch and may_in("see_branch", life.organisation):
        branch, plans = _units(published)
        newest = {Ref(unit, metric): of for unit, each in plans.items() for metric, of in each.newest.items()}
        section = figures.section(branch, newest, to)
        yield from [section] if section.blocks else []


def _units(published: Version) -> tuple[Branch, Mapping[str, FollowedPlan]]:
    """The units' plans as the version rests on them, and by unit its plan with its newest figures.

    A unit that is a branch itself has entered what its own units have.
    """
    rests = [each for each in published.rests if each.plan]
    with store.reading() as db:
        known = {each.plan.id: each for each in with_units(followed_by_id(db, [rest.plan for rest in rests]))}
    plans = {each.unit.id: known[each.plan] for each in rests if each.plan in known}
    now = Branch(tuple(each.unit for each in rests), {unit: each.plan for unit, each in plans.items()})
    return _as_counted(as_rested(published.rests, now), plans), plans


def _as_counted(branch: Branch, of: Mapping[str, FollowedPlan]) -> Branch:
    """With what units count today: figures that came since are put together by that or not at all."""
    anew = {unit: _counted(plan, of[unit]) for unit, plan in branch.plans.items() if unit in of and of[unit].redefined}
    return replace(branch, plans={**branch.plans, **anew})


def _counted(plan: Plan, of: FollowedPlan) -> Plan:
    def today(metric: Metric) -> Metric:
        return as_counted(metric, of.plan) if metric.id in of.redefined else metric

    goals = (replace(goal, metrics=tuple(map(today, goal.metrics))) for goal in plan.goals)
    return replace(plan, goals=tuple(goals))
