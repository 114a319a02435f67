"""Every figure that a metric has or is to reach, a row each; a share with what it was divided from."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from facilitation.quality.metrics import of_few
from facilitation.report.reader import Reader
from facilitation.report.sheets import Drawn, Sheet
from facilitation.report.tabled.columns import DAY, WIDE, WIDEST, Column, sheet, worded
from facilitation.report.tabled.metrics import name, unit
from facilitation.report.tabled.placed import Placed, metrics
from facilitation.report.trajectories import DRAWN, finding
from facilitation.shapes import Metric, Plan, Reading
from facilitation.words import N_

KINDS = {"baseline": N_("Baseline"), "milestone": N_("Interim target"), "target": N_("Target")}


@dataclass(frozen=True, slots=True)
class Figure:
    """A reading and what it is to its metric."""

    id: str
    kind: str
    reading: Reading
    at: Placed[Metric]


def readings(plan: Plan, to: Reader) -> Sheet:
    every = [list(figures(at)) for at in metrics(plan)]
    rows = [(figure.id, figure) for each in every for figure in each]
    return sheet("readings", N_("Readings"), COLUMNS, rows, to, (), list(islice(_ways(every, to), DRAWN)))


def _ways(every: list[list[Figure]], to: Reader) -> Iterator[Drawn]:
    """A line a metric that has two days."""
    at = 0
    for each in every:
        few = any(of_few(figure.at.it.unit, figure.reading.denominator) for figure in each)
        if not few and len({figure.reading.day for figure in each if figure.reading.day}) > 1:
            yield Drawn(finding(each[0].at.it, to), "line", "day", ("value",), (at, at + len(each)))
        at += len(each)


def figures(at: Placed[Metric]) -> Iterator[Figure]:
    """In order of day, as the metric has them."""
    metric = at.it
    if metric.baseline:
        yield Figure(f"{metric.id}.baseline", "baseline", metric.baseline, at)
    for number, reading in enumerate(metric.targets[:-1], 1):
        yield Figure(f"{metric.id}.milestone.{number}", "milestone", reading, at)
    if metric.target:
        yield Figure(f"{metric.id}.target", "target", metric.target, at)


COLUMNS: tuple[Column[Figure], ...] = (
    Column("metric", N_("Metric"), lambda figure, to: name(figure.at, to), width=WIDEST),
    worded("kind", N_("Kind"), KINDS, lambda figure: figure.kind, width=14),
    Column("day", N_("Day"), lambda figure, to: figure.reading.day, "day", DAY),
    Column("value", N_("Value"), lambda figure, to: figure.reading.value, "number", 14),
    Column("unit", N_("Measured in"), lambda figure, to: unit(figure.at.it, to), width=14),
    Column("numerator", N_("Numerator"), lambda figure, to: figure.reading.numerator, "number", 14),
    Column("denominator", N_("Denominator"), lambda figure, to: figure.reading.denominator, "number", 14),
    Column("note", N_("Notes"), lambda figure, to: figure.reading.note, width=WIDE, spare=True),
    Column("metric_id", N_("Id of the metric"), lambda figure, to: figure.at.it.id, width=16),
)
