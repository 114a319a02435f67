"""The metrics as rows: enough of the metric sheet to reckon the same figure again."""

from facilitation.report.goals import metric_name
from facilitation.report.lists import interim_targets
from facilitation.report.metrics import FREQUENCIES
from facilitation.report.reader import NONE, Reader
from facilitation.report.sheets import Cell, Drawn, Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, offered, sheet, worded, written
from facilitation.report.tabled.placed import Placed, metrics
from facilitation.report.trajectories import DIRECTIONS
from facilitation.shapes import Metric, Plan, Reading
from facilitation.words import N_


def metric_rows(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    every = list(metrics(plan))
    chart = Drawn(to.words(N_("Baseline to target")), "column", "name", ("baseline", "target"))
    drawn = [chart] if _comparable([at.it for at in every]) else []
    return sheet("metrics", N_("Metrics"), COLUMNS, [(at.it.id, at) for at in every], to, languages, drawn)


def _comparable(every: list[Metric]) -> bool:
    """Figures of one unit have one axis; tonnes beside shares have none."""
    known = [metric for metric in every if metric.baseline and metric.target]
    return bool(known) and len({metric.unit for metric in every if metric.baseline or metric.target}) == 1


def name(at: Placed[Metric], to: Reader) -> str | None:
    words = metric_name(at.it, to)
    return None if words == NONE else words.text


def unit(metric: Metric, to: Reader) -> str:
    return to.plain(to.pack.units.get(metric.unit, {})) or metric.unit


def _definition(at: Placed[Metric], to: Reader) -> Cell:
    library = to.pack.metric(at.it.library)
    return to.plain(at.it.definition) or (to.plain(library.definition) if library and not at.it.numerator else None)


def _value(reading: Reading | None) -> float | None:
    return reading.value if reading else None


COLUMNS: tuple[Column[Placed[Metric]], ...] = (
    Column("goal", N_("Goal"), lambda at, to: at.number, "number", NARROW),
    Column("name", N_("Metric"), name, width=WIDEST, texts=lambda at: at.it.name),
    Column(
        "unconfirmed",
        N_("Wording not yet confirmed"),
        lambda at, to: metric_name(at.it, to).unconfirmed,
        "flag",
        spare=True,
    ),
    Column("baseline", N_("Baseline"), lambda at, to: _value(at.it.baseline), "number", 14),
    Column(
        "baseline_day",
        N_("Baseline measured on"),
        lambda at, to: at.it.baseline.day if at.it.baseline else None,
        "day",
        DAY,
    ),
    Column("target", N_("Target"), lambda at, to: _value(at.it.target), "number", 14),
    Column(
        "target_day", N_("Target reached by"), lambda at, to: at.it.target.day if at.it.target else None, "day", DAY
    ),
    Column(
        "milestones",
        N_("Interim targets"),
        lambda at, to: interim_targets(at.it.targets[:-1], to.language),
        width=26,
        spare=True,
    ),
    Column("unit", N_("Measured in"), lambda at, to: unit(at.it, to), width=14),
    worded("direction", N_("Direction"), DIRECTIONS, lambda at: at.it.direction),
    Column("owner", N_("Owner"), lambda at, to: at.it.owner, width=26),
    Column(
        "baseline_by",
        N_("Who finds the baseline"),
        lambda at, to: at.it.baseline_promise.who if at.it.baseline_promise else None,
        spare=True,
    ),
    Column(
        "baseline_when",
        N_("Baseline known by"),
        lambda at, to: at.it.baseline_promise.by if at.it.baseline_promise else None,
        "day",
        DAY,
        spare=True,
    ),
    written("question", N_("Question it answers"), lambda at: at.it.question, spare=True),
    Column("definition", N_("What is counted"), _definition, width=WIDE, texts=lambda at: at.it.definition),
    written("numerator", N_("Numerator"), lambda at: at.it.numerator, spare=True),
    written("denominator", N_("Denominator"), lambda at: at.it.denominator, spare=True),
    written("scope", N_("Scope"), lambda at: at.it.scope, spare=True),
    written("source", N_("Data source"), lambda at: at.it.source, width=26),
    Column("delivered_by", N_("Delivered by"), lambda at, to: at.it.delivered_by, spare=True),
    worded("frequency", N_("How often"), FREQUENCIES, lambda at: at.it.frequency),
    Column("days_to_count", N_("Days to count"), lambda at, to: at.it.days_to_count, "number", NARROW, spare=True),
    offered("metric", "level", N_("Kind of metric"), lambda at: at.it.level),
    Column("range_low", N_("Range from"), lambda at, to: at.it.range_low, "number", NARROW, spare=True),
    Column("range_high", N_("Range up to"), lambda at, to: at.it.range_high, "number", NARROW, spare=True),
    Column("green_from", N_("Threshold for green"), lambda at, to: at.it.green_from, "number", 14, spare=True),
    Column("amber_from", N_("Threshold for amber"), lambda at, to: at.it.amber_from, "number", 14, spare=True),
    offered("metric", "aggregation", N_("Aggregation"), lambda at: at.it.aggregation),
    Column("weight", N_("Weighted by"), lambda at, to: at.it.weight, spare=True),
    written("reaction", N_("If it goes wrong"), lambda at: at.it.reaction, spare=True),
    Column("valid_low", N_("Lowest valid value"), lambda at, to: at.it.valid_low, "number", 14, spare=True),
    Column("valid_high", N_("Highest valid value"), lambda at, to: at.it.valid_high, "number", 14, spare=True),
    Column("precision", N_("Decimals"), lambda at, to: at.it.precision, "number", NARROW, spare=True),
    Column(
        "expected_denominator",
        N_("Cases in a period"),
        lambda at, to: at.it.expected_denominator,
        "number",
        14,
        spare=True,
    ),
    offered("metric", "cost", N_("Collection cost"), lambda at: at.it.cost),
    offered("metric", "available", N_("Data available"), lambda at: at.it.available),
    Column("audience", N_("Audience"), lambda at, to: at.it.audience, spare=True),
    Column("publicity", N_("Publicity"), lambda at, to: at.it.publicity, spare=True),
    Column("registered", N_("In the metric register"), lambda at, to: at.it.registered, width=WIDE, spare=True),
    Column("library", N_("Id in the library"), lambda at, to: at.it.library, width=14, spare=True),
    Column("goal_id", N_("Id of the goal"), lambda at, to: at.goal, width=16),
)
