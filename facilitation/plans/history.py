"""A metric's figures one by one: what holds, what was corrected since, what was taken back, and what that would do."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitation.plans.lines import metric_in
from facilitation.plans.parts import Withdrawn
from facilitation.plans.results import definition_of, metric_of, with_results
from facilitation.plans.state import Life
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered, Period, counted_by
from facilitation.shapes.series import Figure, by_metric, ending, series

Stands: TypeAlias = Literal["holds", "corrected", "withdrawn"]


@dataclass(frozen=True, slots=True)
class OneFigure:
    """As it was entered, how it stands now, and the id of whoever entered it where that is told."""

    entered: Entered
    stands: Stands
    by: str = ""
    withdrawn: Withdrawn | None = None
    """How it was taken back."""


def every(life: Life) -> Sequence[Entered]:
    """All that was ever entered, in the order in which it came."""
    known = {each.id: each for each in (*life.entered, *(gone.entered for gone in life.withdrawn))}
    return [known[each.figure] for each in life.entered_by]


def left_out(life: Life) -> Sequence[Metric]:
    """Metrics of which there are figures and that the plan in force has no more, in the order of their first figure."""
    plan = with_results(life) or Plan("")
    gone = dict.fromkeys(each.metric for each in every(life) if metric_in(plan, each.metric) is None)
    return [metric for id in gone if (metric := metric_of(life, id))]


def taken_back(life: Life) -> Mapping[str, Withdrawn]:
    return {each.entered.id: each for each in life.withdrawn}


def history(life: Life, metric: str) -> Sequence[OneFigure]:
    """Of one metric: the last definition's last period first, and of a period what was entered last."""
    found = sorted(_told(life, metric), key=lambda each: (each.entered.definition, ending(each.entered.period)))
    return found[::-1]


def corrected(life: Life) -> frozenset[str]:
    """The ids of figures that another one corrects, of those that were not taken back."""
    return frozenset(
        was.id
        for of in by_metric(life.entered).values()
        for each in series(of)
        for figure in each.figures
        for was in figure.was
    )


def correctable(life: Life, metric: Metric) -> Mapping[Period, Figure]:
    """Figures that another one would correct: by the definition in force, of periods by which it is still counted."""
    of = [each for each in life.entered if each.metric == metric.id and counted_by(metric.frequency, each.period)]
    now = definition_of(life, metric.id)
    return {each.now.period: each for one in series(of) if one.definition == now for each in one.figures}


@dataclass(frozen=True, slots=True)
class Leaving:
    """A figure that would be taken back, its metric, and the one that would hold again."""

    entered: Entered
    metric: Metric
    before: Entered | None
    holds: bool
    """Whether it is the one that holds for its period."""


def leaving(life: Life, figure: str) -> Leaving | None:
    """None where no such figure holds."""
    entered = next((each for each in life.entered if each.id == figure), None)
    metric = metric_of(life, entered.metric) if entered else None
    if entered is None or metric is None:
        return None
    key = (entered.metric, entered.period, entered.definition)
    same = [each for each in life.entered if (each.metric, each.period, each.definition) == key]
    holds = same[-1] is entered
    return Leaving(entered, metric, same[-2] if holds and len(same) > 1 else None, holds)


def _told(life: Life, metric: str) -> Iterator[OneFigure]:
    gone, since = taken_back(life), corrected(life)
    by = {each.figure: each.by for each in life.entered_by}
    for each in (each for each in every(life) if each.metric == metric):
        stands: Stands = "withdrawn" if each.id in gone else "corrected" if each.id in since else "holds"
        yield OneFigure(each, stands, by.get(each.id, ""), gone.get(each.id))
