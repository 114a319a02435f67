"""The ways of the metrics: from baseline over interim targets to the target, and what was measured on the way."""

from collections.abc import Iterator, Sequence

from facilitation.quality.metrics import of_few
from facilitation.report.blocks import Block, Headline, Note
from facilitation.report.charts import Cut, Point, TrajectoryChart, TrajectoryWords
from facilitation.report.goals import metric_name
from facilitation.report.reader import Reader
from facilitation.shapes import Metric
from facilitation.words import N_

DIRECTIONS = {
    "": "",
    "more": N_("More is better"),
    "less": N_("Less is better"),
    "keep": N_("Kept as it is"),
    "range": N_("Kept within a range"),
}
DRAWN = 24
"""So many ways are drawn; of a larger plan nobody turns all pages, and every figure stands in its metric sheet."""


def ways(metrics: Sequence[Metric], to: Reader) -> Iterator[Block]:
    """The metrics that have a way to be drawn, the first ones of very many."""
    known = [chart for metric in metrics if (chart := trajectory(metric, to))]
    if not known:
        return
    yield Headline(
        to.counted(
            N_("Baseline, target and their days are known for the only metric"),
            N_("Baseline, target and their days are known for %(known)s of %(n)s metrics"),
            len(metrics),
            known=len(known),
        ),
        to.words(N_("From baseline to target")),
    )
    yield from known[:DRAWN]
    if (more := len(known) - DRAWN) > 0:
        yield Note(
            to.line(
                to.counted(
                    N_("One more is not drawn here; its figures stand in its metric sheet."),
                    N_("%(n)s more are not drawn here; their figures stand in their metric sheets."),
                    more,
                )
            )
        )


def trajectory(
    metric: Metric,
    to: Reader,
    actual: Sequence[Point] = (),
    earlier: Sequence[tuple[Point, ...]] = (),
    cuts: Sequence[Cut] = (),
) -> TrajectoryChart | None:
    """The way of one metric; None where fewer than two values have a day. `actual`: what was measured, by day.

    `earlier`: what was counted by each older definition, and `cuts` where the newer ones begin.
    """
    few = metric.baseline is not None and of_few(metric.unit, metric.baseline.denominator)
    readings = (None if few else metric.baseline, *metric.targets)
    planned = sorted(
        (Point(each.day, each.value) for each in readings if each and each.day), key=lambda point: point.day
    )
    if len({point.day for each in (planned, actual, *earlier) for point in each}) < 2:
        return None
    limits = tuple(each for each in (metric.range_low, metric.range_high) if each is not None)
    return TrajectoryChart(
        finding(metric, to),
        tuple(planned),
        names(to),
        to.unit(metric.unit),
        to.words(DIRECTIONS[metric.direction]) if metric.direction else "",
        limits if metric.direction == "range" else (),
        tuple(sorted(actual, key=lambda point: point.day)),
        tuple(earlier),
        tuple(cuts),
    )


def names(to: Reader) -> TrajectoryWords:
    return TrajectoryWords(
        to.words(N_("Day")),
        to.words(N_("As planned")),
        to.words(N_("As measured")),
        to.words(N_("Preliminary")),
        to.words(N_("Range")),
        to.words(N_("Earlier definition")),
        to.words(N_("Corrected")),
    )


def finding(metric: Metric, to: Reader) -> str:
    """The way from baseline to target in one sentence, as far as it is known."""
    name = metric_name(metric, to).text
    if metric.target is None:
        return to.words(N_("%(name)s: the target is still open"), name=name)
    aim = to.number(metric.target.value, metric.unit)
    if metric.baseline is None:
        return to.words(N_("%(name)s: to %(target)s, the baseline is still to be found"), name=name, target=aim)
    return to.words(
        N_("%(name)s: from %(baseline)s to %(target)s"),
        name=name,
        baseline=to.measured(metric.baseline, metric.unit),
        target=aim,
    )
