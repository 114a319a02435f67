"""An approved plan as the next one goes on from it: where each metric has come to is where that one starts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitation.plans.results import definition_of, with_results
from facilitation.plans.state import Life
from facilitation.shapes import Metric, Plan, Reading
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import by_metric, series


def onward(life: Life, preliminary: str = "") -> Plan | None:
    """The plan with its results, each metric's last figure in the place of its baseline; None before any approval.

    That is the last final figure by the definition in force. Where all are preliminary it is the last of those, with
    the word `preliminary` as its note. A baseline that was measured later, by an amendment, stays.
    """
    plan, known = with_results(life), by_metric(life.entered)
    return plan and replace(
        plan,
        goals=tuple(replace(goal, metrics=_all(goal.metrics, life, known, preliminary)) for goal in plan.goals),
        loose_metrics=_all(plan.loose_metrics, life, known, preliminary),
    )


def _all(
    metrics: Sequence[Metric], life: Life, known: Mapping[str, Sequence[Entered]], preliminary: str
) -> tuple[Metric, ...]:
    return tuple(_from(metric, _last(life, metric, known.get(metric.id, ())), preliminary) for metric in metrics)


def _last(life: Life, metric: Metric, entries: Sequence[Entered]) -> Entered | None:
    measured = metric.baseline.day if metric.baseline else None
    in_force = definition_of(life, metric.id) if entries else 0
    found = series(each for each in entries if each.definition == in_force)
    figures = [each.now for of in found for each in of.figures if measured is None or each.now.period.last >= measured]
    final = [each for each in figures if each.standing == "final"]
    return next(reversed(final or figures), None)


def _from(metric: Metric, last: Entered | None, preliminary: str) -> Metric:
    if last is None:
        return metric
    note = preliminary if last.standing == "preliminary" else ""
    return replace(metric, baseline=Reading(last.value, last.period.last, note, last.numerator, last.denominator))
