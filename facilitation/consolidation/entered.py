"""What units entered, as figures of the branch's own plan, so that the branch is followed up like any other.

A metric that is one unit's has that unit's figures. One that is made of several has a figure for each period in which
theirs can be put together; it is final once every unit has given a final one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from facilitation.consolidation.aggregate import aggregate
from facilitation.consolidation.branch import Branch, Ref, Unit
from facilitation.consolidation.decisions import Decided, decision_of, standing
from facilitation.consolidation.homes import home
from facilitation.consolidation.merging import metrics
from facilitation.consolidation.together import Members, as_given
from facilitation.packs import Pack
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import Figure, series

Now: TypeAlias = Mapping[Ref, Metric]
"""Units' metrics that count something else than when it was decided on them, as they are counted today."""
AS_DECIDED: Now = {}
Made: TypeAlias = tuple[tuple[str, tuple[tuple[Unit, Metric], ...]], ...]
"""The ids of a branch's metrics, and whose each is made of."""


def entries_of(
    made: Made, known: Mapping[Ref, Sequence[Entered]], pack: Pack, now: Now = AS_DECIDED
) -> Iterator[Entered]:
    """Entries for `branch_plan`. `known`: what was entered of units' metrics, in the order of entering."""
    for id, members in made:
        yield from _one(id, members, known) if len(members) == 1 else _several(id, members, known, pack, now)


def made_of(branch: Branch, decisions: Iterable[Decided], pack: Pack, plan: Plan) -> Made:
    """It stays the same whatever is entered: of plans it depends alone, and of the method.

    `plan`: the branch's as it was approved, whose metrics these are: it may have been put together otherwise then.
    """
    return tuple((id, tuple(members)) for id, members in _metrics(branch, tuple(decisions), pack, plan))


def _metrics(branch: Branch, decisions: Sequence[Decided], pack: Pack, plan: Plan) -> Iterator[tuple[str, Members]]:
    decided = decision_of(decisions)
    own = [(goal.unit, goal.goal) for goal in branch.goals if goal.unit.own and goal.ref not in decided]
    approved = {goal.id: goal for goal in plan.goals}
    for each in standing(decisions):
        if each.kind == "merge":
            yield from ((metric.id, members) for metric, members in metrics(each, pack, approved.get(each.id)))
        elif each.kind != "keep":
            own += [(taken.unit, taken.goal) for taken in each.goals]
    for unit, goal in own:
        yield from ((home(Ref(unit.id, metric.id)), ((unit, metric),)) for metric in goal.metrics)


def _one(id: str, members: Members, known: Mapping[Ref, Sequence[Entered]]) -> Iterator[Entered]:
    [(unit, metric)] = members
    for each in known.get(Ref(unit.id, metric.id), ()):
        yield replace(each, id=f"{unit.id}/{each.id}", metric=id)


def _several(
    id: str, members: Members, known: Mapping[Ref, Sequence[Entered]], pack: Pack, now: Now
) -> Iterator[Entered]:
    """What a unit that gave a figure counts today is held against the others'; who gave none is only missing."""
    of = [_by_period(known.get(Ref(unit.id, metric.id), ())) for unit, metric in members]
    for period in sorted({period for figures in of for period in figures}, key=lambda period: period.last):
        found = [figures.get(period) for figures in of]
        given = [
            as_given(unit, now.get(Ref(unit.id, metric.id), metric) if figure else metric, figure)
            for (unit, metric), figure in zip(members, found, strict=True)
        ]
        put = aggregate(given, pack)
        if put.value is not None:
            yield Entered(
                f"{id}.{period.last}",
                id,
                period,
                put.value,
                put.numerator,
                put.denominator,
                standing="preliminary" if put.missing or put.preliminary else "final",
                definition=max(figure.now.definition for figure in found if figure),
            )


def _by_period(entries: Sequence[Entered]) -> Mapping[Period, Figure]:
    """By the newest definition."""
    found = series(entries)
    return {figure.now.period: figure for figure in found[-1].figures} if found else {}
