"""What goals are compared by, side by side or with what they were before: a name for each part, and its value."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from facilitation.quality.reading import written
from facilitation.shapes import Goal, Metric
from facilitation.words import N_, Parallel


def _metrics(goal: Goal) -> object:
    return tuple(sorted((metric.library or "", *_said(metric)) for metric in goal.metrics))


def _said(metric: Metric) -> tuple[str, ...]:
    return (metric.unit, metric.direction, *_texts(metric.definition))


def _texts(said: Parallel) -> tuple[str, ...]:
    return tuple(f"{key}:{text}" for key, text in sorted(said.items()))


def _counted(goal: Goal) -> object:
    """All that says how its metrics are counted, which one goal's own must not change unseen."""
    return _metrics(goal), tuple(_way(metric) for metric in goal.metrics)


def _way(metric: Metric) -> object:
    said = (metric.name, metric.numerator, metric.denominator)
    return metric.id, metric.frequency, metric.registered, metric.aggregation, *map(_texts, said)


def _figures(goal: Goal) -> object:
    return tuple((metric.id, metric.baseline, metric.targets) for metric in goal.metrics)


def _actions(goal: Goal) -> object:
    return tuple(
        (
            *(action.id, _texts(action.text), _texts(action.deliverable)),
            *(action.responsible, action.start, action.end),
            tuple((_texts(each.name), each.day) for each in action.milestones),
        )
        for action in goal.actions
    )


FACETS: Mapping[str, Callable[[Goal], object]] = {
    N_("Objectives of the strategy"): lambda goal: goal.objectives,
    N_("Scope"): lambda goal: goal.scope,
    N_("Level now"): lambda goal: goal.level_now,
    N_("Target level"): lambda goal: goal.level_target,
    N_("Owner"): lambda goal: goal.owner,
    N_("Due"): lambda goal: goal.due,
    N_("Performance agreement"): lambda goal: (goal.agreement, goal.agreement_year),
    N_("Metrics"): _metrics,
}
"""What may set two goals of different units apart, beside their wording."""

INSIDE: Mapping[str, Callable[[Goal], object]] = {
    N_("Wording"): lambda goal: (dict(goal.from_), dict(goal.to)),
    **FACETS,
    N_("Metrics"): _counted,
    N_("Baselines and targets"): _figures,
    N_("Actions"): _actions,
}
"""What may have changed in one and the same goal."""


def worded_alike(goals: Sequence[Goal]) -> bool:
    """Whether they say the same, word for word, in every language that several of them are written in."""
    return _one_text([goal.to for goal in goals]) and _one_text([goal.from_ for goal in goals])


def _one_text(said: Sequence[Parallel]) -> bool:
    found = {pair for each in said for pair in written(each)}
    return len(found) == len({language for language, _ in found})


def differing(goals: Sequence[Goal], by: Mapping[str, Callable[[Goal], object]] = FACETS) -> tuple[str, ...]:
    """The names of what is not the same in all of them."""
    # Most are: a whole branch is held against what it was, and looking at each part of each goal takes long.
    return () if all(one == other for one, other in pairwise(goals)) else tuple(_differing(goals, by))


def _differing(goals: Sequence[Goal], by: Mapping[str, Callable[[Goal], object]]) -> Iterator[str]:
    for name, value in by.items():
        if any(value(one) != value(other) for one, other in pairwise(goals)):
            yield name
