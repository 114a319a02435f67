"""The figures of each metric as the sheet of readings tells them: what they were counted from is only there."""

from collections.abc import Mapping
from dataclasses import replace

from facilitation.report.returned.anew.cells import Book
from facilitation.report.tabled.readings import COLUMNS
from facilitation.shapes import Metric, Reading

SHEET = "readings"


def figures(book: Book) -> Mapping[str, Metric]:
    """By the metric's id, a metric that has its figures and nothing else."""
    found: dict[str, Metric] = {}
    for row in book.rows(SHEET):
        told = book.told(SHEET, row, COLUMNS)
        id = str(told.get("metric_id", ""))
        found[id] = with_figure(found.get(id, Metric(id)), row.id, told)
    return found


def with_figure(metric: Metric, row: str, told: Mapping[str, object]) -> Metric:
    """What a figure is to its metric is in its row's id, the same in every language."""
    match told.get("value"):
        case int() | float() as value:
            more = {key: told[key] for key in ("day", "note", "numerator", "denominator") if key in told}
            reading = Reading(value, **more)  # pyright: ignore[reportArgumentType] (each as its column reads it)
        case _:
            return metric
    if row == f"{metric.id}.baseline":
        return replace(metric, baseline=reading)
    return replace(metric, targets=(*metric.targets, reading))
